"""What the columns of a table leave over: in a last column where it is brief, below the table where it is long."""

from collections.abc import Mapping, Sequence
from itertools import chain

from attrs import frozen

from opshandover.document.paths import child_path
from opshandover.layout.tables.cells import details
from opshandover.layout.tables.columns import columns_of, given_share, remaining_fields
from opshandover.layout.tables.compared import ComparedField, split_long
from opshandover.layout.tables.fitting import are_all_compact, is_compact
from opshandover.layout.words.labels import DETAILS, EMPTY, SEE_BELOW
from opshandover.layout.words.short import text_cell
from opshandover.layout.words.values import inline_field
from opshandover.model.fields import fields_of
from opshandover.pages.blocks import Cell, Column, Paragraph, text_of
from opshandover.plain_text import greatest_width, width
from opshandover.text import Lang

_IN_ROW: Mapping[Lang, int] = {"zh": 240, "en": 300}
"""The maximum width of all that a row shows in its last column: 120 Chinese characters; English is longer."""

Left = Mapping[int, Sequence[ComparedField]]
"""Fields that the columns do not show, by the index of their record."""


@frozen(kw_only=True)
class Arrangement:
    """Where the fields of some records are shown: in columns, in the last column of a row, or below the table."""

    columns: tuple[ComparedField, ...]
    in_row: Left
    below: Left


def arranged(fields: Sequence[ComparedField]) -> Arrangement:
    """Choose the columns, and the places of all else; there is a last column if most records have something for it."""
    fields = tuple(chain.from_iterable(map(split_long, fields)))
    alone = _placed(fields, columns_of(fields), {})
    if len(alone.columns) < 2 or not _are_most(_brief(alone.below), fields):
        return alone
    columns = columns_of(fields, beside_details=True)
    in_row = _brief(remaining_fields(fields, columns))
    if len(columns) < 2 or not _are_most(in_row, fields):
        return alone
    last = {one for rest in in_row.values() for one in rest}
    if len(last) == 1 and all(one.all(are_all_compact) for one in last):
        return _placed(fields, (*columns, *last), {})
    return _placed(fields, columns, in_row)


def _placed(fields: Sequence[ComparedField], columns: tuple[ComparedField, ...], in_row: Left) -> Arrangement:
    left = remaining_fields(fields, columns)
    below = {i: out for i, rest in left.items() if (out := [one for one in rest if one not in in_row.get(i, ())])}
    return Arrangement(columns=columns, in_row=in_row, below=below)


def _are_most(found: Left, fields: Sequence[ComparedField]) -> bool:
    return 2 * len(found) > len(fields[0].records)


def _brief(left: Left) -> Left:
    """Return what can stand in the rows: short values that are not too much together."""
    found: dict[int, Sequence[ComparedField]] = {}
    for i, rest in left.items():
        short = [one for one in rest if i in one.lacking or is_compact(one.field, _value(one, i), one.lang)]
        if short and sum(_width(one, i) for one in short) <= _IN_ROW[short[0].lang]:
            found[i] = short
    return found


def _value(one: ComparedField, i: int) -> object:
    return getattr(one.records[i], one.name)


def _width(one: ComparedField, i: int) -> int:
    said = EMPTY[one.lang] if i in one.lacking else text_of(inline_field(one.records[i], one.field, one.lang))
    return width(one.field.label[one.lang]) + width(said)


def details_column(arrangement: Arrangement, path: str) -> tuple[Column, Sequence[Cell]]:
    """Return the last column, and its cells."""
    main = arrangement.columns[0]
    records, lang, fill_in = main.records, main.lang, main.fill_in
    names = {field.name for field in fields_of(type(records[0]))}
    cells: list[Cell] = []
    for i, record in enumerate(records):
        shown = {one.name for one in arrangement.in_row.get(i, ())}
        if shown:
            place = child_path(path, i)
            cells.append(Cell(blocks=details(record, place, lang, without=names - shown, fill_in=fill_in), path=place))
        else:
            cells.append(text_cell(SEE_BELOW[lang] if i in arrangement.below else ""))
    texts = (text_of(b.runs) for cell in cells for b in cell.blocks if isinstance(b, Paragraph))
    label = DETAILS[lang]
    return Column(label=label, share=given_share(greatest_width([label, *texts]))), cells
