"""Find secrets: one search for each way of writing them, all listed here."""

import re
from collections.abc import Callable, Iterable, Iterator

from opshandover.redaction import accounts, commands, door_codes, keywords, token_formats
from opshandover.redaction.accounts import find_account_passwords
from opshandover.redaction.commands import find_in_commands
from opshandover.redaction.door_codes import find_door_codes
from opshandover.redaction.keywords import is_heading
from opshandover.redaction.labelled import find_labelled
from opshandover.redaction.prefilter import build_prefilter
from opshandover.redaction.tables import find_in_tables
from opshandover.redaction.token_formats import find_tokens
from opshandover.redaction.values import Span

_ANY_VALUE = re.compile(r"[!-~０-９Ａ-Ｚａ-ｚ]{3}|[!-~](?: [!-~]){4}|[转拧旋到左右] ?\d|[:：=＝是为个填“「答写]")

SEARCHES: tuple[Callable[[str], Iterator[Span]], ...] = (
    find_tokens,
    find_in_commands,
    find_account_passwords,
    find_door_codes,
    find_labelled,
    find_in_tables,
)
SIGNS = build_prefilter((*keywords.SIGNS, *token_formats.SIGNS, *commands.SIGNS, *accounts.SIGNS, *door_codes.SIGNS))
"""Every text that holds a secret has one of these signs; most other texts have none and are skipped."""


def find_secrets(text: str, heading: str = "") -> tuple[Span, ...]:
    """Return the spans of all secrets in a text, in order and without overlap.

    Args:
        text: any text.
        heading: the heading above it; below `密码` a value needs no keyword of its own.
    """
    found = every_secret(text) if SIGNS.search(text) and _ANY_VALUE.search(text) else ()
    if heading and is_heading(heading):
        lead = f"{heading.strip()}："
        behind = ((a - len(lead), b - len(lead)) for a, b in every_secret(lead + text))
        return _merged((*found, *((max(0, a), b) for a, b in behind if b > 0)))
    return found


def every_secret(text: str) -> tuple[Span, ...]:
    """Return the spans of all secrets in a text, without the pre-filter of `find_secrets`."""
    return _merged(span for search in SEARCHES for span in search(text))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, stop in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return tuple(merged)
