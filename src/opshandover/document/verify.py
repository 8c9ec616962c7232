"""Finds values that no field allows, in documents that were built by a program.

A file cannot hold such values, since loading refuses them. A script can: a list where a tuple
belongs, a number as a name. They are named here, all at once, before anything is made of them: by
check, score, dump and export, each for itself, since that is but a twentieth of a Word export.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from types import NoneType
from typing import Any, cast

from opshandover.caching import per_class
from opshandover.document.columns import Column, Group, groups
from opshandover.errors import ContentError
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.fields import Field, Kind, fields_of
from opshandover.text import Message, Text, message


def ensure(root: Record) -> tuple[Group, ...]:
    """Gives a record and all below it in groups, if every value fits its field.

    Raises:
        ContentError: some do not; the message names each by path, what it is and should be.
    """
    sound: list[Group] = []
    for group in groups(root):
        if not all(map(_is_sound_column, group.columns)):
            break
        sound.append(group)
    else:
        return tuple(sound)
    faults = tuple(_inside(root, ""))
    if faults:
        raise ContentError(
            message(
                "文档中有 {n} 个值不合要求：{faults}",
                "{n} value(s) of the document do not fit their fields: {faults}",
                n=len(faults),
                faults=Text("；".join(f["zh"] for f in faults), "; ".join(f["en"] for f in faults)),
            )
        )
    return tuple(groups(root))


def _is_sound_column(column: Column) -> bool:
    """Says whether nothing in a column needs a closer look."""
    if column.field.many and set(map(type, column.held)) != {tuple}:
        return False
    allowed = _allowed(column.owners.of)[column.number]
    return allowed.issuperset(map(type, column.values)) and _are_sound(column.values, column.field.type)


def _are_sound(values: Iterable[Any], of: type[Any]) -> bool:
    """Says of values whose types are right whether they can be written, `None` left aside."""
    if of is str:
        return is_unicode("".join(filter(None, values)))
    return of is not Decimal or all(value.is_finite() for value in values if value)


@per_class
def _allowed(cls: type[Record]) -> tuple[frozenset[type[Any]], ...]:
    """Gives for each field of a class the types that its values may have."""
    return tuple(frozenset(_types(field)) for field in fields_of(cls))


def _types(field: Field) -> Iterator[type[Any]]:
    yield field.type
    if field.default is None and not field.many:
        yield NoneType
    if field.kind is Kind.SECTION:
        yield from (Nothing, NotApplicable)


def _inside(owner: Record, path: str) -> Iterator[Message]:
    for field in fields_of(type(owner)):
        value = getattr(owner, field.name)
        place = f"{path}.{field.name}" if path else field.name
        if not field.many:
            yield from _one(value, field, place)
        elif isinstance(value, tuple):
            for i, item in enumerate(cast("tuple[object, ...]", value)):
                yield from _one(item, field, f"{place}[{i}]")
        else:
            yield _wrong(place, Text("元组（tuple）", "a tuple"), value)


def _one(value: object, field: Field, path: str) -> Iterator[Message]:
    if value is None and field.default is None and not field.many:
        return
    if not _fits(value, field):
        yield _wrong(path, Text(field.type.__name__, field.type.__name__), value)
    elif isinstance(value, Record):
        yield from _inside(value, path)
    elif isinstance(value, str) and not is_unicode(value):
        yield message(
            "{path}：含有孤立的代理字符，不是有效的 Unicode 文本",
            "{path}: has a lone surrogate, so it is no Unicode text",
            path=path,
        )
    elif isinstance(value, Decimal) and not value.is_finite():
        yield _wrong(path, Text("有限的数", "a finite number"), value)


def _fits(value: object, field: Field) -> bool:
    """Says whether a value has the very type of its field (a `datetime` is no plain `date`)."""
    if field.kind is Kind.SECTION and isinstance(value, (Nothing, NotApplicable)):
        return True
    if isinstance(value, (bool, datetime)):
        return type(value) is field.type
    return isinstance(value, field.type) and (field.type is not date or type(value) is date)


def is_unicode(text: str) -> bool:
    """Says whether a text can be written in UTF-8, which lone surrogates cannot."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _wrong(path: str, expected: Text, value: object) -> Message:
    return message(
        "{path}：应为 {expected}，实际是 {got}",
        "{path}: expected {expected}, got {got}",
        path=path,
        expected=expected,
        got=type(value).__name__,
    )
