"""Tables: which fields of some records are compared side by side, and how wide they stand."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from opshandover.blocks import Align, Cell, Column, Paragraph, Role, Row, Run, Table, text_of
from opshandover.layout.atoms import width
from opshandover.layout.cells import aside_names, asides, cell_of, details
from opshandover.layout.fit import compact, names_a_row
from opshandover.layout.metrics import Derived, derived_of
from opshandover.layout.together import hidden
from opshandover.layout.values import filled, shown, told
from opshandover.layout.wording import DETAILS
from opshandover.model.base import Money, Record
from opshandover.model.fields import Field, Kind, fields_of
from opshandover.model.risks import Risk
from opshandover.spec import Need
from opshandover.text import Lang

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


def columns_of(records: Sequence[Record], lang: Lang) -> tuple[Field, ...]:
    """Chooses what is compared: the main field, and the most telling of what is short throughout.

    A field that stays out is not lost: it is shown below the table, record by record.
    """
    cls = type(records[0])
    fields = [field for field in fields_of(cls) if _fits(cls, field, records, lang)]
    if cls.main in {field.name for field in fields}:
        fields = [field for field in fields if field.name not in aside_names(cls)]
    fields.sort(key=lambda field: _rank(cls, field, records, lang))
    chosen: list[Field] = []
    beside = _all_derived(records)
    room = _ROOM - sum(min(width(d.text[lang]), _WIDEST) for d in beside)
    most = min(MOST_COLUMNS, MOST_COLUMNS + 1 - len(beside))
    for field in fields:
        needed = _share(field, records, lang)
        if len(chosen) < most and needed <= room:
            chosen.append(field)
            room -= needed
    order = fields_of(cls)
    return tuple(sorted(chosen, key=lambda field: (field.name != cls.main, order.index(field))))


def _values(field: Field, records: Sequence[Record]) -> list[Any]:
    return [getattr(record, field.name) for record in _holding(field, records)]


def _holding(field: Field, records: Sequence[Record]) -> list[Record]:
    """Gives the records of which a field is to be shown in a place of its own."""
    return [
        record
        for record in records
        if filled(field, getattr(record, field.name)) and field.name not in hidden(record)
    ]


def _fits(cls: type[Record], field: Field, records: Sequence[Record], lang: Lang) -> bool:
    """Says whether a field can be a column: short throughout, and if not quite, not half empty."""
    values = _values(field, records)
    if field.name == cls.main:
        return bool(values) and all(names_a_row(field, value, lang) for value in values)
    most = _WIDEST_WORDS if field.kind in _WORDS else _WIDEST
    if 2 * len(values) <= len(records) and _room(field, records, lang) > most:
        return False
    return bool(values) and all(compact(field, value, lang) for value in values)


def _rank(
    cls: type[Record], field: Field, records: Sequence[Record], lang: Lang
) -> tuple[int, ...]:
    """Puts the main field first, then what is narrow, common, needed and easy to compare."""
    count = len(_values(field, records))
    sparse = 3 * count < len(records)
    kind = _TELLING.index(field.kind) if field.kind in _TELLING else len(_TELLING)
    must = field.kind is Kind.TEXT and field.spec.need is Need.REQUIRED
    wide = _room(field, records, lang) > _WIDE and not must
    return (field.name != cls.main, wide, sparse, -field.spec.need.value, kind, -count)


def _share(field: Field, records: Sequence[Record], lang: Lang) -> int:
    """Gives the room that a column gets; a sentence needs more than a name, or it stands tall."""
    room = _room(field, records, lang)
    return _SENTENCE if room > _WIDE else min(room, _WIDEST)


def _room(field: Field, records: Sequence[Record], lang: Lang) -> int:
    texts = (text_of(told(record, field, lang)) for record in _holding(field, records))
    return max(width(field.label[lang]), *map(width, texts), _NARROWEST)


def table_of(records: Sequence[Record], columns: Sequence[Field], path: str, lang: Lang) -> Table:
    """Makes a table with one row for each record; what is derived has columns of its own."""
    plan = [_Plan(field=field) for field in columns]
    for derived in _all_derived(records):
        names = [column.field.name for column in plan]
        at = names.index(derived.after) + 1 if derived.after in names else len(plan)
        plan.insert(at, _Plan(field=plan[at - 1].field, derived=derived.label[lang]))
    rows = (
        Row(
            cells=tuple(column.cell(record, f"{path}[{i}]", lang) for column in plan),
            path=f"{path}[{i}]",
        )
        for i, record in enumerate(records)
    )
    return Table(
        columns=tuple(column.head(records, lang) for column in plan),
        rows=tuple(rows),
        path=path,
        role=_role(records),
    )


def _all_derived(records: Sequence[Record]) -> tuple[Derived, ...]:
    """Gives one of each sort of what is derived from any of the records."""
    return tuple({d.label: d for record in records for d in derived_of(record)}.values())


@frozen(kw_only=True)
class _Plan:
    """What one column shows: a field, or beside the field what is derived under that label."""

    field: Field
    derived: str = ""

    def head(self, records: Sequence[Record], lang: Lang) -> Column:
        is_number = self.field.kind in _NUMBERS or self.field.type is Money
        texts = [self._derived(record, lang) for record in records] if self.derived else []
        room = max(map(width, texts)) if texts else _room(self.field, records, lang)
        return Column(
            label=self.derived or self.field.label[lang],
            align=Align.END if is_number else Align.START,
            share=min(room, _LONGEST if room > _WIDE else _WIDEST) + _MARGINS,
        )

    def _derived(self, record: Record, lang: Lang) -> str:
        found = (d.text[lang] for d in derived_of(record) if d.label[lang] == self.derived)
        return next(found, "")

    def cell(self, record: Record, path: str, lang: Lang) -> Cell:
        if self.derived:
            text = self._derived(record, lang)
            return Cell(blocks=(Paragraph(runs=(Run(text=text),)),) if text else ())
        name = self.field.name
        is_main = name == type(record).main
        below = asides(record, path, lang) if is_main else ()
        if not _holding(self.field, [record]):
            return Cell(blocks=below, path=path if below else f"{path}.{name}")
        own = cell_of(record, self.field, path, lang)
        return evolve(own, blocks=own.blocks + below, path=path) if below else own


def in_columns(cls: type[Record], columns: Sequence[Field]) -> frozenset[str]:
    """Names the fields that a table with some columns shows."""
    names = {field.name for field in columns}
    return frozenset(names.union(aside_names(cls) if cls.main in names else ()))


def left_over(record: Record, columns: Sequence[Field]) -> tuple[Field, ...]:
    """Gives the fields of a record that the columns do not show."""
    return tuple(field for field, _ in shown(record, in_columns(type(record), columns)))


def described(records: Sequence[Record], main: Field, path: str, lang: Lang) -> Table:
    """Makes a table of what is read rather than compared: the title, and beside it all else."""
    names = _Plan(field=main)
    without = in_columns(type(records[0]), (main,))
    rows: list[Row] = []
    for i, record in enumerate(records):
        place = f"{path}[{i}]"
        rest = details(record, place, lang, without=without, derived=True)
        name = names.cell(record, place, lang)
        rows.append(Row(cells=(name, Cell(blocks=rest, path=place)), path=place))
    columns = (
        Column(label=main.label[lang], share=_NAME_SHARE),
        Column(label=DETAILS[lang], share=_DETAILS_SHARE),
    )
    return Table(columns=columns, rows=tuple(rows), path=path, role=_role(records))


def _role(records: Sequence[Record]) -> Role:
    return Role.RISK if isinstance(records[0], Risk) else Role.NONE
