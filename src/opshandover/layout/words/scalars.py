"""The smallest things in words: numbers, dates, choices; and the room that a text takes."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from unicodedata import east_asian_width

from opshandover.layout.words.labels import SIGNS
from opshandover.model.base import Choice
from opshandover.text import Lang

_LONGEST_NUMBER = 40
"""From so many digits on, a decimal is written with an exponent."""


def width(text: str) -> int:
    """Gives the room that a text takes on a line, in Latin letters; a Chinese one takes two."""
    if text.isascii():
        return len(text)
    widths = "".join(map(east_asian_width, text))
    return len(text) + widths.count("W") + widths.count("F")


def greatest_width(texts: Iterable[str]) -> int:
    """Gives the room that the widest of some texts takes."""
    greatest = 0
    for text in texts:
        # Twice what the text takes at most, see `fits`: a call for each text would cost more.
        if len(text) + len(text.encode("utf-8", "surrogatepass")) > 2 * greatest:
            greatest = max(greatest, width(text))
    return greatest


def fits(text: str, room: int) -> bool:
    """Says whether a text takes no more than some room.

    Most texts need not be taken apart for it: a letter that takes two places has at least two bytes
    more than a Latin one.
    """
    length = len(text)
    if length > room:
        return False
    more = len(text.encode(errors="surrogatepass")) - length
    return length + more // 2 <= room or width(text) <= room


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
