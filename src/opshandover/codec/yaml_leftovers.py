"""Indented lines below a key whose value is written beside it, as when an absence is put into a starter.

YAML cannot have both. Lines that a starter put there are no content and are passed over; of others the error
says which they are.
"""

import re
from collections.abc import Callable
from typing import Any

from opshandover.codec.raw import Lines
from opshandover.errors import Fault
from opshandover.model import OpsDocument
from opshandover.model.fields import Field, Kind, field_for_key
from opshandover.redaction import excerpt
from opshandover.text import message

_BELOW_A_VALUE = re.compile(
    r"^(?P<key>[^\s:#'\"\[\]{}-][^:\r\n]{0,60}):[ \t]+(?P<value>[^\s#|>][^\r\n]*+)(?P<below>(?:(?:\r\n?|\n)(?:[ \t]+[^\r\n]*+|(?=[\r\n])))+)",
    re.MULTILINE,
)
_ANY_CHARACTER = re.compile(r"[^\r\n]")
Match = re.Match[str]


def without_leftovers(text: str, is_unused: Callable[[str], bool]) -> str:
    """The text with empty lines for what a starter left below a section that has its value beside it.

    Args:
        text: a text that is no YAML.
        is_unused: whether a block of lines, as a text of its own, says nothing.
    """

    def kept(found: Match) -> str:
        field = _holder(found)
        if field is None or field.kind is not Kind.SECTION or not is_unused(found["below"]):
            return found[0]
        return found[0][: -len(found["below"])] + _ANY_CHARACTER.sub("", found["below"])

    return _BELOW_A_VALUE.sub(kept, text)


def below_a_value(cause: Any, lines: Lines) -> Fault | None:
    """The fault for an error of the parser in lines below a value, if the field is made of keys and values."""
    stop = getattr(getattr(cause, "problem_mark", None), "index", -1)
    for found in _BELOW_A_VALUE.finditer(lines.text):
        if found.start("below") <= stop <= found.end() and _holder(found):
            at = lines.mark(found.start())
            first = at.line + 1
            last = lines.mark(found.start("below") + len(found["below"].rstrip())).line
            problem = message(
                "“{key}”后面已有值，下面不能再有缩进的内容",
                "'{key}' has a value beside it, so that nothing can be indented below",
                key=excerpt(found["key"]),
            )
            hint = message(
                "请删去第 {lines} 行，或把冒号后面的值移到下面",
                "delete line {lines}, or move the value below as well",
                lines=f"{first}–{last}" if first < last else str(first),
            )
            return Fault(path=found["key"], problem=problem, hint=hint, line=at.line, column=at.column)
    return None


def _holder(found: Match) -> Field | None:
    """The field of a document that is made of keys and values, if a line has its key."""
    field = field_for_key(OpsDocument, found["key"])
    return field if field and field.kind in (Kind.SECTION, Kind.RECORD) else None
