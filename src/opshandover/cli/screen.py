"""Output for people: to a terminal with colour and wrapped lines, or to a pipe without.

Nothing in a file can control the terminal: control characters are shown as escapes.
"""

import os
import shutil
import sys
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from opshandover.plain_text import printable
from opshandover.styled import WIDEST, Line, Segment, plain_line
from opshandover.text_width import break_lines

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 40


class Screen:
    """Writes lines to a stream; on a terminal they are coloured and wrapped to its width."""

    def __init__(self, stream: TextIO) -> None:
        """Detect whether the stream is a terminal."""
        self.stream = stream
        self.terminal = stream.isatty()
        self.width = terminal_width() if self.terminal else None
        self.coloured = self.terminal and not (os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb")

    def line(self, *parts: Segment, hang: int = 0) -> None:
        """Write one line.

        Args:
            parts: the segments of the line.
            hang: the indentation of continuation lines, in cells.
        """
        pieces = [(printable(p), "") if isinstance(p, str) else (printable(p[0]), p[1]) for p in parts]
        text = plain_line(parts)
        spans = break_lines(text, self.width, hang) if self.width else [(0, len(text))]
        for i, (start, stop) in enumerate(spans):
            indent = " " * hang if i else ""
            if self.coloured:
                self._coloured(pieces, start, stop, indent)
            else:
                self.stream.write(f"{indent}{text[start:stop]}\n")

    def lines(self, lines: Iterable[Line]) -> None:
        """Write some lines."""
        for line in lines:
            self.line(*line.parts, hang=line.hang)

    def _coloured(self, pieces: list[tuple[str, str]], start: int, stop: int, indent: str) -> None:
        at = 0
        self.stream.write(indent)
        for text, style in pieces:
            piece = text[max(start - at, 0) : max(stop - at, 0)]
            at += len(text)
            if piece:
                self._console.print(
                    piece, style=style or None, end="", markup=False, highlight=False, emoji=False, soft_wrap=True
                )
        self.stream.write("\n")

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console  # not needed for a pipe

        return Console(file=self.stream)


def output() -> Screen:
    """The screen for results, on standard output."""
    return Screen(sys.stdout)


def aside() -> Screen:
    """The screen for errors, notes and progress, on standard error."""
    sys.stdout.flush()
    return Screen(sys.stderr)


def terminal_width() -> int:
    """The width of a line in cells: that of the terminal, within limits."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))
