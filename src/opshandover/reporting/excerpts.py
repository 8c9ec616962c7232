"""The line of a file that a finding is about, safe to show, with a caret under the position.

A secret may be recognised by the lines around it, so the whole text is searched, then each line by
itself, then each word by its form; secrets in fields of the loaded document are hidden wherever they
occur. Hiding too much of a line does no harm.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Self

from attrs import frozen

from opshandover.document.secrets import hidden
from opshandover.model import OpsDocument
from opshandover.plain_text import printable
from opshandover.profiles.subject import Subject
from opshandover.redaction import MASK, Span, find_secrets, is_bare_secret, merged
from opshandover.text_width import cells

_AMBIGUOUS_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""Line breaks that only some formats recognise, so that line numbers differ."""
_WORD = re.compile(r"[!#-&(-.0-9;-~]{8,64}")
_CONTEXT = 400
"""How many characters on either side of the position are used, for files of one long line."""
_SHORTEST = 2
"""The length of the shortest secret that is hidden wherever it occurs."""
_CARET = "^"
_MORE = "…"
_BEFORE = 12
"""How many cells are kept before the position if the beginning of a line is cut off."""

Position = tuple[int, int]
"""Line and column, counting from 1."""


@frozen(slots=False)
class Excerpts:
    """Lines of a file's text; no line is shown for `start`, the position of the document itself."""

    text: str
    document: OpsDocument
    start: Position | None

    @classmethod
    def of(cls, subject: Subject) -> Self:
        """The lines of the file that was checked."""
        return cls(subject.text, subject.document, subject.start)

    def around(self, line: int | None, column: int | None, width: int) -> tuple[str, str] | None:
        """The line, at most `width` cells wide, and a line with the caret below it.

        `None` if there is nothing to show: no position, or that of the document as a whole.
        """
        if line is None or column is None or (line, column) == self.start:
            return None
        if line > len(self._lines):
            return None
        shown = self._lines[line - 1]
        if self._secrets and ("\\" in shown or self._lines[line - 2].endswith("\\")):
            return None  # a secret may contain escapes
        at = min(column - 1, len(shown))
        first = max(0, at - _CONTEXT)
        nearby = shown[first : at + _CONTEXT].rstrip()
        return _cut(self._pieces(nearby, self._starts[line - 1] + first), at - first, width)

    def near(self, line: int | None, column: int | None, width: int = 160) -> Sequence[tuple[int, str]]:
        """The line and its neighbours, each with its number, without common indentation.

        Nothing if there is no line to show.
        """
        if line is None or self.around(line, column, width) is None:
            return ()
        numbers = [n for n in range(line - 1, line + 2) if 0 < n <= len(self._lines)]
        shown = [(n, self._whole(n, column if n == line else None, width)) for n in numbers]
        indent = min(len(text) - len(text.lstrip()) for _, text in shown if text.strip())
        return [(n, text[indent:]) for n, text in shown if n == line or text.strip()]

    def _whole(self, line: int, column: int | None, width: int) -> str:
        """A line with its indentation, cut round a column; empty if a secret may be hidden in it by escapes."""
        text = self._lines[line - 1]
        indent = len(text) - len(text.lstrip(" \t"))
        found = self.around(line, column or indent + 1, width)
        return " " * indent + found[0].lstrip() if found else ""

    @cached_property
    def _lines(self) -> list[str]:
        return [] if _AMBIGUOUS_BREAK.search(self.text) else self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._lines)]

    @cached_property
    def _hidden(self) -> list[Span]:
        """The spans of secrets in the text as a whole, in order and without overlap."""
        return merged((*find_secrets(self.text), *_occurrences(self.text, self._secrets)))

    @cached_property
    def _secrets(self) -> frozenset[str]:
        """The secrets in the document's own texts, word by word, as lines may be broken."""
        words: set[str] = set()
        for node, spans in hidden(self.document):
            for start, stop in spans:
                words.update(node.value[start:stop].split())
        words |= {word.replace("'", "''") for word in words}  # as YAML quotes it
        return frozenset(word for word in words if len(word) >= _SHORTEST)

    def _pieces(self, line: str, begin: int) -> list[str]:
        """What is shown for each character of a line: itself, an escape, a mask or nothing."""
        first = bisect_right(self._hidden, begin, key=itemgetter(1))
        end = bisect_left(self._hidden, begin + len(line), key=itemgetter(0))
        spans = [(start - begin, stop - begin) for start, stop in self._hidden[first:end]]
        spans += find_secrets(line)
        spans += (m.span() for m in _WORD.finditer(line) if is_bare_secret(m[0]))
        masked = {i for start, stop in spans for i in range(max(start, 0), min(stop, len(line)))}
        return [
            (" " if char == "\t" else printable(char)) if i not in masked else ("" if i - 1 in masked else MASK)
            for i, char in enumerate(line)
        ]


def _occurrences(text: str, words: Collection[str]) -> Iterator[Span]:
    """The spans of words in a text, which is read once however many they are."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:_SHORTEST], set()).add(len(word))
    known = frozenset(words)
    for at in range(len(text) if known else 0):
        for length in lengths.get(text[at : at + _SHORTEST], ()):
            if text[at : at + length] in known:
                yield at, at + length


def _cut(pieces: list[str], at: int, width: int) -> tuple[str, str] | None:
    """Cut a line to a width so that the position is in it, without surrounding white space."""
    first = next((i for i, piece in enumerate(pieces) if piece.strip()), len(pieces))
    if first == len(pieces):
        return None
    first, lead = min(first, at), ""
    fits = cells("".join(pieces[first:]).rstrip()) <= width
    if not fits and cells("".join(pieces[first:at])) > width // 2:
        lead, start = _MORE, first
        first = at
        while first > start and cells("".join(pieces[first - 1 : at])) <= _BEFORE:
            first -= 1
    indent = cells(lead + "".join(pieces[first:at]))
    shown, room = lead, width - cells(lead)
    for i, piece in enumerate(pieces[first:], start=first):
        last = i == len(pieces) - 1
        if cells(piece) > room - (0 if last else 1):
            shown += _MORE
            break
        shown += piece
        room -= cells(piece)
    return shown.rstrip(), " " * indent + _CARET
