"""The values themselves: where one begins and ends, and what there is to see of it."""

import re
from functools import lru_cache
from string import ascii_letters, digits

from attrs import frozen

from opshandover.redaction.folding import Span
from opshandover.redaction.mask import MASK
from opshandover.redaction.patterns import Pattern, any_of
from opshandover.redaction.vocabulary import (
    KEEPERS,
    NO_PASSWORDS,
    REMARK_ENDINGS,
    REMARKS,
    REMARKS_ZH,
    SUFFIXES,
    UNITS,
    UNITS_ZH,
)

SPECIAL = r"@#$%^&*!+=~?"
SPECIALS = frozenset(SPECIAL)
_VALUE = Pattern(
    r"(?P<mark>[\"'`])(?P<quoted>[^\s,.，。\"'`](?:(?!(?P=mark))[^\n]){0,128})(?P=mark)"
    r"|[(（\[【〔<](?P<inner>[^()（）\[\]【】〔〕<>\n]{1,64})[)）\]】〕>](?!\w)|(?P<bare>[!-~]{1,200})"
)
_CUT = Pattern(r"[|<]|\]\(|\}(?=@)|[&;,](?=[\w .-]{1,40}[=:])|\\[nrt](?=[A-Za-z_]{2,30}[=:])")
_CODE = Pattern(r"[\"'`(<\[【]?(?P<code>[*#]?\d{1,6}(?:[-· .#*]\d{1,6}){1,5}[*#]?|[*#]?\d{3,10}[*#]?(?![A-Za-z\d]))")
_ENDS = Pattern(r"[\"'`\])>*）】〕]{0,3}[ \t]{0,4}(?:$|[\r\n，。；、！？,;.()（）【】\]}|<>←]|-|[呀啊哈哦吧呢嘛噢了])")
_UNIT = Pattern(rf" ?(?:[{UNITS_ZH}]|开头|以[上内下]|(?:{any_of(UNITS)})\b)", re.IGNORECASE)
_REMARK = Pattern(rf"\d ?[{UNITS_ZH}]|{any_of(REMARKS_ZH)}")
_PHONE = Pattern(r"1[3-9]\d{9}|\d{3,4}-\d{3,4}(?:-?\d{3,4})?|0\d{9,11}")
_MEASURED = rf"\d{{1,5}}(?:\.\d+)?(?:{any_of(UNITS)})"
_HARMLESS = {
    "masked": r"[*•●x.\-_#?/…~=]+|~\w+~|.*(?:●|\*{4}|x{5}).*",
    "a variable": r"\$\*?\w*\$?|\$[@?!]|[$%]{1,2}[({].*|%\w+%|%[sd]|%[\da-f]{2}.*%[\da-f]{2}|.*\{.*\}.*|[{<].*|[a-z]+_\{\w*|\\\$\{.*|\[[A-Za-z_ -]+\]|[@:!][A-Za-z]\w*|@[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*){0,3}",
    "code": r"[A-Za-z_][\w.:>-]*[(\[].*|[A-Za-z_]\w*(?:(?:->|::)[A-Za-z_]\w*)+|[a-z_$]+\d?(?:\.[a-z_]+\d?)+|[a-z-]+=[\"'].*|(?:count|length|max|min|size)=\d{1,4}|[A-Za-z_.]+_\*",
    "an address": r"!?[A-Za-z]+:/.*|@?(?:op|vault|keepass|bitwarden)[:/].*|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}",
    "a host": r"[\w.+-]+'?@'?(?:\d{1,3}\.){3}\d{1,3}'?(?::.*)?",
    "a time": r"\d{4}(?P<by>[-/.])\d{1,2}(?:(?P=by)\d{1,2})?(?:T[\d:Z]+)?|\d{4}-?Q[1-4]|\d{1,2}:\d\d(?:[-~:].*)?",
    "a number": r"\d{1,2}|[\d.,]+%|\d{1,3}-[a-z]+|v\d+(?:(?:alpha|beta|rc)\d*)?|v?\d+(?:\.\d+){1,4}(?:[-+~][\w.]+){0,4}(?::\d+)?|0b[01]+|0x[\da-f]{1,8}",
    "a method": r"(?:(?:sha|md|sm|hmac-sha)(?=-?\d)|aes|rsa|wpa|oauth|utf|base|bcrypt|https?|saml|totp|tls)-?\d*(?:[-_/+(]\S{0,12})?",
    "an example": r"(?:your|my|change|replace|insert)[-_ ][a-z_-]+|change_?me[\w-]*|example|dummy|placeholder|(?:(?:new|old|current|confirm|secure|user|client|db|mysql|native|caching|sha\d{1,3})_)+password",
    "a statement": r"(?-i:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|GRANT) .*|\w+ (?:=|:=|==) \w+|[a-z]+(?: \S+)? --?[a-z].*",
    "a file": rf"[^\s/]*\.(?:{any_of(SUFFIXES)})(?:[#?:].*)?",
    "a name": r"(?-i:(?:[A-Z]{1,8}-){1,3}\d+|(?:[A-Z]+\d?[A-Z]*_)+[A-Z]+|(?:[A-Z]+_){2,}\d|[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_(?:KEY|PASS|PASSWORD|SECRET|TOKEN))|#(?:[\da-f]{3}){1,2}",
}
_IS_HARMLESS = Pattern("|".join(_HARMLESS.values()), re.IGNORECASE)
_PATH = Pattern(r"(?:[~.]{0,2}/|[A-Za-z]:[\\/]|\\\\).*|[\w.@+%~*-]*(?:/[\w.@+%#?=&~{}:*-]*)+|#\d{1,6}")
"""A path, or the number of a ticket, which a code of digits may equal."""
_BASE64 = frozenset(f"{ascii_letters}{digits}_+/=-")
_COMPOUND = (
    r"(?=.*[a-z]{3})(?:[A-Z]?[a-z]{2,}|[A-Z]{1,4}|[a-z]|\d{1,2}[A-Za-z]?)"
    r"(?:-(?:[A-Z]?[a-z]{2,}|[A-Z]{1,4}|[A-Z]{2,8}\d|[a-z]|\d{1,2}[A-Za-z]))+-(?:[A-Z]?[a-z]{2,}|[A-Z]{2,8}\d?)"
)
_NAME = {
    "words and numbers": r"[A-Za-z]{2,}(?:[-_.:](?:[A-Za-z]{2,}|v?\d{1,3}|(?:19|20|80|84|90)\d\d(?:\d\d){0,2}|[245]\.?\d?G))+",
    "in code": r"[a-z]+(?:_[a-z]+)+\d?|[a-z_]+=[^=].*|[a-z][A-Z]\w+|[A-Za-z]+\d{0,2}(?:_[A-Za-z]+(?:\d{0,2}|00\d{1,4}))+"
    r"|[a-z]+\d{1,2}(?:[A-Z][a-z]+)+|(?:[A-Z][a-z]+){2,}|[a-z]{3,}(?:[A-Z][a-z]{2,})+",
    "a compound": _COMPOUND,
    "a model": r"[A-Z]+-\d+[A-Za-z]?|[A-Z]+\d+[A-Za-z]|[A-Za-z]+\d{1,4}(?:\.\d+)*|[A-Z][a-z]{2,}\d[a-z]",
}
_IS_NAME = Pattern("|".join(_NAME.values()))
"""The name of a thing, a model or a version."""
_SUM = (
    r"\d[\d.]*[a-z]{0,2}[*+](?:\d[\d.]*)?[A-Za-z]{1,8}|[a-z\d]+(?:\.[a-z\d]+)+\+|[\w.-]+[<>=]=[\d.]+\S*"
    r"|[\w.-]+@\d{1,2}[a-z]|[\w./-]+[-_./]\*(?:\.\w+)?"
)
_IS_TECHNICAL = Pattern(f"{_SUM}|{_COMPOUND}")
_EXPRESSION = {
    "keys": r"(?i:Ctrl|Alt|Shift|Cmd|Win|Fn)\+.*|\w{1,3}[+#]{1,2}",
    "a version": r"[A-Za-z][\w.-]*@v?\d{1,2}(?:\.[\w.]+)?|[\w.-]*@(?:\d{1,2}x\S*|sha\d+:\S*)|[A-Z]{2,8}v?-?\d[\d.]*\+",
    "a sum": _SUM,
    "a quantity": rf"(?i:~\d{{1,5}}(?:\.\d+)?-?[a-z]{{1,6}}\+?|[+~]?(?:\d{{1,5}}[-~])?{_MEASURED}(?:[-~]{_MEASURED})?[+!]?)",
    "an amount": r"(?:[A-Za-z]+-)?~?\$\d[\d.,]*[KkMm]?(?:[-~]\$?\d[\d.,]*[KkMm]?)?",
    "a user of a host": r"[a-z][a-z.-]*@[a-z][a-z-]*\d{0,3}(?:\.[\w.-]+)?",
    "a part": r"[\w.-]*#(?:L|[A-Z]+-)?\d{1,5}|[a-z][\w.-]*#(?:v?\d+\.[\w.]+|(?=\d*[a-f])[\da-f]{7,40}|[a-z]+(?:-[a-z\d]+)*)",
    "an assignment": r"[\w.-]+=[^=].*|.*:.*[/@:].*|.*[?&]\w+=.*",
    "an escape": r".*%[0-9A-Fa-f]{2}.*|[\d.%,+~<>=*-]+[a-z%]{0,3}|.*[(){}\[\]\\].*",
}
_IS_EXPRESSION = Pattern("|".join(_EXPRESSION.values()))
"""What has the special signs of a password and is none."""


