"""The marks of a form: `{{giver.name}}`, `{{#tasks}} … {{/tasks}}`, `{{^issues}} … {{/issues}}`.

They are those of Mustache, a standard of the field: `#` repeats what follows for each item of a list, and
shows it once if a single value is there; `^` shows it if there is none. The tags of simple docxtpl templates
(`{%tr for t in tasks %}`, `{%p if issues %}`) are other spellings of the same marks.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from opshandover.text import Message, Text, message


class Sign(Enum):
    """What a mark does; that which only asks whether there is anything comes from docxtpl."""

    VALUE = ""
    EACH = "#"
    NONE = "^"
    END = "/"
    IF = "if"


@frozen
class Mark:
    """One mark: what it does and the name in it; `alias` is another name of each item, as docxtpl has it.

    `written` is the mark as it stands in the file. A mark that cannot be understood has a `fault`. An end
    without a name ends whatever was begun last.
    """

    written: str
    sign: Sign
    name: str = ""
    alias: str = ""
    fault: Message | None = None


ANY_MARK = re.compile(r"(?<!\{)\{\{(?!\{)[^{}]{1,200}\}\}(?!\})|\{%[^{}%]{1,200}%\}")
"""What is taken for a mark, or for a tag of docxtpl."""
_PREFIXED = re.compile(r"(?:[rp]\s+)?(.*)", re.DOTALL)
_STATEMENT = re.compile(r"\{%[-+]?(?:(?:tr|tc|p|r)\s)?\s*(.*?)\s*[-+]?%\}", re.DOTALL)
_FOR = re.compile(r"for\s+(\w+)\s+in\s+(.+)", re.DOTALL)
_IF = re.compile(r"if\s+(not\s+)?(.+)", re.DOTALL)
_KEYWORD = re.compile(r"(?:if|each|unless|with)\s+(.+)", re.DOTALL)
_BEYOND = re.compile(r"[|()'\"=<>!+*~&]|\s(?:and|or|not|in|is|if)\s")
"""Signs and words of expressions, which a path does not have."""


def marks_in(text: str) -> Iterator[tuple[int, int, Mark]]:
    """Yield the marks in a text, each with where it begins and ends."""
    for found in ANY_MARK.finditer(text):
        mark = _statement(found[0]) if found[0].startswith("{%") else _mark(found[0])
        if mark is not None:
            yield found.start(), found.end(), mark


def _mark(written: str) -> Mark | None:
    inside = unicodedata.normalize("NFKC", written[2:-2]).strip()
    if not inside:
        return None
    sign = next((sign for sign in (Sign.EACH, Sign.NONE, Sign.END) if inside[0] == sign.value), Sign.VALUE)
    found = _PREFIXED.fullmatch(inside[len(sign.value) :].strip())
    name = found[1].strip() if found else ""
    if sign is not Sign.END and not name:
        return Mark(written, sign, fault=_EMPTY)
    keyword = _KEYWORD.fullmatch(name) if sign in (Sign.EACH, Sign.NONE) else None
    if keyword or (sign is Sign.END and name in ("if", "each", "unless", "with")):
        meant = f"{{{{{sign.value}{keyword[1] if keyword else ''}}}}}"
        return Mark(written, sign, fault=message("请写成 {meant}", "write {meant}", meant=meant))
    return Mark(written, sign, name, fault=_BEYOND_PATH if _BEYOND.search(name) else None)


def _statement(written: str) -> Mark:
    found = _STATEMENT.fullmatch(written)
    inside = found[1] if found else ""
    if inside in ("endfor", "endif"):
        return Mark(written, Sign.END)
    if each := _FOR.fullmatch(inside):
        return Mark(written, Sign.EACH, each[2], each[1], fault=_BEYOND_PATH if _BEYOND.search(each[2]) else None)
    if asked := _IF.fullmatch(inside):
        sign = Sign.NONE if asked[1] else Sign.IF
        return Mark(written, sign, asked[2], fault=_BEYOND_PATH if _BEYOND.search(asked[2]) else None)
    return Mark(written, Sign.VALUE, fault=_NO_STATEMENT)


_EMPTY = message("标记里没有名称", "there is no name in the mark")
_BEYOND_PATH = message(
    "表单里只能写路径，不能写表达式、比较或过滤器",
    "a form takes paths, no expressions, comparisons or filters",
)
_NO_STATEMENT = message(
    "docxtpl 的语句只支持 for、endfor、if、if not 和 endif",
    "of docxtpl's tags only for, endfor, if, if not and endif are understood",
)

_WIDE = re.compile(r"[{｛]\s?[{｛]([^{}｛｝]{1,60})[}｝]\s?[}｝]")
_OTHER = re.compile(
    r"\$?\{([^{}]{1,60})\}|<<([^<>]{1,60})>>|[«《]{1,2}([^«»《》]{1,60})[»》]{1,2}|\[\[([^\[\]]{1,60})\]\]|[【「『〔]{2}([^【】「」『』〔〕]{1,60})[】」』〕]{2}"
)
LONGEST = 120
"""The maximum length of a paragraph that is looked through for what only looks like a mark."""


def near_misses(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield what looks like a mark but is not written like one: the text, the name in it, and whether it is sure.

    What is in single braces or in other brackets is meant as a mark only if the name leads somewhere.
    """
    if len(text) > LONGEST or ("{" not in text and not _BRACKETS.search(text)):
        return
    rest = ANY_MARK.sub("", text)
    for found in _WIDE.finditer(rest):
        yield found[0], found[1].strip(), True
    for found in _OTHER.finditer(_WIDE.sub("", rest)):
        yield found[0], next(filter(None, found.groups())).strip(), False


_BRACKETS = re.compile("[｛<«《【「『〔$%#]|\\[\\[")
BODY = Text("{{正文}}", "{{opshandover}}")
"""The mark that stands for the document, as it is proposed in either language."""
