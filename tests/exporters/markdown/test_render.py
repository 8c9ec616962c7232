"""Blocks keep their kinds and their bounds in Markdown."""

import pytest
from attrs import evolve
from tests.exporters.markdown.writing import page, paragraph, written

from opshandover.exporters.markdown.render import render
from opshandover.pages.blocks import (
    Align,
    Cell,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    Quote,
    Role,
    Row,
    Table,
)
from opshandover.pages.markdown import blocks_of


def test_roles_are_honoured() -> None:
    """What is missing is in italics, what needs attention is a quotation, which every reader of Markdown shows."""
    assert written(paragraph("无", role=Role.NOTHING)) == "*无*"
    empty = Fact(label="甲", cell=Cell(blocks=(paragraph("待填"),), role=Role.PLACEHOLDER))
    assert written(Facts(items=(empty,))) == "- **甲**：_待填_"
    assert written(paragraph("急", role=Role.ATTENTION)) == "> 急"


@pytest.mark.parametrize(("level", "marks"), [(1, "##"), (5, "######"), (6, "######"), (9, "######")])
def test_headings_stand_below_the_title(level: int, marks: str) -> None:
    """Markdown has six levels, of which the title has the first; a blank heading is left out."""
    assert written(Heading(text="甲", level=level)) == f"{marks} 甲"
    assert written(Heading(text=" ", level=level), paragraph("a")) == "a"


def test_a_table_is_as_wide_as_its_widest_row() -> None:
    """Missing cells are empty, and each column is aligned as it says."""
    row = Row(cells=tuple(Cell(blocks=(paragraph(text),)) for text in "123"))
    columns = (Column(label="a", align=Align.END), Column(label="b", align=Align.CENTER))
    assert written(Table(columns=columns, rows=(row, Row(cells=row.cells[:1])))) == (
        "| a | b |  |\n| ---: | :---: | --- |\n| 1 | 2 | 3 |\n| 1 |  |  |"
    )
    assert written(Table(columns=(), rows=()), paragraph("a")) == "a"


def test_code_is_fenced_beyond_its_own_fences() -> None:
    """A fence is longer than any run in the code, and code keeps its spaces and blank lines."""
    text = "```\n\n  x \n~~~~"
    item = ListItem(blocks=(Code(text=text, language="a`b"),))
    assert written(Code(text=text)) == f"````\n{text}\n````"
    assert blocks_of(written(ListBlock(items=(item,)))) == (ListBlock(items=(item,)),)


def test_two_lists_in_a_row_stay_two() -> None:
    """Lists that follow each other get different marks, so that they do not become one."""
    one = ListBlock(items=(ListItem(blocks=(paragraph("a"),)),))
    assert written(one, one, one) == "- a\n\n* a\n\n- a"
    numbered = ListBlock(items=one.items, ordered=True, start=9)
    assert written(numbered, numbered) == "9. a\n\n9) a"


def test_dividers_do_not_join_the_marks_of_lists() -> None:
    """Lists of nothing but lists, and a divider in a list, are no line across the page."""
    empty = ListBlock(items=(ListItem(blocks=()),))
    nested = ListBlock(items=(ListItem(blocks=(ListBlock(items=(ListItem(blocks=(empty,)),)),)),))
    divided = ListBlock(items=(ListItem(blocks=(Divider(),)),))
    assert blocks_of(written(nested, Divider(), divided)) == (nested, Divider(), divided)


def test_a_number_after_a_mark_stays_in_its_block() -> None:
    """A quotation or a list that begins with a number is not read back as a comparison or a negative number."""
    for block in (Quote(blocks=(paragraph("50 单"),)), ListBlock(items=(ListItem(blocks=(paragraph("5%"),)),))):
        assert blocks_of(written(block)) == (block,)


def test_the_kind_stands_below_a_title_that_does_not_name_it() -> None:
    """A reader sees what kind of document it is, once."""
    shown = evolve(page(), title="早班", kind="值班交接")
    assert render(shown) == "# 早班\n\n*值班交接*\n"
    assert render(evolve(shown, title="早班值班交接")) == "# 早班值班交接\n"
