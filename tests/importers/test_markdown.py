"""Markdown as people write it comes in without losing a word."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.importers.sources import SOURCES
from tests.importers.words import heading_lines, words_in, words_of
from tests.support.steps import growth

from opshandover.errors import LoadError
from opshandover.importers.markdown import MarkdownImporter
from opshandover.importers.markdown.parse import MOST_MARKDOWN
from opshandover.pages.blocks import Divider, Heading, ListBlock, Page, Paragraph, Table, text_of
from opshandover.reading.imported import Imported


def imported(source: str | bytes) -> Imported:
    """A file as the importer reads it."""
    return MarkdownImporter().parse(source if isinstance(source, bytes) else source.encode())


def page_of(source: str) -> Page:
    """The page of a text."""
    return imported(source).page


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_no_word_is_lost(name: str) -> None:
    """Each word of a document that people wrote is on the page or beside it, and no heading is overlooked."""
    source, headings = SOURCES[name]
    found = imported(source)
    assert words_of(source) - words_in(found) == set()
    assert heading_lines(found.page) == headings
    assert not found.remarks


def test_lines_of_labels_stay_lines() -> None:
    """A line break between labels is there for whoever reads them, whatever ends the lines of the file."""
    lines = [
        "移交人：张三",
        "接收人：李四",
        "Owner: somebody with a name that is long enough to be wrapped by an editor",
        "Due: 3 March",
    ]
    for end in ("\n", "\r\n", "\r"):
        (paragraph,) = page_of(end.join(lines)).blocks
        assert isinstance(paragraph, Paragraph)
        assert text_of(paragraph.runs).split("\n") == lines


def test_lines_are_those_of_the_file() -> None:
    """Blocks know their line, counted from 1, with front matter."""
    page = page_of("---\ntitle: a\n---\n# 甲\n\n乙\n\n| a |\n|---|\n| b |\n\n- c\n- d\n\n```\ne\n```\n")
    lines = [getattr(block, "line", None) for block in page.blocks]
    table = page.blocks[1]
    items = page.blocks[2]
    assert isinstance(table, Table)
    assert isinstance(items, ListBlock)
    assert (page.title, lines[0], table.line, table.rows[0].line) == ("甲", 6, 8, 10)
    assert [item.line for item in items.items] == [12, 13]
    assert lines[-1] == 15


def test_dividers_between_documents_stay() -> None:
    """A line of hyphens after a list, below a label or alone is a divider, and no heading or front matter."""
    page = page_of("---\n\n### 甲\n- a\n---\n\n### 乙\n时间：3 月\n---\n\n### 丙\n")
    assert sum(isinstance(block, Divider) for block in page.blocks) == 3
    assert [block.text for block in page.blocks if isinstance(block, Heading)] == ["甲", "乙", "丙"]


def test_a_number_that_is_underlined_begins_a_heading() -> None:
    """Where headings are underlined; where they have signs, it is a list above a line, and so it is below a label."""
    page = page_of("交班日志\n===\n\n1. 生产情况\n---\n\n正常\n\n2. 时间：8 点\n---\n\n12) 出勤\n------\n")
    assert [(block.level, block.text) for block in page.blocks if isinstance(block, Heading)] == [
        (1, "1. 生产情况"),
        (1, "12) 出勤"),
    ]
    signed = page_of("# 交班日志\n\n1. 生产情况\n---\n\n正常\n")
    assert not [block for block in signed.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(encoding: str) -> None:
    """A text that Windows saved in its own encoding shows what it showed there."""
    assert imported("# 交班\n\n移交人：周岩".encode(encoding)).page == page_of("# 交班\n\n移交人：周岩")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("祎翀".encode("gb18030"), "GBK"),
        (b"PK\x03\x04rest", "zip"),
        (b"a\0b", "binary"),
        (b"\xff\xfe\xfd\xfc\x81", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(source: bytes, problem: str) -> None:
    """An encoding or a kind of file that cannot be read is one clear error."""
    with pytest.raises(LoadError) as raised:
        imported(source)
    assert len(raised.value.faults) == 1
    assert problem in str(raised.value)


def test_a_byte_order_mark_and_nothing_at_all() -> None:
    """A mark at the beginning is no text, and an empty file is an empty page."""
    assert imported("\ufeff# 甲".encode()).page.title == "甲"
    assert imported(b"").page.blocks == imported(b" \n\t\n").page.blocks == ()


def test_what_is_too_large_is_refused() -> None:
    """Fifty megabytes are refused before anything is parsed."""
    with pytest.raises(LoadError, match="MB"):
        imported(b"a" * (MOST_MARKDOWN + 1))


@pytest.mark.parametrize("unit", ["- 事项\n", "> 引文\n", "**粗**", "[链接](http://a.cn) ", "一段。\n\n"])
def test_what_would_take_long_is_refused(unit: str) -> None:
    """Lines and signs of markup are counted before anything is parsed."""
    with pytest.raises(LoadError, match="split it into several files"):
        imported((unit * 300_000)[: MOST_MARKDOWN * 2 // 3].encode())


@pytest.mark.parametrize(
    "unit",
    [
        "> ",
        "- ",
        "1. ",
        "> - ",
        "*",
        "[",
        "![",
        "`",
        "<b>",
        "<div>\n",
        "</div>",
        "<table>\n",
        "| a ",
        "a\n",
        "甲：乙\n",
        "- a\n",
        "# a\n",
        "##a\n",
        "a\n---\n\n",
        "[a]: b\n\n",
        "<!--",
        "-->",
        "<!-- a -->\n",
        "&#65;",
        "**a** b\n\n",
        "[^1]: a\n\n",
    ],
)
def test_no_file_takes_long(unit: str) -> None:
    """Four times as much hostile text takes no more than about four times the steps, and is answered or refused."""

    def work(source: bytes) -> None:
        with suppress(LoadError):
            imported(source)

    assert growth(lambda size: (unit * (size // len(unit))).encode(), work, 2_000) < 6


_MARKUP = (
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\t",
    "# ",
    "##",
    "---\n",
    "===\n",
    "```\n",
    "|",
    "|---|\n",
    "<table>",
    "<tr>",
    "<td rowspan=3>",
    "</td>",
    "<b>",
    "</b>",
    "<img src=x>",
    "<!--",
    "-->",
    "<script>",
    "[a]: b\n",
    "[a]",
    "[^1]",
    ": ",
    "：",
    "**",
    "*",
    "`",
    "甲",
    "a",
    "\\",
    "&#0;",
    "&#xD800;",
    "<a href=x>",
    "- [ ] ",
    "<input type=checkbox>",
)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """There is never another error than one that says what is wrong with the file."""
    with suppress(LoadError):
        assert isinstance(imported(data), Imported)


@example("<table><!--甲")
@example("</td><!--甲")
@example("<table><script>甲")
@given(st.lists(st.sampled_from(_MARKUP), max_size=40).map("".join))
def test_any_markup_is_read(source: str) -> None:
    """Whatever markup is mixed, all letters are found again, unless a script is said to be left out."""
    found = imported(source)
    left_out = any("scripts" in remark.message["en"] for remark in found.remarks)
    assert left_out or {"甲"} & set(source) <= words_in(found)
