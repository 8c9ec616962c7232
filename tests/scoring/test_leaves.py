"""What makes a leaf full: given, valid, and no placeholder."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import attrs
import pytest

from opshandover.model.base import Money, Nothing, Period, Record, Shift
from opshandover.model.fields import Field, Kind, field_map
from opshandover.model.people import Person
from opshandover.model.tasks import Milestone, Task, TaskStatus
from opshandover.scoring.leaves import is_filled


def full(record: Record, name: str) -> bool:
    """Whether one field of a record is full."""
    return is_filled(getattr(record, name), field_map(type(record))[name], record)


@pytest.mark.parametrize(("progress", "counts"), [(None, False), (-1, False), (0, True), (100, True), (101, False)])
def test_a_number_has_to_lie_in_its_range(progress: int | None, counts: bool) -> None:
    """Both ends of the range belong to it, and 0 is a number like any other."""
    assert full(Task(progress=progress), "progress") is counts


@pytest.mark.parametrize(("amount", "counts"), [("NaN", False), ("sNaN", False), ("-Infinity", False), ("0.00", True)])
def test_a_decimal_has_to_be_finite(amount: str, counts: bool) -> None:
    """What is no number does not count, and does not crash."""
    assert full(Money(amount=Decimal(amount)), "amount") is counts
    bounded = attrs.evolve(field_map(Money)["amount"], spec=attrs.evolve(field_map(Money)["amount"].spec, ge=0))
    money = Money(amount=Decimal(amount))
    assert is_filled(money.amount, bounded, money) is counts


def test_texts_and_choices() -> None:
    """A text that says something counts, and any choice does."""
    assert full(Task(title="上线活动页"), "title")
    assert not full(Task(title="待定"), "title")
    assert full(Task(status=TaskStatus.NOT_STARTED), "status")
    assert not full(Task(), "status")


def test_a_vague_phrase_answers_no_question() -> None:
    """It counts where any text will do, and not as a next step or a reason."""
    assert not full(Task(next_step="继续跟进"), "next_step")
    assert not full(Nothing(reason="一切正常"), "reason")
    assert full(Task(result="一切正常"), "result")
    assert full(Task(next_step="周岩 15 点继续跟进"), "next_step")


def test_a_span_that_ends_before_it_starts_lacks_its_end() -> None:
    """The start still counts, so that filling one end never empties the other."""
    wrong = Period(start=date(2026, 8, 2), end=date(2026, 8, 1))
    assert full(wrong, "start")
    assert not full(wrong, "end")
    assert full(Period(start=date(2026, 8, 1), end=date(2026, 8, 1)), "end")
    assert full(Period(end=date(2026, 8, 1)), "end")


def test_spans_of_different_clocks_are_compared() -> None:
    """Times with and without a zone are compared by what both tell, days as days."""
    early, late = (datetime.combine(date(2026, 8, 1), time(hour)) for hour in (8, 20))
    for end in (late, late.replace(tzinfo=UTC)):
        assert full(Shift(start=early, end=end), "end")
        assert not full(Shift(start=end, end=early), "end")
    assert full(Period(start=date(2026, 8, 1), end=date(2026, 8, 1)), "end")
    assert not full(Period(start=date(2026, 8, 1), end=date(2026, 7, 31)), "end")


def test_only_spans_are_compared() -> None:
    """An end of another kind of record is a date like any other."""
    assert full(Milestone(due=date(1900, 1, 1)), "due")


def test_what_stands_by_default_does_not_count() -> None:
    """A box not ticked and a preset currency were written by nobody."""
    assert not full(Milestone(), "done")
    assert full(Milestone(done=True), "done")
    assert not full(Money(), "currency")
    assert full(Money(currency="EUR"), "currency")


def test_a_record_as_a_leaf_is_full_if_anything_in_it_is() -> None:
    """Any field counts, at any depth; defaults and placeholders do not."""
    leaf = Field(
        name="owner",
        spec=field_map(Task)["owner"].spec,
        kind=Kind.RECORD,
        type=Person,
        many=False,
        default=None,
    )
    task = Task()
    assert is_filled(Person(phone="8001"), leaf, task)
    assert not is_filled(Person(name="TBD"), leaf, task)
    assert is_filled(Task(owner=Person(im="zhou")), leaf, task)
    assert is_filled(Task(support_needed=("", "要两名客服")), leaf, task)
    assert not is_filled(Task(owner=Person(), support_needed=("无",)), leaf, task)
    assert not is_filled(Money(), leaf, task)