@frozen
class Look:
    """What there is to see of a value, whatever stands beside it.

    Its `strength` are points: 6 for letters and digits amid special signs, 4 for a special sign or both cases
    beside them, 3 for letters and digits, 1 for letters and a sign, 0 for none of these, or if it is harmless.
    """

    value: str
    letters: int
    digits: int
    signs: bool
    cases: bool
    harmless: bool
    strength: int

    @property
    def strong(self) -> bool:
        """Whether it looks like a password wherever it stands."""
        return self.strength >= 4

    @property
    def mixed(self) -> bool:
        """Whether it has letters and digits, or letters and a special sign."""
        return bool(self.letters and (self.digits or self.signs)) and len(self.value) >= 4

    @property
    def named(self) -> bool:
        """Whether it may be the name of a thing, a model or a version: `order-lock-v2`, `Mate60`."""
        return bool(_IS_NAME.fullmatch(self.value))

    @property
    def technical(self) -> bool:
        """Whether its signs compare, add or multiply, or join words: `2*Stdev`, `t3.large+`, `GLM-4V-Flash`."""
        return bool(_IS_TECHNICAL.fullmatch(self.value))

    @property
    def phone(self) -> bool:
        """Whether it may be a phone number."""
        return bool(_PHONE.fullmatch(self.value))

    @property
    def shape(self) -> tuple[bool, ...]:
        """Which kinds of signs it has: digits, letters, capitals."""
        return bool(self.digits), bool(self.letters), any(map(str.isupper, self.value))

    def made(self, least: int = 8) -> bool:
        """Whether a program may have made it: a key or a token of so many characters."""
        value = self.value
        if self.harmless or len(value) < least or not (self.letters and value.isascii()):
            return False
        named = self.named and not (self.digits and self.cases and ":" not in value)
        return not named and (bool(self.digits) or (len(value) >= 16 and value.isalnum()))


