"""Blocks in a table cell stand on one line and are told apart there."""

import pytest
from attrs import evolve
from tests.exporters.markdown.writing import paragraph, written

from opshandover.exporters.markdown.cells import cell_text
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    ListBlock,
    ListItem,
    Quote,
    Role,
    Row,
    Run,
    Table,
)

ITEMS = (ListItem(blocks=(paragraph("甲"), paragraph("乙"))), ListItem(blocks=(paragraph("丙"),), checked=False))
TABLE = Table(
    columns=(Column(label="a"), Column(label="b")),
    rows=(Row(cells=(Cell(blocks=(paragraph("1"),)), Cell(blocks=(paragraph("2"),)))),),
)


def test_bars_and_breaks_stay_inside_of_their_cell() -> None:
    """A bar, a line feed or a list in a cell does not end the cell or the row."""
    items = (
        ListItem(blocks=(paragraph("甲"),)),
        ListItem(blocks=(paragraph("乙"),), checked=True),
    )
    content = Cell(blocks=(paragraph("a|b\nc\\|"), ListBlock(items=items)))
    table = Table(columns=(Column(label="x|y"),), rows=(Row(cells=(content,)),))
    assert written(table) == ("| x\\|y |\n| --- |\n| a\\|b<br/>c\\\\\\|<br>• 甲<br>☑ 乙 |")


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading(text="甲", level=2), "**甲**"),
        (Code(text="a|b\nc", language=""), "`a\\|b`<br/>`c`"),
        (Divider(), "———"),
        (Quote(blocks=(paragraph("甲"), paragraph("乙"))), "> 甲<br>\u2003乙"),
        (ListBlock(items=ITEMS), "• 甲<br>\u2003乙<br>☐ 丙"),
        (ListBlock(items=ITEMS, ordered=True, start=9), "9. 甲<br>\u2003乙<br>10. ☐ 丙"),
        (TABLE, "**a** / **b**<br>1 / 2"),
        (Facts(items=(Fact(label="甲", cell=Cell(blocks=(paragraph("1"),))),)), "**甲**：1"),
        (
            Flow(steps=(FlowStep(label="甲", note="乙"), FlowStep(label="丙")), title="流程"),
            "**流程**<br>甲 / 乙<br>丙",
        ),
    ],
)
def test_each_block_has_a_form_for_cells(block: Block, text: str) -> None:
    """Signs stand for what Markdown has no room for there."""
    assert cell_text(Cell(blocks=(block,)), "：") == text


def test_blank_lines_are_left_out() -> None:
    """An empty paragraph takes no line of the cell, and an empty cell stays empty."""
    assert cell_text(Cell(blocks=(paragraph(" "), paragraph("甲"), paragraph(""))), "：") == "甲"
    assert cell_text(Cell(blocks=()), "：") == ""


@pytest.mark.parametrize("text", ["• 甲", "☑ 甲", "> 甲", "3. 甲", "\u2003甲", "•"])
def test_text_that_begins_with_a_mark_is_none(text: str) -> None:
    """A reader sees the same, and who reads the file knows a list from a text."""
    sign = text[0] if text[0] != "3" else "."
    assert cell_text(Cell(blocks=(paragraph(text),)), "：") == text.replace(sign, f"&#{ord(sign)};")


def test_the_role_of_a_cell_holds_for_all_its_lines() -> None:
    """What is missing is in italics there as well."""
    assert (
        cell_text(Cell(blocks=(paragraph("待填"), paragraph(Run(text="无"))), role=Role.PLACEHOLDER), "：")
        == "*待填*<br>*无*"
    )


def listed(*texts: str, ordered: bool = False) -> Cell:
    """A cell with a list."""
    items = tuple(ListItem(blocks=(paragraph(text),)) for text in texts)
    return Cell(blocks=(ListBlock(items=items, ordered=ordered),))


def test_each_item_of_a_list_has_a_line() -> None:
    """With the sign of its list, so that it can be told from a text with semicolons."""
    assert cell_text(listed("甲", "乙"), "：") == "• 甲<br>• 乙"
    assert cell_text(listed("甲"), "：") == "• 甲"
    assert cell_text(listed("甲", "乙", ordered=True), "：") == "1. 甲<br>2. 乙"
    assert cell_text(listed("", "甲"), "：") == "•<br>• 甲"


def test_a_short_remark_stands_in_brackets() -> None:
    """What is printed small below a line in Word, such as a number, needs no line of its own."""
    line, remark = paragraph("退款积压"), evolve(paragraph("WT-01"), role=Role.METADATA)
    assert cell_text(Cell(blocks=(line, remark)), "：") == "退款积压（WT-01）"
    assert cell_text(Cell(blocks=(line, remark)), ": ") == "退款积压 (WT-01)"
    assert cell_text(Cell(blocks=(paragraph("很" * 40), remark)), "：").endswith("很<br>WT-01")
