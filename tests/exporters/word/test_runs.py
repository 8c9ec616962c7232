"""Runs: styles, breaks, fonts and links."""

from collections import Counter

import pytest
from hypothesis import example, given
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token
from tests.exporters.word.opened import Opened, para, row, text_in, value, written
from tests.support.docx_lint import R, W
from tests.support.pages import typed_texts

from opshandover.pages.blocks import Column, Paragraph, Role, Run, Table
from opshandover.pages.markdown import blocks_of
from opshandover.pages.prose_rules import ProseParser


def targets(file: Opened) -> dict[str, str]:
    """The hyperlinks' addresses by id."""
    rels = file.root("word/_rels/document.xml.rels")
    return {rel.get("Id"): rel.get("Target") for rel in rels if rel.get("TargetMode")}


def test_equal_targets_share_a_relationship() -> None:
    """A link that comes often is kept once."""
    link = "https://example.com/a?b=1&c=2"
    runs = tuple(Run(text=f"见{n}", link=link) for n in range(3))
    file = written(Paragraph(runs=(*runs, Run(text="信", link="mailto:a@example.com"))))
    used = [each.get(f"{R}id") for each in file.find(".//hyperlink")]
    assert len(used) == 4
    assert sorted(targets(file).values()) == [link, "mailto:a@example.com"]
    assert set(used) == set(targets(file))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "../notes.md",
        "http://[broken",
        "https://",
        "http://a:99999/",
        "mailto:",
        "https://example.com/" + "a" * 3000,
    ],
)
def test_other_targets_are_shown_as_text(link: str) -> None:
    """A reader sees where the link led, and nothing can be clicked."""
    file = written(Paragraph(runs=(Run(text="看这里", link=link),)))
    assert file.find(".//hyperlink") == []
    assert f"看这里（{link}）" in file.text()


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_link_without_words_shows_its_address(text: str) -> None:
    """It can be seen and followed."""
    file = written(Paragraph(runs=(Run(text=text, link="https://example.com/a"),)))
    (link,) = file.find(".//hyperlink")
    assert text_in(link) == "https://example.com/a"


def test_styles_of_runs_add_up() -> None:
    """Strong, emphasis and strike can all hold at once."""
    run = Run(text="a", strong=True, emphasis=True, strike=True, code=True)
    properties = written(Paragraph(runs=(run,))).find(".//rPr")[-1]
    names = [each.tag.removeprefix(W) for each in properties]
    assert names == ["rStyle", "b", "bCs", "i", "iCs", "strike"]


def test_breaks_and_tabs_are_elements() -> None:
    """Line feeds and tabs in a text are Word's own, and spaces stay."""
    run = written(para("a \n\tb")).find(".//body/p/r")[-1]
    assert [each.tag.removeprefix(W) for each in run] == ["t", "br", "tab", "t"]
    assert run[0].text == "a "
    assert run[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_quiet_text_is_marked() -> None:
    """A confirmation that there is nothing, and a gap to fill in, look different from content."""
    file = written(para("无", Role.NOTHING), para("待填写", Role.PLACEHOLDER), para("文"))
    assert [value(each) for each in file.find(".//rStyle")] == ["Nothing", "PlaceholderText"]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("见 https://a.cn/b（旧），改用 http://c.cn/运营。", ["https://a.cn/b", "http://c.cn/%E8%BF%90%E8%90%A5"]),
        ("tel:+86-571-0000，mailto:a@b.cn", ["tel:+86-571-0000", "mailto:a@b.cn"]),
        ("smb://nas/a ms-word:ofe|u|http", []),
    ],
)
def test_addresses_in_text_can_be_followed(text: str, linked: list[str]) -> None:
    """In a paragraph and in a cell, in any style; code stays code."""
    table = Table(columns=(Column("a"),), rows=(row(text), row("甲")))
    for block in (para(text), Paragraph((Run(text, strong=True),)), table):
        file = written(block)
        assert sorted(targets(file).values()) == sorted(linked)
        assert text in file.text()
    assert written(Paragraph((Run(text, code=True),))).find(".//hyperlink") == []


def _markup(tokens: list[Token], source: list[str]) -> Counter[str]:
    """Counts the characters that a parser has taken for markup."""
    count = Counter[str]()
    for token in tokens:
        lines = source[token.map[0] : token.map[1]] if token.map else []
        match token.type:
            case "inline":
                count += _markup(token.children or [], source)
            case "hr":
                count.update("".join(lines))
            case "heading_open":
                said = next(each.content for each in tokens[tokens.index(token) :] if each.type == "inline")
                count.update("#" * (lines[0].count("#") - said.count("#")))
            case "fence":
                closed = lines[-1].strip().strip(token.markup[0]) == "" and len(lines) > 1
                count.update(token.markup + (lines[-1].strip() if closed else ""))
                count += Counter(token.info) - Counter(unescapeAll(token.info))
            case "blockquote_open":
                count.update(">" for line in lines if ">" in line[: len(line) - len(line.lstrip(" *>"))])
            case "list_item_open" | "em_open" | "em_close" | "strong_open" | "strong_close" | "s_open" | "s_close":
                count.update(token.markup)
            case "text_special" | "hardbreak":
                count.update("\\")
            case _:
                pass
    return count


@example("~~~~\\*")
@given(typed_texts("*_\\>#~^<|\n 先查库存《》（），。：12"))
def test_all_that_is_typed_is_shown_but_markup(text: str) -> None:
    """Whatever is not in the file was taken for markup by the parser; all else is there, in order, and nothing more."""
    _, _, shown = written(para("§"), *blocks_of(text)).text().partition("§")
    found, typed = "".join(shown.split()), "".join(text.split())
    rest = iter(typed)
    assert all(char in rest for char in found)
    parser = ProseParser(23)
    parser.core.ruler.disable("text_join")  # keeps escapes apart
    lost = Counter(typed) - Counter(found)
    assert lost <= _markup(parser.parse(text), text.split("\n")), (found, typed)
