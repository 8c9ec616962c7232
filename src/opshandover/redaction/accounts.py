"""Passwords beside an account, as in `admin / …`, without a keyword.

Any of four things may say that the second of two values is the password of the first: its look, the sign
between them, the account, and what stands before it. Each has points, and they add up; but a look that other
things have as well says nothing without the account or a place to sign in to, nor in a sum, a row or a remark.
"""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME
from opshandover.redaction.patterns import Match, Pattern, either
from opshandover.redaction.points import ENOUGH
from opshandover.redaction.values import SPECIAL, look, value_at
from opshandover.redaction.vocabulary import KNOWN_ACCOUNTS, PLACES

_LONGEST = 32
_IP = r"(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?"
_ACCOUNT = rf"[A-Za-z][\w.+-]{{1,31}}(?:@[\w.-]{{1,32}})?|\d{{4,12}}|{_IP}"
_BY = r" ?(?:/{1,2}|[:|→+&（,，;；和跟加配]|-{1,2}>|=>|(?<= )\(|(?<= )(?:-|with|using|and|plus)(?= )) ?| {1,4}P(?:W|ass)?: ?| {1,4}"
_PAIR = Pattern(
    rf"(?<![\w./@%?&=#-])(?<!\]\()(?!{NAME})(?P<account>{_ACCOUNT})(?P<by>{_BY})(?!/)(?=[!-~]{{4}})",
    re.IGNORECASE | re.ASCII,
)
_PLACE = Pattern(rf"{either(PLACES)}|(?:用|\buser) $|{_IP}|\.(?:com|cn|net|org|io|example|local)\b", re.IGNORECASE)
"""What somebody signs in to, and words for signing in."""
_CODINGS = ("utf8", "utf-8", "gb18030", "latin1")
"""How character sets and their collations begin, of which two may stand side by side."""
_SIGNS = frozenset("/:;,()[]{}<>|='\"`\\")
"""What a password beside an account does not hold."""
_TYPED = Pattern(r"(?=.{6})[A-Za-z\d]\S*[@#!$%^&]\S*")
"""What people type as passwords and write for hardly anything else: with one of these signs behind the first."""
_AMID = Pattern(rf"\w[{SPECIAL}]+\w")
"""A special sign amid letters, not behind them as in a question."""


def find_account_passwords(text: str) -> Iterator[Span]:
    """Yield the spans that can only be the password of the account before them."""
    for found in _PAIR.finditer(text):
        span = value_at(text, found.end())
        if span and span[0] - found.end() <= 1 and text[span[0]] != "-" and _is_second(found, text[slice(*span)]):
            yield span


def _is_second(found: Match, text: str) -> bool:
    """Whether the second of two values is the password of the first."""
    account, by, value = found["account"], found["by"].strip(), look(text)
    summed = by in ("+", "&") and not (account.isdigit() and found.string[found.start() - 1 : found.start()] != by)
    if summed or " " in text or text.casefold().startswith(_CODINGS):
        return False
    known = account.casefold() in KNOWN_ACCOUNTS or account.startswith("root@")
    if known and "/" in by and (text == account != "test" or _is_simple(text)):
        return True
    points = value.strength
    if points < 4:
        lower = not text.isupper() and (text.islower() or value.digits > 2)
        mixed = points == 3 and value.cases and not (text.isalnum() or value.technical)
        points = 4 if mixed else 2 * (len(text) > 7 if points == 1 else points == 3 and len(text) > 6 and lower)
    before = found.string[max(0, found.string.rfind("\n", 0, found.start()) + 1, found.start() - 48) : found.start()]
    model = (
        points < ENOUGH
        and text.isalnum()
        and value.named
        and not (known and "@" in account)
        and not by.endswith(("/", ":"))
        and not text.startswith(account)
    )
    if not points or len(text) > _LONGEST or not _SIGNS.isdisjoint(text) or model:
        return False
    place = bool(_PLACE.search(before)) or "@" in account
    typed = value.strength == 6 and _TYPED.fullmatch(text)
    if not typed and (_joins(found) or not (place or known) or not (value.digits or _AMID.search(text))):
        return False
    return points + _sign(found["by"], before) + 3 * place + 3 * known >= ENOUGH


def _joins(found: Match) -> bool:
    """Whether what stands between two values joins others as well: in a row, behind a label, as a remark."""
    by, line = found["by"].strip(), found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    return found["by"] == ": " or by == "(" or (by == "|" and "|" in line)


def _sign(by: str, before: str) -> int:
    """How much the sign between two values says that the second belongs to the first, in points."""
    if by.strip() in ("", *",，;；(（和", "and"):
        return 0 if before.endswith(":") else -2
    spaced = by[0] == " " and not by.strip().isalpha()
    return 2 if spaced or by in ("|", "→") or by.endswith(">") else 1


def _is_simple(value: str) -> bool:
    """Whether a number is one that a well-known account has by default, or long enough for a password."""
    common = value in "0123456789" or len(set(value)) == 1
    return value.isdigit() and (common or len(value) > 5) and not look(value).phone


WORDS = (
    *"账号 帐号 账户 帐户 账密 的号 登录 登陆 登錄 用户 无线 热点 root admin oracle postgres ubuntu mysql redis guest tomcat jenkins".split(),
    *("wifi", "wi-fi", "login", "log in", "cred", "account", "user", "u/p"),
)
"""Words of which one is in every text with such a pair that has no special sign."""
