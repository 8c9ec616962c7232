"""Emphasis as people write it whose script puts no blank between words.

CommonMark asks for a blank or punctuation outside of a sign that has punctuation inside, so `**重点：**先` is
none. Its CJK-friendly amendments (https://github.com/tats-u/markdown-cjk-friendly) do without where a
Chinese, Japanese or Korean character stands beside the sign. In return, a sign that is part of a number, a
name, a path or a formula is no emphasis: `200*150`, `138****0142`, `__init__.py`, `/var/*.log`, `count(*)`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

SIGNS = "*_~"
_PAUSES = "，。、；：！？…,;?"
_QUOTES = "\"'"
_NAME = re.compile(
    r"(?<!\w)_{1,2}[A-Za-z0-9]\w*+(?=\.[A-Za-z0-9]|\()|(?<=[A-Za-z0-9]\.)_{1,2}[A-Za-z0-9]\w*+", re.ASCII
)
"""A name with `_` at its beginning, in a file name, before a bracket or behind a dot."""


class Sign(NamedTuple):
    """What a run of signs may be; `inside` if it stands as the signs of numbers and formulas do."""

    opens: bool
    closes: bool
    inside: bool = False


@dataclass(slots=True)
class _Delimiter(Delimiter):
    inside: bool = False


_NONE = Sign(opens=False, closes=False)


def delimiter_run(state: StateInline, silent: bool) -> bool:
    """Take a run of signs as possible delimiters, one token for each (an inline rule of markdown-it)."""
    start, marker = state.pos, state.src[state.pos]
    if silent or marker not in SIGNS:
        return False
    if name := _NAME.match(state.src, start):
        state.push("text", "", 0).content = name[0]
        state.pos = name.end()
        return True
    stop = start
    while stop < state.posMax and state.src[stop] == marker:
        stop += 1
    sign = sign_between(
        marker, stop - start, state.src[max(start - 2, 0) : start], state.src[stop : min(stop + 2, state.posMax)]
    )
    state.pos = stop
    if sign == _NONE or (marker == "~" and stop - start != 2):
        state.push("text", "", 0).content = marker * (stop - start)
        return True
    struck = marker == "~"
    for _ in range(1 if struck else stop - start):
        state.push("text", "", 0).content = marker * 2 if struck else marker
        state.delimiters.append(
            _Delimiter(
                marker=ord(marker),
                length=0 if struck else stop - start,  # 0: the rule of three is for emphasis alone
                token=len(state.tokens) - 1,
                end=-1,
                open=sign.opens,
                close=sign.closes,
                inside=sign.inside,
            )
        )
    return True


def part_pairs_inside(state: StateInline) -> None:
    """Take pairs apart both of whose signs stand within numbers, words or formulas (a second inline rule)."""
    nested = (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)
    for delimiters in (state.delimiters, *nested):
        for one in delimiters:
            if one.end >= 0 and _is_inside(one) and _is_inside(delimiters[one.end]):
                one.end = -1


def _is_inside(one: Delimiter) -> bool:
    return isinstance(one, _Delimiter) and one.inside


def is_name(text: str, at: int) -> bool:
    """Whether a name with `_` at its beginning stands at an index."""
    return _NAME.match(text, at) is not None


@lru_cache(maxsize=4096)
def sign_between(marker: str, length: int, before: str, after: str) -> Sign:
    """What a run of signs may be between the two characters before and the two after it.

    Labels recur, and so do the characters around their signs: with the cache a Markdown export of 1,000 items takes
    0.9 times as long.
    """
    if _is_typed(marker, length, before, after):
        return _NONE
    opens, closes = _flanking(marker, before, after)
    last, first = before[-1:] or " ", after[:1] or " "
    if last.isalnum() and (first in _PAUSES or _category(first) in ("Pe", "Pf")):
        opens = False  # `张**、李**`
    if first.isalnum() and _category(last) in ("Ps", "Pi"):
        closes = False
    if marker == "*" and first == "/" and (length == 1 or after == "/*"):
        opens = False  # `*/5` in a timetable, `**/*.py`
    if not opens and not closes:
        return _NONE
    return Sign(opens, closes, inside=_is_within(marker, length, last, first))


def _is_typed(marker: str, length: int, before: str, after: str) -> bool:
    """Whether signs are part of a number, a name, a path or stand for themselves, whatever else is in the text."""
    last, first = before[-1:], after[:1]
    alone = marker == "_" or length == 1
    named = last.isalnum() and first.isalnum() and marker != "_"
    return (
        (named and (length > 3 or (last.isdigit() and first.isdigit())))
        or (named and length == 1 and last.isascii() and first.isascii())
        or (alone and last != "" and last in "/\\")
        or (marker == "_" and first != "" and first in "/\\" and after != "\\\n")
        or (marker == "*" and length == 1 and first == "." and after[1:].isalnum() and after.isascii())
        or _is_enclosed(last, first)
    )


def _is_enclosed(last: str, first: str) -> bool:
    """Whether signs stand alone in brackets or quotation marks."""
    if not last or not first:
        return False
    return (last == first and last in _QUOTES) or (_category(last) in ("Ps", "Pi") and _category(first) in ("Pe", "Pf"))


def _is_within(marker: str, length: int, last: str, first: str) -> bool:
    """Whether signs stand as those of formulas, masked names and footnotes do; a pair of such is none."""
    within = last.isalnum() and first.isalnum()
    if marker == "*" and length == 1:
        return within or first.isdigit()
    return within and last.isascii() and first.isascii()


def _flanking(marker: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether signs can open and close emphasis by the CJK-friendly amendments of CommonMark."""
    last, first = before[-1:] or " ", after[:1] or " "
    if "\ufe00" <= last <= "\ufe0e":  # selects a variant of the character before
        last = before[:1] or " "
    if _is_space(last) or _is_space(first):
        return not _is_space(first), not _is_space(last)
    left, right = _is_punctuation(last), _is_punctuation(first)
    if marker == "_":
        return left, right
    cjk = _is_cjk(last) or _is_cjk(first)
    return left or cjk or not right, right or cjk or not left


def _is_cjk(char: str) -> bool:
    """Whether a character belongs to an East Asian script; emoji do not."""
    code = ord(char)
    if 0xE0100 <= code <= 0xE01EF:  # selects a variant of an ideograph
        return True
    east_asian = 0x1100 <= code <= 0x11FF or 0x2E80 <= code < 0x1F000 or code >= 0x20000
    return east_asian and (unicodedata.east_asian_width(char) in "WFH" or code <= 0x11FF)


def _category(char: str) -> str:
    return unicodedata.category(char)


def _is_space(char: str) -> bool:
    return isWhiteSpace(ord(char))


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)
