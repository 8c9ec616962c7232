"""The blocks of a page, one below the other."""

from tests.exporters.word.opened import para, row, text_in, value, written
from tests.support.docx_lint import W

from opshandover.pages.blocks import Column, Paragraph, Role, Run, Table


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
