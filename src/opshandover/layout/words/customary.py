"""Persons, spans, shifts and amounts read back from their customary written form: the inverse of `records`."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from opshandover.codec.scalars import day, moment
from opshandover.layout.words.labels import PUNCTUATION, SINCE, SPAN, UNTIL
from opshandover.layout.words.parsed import number_in, understood
from opshandover.layout.words.records import BARE
from opshandover.model.base import Money, Period, Record, Shift
from opshandover.model.fields import fields_of
from opshandover.model.people import Person
from opshandover.text import LANGUAGES, Lang

Values = dict[str, Any]
"""The values of a record by the names of its fields."""


def _person(text: str, lang: Lang) -> Values:
    marks = PUNCTUATION[lang]
    name, bracket, inside = text.partition(marks.opening)
    if not bracket or not inside.endswith(marks.closing) or not name:
        return {"name": text}
    values: Values = {"name": name}
    for part in inside.removesuffix(marks.closing).split(marks.comma):
        prefix = next((one for one in _person_labels() if part.startswith(one)), "")
        field = _person_labels()[prefix] if prefix else next((one for one in BARE if one not in values), "")
        if not field or field in values:
            return {"name": text}
        values[field] = part[len(prefix) :]
    return values


@cache
def _person_labels() -> Mapping[str, str]:
    """What stands before the details of a person, with their fields."""
    return {f"{field.label[lang].lower()} ": field.name for field in fields_of(Person)[1:] for lang in LANGUAGES}


@cache
def _spans(lang: Lang) -> Sequence[re.Pattern[str]]:
    templates = (SPAN[lang], SINCE[lang], UNTIL[lang])
    return [re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^至]+?)", re.escape(one))) for one in templates]


def _span(text: str, lang: Lang, parse: Callable[[Any], Any]) -> Values | None:
    if both := understood(parse, text):
        return {"start": both, "end": both}
    for pattern in _spans(lang):
        if found := pattern.fullmatch(text):
            ends = found.groupdict()
            start = understood(parse, ends["start"]) if "start" in ends else None
            end = understood(parse, ends["end"]) if "end" in ends else None
            if "end" in ends and end is None and isinstance(start, datetime):
                end = understood(parse, f"{start.date().isoformat()} {ends['end']}")
            if (start is None) == ("start" in ends) or (end is None) == ("end" in ends):
                continue
            return {"start": start, "end": end}
    return None


def _period(text: str, lang: Lang) -> Values | None:
    return _span(text, lang, day)


def _shift(text: str, lang: Lang) -> Values | None:
    marks = PUNCTUATION[lang]
    if span := _span(text, lang, moment):
        return span
    name, bracket, inside = text.rpartition(marks.opening)
    span = (
        _span(inside.removesuffix(marks.closing), lang, moment) if bracket and inside.endswith(marks.closing) else None
    )
    return {"name": name, **span} if span and name else {"name": text}


def _money(text: str, _lang: Lang) -> Values:
    amount, _, currency = text.partition(" ")
    number = number_in(amount, Decimal)
    return {"amount": number, "currency": currency} if number is not None else {"currency": text}


READERS: Mapping[type[Record], Callable[[str, Lang], Values | None]] = {
    Person: _person,
    Period: _period,
    Shift: _shift,
    Money: _money,
}
"""The classes of records with a customary written form."""
