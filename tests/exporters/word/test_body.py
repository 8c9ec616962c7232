"""The blocks of a page, one below the other."""

import pytest
from tests.exporters.word.opened import fact, item, para, row, table_of, text_in, value, written
from tests.support.docx_lint import W

from opshandover.pages.blocks import Block, Column, Facts, Heading, ListBlock, Paragraph, Role, Run, Table


def test_attention_stands_in_one_box() -> None:
    """What comes first stands together, apart from the text around it."""
    file = written(para("前"), para("甲", Role.ATTENTION), para("乙", Role.ATTENTION), para("后"))
    (box,) = file.find("./body/tbl")
    assert text_in(box).split() == ["甲", "乙"]


def test_a_table_that_asks_for_attention_needs_no_box() -> None:
    """Its own bar marks it; a box round it would be a second one."""
    table = Table(columns=(Column(label="甲"),), rows=(row("乙"),), role=Role.ATTENTION)
    styles = written(table).find(".//tblStyle")
    assert [value(each) for each in styles] == ["Marked"]


def test_a_label_stays_with_what_it_leads_in() -> None:
    """A line of nothing but a label is not left alone at the foot of a page."""
    label = Paragraph(runs=(Run(text="概述", strong=True),))
    lines = written(label, para("后"), label).find(".//p")
    bound = [text_in(each) for each in lines if each.find(f"{W}pPr/{W}keepNext") is not None]
    assert [text.strip() for text in bound] == ["概述"]


@pytest.mark.parametrize(
    ("block", "kept"),
    [
        (para("甲"), [True]),
        (ListBlock(items=(item("甲"), item("乙"))), [False, True]),
        (table_of(*(row(f"{i}", "甲") for i in range(5)), shares=(1, 1)), [False, False, False, False, False, True]),
        (table_of(row("1", "甲"), shares=(1, 1)), [False, True]),
        (Facts(items=tuple(fact(f"{i}", "甲") for i in range(4))), [True, False, False, True]),
    ],
)
def test_the_end_of_what_comes_before_signatures_is_kept(block: Block, kept: list[bool]) -> None:
    """The last line, item or row goes to the page of the signatures, which would otherwise be alone there."""
    signing = table_of(row("移交人", ""), role=Role.SIGNATURE)
    body = written(para("前"), block, Heading(level=1, text="交接确认"), signing).find("./body")[0]
    before = [each for each in body if each.tag != f"{W}sectPr"]
    heading = next(n for n, each in enumerate(before) if "交接确认" in text_in(each))
    pieces = [each for each in before[3:heading] if text_in(each)]
    lines = [part for piece in pieces for part in (piece.findall(f"{W}tr") or [piece])]
    assert [line.find(f".//{W}keepNext") is not None for line in lines] == kept
