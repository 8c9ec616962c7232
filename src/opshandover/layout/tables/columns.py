"""Tables: which fields of some records are compared side by side, and how wide they stand."""

from collections.abc import Mapping, Sequence
from itertools import chain

from opshandover.layout.tables.cells import aside_names, asides, content, details
from opshandover.layout.tables.compared import Compared
from opshandover.layout.tables.fitting import all_compact, all_name_rows
from opshandover.layout.words.labels import DETAILS
from opshandover.layout.words.metrics import Derived, derived_of
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
"""What the columns of a table may take together on a page, in Latin letters."""

_WIDEST = 22
"""From this width on, the text of a column is broken into lines."""

_WIDE, _SENTENCE, _LONGEST = 33, 30, 56
"""What is wider than the first is read rather than compared.

It needs the second as its room, and takes up to the third where others leave it.
"""

_WIDEST_WORDS = 12
"""The same for words in a column that is half empty."""

_NARROWEST = 6
_MARGINS = 3
"""What the space on both sides of a cell takes."""

_TELLING = (
    Kind.CHOICE,
    Kind.DATE,
    Kind.DATETIME,
    Kind.DECIMAL,
    Kind.INTEGER,
    Kind.RECORD,
    Kind.TEXT,
    Kind.PROSE,
)
"""Which kinds of values are worth a column of their own, the worthiest first."""

_WORDS = (Kind.TEXT, Kind.PROSE)
_NAME_SHARE, _DETAILS_SHARE = 26, 74
_NUMBERS = (Kind.INTEGER, Kind.DECIMAL)


def columns_of(fields: Sequence[Compared]) -> tuple[Compared, ...]:
    """Chooses what is compared: the main field, and the most telling of what is short throughout.

    A field that stays out is not lost: it is shown below the table, record by record.
    """
    if not fields:
        return ()
    records, lang = fields[0].records, fields[0].lang
    cls = type(records[0])
    able = [field for field in fields if _fits(field)]
    if any(field.is_main for field in able):
        able = [field for field in able if field.name not in aside_names(cls)]
    beside = _all_derived(records)
    room = _ROOM - sum(min(width(d.text[lang]), _WIDEST) for d in beside)
    most = min(MOST_COLUMNS, MOST_COLUMNS + 1 - len(beside))
    chosen: set[str] = set()
    for field in sorted(able, key=_rank):
        needed = _share(field)
        if len(chosen) < most and needed <= room:
            chosen.add(field.name)
            room -= needed
    columns = [field for field in able if field.name in chosen]
    return tuple(sorted(columns, key=lambda column: not column.is_main))


def _fits(column: Compared) -> bool:
    """Says whether a field can be a column: short throughout, and if not quite, not half empty."""
    if column.is_main:
        return column.all(all_name_rows)
    if not column.all(all_compact):
        return False
    most = _WIDEST_WORDS if column.field.kind in _WORDS else _WIDEST
    return 2 * column.said > len(column.records) or _room(column) <= most


def _rank(column: Compared) -> tuple[int, ...]:
    """Puts the main field first, then what is narrow, common, needed and easy to compare."""
    field = column.field
    sparse = 3 * column.count < len(column.records)
    kind = _TELLING.index(field.kind) if field.kind in _TELLING else len(_TELLING)
    must = field.kind is Kind.TEXT and field.spec.need is Need.REQUIRED
    wide = _room(column) > _WIDE and not must
    return (not column.is_main, wide, sparse, -field.spec.need.value, kind, -column.count)


def _share(column: Compared) -> int:
    """Gives the room that a column gets; a sentence needs more than a name, or it stands tall."""
    room = _room(column)
    return _SENTENCE if room > _WIDE else min(room, _WIDEST)


def _room(column: Compared) -> int:
    return max(column.room, _NARROWEST)


