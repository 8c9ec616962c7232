"""Secrets below a heading or a label in a line of its own: `## 密码`, `密码：`.

The heading holds for the lines below it, over blank lines, lists, quotes and code fences, until a line
of prose or another heading.
"""

import re
from collections.abc import Iterator

from opshandover.redaction.door_codes import SIGNS
from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import HEADING_SIGNS, NAME, find_keywords, is_heading
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.points import NEAR, secret_at
from opshandover.redaction.values import code_at, ends_clause, has_digit, is_harmless, is_strong
from opshandover.redaction.words import phrase_at, word_at

_NUMBER = r"\d{1,2}(?:[.)] |、 ?)"
_PREFIX = Pattern(rf"[ \t>*•+-]*(?:{_NUMBER})?[ \t]*(?:\[[ x]\] )?")
_PAIR = Pattern(
    r"(?P<name>[\w.@\u4e00-\u9fff-]{1,32}(?: [\w\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,31})?)(?P<by> ?[:=/|,\t] ?| {0,2}-{1,2}> {0,2}| -{1,2} | {1,4}(?=\S+\s*$))(?=[\"'`]?[!-~])"
)
_SKIPPED = Pattern(r"\s*(?:[`~]{3,}\S{0,16}|[-=]{3,}|\|?[\s:|-]+\|?)?\s*")
_OTHER = Pattern(
    rf"[\s>*•+-]*(?:{_NUMBER})?(?:{NAME}|(?:host|ip|port|url|address|db|database|schema|region|env|name|owner|note|role|date)s?(?!\w)"
    r"|\w{1,24}_(?:ref|by|on|at|id)(?!\w)|地址|端口|主机|数据库|备注|负责人|姓名|电话|日期|时间|版本|编号|位置|到期|有效期|部门|用途|权限|角色|说明|保管人?|备份人?|审批人?|owner|backup|keeper|store)"
    r"[\"'`]? ?[:=|]",
    re.IGNORECASE,
)
"""A line about something else that belongs to an account."""
_HOW = Pattern(
    r"步骤|编号|电话|流程|规则|要求|问题|策略|说明|办法|型号|方式|处理|政策|规范|怎么|如何|何时|为什么|失败|错误|\b(?:policy|policies|rules?|steps?|how|why|when|resets?|changes?|faqs?|requirements?|procedures?|errors?)\b",
    re.IGNORECASE,
)
"""What a line speaks of that announces no secrets."""
_BELOW = Pattern(r"\bbelow\b|[如以]下|下[面方列]|下一行", re.IGNORECASE)
_LOCK = Pattern(r"锁|门禁|保险|密码箱|匙箱|\b(?:lock ?box|key ?safe|safe|keypad|padlock|alarm)\b", re.IGNORECASE)
_LISTED = Pattern(rf"\s*(?:[-*+•>]\s|{_NUMBER}|#|[\w.@-]{{2,32}}\s*$)")
"""A line below which the heading still holds: one of a list, or an account alone."""


def find_below_headings(text: str) -> Iterator[Span]:
    """Yield the spans of values that only the heading above them reveals."""
    if "\n" not in text or not (HEADING_SIGNS.search(text) or SIGNS.search(text)):
        return
    kind = ""
    start = 0
    words: list[Span] = []
    for line in text.splitlines(keepends=True):
        if _is_label(line):
            yield from _several(words)
            words = []
            kind = _kind(line)
        elif kind and not (_SKIPPED.fullmatch(line) or _OTHER.match(line)):
            prefix = _PREFIX.match(line)
            at, end = start + (prefix.end() if prefix else 0), start + len(line.rstrip())
            if span := _in_line(text, at, end, kind):
                yield span
            elif word := _word(text, at, end):
                words.append(word)
            elif line.lstrip().startswith("#") or not (_LISTED.match(line) or line.rstrip().endswith(":")):
                kind = ""
            else:
                words.append((0, 0))
        start += len(line)
    yield from _several(words)


def _several(words: list[Span]) -> list[Span]:
    """The values of letters alone in a list, if it has several and nothing else."""
    return words if len(words) > 1 and (0, 0) not in words else []


def _word(text: str, at: int, end: int) -> Span | None:
    """A value of letters alone behind a name, which is no name of a person."""
    pair = _PAIR.match(text, at, end)
    span = word_at(text, pair.end()) if pair and pair["by"].strip() else None
    return span if span and span[1] == end and text[slice(*span)].islower() else None


def _is_label(line: str) -> bool:
    line = line.strip(" \t\n*`#>-")
    announces = line.endswith((":", "，", ",")) or bool(_BELOW.search(line))
    announces = announces and len(line) <= 40 and not _HOW.search(line)
    return is_heading(line) or (announces and bool(find_keywords(line) or (line[-1] == ":" and _LOCK.search(line))))


def _kind(line: str) -> str:
    if "phrase" in line.lower():
        return "phrase"
    words = find_keywords(line)
    return words[-1].lastgroup or "" if words else "codes" if _LOCK.search(line) else "open"


def _in_line(text: str, at: int, end: int, kind: str) -> Span | None:
    """The value of a line: behind a name or two, or alone."""
    starts = [at]
    code = code_at(text, at)
    pair = _PAIR.match(text, at, end) if code is None or code[1] < end else None
    if pair and not (pair["by"].isspace() and is_harmless(pair["name"])):
        account = _PAIR.match(text, pair.end(), end)
        starts = [pair.end(), *([account.end()] if account else []), at]
    for start in starts:
        span = secret_at(text, start, kind, NEAR)
        if phrase := phrase_at(text, start):
            span = phrase if kind == "phrase" or has_digit(text[slice(*phrase)]) else None
        known = span and pair and start == pair.end() and is_strong(text[slice(*span)]) and ends_clause(text, span[1])
        if span and (end - span[1] <= 2 or known):
            return span
    return None