@lru_cache(maxsize=512)
def look(value: str) -> Look:
    """Return what there is to see of a value."""
    letters, figures = sum(map(str.isalpha, value)), sum(map(str.isdigit, value))
    signs = not SPECIALS.isdisjoint(value)
    cases = any(map(str.isupper, value)) and any(map(str.islower, value))
    random = len(value) >= 20 and cases and figures > 0 and value[0] != "/" and _BASE64.issuperset(value)
    harmless = _harmless(value, letters, figures, random=random)
    strength = 0
    if not harmless and letters and (figures or signs) and len(value) > 3:
        strength = 3 if figures else 1
        if figures and len(value) > 4 and " " not in value and not _IS_EXPRESSION.fullmatch(value):
            if signs:
                strength = 6 if letters > 1 and len(value) > 5 else 4
            elif (cases or "_" in value) and not _IS_NAME.fullmatch(value):
                strength = 4
    return Look(value, letters, figures, signs, cases, harmless, strength)


def _harmless(value: str, letters: int, figures: int, *, random: bool) -> bool:
    """Whether a value is a date, an address, a path, a variable, a remark, or masked already."""
    first = value.partition("-")[0].rstrip("?!+:/.").casefold()
    return (
        not (letters or figures)
        or (first in REMARKS and not figures)
        or first in KEEPERS
        or bool(_IS_HARMLESS.fullmatch(value))
        or bool(not random and _PATH.fullmatch(value))
    )


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
        start += len(text[start:stop]) - len(text[start:stop].lstrip("\"'`([*>"))
        if text[start - 1 : start] == "*":
            stop = start + len(text[start:stop].rstrip("*"))
    elif found.lastgroup == "inner" and _VALUE.fullmatch(text, start, stop):
        start, stop = value_at(text, start) or (start, stop)
    return (start, stop) if start < stop else None


def code_at(text: str, at: int) -> Span | None:
    """Return the span of a code of digits, possibly in groups or with the keys `*` and `#`."""
    found = _CODE.match(text, at)
    if found is None or sum(map(str.isdigit, found[0])) < 3 or _UNIT.match(text, found.end()):
        return None
    code = found["code"]
    harmless = _IS_HARMLESS.fullmatch(code) or ("-" in code and look(code).phone)
    return None if harmless else found.span("code")


def ends_clause(text: str, at: int) -> bool:
    """Whether a clause, a line or a cell ends at an offset."""
    return bool(_ENDS.match(text, at))


def is_quantity(text: str, span: Span) -> bool:
    """Whether a number counts what follows it, as in `12 位`."""
    return text[slice(*span)].replace(".", "").isdigit() and bool(_UNIT.match(text, span[1]))


def is_remark(value: str) -> bool:
    """Whether Chinese words after `密码：` describe the password instead of stating it."""
    return bool(_REMARK.search(value))


def is_about(word: str) -> bool:
    """Whether a Latin word speaks of a password, by its meaning or its ending."""
    low = word.casefold()
    return (
        low in REMARKS
        or low in NO_PASSWORDS
        or low.endswith((*REMARK_ENDINGS, "'s", "-only", "-based", "-free", "-safe", "-sensitive"))
    )
