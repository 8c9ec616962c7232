"""Tables: which fields of some records are compared side by side, and how wide they stand."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from opshandover.blocks import Align, Cell, Column, Paragraph, Role, Row, Run, Table, text_of
from opshandover.layout.atoms import width
from opshandover.layout.cells import beside, cell, compact
from opshandover.layout.metrics import Derived, derived_of
from opshandover.layout.values import filled, shown, spoken
from opshandover.model.base import Money, Record
from opshandover.model.fields import Field, Kind, fields_of
from opshandover.model.risks import Risk
from opshandover.text import Lang

MOST_COLUMNS = 7
_ROOM = 96
"""What the columns of a table may take together on a page, in Latin letters."""

_WIDEST = 22
"""From this width on, the text of a column is broken into lines."""

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

_NUMBERS = (Kind.INTEGER, Kind.DECIMAL)


def columns_of(records: Sequence[Record], lang: Lang) -> tuple[Field, ...]:
    """Chooses what is compared: the main field, and the most telling of what is short throughout.

    A field that stays out is not lost: it is shown below the table, record by record.
    """
    cls = type(records[0])
    fields = [field for field in fields_of(cls) if _fits(cls, field, records, lang)]
    fields.sort(key=lambda field: _rank(cls, field, records))
    chosen: list[Field] = []
    room = _ROOM
    for field in fields:
        needed = min(_room(field, records, lang), _WIDEST)
        if len(chosen) < MOST_COLUMNS and needed <= room:
            chosen.append(field)
            room -= needed
    order = fields_of(cls)
    return tuple(sorted(chosen, key=lambda field: (field.name != cls.main, order.index(field))))


def _values(field: Field, records: Sequence[Record]) -> list[Any]:
    values = (getattr(record, field.name) for record in records)
    return [value for value in values if filled(field, value)]


def _fits(cls: type[Record], field: Field, records: Sequence[Record], lang: Lang) -> bool:
    """Says whether a field can be a column: short throughout, and if not quite, not half empty."""
    values = _values(field, records)
    if field.name == cls.main:
        return bool(values) and all(beside(field, value, lang) for value in values)
    if 2 * len(values) <= len(records) and _room(field, records, lang) > _WIDEST:
        return False
    return bool(values) and all(compact(field, value, lang) for value in values)


def _rank(cls: type[Record], field: Field, records: Sequence[Record]) -> tuple[int, ...]:
    """Puts the main field first, then what most records have, what is needed, what is compared."""
    count = len(_values(field, records))
    sparse = 3 * count < len(records)
    kind = _TELLING.index(field.kind) if field.kind in _TELLING else len(_TELLING)
    return (field.name != cls.main, sparse, -field.spec.need.value, kind, -count)


def _room(field: Field, records: Sequence[Record], lang: Lang) -> int:
    texts = (text_of(spoken(field, value, lang)) for value in _values(field, records))
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
        role=Role.RISK if isinstance(records[0], Risk) else Role.NONE,
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
            share=min(room, _WIDEST) + _MARGINS,
        )

    def _derived(self, record: Record, lang: Lang) -> str:
        found = (d.text[lang] for d in derived_of(record) if d.label[lang] == self.derived)
        return next(found, "")

    def cell(self, record: Record, path: str, lang: Lang) -> Cell:
        if self.derived:
            text = self._derived(record, lang)
            return Cell(blocks=(Paragraph(runs=(Run(text=text),)),) if text else ())
        value = getattr(record, self.field.name)
        place = f"{path}.{self.field.name}"
        if filled(self.field, value):
            return cell(self.field, value, place, lang)
        return Cell(blocks=(), path=place)


def left_over(record: Record, columns: Sequence[Field]) -> bool:
    """Says whether a record holds more than the columns show."""
    return bool(shown(record, {field.name for field in columns}))
