"""Says whether a leaf is full: given, valid, and no placeholder.

All validity that the score asks for stands here; what makes a document wrong is said by rules.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import cast

import attrs

from opshandover.model.base import Period, Record, Shift
from opshandover.model.fields import Field, fields_of
from opshandover.placeholders import says_nothing


def is_full(value: object, field: Field, owner: Record) -> bool:
    """Says whether one value counts, given the field and the record that hold it.

    A value that stands there by default was not written by anyone, and does not count.
    """
    match value:
        case None:
            return False
        case str():
            return value != field.default and not says_nothing(value)
        case bool():
            return value is not field.default
        case int() | Decimal():
            return _in_range(value, field)
        case date():
            return not _ends_too_early(field, owner)
        case Record():
            return holds_anything(value, fields_of(type(value)))
        case _:
            return True


def holds_anything(record: Record, fields: Iterable[Field]) -> bool:
    """Says whether any of these fields is full; those that every record must give do not count."""
    for field in fields:
        if field.default is attrs.NOTHING:
            continue
        value = getattr(record, field.name)
        items = cast("tuple[object, ...]", value) if field.many else (value,)
        if any(is_full(item, field, record) for item in items):
            return True
    return False


def _in_range(value: int | Decimal, field: Field) -> bool:
    if isinstance(value, Decimal) and not value.is_finite():
        return False
    least, most = field.spec.ge, field.spec.le
    return (least is None or value >= least) and (most is None or value <= most)


def _ends_too_early(field: Field, owner: Record) -> bool:
    """Says whether this is the end of a span and lies before its start.

    Only the end counts as empty then: filling one leaf must not empty another.
    """
    if not isinstance(owner, Period | Shift) or field.name != "end":
        return False
    start, end = owner.start, owner.end
    return start is not None and end is not None and _before(end, start)


def _before(one: date, other: date) -> bool:
    """Compares two points in time by what both of them tell: the instant, the clock or the day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        if (one.utcoffset() is None) is (other.utcoffset() is None):
            return one < other
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return _day(one) < _day(other)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
