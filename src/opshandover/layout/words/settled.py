"""Values as a page can show them: what is blank is not there, and prose is written from its own parse."""

from collections.abc import Collection
from functools import cache
from typing import Any, TypeVar, cast

import attrs

from opshandover.layout.words.labels import EMPTY, TO_BE_FILLED_IN
from opshandover.layout.words.values import has_content
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.fields import Field, Kind, filled_values
from opshandover.pages.writing.prose import normal_prose
from opshandover.text import LANGUAGES

AnyRecord = TypeVar("AnyRecord", bound=Record)


def settled_text(field: Field, text: str) -> str:
    """A text, or nothing if it is white space alone or what a page shows in an empty field."""
    if not text or text.isspace():
        return ""
    said = normal_prose(text) if field.kind is Kind.PROSE else text
    return "" if said in _placeholders(field.spec.hint.zh, field.spec.hint.en) else said


@cache
def _placeholders(*hints: str) -> Collection[str]:
    asked = (TO_BE_FILLED_IN[lang].format(hint=hint) for lang, hint in zip(LANGUAGES, hints, strict=True))
    return frozenset((*(EMPTY[lang] for lang in LANGUAGES), *asked))


def settled(record: AnyRecord) -> AnyRecord:
    """A copy of a record without blank texts and without records that hold nothing."""
    changes: dict[str, object] = {}
    for field, value in filled_values(record):
        new = settled_value(field, value)
        if new is not value:
            changes[field.name] = new
    return attrs.evolve(record, **changes) if changes else record


def settled_value(field: Field, value: Any) -> Any:
    """The value of a field; what holds nothing is not there."""
    if field.many:
        items = cast("tuple[object, ...]", value)
        kept = [one for item in items if (one := _settled_item(field, item)) not in (None, "")]
        is_same = len(kept) == len(items) and all(new is old for new, old in zip(kept, items, strict=True))
        return items if is_same else tuple(kept)
    new = _settled_item(field, value)
    return field.default if new is None else new


def _settled_item(field: Field, value: object) -> object:
    if isinstance(value, str) and field.kind is not Kind.PROFILE:
        new = settled_text(field, value)
        return value if new == value else new
    if not isinstance(value, Record):
        return value
    record = settled(value)
    return record if isinstance(record, Nothing | NotApplicable) or holds_something(record) else None


def holds_something(record: Record) -> bool:
    """Whether a record has anything to show."""
    return any(has_content(*part) for part in filled_values(record))
