"""Rows of tables and labels of forms: which is which, which are new, gone, moved or copied."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import define, field

from opshandover.continuity.ledger import Fate, Found
from opshandover.document.paths import Path
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.pages.blocks import Block, Cell, Column, Fact, Facts, Paragraph, Row, Table
from opshandover.reading.returned.account import leaves
from opshandover.reading.returned.aligning import Pairs, aligned
from opshandover.reading.returned.lines import Line, lines_of, shown_text
from opshandover.reading.returned.targets import Target, target_of
from opshandover.reading.returned.typed import labelled_field, labelled_fields
from opshandover.reading.returned.units import last_index
from opshandover.remarks import RemarkKind
from opshandover.text import message

if TYPE_CHECKING:
    from opshandover.reading.returned.comparing import Comparison

_ID = "id"
Columns = Mapping[int, int]
"""For each column that was expected, where it stands now."""


def compare_tables(comparison: "Comparison", table: Table, other: Table, path: str) -> None:
    """Compare two tables, and note edits of the list that the rows are items of."""
    columns = _columns(table.columns, other.columns)
    pairs = aligned(table.rows, other.rows, path=_row_path, kind=lambda _: "", text=_row_text)
    for row, there in pairs:
        if row is None:
            continue
        if there is None:
            _remove(comparison, row, path)
        else:
            _compare_rows(comparison, row, there, columns, path)
    _order(comparison, pairs, table, columns)


def _columns(first: Sequence[Column], second: Sequence[Column]) -> Columns:
    """Find the columns by their heads; with as many as before by their order, where a head was changed."""
    found: dict[int, int] = {}
    labels = [column.label.strip() for column in second]
    for n, column in enumerate(first):
        same = [m for m, label in enumerate(labels) if label == column.label.strip() and m not in found.values()]
        if same:
            found[n] = same[0]
    if len(first) == len(second):
        rest = [n for n in range(len(first)) if n not in found]
        free = [m for m in range(len(second)) if m not in found.values()]
        found.update(zip(rest, free, strict=True))
    return found


def _compare_rows(comparison: "Comparison", row: Row, there: Row, columns: Columns, path: str) -> None:
    way = Found.BOOKMARK if there.path else Found.GRID
    for n, cell in enumerate(row.cells):
        other = there.cells[columns[n]] if n in columns else Cell(())
        comparison.cell(cell, other, cell.path or row.path or path, way)
    for m, other in enumerate(there.cells):
        if m not in columns.values():
            for leaf in leaves(other.blocks):
                comparison.leave(leaf)


def _remove(comparison: "Comparison", row: Row, path: str) -> None:
    for cell in row.cells:
        for leaf in leaves(cell.blocks, cell.path or row.path or path, derived=cell.derived):
            comparison.missing(leaf, Found.GRID)
    comparison.remove(row.path)


def _order(comparison: "Comparison", pairs: Pairs[Row], table: Table, columns: Columns) -> None:
    """Note in which order the items stand now, and which are new."""
    items = {id(row): item for row in table.rows if (item := last_index(row.path))}
    lists = {item[0] for item in items.values()}
    if len(lists) != 1:
        for row, there in pairs:
            if row is None and there is not None:
                _leave(comparison, there)
        return
    (of,) = lists
    now = [item[1] for row, there in pairs if there and (item := items.get(id(row)))]
    left = set(now)
    edit = comparison.edits.lists[of] if now != [n for _, n in items.values() if n in left] else None
    if edit is not None:
        edit.order = now
    last = -1
    for row, there in pairs:
        item = items.get(id(row))
        if item:
            last = item[1]
        elif row is None and there is not None and (record := _record(comparison, of, there, table, columns)):
            comparison.edits.lists[of].added.append((last, record))


def _record(comparison: "Comparison", of: str, row: Row, table: Table, columns: Columns) -> Record | None:
    """Make an item of a new row: each cell is the value of its column."""
    target = target_of(comparison.document, of)
    if target is None or not issubclass(target.field.type, Record):
        _leave(comparison, row)
        return None
    made = _NewItem(comparison, target.field.type, of)
    for n, m in columns.items():
        field = _field_of(made.cls, table, n)
        if field is None:
            made.details(row.cells[m])
        elif any(leaves(row.cells[m].blocks)):
            made.take(field, row.cells[m])
    _leave(comparison, row)
    return made.record()


@define
class _NewItem:
    """An item that is made of the cells of a new row."""

    comparison: "Comparison"
    cls: Any
    of: str
    """The path of its list."""
    values: dict[str, Any] = field(factory=dict[str, Any], init=False)

    def record(self) -> Record | None:
        """Return the item, if anything is known of it."""
        self._drop_id()
        made: Record | None = self.cls(**self.values) if self.values else None
        return made

    def take(self, field: Field, cell: Cell) -> None:
        """Take the content of a cell for the value of a field; small print below a title is labelled or the id."""
        lines = lines_of(cell.blocks)
        if field.name != self.cls.main or field.kind is Kind.PROSE:
            self._put(field, lines, cell.blocks, Found.GRID)
            return
        self._put(field, lines[:1], (lines[0].block,), Found.GRID)
        for line in lines[1:]:
            known = field_map(self.cls).get(_ID)
            said = labelled_field(self.cls, line.runs)
            if said:
                self._put(said[0], [line], (Paragraph(said[1]),), Found.LABEL)
            elif known and " " not in line.text.strip():
                self._put(known, [line], (line.block,), Found.GRID)

    def details(self, cell: Cell) -> None:
        """Take lines that begin with the label of a field for its value."""
        for line in leaves(cell.blocks):
            for said, runs in labelled_fields(self.cls, line.runs):
                self._put(said, [line], (Paragraph(runs),), Found.LABEL)

    def _put(self, field: Field, lines: Sequence[Line], blocks: Sequence[Block], way: Found) -> None:
        if field.name in self.values:
            return
        try:
            self.values[field.name] = self.comparison.value(Target(owner=self.cls, field=field, single=False), blocks)
        except ValueError:
            return
        for line in lines:
            self.comparison.account.enter(line, Fate.NEW, self.of, way)

    def _drop_id(self) -> None:
        """Drop the id of a copied row: it belongs to the item that was copied."""
        known = {getattr(each, _ID, "") for each in Path.parse(self.of).get(self.comparison.document)}
        if self.values.get(_ID) in known and (copied := self.values.pop(_ID, "")):
            said = message(
                "复制出的新行与原行编号相同（{id}），新项不带编号，请另编",
                "a copied row has the id of the first ({id}); the new item has none, please give it one",
                id=copied,
            )
            self.comparison.account.remark(RemarkKind.ASKED, said, path=self.of)


def _field_of(cls: type[Record], table: Table, n: int) -> Field | None:
    """The field that a column shows: said by the paths of its cells, else by its head."""
    for row in table.rows:
        cell = row.cells[n]
        if cell.path and row.path and cell.path.startswith(f"{row.path}."):
            name = cell.path[len(row.path) + 1 :]
            if name in field_map(cls):
                return field_map(cls)[name]
    label = table.columns[n].label.strip()
    return next((f for f in field_map(cls).values() if label in (f.label.zh, f.label.en)), None)


def _leave(comparison: "Comparison", row: Row) -> None:
    for cell in row.cells:
        for leaf in leaves(cell.blocks):
            comparison.leave(leaf)


def compare_facts(comparison: "Comparison", facts: Facts, other: Facts, path: str) -> None:
    """Compare labels and contents."""
    for fact, there in aligned(facts.items, other.items, path=_fact_path, kind=lambda _: "", text=_fact_text):
        if fact is not None:
            way = Found.BOOKMARK if there and there.cell.path else Found.GRID
            place = fact.cell.path or path
            cell = there.cell if there else Cell(())
            comparison.cell(fact.cell, cell, place, way)
        elif there is not None:
            _new_fact(comparison, there, path)


def _new_fact(comparison: "Comparison", fact: Fact, path: str) -> None:
    """Take a new line of a form for the value of the field that its label names."""
    target = target_of(comparison.document, path) if path else None
    cls: Any = target.field.type if target and target.is_record else type(comparison.document) if not path else None
    label = fact.label.strip().rstrip("：:")
    field = next((f for f in field_map(cls).values() if label in (f.label.zh, f.label.en)), None) if cls else None
    lines = list(leaves(fact.cell.blocks))
    if field is None or not lines:
        for line in lines:
            comparison.leave(line)
        return
    place = f"{path}.{field.name}" if path else field.name
    try:
        value = comparison.value(Target(owner=cls, field=field, single=False), fact.cell.blocks)
    except ValueError:
        for line in lines:
            comparison.leave(line)
        return
    comparison.edits.put(place, value)
    for line in lines:
        comparison.account.enter(line, Fate.NEW, place, Found.LABEL)


def _row_path(row: Row) -> str:
    return row.path


def _row_text(row: Row) -> str:
    return "\n".join(shown_text(block).strip() for cell in row.cells for block in cell.blocks)


def _fact_path(fact: Fact) -> str:
    return fact.cell.path


def _fact_text(fact: Fact) -> str:
    return "\n".join([fact.label, *(shown_text(block).strip() for block in fact.cell.blocks)])
