"""The values themselves: where one begins and ends, and whether it can be a secret."""

import re

from opshandover.redaction.folding import Span
from opshandover.redaction.mask import MASK
from opshandover.redaction.patterns import Pattern

_VALUE = Pattern(
    r"(?P<mark>[\"'`])(?![\s,.，。]|(?P=mark))(?P<quoted>(?:(?!(?P=mark))[^\n]){1,128})(?P=mark)"
    r"|[(（](?P<round>[^()（）\n]{1,64})[)）]|[\[【〔](?P<square>[^\[\]【】〔〕\n]{1,64})[\]】〕]|<(?P<angle>[^<>\n]{1,64})>(?!\w)"
    r"|(?P<bare>[!-~]{1,200})"
)
_CUT = Pattern(r"[|<]|\]\(|&(?=[\w.-]{1,40}=)|;(?=[\w ]{1,30}=)|,(?=[\w-]{1,30}[=:])|\\[nrt](?=[A-Za-z_]{2,30}[=:])")
_EXTENSIONS = (
    "pdf|docx?|xlsx?|pptx?|csv|tsv|txt|md|log|png|jpe?g|gif|webp|svg|ico|bmp|mp[34]|mov|zip|gz|tgz|tar|rar|7z|kdbx|ya?ml"
    "|json|toml|ini|conf|cnf|cfg|xml|html?|css|jsx?|tsx?|py|sh|rb|go|java|sql|key|crt|pem|pub|csr|bak|db|jar|war|env|lock"
)
_HARMLESS = Pattern(
    r"[*•●x.\-_#?/…~=]+|.*●.*|.*\*{4,}.*"
    r"|\$\*?[A-Za-z_]\w*\$?|\$[@?!$\d]|\$?\$[({].*|%\w+%|%[({].*|.*\{.*\}.*|\{.*|<.*|[a-z]+(?::\w+){2,}|@[A-Za-z]\w*|:\w+"
    r"|[A-Za-z_][\w.:>-]*[(\[].*|[A-Za-z_]\w*(?:(?:->|::)[A-Za-z_]\w*)+|(?!(?-i:[A-Z])\d)[a-z_$]+\d?(?:\.[a-z_]+\d?)+"
    r"|!?[A-Za-z]+:/.*|!\w+|op:.*|0x[\da-f]+|@?vault:.*|@.*@"
    r"|\d{4}([-/.])\d{1,2}(?:\1\d{1,2})?(?:T[\d:Z]+)?|\d{4}-?Q[1-4]|\d{1,2}:\d\d(?:[-~:].*)?"
    r"|v?\d+(?:\.\d+){1,4}(?:[-+][\w.]+)?(?::\d+)?|v\d+|[\d.,]+%|\d{1,3}-[a-z]+|\d{1,2}"
    r"|[\w.+-]+@[\w-]+(?:\.[a-z-]+)+|[\w.+-]+'?@'?(?:\d{1,3}\.){3}\d{1,3}'?(?::.*)?"
    r"|(?:(?:sha|md|sm)(?=-?\d)|aes|rsa|wpa|oauth|utf|base|bcrypt|https?|saml|totp|tls)-?\d*(?:[-_/+(]\S{0,12})?"
    r"|(?:\d?password|keepass\w*|bitwarden|lastpass|vault|ldap|kms|sso|mfa|[23]fa|otp|iam|okta|keychain)\W*"
    r"|\d?password\W.*|(?:keepass|vault|bitwarden)[/:].*"
    r"|(?:your|my|change|replace|insert)[-_ ][a-z_-]+|change_?me[\w-]*|example|dummy|placeholder"
    rf"|[^\s/]*\.(?:{_EXTENSIONS})(?:[#?:].*)?|(?-i:(?:[A-Z]{{1,8}}-){{1,3}})\d+"
    r"|(?-i:[A-Z]+(?:_[A-Z]+)+)|#(?:[\da-f]{3}){1,2}|[a-z-]+=[\"'].*",
    re.IGNORECASE,
)
_PATH = Pattern(r"(?:[~.]{0,2}/|[A-Za-z]:[\\/]|\\\\).*|[\w.@+%~*-]*(?:/[\w.@+%#?=&~{}:*-]*)+|#\d{1,6}|20\d{6}")
"""A path, or the number of a ticket or a day, which a code of digits may equal."""
_RANDOM = Pattern(r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/=-]{20,}", re.ASCII)
_WORDS_AND_NUMBERS = Pattern(r"[A-Za-z]{2,}(?:[-_.:][A-Za-z]{2,}|[-_.:](?:v?\d{1,8}|[245]\.?\d?G))+")
_MODEL = Pattern(r"[A-Z][a-z]+\d{1,4}|[A-Z]+-?\d+[A-Za-z]?|[a-z][A-Z]\w+|[A-Za-z]+V?\d{1,4}(?:\.\d+)*")
_PHONE = Pattern(r"1[3-9]\d{9}|\d{3,4}-\d{3,4}(?:-?\d{3,4})?|0\d{9,11}")
_REMARKS = frozenset(
    """see ask in stored kept held via from reset none null nil empty blank unchanged changed required optional the is
    as please not to by with under at on same tbd todo yes no true false given managed rotated revoked disabled expired
    unknown contact sent shared handed transferred done string text str bytes hidden redacted removed omitted here below
    above only never default strong weak unset undefined pending and or per use using read find found available will was
    provided confidential protected secret encrypted expires password passwd token pwd pw key varchar char int input self
    this req request args new old type authentication authorization protection boolean integer number bearer basic oauth held must should wrong invalid
    missing error failed success user username account id name field value n/a""".split()
)
"""Words that follow “password:” in a remark about the password, in code or in a schema."""
_REMARK_PARTS = Pattern(
    r"[见找询管移贴锁领拿取给库柜群存]|联系|密码|口令|交接|重置|修改|更[换改新]|变更|规则|字符|字母|生成|发[放送到给]|提供|告知"
    r"|通知|设置|扫码|登录|人员|信封|短信|当面|线下|手机|工号|首次|过期|失效|有效|正常|错误|必填|不能|为空|强度|长度|同上|同前|请|由|按"
    r"|不变|未|已|无|暂|待|默认|定期|随机|系统|自行|向|同|\d ?[位天月日号次个小分秒周季条人台步年种章节页版楼层]"
)
_UNIT = Pattern(
    r" ?(?:[位天年月日号次个小时分秒周季条人元步台版种套张份期楼层级款项笔点%]|开头|以上|以内|以下"
    r"|(?:days?|char\w*|digits?|times?|hours?|min\w*|weeks?|months?|years?|sec\w*|of|points?|ms|s"
    r"|coins?|staff|users?|people|orders?|items?|letters?|events?|requests?|[kmc]?[gm]|lbs?)\b)"
)
_CODE = Pattern(r"[\"'`(<\[【]?(?P<code>[*#]?\d{1,6}(?:[-· .#*]\d{1,6}){1,5}[*#]?|[*#]?\d{3,10}[*#]?(?![A-Za-z\d]))")
_ENDS = Pattern(r"[\"'`\])>*）】〕]{0,3}[ \t]{0,4}(?:$|[\r\n，。；、！？,;.()（）【】\]}|<>←]|-|[呀啊哈哦吧呢嘛噢了])")
SPECIAL = r"@#$%^&*!+=~?"
SPECIALS = frozenset(SPECIAL)


