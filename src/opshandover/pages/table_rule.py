"""Tables of Markdown: one token for a whole table, whose cells are parsed when it is read.

The rule of the library makes three tokens for each cell, and drops the cells beyond the last column.
"""

import re
from collections.abc import Iterator

from attrs import frozen
from markdown_it.rules_block import StateBlock, table

from opshandover.pages.blocks import Align

_BAR = re.compile(r"(?<!\\)\|")
_ALIGNS = {"::": Align.CENTER, "-:": Align.END}
_MOST_EMPTY = 1000
"""The number of cells that a table may lack beyond what its length explains."""


@frozen
class RawTable:
    """The texts of a table's cells; each row has as many as there are columns. `line` is that of the first row."""

    head: list[str]
    aligns: list[Align]
    rows: list[list[str]]
    line: int


def table_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a table; cells beyond the last column go into that column (a block rule of markdown-it).

    A few characters can ask for thousands of empty cells; such a table stays text.
    """
    if not table(state, start, end, True):
        return False
    head = cells_of(_line(state, start))
    columns = len(head)
    last = start
    while last < end and not state.isEmpty(last):
        last += 1
    if columns * (last - start) > 2 * (state.eMarks[last - 1] - state.bMarks[start]) + _MOST_EMPTY:
        return False
    if silent:
        return True
    parent, state.parentType = state.parentType, "table"
    rows = [_fitted(cells_of(line), columns) for line in _body(state, start + 2, end)]
    state.parentType = parent
    token = state.push("table", "table", 0)
    aligns = [_ALIGNS.get(rule[0] + rule[-1], Align.START) for rule in cells_of(_line(state, start + 1))]
    token.meta = {"table": RawTable(head, aligns, rows, start + 2)}
    token.map = [start, start + 2 + len(rows)]
    state.line = start + 2 + len(rows)
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip(" \t")


def _body(state: StateBlock, line: int, end: int) -> Iterator[str]:
    """Yield the lines of a table's body: it ends where a quotation would."""
    ends = state.md.block.ruler.getRules("blockquote")
    while line < end and state.sCount[line] >= state.blkIndent and not state.is_code_block(line):
        text = _line(state, line)
        if not text or (text[0] != "|" and any(rule(state, line, end, True) for rule in ends)):
            return
        yield text
        line += 1


def cells_of(line: str) -> list[str]:
    """The texts of the cells of a row, without the backslashes before bars that do not part them."""
    cells = [part.strip(" \t") for part in (_BAR.split(line) if "\\" in line else line.split("|"))]
    cells = cells[cells[0] == "" :]
    if cells and cells[-1] == "":
        cells.pop()
    return [cell.replace("\\|", "|") for cell in cells] if "\\" in line else cells


def _fitted(cells: list[str], columns: int) -> list[str]:
    if len(cells) == columns:
        return cells
    if len(cells) < columns:
        return cells + [""] * (columns - len(cells))
    more = [cell for cell in cells[columns:] if cell]
    return [*cells[: columns - 1], " | ".join((cells[columns - 1], *more))]
