"""Passwords next to an account, as in `admin / …`, without a keyword."""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME
from opshandover.redaction.patterns import Match, Pattern
from opshandover.redaction.values import is_harmless, is_mixed, is_model, is_phone, is_strong, value_at

_KNOWN = r"(?:root|admin|administrator|sa|ubuntu|centos|oracle|postgres|mysql|redis|guest|tomcat|jenkins|minioadmin|elastic|nacos|manager|operator|cashier|sysdba|system|test)"
_ADDRESS = r"(?:[\w.-]{1,40}@[\w-]{1,40}\.[\w.-]{1,40}|(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?)"
_LABELLED = Pattern(
    rf"(?:{NAME}|登录|cred(?:ential)?s?|log ?in(?: with| to [\w ]{{1,20}} with)?|sign in with|[账登][号录]信息|的号|wi-?fi|无线|热点)"
    r"(?: (?:for|to|of|on) [\w ]{1,32})? ?[:=(（→]?(?:\?\s\w{1,12}:)? ?(?P<account>[\w.@+-]{2,64})(?P<by> ?[/|:,，] ?| - | {1,4})(?=[!-~]{6})",
    re.IGNORECASE | re.ASCII,
)
_SIGNED_IN = Pattern(
    r"(?:(?:log(?:ged)?|sign(?:ed)?)[ -]?(?:in|on)|ssh|rdp|as|user|account|用户名?|账[号户]|用)(?: as| with)? ?[\w.@+\\-]{1,64}"
    r"(?: (?:with|using|and|plus) | ?[和跟加配] ?|[,，] ?)(?=[!-~]{5})"
    r"|\bU(?:N|ser)?: ?[\w.@+-]{1,64}[ ,;/]{1,3}P(?:W|ass)?: ?(?=[!-~]{4})",
    re.IGNORECASE | re.ASCII,
)
_BESIDE = Pattern(
    rf"(?<![\w.@/-])(?:{_KNOWN}|{_ADDRESS})(?: ?[,，/|:] ?| - | and | with |[ \t]{{1,4}})(?=[!-~]{{4}})",
    re.IGNORECASE | re.ASCII,
)
_PAIR = Pattern(
    r"(?<![\w./@%?&=#-])(?P<account>[A-Za-z][\w.-]{1,31}(?:@[\w.-]{1,32})?|\d{4,12})(?P<by> ?(?:/{1,2}|[:|→+&（]|-{1,2}>|=>|(?<= )\() ?|[,，;；] ?| - | )(?!/)(?=[!-~]{6})",
    re.ASCII,
)
_PLACE = Pattern(
    r"商家|[账帐][号户]|登[录陆]|用户|后台|系统|平台|工作台|坐席|控制台|服务器|主机|跳板|堡垒|路由|交换机|打印|监控|录像|摄像|邮箱|网盘|库|[店云通宝]|oracle|mysql|redis|mongo|postgres"
    r"|\b(?:NAS|VPN|FTP|SFTP|ERP|WMS|CRM|POS|OA|CMS|portal|admin|console|dashboard|server|router|switch|printer|cameras?|log ?in|account|database|db|mailbox|web ?mail|cred\w*)\b|(?:\d{1,3}\.){3}\d|\.(?:com|cn|net|org|io|example|local)\b",
    re.IGNORECASE,
)
"""What somebody signs in to."""
_SIGNS = Pattern(r"[^\w@#$%^&*!+~?.-]|base64")
_SERIES = Pattern(r"(\w{1,20}?[-_.])[^/]*/\1")
_WELL_KNOWN = Pattern(_KNOWN, re.IGNORECASE)
_NO_PAIR = Pattern(r"版本|型号|分支|镜像|负责|version|model|branch|image|release|owner", re.IGNORECASE)
_SHOP = Pattern(r"[\u4e00-\u9fff]{1,12}店:[\w-]{1,12} ?/ ?(?=[!-~]{5})")
"""The account of a shop and one below it."""
_WIFI = Pattern(
    r"(?:wi-?fi|无线网?|热点)(?:(?: is)?[^\n,，。]{0,24}[,，] ?(?:the )?key(?: is)? ?:? ?(?=[!-~]{8})|(?: ?[改换][了成为]{0,2})?[ :]{1,2}(?=[a-z]{3,16}\d{4}))",
    re.IGNORECASE | re.ASCII,
)
_HAS_SPECIAL = Pattern(r"[@#$%^&*!]|\+$")
_COMMON = Pattern(r"[A-Za-z]{2,16}[@#!_.-]?(?:(?:19[5-9]|20[0-3])\d|\d?(?:123|888|666|520|999|000))")


def find_account_passwords(text: str) -> Iterator[Span]:
    """Yield the spans that can only be the password of the account before them."""
    for pattern, is_password in _SEARCHES:
        for found in pattern.finditer(text):
            span = value_at(text, found.end())
            if span and span[0] - found.end() <= 1 and text[span[0]] != "-" and is_password(found, text[slice(*span)]):
                yield span