def value_at(text: str, at: int) -> Span | None:
    """Return the span of the value that begins at an offset, without quotes, brackets and final punctuation."""
    found = _VALUE.match(text, at)
    if found is None or text.startswith(MASK, at):
        return None
    start, stop = found.span(found.lastgroup or 0)
    if found.lastgroup == "bare":
        if cut := _CUT.search(text, start, stop):
            stop = cut.start()
        stop = start + len(text[start:stop].rstrip(".,:;)]}>\"'`"))
        start += len(text[start:stop]) - len(text[start:stop].lstrip("\"'`([*"))
    elif found.lastgroup != "quoted" and _VALUE.fullmatch(text, start, stop):
        start, stop = value_at(text, start) or (start, stop)
    return (start, stop) if start < stop else None


def code_at(text: str, at: int) -> Span | None:
    """Return the span of a code of digits, possibly in groups or with the keys `*` and `#`."""
    found = _CODE.match(text, at)
    if found is None or sum(map(str.isdigit, found[0])) < 3:
        return None
    counts = (
        _UNIT.match(text, found.end())
        or _HARMLESS.fullmatch(found["code"])
        or (_PHONE.fullmatch(found["code"]) and "-" in found["code"])
    )
    return None if counts else found.span("code")


def ends_clause(text: str, at: int) -> bool:
    """Whether a clause, a line or a cell ends at an offset."""
    return bool(_ENDS.match(text, at))


def is_quantity(text: str, span: Span) -> bool:
    """Whether a number counts what follows it, as in `12 位`."""
    return text[slice(*span)].replace(".", "").isdigit() and bool(_UNIT.match(text, span[1]))


