"""Tables and facts: rows that are compared, and labels with their contents.

On a narrow screen the style sheet shows each row as a card, with the label of the column before each cell.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from opshandover.exporters.html.anchors import Anchors
from opshandover.html import NOTHING, Html, element, escaped, joined
from opshandover.pages.blocks import Align, Block, Cell, Column, Fact, Facts, Paragraph, Role, Row, Table, text_of
from opshandover.plain_text import width
from opshandover.text import Lang, Text

Inner = Callable[[Iterable[Block]], Html]

_SHORT = 16
"""A text of at most this width stays on one line, such as a date with a time."""
_ROOM, _SIDES = 112, 3
"""What fits side by side on a usual screen, and what a column needs besides its text, in Latin letters."""
_WIDE = 10
"""A table of more columns may be wider than the page, and is scrolled."""
_CARDS = 3
"""A table of fewer columns fits on a narrow screen as it is."""
_TABLE = Text("宽表格，可左右滚动", "Wide table, scrolls sideways")


@frozen
class TableWriter:
    """Writes tables; `inner` writes the blocks of a cell."""

    lang: Lang
    anchors: Anchors
    inner: Inner

    def table(self, table: Table) -> Html:
        """Return a table with its head, in a frame that is scrolled if the table is too wide."""
        columns = table.columns
        if not columns:
            return NOTHING
        marks = self.anchors.marks(table.path)
        wide = len(columns) > _WIDE
        names = [
            role_class(table.role),
            "wide" if wide else "",
            "dense" if _is_dense(table) else "",
            "cards" if len(columns) >= _CARDS else "",
        ]
        head = element("thead", element("tr", *map(_head, columns)))
        body = element("tbody", joined(map(self._rows(columns), table.rows), "\n"))
        frame = {"tabindex": "0", "role": "region", "aria_label": _TABLE[self.lang]} if wide else {}
        return element(
            "div",
            marks.before,
            element(
                "table",
                head,
                body,
                class_=" ".join(filter(None, names)),
                id=marks.id,
                data_path=table.path,
                data_derived="true" if table.derived else "",
            ),
            class_="frame",
            **frame,
        )

    def _rows(self, columns: Sequence[Column]) -> Callable[[Row], Html]:
        labels = [column.label for column in columns]
        aligned = [_align(column) for column in columns]
        heads_rows = not columns[0].label.strip()

        def row_html(row: Row) -> Html:
            marks = self.anchors.marks(row.path)
            cells = joined(
                self._cell(cell, label, align, marks.before if at == 0 else NOTHING, is_head=heads_rows and at == 0)
                for at, (cell, label, align) in enumerate(zip(row.cells, labels, aligned, strict=False))
            )
            return element("tr", cells, id=marks.id, data_path=row.path)

        return row_html

    def _cell(self, cell: Cell, label: str, align: str, before: Html, *, is_head: bool) -> Html:
        marks = self.anchors.marks(cell.path)
        content = joined((before, marks.before, self.inner(cell.blocks)))
        names = (align, role_class(cell.role), "short" if 0 < _width(cell) <= _SHORT else "")
        is_head = is_head and bool(content)
        return element(
            "th" if is_head else "td",
            content,
            scope="row" if is_head else "",
            class_=" ".join(filter(None, names)),
            id=marks.id,
            data_label=label,
            data_path=cell.path,
            data_derived="true" if cell.derived else "",
        )

    def facts(self, facts: Facts) -> Html:
        """Return labels and contents: as a form if several are side by side, else one below the other."""
        if not facts.items:
            return NOTHING
        form = facts.role is Role.METADATA and facts.across > 1
        marks = self.anchors.marks(facts.path)
        return element(
            "dl",
            *self._facts(facts),
            class_=f"{'form' if form else 'facts'} {role_class(facts.role)}".strip(),
            id=marks.id,
            data_path=facts.path,
            data_derived="true" if facts.derived else "",
        )

    def _facts(self, facts: Facts) -> Iterator[Html]:
        for fact, brief, paired in _brief(facts):
            marks = self.anchors.marks(fact.cell.path)
            content = joined((marks.before, self.inner(fact.cell.blocks)))
            cell = fact.cell
            yield element(
                "div",
                element("dt", escaped(fact.label)),
                element(
                    "dd",
                    content,
                    class_=role_class(cell.role),
                    data_path=cell.path,
                    data_derived="true" if cell.derived else "",
                ),
                id=marks.id,
                class_=" ".join(name for name, holds in (("brief", brief), ("pair", paired)) if holds),
            )


def _brief(facts: Facts) -> Iterator[tuple[Fact, bool, bool]]:
    """Yield each fact, whether it is one short line, and whether it shares a row with one before or after it."""
    brief = [_width(fact.cell) <= _SHORT and width(fact.label) <= _SHORT for fact in facts.items]
    paired: list[bool] = []
    for at, short in enumerate(brief):
        second = bool(paired) and paired[-1] and paired.count(True) % 2 == 1
        paired.append(short and (second or any(brief[at + 1 : at + 2])))
    return zip(facts.items, brief, paired, strict=True)


def role_class(role: Role) -> str:
    """Return the class of what plays a part."""
    return "" if role is Role.NONE else role.value


def _head(column: Column) -> Html:
    if not column.label.strip():
        return element("td", class_=_align(column))
    return element("th", escaped(column.label), scope="col", class_=_align(column))


def _align(column: Column) -> str:
    return "" if column.align is Align.START else column.align.value


def _is_dense(table: Table) -> bool:
    """Whether the short texts of a table need more room side by side than there is."""
    needed = (
        max([width(column.label), *(w for row in table.rows if (w := _width(row.cells[at])) <= _SHORT)])
        for at, column in enumerate(table.columns)
    )
    return sum(min(each, _SHORT) + _SIDES for each in needed) > _ROOM


def _width(cell: Cell) -> int:
    """Return the width of a cell of one line; that of any other is greater than a short one."""
    match cell.blocks:
        case ():
            return 0
        case (Paragraph(runs=runs),) if not any(run.image for run in runs) and "\n" not in (text := text_of(runs)):
            return width(text)
        case _:
            return _SHORT + 1
