"""Records with a customary written form: persons, periods, shifts, amounts of money."""

from collections.abc import Callable, Mapping
from typing import Any

from opshandover.layout.words.labels import PUNCTUATION, SINCE, SPAN, UNTIL
from opshandover.layout.words.scalars import format_date, format_datetime, format_number
from opshandover.model.base import Money, Period, Record, Shift
from opshandover.model.fields import fields_of
from opshandover.model.people import Person
from opshandover.text import Lang


def _person(person: Person, lang: Lang) -> str:
    bare = {"role", "department"}
    values = ((field, getattr(person, field.name)) for field in fields_of(Person))
    details = (
        value if field.name in bare else f"{field.label[lang].lower()} {value}"
        for field, value in values
        if value and field.name != Person.main
    )
    return _bracketed(person.name, PUNCTUATION[lang].comma.join(details), lang)


def _bracketed(name: str, details: str, lang: Lang) -> str:
    if name and details:
        return name + PUNCTUATION[lang].opening + details + PUNCTUATION[lang].closing
    return name or details


def _span(start: str, end: str, lang: Lang) -> str:
    if start == end or not (start or end):
        return start
    text = SPAN if start and end else SINCE if start else UNTIL
    return text[lang].format(start=start, end=end)


def _period(period: Period, lang: Lang) -> str:
    start, end = (format_date(at) if at else "" for at in (period.start, period.end))
    return _span(start, end, lang)


def _shift(shift: Shift, lang: Lang) -> str:
    start, end = (format_datetime(at) if at else "" for at in (shift.start, shift.end))
    if shift.start and shift.end and shift.start.date() == shift.end.date() and start != end:
        end = end.partition(" ")[2]
    return _bracketed(shift.name, _span(start, end, lang), lang)


def _money(money: Money, _lang: Lang) -> str:
    return " ".join(filter(None, ["" if money.amount is None else format_number(money.amount), money.currency]))


RECORD_FORMATTERS: Mapping[type[Record], Callable[[Any, Lang], str]] = {
    Person: _person,
    Period: _period,
    Shift: _shift,
    Money: _money,
}
"""The classes of records with a customary written form."""
