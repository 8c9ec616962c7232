"""What a record lacks: the required fields that are empty, and which records wait for nothing.

The page asks for these fields, a check finds them missing, and both have to mean the same. They
differ in one thing alone: to a check a text such as “TBD” is `empty`, while a page shows it, since
it shows all that was written, and asks only for what is `blank`.
"""

from collections.abc import Callable
from typing import cast

from opshandover.caching import per_class
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, fields_of, given
from opshandover.model.items import OpenItem
from opshandover.model.tasks import Milestone
from opshandover.placeholders import says_nothing
from opshandover.spec import Need


@per_class
def required_of(cls: type[Record]) -> tuple[Field, ...]:
    """The fields of a class that must be filled; a flag that is not set says no."""
    return tuple(
        field for field in fields_of(cls) if field.spec.need is Need.REQUIRED and field.kind is not Kind.BOOLEAN
    )


def empty(value: object) -> bool:
    """Whether a value tells nothing: absent, blank, a placeholder, or made of such values.

    A record is empty if none of its fields says more than its default.
    """
    if value is None:
        return True
    if isinstance(value, str):
        return says_nothing(value)
    if isinstance(value, tuple):
        return all(empty(item) for item in cast("tuple[object, ...]", value))
    if isinstance(value, Record):
        return all(inside == field.default or empty(inside) for field, inside in given(value))
    return False


def blank(value: object) -> bool:
    """Whether there is nothing to show: no value, no items, or a text of white space."""
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or value == ()


def is_done(record: Record) -> bool:
    """Whether a record tells of something that is settled, so that it waits for nothing."""
    match record:
        case OpenItem():
            return not record.open
        case Milestone():
            return record.done
        case Asset():
            return record.returned_on is not None
        case AccessChange():
            return record.done_on is not None
        case _:
            return False


def lacking(record: Record, missing: Callable[[object], bool] = empty) -> tuple[Field, ...]:
    """The required fields of a record that are empty; what is done lacks nothing.

    What a page says together with another field, such as the unit of a figure, is filled whenever it
    is said so, and never among these.

    Args:
        record: the record to look at.
        missing: what counts as empty, `empty` or `blank`.
    """
    found = tuple(field for field in required_of(type(record)) if missing(getattr(record, field.name)))
    return () if found and is_done(record) else found
