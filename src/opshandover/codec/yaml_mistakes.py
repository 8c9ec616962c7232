"""What was meant by a text that is not YAML: the sign that is in the way, and how to mend it.

The parser says where it had to stop, in terms of its grammar. People need the line they have to change,
and the change: a text that begins with a sign of YAML, wide characters in place of narrow ones, an
indentation of tabs.
"""

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from opshandover.codec.hints import IN_QUOTES, full_width_colon, space_after_colon, with_colon
from opshandover.codec.names import all_keys
from opshandover.codec.raw import Lines, Mark, too_deep
from opshandover.codec.reasons import reason
from opshandover.errors import Fault
from opshandover.limits import MOST_DEPTH, MOST_FAULTS
from opshandover.redaction import excerpt
from opshandover.spelling import fold
from opshandover.text import Message, Text, message

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n?|\n))*+(%[^\r\n]*+)")
_VERSION = re.compile(r"%YAML[ \t]+1\.[12]\s*")


def unreadable(text: str) -> tuple[Fault, ...]:
    """The faults of a text that must not reach the parser.

    Some characters are not allowed in YAML; directives are not needed, and the parser compares each with
    all others.
    """
    lines = None
    faults: list[Fault] = []
    for found in islice(_FORBIDDEN.finditer(text), MOST_FAULTS):
        lines = lines or Lines(text)
        faults.append(_forbidden(found[0], lines.mark(found.start())))
    directive = _DIRECTIVE.match(text)
    if directive and not _VERSION.fullmatch(directive[1]):
        at = Lines(text).mark(directive.start(1))
        faults.append(_fault(at, *_begins_with("%")))
    return tuple(faults)


def _forbidden(char: str, at: Mark) -> Fault:
    problem = message(
        "含有不允许的字符 {char}", "contains the character {char}, which is not allowed", char=f"U+{ord(char):04X}"
    )
    return _fault(at, problem, message("请删除该字符", "remove the character"))


def _fault(at: Mark, problem: Message, hint: Message) -> Fault:
    return Fault(path="", problem=problem, hint=hint, line=at.line, column=at.column)


_MEANINGS: Mapping[str, Text] = {
    "*": Text("别名", "an alias"),
    "&": Text("锚点", "an anchor"),
    "!": Text("标签", "a tag"),
    "|": Text("多行文字的开头", "the beginning of text on several lines"),
    ">": Text("多行文字的开头", "the beginning of text on several lines"),
    "@": Text("保留符号", "a reserved sign"),
    "`": Text("保留符号", "a reserved sign"),
    "%": Text("指令", "a directive"),
    "-": Text("列表项", "an item of a list"),
    "?": Text("键", "a key"),
    ",": Text("分隔符", "a separator"),
    "[": Text("列表", "a list"),
    "]": Text("列表的结尾", "the end of a list"),
    "{": Text("一组键和值", "a group of keys and values"),
    "}": Text("一组键和值的结尾", "the end of a group of keys and values"),
    '"': Text("引号", "a quotation mark"),
    "'": Text("引号", "a quotation mark"),
}
"""What a sign at the beginning of a text means in YAML."""

_AT_A_SIGN = (
    "found character that cannot start any token",
    "block sequence entries are not allowed",
    "mapping keys are not allowed",
    "did not find expected node content",
)
"""Problems whose position is that of a sign."""
_AFTER_A_SIGN = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while parsing a tag",
    "while scanning a block scalar",
    "while scanning a directive",
    "while scanning a %",
)
"""What the parser did when a sign was behind it already; it stands where that began."""


def _begins_with(sign: str) -> tuple[Message, Message]:
    problem = message(
        "文字不能以“{sign}”开头，YAML 会把它当作{meaning}",
        "a text cannot begin with '{sign}', which means {meaning} in YAML",
        sign=sign,
        meaning=_MEANINGS[sign],
    )
    return problem, IN_QUOTES


