"""Finds secrets: every way of writing them is one search, and all are listed here."""

import re
from collections.abc import Callable, Iterable, Iterator

from opshandover.redaction import accounts, commands
from opshandover.redaction import door_codes as locks
from opshandover.redaction import keywords as words
from opshandover.redaction import token_formats as forms
from opshandover.redaction.accounts import with_accounts
from opshandover.redaction.commands import in_commands
from opshandover.redaction.door_codes import at_locks
from opshandover.redaction.keywords import is_heading
from opshandover.redaction.labelled import beside_words
from opshandover.redaction.prefilter import look
from opshandover.redaction.tables import in_tables
from opshandover.redaction.token_formats import of_known_form
from opshandover.redaction.values import Span

_ANY_VALUE = re.compile(r"[!-~０-９Ａ-Ｚａ-ｚ]{3}|[!-~](?: [!-~]){4}|[转拧旋到左右] ?\d|[:：=＝是为个填“「答写]")

SEARCHES: tuple[Callable[[str], Iterator[Span]], ...] = (
    of_known_form,
    in_commands,
    with_accounts,
    at_locks,
    beside_words,
    in_tables,
)
SIGNS = look((*words.SIGNS, *forms.SIGNS, *commands.SIGNS, *accounts.SIGNS, *locks.SIGNS))
"""Every text that holds a secret has one of these; most others have none and are let pass at once."""


def find_secrets(text: str, heading: str = "") -> tuple[Span, ...]:
    """Gives the spans of all secrets in a text, in order and without overlap.

    Args:
        text: any text.
        heading: what stands above it; below `密码` a value needs no word of its own.
    """
    found = every_secret(text) if SIGNS.search(text) and _ANY_VALUE.search(text) else ()
    if heading and is_heading(heading):
        lead = f"{heading.strip()}："
        behind = ((a - len(lead), b - len(lead)) for a, b in every_secret(lead + text))
        return _merged((*found, *((max(0, a), b) for a, b in behind if b > 0)))
    return found


def every_secret(text: str) -> tuple[Span, ...]:
    """Gives what `find_secrets` does of a text by itself, without its quick look."""
    return _merged(span for search in SEARCHES for span in search(text))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, stop in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return tuple(merged)
