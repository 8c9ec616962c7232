"""The Markdown exporter: what it writes reads the same again, and reads well."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
import yaml
from attrs import evolve
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.tasklists import tasklists_plugin
from tests.support.pages import pages, prose_blocks, texts, texts_in, typed_texts

from opshandover.exporters.markdown import MarkdownExporter
from opshandover.exporters.markdown.render import render
from opshandover.model.document import OpsDocument
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Table,
    are_blank,
)
from opshandover.pages.markdown import blocks_of
from opshandover.plain_text import clean
from opshandover.text import Lang

_EXAMPLES = settings(max_examples=60)
_DECORATION = re.compile(r"(?:[•☑☐>/：:\s—]|\d+\. )*")


def _page(*blocks: Block, lang: Lang = "zh") -> Page:
    return Page(title="", kind="", lang=lang, blocks=blocks)


def _paragraph(*parts: str | Run, role: Role = Role.NONE) -> Paragraph:
    runs = tuple(Run(text=part) if isinstance(part, str) else part for part in parts)
    return Paragraph(runs=runs, role=role)


def _written(*blocks: Block, lang: Lang = "zh") -> str:
    return render(_page(*blocks, lang=lang)).removesuffix("\n")


def _text(*parts: str | Run) -> str:
    return _written(_paragraph(*parts))


def _visible(tokens: list[Token]) -> Iterator[str]:
    """Gives the text that a reader of parsed Markdown sees."""
    for before, token in pairwise([Token("", "", 0), *tokens]):
        if before.type == "paragraph_open" and token.content in ("[ ]", "[x]"):
            continue  # a box alone; text of this kind is escaped
        if token.info == "mermaid":
            yield from _drawn(token.content)
        elif token.type in ("text", "code_inline", "code_block", "fence"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak") or token.nesting == -1:
            yield "\n" if token.block or token.type.endswith("break") else ""
        elif token.type.startswith("html"):
            yield "\n" * token.content.count("<br>")
        yield from _visible(token.children or [])


def _drawn(chart: str) -> Iterator[str]:
    """Gives the text that a reader of a drawn flowchart sees."""
    for label in re.findall(r'\["(.*)"\]', chart):
        lines = label.replace("<br/>", "\n")
        yield re.sub(r"#(\d+);", lambda found: chr(int(found[1])), lines) + "\n"


def _read(markdown: str) -> str:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(tasklists_plugin)
    return "".join(_visible(parser.parse(markdown)))


def _normal(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Gives blocks as Markdown can keep them.

    Blank paragraphs, headings and empty lists are gone, headings are strong paragraphs, line feeds
    and blank text have no style, neighbours of one style are joined, control characters are shown.
    """
    return tuple(found for block in blocks for found in _normal_block(block))


def _normal_block(block: Block) -> Iterator[Block]:
    match block:
        case Heading():
            if block.text.strip():
                yield Paragraph(runs=_normal_runs((Run(text=block.text),), strong=True))
        case Paragraph():
            if not are_blank(block.runs):
                yield Paragraph(runs=_normal_runs(block.runs))
        case ListBlock():
            items = tuple(evolve(item, blocks=_normal(item.blocks)) for item in block.items)
            yield evolve(block, items=items)
        case Quote():
            yield Quote(blocks=_normal(block.blocks))
        case Code():
            yield Code(text=clean(block.text), language=block.language)
        case Table():
            columns = tuple(evolve(column, label=clean(column.label)) for column in block.columns)
            yield Table(columns=columns, rows=tuple(_normal_row(row) for row in block.rows))
        case _:
            yield block


def _normal_row(row: Row) -> Row:
    return Row(cells=tuple(Cell(blocks=_normal(cell.blocks)) for cell in row.cells))


def _normal_runs(runs: Runs, *, strong: bool = False) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if run.image:
            image = evolve(run.image, title=clean(run.image.title))
            merged.append(evolve(run, text=clean(run.text), image=image))
            continue
        for part in re.split("(\n)", clean(run.text)):
            plain = part == "\n" or (part.isspace() and not run.code and not run.link)
            new = Run(text=part) if plain else evolve(run, text=part)
            new = evolve(new, strong=True) if strong else new
            if merged and evolve(merged[-1], text="") == evolve(new, text=""):
                merged[-1] = evolve(new, text=merged[-1].text + part)
            elif part:
                merged.append(new)
    return tuple(merged)


@_EXAMPLES
@given(pages())
def test_every_text_comes_back_in_order(page: Page) -> None:
    """A reader of the Markdown finds every text of the page, and else only list marks."""
    found, at = _read(render(page, front_matter=False)), 0
    for text in map(clean, texts_in(page)):
        places = (match.start() for match in re.finditer(f"(?={re.escape(text)})", found[at:]))
        place = next((p for p in places if _DECORATION.fullmatch(found, at, at + p)), None)
        assert place is not None, (text, found[at:])
        at += place + len(text)
    assert _DECORATION.fullmatch(found, at), found[at:]