def syntax_fault(cause: Any, lines: Lines) -> Fault:
    """The fault for an error of the parser, at the line that has to be changed."""
    context, problem = getattr(cause, "context", None) or "", getattr(cause, "problem", None) or "not YAML"
    ends = [mark for mark in (getattr(cause, "problem_mark", None), getattr(cause, "context_mark", None)) if mark]
    if not ends:
        return Fault(path="", problem=_not_yaml(problem), hint=_CHECK)
    text, stop, start = lines.text, ends[0].index, ends[-1].index
    if _unclosed_brackets(text[:stop]) > MOST_DEPTH:
        at = lines.mark(stop)
        return Fault(path="", problem=too_deep(), line=at.line, column=at.column)
    if problem == "found unexpected end of stream" and "quoted scalar" in context:
        return _fault(lines.mark(start), _OPEN_QUOTE, _CLOSE_QUOTE)
    if context.startswith("while parsing a flow"):
        return _in_brackets(lines, start, stop, problem)
    after_sign = context.startswith(_AFTER_A_SIGN) and not problem.startswith("found a tab")
    index = start if after_sign else stop
    sign = text[index : index + 1]
    if sign in _MEANINGS and (after_sign or problem.startswith(_AT_A_SIGN)):
        return _fault(lines.mark(index), *_begins_with(sign))
    if context == "while scanning a simple key":
        stop = start
    at = lines.mark(stop)
    begin = stop
    for _ in range(2):
        line, begin = lines.around(begin)
        if found := _mistake(line):
            column, what, mend = found
            return _fault(lines.mark(begin + column), what or _not_yaml(problem), mend)
        begin = max(0, begin - 1)
    return _fault(at, _not_yaml(problem), _CHECK)


def _unclosed_brackets(text: str) -> int:
    """The number of brackets in a text that are not closed in it.

    The parser looks ahead for the end of a key, and fails on too many brackets before its first event,
    with a message that depends on its version.
    """
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


def _in_brackets(lines: Lines, start: int, stop: int, problem: str) -> Fault:
    """The fault for a list or a group in brackets that does not end where it should."""
    text = lines.text
    start = (
        start
        if text[start : start + 1] in "[{" and start < stop
        else max(text.rfind("[", 0, stop), text.rfind("{", 0, stop))
    )
    inside = text[start:stop]
    first, last = lines.mark(start), lines.mark(stop)
    if text[stop : stop + 1] in ("[", "{") and text[stop - 1] not in _BEFORE_A_VALUE:
        return _fault(last, _BRACKET_INSIDE, IN_QUOTES)
    if any(comma in inside for comma in "，、"):
        return _fault(first, *WIDE_COMMA)
    if first.line < last.line or not text[stop:].strip():
        closing = {"[": "]", "{": "}"}.get(text[start : start + 1], "]")
        missing = message("缺少右括号“{sign}”", "the closing '{sign}' is missing", sign=closing)
        return _fault(first, missing, message("请补上，或给整段文字加引号", "add it, or put the whole text in quotes"))
    if text[stop] == ":":
        return _fault(last, _COLON_INSIDE, IN_QUOTES)
    return _fault(last, _not_yaml(problem), _CHECK)


WIDE_COMMA = (
    message("方括号或花括号里用了全角逗号或顿号", "a wide comma stands in a list or group in brackets"),
    message(
        "分隔请用半角逗号加空格“, ”；如属同一段文字，请加引号",
        "separate with ', ' (ASCII comma and space); put it in quotes if it is part of one text",
    ),
)
"""Problem and hint for a wide comma, which separates nothing."""


def wide_comma(names: str) -> tuple[Message, Message]:
    """Problem and hint for short names with wide commas in a list, which may be one name with a post as well."""
    each = excerpt(", ".join(part.strip() for part in re.split("[，、；]", names)))
    hint = message(
        "分开写成 [{each}]；如属同一段文字，请加引号",
        "write [{each}]; put it in quotes if it is part of one text",
        each=each,
    )
    return WIDE_COMMA[0], hint


SEVERAL_PEOPLE = (
    message("这里像是几个人，会被当作一个人的姓名", "these seem to be several people, and would be one name"),
    message(
        "每人一项：[甲, 乙]，或各占一行、以“- ”开头；确实是一个人的姓名时请加引号",
        "give each an item: [a, b], or a line each that begins with '- '; put it in quotes if it is one name",
    ),
)
"""Problem and hint for an item of a list of people that names more than one."""

WIDE_INDENTATION = (
    message("这一行用全角或特殊空格缩进", "this line is indented with wide or special spaces"),
    message("缩进请用半角空格", "indent with ordinary spaces"),
)
"""Problem and hint for an indentation that YAML takes for text."""

_OPEN_QUOTE = message("这里的引号没有成对", "the quotation mark here is not closed")
_CLOSE_QUOTE = message("请补上右引号；中文引号不算", "add the closing mark, the same as the opening one")
_BEFORE_A_VALUE = " \t\r\n,[{:]}\"'"
_BRACKET_INSIDE = message(
    "花括号或方括号里的文字含有左括号，YAML 会把它当作列表的开头",
    "a bracket inside a text in brackets means the beginning of a list in YAML",
)
_COLON_INSIDE = message("文字里有“: ”，YAML 会把它当作键的结尾", "': ' inside a text means the end of a key in YAML")
_CHECK = message(
    "请检查缩进和引号；含有“: ”或“ #”的文字请加引号",
    "check indentation and quotes; put text with ': ' or ' #' in quotes",
)


