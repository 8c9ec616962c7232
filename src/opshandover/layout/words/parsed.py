"""Numbers, dates and choices read back from text: the inverse of `scalars`.

What is not understood is `None`, so that nothing is guessed.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from opshandover.codec.scalars import WrongValueError, boolean_text, day, moment, when
from opshandover.layout.words.labels import SYMBOLS
from opshandover.model.base import Choice
from opshandover.model.choice import choice_for
from opshandover.model.fields import Kind

NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|-?(?:Infinity|s?NaN)")

PARSERS: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.BOOLEAN: boolean_text,
    Kind.DATE: day,
    Kind.DATETIME: moment,
    Kind.WHEN: when,
}


@lru_cache(maxsize=4096)
def understood(parse: Callable[[Any], Any], text: str) -> Any:
    """What a text says to a parser, or nothing."""
    try:
        return parse(text)
    except WrongValueError:
        return None


def number_in(text: str, of: type[Any]) -> Any:
    """The number that a text is."""
    if not NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
        return number if of is Decimal else int(text)
    except (InvalidOperation, ValueError):
        return None


@lru_cache(maxsize=4096)
def choice_in(cls: type[Choice], text: str) -> Choice | None:
    """The value of an enumeration that a text names, with its symbol or without."""
    sign, _, rest = text.partition(" ")
    return choice_for(cls, rest if sign in _SIGNS else text)


_SIGNS = frozenset(SYMBOLS.values())


def choices_in(cls: type[Choice], text: str, mark: str) -> tuple[Choice, ...] | None:
    """Choices with a mark between them, which a label may hold as well."""
    found: list[Choice] = []
    parts = text.split(mark)
    while parts:
        for length in range(len(parts), 0, -1):
            if choice := choice_in(cls, mark.join(parts[:length])):
                break
        else:
            return None
        found.append(choice)
        del parts[:length]
    return tuple(found)
