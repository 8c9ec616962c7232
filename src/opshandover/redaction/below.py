"""Secrets in the lines below what announces them: a heading, a question, the head of a column.

Each is a keyword with the places that it reaches: a heading the lines of its list, a question the answers
below it, the head of a column its cells. Here stands where a value may begin; the points say whether it is one.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from sys import maxsize

from attrs import evolve, frozen

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME, find_keywords, is_heading
from opshandover.redaction.patterns import Pattern, either
from opshandover.redaction.points import ANOTHER, ASKS, BESIDE, COLON, FAR, IS, LED, NEAR, START, secret_at
from opshandover.redaction.values import code_at, look
from opshandover.redaction.vocabulary import BELOW, BESIDE_ACCOUNTS, FIELDS, SIGNED_IN, THINGS, WANTS
from opshandover.redaction.words import word_at

_MARK = r"[\s>*•+-]*(?:\d{1,2}(?:[.)] |、 ?))?"
"""The mark of an item of a list."""
_TIME = r"(?:[\[(]?(?:\d{4}[-/])?(?:\d\d?[-/]\d\d? )?\d\d?:\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?[ ,-]*)?"
_SPEAKER = r"(?:<[^<>\n]{1,24}> ?|[^\s:，,。@<]{1,16}(?: [^\s:，,。@]{1,16}){0,2}(?: ?[\[(（][^()\[\]（）\n]{1,16}[\])）])? ?: ?)?"
_LEAD = Pattern(
    rf"(?P<mark>{_MARK}[ \t]*(?:\[[ x]\] )?){_TIME}{_SPEAKER}(?:@[^\s:，。]{{1,16}} ){{0,3}}", re.IGNORECASE
)
"""The mark of a list, and who speaks when."""
_PAIR = Pattern(
    r"(?P<name>[\w.@\u4e00-\u9fff-]{1,32}(?: [\w\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,31})?)"
    r"(?P<by> ?[:=/|,\t] ?| {0,2}-{1,2}> {0,2}| -{1,2} | {1,4}(?=\S+\s*$))(?=[\"'`]?[!-~])"
)
_SUBJECT = Pattern(rf"(?P<codes>{either((*THINGS, 'code'))})|(?P<open>{either(SIGNED_IN)})", re.IGNORECASE)
"""What a question is about that has no keyword."""
_WANTS = Pattern(
    rf"[呀嘛吧没]$|(?<![主重必需纪概摘提只次简])要(?![求点素闻])|需(?![求要])|(?<![需要请诉追])求|{either(WANTS)}",
    re.IGNORECASE,
)
_VARIABLE = r"\s*(?:export |set )?(?-i:[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)="
_IS_VARIABLE = Pattern(_VARIABLE)
_SKIPPED = Pattern(
    r"\s*(?:[`~]{3,}\S{0,16}|[-=]{3,}|\|?[\s:|-]+\|?)?\s*$"
    rf"|{_MARK}(?:{NAME}|(?:\w{{1,24}}_)?(?:{either(FIELDS)}))[\"'`]? ?[:=|]"
    rf"|{_VARIABLE}",
    re.IGNORECASE,
)
"""A line without words, about something else that belongs to an account, or with a variable of a program."""
_CODE = Pattern(r"[\w\"'\])] ?[:=]|[A-Za-z]\.[A-Za-z]|^(?=\S*(?-i:[a-z][A-Z]))[\w.]+,$")
"""What a line of a program has that ends with a comma."""
_SIGNS = tuple("，,:;、。!.+/")
"""Signs before a value in an answer."""
_DAY = Pattern(r"20\d{2}[01]\d[0-3]\d")
_ACCOUNT = Pattern(rf"(?:\S{{0,8}} ?)?{NAME}|wi-?fi|ssid|doors?|safes?|locks?", re.IGNORECASE)
_COUNTS = ("fail", "skip", "total", "失败", "合计")
_MADE = ("token", "tokens", "session_id", "session id")
"""How the heads of columns end below which sizes, colours and numbers stand, unless a program made the value."""
_SEPARATORS = ("|", "\t", ",", None)
_LENGTH = 64
"""How far into its line an answer may begin."""
_ITEM = 40
"""How long a line of a list may be; below a longer one, a heading no longer holds."""
_QUESTION = 80
"""How long a line may be that asks a question; longer ones are prose."""
_ANSWERS = 4
"""How many lines below a question may hold its answer."""


@frozen
class _Reach:
    """What is announced, how many lines below may hold it, and whether it may stand amid words there."""

    kind: str
    lines: int = maxsize
    amid: bool = False


_NONE = _Reach("", 0)


def find_below(text: str) -> Iterator[Span]:
    """Yield the spans of values that something in a line above them announces."""
    if "\n" not in text:
        return
    reach, start = _NONE, 0
    columns: dict[str | None, tuple[int, dict[int, tuple[str, int]]]] = {}
    for line in text.splitlines(keepends=True):
        lead, end = _LEAD.match(line), start + len(line.rstrip())
        mark, said = (start + lead.end("mark"), start + lead.end()) if lead else (start, start)
        announced = _announced(line, said - start)
        if reach.amid and not line.isspace():
            reach = evolve(reach, lines=reach.lines - 1)
            if not (ANOTHER.search(line) or _IS_VARIABLE.match(line)):
                yield from _answers(text, said, end, reach.kind)
        elif reach.lines and line.lstrip().startswith("#"):
            reach = _NONE
        elif reach.lines and not (announced or _SKIPPED.match(line)):
            if span := _whole(text, mark, end, reach.kind):
                yield span
            elif len(line) > _ITEM or not {"，", "。"}.isdisjoint(line):
                reach = _NONE
        reach = announced or (reach if reach.lines else _NONE)
        yield from _in_columns(text, start, line, columns)
        start += len(line)


def _announced(line: str, said: int) -> _Reach | None:
    """What a line announces for those below it: as a label, or as a question."""
    label = line.strip(" \t\n*`#>-")
    if is_heading(label):
        return _Reach(_kind(label))
    below = any(word in label for word in BELOW)
    leads = label.endswith((":", "，", ",")) and not (label[-1] != ":" and _CODE.search(label))
    labels = len(label) <= _ITEM and (leads or below)
    may_ask = len(line) <= _QUESTION and not line.startswith("|") and not (below and label.endswith(":"))
    asks = may_ask and bool(ASKS.search(line, said) or _WANTS.search(line, said))
    if not (labels or asks) or ANOTHER.search(line, said if asks else 0):
        return None
    words = find_keywords(line) or [*(_SUBJECT.finditer(line) if asks else ())]
    if not words:
        return None
    kind = words[0 if asks else -1].lastgroup or ""
    return _Reach(kind, _ANSWERS, amid=True) if asks else _Reach(kind)


def _kind(label: str) -> str:
    """The kind of what a label announces: that of its last keyword."""
    words = find_keywords(label)
    return (words[-1].lastgroup or "") if words else "open"


def _whole(text: str, at: int, end: int, kind: str) -> Span | None:
    """The value of a line: behind a name or two, or alone."""
    starts = [at]
    code = code_at(text, at)
    pair = _PAIR.match(text, at, end) if code is None or code[1] < end else None
    if pair and not (pair["by"].isspace() and look(pair["name"]).harmless):
        account = _PAIR.match(text, pair.end(), end)
        starts = [pair.end(), *([account.end()] if account else []), at]
    for start in starts:
        named = start > at and pair and pair["by"].strip(" /")
        span = secret_at(text, start, kind, IS if named and text[start:end].islower() else NEAR)
        if span and end - span[1] <= 2:
            return span
    return None


def _answers(text: str, at: int, end: int, kind: str) -> Iterator[Span]:
    """The values in an answer: at its beginning, behind a word or a sign that leads to it, or known by their look."""
    for begin in dict.fromkeys((at, *(found.end() for found in START.finditer(text, at, min(end, at + _LENGTH))))):
        led = begin == at or bool(
            LED.search(text[max(at, begin - 12) : begin]) or text[at:begin].rstrip(" ")[-1:] in _SIGNS
        )
        span = secret_at(text, begin, kind, NEAR if led else FAR)
        value = look(text[slice(*span)]) if span else None
        if span and value and not (value.named or _DAY.fullmatch(value.value)):
            yield span
        elif led and kind == "open" and (word := word_at(text, begin)) and end - word[1] <= 1:
            yield word


def _in_columns(
    text: str, start: int, line: str, columns: dict[str | None, tuple[int, dict[int, tuple[str, int]]]]
) -> Iterator[Span]:
    """The values in the cells of a line below a head, or beside their label; a new head is kept in `columns`."""
    for by in _SEPARATORS:
        cells = _cells(line, by)
        width, links = columns.get(by, (0, {}))
        filled = [cell for cell in cells if cell[0] < cell[1]]
        if len(cells) < 2 or width != len(cells):
            columns[by] = len(cells), _heads(line, cells, by)
            links = {}
        elif by in ("|", "\t") and len(filled) == 2 and is_heading(line[slice(*filled[0])].strip("*` ")):
            figures = line[slice(*filled[1])].strip("*` #").isdigit()
            links = {cells.index(filled[1]): (_kind(line[slice(*filled[0])]), COLON if figures else IS)}
        for column, (kind, link) in links.items():
            at, stop = (start + edge for edge in cells[column])
            span = secret_at(text, at, kind, link) if at < stop else None
            if span and 0 <= stop - span[1] <= 2:
                yield span


def _heads(line: str, cells: tuple[Span, ...], by: str | None) -> dict[int, tuple[str, int]]:
    """The columns whose head announces secrets, and how closely: between blanks only what could be nothing else."""
    if not 2 <= len(cells) <= 64:
        return {}
    heads = [line[a:b].strip("*` ") if b - a <= 40 else "" for a, b in cells]
    if (by is None and (heads[0].endswith(":") or heads[-1].endswith("="))) or (
        by == "," and (not heads[-1] or heads[-1].endswith((".", ":", ";", "{", ")")))
    ):
        return {}
    counts = any(head.lower().startswith(_COUNTS) for head in heads)
    accounts = any(map(_ACCOUNT.fullmatch, heads)) and not counts
    links: dict[int, tuple[str, int]] = {}
    for column, head in enumerate(heads):
        low = head.lower()
        if is_heading(head) and not (counts and low.startswith(tuple(BESIDE_ACCOUNTS))):
            links[column] = "strict" if low.endswith(_MADE) else "open", IS if by else BESIDE
        elif accounts and low in BESIDE_ACCOUNTS:
            links[column] = BESIDE_ACCOUNTS[low], IS if by else BESIDE
    return links


def _cells(line: str, by: str | None) -> tuple[Span, ...]:
    """Return the spans of the cells of a line, without the white space around them."""
    if by is None:
        return tuple(found.span() for found in re.finditer(r"\S+", line)) if len(line) < 400 else ()
    ends = accumulate(len(cell) + 1 for cell in line.split(by))
    pairs = ((end - 1 - len(cell.lstrip()), cell.strip()) for cell, end in zip(line.split(by), ends, strict=True))
    return tuple((start, start + len(cell)) for start, cell in pairs) if by in line else ()
