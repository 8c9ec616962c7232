"""Whether a leaf is filled in: given, valid, and neither a placeholder nor a vague phrase where more is asked for.

All validity checks of the score are here; what is wrong in a document is found by rules.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import cast

import attrs

from opshandover.document.dates import is_before
from opshandover.model.base import Period, Record, Shift
from opshandover.model.fields import Field, fields_of
from opshandover.placeholders import SPECIFIC, is_vague, says_nothing


def is_filled(value: object, field: Field, owner: Record) -> bool:
    """Whether one value counts, given its field and the record that holds it.

    A default was not written by anyone, and does not count.
    """
    match value:
        case None:
            return False
        case str():
            vague = field.name in SPECIFIC and is_vague(value)
            return value != field.default and not vague and not says_nothing(value)
        case bool():
            return value is not field.default
        case int() | Decimal():
            return _in_range(value, field)
        case date():
            return not _ends_too_early(field, owner)
        case Record():
            return is_any_filled(value, fields_of(type(value)))
        case _:
            return True


def is_any_filled(record: Record, fields: Iterable[Field]) -> bool:
    """Whether any of these fields is filled in; fields without a default do not count."""
    for field in fields:
        if field.default is attrs.NOTHING:
            continue
        value = getattr(record, field.name)
        items = cast("tuple[object, ...]", value) if field.many else (value,)
        if any(is_filled(item, field, record) for item in items):
            return True
    return False


def _in_range(value: int | Decimal, field: Field) -> bool:
    if isinstance(value, Decimal) and not value.is_finite():
        return False
    least, most = field.spec.ge, field.spec.le
    return (least is None or value >= least) and (most is None or value <= most)


def _ends_too_early(field: Field, owner: Record) -> bool:
    """Whether this is the end of a span and lies before its start.

    Only the end counts as empty then: filling in one leaf must not empty another.
    """
    if not isinstance(owner, Period | Shift) or field.name != "end":
        return False
    start, end = owner.start, owner.end
    return start is not None and end is not None and is_before(end, start)
