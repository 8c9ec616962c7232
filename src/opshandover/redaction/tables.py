"""Secrets in tables: the values below a heading such as `密码`."""

import re
from collections.abc import Iterator
from itertools import pairwise

from opshandover.redaction.keywords import HEADING, NAME, has_keyword
from opshandover.redaction.values import Span, can_be_secret, code_at, span_at, words_at

_NAME = re.compile(NAME, re.IGNORECASE)
_BESIDE_A_NAME = re.compile(r"pass|key|pin|secret|密", re.IGNORECASE)
"""Headings that announce secrets only in a table that has a column of accounts."""
_COUNT = re.compile(r"fail|skip|total|失败|合计", re.IGNORECASE)
_SEPARATORS = ("|", "\t", ",", "｜", None)


def find_in_tables(text: str) -> Iterator[Span]:
    """Yield the spans of values below a heading; columns are separated by bars, tabs, commas or spaces."""
    lines = text.splitlines(keepends=True)
    if len(lines) < 2 or not has_keyword(text):
        return
    columns: dict[str | None, tuple[int, tuple[int, ...]]] = {}
    start = 0
    for line in lines:
        for by in _SEPARATORS:
            cells = _cells(line, by)
            width, headed = columns.get(by, (0, ()))
            if width == len(cells) > 1:
                for column in headed:
                    at, stop = (start + edge for edge in cells[column])
                    if span := _in_cell(text, at, stop, strict=by is None):
                        yield span
            else:
                columns.pop(by, None)
            if found := _headed(line, cells):
                columns[by] = len(cells), found
        start += len(line)


def _headed(line: str, cells: tuple[Span, ...]) -> tuple[int, ...]:
    if len(cells) < 2:
        return ()
    short = ((i, a, b) for i, (a, b) in enumerate(cells) if b - a <= 40)
    heads = tuple((i, line[a:b].strip("*` ")) for i, a, b in short)
    beside = any(_NAME.fullmatch(h) for _, h in heads) and not any(map(_COUNT.match, (h for _, h in heads)))
    return tuple(i for i, h in heads if HEADING.fullmatch(h) or (beside and _BESIDE_A_NAME.fullmatch(h)))


def _in_cell(text: str, at: int, stop: int, *, strict: bool) -> Span | None:
    if at >= stop:
        return None
    span = span_at(text, at)
    if span and can_be_secret(text, span, "open", explicit=not strict):
        return span
    if strict:
        return None
    found = code_at(text, at) or words_at(text, at, "open")
    return found if found and found[1] == stop else None


def _cells(line: str, by: str | None) -> tuple[Span, ...]:
    """Return the spans of the cells of a line, without the white space around them."""
    if by is None:
        return tuple(m.span() for m in re.finditer(r"\S+", line)) if len(line) < 400 else ()
    if by not in line:
        return ()
    edges = [-1, *(i for i, c in enumerate(line) if c == by), len(line)]
    return tuple(_stripped(line, a + 1, b) for a, b in pairwise(edges))


def _stripped(line: str, start: int, stop: int) -> Span:
    while start < stop and line[start].isspace():
        start += 1
    while stop > start and line[stop - 1].isspace():
        stop -= 1
    return start, stop
