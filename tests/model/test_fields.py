"""What a class of records holds, and what was given."""

from decimal import Decimal

import pytest

from opshandover.model.base import Money, Nothing, Record
from opshandover.model.culture import Culture
from opshandover.model.fields import fields_of, filled_values, values_of
from opshandover.model.tasks import Task, TaskStatus


@pytest.mark.parametrize("record", [Task(title="甲", progress=1), Nothing(reason="无"), Culture()])
def test_values_stand_in_the_order_of_the_fields(record: Record) -> None:
    """The values of a record come all at once, however many fields its class has."""
    values = tuple(getattr(record, field.name) for field in fields_of(type(record)))
    assert values_of(type(record))(record) == values


def test_what_was_given() -> None:
    """A zero and a default that says something are given, an empty default is not."""
    task = Task(progress=0, status=TaskStatus.DONE)
    assert [(field.name, value) for field, value in filled_values(task)] == [
        ("status", TaskStatus.DONE),
        ("progress", 0),
    ]
    assert [field.name for field, _ in filled_values(Money(amount=Decimal(1)))] == ["amount", "currency"]
