"""Secrets in the lines below what announces them: a heading, a question, the head of a column.

Each is a keyword with the places that it reaches: a heading the lines of its list, a question the answers
below it, the head of a column its cells. Here stands where a value may begin; the points say whether it is one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from sys import maxsize

from attrs import evolve, frozen

from opshandover.redaction.door_codes import THEN, THING
from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME, find_keywords, is_heading
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.points import BESIDE, FAR, IS, NEAR, secret_at
from opshandover.redaction.values import code_at, ends_clause, has_digit, is_harmless, is_strong
from opshandover.redaction.words import phrase_at, word_at

_LEAD = Pattern(
    r"(?P<mark>[\s>*•+-]*(?:\d{1,2}(?:[.)] |、 ?))?[ \t]*(?:\[[ x]\] )?)"
    r"(?:[\[(]?(?:\d{4}[-/])?(?:\d\d?[-/]\d\d? )?\d\d?:\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?[ ,-]*)?"
    r"(?:<[^<>\n]{1,24}> ?|[^\s:：，,。@<]{1,16}(?: [^\s:，,。@]{1,16}){0,2}(?: ?[\[(（][^()\[\]（）\n]{1,16}[\])）])? ?: ?)?"
    r"(?:@[^\s:，。]{1,16} ){0,3}",
    re.IGNORECASE,
)
"""The mark of a list, and who speaks when."""
_PAIR = Pattern(
    r"(?P<name>[\w.@\u4e00-\u9fff-]{1,32}(?: [\w\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,31})?)(?P<by> ?[:=/|,\t] ?| {0,2}-{1,2}> {0,2}| -{1,2} | {1,4}(?=\S+\s*$))(?=[\"'`]?[!-~])"
)
_SUBJECT = Pattern(
    r"(?P<lock>锁|门禁|保险|密码箱|匙箱|\b(?:lock ?box|key ?safe|safe|keypad|padlock|alarm)\b)"
    rf"|(?P<codes>{THING.source}|\bcodes?\b)|(?P<open>wi-?fi|无线|账号|\blog ?in\b)|(?P<any>[进打登解]不[去来开了上]|locked out|can(?:'?t|not) (?:get|log|sign|open))",
    re.IGNORECASE,
)
"""What a label or a question is about that has no keyword."""
_ASKS = Pattern(
    r"[?？]|[呀嘛吧没]$|是不是|多少|什么|哪个|[啥几咋怎谁求]|来着|[发给告]我?(?:诉?我|一[下个份]|下|个)|忘|不记得|记不|不知道|[要需提]|[进打登解]不[去来开了上]|吗|锁[了住]|响了|[不没]对|失效|错误"
    r"|\b(?:what'?s?|which|who|send|share|give|need|remind|remember|forgot|forget|anyone|anybody|got|asks?|wants?|how|locked out|stuck|can(?:'?t|not)|pl[sz]|please|wrong|locked|won'?t|not working)\b",
    re.IGNORECASE,
)
_BELOW = Pattern(r"[:，,]$|\bbelow\b|[如以]下|下[面方列]|下一行", re.IGNORECASE)
_ANOTHER = Pattern(
    r"[室楼层号] ?\d|工单|报修|分机|[尾单订编]号|订单|电话|几[点号楼台个]|多少[台个钱人次张块]|多久|型号|日期|步骤|流程|规则|要求|策略|规范|政策|办法|\b(?:room(?= \d)|(?:door|room|unit) number|page|ref|tickets?|orders?|ext|extension|model|invoice|how (?:many|much|long|often)|when|where|what time|phone number|polic(?:y|ies)|rules?|steps?|requirements?|procedures?)\b",
    re.IGNORECASE,
)
"""What else a line speaks of, and digits below it may be."""
_SKIPPED = Pattern(
    r"\s*(?:[`~]{3,}\S{0,16}|[-=]{3,}|\|?[\s:|-]+\|?)?\s*$"
    rf"|[\s>*•+-]*(?:\d{{1,2}}(?:[.)] |、 ?))?(?:{NAME}|(?:host|ip|port|url|address|db|database|schema|region|env|name|owner|note|role|date)s?(?!\w)"
    r"|\w{1,24}_(?:ref|by|on|at|id)(?!\w)|地址|端口|主机|数据库|备注|负责人|姓名|电话|日期|时间|版本|编号|位置|到期|有效期|部门|用途|权限|角色|说明|保管人?|备份人?|审批人?|owner|backup|keeper|store)"
    r"[\"'`]? ?[:=|]",
    re.IGNORECASE,
)
"""A line without words, or about something else that belongs to an account."""
_GOES_ON = Pattern(r"\s*(?:[-*+•>]\s|\d{1,2}(?:[.)] |、 ?)|#|[\w.@-]{2,32}\s*$)|[^\n]*:\s*$")
"""A line below which a heading still holds: one of a list, a label, or an account alone."""
_LED = Pattern(
    r"(?:[，,:;、。!.+/是用输试按打叫到成为的要][了下]? ?|\b(?:it'?s|is|are|try|use|now|was|be|that'?s|think|maybe|probably|still|then|code|pw|sure|yes|yeah|yep|ok|oh|hi|here)\b[,.!:]? )$",
    re.IGNORECASE,
)
"""What is before a value in an answer, if that is not its beginning."""
_BEGINS = Pattern(r"(?<![!-~])[!-~]|(?<=[+])\d")
_CODE = Pattern(r"(?!20\d{6}$|20\d{6}\D)[*#]?\d(?:[ -]?\d){3,7}[*#]?")
_ACCOUNT = Pattern(rf"(?:\S{{0,8}} ?)?{NAME}|wi-?fi|ssid|doors?|safes?|locks?", re.IGNORECASE)
_BESIDE_AN_ACCOUNT = ("pass", "pin", "secret", "key", "keypad", "code", "combo")
"""Heads of columns that announce secrets only in a table that has a column of accounts or of what is locked."""
_COUNTS = ("fail", "skip", "total", "失败", "合计")
_SEPARATORS = ("|", "\t", ",", None)
_LENGTH = 64
"""How far into its line an answer may begin."""
_QUESTION = 80
"""How long a line may be that asks a question; longer ones are prose."""
_ANSWERS = 4
"""How many lines below a question may hold its answer."""


@frozen
class _Reach:
    """What is announced, and how many lines below may hold it.

    In an answer it may stand amid words; of `any` kind it must look like a secret, as behind a first answer.
    """

    kind: str
    lines: int = maxsize
    amid: bool = False


_NONE = _Reach("", 0)


def find_below(text: str) -> Iterator[Span]:
    """Yield the spans of values that something in a line above them announces."""
    if "\n" not in text:
        return
    reach, start = _NONE, 0
    words: list[Span | None] = []
    columns: dict[str | None, tuple[int, dict[int, int]]] = {}
    for line in text.splitlines(keepends=True):
        lead, end = _LEAD.match(line), start + len(line.rstrip())
        mark, said = (start + lead.end("mark"), start + lead.end()) if lead else (start, start)
        announced = _announced(line, said - start)
        if reach.amid and not line.isspace():
            reach = evolve(reach, lines=reach.lines - 1)
            found = [] if _ANOTHER.search(line) else [*_answers(text, said, end, reach.kind)]
            yield from found
            reach = evolve(reach, kind="any") if found and reach.kind == "open" else reach
        elif reach.lines and not (announced or _SKIPPED.match(line)):
            if span := _whole(text, mark, end, reach.kind):
                yield span
            elif (word := _word(text, mark, end)) or (not line.lstrip().startswith("#") and _GOES_ON.match(line)):
                words.append(word)
            else:
                reach = _NONE
        if announced:
            yield from _several(words)
            words = []
        reach = announced or (reach if reach.lines else _NONE)
        yield from _in_columns(text, start, line, columns)
        start += len(line)
    yield from _several(words)


def _several(words: list[Span | None]) -> Iterator[Span]:
    """The values of letters alone in a list, if it has several and nothing else."""
    if len(words) > 1 and None not in words:
        yield from filter(None, words)


def _word(text: str, at: int, end: int) -> Span | None:
    """A value of letters alone behind a name, which is no name of a person."""
    pair = _PAIR.match(text, at, end)
    span = word_at(text, pair.end()) if pair and pair["by"].strip(" /") else None
    return span if span and span[1] == end and text[slice(*span)].islower() else None


def _announced(line: str, said: int) -> _Reach | None:
    """What a line announces for those below it: as a label, or as a question."""
    label = line.strip(" \t\n*`#>-")
    if is_heading(label):
        words = find_keywords(label)
        return _Reach("phrase" if "phrase" in label.lower() else (words[-1].lastgroup or "") if words else "open")
    labels = len(label) <= 40 and _BELOW.search(label)
    asks = len(line) <= _QUESTION and not line.startswith("|") and _ASKS.search(line, said)
    if not (labels or asks) or _ANOTHER.search(line, said if asks else 0):
        return None
    words = find_keywords(line)
    subjects = [found.lastgroup or "" for found in _SUBJECT.finditer(line)]
    if labels and not asks:
        kind = (words[-1].lastgroup or "") if words else "codes" if label[-1] == ":" and "lock" in subjects else ""
        return _Reach(kind) if kind else None
    kind = (words[0].lastgroup or "") if words else subjects[0].replace("lock", "codes") if subjects else ""
    return _Reach(kind, _ANSWERS, amid=True) if kind else None


def _whole(text: str, at: int, end: int, kind: str) -> Span | None:
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


def _answers(text: str, at: int, end: int, kind: str) -> Iterator[Span]:
    """The values in an answer: at its beginning, behind a word or a sign that leads to it, or known by their look."""
    for begin in dict.fromkeys((at, *(found.start() for found in _BEGINS.finditer(text, at, min(end, at + _LENGTH))))):
        led = begin == at or bool(_LED.search(text[max(at, begin - 12) : begin]))
        code = code_at(text, begin) if kind != "strict" else None
        span = secret_at(text, begin, kind, NEAR if led else FAR)
        if code and _CODE.fullmatch(text, *code) and _is_code(text, code, led=led):
            yield code
        elif span and span != code and _is_value(text, span):
            yield span
        elif led and kind == "open" and (word := word_at(text, begin)) and end - word[1] <= 1:
            yield word


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


def _in_columns(
    text: str, start: int, line: str, columns: dict[str | None, tuple[int, dict[int, int]]]
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
            links = {cells.index(filled[1]): IS}
        for column, link in links.items():
            at, stop = (start + edge for edge in cells[column])
            span = secret_at(text, at, "open", link) if at < stop else None
            if span and 0 <= stop - span[1] <= 2:
                yield span


def _heads(line: str, cells: tuple[Span, ...], by: str | None) -> dict[int, int]:
    """The columns whose head announces secrets, and how closely: between blanks only what could be nothing else."""
    if not 2 <= len(cells) <= 64:
        return {}
    heads = [line[a:b].strip("*` ") if b - a <= 40 else "" for a, b in cells]
    if (by is None and heads[0].endswith(":")) or (by == "," and heads[-1].endswith((".", ":", ";", "{", ")"))):
        return {}
    counts = any(head.lower().startswith(_COUNTS) for head in heads)
    accounts = any(map(_ACCOUNT.fullmatch, heads)) and not counts
    links: dict[int, int] = {}
    for column, head in enumerate(heads):
        if (is_heading(head) and not (counts and head.lower().startswith(_BESIDE_AN_ACCOUNT))) or (
            head == "Key" and "SSID" in heads
        ):
            links[column] = IS if by else BESIDE
        elif accounts and head.lower() in _BESIDE_AN_ACCOUNT:
            links[column] = BESIDE
    return links


def _cells(line: str, by: str | None) -> tuple[Span, ...]:
    """Return the spans of the cells of a line, without the white space around them."""
    if by is None:
        return tuple(m.span() for m in re.finditer(r"\S+", line)) if len(line) < 400 else ()
    if by not in line:
        return ()
    edges = [-1, *(i for i, c in enumerate(line) if c == by), len(line)]
    return tuple(_stripped(line, a + 1, b) for a, b in pairwise(edges))


def _stripped(line: str, start: int, stop: int) -> Span:
    cell = line[start:stop]
    start += len(cell) - len(cell.lstrip())
    return start, max(start, start + len(cell.strip()))
