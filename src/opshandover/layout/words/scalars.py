"""The smallest things in words: numbers, dates, choices; and the room that a text takes."""

from datetime import date, datetime
from decimal import Decimal

from opshandover.layout.words.labels import SIGNS
from opshandover.model.base import Choice
from opshandover.text import Lang

_LONGEST_NUMBER = 40
"""From so many digits on, a decimal is written with an exponent."""


def number(value: int | Decimal) -> str:
    """Writes a number with all its digits, as far as that can be read."""
    if isinstance(value, int) or not value.is_finite() or abs(value.adjusted()) > _LONGEST_NUMBER:
        return str(value)
    return format(value, "f")


def day(value: date) -> str:
    """Writes a date: 2026-11-21."""
    return value.isoformat()


def moment(value: datetime) -> str:
    """Writes a date with its time: 2026-11-21 08:00, and seconds only where there are any."""
    exact = value.second or value.microsecond
    return value.isoformat(" ", "auto" if exact else "minutes")


def choice(value: Choice, lang: Lang) -> str:
    """Writes a choice by its label, with a sign before it where it ranks things."""
    sign = SIGNS.get(value)
    return f"{sign} {value.label[lang]}" if sign else value.label[lang]
