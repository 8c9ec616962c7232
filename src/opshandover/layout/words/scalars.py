"""Scalar values as text: numbers, dates, choices; and the display width of text."""

from datetime import date, datetime
from decimal import Decimal

from opshandover.layout.words.labels import SYMBOLS
from opshandover.model.base import Choice, When
from opshandover.text import Lang

_LONGEST_NUMBER = 40
"""A decimal with more digits than this is written with an exponent."""


def format_number(value: int | Decimal) -> str:
    """Return a number with all its digits, unless it has too many to be readable."""
    if isinstance(value, int) or not value.is_finite() or abs(value.adjusted()) > _LONGEST_NUMBER:
        return str(value)
    return format(value, "f")


def format_date(value: date) -> str:
    """Return a date: 2026-11-21."""
    return value.isoformat()


def format_datetime(value: datetime) -> str:
    """Return a date with its time: 2026-11-21 08:00; seconds only if they are not zero."""
    exact = value.second or value.microsecond
    return value.isoformat(" ", "auto" if exact else "minutes")


def format_when(value: When) -> str:
    """Return a date, with its time if it has one."""
    return format_datetime(value) if isinstance(value, datetime) else format_date(value)


def format_choice(value: Choice, lang: Lang) -> str:
    """Return the label of a choice, with its symbol before it if it has one."""
    sign = SYMBOLS.get(value)
    return f"{sign} {value.label[lang]}" if sign else value.label[lang]
