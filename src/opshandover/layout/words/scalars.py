"""Scalar values as text: numbers, dates, choices; and the display width of text."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from unicodedata import east_asian_width

from opshandover.layout.words.labels import SYMBOLS
from opshandover.model.base import Choice
from opshandover.text import Lang

_LONGEST_NUMBER = 40
"""A decimal with more digits than this is written with an exponent."""


def width(text: str) -> int:
    """Return the display width of a text in Latin letters; a Chinese character counts as two."""
    if text.isascii():
        return len(text)
    widths = "".join(map(east_asian_width, text))
    return len(text) + widths.count("W") + widths.count("F")


def greatest_width(texts: Iterable[str]) -> int:
    """Return the display width of the widest of some texts."""
    greatest = 0
    for text in texts:
        # An upper bound of twice its width, see `fits_width`; calling that for each text would be slower.
        if len(text) + len(text.encode("utf-8", "surrogatepass")) > 2 * greatest:
            greatest = max(greatest, width(text))
    return greatest


def fits_width(text: str, room: int) -> bool:
    """Whether a text takes no more than a display width.

    Most texts need no character-by-character check: a wide character has at least two bytes more than a
    Latin one.
    """
    length = len(text)
    if length > room:
        return False
    more = len(text.encode(errors="surrogatepass")) - length
    return length + more // 2 <= room or width(text) <= room


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


def format_choice(value: Choice, lang: Lang) -> str:
    """Return the label of a choice, with its symbol before it if it has one."""
    sign = SYMBOLS.get(value)
    return f"{sign} {value.label[lang]}" if sign else value.label[lang]
