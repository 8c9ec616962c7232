"""Where text for people goes: a terminal, with colour and lines of its width, or a pipe, without.

Nothing that a file holds reaches the terminal as a command to it: control characters are shown as
escapes.
"""

import os
import shutil
import sys
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from opshandover.cli.text_width import lines_of

if TYPE_CHECKING:
    from rich.console import Console

Part = str | tuple[str, str]
"""A piece of a line: a text, or a text and its style (`"bold red"`)."""

WIDEST = 100
NARROWEST = 40
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
"""Invisible characters that scripts and emoji are made with; they command nothing."""


def printable(text: str) -> str:
    """Gives a text without line breaks and commands to the terminal, such as escape sequences."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE:
        return char
    return char.encode("unicode_escape").decode("ascii")


class Screen:
    """Writes lines to a stream; on a terminal they are coloured and broken to its width."""

    def __init__(self, stream: TextIO) -> None:
        """Finds out what the stream is."""
        self.stream = stream
        self.terminal = stream.isatty()
        self.width = terminal_width() if self.terminal else None
        self.coloured = self.terminal and not (os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb")

    def line(self, *parts: Part, hang: int = 0) -> None:
        """Writes one line.

        Args:
            parts: its pieces, one after the other.
            hang: by how much it is indented where it goes on in a second line.
        """
        pieces = [(printable(p), "") if isinstance(p, str) else (printable(p[0]), p[1]) for p in parts]
        text = "".join(piece for piece, _ in pieces).rstrip()
        spans = lines_of(text, self.width, hang) if self.width else [(0, len(text))]
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
            shown = text[max(start - at, 0) : max(stop - at, 0)]
            at += len(text)
            if shown:
                self._console.print(
                    shown,
                    style=style or None,
                    end="",
                    markup=False,
                    highlight=False,
                    emoji=False,
                    soft_wrap=True,
                )
        self.stream.write("\n")

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console  # a pipe does without rich

        return Console(file=self.stream)


def output() -> Screen:
    """Gives the screen for what was asked for."""
    return Screen(sys.stdout)


def aside() -> Screen:
    """Gives the screen for what is said besides: errors, notes, progress."""
    sys.stdout.flush()
    return Screen(sys.stderr)


def terminal_width() -> int:
    """Gives the cells of a line: those of the terminal, within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))
