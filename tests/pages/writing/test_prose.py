"""Prose comes back from its blocks."""

import re
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.support.documents import HOSTILE, MARKDOWN, markdown, prose
from tests.support.pages import blocks, texts_in

from opshandover.ooxml.xml import visible
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Fact,
    Facts,
    Flow,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Row,
    Run,
    Table,
)
from opshandover.pages.markdown import blocks_of
from opshandover.pages.writing.prose import normal_prose, prose_of, with_plain_breaks
from opshandover.plain_text import clean


def shown(value: Any) -> Any:
    """Blocks as a reader sees them: control characters as their symbols, and no style of line breaks."""
    match value:
        case str():
            return visible(value)
        case tuple():
            return tuple(map(shown, value))
        case _ if has(type(value)):
            return type(value), [shown(getattr(value, field.name)) for field in fields(type(value)) if field.eq]
        case _:
            return value


ANY = st.one_of(st.sampled_from((*HOSTILE, *MARKDOWN)), markdown(), st.text(max_size=60))


@settings(max_examples=200)
@example("**甲\n乙**")
@example("- 甲\n\n  3. 乙")
@example("- 甲\n  -\n    - 乙")
@example("> ~~~0")
@example("* 5 %")
@example("## **重点**：复核")
@example("*0*\x1f\n0")
@given(ANY | prose())
def test_rewritten_prose_shows_the_same(text: str) -> None:
    """And is rewritten no further."""
    written = normal_prose(text)
    one, other = (shown(with_plain_breaks(blocks_of(each))) for each in (written, text))
    assert one == other
    assert normal_prose(written) == written


@pytest.mark.parametrize(
    "text",
    [
        "一句，带 3 * 4 = 12 和 snake_case。",
        "第一行\n第二行\n\n另一段",
        "比例 1:100:5，$5$ 和 www.甲.cn",
        "- 甲\n- 乙\n  - 丙",
        "1. 甲\n2. 乙",
        "**注意**：先停，再查\n\n```sh\nls *.py\n```",
        "- [ ] 未做\n- [x] 已做",
        "D:\\日志\\a.csv",
    ],
)
def test_prose_as_people_type_it_is_unchanged(text: str) -> None:
    """No escape where nothing would be misread."""
    assert normal_prose(text) == text


def test_blocks_of_a_page_are_written_without_their_places() -> None:
    """A heading of the page within prose is one of the text."""
    blocks = (Heading(3, "甲", path="a"), Paragraph((Run("乙", path=".b"),), path="a"))
    assert prose_of(blocks) == "### 甲\n\n乙"
    assert prose_of(()) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲\n乙\n---", "## 甲<br>乙"),
        ("###\t甲 ##", "### 甲"),
        ("# a #b \\#", "# a #b \\#"),
        ("# **甲** 乙", "# 甲 乙"),
        ("- # 甲\n  乙", "- # 甲\n\n  乙"),
        ("- [x]\n\n  ## 甲", "- [x]\n\n  ## 甲"),
        ("> ## 甲\n乙", "> ## 甲\n\n乙"),
    ],
)
def test_headings_keep_their_level(text: str, written: str) -> None:
    """However a heading is typed, it is written with its number signs; it is bold as a whole."""
    assert normal_prose(text) == written
    assert blocks_of(written) == blocks_of(text)


@pytest.mark.parametrize("text", ["**甲\n乙**", "**甲**\n**乙**"])
def test_bold_lines_are_written_one_by_one(text: str) -> None:
    """A line break has no style, so that what is written once is written the same again."""
    once = normal_prose(text)
    assert once.count("**") == 4
    assert normal_prose(once) == once


@given(blocks())
def test_no_word_of_a_page_is_lost_in_prose(found: tuple[Block, ...]) -> None:
    """Whatever kind of block it stands in, also within the cell of a table; drawings only repeat what stands elsewhere."""
    page = Page(title="", kind="", lang="zh", blocks=found)
    shown = "".join(texts_in(evolve(page, blocks=blocks_of(prose_of(found)))))
    for text in texts_in(evolve(page, blocks=_without_drawings(found))):
        assert all(word in shown for word in re.findall(r"[^\W_]+", clean(text)))


def _without_drawings(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without flows, wherever they stand."""

    def within(block: Block) -> Block:
        match block:
            case Quote():
                return evolve(block, blocks=_without_drawings(block.blocks))
            case ListBlock():
                return evolve(block, items=tuple(evolve(i, blocks=_without_drawings(i.blocks)) for i in block.items))
            case Table():
                return evolve(block, rows=tuple(evolve(r, cells=tuple(map(cell, r.cells))) for r in block.rows))
            case Facts():
                return evolve(block, items=tuple(evolve(f, cell=cell(f.cell)) for f in block.items))
            case _:
                return block

    def cell(one: Cell) -> Cell:
        return evolve(one, blocks=_without_drawings(one.blocks))

    return tuple(within(block) for block in found if not isinstance(block, Flow | Chart))


def test_facts_and_what_a_cell_holds_are_prose() -> None:
    """Facts are a list with labels, and what prose has no place for in a cell is its lines."""
    inner = ListBlock((ListItem((Paragraph((Run("盘点"),)),), True), ListItem((Paragraph((Run("锁门"),)),))))
    cell = Cell((Paragraph((Run("收班"),)), inner, Quote((Paragraph((Run("照旧"),)),)), Code("ls")))
    facts = Facts((Fact("备注", Cell((Paragraph((Run("两把钥匙"),)),))),))
    table = Table((Column("事项"),), (Row((cell,)),))
    assert prose_of((facts, table)) == (
        "- **备注**：两把钥匙\n\n| 事项 |\n| --- |\n| 收班<br>• ☑ 盘点<br>• 锁门<br>照旧<br>`ls` |"
    )
