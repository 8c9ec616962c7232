"""Lists of records: tables with what they leave over, lists of names, boxes, and items below headings."""

from collections.abc import Sequence
from typing import Any

from opshandover.layout.recognised import with_facts
from opshandover.layout.tables.cells import aside_names
from opshandover.layout.words.customary import Values
from opshandover.layout.words.inverse import made
from opshandover.layout.words.labels import DETAILS, GROUP, NUMBER, SEE_BELOW
from opshandover.layout.words.readable import (
    begins_with_label,
    counted_phase,
    field_labelled,
    is_common,
    is_title_line,
    numbered,
)
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record
from opshandover.model.choice import choice_for
from opshandover.model.fields import Field, Kind, field_map, main_field
from opshandover.model.handover import HandoverItem, HandoverPhase
from opshandover.pages.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    text_of,
)
from opshandover.pages.facts import as_facts
from opshandover.reading.own.context import Context
from opshandover.reading.own.records import parts_of, read_body, read_single
from opshandover.reading.own.values import (
    asides_first,
    common_values,
    details,
    items_of,
    put,
    take,
    value_of,
    values_shown,
)
from opshandover.reading.result import Place
from opshandover.text import LANGUAGES


def read_list(field: Field, blocks: Sequence[Block], context: Context) -> Any:
    """The records that blocks show."""
    cls, shared = field.record, dict[str, Any]()
    match blocks:
        case (Paragraph(runs=runs) as first, *rest) if is_common(first):
            shared, blocks = common_values(cls, runs, context), rest
        case _:
            pass
    blocks = with_facts(blocks, cls)
    match blocks:
        case ():
            return None
        case (Table() as table, *below):
            return _rows(cls, table, below, shared, context)
        case (ListBlock(items=items), *below):
            context.leave(*below)
            return _bullets(field, items, shared, context)
        case (Heading(text=text), *_) if not field_labelled(cls, text):
            return _items(cls, blocks, context)
        case (Paragraph(runs=runs),) if not runs[0].strong:
            return value_of(field, blocks, context)
        case _:
            values: Values = {}
            read_single(cls, blocks, values, context)
            record = context.make(cls, values)
            return None if record is None else (record,)


def _made(cls: type[Record], rows: Sequence[tuple[Values, Place]], context: Context) -> tuple[Record, ...] | None:
    records = (context.make(cls, values, place) for values, place in rows)
    return tuple(record for record in records if record is not None) or None


def _rows(
    cls: type[Record], table: Table, below: Sequence[Block], shared: Values, context: Context
) -> tuple[Record, ...] | None:
    rows: list[tuple[Values, Place]] = []
    columns = [_Column(cls, table, at) for at in range(len(table.columns))]
    for number, row in enumerate(table.rows, start=1):
        values = dict(shared)
        context.passing(row.line or table.line, row=number)
        rows.append((values, context.place))
        _read_row(cls, row, columns, values, context)
    context.passing(0)
    _read_below(cls, [values for values, _ in rows], below, context)
    return _made(cls, rows, context)


class _Column:
    """A column of a table: the field that its cells show, or their role."""

    def __init__(self, cls: type[Record], table: Table, at: int) -> None:
        self.label = table.columns[at].label
        name = field_labelled(cls, self.label)
        self.field = field_map(cls)[name] if name else None
        self.is_passed_over = name == "" or (name is None and self.label in _PASSED_OVER)
        self.has_details = self.label in _DETAILS and (
            self.field is None or _are_labelled(cls, [row.cells[at] for row in table.rows if at < len(row.cells)])
        )
        self.names = self.field is not None and self.field.name == cls.main and bool(aside_names(cls))
        self._cls, self._known = cls, dict[str, Values]()

    def values(self, field: Field, cell: Cell, context: Context) -> Values:
        """What a cell shows of the field; nothing if it says that the value is below.

        Dates, choices, people and figures of a large table occur again: remembering them saves a third of its reading.
        """
        match cell.blocks:
            case (Paragraph(runs=(Run(strong=False, text=text),)),) if field.kind not in _FREELY:
                if (known := self._known.get(text)) is None:
                    known = self._known[text] = self._read(field, cell, context)
                return known
            case _:
                return self._read(field, cell, context)

    def _read(self, field: Field, cell: Cell, context: Context) -> Values:
        if field.name != self._cls.main and _says_see_below(cell):
            return {}
        return values_shown(self._cls, field, cell.blocks, context)


_FREELY = (Kind.TEXT, Kind.PROSE)


_PASSED_OVER = frozenset(text[lang] for text in (NUMBER, GROUP) for lang in LANGUAGES)
_DETAILS = frozenset(DETAILS[lang] for lang in LANGUAGES)
_SEE_BELOW = frozenset(SEE_BELOW[lang] for lang in LANGUAGES)


def _are_labelled(cls: type[Record], cells: Sequence[Cell]) -> bool:
    """Whether the cells of a column begin with labels, where they say anything."""
    filled = [cell for cell in cells if cell.blocks and not _says_see_below(cell)]
    return bool(filled) and all(begins_with_label(cell.blocks[0], cls) for cell in filled)


def _says_see_below(cell: Cell) -> bool:
    match cell.blocks:
        case (Paragraph(runs=runs),):
            return text_of(runs) in _SEE_BELOW
        case _:
            return False


