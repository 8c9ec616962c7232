"""Tables: which fields of some records become columns, and how wide the columns are."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from opshandover.document.paths import child_path
from opshandover.layout.tables.cells import aside_names, asides, details, value_blocks
from opshandover.layout.tables.compared import ComparedField
from opshandover.layout.tables.fitting import are_all_compact, can_all_name_rows
from opshandover.layout.words.labels import DETAILS
from opshandover.layout.words.metrics import Derived, derived_of
from opshandover.layout.words.order import shown_order
from opshandover.layout.words.short import text_cell
from opshandover.model.base import Money, Record
from opshandover.model.fields import Kind
from opshandover.model.risks import Risk
from opshandover.pages.blocks import Align, Cell, Column, Role, Row, Table
from opshandover.plain_text import greatest_width, width
from opshandover.spec import Need
from opshandover.text import Lang, Text

MOST_COLUMNS = 7
_ROOM = 96
"""The display width of all columns of a table on a page."""

_WIDEST = 22
"""The text of a wider column is broken into lines."""

_WIDE, _SENTENCE, _LONGEST = 33, 30, 56
"""A column wider than the first is read rather than compared.

It requires the second as its width, and takes up to the third where other columns leave room.
"""

_DETAILS_ROOM = 42
"""What other columns leave to a last column with details, which would be tall and thin otherwise."""

_WIDEST_WORDS = 12
"""The maximum width of text in a column that is at least half empty."""

_NARROWEST = 6
_MARGINS = 3
"""The width of the padding on both sides of a cell."""

_TELLING = (
    Kind.CHOICE,
    Kind.DATE,
    Kind.DATETIME,
    Kind.WHEN,
    Kind.DECIMAL,
    Kind.INTEGER,
    Kind.RECORD,
    Kind.TEXT,
    Kind.PROSE,
)
"""The kinds of values that are worth a column of their own, the most informative first."""

_WORDS = (Kind.TEXT, Kind.PROSE)
_NAME_SHARE, _DETAILS_SHARE = 26, 74
_NUMBERS = (Kind.INTEGER, Kind.DECIMAL)


def columns_of(fields: Sequence[ComparedField], *, beside_details: bool = False) -> tuple[ComparedField, ...]:
    """Choose the columns: the main field, and the most informative of the fields with short values.

    A field that gets no column is not lost: it is shown record by record, below the table or, with
    `beside_details`, in a last column for which room is left.
    """
    if not fields:
        return ()
    records, lang = fields[0].records, fields[0].lang
    cls = type(records[0])
    able = [field for field in fields if _can_be_column(field)]
    if any(field.is_main for field in able):
        able = [field for field in able if field.name not in aside_names(cls)]
    beside = _all_derived(records)
    room = _ROOM - sum(min(width(d.text[lang]), _WIDEST) for d in beside) - beside_details * _DETAILS_ROOM
    most = min(MOST_COLUMNS, MOST_COLUMNS + 1 - len(beside)) - beside_details
    chosen: set[str] = set()
    for field in sorted(able, key=lambda field: (beside_details and _is_better_read(field), *_rank(field))):
        needed = _share(field)
        if len(chosen) < most and needed <= room:
            chosen.add(field.name)
            room -= needed
    columns = [field for field in able if field.name in chosen]
    return tuple(sorted(columns, key=lambda column: not column.is_main))


def _can_be_column(column: ComparedField) -> bool:
    """Whether a field can be a column: all values short, or nearly so in a column that is mostly filled."""
    if column.is_main:
        return column.all(can_all_name_rows)
    if not column.all(are_all_compact):
        return False
    most = _WIDEST_WORDS if column.field.kind in _WORDS else _WIDEST
    return 2 * column.shown_count > len(column.records) or _room(column) <= most


def _is_better_read(column: ComparedField) -> bool:
    """Whether a field stands as well among the details: text that is read, and what few records have."""
    return not column.is_main and (column.field.kind in _WORDS or 2 * column.count <= len(column.records))


def _rank(column: ComparedField) -> tuple[int, ...]:
    """Return the sort key: the main field first, then narrow, common, required and comparable ones."""
    field = column.field
    sparse = 3 * column.count < len(column.records)
    kind = _TELLING.index(field.kind) if field.kind in _TELLING else len(_TELLING)
    must = field.kind is Kind.TEXT and field.spec.need is Need.REQUIRED
    wide = _room(column) > _WIDE and not must
    return (not column.is_main, wide, sparse, -field.spec.need.value, kind, -column.count)


def _share(column: ComparedField) -> int:
    """Return the width that a column gets; a sentence gets more than a name, to take fewer lines."""
    room = _room(column)
    return _SENTENCE if room > _WIDE else min(room, _WIDEST)


def _room(column: ComparedField) -> int:
    return max(column.room, _NARROWEST)


def comparison_table(
    columns: Sequence[ComparedField], path: str, last: tuple[Column, Sequence[Cell]] | None = None
) -> Table:
    """Build a table with one row for each record; derived texts have columns of their own.

    `last` is a further column with its cells.
    """
    records, lang = columns[0].records, columns[0].lang
    places = [child_path(path, i) for i in range(len(records))]
    plan = [(column.name, _head(column), _cells(column, places)) for column in columns]
    for derived in _all_derived(records):
        names = [name for name, _, _ in plan]
        at = names.index(derived.after) + 1 if derived.after in names else len(plan)
        texts = [_derived(record, derived.label, lang) for record in records]
        head = Column(label=derived.label[lang], align=plan[at - 1][1].align, share=given_share(greatest_width(texts)))
        plan.insert(at, (plan[at - 1][0], head, list(map(text_cell, texts))))
    if last:
        plan.append(("", last[0], list(last[1])))
    rows = zip(*(cells for _, _, cells in plan), strict=True)
    return Table(
        columns=tuple(head for _, head, _ in plan),
        rows=tuple([Row(cells, at) for cells, at in zip(rows, places, strict=True)]),
        path=path,
        role=_role(records),
    )


def _all_derived(records: Sequence[Record]) -> tuple[Derived, ...]:
    """Return one derived text of each label that any of the records has."""
    return tuple({d.label: d for d in chain.from_iterable(map(derived_of, records))}.values())


def _derived(record: Record, label: Text, lang: Lang) -> str:
    return next((d.text[lang] for d in derived_of(record) if d.label == label), "")


def _head(column: ComparedField) -> Column:
    is_number = column.field.kind in _NUMBERS or column.field.type is Money
    return Column(
        label=column.field.label[column.lang],
        align=Align.END if is_number else Align.START,
        share=given_share(_room(column)),
    )


def given_share(room: int) -> int:
    """Return the share of a column whose widest text has a width."""
    return min(room, _LONGEST if room > _WIDE else _WIDEST) + _MARGINS


def _cells(column: ComparedField, places: Sequence[str]) -> list[Cell]:
    """Return the cells of a column; below a record's name are its references to other documents."""
    cells = column.cells(places)
    names = aside_names(type(column.records[0])) if column.is_main else ()
    if not any(getattr(record, name) for name in names for record in column.records):
        return cells
    rows = zip(column.records, cells, places, strict=True)
    return [_with_asides(column, record, cell, place) for record, cell, place in rows]


