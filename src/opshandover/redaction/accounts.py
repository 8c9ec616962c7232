"""Passwords beside an account, as in `admin / …`, without a keyword.

Any of four things may say that the second of two values is the password of the first: its look, the sign
between them, the account, and what stands before it. Each has points, and they add up.
"""

import re
from collections.abc import Iterator

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME
from opshandover.redaction.patterns import Match, Pattern
from opshandover.redaction.values import has_cases, is_model, is_phone, look, value_at

_CERTAIN = 6
"""The points at which the second of two values is a password."""
_LONGEST = 32
_PAIR = Pattern(
    rf"(?<![\w./@%?&=#-])(?!{NAME})(?P<account>[A-Za-z][\w.+-]{{1,31}}(?:@[\w.-]{{1,32}})?|\d{{4,12}}|(?:\d{{1,3}}\.){{3}}\d{{1,3}}(?::\d{{2,5}})?|(?<=店:)[\w\u4e00-\u9fff-]{{1,12}})"
    r"(?P<by> ?(?:/{1,2}|[:|→+&（]|-{1,2}>|=>|(?<= )\() ?| ?[,，;；] ?(?:key )?| - | (?:with|using|and|plus) | ?[和跟加配] ?| {1,4}P(?:W|ass)?: ?| {1,4})(?!/)(?=[!-~]{4})",
    re.IGNORECASE | re.ASCII,
)
_KNOWN = Pattern(
    r"root|admin|administrator|sa|ubuntu|centos|oracle|postgres|mysql|redis|guest|tomcat|jenkins|minioadmin|elastic|nacos"
    r"|manager|operator|cashier|sysdba|system|test|(?:\d{1,3}\.){3}\d.*|root@.*",
    re.IGNORECASE,
)
_PLACE = Pattern(
    r"商家|[账帐][号户]|登[录陆]|用户|后台|系统|平台|工作台|坐席|控制台|服务器|主机|跳板|堡垒|路由|交换机|打印|监控|录像|摄像|邮箱|网盘|库|[店云通宝]|oracle|mysql|redis|mongo|postgres|无线|热点"
    r"|\b(?:NAS|VPN|FTP|SFTP|ERP|WMS|CRM|POS|OA|CMS|portal|admin|console|dashboard|server|router|switch|printer|cameras?|log ?in|sign|account|database|db|mailbox|web ?mail|cred\w*|wi-?fi|u/p|RDP)\b|\buser $|用 $|(?:\d{1,3}\.){3}\d|\.(?:com|cn|net|org|io|example|local)\b",
    re.IGNORECASE,
)
"""What somebody signs in to, and words for signing in."""
_SIGNS = Pattern(r"[^\w@#$%^&*!+~?.-]|base64")


def find_account_passwords(text: str) -> Iterator[Span]:
    """Yield the spans that can only be the password of the account before them."""
    for found in _PAIR.finditer(text):
        span = value_at(text, found.end())
        if span and span[0] - found.end() <= 1 and text[span[0]] != "-" and _is_second(found, text[slice(*span)]):
            yield span


def _is_second(found: Match, value: str) -> bool:
    """Whether the second of two values is the password of the first."""
    account, by = found["account"], found["by"].strip()
    known = bool(_KNOWN.fullmatch(account))
    if known and "/" in by and (value == account != "test" or _is_simple(value)):
        return True
    points = look(value)
    if points < 4:
        lower = not value.isupper() and (value.islower() or sum(map(str.isdigit, value)) > 2)
        mixed = points == 3 and has_cases(value) and not value.isalnum()
        points = 4 if mixed else 2 * (len(value) > 7 if points == 1 else points == 3 and len(value) > 6 and lower)
    before = found.string[max(0, found.string.rfind("\n", 0, found.start()) + 1, found.start() - 48) : found.start()]
    if (
        not points
        or len(value) > _LONGEST
        or _SIGNS.search(value)
        or (
            points < _CERTAIN
            and is_model(value)
            and not by.endswith(("/", ":", "key"))
            and not value.startswith(account)
        )
        or (_stem(value) == _stem(account) and not known)
    ):
        return False
    place = bool(_PLACE.search(before)) or "@" in account
    return points + _sign(found["by"], before) + 3 * place + 3 * known >= _CERTAIN


def _sign(by: str, before: str) -> int:
    """How much the sign between two values says that the second belongs to the first, in points."""
    if by.strip() in ("", ",", "，", ";", "；", "(", "（", "和", "and"):
        return 0 if before.endswith(":") else -2
    spaced = by[0] == " " and not by.strip().isalpha()
    return 2 if spaced or by in ("|", "→") or by.endswith(">") else 1


def _is_simple(value: str) -> bool:
    """Whether a number is one that a well-known account has by default, or long enough for a password."""
    common = value in "0123456789" or len(set(value)) == 1
    return value.isdigit() and (common or len(value) > 5) and not is_phone(value)


def _stem(value: str) -> str:
    """A value without figures and the signs between its parts."""
    return re.sub(r"[\d_.-]", "", value).casefold()


WORDS = (
    *"账号 帐号 账户 帐户 账密 的号 登录 登陆 登錄 用户 无线 热点 root admin oracle postgres ubuntu mysql redis guest tomcat jenkins".split(),
    *("wifi", "wi-fi", "login", "log in", "cred", "account", "user", "u/p", "店:", "店："),
)
"""Words of which one is in every text with such a pair that has no special sign."""
