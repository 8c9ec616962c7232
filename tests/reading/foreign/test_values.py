"""Tests of the values that people write beside labels."""

from datetime import date
from decimal import Decimal

import pytest

from opshandover.model import Person, Task
from opshandover.model.data import Metric
from opshandover.model.fields import field_map
from opshandover.model.header import Header
from opshandover.model.tasks import TaskStatus
from opshandover.reading.foreign.values import Clock, is_empty, number_of, take

CASES = [
    (Task, "status", "✅ 已完成", TaskStatus.DONE),
    (Task, "progress", "80%", 80),
    (Task, "owner", "周岩", Person(name="周岩")),
    (Task, "due", "2026年11月29日", date(2026, 11, 29)),
    (Metric, "value", "18,640", Decimal(18640)),
    (Metric, "lower_is_better", "是", True),
]


@pytest.mark.parametrize(("of", "name", "text", "value"), CASES)
def test_a_value_that_is_understood_whole_is_taken(of: type[Task], name: str, text: str, value: object) -> None:
    """Each type of field reads what people write for it."""
    assert take(field_map(of)[name], text, text, Clock()).value == value


@pytest.mark.parametrize(
    ("of", "name", "text"),
    [
        (Task, "status", "差不多了，等复核"),
        (Task, "progress", "120%"),
        (Task, "owner", "请找值班的同事，谢谢"),
        (Task, "due", "等通知"),
    ],
)
def test_a_value_of_which_a_word_would_be_lost_is_not(of: type[Task], name: str, text: str) -> None:
    """What does not fit stays a text."""
    assert take(field_map(of)[name], text, text, Clock()).value is None


def test_the_year_comes_from_the_document_or_is_asked_for() -> None:
    """A date without a year needs the day of the document; a relative one is asked for in any case."""
    due = field_map(Task)["due"]
    guessed = take(due, "11月29日", "", Clock(on=date(2026, 11, 28)))
    assert (guessed.value, guessed.guessed) == (date(2026, 11, 29), True)
    assert take(due, "11月29日", "", Clock()).asked is not None
    assert take(due, "下周五", "", Clock(on=date(2026, 11, 28))).asked is not None


def test_a_range_is_a_period() -> None:
    """Two days make a period, and no day."""
    taken = take(field_map(Header)["period"], "2026年11月2日至8日", "", Clock())
    assert (taken.value.start, taken.value.end) == (date(2026, 11, 2), date(2026, 11, 8))


def test_small_helpers_know_their_forms() -> None:
    """A number has its unit, and a blank is empty."""
    assert number_of("86.5元") == (Decimal("86.5"), "元")
    assert is_empty("______")
