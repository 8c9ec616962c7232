"""The result of parsing a format: plain data, faults, and the position of every value."""

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from opshandover.errors import Fault
from opshandover.redaction import excerpt
from opshandover.text import Message, message

MAX_DEPTH = 64
"""How deep lists and objects may be nested in a file; real documents need about 10."""


def too_deep() -> Message:
    """The problem of a file that is nested too deep, with the same wording for all formats."""
    return message("嵌套超过 {n} 层", "nested deeper than {n} levels", n=MAX_DEPTH)


@frozen(kw_only=True)
class Mark:
    """Where a value begins in a text, counting from 1, and where the values inside it begin.

    Children are found by key or index as written in the file.
    """

    line: int
    column: int
    children: dict[str | int, "Mark"] = field(factory=dict[str | int, "Mark"], eq=False)


NOWHERE = Mark(line=1, column=1)
"""The mark of values while positions are not recorded."""


@frozen(kw_only=True)
class Raw:
    """Plain data parsed from a text.

    `textual` marks data whose scalars are all text, to be converted by the type of their field.
    """

    data: Any
    faults: tuple[Fault, ...] = ()
    textual: bool = False


Reader = Callable[[str], Raw]
Marker = Callable[[str], Mark | None]


_MAX_PATH = 120
"""The longest path that is shown, in characters."""


def safe_path(path: str) -> str:
    """A path as an error may show it: keys of a file may be long, or hold a secret."""
    return excerpt(path, _MAX_PATH)
