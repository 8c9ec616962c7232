"""Lines for people whose parts may have styles: coloured on a terminal, plain everywhere else."""

from collections.abc import Iterable
from typing import NamedTuple

from opshandover.plain_text import printable

Segment = str | tuple[str, str]
"""Part of a line: a text, or a text and its style (`"bold red"`)."""

WIDEST = 100
"""The width of lines, in cells, that are cut to fit."""


class Line(NamedTuple):
    """One line: its parts, and the indentation of continuation lines if it has to be broken, in cells."""

    parts: tuple[Segment, ...] = ()
    hang: int = 0


def line(*parts: Segment, hang: int = 0) -> Line:
    """A line from its parts."""
    return Line(parts, hang)


def plain_line(parts: Iterable[Segment]) -> str:
    """A line without its styles, safe for a terminal."""
    return "".join(printable(part if isinstance(part, str) else part[0]) for part in parts).rstrip()


def plain(lines: Iterable[Line]) -> str:
    """Lines without their styles, as one text."""
    return "\n".join(plain_line(one.parts) for one in lines)