def _with_asides(column: ComparedField, record: Record, cell: Cell, path: str) -> Cell:
    below = asides(record, path, column.lang)
    if not below:
        return cell
    own = cell.blocks
    if own and cell.path != path and cell.role is not Role.PLACEHOLDER:
        own = value_blocks(column.field, getattr(record, column.name), cell.path, column.lang)
    return Cell(blocks=own + below, path=path)


def names_in_columns(cls: type[Record], columns: Sequence[ComparedField]) -> frozenset[str]:
    """Return the names of the fields that a table with some columns shows."""
    names = {column.name for column in columns}
    return frozenset(names.union(aside_names(cls) if cls.main in names else ()))


def remaining_fields(
    fields: Sequence[ComparedField], columns: Sequence[ComparedField]
) -> Mapping[int, list[ComparedField]]:
    """Return the fields that the columns do not show, by the index of their record."""
    if not fields:
        return {}
    cls = type(fields[0].records[0])
    asides = aside_names(cls) if any(column.is_main for column in columns) else ()
    rest = [field for field in fields if field not in columns and field.name not in asides]
    if not rest:
        return {}
    numbers = range(len(fields[0].records))
    return {i: left for i in numbers if (left := [field for field in rest if field.is_shown(i)])}


def description_table(main: ComparedField, path: str, without: Iterable[str] = ()) -> Table:
    """Build a table of what is read rather than compared: the title, and all else but `without` next to it."""
    records, lang = main.records, main.lang
    places = [child_path(path, i) for i in range(len(records))]
    without = names_in_columns(type(records[0]), (main,)).union(without)
    rows: list[Row] = []
    cells = _cells(main, places)
    for i in shown_order(records):
        record, name, place = records[i], cells[i], places[i]
        rest = details(record, place, lang, without=without, derived=True, fill_in=main.fill_in)
        rows.append(Row(cells=(name, Cell(blocks=rest, path=place)), path=place))
    columns = (
        Column(label=main.field.label[lang], share=_NAME_SHARE),
        Column(label=DETAILS[lang], share=_DETAILS_SHARE),
    )
    return Table(columns=columns, rows=tuple(rows), path=path, role=_role(records))


def _role(records: Sequence[Record]) -> Role:
    return Role.RISK if isinstance(records[0], Risk) else Role.NONE
