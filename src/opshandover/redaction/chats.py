"""Secrets in a chat or an interview: one line asks for a password or a code, a line below it answers."""

import re
from collections.abc import Iterator

from opshandover.redaction.door_codes import THEN, THING
from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import find_keywords
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.points import FAR, NEAR, secret_at
from opshandover.redaction.values import code_at, ends_clause, is_strong
from opshandover.redaction.words import word_at

_ASKS = Pattern(
    r"[?？]|[呀嘛吧没]$|是不是|多少|什么|哪个|[啥几咋怎谁求]|来着|[发给告]我?(?:诉?我|一[下个份]|下|个)|忘|不记得|记不|不知道|[要需提]|[进打登解]不[去来开了上]|吗|锁[了住]|响了|[不没]对|失效|错误"
    r"|\b(?:what'?s?|which|who|send|share|give|need|remind|remember|forgot|forget|anyone|anybody|got|asks?|wants?|how|locked out|stuck|can(?:'?t|not)|pl[sz]|please|wrong|locked|won'?t|not working)\b",
    re.IGNORECASE,
)
_ANOTHER = Pattern(
    r"[室楼层号] ?\d|工单|报修|分机|尾号|单号|订单|电话|分机|几[点号楼台个]|多少[台个钱人次张块]|多久|型号|编号|尾号|日期|\b(?:room(?= \d)|(?:door|room|unit) number|page|ref|tickets?|orders?|ext|extension|model|invoice|how (?:many|much|long|often)|when|where|what time|phone number)\b",
    re.IGNORECASE,
)
"""What else an answer of digits may be."""
_SPEAKER = Pattern(
    r"[\s>*•-]*(?:[\[(]?(?:\d{4}[-/])?(?:\d\d?[-/]\d\d? )?\d\d?:\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?[ ,-]*)?"
    r"(?:@[^\s:，。]{1,16} (?:@[^\s:，。]{1,16} )?|<[^<>\n]{1,24}> ?|[^\s:：，,。@<]{1,16}(?: [^\s:，,。@]{1,16}){0,2}(?: ?[\[(（][^()\[\]（）\n]{1,16}[\])）])? ?: ?)?(?:@[^\s:，。]{1,16} )?",
    re.IGNORECASE,
)
_LED = Pattern(
    r"(?:[，,:;、。!.+/是用输试按打叫到成为的要][了下]? ?|\b(?:it'?s|is|are|try|use|now|was|be|that'?s|think|maybe|probably|still|then|code|pw|sure|yes|yeah|yep|ok|oh|hi|here)\b[,.!:]? )$",
    re.IGNORECASE,
)
"""What is before a value in an answer, if that is not its beginning."""
_WORD = Pattern(r"(?<![!-~])[!-~]|(?<=[+])\d")
_POLITE = Pattern(
    r"(?:thanks?|thx|cheers|okay?|sure|done|got|yes|yeah|yep|nope?|sorry|great|nice|perfect|good|works?|will|hello|morning|same|idk|dunno|later|lol|wait|please|nothing|maybe|coming|check(?:ing)?|noted|right|asap)",
    re.IGNORECASE,
)
_LOCKED_OUT = Pattern(r"[进打登解]不[去来开了上]|locked out|can(?:'?t|not) (?:get|log|sign|open)", re.IGNORECASE)
_CODED = Pattern(r"\bcodes?\b", re.IGNORECASE)
_NET = Pattern(r"wi-?fi|无线|账号|\blog ?in\b", re.IGNORECASE)
_CODE = Pattern(r"(?!20\d{6}$|20\d{6}\D)[*#]?\d(?:[ -]?\d){3,7}[*#]?")
_LENGTH = 64
_REACH = 4
"""How many lines below a question may hold its answer."""


def find_answers(text: str) -> Iterator[Span]:
    """Yield the spans of the values in the lines below a question about secrets."""
    if "\n" not in text:
        return
    start, left, kind = 0, 0, ""
    for line in text.splitlines(keepends=True):
        if line.startswith("|"):
            return
        speaker = _SPEAKER.match(line)
        at = speaker.end() if speaker else 0
        if left and line.strip():
            left -= 1
            if not _ANOTHER.search(line):
                yield from _answers(text, start + at, start + len(line.rstrip()), kind)
        if _ASKS.search(line, at) and not _ANOTHER.search(line, at) and (asked := _asked(line)):
            left, kind = _REACH, asked
        start += len(line)


def _asked(line: str) -> str:
    """The kind of secret that a question is about."""
    if words := find_keywords(line):
        return words[0].lastgroup or ""
    if THING.search(line) or _CODED.search(line):
        return "codes"
    return "open" if _NET.search(line) else "any" if _LOCKED_OUT.search(line) else ""


def _answers(text: str, at: int, end: int, kind: str) -> Iterator[Span]:
    """The values in an answer: at its beginning, behind a word or a sign that leads to it, or known by their look."""
    for begin in dict.fromkeys((at, *(found.start() for found in _WORD.finditer(text, at, min(end, at + _LENGTH))))):
        led = begin == at or bool(_LED.search(text[max(at, begin - 12) : begin]))
        code = code_at(text, begin) if kind != "strict" else None
        span = secret_at(text, begin, kind, NEAR if led else FAR)
        if code and _CODE.fullmatch(text, *code) and _is_code(text, code, led=led):
            yield code
        elif span and span != code and _is_value(text, span):
            yield span
        elif led and kind == "open" and (word := word_at(text, begin)) and end - word[1] <= 1:
            yield from () if _POLITE.fullmatch(text, *word) else (word,)


def _is_value(text: str, span: Span) -> bool:
    """Whether a value is neither one of two, nor a name with a number: `Guest-5G`."""
    value = text[slice(*span)]
    name = sum(map(str.isdigit, value)) == 1 and not is_strong(value)
    return not (name or "/" in value or text.startswith(("/", " /"), span[1]))


def _is_code(text: str, code: Span, *, led: bool) -> bool:
    """Whether a code ends its clause or is followed by what is pressed next, or stands alone amid words."""
    if led:
        return ends_clause(text, code[1]) or THEN.match(text, code[1]) is not None
    return not text[code[0] - 2].isdigit() and text[code[1] : code[1] + 1] in "\n ,，."