@_EXAMPLES
@given(prose_blocks())
def test_prose_is_read_as_it_was_written(blocks: tuple[Block, ...]) -> None:
    """Blocks, styles, links and boxes survive being written and parsed."""
    assert blocks_of(_written(*blocks)) == _normal(blocks)


Styled = tuple[str, bool, bool, bool]
"""A character, and whether it is strong, emphasised and struck out."""


def _styled_blocks(blocks: tuple[Block, ...]) -> Iterator[Styled]:
    """Gives each visible character of blocks with its style."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from ((c, run.strong, run.emphasis, run.strike) for run in block.runs for c in run.text)
            case ListBlock():
                for item in block.items:
                    box = "" if item.checked is None else "[x]" if item.checked else "[ ]"
                    yield from ((c, False, False, False) for c in box)
                    yield from _styled_blocks(item.blocks)
            case Quote():
                yield from _styled_blocks(block.blocks)
            case Code():
                yield from ((c, False, False, False) for c in block.text)
            case Table():
                yield from ((c, False, False, False) for column in block.columns for c in column.label)
                for row in block.rows:
                    for cell in row.cells:
                        yield from _styled_blocks(cell.blocks)
            case _:
                pass


def _styled_tokens(tokens: list[Token]) -> Iterator[Styled]:
    """Gives each visible character with its style as a parser without our rules reads it."""
    depth = {"strong": 0, "em": 0, "s": 0}
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind in depth:
            depth[kind] += token.nesting
        elif token.children:
            yield from _styled_tokens(token.children)
        elif not token.type.startswith("html"):
            yield from ((c, depth["strong"] > 0, depth["em"] > 0, depth["s"] > 0) for c in token.content)


class _Plain(MarkdownIt):
    """A parser without our rules, that decodes nothing of an address."""

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """Gives an address as written."""
        return link


def _shown(characters: Iterator[Styled]) -> list[Styled]:
    return [each for each in characters if not each[0].isspace()]


@settings(max_examples=300)
@given(typed_texts())
def test_what_people_type_reads_the_same_everywhere(text: str) -> None:
    """Prose comes back from its Markdown, and parsers without our rules show the same text in the same styles."""
    blocks = blocks_of(text)
    written = _written(*blocks)
    assert _normal(blocks_of(written)) == _normal(blocks)
    assert _shown(_styled_tokens(_Plain("commonmark").enable(["table", "strikethrough"]).parse(written))) == _shown(
        _styled_blocks(blocks)
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("见 https://a.cn/b（旧），改用 http://c.cn/运营。", "见 <https://a.cn/b>（旧），改用 <http://c.cn/运营>。"),
        ("https://a.cn?x&copy;y", "https\\://a.cn?x\\&copy;y"),
        ("www.a.cn，ftp://b.cn（旧）", "www\\.a.cn，ftp\\://b.cn（旧）"),
        ("配比 1:100:5，:smile: 09:30:15", "配比 1\\:100:5，\\:smile: 09:30:15"),
        ("$5$ 和 a_b", "\\$5\\$ 和 a_b"),
        ("D:\\日志\\a.csv，\\*", "D:\\日志\\a.csv，\\\\\\*"),
        ("D:\\日志\\*.csv", "D:\\\\日志\\\\\\*.csv"),
        ("\\\\nas01\\客服", "\\\\\\\\nas01\\\\客服"),
    ],
)
def test_addresses_and_paths_end_where_they_do(text: str, written: str) -> None:
    """A parser that links addresses or knows emoji takes in no more and no less than is meant."""
    assert _text(text) == written
    assert blocks_of(written) == (_paragraph(text),)


def test_a_number_after_a_mark_stays_in_its_block() -> None:
    """A quotation or a list that begins with a number is not read back as a comparison or a negative number."""
    for block in (Quote(blocks=(_paragraph("50 单"),)), ListBlock(items=(ListItem(blocks=(_paragraph("5%"),)),))):
        assert blocks_of(_written(block)) == (block,)


@_EXAMPLES
@given(texts())
def test_text_of_one_line_is_the_same_in_each_place(text: str) -> None:
    """A text reads the same as a paragraph, as an item, in a heading and in a cell."""
    table = Table(columns=(Column(label=text),), rows=(Row(cells=(Cell(blocks=(_paragraph(text),)),)),))
    item = ListBlock(items=(ListItem(blocks=(_paragraph(text),)),))
    wanted = clean(text) if text.strip() else ""
    for block, times in ((_paragraph(text), 1), (item, 1), (table, 2)):
        found = "".join(_read(_written(block)).split())
        assert found == "".join(wanted.split()) * times


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21 a-b 1.5 snake_case a__b__c 3 * 4 a < b R&D 50% #12 $5 @周岩 9:00~18:00",
        "联系【客服】，路径 C:\\目录\\文件，D:\\日志 和 www.a.cn 与 ftp://a.cn/b 。",
        "[待定] 之前：“完成”！(a) a=b a+b",
        "Done! 100%",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Backslashes stand only where something would be markup."""
    assert _text(text).removeprefix("\\") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a*b*", "a\\*b\\*"),
        ("_x_", "\\_x\\_"),
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("# x", "\\# x"),
        ("> x", "\\> x"),
        ("a\n---", "a\\\n\\---"),
        ("a\n===", "a\\\n\\==="),
        ("a | b\n--|--", "a | b\\\n\\--|--"),
        ("<b>", "\\<b>"),
        ("&amp;", "\\&amp;"),
        ("[x] y", "\\[x] y"),
        ("[a](b)", "\\[a\\](b)"),
        ("~~x~~", "\\~\\~x\\~\\~"),
        ("1~2 3~4", "1\\~2 3\\~4"),
        ("    x", "&#32;   x"),
        ("x\t", "x&#9;"),
        ("a\n\nb", "a<br><br>b"),
        ("a\0b\x7f\x85", "a\u2400b\u2421\ufffd"),
        ("a\ud800", "a\ufffd"),
        ("\\", "\\\\"),
    ],
)
def test_markup_in_text_is_escaped(text: str, written: str) -> None:
    """What would be markup is written so that it reads as typed."""
    assert _text(text) == written


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ((Run(text="重点：", strong=True), "后面"), "**重点：**&#21518;面"),
        ((Run(text="重点", strong=True), "：后面"), "**重点**：后面"),
        (("见", Run(text="「甲」", emphasis=True)), "&#35265;*「甲」*"),
        ((Run(text=" a ", strong=True),), "**&#32;a&#32;**"),
        ((Run(text="a", strong=True), Run(text="b", emphasis=True)), "**a**_b_"),
        ((Run(text="a", strong=True, strike=True), Run(text="b", strong=True)), "**~~a~~b**"),
        ((Run(text="a``b`", code=True),), "``` a``b` ```"),
        (("!", Run(text="a]", link="https://a.cn/b c")), "\\![a\\]](<https://a.cn/b c>)"),
        (("\\", Run(text="x", strong=True)), "\\\\**x**"),
        ((Run(text="图", image=Image("a.png")),), "![图](a.png)"),
        (
            (Run(text="a]*", image=Image("a b.png", '"&amp;')),),
            '![a\\]\\*](<a b.png> "\\"\\&amp;")',
        ),
        (("!", Run(text="", link="b", image=Image("i")), "x"), "\\![![](i)](b)x"),
        ((Run(text="图", image=Image("a")),) * 2, "![图](a)![图](a)"),
        (
            ("见", Run(text="图", strong=True, image=Image("a")), "后"),
            "&#35265;**![图](a)**&#21518;",
        ),
    ],
)
def test_styles_hold_on_chinese_text(parts: tuple[str | Run, ...], written: str) -> None:
    """Marks open and close whatever stands beside them."""
    assert _text(*parts) == written


