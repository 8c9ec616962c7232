"""Records with a customary written form: persons, periods, shifts, amounts of money."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from opshandover.layout.words.labels import PUNCTUATION, SINCE, SPAN, UNTIL
from opshandover.layout.words.scalars import format_date, format_datetime, format_number
from opshandover.model.base import Money, Period, Record, Shift
from opshandover.model.fields import fields_of
from opshandover.model.people import Person
from opshandover.pages.blocks import Run, Runs
from opshandover.text import Lang

BARE = ("role", "department")
"""The details of a person that stand without a label; the second only behind the first."""

_VALUE = "."
"""The path of the text between the parts of a value."""


def _person(person: Person, lang: Lang) -> Runs:
    bare = BARE if person.role else ()
    details: list[Run] = []
    for field in fields_of(Person):
        value = getattr(person, field.name)
        if value and field.name != Person.main:
            before = PUNCTUATION[lang].comma if details else ""
            before += "" if field.name in bare else f"{field.label[lang].lower()} "
            details += (Run(before, path=_VALUE),) if before else ()
            details.append(Run(value, path=f".{field.name}"))
    return _bracketed(person.name, details, lang)


def _bracketed(name: str, details: Sequence[Run], lang: Lang) -> Runs:
    named = (Run(name, path=".name"),) if name else ()
    if not (name and details):
        return (*named, *details)
    first, *rest = details
    opening = PUNCTUATION[lang].opening
    if first.path == _VALUE:
        inside = (Run(opening + first.text, path=_VALUE), *rest)
    else:
        inside = (Run(opening, path=_VALUE), first, *rest)
    return (*named, *inside, Run(PUNCTUATION[lang].closing, path=_VALUE))


def _span(start: str, end: str, lang: Lang) -> Runs:
    if start == end:
        return (Run(start, path=_VALUE),) if start else ()
    text = SPAN if start and end else SINCE if start else UNTIL
    ends = {"start": start, "end": end}
    pieces = _PLACE.split(text[lang])
    runs = (Run(ends[p], path=f".{p}") if i % 2 else Run(p, path=_VALUE) for i, p in enumerate(pieces) if p)
    return tuple(runs)


_PLACE = re.compile(r"\{(\w+)\}")


def _period(period: Period, lang: Lang) -> Runs:
    start, end = (format_date(at) if at else "" for at in (period.start, period.end))
    return _span(start, end, lang)


def _shift(shift: Shift, lang: Lang) -> Runs:
    start, end = (format_datetime(at) if at else "" for at in (shift.start, shift.end))
    if shift.start and shift.end and shift.start.date() == shift.end.date() and start != end:
        end = end.partition(" ")[2]
    return _bracketed(shift.name, _span(start, end, lang), lang)


def _money(money: Money, _lang: Lang) -> Runs:
    amount = () if money.amount is None else (Run(format_number(money.amount), path=".amount"),)
    currency = (Run(money.currency, path=".currency"),) if money.currency else ()
    return (*amount, Run(" ", path=_VALUE), *currency) if amount and currency else (*amount, *currency)


RECORD_FORMATTERS: Mapping[type[Record], Callable[[Any, Lang], Runs]] = {
    Person: _person,
    Period: _period,
    Shift: _shift,
    Money: _money,
}
"""The classes of records with a customary written form."""
