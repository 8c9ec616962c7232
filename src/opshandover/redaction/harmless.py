"""Recognise values that are no secret: dates, paths, policies, quantities, remarks."""

import re

_HARMLESS = re.compile(
    r"""(?:
      [*•●x.\-_#?/…]+                                         # masked already, or left blank
    | (?:<|\$[({A-Z_]|\{\{|%\(|os\.|getenv|process\.env|https?:|op://|vault[:/]).*
    | \d{4}([-/.])\d{1,2}(?:\1\d{1,2})?(?:T[\d:]+)? | \d{4}-?Q[1-4] | \d{1,2}:\d\d(?:-.*)?
    | v?\d+(?:\.\d+){1,3}(?::\d+)? | [\d.,]+% | \d+-[a-z]+ | \d{1,3}
    | [\w.+-]+@[\w-]+(?:\.[a-z-]+)+ | [\w.+-]+@(?:\d{1,3}\.){3}\d{1,3}(?::.*)?
    | [\w./-]+\.(?:pdf|docx?|xlsx?|kdbx|md|txt|png|zip|csv|ya?ml|sh|py)
    | (?:sha|md|aes|rsa|wpa|oauth|utf|base|bcrypt|https?|saml|totp)-?\d*(?:[-_/+（(]\S{0,12})? | based
    | [23]fa\W*
    | (?:1password|keepass\w*|bitwarden|lastpass|vault|ldap|sso|mfa|otp|iam)(?:(?![@\#!$%^&*+=~]+\w)\W.*)?
    | [a-z0-9_.-]+(?:/[a-z0-9_.-]+){2,} | \#(?:(?=\d*[a-f])[\da-f]{6}|[\da-f]{3}) | ![a-z]+(?:[/:.][\w-]+)*
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_REMARKS = """
see ask in stored kept held via from reset none null nil empty blank unchanged changed required
optional the is as please not to by with under at on same tbd todo yes no true false given managed
rotated revoked disabled expired unknown contact sent shared handed transferred done string text
str bytes hidden redacted removed omitted here below above only never default strong weak unset
undefined pending and or per use using read find found available will was provided confidential
protected secret encrypted expires
"""
_REMARK_WORDS = frozenset(_REMARKS.split())
"""Words that follow “password:” in a remark about the password."""
_REMARK_SUBJECTS = frozenset(
    """
    are has have had must should can may if when until after before your our their this that of for
    a an it policy rotation change changes owner holder manager vault keeper monthly weekly quarterly daily
    yearly service desk team admin password passwords account accounts user users login email phone
    access system characters length minimum maximum letters digits symbols days review update
    updated transfer pass word office person
    """.split()
)
"""Words that occur in a remark about a password, but not in a passphrase."""
_CHINESE_REMARK_STARTS = re.compile(
    r"[见请由问未已无同在存需须按每首向从和与跟不没可仅只另待暂统是否有的了]|默认|保密|定期|随机|系统|自行|自己|当面"
)
_CHINESE_REMARK_PARTS = re.compile(
    r"[见找询管移贴锁领拿取给钥匙库柜组群室]|联系|密码|口令|交接|重置|修改|更[换改新]|变更|规则|字符|字母|生成|发[放送到给]|提供|告知"
    r"|通知|设置|扫码|登[录陆]|保存|人员|信封|平台|短信|当面|线下|后[一二三四五六七八\d]+位|手机|工号|首次|过期|失效|有效|正常|错误"
    r"|强度|长度|\d ?[位天月日号次个小分秒周季条人台步年种章节页版楼层]|[一二三四五六七八九十]章|[ \u3000](?:and|or|the)[ \u3000]"
)
_UNIT_AFTER = re.compile(
    r" ?(?:[位天年月日号次个小时分秒周季条人元步台版种套张份期楼层级%％]|开头|以上|以内"
    r"|(?:days?|char\w*|digits?|times?|hours?|min\w*|weeks?|months?|years?|sec\w*|of|points?"
    r"|coins?|staff|users?|people|orders?|items?|letters?|events?|requests?)\b)"
)
_NUMBER = re.compile(r"[\d.,~+-]+")
_PHONE = re.compile(r"1[3-9]\d{9}|\d{3,4}-\d{3,4}(?:-?\d{3,4})?|\d{7,8}")
_TICKET = re.compile(r"(?:[A-Z]{2,8}-){1,2}\d+|20\d{6}")
_IDENTIFIER = re.compile(r"[a-z]{2,}(?:\[\d+\])?(?:[-_.](?:[a-z]{2,}|\d{1,4})(?:\[\d+\])?)+")


_MIXED = re.compile(r"[@#!$%^&*+=~]+\w")
"""What follows a word that is only the beginning of a password: `Text@123`."""


def is_not_secret(value: str) -> bool:
    """Whether a value is known to be no secret: a remark, a known harmless format, or no letter or digit at all."""
    first = re.split(r"[^a-z0-9]", value.casefold(), maxsplit=1)[0]
    says = first in _REMARK_WORDS and not _MIXED.match(value, len(first))
    shows = any(map(str.isalnum, value))
    return not shows or says or is_harmless(value)


def is_harmless(value: str) -> bool:
    """Whether a value is a date, an address, a file name, a variable, or masked already."""
    return bool(_HARMLESS.fullmatch(value))


def is_chinese_remark(value: str) -> bool:
    """Whether Chinese words after `密码：` describe the password instead of stating it."""
    return bool(_CHINESE_REMARK_STARTS.match(value) or _CHINESE_REMARK_PARTS.search(value))


def is_english_remark(value: str) -> bool:
    """Whether English words after `password:` are a remark instead of a passphrase."""
    return any(w in _REMARK_WORDS or w in _REMARK_SUBJECTS for w in re.split(r"[\s-]+", value.casefold()))


def is_quantity(text: str, value: str, stop: int) -> bool:
    """Whether a value is a number that counts what follows it, as in `12 位`."""
    return bool(_NUMBER.fullmatch(value) and _UNIT_AFTER.match(text, stop))


def is_phone(value: str) -> bool:
    """Whether a value may be a phone number."""
    return bool(_PHONE.fullmatch(value))


def is_ticket(value: str) -> bool:
    """Whether a value has the format of a ticket number or of a date written as digits."""
    return bool(_TICKET.fullmatch(value))


def is_identifier(value: str) -> bool:
    """Whether a value is an identifier as programs use them."""
    return bool(_IDENTIFIER.fullmatch(value))
