"""The cells of a row become values of a record, or faults of their column."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from opshandover.codec.records import Reading, ensure_date_format, records_in
from opshandover.codec.table import Table
from opshandover.errors import OptionError, TableError
from opshandover.model import Metric, Person, Record, Shift, Task

EAST = timezone(timedelta(hours=8))


def read(of: type[Record], cells: dict[str, object], **options: Any) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    """The records in a table of one row."""
    reading = Reading(of=of, **{"mapping": {}, "values": {}, "date_formats": (), **options})
    return records_in(Table(headings=tuple(cells), rows=(cells,)), of, reading, "t")[:2]


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2026-11-28", date(2026, 11, 28)),
        ("2026年11月28日", date(2026, 11, 28)),
        ("2026.11.28", date(2026, 11, 28)),
        ("20261128", date(2026, 11, 28)),
        ("28 Nov 2026", date(2026, 11, 28)),
        ("11/28/2026", date(2026, 11, 28)),
        ("2026-11-28 00:00:00", date(2026, 11, 28)),
        ("2026/11/28 9:30", datetime(2026, 11, 28, 9, 30)),  # noqa: DTZ001
        ("2026-11-28T09:30:00.000+0800", datetime(2026, 11, 28, 9, 30, tzinfo=EAST)),
        (datetime.fromisoformat("2026-11-28"), date(2026, 11, 28)),
        ("0000-00-00 00:00:00", None),
        ("—", None),
        ("", None),
    ],
)
def test_a_date_that_has_one_meaning(written: object, due: object) -> None:
    """The forms of programs are read; a midnight is how they write a day."""
    ((task,), _) = read(Task, {"title": "a", "due": written})
    assert task.due == due
    assert type(task.due) is type(due)


@pytest.mark.parametrize("written", ["To Do", "待定", "待办"])
def test_a_status_that_looks_empty(written: str) -> None:
    """Words that stand for nothing in a text are a status or a fault, and never left out."""
    if written == "待定":
        with pytest.raises(TableError, match="row 1  status"):
            read(Task, {"title": "a", "status": written})
    else:
        ((task,), _) = read(Task, {"title": "a", "status": written})
        assert task.status.value == "not_started"


@pytest.mark.parametrize("written", ["03/05/2026", "11-28", "明天", "2026-02-30", "TBD"])
def test_a_date_that_has_none_or_several(written: str) -> None:
    """It is named, never guessed."""
    with pytest.raises(TableError, match="row 1  due"):
        read(Task, {"title": "a", "due": written})


def test_a_format_decides() -> None:
    """The first form that fits counts."""
    for form, due in (("%d/%m/%Y", date(2026, 5, 3)), ("%m/%d/%Y", date(2026, 3, 5))):
        ((task,), _) = read(Task, {"title": "a", "due": "03/05/2026"}, date_formats=(form,))
        assert task.due == due
    with pytest.raises(OptionError):
        ensure_date_format("%Q")


def test_a_midnight_stays_where_a_time_is_wanted() -> None:
    """A shift may end at midnight."""
    ((shift,), _) = read(Shift, {"name": "a", "end": "2026-11-28 00:00"})
    assert shift.end == datetime.fromisoformat("2026-11-28")


def test_a_number_may_be_a_text() -> None:
    """Numbers are texts where texts are wanted, and texts numbers."""
    ((task,), _) = read(Task, {"title": 12, "id": 7, "progress": "60%"})
    assert (task.title, task.id, task.progress) == ("12", "7", 60)
    ((metric,), _) = read(Metric, {"name": "a", "value": 1.5})
    assert str(metric.value) == "1.5"


def test_words_of_the_other_system() -> None:
    """They mean what is said, folded; nothing is said by `None`."""
    values = {"status": {"In Review": "in_progress", "won't do": None}, "owner": {"bot": None}}
    ((task,), _) = read(Task, {"title": "a", "status": "in-review", "owner": "Bot"}, values=values)
    assert (task.status.value, task.owner) == ("in_progress", None)
    ((task,), _) = read(Task, {"title": "a", "status": "Won't do", "owner": "Ann"}, values=values)
    assert (task.status, task.owner) == (None, Person(name="Ann"))


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (("标题", "title"), "标题 and title are the same field"),
        (("title", "owner", "owner.name"), "owner and owner.name are the same field"),
        (("due",), "no column is the Title; the columns are due"),
        ((), "no column is the Title"),
    ],
)
def test_columns_that_cannot_be(headings: tuple[str, ...], said: str) -> None:
    """The table is refused before its rows are read."""
    with pytest.raises(TableError) as caught:
        read(Task, dict.fromkeys(headings, "x"))
    assert said in str(caught.value)


def test_doubled_columns_that_count() -> None:
    """Two columns of one name matter only if the name is that of a field."""
    table = Table(headings=("title", "x"), rows=(), doubled=frozenset({"x"}))
    reading = Reading(of=Task, mapping={}, values={}, date_formats=())
    assert records_in(table, Task, reading, "t") == ((), ("x",), 0)
    with pytest.raises(TableError, match="several columns are called title"):
        records_in(Table(headings=("title",), rows=(), doubled=frozenset({"title"})), Task, reading, "t")


def test_a_record_without_a_main_field() -> None:
    """Any column will do."""
    with pytest.raises(TableError):
        read(Shift, {"x": "y"})
