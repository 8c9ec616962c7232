"""Gives a document as plain data, ready for any format that holds objects, lists and texts."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import compress
from typing import Any, assert_never

from opshandover.caching import per_class
from opshandover.codec.names import ABSENCES, Naming, key_for, label_or_name
from opshandover.model import NotApplicable, Nothing, Record
from opshandover.model.base import Choice
from opshandover.model.fields import Field, Kind, field_map, fields_of, values_of
from opshandover.profiles import profile_of

Plain = dict[str, Any]


def plain(record: Record, naming: Naming = "name", *, brief: bool = False) -> Plain:
    """Gives a record as plain data; what was not filled in is left out.

    Dates become ISO texts, decimals numbers where a float holds them exactly, else texts.

    Args:
        record: a document, or any part of it.
        naming: whether keys and enumeration values are written by name or by label.
        brief: writes a record of which only the main field is filled as that field alone.
    """
    return _all_plain((record,), naming, brief=brief)[0]


def _all_plain(records: Sequence[Record], naming: Naming, *, brief: bool) -> list[Plain]:
    """Gives records of one class as plain data, worked out field by field."""
    cls = type(records[0])
    columns = {
        key_for(field, naming): _column(values, field, naming, brief=brief)
        for field, values in zip(fields_of(cls), zip(*map(values_of(cls), records), strict=True), strict=True)
        if values != (field.default,) * len(values)
    }
    data: list[Plain] = [{} for _ in records]
    for key, column in columns.items():
        for one, value in zip(data, column, strict=True):
            if value is not None:
                one[key] = value
    return data


def _column(values: Sequence[Any], field: Field, naming: Naming, *, brief: bool) -> list[Any]:
    """Gives what is written of a field's values; `None` where nothing is."""
    given = _are_given(values, field.default)
    items = values if all(given) else tuple(compress(values, given))
    if field.many:
        written = [list(_written(many, field, naming, brief=brief)) for many in items]
    else:
        written = list(_written(items, field, naming, brief=brief))
    if items is values:
        return written
    rest = iter(written)
    return [next(rest) if one else None for one in given]


def _are_given(values: Sequence[Any], default: object) -> list[bool]:
    given = [not (value is default or (not value and value in _NOTHING)) for value in values]
    if not default:
        return given
    return [one and value != default for one, value in zip(given, values, strict=True)]


_NOTHING: tuple[object, ...] = (None, ())


def _written(values: Sequence[Any], field: Field, naming: Naming, *, brief: bool) -> Sequence[Any]:
    """Gives single values of a field as they are written."""
    match field.kind:
        case Kind.TEXT | Kind.PROSE | Kind.INTEGER | Kind.BOOLEAN:
            return values
        case Kind.CHOICE:
            return list(map(_choices((field.choice, naming)).__getitem__, values))
        case Kind.PROFILE:
            return [label_or_name(value, profile_of(value).label, naming) for value in values]
        case Kind.DATE:
            return [value.isoformat() for value in values]
        case Kind.DATETIME:
            return [value.isoformat(sep=" ", timespec="auto") for value in values]
        case Kind.DECIMAL:
            return [_number(value) for value in values]
        case Kind.SECTION:
            return [_section(value, naming, brief=brief) for value in values]
        case Kind.RECORD:
            return _records(values, naming, brief=brief)
    assert_never(field.kind)


@per_class
def _choices(pair: tuple[type[Choice], Naming]) -> Mapping[Choice, str]:
    """Gives for each value of an enumeration how it is written."""
    of, naming = pair
    return {choice: label_or_name(choice.value, choice.label, naming) for choice in of}


def _section(value: Record, naming: Naming, *, brief: bool) -> Any:
    if isinstance(value, Nothing | NotApplicable):
        key = next(k for k, cls in ABSENCES.items() if isinstance(value, cls))
        return {label_or_name(key, value.label, naming): value.reason}
    return _records((value,), naming, brief=brief)[0]


def _records(values: Sequence[Record], naming: Naming, *, brief: bool) -> Sequence[Any]:
    data = _all_plain(values, naming, brief=brief) if values else []
    if not brief:
        return data
    return [_alone(value, one, naming) for value, one in zip(values, data, strict=True)]


def _alone(record: Record, data: Plain, naming: Naming) -> Any:
    """Gives a record's main field alone, where nothing else of it is filled."""
    if record.main and len(data) == 1:
        key, value = next(iter(data.items()))
        if key == key_for(field_map(type(record))[record.main], naming) and _unmistakable(value):
            return value
    return data


def _unmistakable(value: Any) -> bool:
    """Says whether a value standing alone is read back as what it is."""
    return not isinstance(value, (dict, list)) and not (isinstance(value, str) and "：" in value)


def _number(value: Decimal) -> int | float | str:
    """Gives a number that every reader of JSON takes for the same one, or else its text."""
    if value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    close = float(value)
    return close if Decimal(repr(close)) == value else str(value)
