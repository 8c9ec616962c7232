"""Tables and lists of terms in HTML."""

from collections.abc import Callable, Iterator, Sequence

from opshandover.importers.html.tree import Element, classes_of, name_of
from opshandover.limits import MOST_VALUES
from opshandover.pages.blocks import Align, Block, Cell, Column, Role, Row, Table

Inside = Callable[[Element, str], tuple[Block, ...]]
"""The blocks in an element below a path."""

MOST_SPANNED = 100
"""The number of rows or columns over which one cell may reach; more is a mistake or an attack."""
_ROLES = {role.value: role for role in Role}
_LEVELS = {f"heading-{level}": level for level in range(1, 7)}
_ALIGNS = {align.value: align for align in Align} | {"right": Align.END}


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, without those of tables in it."""
    for child in table:
        match name_of(child):
            case "tr":
                yield child
            case "thead" | "tbody" | "tfoot":
                yield from (row for row in child if name_of(row) == "tr")
            case _:
                pass


def strays_of(around: Element) -> Iterator[Element | str]:
    """What stands in a table, but in none of its cells: browsers show it above the table."""
    yield around.text or ""
    for child in around:
        match name_of(child):
            case "tr" | "thead" | "tbody" | "tfoot":
                yield from strays_of(child)
            case "td" | "th" | "caption" | "col" | "colgroup" | "":
                pass
            case _:
                yield child
        yield child.tail or ""


def grid_of(table: Element) -> tuple[list[Element], list[list[Element | None]]]:
    """The rows of a table and their cells, of which one that reaches over several rows stands in each of them.

    One that reaches over several columns stands in the first.
    """
    rows = list(rows_of(table))
    grid: list[list[Element | None]] = []
    room = MOST_VALUES
    hanging: dict[int, tuple[int, Element | None]] = {}
    for row in rows:
        line: list[Element | None] = []

        def hang(line: list[Element | None] = line) -> None:
            while (held := hanging.get(len(line))) and held[0] > 0:
                hanging[len(line)] = (held[0] - 1, held[1])
                line.append(held[1])

        for cell in row:
            if name_of(cell) not in ("td", "th"):
                continue
            hang()
            down, across = (_span(cell, name) if room > 0 else 1 for name in ("rowspan", "colspan"))
            room -= down * across
            for number in range(across):
                shown = cell if number == 0 else None
                if down > 1:
                    hanging[len(line)] = (down - 1, shown)
                line.append(shown)
        hang()
        grid.append(line)
    width = max(map(len, grid), default=0)
    return rows, [line + [None] * (width - len(line)) for line in grid]


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), MOST_SPANNED) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def heads(rows: Sequence[Element], grid: Sequence[Sequence[Element | None]]) -> int:
    """The number of rows that are the head of a table: those of its head, else of nothing but heads, else the first.

    A table in which each row begins with a head has none.
    """
    in_head = sum(name_of(parent) == "thead" for row in rows if (parent := row.getparent()) is not None)
    if in_head:
        return in_head
    count = 0
    for line in grid:
        if any(cell is not None and name_of(cell) != "th" for cell in line):
            break
        count += 1
    if count:
        return count
    begins = all(line and line[0] is not None and name_of(line[0]) == "th" for line in grid)
    return 0 if begins else 1


def table_of(table: Element, inside: Inside, text: Callable[[Element], str], line: int) -> Table | None:
    """A table; its head may have several rows, whose texts are joined."""
    rows, grid = grid_of(table)
    if not grid or not grid[0]:
        return None
    top = heads(rows, grid)
    columns = tuple(_column([row[at] for row in grid[:top]], text) for at in range(len(grid[0])))
    found = tuple(
        Row(
            tuple(_cell(cell, inside) for cell in cells),
            row.get("data-path") or "",
            line=line + (row.sourceline or 1) - 1 if line else 0,
        )
        for row, cells in zip(rows[top:], grid[top:], strict=True)
    )
    return Table(
        columns, found, table.get("data-path") or "", role_of(table), table.get("data-derived") == "true", line
    )


def _column(cells: Sequence[Element | None], text: Callable[[Element], str]) -> Column:
    shown = [cell for cell in dict.fromkeys(cells) if cell is not None]
    labels = [label for label in map(text, shown) if label.strip()]
    return Column(" / ".join(labels), next(map(align_of, shown), Align.START))


def _cell(cell: Element | None, inside: Inside) -> Cell:
    if cell is None:
        return Cell(())
    path = cell.get("data-path") or ""
    return Cell(inside(cell, path), path, role_of(cell), cell.get("data-derived") == "true")


def role_of(node: Element) -> Role:
    """The role that our own export names as a class."""
    return next((_ROLES[name] for name in classes_of(node) if name in _ROLES), Role.NONE)


def level_of(node: Element) -> int:
    """The level of a heading within a text, which our own export names as a class; 0 for anything else."""
    return next((_LEVELS[name] for name in classes_of(node) if name in _LEVELS), 0)


def align_of(cell: Element) -> Align:
    """The alignment of a column."""
    named = (*classes_of(cell), (cell.get("align") or "").lower())
    return next((_ALIGNS[name] for name in named if name in _ALIGNS), Align.START)
