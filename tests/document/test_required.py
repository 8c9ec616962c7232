"""What a record lacks, and what is done and waits for nothing."""

from datetime import date
from decimal import Decimal

import pytest
from tests.rules.built import BLANKS

from opshandover.document.required import blank, empty, is_done, lacking, required_of
from opshandover.model import (
    AccessChange,
    Asset,
    Cadence,
    Issue,
    IssueStatus,
    Milestone,
    Money,
    Person,
    Record,
    ReviewCycle,
    System,
    Task,
    TaskStatus,
)
from opshandover.model.fields import Kind


def names(record: Record) -> list[str]:
    """The names of the fields that a record lacks."""
    return [field.name for field in lacking(record)]


def test_required_fields_are_those_declared_so() -> None:
    """A flag that is not set says no, and is never asked for."""
    assert [field.name for field in required_of(Task)] == ["title", "status", "owner"]
    assert all(field.kind is not Kind.BOOLEAN for field in required_of(System))


def test_what_is_empty_is_lacking() -> None:
    """A placeholder is no content to a check, and is to a page, which shows it."""
    task = Task(title="TBD", owner=Person(name="周岩"))
    assert names(task) == ["title", "status"]
    assert [field.name for field in lacking(task, blank)] == ["status"]


@pytest.mark.parametrize(
    "done",
    [
        Task(status=TaskStatus.DONE),
        Issue(status=IssueStatus.RESOLVED),
        Milestone(done=True),
        Asset(returned_on=date(2026, 11, 21)),
        AccessChange(done_on=date(2026, 11, 21)),
    ],
)
def test_what_is_done_lacks_nothing(done: Record) -> None:
    """Nobody comes back to what is settled."""
    assert is_done(done)
    assert names(done) == []
    assert names(type(done)()) != []


@pytest.mark.parametrize("value", ["", " \u3000\n", None, ()])
def test_what_shows_nothing_is_blank(value: object) -> None:
    """No value, no items, or white space alone."""
    assert blank(value)


@pytest.mark.parametrize("value", ["TBD", 0, False, ("",), Money()])
def test_what_shows_something_is_not_blank(value: object) -> None:
    """A page shows whatever was written."""
    assert not blank(value)


@pytest.mark.parametrize("blank", BLANKS)
def test_blank_texts_are_empty_however_deep(blank: str) -> None:
    """A placeholder is empty alone, in a list and in a record."""
    for value in (blank, (blank, blank), Task(title=blank), (Task(support_needed=(blank,)),)):
        assert empty(value)


@pytest.mark.parametrize(
    "value",
    [
        0,
        False,
        Decimal(0),
        date(2026, 1, 1),
        "无新增订单",
        ("", "x"),
        Cadence.DAILY,
        Task(title="a"),
    ],
)
def test_answers_are_not_empty(value: object) -> None:
    """Zero and no are answers, and one real item fills a list."""
    assert not empty(value)


def test_defaults_do_not_fill_a_record() -> None:
    """What stands in a record by itself was not said by anybody."""
    assert empty(Money())
    assert not empty(Money(amount=Decimal(0)))
    assert not empty(ReviewCycle(next=date(2026, 1, 1)))