def _is_second(found: Match, value: str) -> bool:
    """Whether the second of two values is the password of the first.

    Its look, the sign between them, and the system or account before it add up.
    """
    account, by = found["account"], found["by"]
    before = found.string[max(0, found.string.rfind("\n", 0, found.start()) + 1, found.start() - 48) : found.start()]
    known = bool(_WELL_KNOWN.fullmatch(account))
    if known and _figures(value) == value and len(value) >= 4 and "/" in by and not is_phone(value):
        return True
    if (
        is_harmless(value)
        or not is_mixed(value)
        or _are_siblings(account, value)
        or _figures(value) == _figures(account)
        or _SIGNS.search(value)
        or _NO_PAIR.search(before)
    ):
        return False
    look = _look_of(found, value)
    place = bool(_PLACE.search(before)) or "@" in account
    signed = 3 * place + 3 * (known or is_phone(account))
    return look > 0 and look + _weight_of(by, before) + signed >= _ENOUGH


_ENOUGH = 6
"""The points at which the second of two values is a password."""


def _look_of(found: Match, value: str) -> int:
    """How much a value looks like a password, in points."""
    if _is_certain(found, value):
        return 6
    if is_strong(value) or (_has_cases(value) and not value.isalnum()):
        return 4
    if found["by"].endswith(("(", "（")) and is_model(value):
        return 0
    return 2 * (len(_figures(value)) >= 3 and len(value) >= 7 and len(_stem(value)) >= 2 and not value.isupper())


def _weight_of(by: str, before: str) -> int:
    """How much the sign between two values says that the second belongs to the first, in points."""
    if by.strip() in ("", ",", "，", ";", "；", "(", "（"):
        return 0 if before.endswith(":") else -2
    return 2 if by[0] == " " or by in ("|", "→") or by.endswith(">") else 1


def _figures(value: str) -> str:
    return re.sub(r"\D", "", value)


def _stem(value: str) -> str:
    """A value without figures and the signs between its parts."""
    return re.sub(r"[\d_.-]", "", value)


def _are_siblings(one: str, other: str) -> bool:
    """Whether two values are names of one series: `kefu01` and `kefu02`, `mall_prod` and `mall_test2`."""
    stems = {_stem(each).casefold() for each in (one, other)}
    return len(stems) == 1 or bool(_SERIES.match(f"{one}/{other}"))


def _is_certain(_found: Match, value: str) -> bool:
    """Whether a value is a password even though nothing but the account before it says so."""
    return (
        bool(_HAS_SPECIAL.search(value)) and is_strong(value) and sum(map(str.isalpha, value)) >= 2 and len(value) >= 6
    )


def _is_named(found: Match, value: str) -> bool:
    """The same behind words that say with what somebody signs in."""
    return _is_certain(found, value) or (
        (is_strong(value) or (_has_cases(value) and ("-" in value or "." in value)))
        and found[0].rstrip().endswith((",", "，", "with", "using"))
    )


def _is_known(found: Match, value: str) -> bool:
    """The same behind a well-known account, which may recur in its password."""
    account = re.split(r"[^a-z]", found[0].casefold(), maxsplit=1)[0]
    repeated = (
        bool(account) and value.casefold().startswith(account) and (value[-3:].isdigit() or value == account != "test")
    )
    if "/" in value:
        return False
    common = bool(_COMMON.fullmatch(value)) and value.islower() and found[0].rstrip()[-1] in ",，/"
    by_default = value.isdigit() and (value in "0123456789" or len(set(value)) == 1) and "/" in found[0]
    by_mail = (_has_cases(value) or is_mixed(value)) and "@" in found[0] and "/" in found[0] and len(value) >= 8
    return _is_certain(found, value) or by_default or ((by_mail or repeated or common) and not is_harmless(value))


def _is_likely(found: Match, value: str) -> bool:
    """Whether the second of two values behind `账号：` is a password, not another account."""
    account, by = found["account"], found["by"].strip()
    if _is_certain(found, value):
        return True
    if by not in {"/", ":"}:
        return False
    if is_harmless(value) or len(value) < 6 or ":" in value or (is_model(account) and is_model(value)):
        return False
    wifi = found[0][:1] in "wW无热"
    repeated = value.casefold().startswith(account.casefold()[:2]) and account.isalpha() and not value.isalpha()
    return is_mixed(value) and (
        wifi
        or _has_cases(value)
        or is_phone(account)
        or ((account.isalpha() and bool(_COMMON.fullmatch(value))) or repeated)
    )


def _has_cases(value: str) -> bool:
    return any(map(str.isupper, value)) and any(map(str.islower, value)) and any(map(str.isdigit, value))


def _is_wifi(_found: Match, value: str) -> bool:
    return is_mixed(value) and any(map(str.isdigit, value)) and not is_harmless(value)


def _is_of_shop(found: Match, value: str) -> bool:
    return not value.isalnum() and _is_wifi(found, value)


WORDS = (
    *"账号 帐号 账户 帐户 账密 的号 登录 登陆 登錄 用户 无线 热点 root admin oracle postgres ubuntu mysql redis guest tomcat jenkins".split(),
    *("wifi", "wi-fi", "login", "log in", "cred", "account", "user", "u/p", "店:", "店："),
)
_SEARCHES = (
    (_LABELLED, _is_likely),
    (_SIGNED_IN, _is_named),
    (_BESIDE, _is_known),
    (_PAIR, _is_second),
    (_SHOP, _is_of_shop),
    (_WIFI, _is_wifi),
)
