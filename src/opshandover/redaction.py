"""Finds secrets in texts that people wrote, and hides them.

A value counts as a secret because of what stands beside it (`密码：`, `--password`, the heading of
a table) or because of its own form (tokens of known makers, private keys). What only talks about
secrets (`密码请咨询…`, `password policy`) stays as it is. No list of forms is complete, so hiding
is the last defence and never a licence to write secrets down. All patterns are bounded, so that
the time taken grows with the length of the text alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

MASK = "●●●●●●"
"""What stands in the place of a secret; it has nothing of the secret, not even the length."""

Span = tuple[int, int]

_CHAR = r"[!-~０-９Ａ-Ｚａ-ｚ]"
_ANY_VALUE = re.compile(rf"{_CHAR}{{3}}")
_OPEN = (
    r"密[ \u3000]{0,4}[码碼]|(?<!淘)口令|提取码|访问码|PIN ?码"
    r"|pass(?:word|wd|code|phrase)s?(?![a-z])|(?<![a-z])pw(?![a-z])|pwd(?![a-z])"
)
_STRICT = (
    r"(?:api|access|secret|private|encryption|master|app|auth|signing|account|storage|consumer"
    r"|licen[cs]e|product|client|session|refresh)[ _-]?(?:key|secret|token)"
    r"(?:[ _-]?(?:id|secret))?(?![a-z])"
    r"|token(?![a-z])|secret(?![a-z])|sessionid|[?&](?:key|sign)(?==)"
    r"|[密秘私]钥|授权码|激活码|注册码|令牌|(?-i:(?<![A-Za-z])[AS]K(?![A-Za-z]))"
)
_GUARDED = r"(?<![a-z])pass(?![a-z])"
_DIGITS = r"(?-i:(?<![A-Za-z])PIN(?![A-Za-z]))"
_KEYWORD = re.compile(
    r"(?=[密秘私口提访授激注令?&acelmprst])"  # what the words begin with: rejects most places at once
    rf"(?:(?P<open>{_OPEN})|(?P<strict>{_STRICT})|(?P<guarded>{_GUARDED})|(?P<digits>{_DIGITS}))",
    re.IGNORECASE,
)
_NAME = r"账号|帐号|账户|用户名?|登录名|user(?:name)?|login|account"
_PAIR_BEFORE = re.compile(rf"(?:{_NAME}) ?(?:[/／、和及与&+]|and|or)? ?$", re.IGNORECASE)
_ASKED_BEFORE = re.compile(
    r"(?:忘记|找回|重置|修改|更改|更换|forgot(?:ten)?|reset|change) ?$", re.IGNORECASE
)

_NOTE = r"[\"'”’」】\]*_`]{0,3}(?: ?[（(][^（）()\n]{0,30}[）)])?[*_]{0,2}"
_ABOUT = r"(?: (?:for|of|to) [^\n:：=,.]{1,40}?)?"
_COPULA = (
    r"[，,]?[ \u3000]{0,4}(?:(?:已经?|现在?|都|均|统一|暂时?|目前|一律|还|仍|就|分别|重新|上周|昨天|今天)){0,2}"
    r"(?:是|为|默认|改[成为]|换[成为]|设[成为]|设置[成为]|重置[成为]|更新[成为]|变更?[成为])"
    r"了?[ \u3000:：]{0,4}"
)
_SAYS = (
    r" {1,4}(?:(?:is|was|has been) )?(?:(?:now|still|currently|re)?(?:set|changed|switched) to"
    r"|is|was)(?: now| still| currently)? {1,4}"
)
_FIRM = re.compile(
    rf"{_NOTE}{_ABOUT}(?:[ \t\u3000]{{0,8}}(?:[:：=＝]{{1,2}}>?|[-=]>|→)[ \t\u3000*_]{{0,8}}"
    rf"(?P<break>\r?\n[ \t]{{0,8}})?|{_COPULA})",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"{_NOTE}{_ABOUT}{_SAYS}|{_NOTE}(?:[ \t\u3000]{{0,8}}[|｜][ \t]{{0,8}}| -{{1,2}} | ?[–—]{{1,2}} ?"
    rf"|[ \t\u3000]{{1,8}}|[ ]?[（(\[【「“])|(?<=[^!-~])",
    re.IGNORECASE,
)

_QUOTED = re.compile(r"[\"'`“‘「『](?P<value>[!#-&(-_a-~ ]{3,128})[\"'`”’」』]")
_BARE = re.compile(rf"(?P<value>{_CHAR}{{1,200}})")
_CUT = re.compile(r"[|&]|<(?:br|/)|\*\*|;(?=\w{1,30}=)")
_PAIR = re.compile(
    r"[\w.@+-]{1,64}(?P<by> ?[/／:：] ?| ?[,，、;；] ?| {0,4}(?:和|and) {0,4}| {1,4})"
)

_HARMLESS = re.compile(
    r"""(?:
      [*•●x.\-_#?/…]+                                         # masked already, or left open
    | (?:<|\$[({A-Z_]|\{\{|%\(|os\.|getenv|process\.env|https?:|op://|vault[:/]).*
    | \d{4}([-/.])\d{1,2}(?:\1\d{1,2})?(?:T[\d:]+)? | \d{4}-?Q[1-4] | \d{1,2}:\d\d(?:-.*)?
    | v?\d+(?:\.\d+){1,3}(?::\d+)? | [\d.,]+% | \d+-[a-z]+ | \d{1,3}
    | [\w.+-]+@[\w-]+(?:\.[a-z-]+)+ | [\w./-]+\.(?:pdf|docx?|xlsx?|kdbx|md|txt|png|zip|csv|ya?ml)
    | (?:sha|md|aes|rsa|wpa|oauth|utf|base|bcrypt|http|saml|totp)-?\d*\S{0,12} | [23]fa\W*
    | (?:1password|keepass\w*|bitwarden|lastpass|vault|ldap|sso|mfa|otp|iam)(?:[^\w@].*)?
    | [a-z0-9_.-]+(?:/[a-z0-9_.-]+){2,}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TALK = """
see ask in stored kept held via from reset none null nil empty blank unchanged changed required
optional the is as please not to by with under at on same tbd todo yes no true false given managed
rotated revoked disabled expired unknown contact sent shared handed transferred done string text
str bytes hidden redacted removed omitted here below above only never default strong weak unset
undefined pending and or per use using read find found available will was provided confidential
protected secret encrypted
"""
_TALK_WORDS = frozenset(_TALK.split())
"""Words that follow “password:” when somebody talks about passwords instead of giving one."""
_MEASURE = re.compile(
    r" ?(?:[位天年月日号次个小时分秒周季条人元步台%％]"
    r"|(?:days?|char\w*|digits?|times?|hours?|min\w*|weeks?|months?|years?|sec\w*|of)\b)"
)
_NUMBER = re.compile(r"[\d.,~+-]+")
_PHONE = re.compile(r"1[3-9]\d{9}|\d{3,4}-\d{3,4}(?:-?\d{3,4})?|\d{7,8}")
_TICKET = re.compile(r"[A-Z]{2,8}-\d+|20\d{6}")
_IDENTIFIER = re.compile(r"[a-z]{2,}(?:[-_.](?:[a-z]{2,}|\d{1,4}))+")
_ENDS_CLAUSE = re.compile(r"[\"'”’」`*]{0,3}[ \t]{0,8}(?:$|[\r\n，。；、！,;.)）|】\]}]|<br)")

_FORMS = re.compile(
    r"""(?<![A-Za-z0-9])(?:
      (?:AKIA|ASIA)[0-9A-Z]{16} | LTAI[0-9A-Za-z]{12,30} | AKID[0-9A-Za-z]{32}
    | gh[pousr]_[0-9A-Za-z]{30,80} | github_pat_\w{30,100} | glpat-[\w-]{20,64}
    | xox[abeprs]-[0-9A-Za-z-]{10,100} | (?:sk|rk|pk)_live_[0-9A-Za-z]{16,100}
    | sk-[\w-]{20,200} | AIza[\w-]{35} | ya29\.[\w-]{20,200} | SG\.[\w-]{16,32}\.[\w-]{16,64}
    | npm_[0-9A-Za-z]{36} | pypi-[\w-]{50,250} | hf_[0-9A-Za-z]{30,40}
    | (?<!-)eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{8,2000}
    )(?![A-Za-z0-9])""",
    re.VERBOSE | re.ASCII,
)
_KEY_BLOCK = re.compile(
    r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s\\]{0,20000}"
    r"(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?"
)
_COMMANDS = re.compile(
    r"""(?=[:mscwhrd7zuib-])(?:
      ://[^\s:/@]{0,64}:(?P<url>[^\s/]{1,128})@
    | \b(?:mysql|mariadb)\w{0,10}\b[^\n|;]{0,120}?\s-p(?P<mysql>[^\s-]\S{0,100})
    | \bsshpass\s{1,4}-p\s{0,4}(?P<ssh>\S{1,100})
    | \b(?:curl|wget|http)\b[^\n|;]{0,120}?\s(?:-u|--user)[\s=]{0,4}["']?[^\s:]{1,64}:(?P<curl>\S{1,100})
    | \bredis-cli\b[^\n|;]{0,120}?\s-a\s{1,4}(?P<redis>\S{1,100})
    | \bdocker\s{1,4}login\b[^\n|;]{0,120}?\s-p\s{1,4}(?P<docker>\S{1,100})
    | \b(?:7za?|zip|unzip|rar|unrar)\b[^\n|;]{0,80}?\s-[pP]\s{0,2}(?P<zip>[^\s-]\S{2,100})
    | \bidentified\s{1,4}by\s{1,4}(?P<sql>\S{1,100})
    | --pass(?:word|wd)?\s{1,4}(?P<flag>[^\s-]\S{0,100})
    | \b(?:Bearer|Basic)\s{1,4}(?P<auth>[\w.+/=~-]{16,2000})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LABELLED_PAIR = re.compile(
    rf"(?:{_NAME}|登[录陆]|cred(?:ential)?s?|wi-?fi)[ ]?[:：=][ ]?(?P<one>[\w.@+-]{{1,64}})"
    rf" ?[/／] ?(?P<two>{_CHAR}{{6,100}})",
    re.IGNORECASE,
)
_USED_AS = re.compile(
    rf"(?<!{_CHAR})(?P<value>{_CHAR}{{4,64}}) ?(?:as (?:the |its |a )?|作为|是)(?:{_OPEN})",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"[\s*`]{{0,8}}[^\s|]{{0,10}}?(?:{_OPEN}|{_STRICT})(?:[（(][^（）()]{{0,20}}[）)])?[\s*`]{{0,8}}",
    re.IGNORECASE,
)
_SHOWN_AS_THEY_ARE = frozenset("\u200c\u200d")
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_SEPARATORS = ("|", "\t", ",", None)


def find_secrets(text: str) -> tuple[Span, ...]:
    """Gives the spans of all secrets in a text, in order and without overlap."""
    if not _ANY_VALUE.search(text):
        return ()
    found = [m.span() for pattern in (_FORMS, _KEY_BLOCK) for m in pattern.finditer(text)]
    found += (s for m in _COMMANDS.finditer(text) if (s := _of_command(m)))
    found += (m.span("two") for m in _LABELLED_PAIR.finditer(text) if _is_two_of_pair(m))
    if words := tuple(_KEYWORD.finditer(text)):
        found += (s for m in words if (s := _beside(text, m)))
        found += (m.span("value") for m in _USED_AS.finditer(text) if _is_used_as(m))
        found += _in_tables(text)
    return _merged(found)


_MADE_LIKE_A_PASSWORD = re.compile(
    r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[@#$%^&*!?+=~])[!-.0-9;-~]{8,64}"
)


def is_bare_secret(text: str) -> bool:
    """Says whether a text is one word of the make that passwords are told to have.

    Too much for prose; right where a text says where a secret is kept.
    """
    return bool(_MADE_LIKE_A_PASSWORD.fullmatch(text.strip()))


def redact(text: str) -> str:
    """Gives the text with each secret replaced by dots; the words around it stay."""
    parts: list[str] = []
    end = 0
    for start, stop in find_secrets(text):
        parts += (text[end:start], MASK)
        end = stop
    return "".join((*parts, text[end:])) if parts else text


def excerpt(text: str, limit: int = 40) -> str:
    """Gives the beginning of a text as one line that is safe to show.

    Secrets are hidden before the text is shortened, so that no half of one can be left over.
    Control characters, also those that turn the direction of writing, are shown as escapes.

    Args:
        text: any text.
        limit: the greatest length in characters, the ellipsis included.
    """
    shown = [_visible(c) for c in redact(text)[: limit + 1]]
    whole = "".join(shown)
    if len(whole) <= limit:
        return whole
    while shown and sum(map(len, shown)) > limit - 1:
        shown.pop()
    return "".join(shown) + "…"


def _visible(char: str) -> str:
    if char in _SHOWN_AS_THEY_ARE or unicodedata.category(char) not in _UNSEEN:
        return char
    return char.encode("unicode_escape").decode("ascii")


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, stop in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return tuple(merged)


def _of_command(match: re.Match[str]) -> Span | None:
    """Gives the span of the secret in a command or an address, without the quotes around it."""
    start, stop = match.span(match.lastgroup or 0)
    while start < stop and match.string[start] in "\"'":
        start += 1
    while start < stop and match.string[stop - 1] in "\"',;)`":
        stop -= 1
    harmless = stop == start or _HARMLESS.fullmatch(match.string, start, stop)
    return None if harmless else (start, stop)


def _is_two_of_pair(match: re.Match[str]) -> bool:
    """Says whether the second of two names beside `账号：` is a password, not another account."""
    two = match["two"]
    kinds = (any(map(str.isupper, two)), any(map(str.islower, two)), any(map(str.isdigit, two)))
    strong = all(kinds) or (two.isdigit() and not match["one"].isdigit()) or bool(_special(two))
    return strong and not _HARMLESS.fullmatch(two)


def _is_used_as(match: re.Match[str]) -> bool:
    return _accepted(match.string, match.span("value"), "open", firm=False)


def _beside(text: str, word: re.Match[str]) -> Span | None:
    """Gives the span of the value beside a word such as `密码`, if there is one."""
    end = word.end()
    if firm := _FIRM.match(text, end):
        found = _value_at(text, firm.end(), word, firm=not firm["break"])
        if found:
            return found
    loose = _LOOSE.match(text, end)
    return _value_at(text, loose.end(), word, firm=False) if loose else None


def _value_at(text: str, at: int, word: re.Match[str], *, firm: bool) -> Span | None:
    before = text[max(0, word.start() - 16) : word.start()]
    if word.lastgroup == "open" and _PAIR_BEFORE.search(before) and (pair := _PAIR.match(text, at)):
        if text.startswith(MASK, pair.end()):
            return None
        span = _span_at(text, pair.end())
        first = text[at : pair.start("by")]
        firmly = firm and bool(pair["by"].strip())
        if (
            span
            and first.casefold() not in _TALK_WORDS
            and _accepted(text, span, "open", firm=firmly)
        ):
            return span
    span = _span_at(text, at)
    if span is None or (_ASKED_BEFORE.search(before) and _PHONE.fullmatch(text, *span)):
        return None
    return span if _accepted(text, span, word.lastgroup or "", firm=firm) else None


def _span_at(text: str, at: int) -> Span | None:
    """Gives the span of the value that begins at a place, without quotes and end of sentence."""
    if quoted := _QUOTED.match(text, at):
        return quoted.span("value")
    bare = _BARE.match(text, at)
    if bare is None:
        return None
    start, stop = bare.span()
    if cut := _CUT.search(text, start, stop):
        stop = cut.start()
    while stop > start and text[stop - 1] in ".,:)]}>\"'`":
        stop -= 1
    while start < stop and text[start] in "\"'`([{*":
        start += 1
    return (start, stop) if stop > start else None


def _special(value: str) -> bool:
    return any(c in "@#$%^&*!+=~" for c in value)


def _accepted(text: str, span: Span, kind: str, *, firm: bool) -> bool:
    """Says whether a value beside a word of a kind can be a secret and not mere talk.

    `firm` says that a colon or the like leads from the word to the value, so that less is asked
    of the value itself.
    """
    value = unicodedata.normalize("NFKC", text[slice(*span)])
    if _is_talk(value) or (_NUMBER.fullmatch(value) and _MEASURE.match(text, span[1])):
        return False
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    if kind == "strict":
        long = digits or (len(value) >= 16 and value.isalnum())
        return len(value) >= 8 and letters and long and not _IDENTIFIER.fullmatch(value)
    if kind == "digits":
        return value.isdigit() and len(value) >= 4
    if (letters and (digits or _special(value))) or (value.isdigit() and kind == "open"):
        return len(value) >= 4 and (firm or not _TICKET.fullmatch(value))
    return firm and kind == "open" and len(value) >= 3 and bool(_ENDS_CLAUSE.match(text, span[1]))


def _is_talk(value: str) -> bool:
    """Says whether a value is one that people write where they mean to give no secret."""
    first = re.split(r"[^a-z0-9]", value.casefold(), maxsplit=1)[0]
    shows = any(map(str.isalnum, value))
    return not shows or first in _TALK_WORDS or bool(_HARMLESS.fullmatch(value))


def _in_tables(text: str) -> Iterator[Span]:
    """Gives the values below a heading such as `密码`, in Markdown, tabs, commas or columns."""
    columns: dict[str | None, tuple[int, int]] = {}
    start = 0
    for line in text.splitlines(keepends=True):
        for by in _SEPARATORS:
            cells = _cells(line, by)
            width, column = columns.get(by, (0, 0))
            if width == len(cells) > 1:
                at, stop = (start + edge for edge in cells[column])
                span = _span_at(text, at) if at < stop else None
                if span and _accepted(text, span, "open", firm=by is not None):
                    yield span
            else:
                columns.pop(by, None)
            headed = [
                i
                for i, (a, b) in enumerate(cells)
                if b - a <= 40 and _HEADING.fullmatch(line, a, b)
            ]
            if len(cells) > 1 and headed:
                columns[by] = len(cells), headed[0]
        start += len(line)


def _cells(line: str, by: str | None) -> tuple[Span, ...]:
    """Gives the spans of the cells of a line, without the white space around them."""
    if by is None:
        return tuple(m.span() for m in re.finditer(r"\S+", line)) if len(line) < 400 else ()
    if by not in line:
        return ()
    edges = [-1, *(i for i, c in enumerate(line) if c == by), len(line)]
    return tuple(_stripped(line, a + 1, b) for a, b in pairwise(edges))


def _stripped(line: str, start: int, stop: int) -> Span:
    while start < stop and line[start].isspace():
        start += 1
    while stop > start and line[stop - 1].isspace():
        stop -= 1
    return start, stop
