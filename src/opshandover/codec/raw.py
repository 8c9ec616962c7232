"""The result of parsing a format: plain data, faults, and the position of every value."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from attrs import define, field, frozen

from opshandover.errors import Fault
from opshandover.limits import DECIMAL_DIGITS, MOST_DEPTH, MOST_VALUES, is_bounded
from opshandover.placeholders import is_example
from opshandover.text import Message, message


def too_deep() -> Message:
    """The problem of a file that is nested too deep, with the same wording for all formats."""
    return message("嵌套超过 {n} 层", "nested deeper than {n} levels", n=MOST_DEPTH)


def too_many() -> Message:
    """The problem of a file with too many values, with the same wording for all formats."""
    return message("键和值超过 {n} 个", "more than {n} keys and values", n=MOST_VALUES)


def is_unused(content: object) -> bool:
    """Whether data is left as a starter has it: keys and items without any value but marked examples."""
    if isinstance(content, dict):
        return all(map(is_unused, cast("dict[str, object]", content).values()))
    if isinstance(content, list):
        return all(map(is_unused, cast("list[object]", content)))
    return content is None or (isinstance(content, str) and (content == "" or is_example(content)))


@frozen
class HugeNumber:
    """A number as it was written, which is beyond the limits, or none at all (`NaN`): it fits no field."""

    written: str

    def __str__(self) -> str:
        return self.written


def whole_number(written: str) -> int | HugeNumber:
    """An integer of JSON, if it is within the limits of any number."""
    return int(written) if len(written) <= DECIMAL_DIGITS else HugeNumber(written)


def decimal_number(written: str) -> Decimal | HugeNumber:
    """A number of JSON or TOML with exactly the digits that were written, if it is within the limits."""
    try:
        value = Decimal(written) if len(written) <= _LONGEST_NUMBER else None
    except InvalidOperation:
        value = None
    return value if value is not None and is_bounded(value) else HugeNumber(written)


_LONGEST_NUMBER = 4 * DECIMAL_DIGITS
"""The characters of a number that is worth parsing: digits on both sides, zeros, signs and exponent."""


@define(kw_only=True)
class Mark:
    """Where a value begins in a text, counting from 1, and where the values inside it begin.

    Children are found by key or index as written in the file.
    """

    line: int
    column: int
    children: dict[str | int, "Mark"] = field(factory=dict[str | int, "Mark"], eq=False)


NOWHERE = Mark(line=1, column=1)
"""The mark of values while positions are not recorded."""


class Lines:
    """The lines of a text as an editor counts them, whatever a format takes for a line break.

    Positions are asked for in the order of the text, nearly always: each answer goes on from the one
    before, so that all of them together cost one pass.
    """

    def __init__(self, text: str) -> None:
        """Begin at the first line."""
        self.text, self._has_returns = text, "\r" in text
        self._index, self._line, self._start = 0, 1, 0

    def mark(self, index: int) -> Mark:
        """The line and column of a character."""
        if index < self._index:
            self._index, self._line, self._start = 0, 1, 0
        text, before = self.text, self._index
        breaks = text.count("\n", before, index)
        if self._has_returns:
            breaks += text.count("\r", before, index) - text.count("\r\n", max(before - 1, 0), index)
        if breaks:
            self._line += breaks
            self._start = 1 + max(text.rfind("\n", before, index), text.rfind("\r", before, index))
        self._index = index
        return Mark(line=self._line, column=index - self._start + 1)

    def around(self, index: int) -> tuple[str, int]:
        """The line of a character without its end, and the index at which it begins."""
        self.mark(index)
        found = _LINE_BREAK.search(self.text, index)
        return self.text[self._start : found.start() if found else None], self._start


_LINE_BREAK = re.compile(r"[\r\n]")


@frozen(kw_only=True)
class Raw:
    """Plain data parsed from a text.

    `textual` marks data whose scalars are all text, to be converted by the type of their field.
    """

    data: Any
    faults: tuple[Fault, ...] = ()
    textual: bool = False


def depth_fault(data: object, marks: Mark | None) -> Fault | None:
    """The fault of lists and objects that are nested deeper than the limit, at the first of them.

    No document has so many levels: only data that is faulty anyway need be looked through.
    """
    level: list[tuple[object, Mark | None]] = [(data, marks)]
    for _ in range(MOST_DEPTH):
        level = [
            (below, mark and mark.children.get(step))
            for holder, mark in level
            for step, below in _items(holder)
            if isinstance(below, (dict, list))
        ]
        if not level:
            return None
    at = level[0][1]
    return Fault(path="", problem=too_deep(), line=at.line if at else None, column=at.column if at else None)


def _items(holder: object) -> Iterable[tuple[Any, Any]]:
    content: Any = holder
    return content.items() if isinstance(holder, dict) else enumerate(cast("Sequence[Any]", content))
