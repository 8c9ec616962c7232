"""Records compared field by field."""

from datetime import date
from decimal import Decimal

from opshandover.layout.tables.compared import ComparedField, compare_fields
from opshandover.layout.tables.fitting import are_all_compact
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.model.people import Person
from opshandover.model.tasks import Task, TaskStatus
from opshandover.pages.blocks import Cell, Paragraph, Run, text_of
from opshandover.plain_text import width

TASKS = (
    Task(title="甲", status=TaskStatus.DONE, owner=Person(name="周岩"), support_needed=("a",)),
    Task(title=" ", status=TaskStatus.DONE, owner=Person(name="周岩"), due=date(2026, 11, 21)),
    Task(title="乙丙", owner=Person(name="林珊", phone="138")),
)


def column(records: tuple[Record, ...], name: str) -> ComparedField:
    """The column of that name."""
    (found,) = (one for one in compare_fields(records, "zh") if one.name == name)
    return found


def texts(cells: list[Cell]) -> list[str]:
    """The text of each cell, all of which have one paragraph at most."""
    return ["".join(text_of(block.runs) for block in cell.blocks if isinstance(block, Paragraph)) for cell in cells]


def test_only_what_somebody_filled_is_compared() -> None:
    """Fields come in the order of reading, those that are empty throughout do not come."""
    names = [one.name for one in compare_fields(TASKS, "zh")]
    assert names == ["title", "status", "owner", "support_needed", "due"]
    assert column(TASKS, "title").count == 2
    assert column(TASKS, "title").is_main


def test_equal_values_share_what_they_say() -> None:
    """Cells have paths of their own, and what stands in those that are alike is one object."""
    places = ["x[0]", "x[1]", "x[2]"]
    cells = column(TASKS, "owner").cells(places)
    assert [cell.path for cell in cells] == [f"{place}.owner" for place in places]
    assert cells[0].blocks is cells[1].blocks
    assert cells[0].blocks == (Paragraph(runs=(Run(text="周岩", path=".name"),)),)
    assert texts(cells) == ["周岩", "周岩", "林珊（电话 138）"]
    assert texts(column(TASKS, "title").cells(places)) == ["甲", "", "乙丙"]


def test_equal_numbers_may_be_written_differently() -> None:
    """1.5 and 1.50 are equal, but people wrote them with care."""
    metrics = (Metric(value=Decimal("1.5")), Metric(value=Decimal("1.50")))
    assert texts(column(metrics, "value").cells(["x", "y"])) == ["1.5", "1.50"]


def test_a_unit_belongs_to_its_own_record() -> None:
    """Equal figures of different units are told apart; such a cell is about the whole record."""
    metrics = (Metric(value=Decimal(1), unit="单"), Metric(value=Decimal(1), unit="秒"))
    cells = column(metrics, "value").cells(["x[0]", "x[1]"])
    assert texts(cells) == ["1 单", "1 秒"]
    assert [cell.path for cell in cells] == ["x[0]", "x[1]"]
    assert [block.path for cell in cells for block in cell.blocks if isinstance(block, Paragraph)]
    assert "unit" not in {one.name for one in compare_fields(metrics, "zh")}


def test_parts_keep_their_own_paths() -> None:
    """A list in a cell is no shared object, as its items stand in different places."""
    tasks = tuple(Task(support_needed=("甲。", "乙。")) for _ in range(2))
    first, second = column(tasks, "support_needed").cells(["x[0]", "x[1]"])
    assert first.blocks != second.blocks


def test_room_and_questions() -> None:
    """The widest value tells the room; a question is asked of all values that are shown."""
    assert column(TASKS, "title").room == width("标题")
    assert column(TASKS, "owner").room == width("林珊（电话 138）")
    assert column(TASKS, "owner").all(are_all_compact)
    long = (*TASKS, Task(result="很长的说明。" * 20))
    assert not column(long, "result").all(are_all_compact)
