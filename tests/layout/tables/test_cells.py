"""The content of a cell."""

from datetime import date

from tests.layout.tables.tabled import LONG, labels

from opshandover.layout.records import list_blocks
from opshandover.layout.tables.cells import details
from opshandover.model.base import Level
from opshandover.model.people import Contact, Person
from opshandover.model.risks import Risk
from opshandover.model.tasks import Task
from opshandover.pages.blocks import (
    Paragraph,
    Role,
    Table,
    text_of,
)


def test_what_is_brief_shares_a_line() -> None:
    """Short values come first, all in one paragraph, which has the path of their record."""
    risk = Risk(
        title="甲", impact=Level.HIGH, owner=Person(name="周岩"), next_check=date(2026, 11, 22),
        description=LONG, warning_signs=("一", "二"),
    )  # fmt: skip
    (line, *others) = details(risk, "x[0]", "zh", without={"title"})
    assert isinstance(line, Paragraph)
    assert text_of(line.runs) == "影响程度 ▲ 高；负责人 周岩；下次检查 2026-11-22"
    assert line.path == "x[0]"
    said = {block.path: text_of(block.runs) for block in others if isinstance(block, Paragraph)}
    assert said["x[0].warning_signs"] == "预警信号 一；二"


def test_an_id_stands_small_below_the_title() -> None:
    """What ties an item to other documents is no column and no block of its own."""
    tasks = (
        Task(title="甲", id="T-1", carried_from="D-0", progress=1),
        Task(title="乙", progress=2),
    )
    (table,) = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    first = table.rows[0].cells[0]
    below = [b for b in first.blocks if isinstance(b, Paragraph) and b.role is Role.METADATA]
    assert [(text_of(b.runs), b.path) for b in below] == [
        ("T-1", "x[0].id"), ("沿自 D-0", "x[0].carried_from"),
    ]  # fmt: skip
    assert labels((table,)) == ["标题", "进度"]


def test_flags_not_set_leave_their_cell_empty() -> None:
    """Only what somebody set is said in a table."""
    contacts = (Contact(relationship="a", emergency=True), Contact(relationship="b"))
    (table,) = list_blocks(contacts, "x", "en", 2)
    assert isinstance(table, Table)
    assert [bool(row.cells[-1].blocks) for row in table.rows] == [True, False]
