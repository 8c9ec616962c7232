"""Values of fields from what people write beside a label or into a cell: taken only if every word is understood."""

import re
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from attrs import define, frozen

from opshandover.codec import scalars
from opshandover.codec.scalars import WrongValueError
from opshandover.codec.short_forms import SEPARATORS
from opshandover.model import Person, When
from opshandover.model.base import Period
from opshandover.model.choice import AnyChoice, choice_for
from opshandover.model.fields import Field, Kind, main_field
from opshandover.model.systems import CredentialRef
from opshandover.placeholders import is_blank
from opshandover.reading.dates import DAY_OF_WEEK, FoundDate, Lacks, date_of, day_of, find_dates
from opshandover.reading.foreign.people import is_called, person_of, persons_of


@define(eq=False)
class Taken:
    """What became of a value: its typed form; or the date that a person has to complete."""

    value: Any = None
    asked: FoundDate | None = None
    guessed: bool = False


@frozen(kw_only=True)
class Clock:
    """The day that a document gives for dates without a year, if it gives one."""

    on: date | None = None


_DATES = (Kind.DATE, Kind.DATETIME, Kind.WHEN)
_BLANK = re.compile(r"[\s_＿—–.…/\\-]*")
_NUMBER = re.compile(r"(?P<number>[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)\s*(?P<unit>[^\d\s].{0,11})?")
_TICKS = {**dict.fromkeys("✓ ✔ ✅ ☑ √ [x] 已".split(), True), **dict.fromkeys(("✗", "✘", "❌", "×", "☐", "[ ]"), False)}
_LEADING = re.compile(r"^[\s✅☑✔❌⏳🔄🚧🟢🟡🔴⚠️·•-]+|[\s✅☑✔❌⏳🔄🚧🟢🟡🔴⚠️]+$")


def is_empty(text: str) -> bool:
    """Whether a value is left open: blank, or a line to write on."""
    return is_blank(text) or bool(_BLANK.fullmatch(text))


def take(field: Field, written: str, markdown: str, clock: Clock) -> Taken:
    """The value of a field that a text is, or nothing if some word of it would be lost.

    Args:
        field: the field.
        written: the plain text.
        markdown: the same with its markup, for fields of prose.
        clock: the day of the document.
    """
    text = written.strip()
    match field.kind:
        case Kind.PROSE:
            return Taken((markdown.strip(),) if field.many else markdown.strip())
        case Kind.TEXT:
            if field.many:
                return Taken(tuple(part for part in map(str.strip, re.split(r"[;；\n]", text)) if part))
            return Taken(text)
        case Kind.DATE | Kind.DATETIME | Kind.WHEN:
            return _date(field, text, clock)
        case Kind.CHOICE:
            return _choices(field, text)
        case Kind.RECORD:
            return _record(field, text, clock)
        case Kind.INTEGER:
            return Taken(_integer(field, text))
        case Kind.DECIMAL:
            number = number_of(text)
            return Taken(number[0] if number and not number[1] else None)
        case Kind.BOOLEAN:
            return Taken(_truth(text))
        case Kind.PROFILE | Kind.SECTION:
            return Taken()


def _date(field: Field, text: str, clock: Clock) -> Taken:
    found = date_of(text, field=True)
    if found is None or found.until:
        return Taken()
    if found.value is not None:
        return Taken(_fitting(field, found.value))
    if found.lacks is Lacks.YEAR and clock.on and len(near := found.near(clock.on)) == 1:
        value = _fitting(field, near[0])
        return Taken(value, guessed=True) if value else Taken(asked=found)
    return Taken(asked=found)


def take_part(field: Field, text: str, clock: Clock) -> Taken:
    """The only date or the first person in a text that says more; the text has to be kept beside it."""
    if field.kind in _DATES and len(found := find_dates(text)) == 1:
        if field.kind is Kind.DATE and found[0].value is not None:
            return Taken(day_of(found[0].value))
        return _date(field, text[found[0].start : found[0].end], clock)
    first = re.split(r"[，,;；（(\[【]", text, maxsplit=1)[0].strip()
    if field.kind is Kind.RECORD and field.record is Person and first != text and _is_person(first, text):
        return take(field, first, first, clock)
    return Taken()


def says_more(field: Field, text: str) -> bool:
    """Whether a date names its day of the week too, which has no place in a field."""
    return field.kind in _DATES and DAY_OF_WEEK.search(text) is not None


def _is_person(first: str, text: str) -> bool:
    return is_called(first) or (len(first) <= 3 and text[len(first)] in "（(" and person_of(first) is not None)


def _fitting(field: Field, value: When) -> When | None:
    if field.kind is Kind.WHEN:
        return value
    if field.kind is Kind.DATE:
        whole = not isinstance(value, datetime) or value.time() == time()
        return day_of(value) if whole else None
    return value if isinstance(value, datetime) else None


def choice_in(cls: type[AnyChoice], text: str) -> AnyChoice | None:
    """The value of an enumeration that a whole text is, also in brackets or behind a sign."""
    plain = _LEADING.sub("", text).strip(" *（）()[]【】。.")
    return choice_for(cls, plain) if plain else None


def _choices(field: Field, text: str) -> Taken:
    if not field.many:
        return Taken(choice_in(field.choice, text))
    several = [choice_in(field.choice, part) for part in SEPARATORS.split(text) if part.strip()]
    return Taken(tuple(several) if several and all(several) else None)


def _record(field: Field, text: str, clock: Clock) -> Taken:
    of = field.record
    main = main_field(of)
    if of is Person:
        if field.many:
            return Taken(tuple(persons_of(text)) or None)
        return Taken(person_of(text))
    if of is Period:
        return Taken(_period(text))
    if main is not None and main.kind is Kind.RECORD and main.record is Person:
        several = persons_of(text) if field.many else [one for one in [person_of(text)] if one]
        made = tuple(of(**{of.main: one}) for one in several)
        return Taken((made if field.many else made[0]) if made else None)
    if of is CredentialRef:
        accounts = [part for part in map(str.strip, re.split(r"[、，,;；\n]", text)) if part]
        return Taken(tuple(CredentialRef(account=account) for account in accounts) or None)
    if main is None or main.many:
        return Taken()
    if field.many:
        parts = [part for part in map(str.strip, re.split(r"[;；\n]", text)) if part]
        several = [take(main, part, part, clock).value for part in parts]
        if not several or any(one is None for one in several):
            return Taken()
        return Taken(tuple(of(**{of.main: one}) for one in several))
    value = take(main, text, text, clock).value
    return Taken(None if value is None else of(**{of.main: value}))


def _period(text: str) -> Period | None:
    found = date_of(text, field=True)
    if found is None or found.value is None or found.until is None:
        return None
    start, end = map(day_of, (found.value, found.until))
    return Period(start=start, end=end)


def _integer(field: Field, text: str) -> int | None:
    plain = re.sub(r"\s*(?:个|件|台|份|张|把|套|人|pcs|units?)$", "", text)
    with suppress(WrongValueError):
        number: int = scalars.integer_text(plain)
        low, high = field.spec.ge, field.spec.le
        return number if (low is None or number >= low) and (high is None or number <= high) else None
    return None


def number_of(text: str) -> tuple[Decimal, str] | None:
    """The number that a text is, with the unit behind it."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or len(found["number"]) > 15:
        return None
    return Decimal(found["number"].replace(",", "")), (found["unit"] or "").strip()


def _truth(text: str) -> bool | None:
    if text in _TICKS:
        return _TICKS[text]
    with suppress(WrongValueError):
        truth: bool = scalars.boolean_text(text)
        return truth
    return None