def _read_row(cls: type[Record], row: Row, columns: Sequence[_Column], values: Values, context: Context) -> None:
    for column, cell in zip(columns, row.cells, strict=False):
        if not cell.blocks or column.is_passed_over:
            continue
        if column.has_details:
            if not _says_see_below(cell):
                details(cls, cell.blocks, values, context)
        elif column.field is None:
            context.leave_cell(column.label, cell)
        elif column.names:
            _read_name(cls, cell.blocks, values, context)
        else:
            take(column.field, column.values(column.field, cell, context), cell.blocks, values, context)


def _read_name(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read the title of a record, and its references to other documents below it."""
    rest = blocks
    if not begins_with_label(blocks[0], cls):
        put(cls, field_map(cls)[cls.main], blocks[:1], values, context)
        if len(blocks) == 1:
            return
        rest = asides_first(cls, blocks[1:], values, context)
    details(cls, rest, values, context)


def _read_below(cls: type[Record], rows: Sequence[Values], blocks: Sequence[Block], context: Context) -> None:
    """Read what a table leaves over: facts with titles for labels, and headings that are titles."""
    if not blocks:
        return
    titles = {_title(cls, values, context): at for at, values in enumerate(rows)}

    def row_of(label: str) -> Values | None:
        number = numbered(cls, label)
        at = titles.get(label) if number is None else number - 1
        return rows[at] if at is not None and 0 <= at < len(rows) else None

    above, parts = parts_of(blocks)
    for block in above:
        facts = as_facts(block) or block
        if not isinstance(facts, Facts):
            context.leave(block)
            continue
        for fact in facts.items:
            values = row_of(fact.label)
            if values is None:
                context.leave_cell(fact.label, fact.cell)
            else:
                details(cls, fact.cell.blocks, values, context)
    for head, inside in parts:
        context.passing(head.line, head.text)
        values = row_of(head.text)
        if values is None:
            context.leave(head, *inside)
        else:
            read_body(cls, inside, values, context)


def _title(cls: type[Record], values: Values, context: Context) -> str:
    main = values.get(cls.main)
    return title_of(made(cls, {cls.main: main}), context.lang) if main is not None else ""


def _bullets(field: Field, items: Sequence[ListItem], shared: Values, context: Context) -> Any:
    cls = field.record
    main = main_field(cls)
    is_list = len(items) == 1 and len(items[0].blocks) == 1 and isinstance(items[0].blocks[0], ListBlock)
    if is_list or main is None:
        return items_of(field, items, context)
    rows: list[tuple[Values, Place]] = []
    for item in items:
        values = dict(shared)
        context.passing(item.line)
        rows.append((values, context.place))
        if item.blocks and aside_names(cls):
            _read_name(cls, item.blocks, values, context)
        else:
            put(cls, main, item.blocks, values, context)
    return _made(cls, rows, context)


def _items(cls: type[Record], blocks: Sequence[Block], context: Context) -> tuple[Record, ...] | None:
    rows: list[tuple[Values, Place]] = []
    for head, inside in parts_of(blocks)[1]:
        context.passing(head.line, head.text)
        phase = counted_phase(head.text) if cls is HandoverItem else None
        if phase is not None:
            rows += _boxes(phase, inside, context)
            continue
        values: Values = {}
        rows.append((values, context.place))
        main = main_field(cls)
        if main is not None and main.kind is Kind.TEXT and numbered(cls, head.text) is None:
            values[main.name] = head.text
            read_body(cls, inside, values, context)
        else:
            read_single(cls, inside, values, context)
            if numbered(cls, head.text) is None and head.text != _title(cls, values, context):
                context.leave(head)
    return _made(cls, rows, context)


def _boxes(phase: str, blocks: Sequence[Block], context: Context) -> list[tuple[Values, Place]]:
    """The items of a phase of the handover, each with a box."""
    rows: list[tuple[Values, Place]] = []
    for block in blocks:
        if not isinstance(block, ListBlock):
            context.leave(block)
            continue
        for item in block.items:
            context.passing(item.line)
            values: Values = {"phase": choice_for(HandoverPhase, phase)}
            rows.append((values, context.place))
            _read_box(item.blocks, values, context)
    return rows


_BETWEEN = " · "


def _read_box(blocks: Sequence[Block], values: Values, context: Context) -> None:
    title = field_map(HandoverItem)["title"]
    match blocks:
        case (Paragraph(runs=(Run(strong=True), *_) as runs), *more) if at := _end_of_title(runs):
            put(HandoverItem, title, (Paragraph((Run(text_of(runs[:at])),)),), values, context)
            details(HandoverItem, (Paragraph(runs[at + 1 :]), *more), values, context)
        case (Paragraph(runs=runs) as first, *more) if runs and not runs[0].strong:
            put(HandoverItem, title, (first,), values, context)
            details(HandoverItem, more, values, context)
        case (first, *more) if is_title_line(first) or not begins_with_label(first, HandoverItem):
            details(HandoverItem, more, values, context)
        case _:
            details(HandoverItem, blocks, values, context)


def _end_of_title(runs: Runs) -> int:
    """Where the sign between a title and what follows it stands; 0 if nowhere."""
    return next((at for at, run in enumerate(runs[:-1]) if run.text == _BETWEEN and not run.strong), 0)
