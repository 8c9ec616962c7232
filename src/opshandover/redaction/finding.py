"""Finds secrets: every way of writing them is one search, and all are listed here."""

import re
from collections.abc import Callable, Iterator

from opshandover.redaction.accounts import with_accounts
from opshandover.redaction.beside import beside_words
from opshandover.redaction.commands import in_commands
from opshandover.redaction.forms import of_known_form
from opshandover.redaction.locks import at_locks
from opshandover.redaction.tables import in_tables
from opshandover.redaction.values import Span

_ANY_VALUE = re.compile(r"[!-~０-９Ａ-Ｚａ-ｚ]{3}|[:：=＝是为个填“「]")

SEARCHES: tuple[Callable[[str], Iterator[Span]], ...] = (
    of_known_form,
    in_commands,
    with_accounts,
    at_locks,
    beside_words,
    in_tables,
)


SIGNS = re.compile(
    r"[A-Za-zＡ-Ｚａ-ｚ]{2}|[@:：/／?&=\n"
    r"密秘私口提访授激注令账帐主管操解开门锁备恢验动撤布一应登入进救安助用户输按敲拨刷柜保无热]"
)
"""Every text that holds a secret has one of these; that they are all is tested."""


def find_secrets(text: str) -> tuple[Span, ...]:
    """Gives the spans of all secrets in a text, in order and without overlap."""
    if not (SIGNS.search(text) and _ANY_VALUE.search(text)):
        return ()
    return _found(text)


def _found(text: str) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, stop in sorted(span for search in SEARCHES for span in search(text)):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return tuple(merged)
