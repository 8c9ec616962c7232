"""Find secrets: one search for each way of writing them, all listed here."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain

from opshandover.redaction import accounts, commands, door_codes, keywords, tokens
from opshandover.redaction.accounts import find_account_passwords
from opshandover.redaction.below import find_below
from opshandover.redaction.commands import find_in_commands
from opshandover.redaction.door_codes import find_door_codes
from opshandover.redaction.folding import INVISIBLE, ODD_LETTERS, Span, fold
from opshandover.redaction.labelled import find_labelled
from opshandover.redaction.patterns import Pattern, Signs
from opshandover.redaction.tokens import find_tokens
from opshandover.redaction.values import SPECIAL, look

SEARCHES: tuple[Callable[[str], Iterator[Span]], ...] = (
    find_tokens,
    find_in_commands,
    find_account_passwords,
    find_door_codes,
    find_labelled,
    find_below,
)
_ODD = f"{INVISIBLE}{ODD_LETTERS}"
SIGNS = Signs(
    (*keywords.WORDS, *commands.WORDS, *accounts.WORDS, *door_codes.WORDS, "&#", "</", "-----begin"),
    f"[{SPECIAL}{_ODD}](?:(?=[0-9A-Za-z])|(?<=[0-9A-Za-z].)(?<![0-9]%)|(?<=[{_ODD}]))",
    tokens.LONG_RUN,
    r"[/:→|&>(（+] ?[A-Za-z_.-]{1,24}\d|[|+] \d\w|\d{4} ?[/:]",
)
"""Every text that holds a secret has one of these signs; most other texts have none and are skipped."""


def find_secrets(text: str, heading: str = "") -> tuple[Span, ...]:
    """Return the spans of all secrets in a text, in order and without overlap.

    Args:
        text: any text.
        heading: the heading above it; below `密码` a value needs no keyword of its own.
    """
    if heading and is_heading(heading):
        lead = f"{heading.strip()}\n"
        behind = ((a - len(lead), b - len(lead)) for a, b in _found(lead + text))
        return tuple(merged((max(0, a), b) for a, b in behind if b > 0))
    return _found(text) if SIGNS.search(text) else ()


def is_heading(text: str) -> bool:
    """Whether a text is a heading below which a value needs no keyword of its own."""
    return keywords.is_heading(fold(text).text)


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[Span, ...]:
    folded = fold(text)
    found = {search: list(search(folded.text)) for search in SEARCHES}
    again = _again(folded.text, (span for search in _SURE for span in found[search]))
    return tuple(merged(map(folded.original, chain(*found.values(), again))))


_WORD = Pattern(rf"[\w{SPECIAL.replace('=', '')}-]+={{0,2}}", re.ASCII)
_SHORTEST = 6


_SURE = (find_tokens, find_in_commands, find_labelled)
"""Searches whose finds are secrets wherever they stand again.

In 4,822 public Markdown files 8 of the 9 different values were, which these three find, and none of the 23 others.
"""


def _again(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans of secrets that are said once more without the words that give them away: 勿用默认的 `admin888`.

    Only letters with digits count: a word or a number may stand for something else.
    """
    secrets = {text[start:stop] for start, stop in spans}
    known = {one for one in secrets if len(one) >= _SHORTEST and look(one).letters and look(one).digits}
    yield from (word.span() for word in _WORD.finditer(text) if known and word[0] in known)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap as one."""
    joined: list[Span] = []
    for start, stop in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((start, stop))
    return joined