def table_of(columns: Sequence[Compared], path: str) -> Table:
    """Makes a table with one row for each record; what is derived has columns of its own."""
    records, lang = columns[0].records, columns[0].lang
    places = [f"{path}[{i}]" for i in range(len(records))]
    plan = [(column.name, _head(column), _cells(column, places)) for column in columns]
    for derived in _all_derived(records):
        names = [name for name, _, _ in plan]
        at = names.index(derived.after) + 1 if derived.after in names else len(plan)
        texts = [_derived(record, derived.label, lang) for record in records]
        head = Column(
            label=derived.label[lang],
            align=plan[at - 1][1].align,
            share=_given_share(greatest_width(texts)),
        )
        plan.insert(at, (plan[at - 1][0], head, list(map(text_cell, texts))))
    rows = zip(*(cells for _, _, cells in plan), strict=True)
    return Table(
        columns=tuple(head for _, head, _ in plan),
        rows=tuple([Row(cells, at) for cells, at in zip(rows, places, strict=True)]),
        path=path,
        role=_role(records),
    )


def _all_derived(records: Sequence[Record]) -> tuple[Derived, ...]:
    """Gives one of each sort of what is derived from any of the records."""
    return tuple({d.label: d for d in chain.from_iterable(map(derived_of, records))}.values())


def _derived(record: Record, label: Text, lang: Lang) -> str:
    return next((d.text[lang] for d in derived_of(record) if d.label == label), "")


def _head(column: Compared) -> Column:
    is_number = column.field.kind in _NUMBERS or column.field.type is Money
    return Column(
        label=column.field.label[column.lang],
        align=Align.END if is_number else Align.START,
        share=_given_share(_room(column)),
    )


def _given_share(room: int) -> int:
    return min(room, _LONGEST if room > _WIDE else _WIDEST) + _MARGINS


def _cells(column: Compared, places: Sequence[str]) -> list[Cell]:
    """Gives the cells of a column; below a record's name stands what ties it to others."""
    cells = column.cells(places)
    names = aside_names(type(column.records[0])) if column.is_main else ()
    if not any(getattr(record, name) for name in names for record in column.records):
        return cells
    rows = zip(column.records, cells, places, strict=True)
    return [_with_asides(column, record, cell, place) for record, cell, place in rows]


def _with_asides(column: Compared, record: Record, cell: Cell, path: str) -> Cell:
    below = asides(record, path, column.lang)
    if not below:
        return cell
    own = cell.blocks
    if own and cell.path != path and cell.role is not Role.PLACEHOLDER:
        own = content(column.field, getattr(record, column.name), cell.path, column.lang)
    return Cell(blocks=own + below, path=path)


def in_columns(cls: type[Record], columns: Sequence[Compared]) -> frozenset[str]:
    """Names the fields that a table with some columns shows."""
    names = {column.name for column in columns}
    return frozenset(names.union(aside_names(cls) if cls.main in names else ()))


def left_over(fields: Sequence[Compared], columns: Sequence[Compared]) -> Mapping[int, list[Compared]]:
    """Gives the fields that the columns do not show, by the number of the record they are of."""
    if not fields:
        return {}
    names = in_columns(type(fields[0].records[0]), columns)
    rest = [field for field in fields if field.name not in names]
    if not rest:
        return {}
    numbers = range(len(fields[0].records))
    return {i: left for i in numbers if (left := [field for field in rest if field.is_said(i)])}


def described(main: Compared, path: str) -> Table:
    """Makes a table of what is read rather than compared: the title, and beside it all else."""
    records, lang = main.records, main.lang
    places = [f"{path}[{i}]" for i in range(len(records))]
    without = in_columns(type(records[0]), (main,))
    rows: list[Row] = []
    for record, name, place in zip(records, _cells(main, places), places, strict=True):
        rest = details(record, place, lang, without=without, derived=True, asking=main.asking)
        rows.append(Row(cells=(name, Cell(blocks=rest, path=place)), path=place))
    columns = (
        Column(label=main.field.label[lang], share=_NAME_SHARE),
        Column(label=DETAILS[lang], share=_DETAILS_SHARE),
    )
    return Table(columns=columns, rows=tuple(rows), path=path, role=_role(records))


def _role(records: Sequence[Record]) -> Role:
    return Role.RISK if isinstance(records[0], Risk) else Role.NONE