def test_bars_and_breaks_stay_inside_of_their_cell() -> None:
    """A bar, a line feed or a list in a cell does not end the cell or the row."""
    items = (
        ListItem(blocks=(_paragraph("甲"),)),
        ListItem(blocks=(_paragraph("乙"),), checked=True),
    )
    content = Cell(blocks=(_paragraph("a|b\nc\\|"), ListBlock(items=items)))
    table = Table(columns=(Column(label="x|y"),), rows=(Row(cells=(content,)),))
    assert _written(table) == ("| x\\|y |\n| --- |\n| a\\|b<br>c\\\\\\|<br>• 甲<br>☑ 乙 |")


def test_facts_are_a_list() -> None:
    """They are items with their label in front, also those that stand side by side in Word."""
    more = Cell(blocks=(_paragraph("一"), _paragraph("二")))
    facts = (
        Fact(label="负责人", cell=Cell(blocks=(_paragraph("周岩"),))),
        Fact(label="说明", cell=more),
    )
    assert _written(Facts(items=facts)) == "- **负责人**：周岩\n\n- **说明**：一\n\n  二"
    assert _written(Facts(items=facts[:1]), lang="en") == "- **负责人**: 周岩"
    assert _written(Facts(items=facts, across=2)) == _written(Facts(items=facts))
    assert _written(Facts(items=facts, across=2, role=Role.METADATA)) == _written(Facts(items=facts))