def is_phone(value: str) -> bool:
    """Whether a value may be a phone number."""
    return bool(_PHONE.fullmatch(value))


def is_model(value: str) -> bool:
    """Whether a value may be the name of a model or a version: `Mate60`."""
    return bool(_MODEL.fullmatch(value))


def is_remark(value: str) -> bool:
    """Whether Chinese words after `密码：` describe the password instead of stating it."""
    return bool(_REMARK_PARTS.search(value))


def is_harmless(value: str) -> bool:
    """Whether a value is a date, an address, a path, a variable, a remark, or masked already."""
    first = value.rstrip("?").split("-", maxsplit=1)[0].casefold()
    return (
        (first in _REMARKS and not any(map(str.isdigit, value)))
        or not any(map(str.isalnum, value))
        or bool(_HARMLESS.fullmatch(value))
        or bool(_PATH.fullmatch(value) and not _RANDOM.fullmatch(value))
    )


def is_mixed(value: str) -> bool:
    """Whether a value has letters and digits, or letters and a special character."""
    letters = any(map(str.isalpha, value))
    return letters and (any(map(str.isdigit, value)) or not SPECIALS.isdisjoint(value)) and len(value) >= 4


_EXPRESSION = Pattern(
    r"(?:Ctrl|Alt|Shift|Cmd|Win|Fn)\+.*|[A-Za-z][\w.-]*@v?\d{1,2}(?:\.[\w.]+)?|[\w.-]*@(?:\d{1,2}x\S*|sha\d+:\S*)|[a-z][a-z.-]*@[a-z][a-z-]*\d{0,3}(?:\.[\w.-]+)?"
    r"|[\w.-]*#(?:L|[A-Z]+-)?\d{1,5}|[a-z]+(?:-[a-z\d]+)*#[a-z]+(?:-[a-z\d]+)*|[A-Z]{1,6}#\d+|[A-Z]{2,8}v?-?\d[\d.]*\+|[a-z][\w.-]*#(?:v?\d+\.[\w.]+|(?=\d*[a-f])[\da-f]{7,40}|semver:.*)|\w{1,4}&\w{1,3}|[\w.-]+=[^=].*|.*:.*[/@:].*|.*[?&]\w+=.*"
    r"|.*%[0-9A-Fa-f]{2}.*|[\d.%,+~<>=*-]+[a-z%]{0,3}|\w{1,3}[+#]{1,2}|.*[(){}\[\]\\].*"
)
"""References, versions, assignments and expressions that have the special signs of a password."""


def has_digit(value: str) -> bool:
    """Whether a value has a digit."""
    return any(map(str.isdigit, value))


def has_cases(value: str) -> bool:
    """Whether a value has letters of both cases."""
    return any(map(str.isupper, value)) and any(map(str.islower, value))


def look(value: str) -> int:
    """How much a value looks like a password wherever it stands, in points.

    6: letters and digits amid special signs; 4: a special sign or both cases beside them; 3: letters and digits;
    1: letters and a sign; 0: none of these, or harmless.
    """
    letters, digits = (sum(map(kind, value)) for kind in (str.isalpha, str.isdigit))
    signs = not SPECIALS.isdisjoint(value)
    if not letters or not (digits or signs) or len(value) < 4 or is_harmless(value):
        return 0
    if not digits or len(value) < 5 or " " in value or _EXPRESSION.fullmatch(value):
        return 3 if digits else 1
    if signs:
        return 6 if letters > 1 and len(value) > 5 else 4
    named = is_model(value) or _WORDS_AND_NUMBERS.fullmatch(value)
    return 4 if (has_cases(value) or "_" in value) and not named else 3


def is_strong(value: str) -> bool:
    """Whether a value looks like a password wherever it stands."""
    return look(value) >= 4


_NUMBERED = Pattern(r"-(?!(?:19|20|80|90|84)\d\d$)\d{4,8}$")
_NAMED = Pattern(r"[a-z_]+=[^=]|[a-z]+(?:_[a-z]+)+\d?$")
"""An assignment, or a name in code."""


def is_machine_made(value: str, least: int = 8) -> bool:
    """Whether a value may be a key or a token that a program made."""
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    made = letters and (digits or (len(value) >= 16 and value.isalnum()))
    named = _WORDS_AND_NUMBERS.fullmatch(value) and not (
        _RANDOM.fullmatch(value)
        or _NUMBERED.search(value)
        or (digits and ":" not in value and any(map(str.isupper, value)) and any(map(str.islower, value)))
    )
    return made and len(value) >= least and value.isascii() and not (named or is_harmless(value) or _NAMED.match(value))
