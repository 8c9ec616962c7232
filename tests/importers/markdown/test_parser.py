"""What a file has beyond prose: headings of all kinds, HTML, notes and definitions of links."""

import pytest
from tests.importers.words import heading_lines

from opshandover.importers.markdown.parse import parse
from opshandover.pages.blocks import Image, Paragraph, Run, text_of


def headings(source: str) -> list[str]:
    """The headings of a file with two more, so that none is the title."""
    return heading_lines(parse(f"# X\n\n{source}\n\n# Y\n".encode()).page)[1:-1]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("##甲", ["## 甲"]),
        ("####一、今日", ["#### 一、今日"]),
        ("###Done today", ["### Done today"]),
        ("#一、甲", ["# 一、甲"]),
        ("#🏪 甲", ["# 🏪 甲"]),
        ("## **甲** `b` [c](d)", ["## 甲 b c (d)"]),
        ("## 甲 ##", ["## 甲"]),
        ("#1 号机", []),
        ("#话题# 甲", []),
        ("#include <a.h>", []),
        ("##", []),
        ("## ", []),
        ("#######甲", []),
        ("    ##甲", []),
        ("\\##甲", []),
        ("甲\n===", ["# 甲"]),
        ("甲\n---", []),
    ],
)
def test_headings_are_found(source: str, found: list[str]) -> None:
    """A blank behind the signs may be missing, where it is no number, topic or code."""
    assert headings(source) == found


@pytest.mark.parametrize(("text", "found"), [("甲", ["甲"]), ("做完了。", []), ("时间：3 月", []), ("甲\n乙", [])])
def test_a_line_of_hyphens_ends_a_passage_or_underlines_it(text: str, found: list[str]) -> None:
    """Below a sentence, a value with its label or several lines it is a divider, and the text is kept."""
    page = parse(f"{text}\n---\n\n乙\n\n丙\n---\n".encode()).page
    assert [line.strip("# ") for line in heading_lines(page)][: len(found)] == found
    assert text in [page.title, *(line.strip("# ") for line in heading_lines(page)), *_texts(page.blocks)]


@pytest.mark.parametrize(("line", "is_heading"), [("-" * 12, True), ("-" * 11, False), ("-" * 3, False)])
def test_a_line_as_long_as_its_text_underlines_it(line: str, is_heading: bool) -> None:
    """Where other headings have signs, a divider is one unless somebody drew it below the whole text."""
    page = parse(f"# 甲\n\n### 乙\n\n一\n\nWhat we do .\n{line}\n\n二\n".encode()).page
    assert ("What we do ." in [one.strip("# ") for one in heading_lines(page)]) is is_heading


def _texts(blocks: tuple[object, ...]) -> list[str]:
    return [text_of(block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_html_within_lines() -> None:
    """Tags that people use have their meaning, and what only looks like a tag is text."""
    source = (
        'a <b>b</b> <I>c</I> <del>d</del> <code>e</code> <a href="f">g</a> <img src="h" alt="i"> H<sub>2</sub> <host> <'
    )
    assert parse(source.encode()).page.blocks[0] == Paragraph(
        (
            Run("a "),
            Run("b", strong=True),
            Run(" "),
            Run("c", emphasis=True),
            Run(" "),
            Run("d", strike=True),
            Run(" "),
            Run("e", code=True),
            Run(" "),
            Run("g", link="f"),
            Run(" "),
            Run("i", image=Image("h")),
            Run(" H2 <host> <"),
        )
    )


def test_what_stands_aside() -> None:
    """Comments, notes and definitions of links are beside the page, each with its line, and nothing of them in it."""
    source = '甲 [乙][b] <!-- 行内 -->\n\n<!-- 一\n二 -->\n\n[b]: c "d"\n\n[^1]: 注\n丙[^1]\n\n<!-- 没有结束\n'
    found = parse(source.encode())
    beside = {
        each.label.en: [(text_of(b.runs), b.line) for b in each.blocks if isinstance(b, Paragraph)]
        for each in found.beside
    }
    assert beside == {
        "Footnotes": [("[^1]: 注\n丙[^1]", 8)],
        "Link definitions": [('[b]: c "d"', 6)],
        "Comments": [("行内", 0), ("一\n二", 3)],
    }
    assert _texts(found.page.blocks)[0] == "甲 乙 (d) "
    assert _texts(found.page.blocks)[-1] == "<!-- 没有结束"