def without_space(text: str) -> tuple[Fault, ...]:
    """A fault for each line on which a known key has a colon that is none in YAML, as people write many alike.

    The parser stops at the first. Lines of a text below `|` or `>` are passed over.
    """
    lines, block = Lines(text), -1
    faults: list[Fault] = []
    for found in _LINE.finditer(text):
        indent = len(found["indent"])
        if block >= 0 and (indent > block or not found["rest"]):
            continue
        block = indent if _BLOCK.search(found["rest"]) else -1
        line = _UNSPACED.fullmatch(found["rest"])
        if line and fold(line["key"]) in all_keys() and len(faults) < MOST_FAULTS:
            at = lines.mark(found.start("rest") + line.start("key"))
            faults.append(
                _fault(
                    at,
                    _not_yaml("could not find expected ':'"),
                    with_colon(line["key"], line["value"], wide=line["colon"] == "："),
                )
            )
    return tuple(faults)


_LINE = re.compile("^(?P<indent>[ ]*+)(?P<rest>[^\r\n]*+)", re.MULTILINE)
_BLOCK = re.compile(r"(?:^|[ ])[|>][-+0-9]*+[ \t]*+$")
_UNSPACED = re.compile(
    r"(?:-[ ]++)*+(?P<key>[^\s:：'\"#\[\]{},&*!|>%@`-][^:：#\s]{0,40}+)[ ]*+(?P<colon>：|:(?=[^\s/\\:]))(?P<value>.*+)"
)

_KEY = r"(?:-[ \t]+)*+[^\s:：'\"#\[\]{},&*!|>%@`][^:：#]{0,60}"
_MISTAKES: tuple[tuple[re.Pattern[str], Message | None, Message], ...] = (
    (re.compile(r"[ ]*+\t"), None, message("缩进请用空格，不要用制表符", "indent with spaces, not tabs")),
    (re.compile(r"[ ]*+[^\S \t\r\n]"), *WIDE_INDENTATION),
    (re.compile(rf"[ ]*+{_KEY}(?=：)"), None, full_width_colon()),
    (
        re.compile(rf"[ ]*+(?:{_KEY}:[ \t]+)?(?=(?:\"[^\"]*+\"|'[^']*+'|\[[^\]]*+\]|{{[^}}]*+}})[ \t]*+[^\s:#,])"),
        message(
            "引号或括号后面还有文字", "more text follows after a quotation mark or bracket at the beginning of a text"
        ),
        IN_QUOTES,
    ),
    (
        re.compile(rf"[ ]*+{_KEY}:[ \t]+(?=[“”‘’][^\n]*:(?:[ \t]|$))"),
        _COLON_INSIDE,
        message(
            "“ ”不是 YAML 的引号，请用半角引号把整段括起来", "“ ” are no quotation marks in YAML: put the text in '…'"
        ),
    ),
    (re.compile(rf"[ ]*+{_KEY}:[ \t]+(?=[^\s\"'#][^\n]*:(?:[ \t]|$))"), _COLON_INSIDE, IN_QUOTES),
    (
        re.compile(rf"[ ]*+{_KEY}:(?=[^ \t\r\n/\\:])"),
        None,
        space_after_colon(),
    ),
    (
        re.compile(r"[ ]*+-(?=[^\s\-0-9.])"),
        None,
        message("“-”后面要有一个空格", "write a space after '-'"),
    ),
    (
        re.compile(rf"[ ]*+{_KEY}:[ \t]+(?=[|>][-+0-9]*[ \t]*$)"),
        None,
        message("下面的每一行正文都要缩进", "indent each line of the text below"),
    ),
)
"""Mistakes that show in a line itself: what it begins with, the problem if it has a name, and the hint."""


def _mistake(line: str) -> tuple[int, Message | None, Message] | None:
    """The first mistake in a line, with the column where it shows."""
    for pattern, problem, hint in _MISTAKES:
        if found := pattern.match(line):
            return found.end(), problem, hint
    return None


def _not_yaml(problem: str) -> Message:
    return message("YAML 语法错误：{why}", "YAML syntax error: {why}", why=reason(problem))
