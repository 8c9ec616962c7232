"""A document as plain data, for any format that has objects, lists and texts."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import compress
from typing import Any, assert_never

from attrs import frozen

from opshandover.caching import per_class
from opshandover.codec.names import ABSENCES, Naming, key_for, label_or_name
from opshandover.codec.short_forms import key_meant
from opshandover.model import NotApplicable, Nothing, Record
from opshandover.model.base import Choice
from opshandover.model.fields import Field, Kind, field_map, fields_of, values_of
from opshandover.model.people import Person
from opshandover.profiles import profile_of

Plain = dict[str, Any]


@frozen
class _Manner:
    """How records are written."""

    naming: Naming
    brief: bool
    exact: bool


def plain(record: Record, naming: Naming = "name", *, brief: bool = False, exact: bool = False) -> Plain:
    """A record as plain data, without what was not filled in.

    Dates become ISO texts; decimals become numbers if a float holds them exactly, else texts.

    Args:
        record: a document, or any part of it.
        naming: whether keys and enumeration values are written by name or by label.
        brief: whether a record with only its main field filled in is written as that field alone.
        exact: whether decimals of which a number would drop digits, such as 1.50, are texts as well.
    """
    return _all_plain((record,), _Manner(naming, brief, exact))[0]


def _all_plain(records: Sequence[Record], manner: _Manner) -> list[Plain]:
    """Records of one class as plain data, encoded field by field."""
    cls = type(records[0])
    columns = {
        key_for(field, manner.naming): _column(values, field, manner)
        for field, values in zip(fields_of(cls), zip(*map(values_of(cls), records), strict=True), strict=True)
        if values != (field.default,) * len(values)
    }
    data: list[Plain] = [{} for _ in records]
    for key, column in columns.items():
        for one, value in zip(data, column, strict=True):
            if value is not None:
                one[key] = value
    return data


def _column(values: Sequence[Any], field: Field, manner: _Manner) -> list[Any]:
    """The encoded values of a field; `None` where nothing is written."""
    is_set = _set_flags(values, field.default)
    items = values if all(is_set) else tuple(compress(values, is_set))
    if field.many:
        encoded = [list(_encoded(many, field, manner)) for many in items]
    else:
        encoded = list(_encoded(items, field, manner))
    if items is values:
        return encoded
    rest = iter(encoded)
    return [next(rest) if one else None for one in is_set]


def _set_flags(values: Sequence[Any], default: object) -> list[bool]:
    is_set = [not (value is default or (not value and value in _EMPTY)) for value in values]
    if not default:
        return is_set
    return [one and value != default for one, value in zip(is_set, values, strict=True)]


_EMPTY: tuple[object, ...] = (None, ())


def _encoded(values: Sequence[Any], field: Field, manner: _Manner) -> Sequence[Any]:
    """The encoded single values of a field."""
    match field.kind:
        case Kind.TEXT | Kind.PROSE | Kind.INTEGER | Kind.BOOLEAN:
            return values
        case Kind.CHOICE:
            return list(map(_choice_texts((field.choice, manner.naming)).__getitem__, values))
        case Kind.PROFILE:
            return [label_or_name(value, profile_of(value).label, manner.naming) for value in values]
        case Kind.DATE:
            return [value.isoformat() for value in values]
        case Kind.DATETIME | Kind.WHEN:
            return list(map(str, values))
        case Kind.DECIMAL:
            return [_number(value, exact=manner.exact) for value in values]
        case Kind.SECTION:
            return [_section(value, manner) for value in values]
        case Kind.RECORD:
            return _records(values, manner)
    assert_never(field.kind)


@per_class
def _choice_texts(pair: tuple[type[Choice], Naming]) -> Mapping[Choice, str]:
    """The text for each value of an enumeration."""
    of, naming = pair
    return {choice: label_or_name(choice.value, choice.label, naming) for choice in of}


def _section(value: Record, manner: _Manner) -> Any:
    if isinstance(value, Nothing | NotApplicable):
        key = next(k for k, cls in ABSENCES.items() if isinstance(value, cls))
        return {label_or_name(key, value.label, manner.naming): value.reason}
    return _records((value,), manner)[0]


def _records(values: Sequence[Record], manner: _Manner) -> Sequence[Any]:
    data = _all_plain(values, manner) if values else []
    if not manner.brief:
        return data
    return [_abbreviated(value, one, manner.naming) for value, one in zip(values, data, strict=True)]


def _abbreviated(record: Record, data: Plain, naming: Naming) -> Any:
    """The main field of a record alone, if nothing else in it is filled in."""
    if record.main and len(data) == 1:
        key, value = next(iter(data.items()))
        if key == key_for(field_map(type(record))[record.main], naming) and _is_unambiguous(record, value):
            return value
    return data


_SEVERAL = re.compile("[，、；]")


def _is_unambiguous(record: Record, value: Any) -> bool:
    """Whether a value on its own is read back as the same value.

    A name with commas is taken for several people, and `name:打包` for a key with its value.
    """
    if not isinstance(value, str):
        return not isinstance(value, (dict, list))
    return (
        "：" not in value
        and key_meant(type(record), value) is None
        and not (isinstance(record, Person) and _SEVERAL.search(value))
    )


def _number(value: Decimal, *, exact: bool) -> int | float | str:
    """A number that every reader of JSON reads exactly, or else its text."""
    is_whole = value == value.to_integral_value() and abs(value) < 2**53
    close = int(value) if is_whole else float(value)
    written = Decimal(repr(close))
    is_kept = str(written) == str(value) if exact else written == value
    return close if is_kept else str(value)
