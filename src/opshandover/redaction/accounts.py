"""Passwords next to an account, as in `admin / …`, without a keyword."""

import re
from collections.abc import Callable, Iterator

from opshandover.redaction.harmless import is_harmless, is_not_secret, is_phone
from opshandover.redaction.keywords import NAME
from opshandover.redaction.prefilter import Prefilter, build_prefilter, word
from opshandover.redaction.values import (
    CHAR,
    SPECIALS,
    VALUE_SIGNS,
    Span,
    has_special_character,
    is_password_like,
    span_at,
)

_ACCOUNT = r"[\w.@+-]{1,64}"
_WORD_WITH_DIGITS = r"[a-z]{2,16}(?:(?:19[5-9]|20[0-3])\d|\d?(?:123|888|666|520|999|000))"
"""A word with a year or a common number: no password by itself, but one after an account."""
_LABELLED = re.compile(
    rf"(?:{NAME}|登[录陆]|cred(?:ential)?s?|log ?in(?: with| to [\w ]{{1,20}} with)?|sign in with"
    rf"|u/p|wi-?fi|无线|热点)(?:[ ]?[:：=][ ]?|[ ]?[（(]| (?=[\w.@+-]{{1,64}} ?/))(?P<account>{_ACCOUNT})"
    rf" ?(?:[/／]|：|:(?! )) ?(?={CHAR}{{6}})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?<![!-~])(?:[\w.-]{{1,20}}[:：] ?)?[\w.-]{{2,32}}(?:@[\w.-]{{1,32}})?(?: ?[/／] ?|[:：])(?!/)(?={CHAR}{{6}})"
)
_SIGNED_IN = re.compile(
    rf"(?:(?:log(?:ged)?|sign(?:ed)?|ssh)[ -]?(?:in|on)(?:to [\w ]{{1,24}})? as {_ACCOUNT}"
    rf"|(?:as|user|account|用户名?|[账帐][号户]|用) ?{_ACCOUNT})"
    rf"(?: (?:with|using|and|plus) | ?[和跟加配] ?|[,，] ?)(?={CHAR}{{4}})"
    rf"|(?:登[录陆](?:信息|方式)?|[账帐][号户]信息|log ?in(?: details| info)?|cred(?:ential)?s)[:：] ?{_ACCOUNT}"
    rf"(?: - |[,，;；] ?| {{1,4}})(?={CHAR}{{6}})",
    re.IGNORECASE,
)
_PHONE = re.compile(
    rf"(?:后台|[账帐]|登[录陆]|店铺?|平台|小号|子号|[我你]的号|log ?in|account)[^\n。微联]{{0,16}}?"
    rf"(?<!\d)1[3-9]\d{{9}} ?[/／] ?(?={CHAR}{{6}})",
    re.IGNORECASE,
)
_OF_A_SYSTEM = re.compile(
    rf"(?:(?:log ?ins?|cred(?:ential)?s|accounts?) (?:for|to|of|on) [\w ]{{1,32}}[:：] ?"
    rf"|(?:(?:what|which|how)[^\n:：?？]{{0,24}}(?:log ?in|cred(?:ential)?s|account)[^\n:：?？]{{0,12}}"
    rf"|(?:[账帐][号户]|登[录陆])[^\n:：?？]{{0,8}}(?:啥|什么|多少|怎么|哪个?)[^\n:：?？]{{0,4}})"
    rf"[?？][”\"]?\s{{0,2}}(?:[^\s:：]{{1,12}}[:：] ?)?)"
    rf"[\"“]?{_ACCOUNT} ?[/／:：] ?(?!/)(?={CHAR}{{6}})",
    re.IGNORECASE,
)
_REPEATED = re.compile(
    r"(?:(?:account|user ?(?:name)?|log ?in|[账帐][号户]|用户名?|登[录陆](?:就?用|名)?)[:： ]{0,2}(?P<account>[A-Za-z]{2,16})"
    r" ?[ ,，/／:：] ?(?=(?P=account)[@#!_.-]?\d{3})"
    r"|(?<![\w@./-])(?P<known>root|admin|administrator|oracle|postgres)"
    rf"(?: ?[ ,，/／:：] ?(?=(?P=known)[@#!_.-]?\d{{3}})|(?: ?[,，] ?| [/／] )(?={_WORD_WITH_DIGITS}(?![!-~]))))",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    rf"(?<![A-Za-z])(?:U|UN|ID|User)[:：] ?{_ACCOUNT}[ ,;，；/]{{1,3}}P(?:W|ass)?[:：] ?(?={CHAR}{{4}})"
)
_KNOWN = re.compile(
    rf"(?:(?<![\w-])(?:root|admin|administrator|sa|ubuntu|postgres)|(?<![\w.-])[\w.-]{{1,40}}@[\w-]{{1,40}}\.[\w.-]{{1,40}})"
    rf"(?: ?[,，] ?| - | and | with | {{1,4}})(?={CHAR}{{6}})"
    rf"|(?<![\d.])(?:\d{{1,3}}\.){{3}}\d{{1,3}}(?::\d{{2,5}})?(?: ?[,，] ?| - | {{1,4}})(?={CHAR}{{6}})"
)
_NETWORK = re.compile(
    r"(?:wi-?fi[^\n,，。]{0,40}[,，;；] ?(?:the )?key(?: is)?[ :：]{1,3}"
    r"|(?:wi-?fi|无线网?|热点)[^\n,，。]{0,8}[改换][了成为]{0,2}[:：] ?"
    r"|(?:访客|办公|员工|店里|店内|公司|guest|office|staff) ?wi-?fi[:： ]{1,2}"
    r"(?=[a-z]{3,16}(?:\d{4}|(?:[-_.][a-z]{2,16}){0,4}[-_.]\d{2,6}(?![!-~]))))(?=[!-~]{8})",
    re.IGNORECASE,
)
_NETWORKS = (word("wi-fi"), word("wifi"), word("无线"), word("热点"))
_WIFI = build_prefilter(_NETWORKS)
SIGNS = (*VALUE_SIGNS, *_NETWORKS)
_PREFILTER = build_prefilter(SIGNS)
_COMMON_PASSWORD = re.compile(_WORD_WITH_DIGITS)
_MODEL = re.compile(r"[A-Za-z]{2,12}\d{1,2}")
_AFTER_SEPARATOR = re.compile(rf"[/／:：] ?{CHAR}{{4}}")
"""The separator before the password in all searches that require a slash or a colon."""
_MIXED_VALUE = re.compile(
    rf"[\"'`0-9０-９{re.escape(SPECIALS)}](?:(?<=[\"'`]){CHAR}{{3}}"
    rf"|(?<=[0-9０-９]){CHAR}{{0,200}}?[{re.escape(SPECIALS)}]"
    rf"|(?<=[{re.escape(SPECIALS)}]){CHAR}{{0,200}}?[0-9０-９])"
)
"""A digit and a special character in one value, or a quoted value."""
_NUMBERED = re.compile(r"\d{3}(?:(?<=[A-Za-z]...)|(?<=[A-Za-z][@#!_.-]...))")
"""A password that repeats the account, or is a word with digits."""
_REFERENCE = re.compile(
    r"(?:issues?|pr|bug|ticket|order|no|case|req|[A-Z]+)#\d+"
    r"|[\w.-]+@(?:v?\d{1,2}(?:\.\S*|x)?|(?=\d*[a-f])[0-9a-f]{7,40}|[a-z][\w-]*\.[\w.-]+)|\w{1,4}&\w{1,2}"
    r"|\w+=.*|(?:[^:/]*[:/]){2}.*",
    re.IGNORECASE,
)


