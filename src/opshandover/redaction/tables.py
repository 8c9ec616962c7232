"""Secrets in tables: the cells below a heading such as `密码`, in its own column."""

import re
from collections.abc import Iterator
from itertools import pairwise

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import HEADING_SIGNS, NAME, is_heading
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.points import BESIDE, IS, secret_at

_NAME = Pattern(rf"(?:\S{{0,8}} ?)?{NAME}|wi-?fi|ssid|doors?|safes?|locks?", re.IGNORECASE)
_BESIDE_A_NAME = Pattern(r"pass|pin|secret|key(?:pad)?|code|combo", re.IGNORECASE)
"""Headings that announce secrets only in a table that has a column of accounts or of what is locked."""
_KEYED = Pattern(r"(?<=\| )[*#]?\d{4,8}[*#](?= \|)")
"""A code in a cell that is keyed in with its sign, whatever the heading."""
_COUNT = Pattern(r"fail|skip|total|失败|合计", re.IGNORECASE)
_PLAIN = Pattern(r"[\w /·()（）-]{1,40}")
"""A heading in a table whose columns are separated by commas, as those of sentences and code are."""
_SEPARATORS = ("|", "\t", ",", None)


def find_in_tables(text: str) -> Iterator[Span]:
    """Yield the spans of values below a heading; columns are separated by bars, tabs, commas or spaces."""
    if "\n" not in text or not HEADING_SIGNS.search(text):
        return
    widths: dict[str | None, int] = {}
    columns: dict[str | None, tuple[tuple[int, bool], ...]] = {}
    start = 0
    for line in text.splitlines(keepends=True):
        for by in _SEPARATORS:
            cells = _cells(line, by)
            if len(cells) < 2 or widths.get(by) != len(cells):
                widths[by], columns[by] = len(cells), _headed(line, cells, by)
            elif by in ("|", "\t") and (span := _beside_label(text, start, line, cells)):
                yield span
            else:
                if by == "|" and len(cells) > 2:
                    yield from (found.span() for found in _KEYED.finditer(text, start, start + len(line)))
                for column, clear in columns[by]:
                    at, stop = (start + edge for edge in cells[column])
                    if span := _in_cell(text, at, stop, named=clear and by is not None):
                        yield span
        start += len(line)


def _headed(line: str, cells: tuple[Span, ...], by: str | None) -> tuple[tuple[int, bool], ...]:
    """The numbers of the columns whose heading announces secrets, and whether it does so by itself."""
    if not 2 <= len(cells) <= 64:
        return ()
    heads = [line[a:b].strip("*` ") if b - a <= 40 else "" for a, b in cells]
    if (by == "," and not all(map(_PLAIN.fullmatch, heads))) or (by is None and heads[0].endswith(":")):
        return ()
    counts = any(map(_COUNT.match, heads))
    beside = any(map(_NAME.fullmatch, heads)) and not counts
    clear = [
        (is_heading(h) and not (counts and _BESIDE_A_NAME.match(h))) or (h == "Key" and "SSID" in heads) for h in heads
    ]
    return tuple((i, clear[i]) for i, h in enumerate(heads) if clear[i] or (beside and _BESIDE_A_NAME.fullmatch(h)))


def _beside_label(text: str, start: int, line: str, cells: tuple[Span, ...]) -> Span | None:
    """The value in a row of two cells, of which the first is its label."""
    filled = [(a, b) for a, b in cells if a < b]
    if len(filled) != 2 or not is_heading(line[slice(*filled[0])].strip("*` ")):
        return None
    return _in_cell(text, start + filled[1][0], start + filled[1][1], named=True)


def _in_cell(text: str, at: int, stop: int, *, named: bool) -> Span | None:
    """The value that fills a cell; in columns made of spaces only what could be nothing else."""
    if at >= stop:
        return None
    span = secret_at(text, at, "open", IS if named else BESIDE)
    return span if span and 0 <= stop - span[1] <= 2 else None


def _cells(line: str, by: str | None) -> tuple[Span, ...]:
    """Return the spans of the cells of a line, without the white space around them."""
    if by is None:
        return tuple(m.span() for m in re.finditer(r"\S+", line)) if len(line) < 400 else ()
    if by not in line:
        return ()
    edges = [-1, *(i for i, c in enumerate(line) if c == by), len(line)]
    return tuple(_stripped(line, a + 1, b) for a, b in pairwise(edges))


def _stripped(line: str, start: int, stop: int) -> Span:
    cell = line[start:stop]
    start += len(cell) - len(cell.lstrip())
    return start, max(start, start + len(cell.strip()))
