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


_VALUE = r"[!-~０-９Ａ-Ｚａ-ｚ]"
SIGNS = re.compile(
    r"(?=[A-Za-zＡ-Ｚａ-ｚſK:：/／,，和跟加配密秘私钥口令码碼种助恢安账帐用登无热锁保撤打开进左右顺逆])(?:"
    rf"[A-Za-zＡ-Ｚａ-ｚſK]{{2}}|[A-Za-z][:：]|://|[:：/／] ?{_VALUE}{{6}}|[和跟加配,，] ?{_VALUE}{{4}}"
    r"|密|[秘私]?钥|口令|令牌|[码碼]|种子|助记词|恢复短语|安全问题|[账帐][号户]|用户|登[录陆]"
    r"|无线|热点|锁|保险|撤防|打开|开[门机柜箱]|进[门去入])"
)
"""Every text that holds a secret has one of these; most others have none and are let pass at once."""


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
