"""Secrets that stand beside an account, as in `admin / …`, without a word for them."""

import re
from collections.abc import Callable, Iterator

from opshandover.redaction.talk import is_harmless, is_phone, is_talk
from opshandover.redaction.values import CHAR, Span, is_made, is_special, span_at
from opshandover.redaction.words import NAME

_WHO = r"[\w.@+-]{1,64}"
_LABELLED = re.compile(
    rf"(?:{NAME}|登[录陆]|cred(?:ential)?s?|log ?in(?: with| to [\w ]{{1,20}} with)?|sign in with"
    rf"|u/p|wi-?fi|无线|热点)(?:[ ]?[:：=][ ]?| (?=[\w.@+-]{{1,64}} ?/))(?P<one>{_WHO})"
    rf" ?(?:[/／]|：|:(?! )) ?(?={CHAR}{{6}})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?<![!-~])(?:[\w.-]{{1,20}}[:：] )?[\w.-]{{2,32}}(?:@[\w.-]{{1,32}})?(?: ?[/／] ?|[:：])(?!/)(?={CHAR}{{6}})"
)
_SIGNED_IN = re.compile(
    rf"(?:(?:log(?:ged)?|sign(?:ed)?|ssh)[ -]?(?:in|on)(?:to [\w ]{{1,24}})? as {_WHO}"
    rf"|(?:as|user|account|用户名?|[账帐][号户]|用) ?{_WHO})"
    rf"(?: (?:with|using|and|plus) | ?[和跟加配] ?|[,，] ?)(?={CHAR}{{4}})",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    rf"(?<![A-Za-z])(?:U|UN|ID|User)[:：] ?{_WHO}[ ,;，；/]{{1,3}}P(?:W|ass)?[:：] ?(?={CHAR}{{4}})"
)
_KNOWN = re.compile(
    rf"(?:(?<![\w-])(?:root|admin|administrator|sa|ubuntu|postgres)|(?<![\w.-])[\w.-]{{1,40}}@[\w-]{{1,40}}\.[\w.-]{{1,40}})"
    rf"(?: ?[,，] ?| - | )(?={CHAR}{{6}})"
)
_NETWORK = re.compile(
    r"wi-?fi[^\n,，。]{0,40}[,，;；] ?(?:the )?key(?: is)?[ :：]{1,3}(?=[!-~]{8})", re.IGNORECASE
)
_ANY_SECOND = re.compile(rf"{CHAR}{{4}}")
_REFERENCE = re.compile(
    r"(?:issues?|pr|bug|ticket|order|no|case|req|[A-Z]+)#\d+"
    r"|[\w.-]+@(?:v?\d{1,2}(?:\.\S*|x)?|(?=\d*[a-f])[0-9a-f]{7,40}|[a-z][\w-]*\.[\w.-]+)|\w+&\w{1,2}"
    r"|\w+=.*|(?:[^:/]*[:/]){2}.*",
    re.IGNORECASE,
)


def with_accounts(text: str) -> Iterator[Span]:
    """Gives what can only be the password of the account that stands before it."""
    if not _ANY_SECOND.search(text):
        return
    yield from (s for m in _LABELLED.finditer(text) if (s := _second(text, m, _is_strong)))
    for search in (_NAMED, _SIGNED_IN, _INITIALS, _KNOWN):
        yield from (s for m in search.finditer(text) if (s := _second(text, m, _is_certain)))
    yield from (s for m in _NETWORK.finditer(text) if (s := _second(text, m, _is_mixed)))


def _second(
    text: str, match: re.Match[str], wanted: Callable[[re.Match[str], str], bool]
) -> Span | None:
    span = span_at(text, match.end())
    return span if span and wanted(match, text[slice(*span)]) else None


def _is_strong(match: re.Match[str], two: str) -> bool:
    """Says whether the second of two names beside `账号：` is a password, not another account."""
    kinds = (any(map(str.isupper, two)), any(map(str.islower, two)), any(map(str.isdigit, two)))
    figures = two.isdigit() and not match["one"].isdigit() and not is_phone(match["one"])
    network = match[0][:1] in "wW无热" and any(map(str.isdigit, two))
    strong = all(kinds) or figures or is_special(two) or network
    return strong and len(two) >= 6 and not is_harmless(two)


def _is_certain(_match: re.Match[str], two: str) -> bool:
    """Says whether a value is a password even though nothing says that a name stands before it."""
    made = is_made(two) and is_special(two) and sum(map(str.isalpha, two)) >= 2
    return made and not _REFERENCE.fullmatch(two) and not is_harmless(two)


def _is_mixed(_match: re.Match[str], two: str) -> bool:
    return any(map(str.isdigit, two)) and any(map(str.isalpha, two)) and not is_talk(two)