_Predicate = Callable[[re.Match[str], str], bool]


def find_account_passwords(text: str) -> Iterator[Span]:
    """Yield the spans that can only be the password of the account before them."""
    if not _PREFILTER.search(text):
        return
    present = {sign for sign in _CONDITIONS if sign.search(text)}
    for search, conditions, is_password in _SEARCHES:
        if present.issuperset(conditions):
            yield from (s for m in search.finditer(text) if (s := _password_span(text, m, is_password)))


def _password_span(text: str, match: re.Match[str], is_password: _Predicate) -> Span | None:
    span = span_at(text, match.end())
    return span if span and is_password(match, text[slice(*span)]) else None


def _is_strong(match: re.Match[str], password: str) -> bool:
    """Whether the second of two values after `账号：` is a password, not another account."""
    kinds = (any(map(str.isupper, password)), any(map(str.islower, password)), any(map(str.isdigit, password)))
    digits = password.isdigit() and not match["account"].isdigit() and not is_phone(match["account"])
    network = match[0][:1] in "wW无热" and any(map(str.isdigit, password))
    common = bool(_COMMON_PASSWORD.fullmatch(password)) and match["account"].isalpha()
    strong = common or all(kinds) or digits or has_special_character(password) or network
    models = _MODEL.fullmatch(match["account"]) and _MODEL.fullmatch(password)
    return strong and len(password) >= 6 and not (models or is_harmless(password))


def _is_certain(_match: re.Match[str], password: str) -> bool:
    """Whether a value is a password even though no keyword says that an account precedes it."""
    password_like = (
        is_password_like(password) and has_special_character(password) and sum(map(str.isalpha, password)) >= 2
    )
    return password_like and not _REFERENCE.fullmatch(password) and not is_harmless(password)


def _is_mixed_value(_match: re.Match[str], password: str) -> bool:
    """Whether a value has letters of both cases and digits, or otherwise looks like a password."""
    kinds = (any(map(str.isupper, password)), any(map(str.islower, password)), any(map(str.isdigit, password)))
    return (
        (all(kinds) or is_password_like(password)) and not _REFERENCE.fullmatch(password) and not is_harmless(password)
    )


def _is_mixed(_match: re.Match[str], password: str) -> bool:
    return any(map(str.isdigit, password)) and any(map(str.isalpha, password)) and not is_not_secret(password)


_SEARCHES: tuple[tuple[re.Pattern[str], tuple[re.Pattern[str] | Prefilter, ...], _Predicate], ...] = (
    (_LABELLED, (_AFTER_SEPARATOR,), _is_strong),
    (_NAMED, (_AFTER_SEPARATOR, _MIXED_VALUE), _is_certain),
    (_SIGNED_IN, (_MIXED_VALUE,), _is_certain),
    (_INITIALS, (_AFTER_SEPARATOR, _MIXED_VALUE), _is_certain),
    (_KNOWN, (_MIXED_VALUE,), _is_certain),
    (_PHONE, (_AFTER_SEPARATOR,), _is_mixed),
    (_REPEATED, (_NUMBERED,), _is_mixed),
    (_OF_A_SYSTEM, (_AFTER_SEPARATOR,), _is_mixed_value),
    (_NETWORK, (_WIFI,), _is_mixed),
)
"""Each search, the patterns that a text must match for it, and the test that the password must pass."""
_CONDITIONS = frozenset(sign for _, conditions, _ in _SEARCHES for sign in conditions)
