"""Gives a document as plain data, ready for any format that holds objects, lists and texts."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from opshandover.codec.names import ABSENCES, Naming, key_for, label_or_name
from opshandover.model import Choice, NotApplicable, Nothing, Record
from opshandover.model.fields import Field, Kind, field_map, fields_of
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
    data: Plain = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if (
            value is None
            or value == ()
            or (value == field.default and field.kind is not Kind.PROFILE)
        ):
            continue
        key = key_for(field, naming)
        if field.many:
            items = cast("tuple[object, ...]", value)
            data[key] = [_one(item, field, naming, brief=brief) for item in items]
        else:
            data[key] = _one(value, field, naming, brief=brief)
    return data


def _one(value: object, field: Field, naming: Naming, *, brief: bool) -> Any:
    match value:
        case Nothing() | NotApplicable():
            key = next(k for k, cls in ABSENCES.items() if isinstance(value, cls))
            return {label_or_name(key, value.label, naming): value.reason}
        case Record():
            data = plain(value, naming, brief=brief)
            return _alone(value, data, naming) if brief else data
        case Choice():
            return label_or_name(value.value, value.label, naming)
        case str() if field.kind is Kind.PROFILE:
            return label_or_name(value, profile_of(value).label, naming)
        case datetime():
            return value.isoformat(sep=" ", timespec="auto")
        case date():
            return value.isoformat()
        case Decimal():
            return _number(value)
        case _:
            return value


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
