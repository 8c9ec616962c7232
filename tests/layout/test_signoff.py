"""The table to sign in, and the head of the document."""

from datetime import date

import attrs
import pytest

from opshandover.layout import lay_out
from opshandover.model.base import NotApplicable
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.signoff import SignatoryRole, Signature, SignDecision, SignOff
from opshandover.pages.blocks import Heading, Paragraph, Role, Row, Table, text_of

ZHOU, LIN, SUN = (Person(name=name) for name in ("周岩", "林珊", "孙宁"))
HANDOVER = OpsDocument(profile="daily_handover", giver=ZHOU, receivers=(LIN, SUN))


def said(row: Row) -> list[str]:
    """The texts of a row, cell by cell."""
    return ["/".join(text_of(b.runs) for b in cell.blocks if isinstance(b, Paragraph)) for cell in row.cells]


def signing(document: OpsDocument) -> list[list[str]]:
    """The texts of the table to sign in."""
    tables = (block for block in lay_out(document, "zh").blocks if isinstance(block, Table))
    return [said(row) for table in tables if table.role is Role.SIGNATURE for row in table.rows]


def test_everybody_involved_has_a_line() -> None:
    """Giver, each receiver, and a witness and a supervisor who are named sign, with room for the date."""
    lines = signing(attrs.evolve(HANDOVER, witness=Person(name="吴琳"), supervisor=Person(name="刘洋")))
    assert [line[:2] for line in lines] == [
        ["移交人", "周岩"], ["接收人", "林珊"], ["接收人", "孙宁"], ["监交人", "吴琳"], ["上级", "刘洋"],
    ]  # fmt: skip
    assert {line[4] for line in lines} == {"年    月    日"}


@pytest.mark.parametrize(("profile", "lines"), [("offboarding", 3), ("daily_handover", 2)])
def test_a_witness_has_a_line_where_one_is_counted_on(profile: str, lines: int) -> None:
    """Who leaves needs a witness, who may be found only on the day; a shift does not."""
    found = signing(OpsDocument(profile=profile))
    assert [line[0] for line in found] == ["移交人", "接收人", "监交人"][:lines]
    assert {tuple(line[1:]) for line in found} == {("", "", "", "年    月    日")}


def test_a_name_of_several_lines_is_that_of_the_header() -> None:
    """The line of somebody who has not signed shows no value of its own, whatever the name looks like."""
    tables = [
        b for b in lay_out(attrs.evolve(HANDOVER, giver=Person(name="周\n岩")), "zh").blocks if isinstance(b, Table)
    ]
    (table,) = (table for table in tables if table.role is Role.SIGNATURE)
    name = table.rows[0].cells[1]
    assert said(table.rows[0])[1] == "周\n岩"
    assert {name.path, *(block.path for block in name.blocks if isinstance(block, Paragraph))} == {""}


def test_the_table_has_room_for_opinion_seal_and_day() -> None:
    """Everybody writes what they think, signs or seals, and dates it."""
    tables = [b for b in lay_out(HANDOVER, "zh").blocks if isinstance(b, Table)]
    (table,) = (table for table in tables if table.role is Role.SIGNATURE)
    assert [column.label for column in table.columns][2:] == ["意见", "签字（盖章）", "日期"]


def test_signatures_fill_their_line() -> None:
    """A signature stands in the line of its person; one by somebody else has its own line."""
    signed = Signature(
        role=SignatoryRole.RECEIVER, person=SUN, on=date(2026, 11, 21),
        decision=SignDecision.ACCEPTED_WITH_REMARKS, opinion="缺一份台账",
    )  # fmt: skip
    other = Signature(role=SignatoryRole.SUPERVISOR, person=Person(name="吴琳"))
    lines = signing(attrs.evolve(HANDOVER, sign_off=SignOff(signatures=(signed, other))))
    assert [line[1] for line in lines] == ["周岩", "林珊", "孙宁", "吴琳"]
    assert lines[2][2] == "有保留接收/缺一份台账"
    assert lines[2][4] == "2026-11-21"


def test_a_document_that_nobody_signs_has_no_table() -> None:
    """Only a handover is signed, or what has a section for it."""
    assert signing(OpsDocument(profile="charter")) == []
    assert signing(OpsDocument(profile="charter", sign_off=SignOff(signatures=(Signature(person=ZHOU),))))


def test_what_does_not_apply_is_not_signed() -> None:
    """A sign-off that was left out on purpose has its reason, and no empty lines."""
    document = attrs.evolve(HANDOVER, sign_off=NotApplicable(reason="口头交接"))
    assert signing(document) == []


def test_the_section_has_one_heading() -> None:
    """What else the section says stands between its heading and the table."""
    document = attrs.evolve(HANDOVER, sign_off=SignOff(summary="总结", signatures=()))
    headings = [b.path for b in lay_out(document, "zh").blocks if isinstance(b, Heading)]
    assert headings.count("sign_off") == 1
