"""Output for people: to a terminal with colour and wrapped lines, or to a pipe without.

Nothing in a file can control the terminal: control characters are shown as escapes.
"""

import os
import shutil
import sys
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from opshandover.cli.text_width import break_lines

if TYPE_CHECKING:
    from rich.console import Console

Segment = str | tuple[str, str]
"""Part of a line: a text, or a text and its style (`"bold red"`)."""

WIDEST = 100
NARROWEST = 40
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
"""Invisible characters that scripts and emoji need; harmless to a terminal."""


def printable(text: str) -> str:
    """A text without line breaks and terminal control sequences."""
    if text.isprintable():
        return text
    return "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE:
        return char
    return char.encode("unicode_escape").decode("ascii")


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
        text = "".join(piece for piece, _ in pieces).rstrip()
        spans = break_lines(text, self.width, hang) if self.width else [(0, len(text))]
        for i, (start, stop) in enumerate(spans):
            indent = " " * hang if i else ""
            if self.coloured:
                self._coloured(pieces, start, stop, indent)
            else:
                self.stream.write(f"{indent}{text[start:stop]}\n")

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