def test_paragraphs_with_labels_of_their_own_are_a_list() -> None:
    """What is said of an item in labelled paragraphs stands below its title, line by line."""
    label = (Run(text="结果", strong=True), Run(text=" "))
    led = Paragraph(runs=(*label, Run(text="已审 129 单")))
    bullets = ListBlock(items=(ListItem(blocks=(_paragraph("甲"),)),))
    item = Fact(label="审核", cell=Cell(blocks=(led, bullets, led)))
    assert _written(Facts(items=(item,))) == (
        "- **审核**\n  - **结果** 已审 129 单\n    - 甲\n  - **结果** 已审 129 单"
    )
    titled = Fact(label="任务", cell=Cell(blocks=(_paragraph("审核"), led)))
    assert _written(Facts(items=(titled,))) == "- **任务**：审核\n  - **结果** 已审 129 单"


def test_roles_are_honoured() -> None:
    """What is missing is in italics, what needs attention is a quotation, which every reader of Markdown shows."""
    assert _written(_paragraph("无", role=Role.NOTHING)) == "*无*"
    empty = Fact(label="甲", cell=Cell(blocks=(_paragraph("待填"),), role=Role.PLACEHOLDER))
    assert _written(Facts(items=(empty,))) == "- **甲**：_待填_"
    assert _written(_paragraph("急", role=Role.ATTENTION)) == "> 急"


def test_code_is_fenced_beyond_its_own_fences() -> None:
    """A fence is longer than any run in the code, and code keeps its spaces and blank lines."""
    text = "```\n\n  x \n~~~~"
    item = ListItem(blocks=(Code(text=text, language="a`b"),))
    assert _written(Code(text=text)) == f"````\n{text}\n````"
    assert blocks_of(_written(ListBlock(items=(item,)))) == (ListBlock(items=(item,)),)


def test_two_lists_in_a_row_stay_two() -> None:
    """Lists that follow each other get different marks, so that they do not become one."""
    one = ListBlock(items=(ListItem(blocks=(_paragraph("a"),)),))
    assert _written(one, one, one) == "- a\n\n* a\n\n- a"
    numbered = ListBlock(items=one.items, ordered=True, start=9)
    assert _written(numbered, numbered) == "9. a\n\n9) a"


def test_dividers_do_not_join_the_marks_of_lists() -> None:
    """Lists of nothing but lists, and a divider in a list, are no line across the page."""
    empty = ListBlock(items=(ListItem(blocks=()),))
    nested = ListBlock(items=(ListItem(blocks=(ListBlock(items=(ListItem(blocks=(empty,)),)),)),))
    divided = ListBlock(items=(ListItem(blocks=(Divider(),)),))
    assert blocks_of(_written(nested, Divider(), divided)) == (nested, Divider(), divided)


def test_front_matter_holds_the_properties_as_text() -> None:
    """Properties come back from the front matter as they were, even if they look like more."""
    values = (("id", "0012"), ("date", "2026-11-21"), ("title", "a: b # c\n---\n𠮷"), ("x", "no"))
    page = evolve(_page(_paragraph("x")), title="标题 #", properties=values)
    front, body = render(page).removeprefix("---\n").split("\n---\n\n", 1)
    assert yaml.safe_load(front) == dict(values)
    assert body == render(page, front_matter=False)
    assert render(page, front_matter=False) == "# 标题 \\#\n\nx\n"


def test_the_kind_stands_below_a_title_that_does_not_name_it() -> None:
    """A reader sees what kind of document it is, once."""
    page = evolve(_page(), title="早班", kind="值班交接")
    assert render(page) == "# 早班\n\n*值班交接*\n"
    assert render(evolve(page, title="早班值班交接")) == "# 早班值班交接\n"


@pytest.mark.parametrize(
    "text", ["a" + "_" * 100_000 + "b", "*" * 10_000, "[" * 10_000, "_a " * 3_000, "\\" * 10_000, "~|<&" * 2_500]
)
def test_long_hostile_texts_come_back(text: str) -> None:
    """Ten thousand characters of markup are written and read as they are."""
    assert _read(_text(text)).strip() == text.strip()


def test_a_document_is_exported_as_utf8() -> None:
    """The exporter gives bytes with line feeds and one at the end, with its option honoured."""
    document = OpsDocument(profile="daily_handover", title="𠮷 | 交接")
    written = MarkdownExporter().export(document, lang="zh")
    assert written.startswith(b"---\n")
    assert written.endswith(b"\n")
    assert not written.endswith(b"\n\n")
    assert b"\r" not in written
    bare = MarkdownExporter(front_matter=False).export(document, lang="zh").decode()
    assert bare.startswith("# 𠮷 | 交接\n")
