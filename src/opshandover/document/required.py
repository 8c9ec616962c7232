"""The required fields of a record that are empty.

Pages show placeholders for these fields and checks report them, by the same definition. The only
difference: to a check a text such as “TBD” is `empty`, while a page shows it as written and has
placeholders only for `blank` fields.
"""

from collections.abc import Callable
from typing import cast

from opshandover.caching import per_class
from opshandover.document.open import is_open, is_out, is_undone
from opshandover.document.walk import walk
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, fields_of, filled_values
from opshandover.model.items import OpenItem
from opshandover.model.tasks import Milestone
from opshandover.placeholders import is_example, says_nothing
from opshandover.spec import Need


@per_class
def required_of(cls: type[Record]) -> tuple[Field, ...]:
    """The required fields of a class; booleans are not included, since unset means no."""
    return tuple(
        field for field in fields_of(cls) if field.spec.need is Need.REQUIRED and field.kind is not Kind.BOOLEAN
    )


def empty(value: object) -> bool:
    """Whether a value has no content: absent, blank, a placeholder, or made of such values.

    A record is empty if all its fields are empty or at their default.
    """
    if value is None:
        return True
    if isinstance(value, str):
        return says_nothing(value)
    if isinstance(value, tuple):
        return all(empty(item) for item in cast("tuple[object, ...]", value))
    if isinstance(value, Record):
        name = getattr(value, value.main, None)
        if isinstance(name, str) and name and not says_nothing(name):
            return False  # measured, half the time of the general answer, for most records have a name
        return all(inside == field.default or empty(inside) for field, inside in filled_values(value))
    return False


def holds_example(record: Record) -> bool:
    """Whether a text of a record, or of what it holds, is an example of a starter file."""
    return any(is_example(node.value) for node in walk(record, str))


def blank(value: object) -> bool:
    """Whether a value shows nothing: `None`, no items, or a text of white space."""
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or value == ()


def is_done(record: Record) -> bool:
    """Whether a record is about something completed, so that its missing fields no longer matter."""
    match record:
        case OpenItem():
            return not is_open(record)
        case Milestone():
            return record.done
        case Asset():
            return not is_out(record)
        case AccessChange():
            return not is_undone(record)
        case _:
            return False


def lacking(record: Record, missing: Callable[[object], bool] = empty) -> tuple[Field, ...]:
    """The required fields of a record that are empty; none for a completed record.

    Args:
        record: the record to look at.
        missing: which values count as empty: `empty` or `blank`.
    """
    found = tuple(field for field in required_of(type(record)) if missing(getattr(record, field.name)))
    return () if found and is_done(record) else found
