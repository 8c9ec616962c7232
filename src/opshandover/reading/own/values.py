"""The values of fields from the blocks of a cell, and from short paragraphs with labels: the inverse of `layout.tables.cells`."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from opshandover.layout.tables.cells import aside_names
from opshandover.layout.tables.fitting import texts_on_line
from opshandover.layout.words.customary import Values
from opshandover.layout.words.inverse import read_figure, read_record, read_runs, read_text
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.readable import begins_bold, begins_with_label, field_labelled, is_title_line
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.settled import settled_text
from opshandover.layout.words.units import FIGURES
from opshandover.layout.words.values import is_flag
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.model.fields import Field, Kind, field_map
from opshandover.model.people import Person
from opshandover.pages.blocks import Block, Cell, ListBlock, ListItem, Paragraph, Quote, Run, Runs, set_strong, text_of
from opshandover.pages.writing.prose import prose_of
from opshandover.reading.own.context import Context

UNKNOWN = object()
"""What blocks show that do not show a value of their field."""


def value_of(field: Field, blocks: Sequence[Block], context: Context) -> Any:
    """The value that blocks show: nothing if they are empty, and `UNKNOWN` if they show something else."""
    if not blocks:
        return None
    if field.kind is Kind.PROSE:
        return settled_text(field, prose_of(blocks)) or None
    if field.kind is Kind.RECORD:
        return _records(field, blocks, context)
    if field.kind is Kind.TEXT:
        return _texts(field, blocks, context)
    match blocks:
        case (Paragraph(runs=runs),):
            return _typed(field, text_of(runs), context)
        case _:
            return UNKNOWN


def _typed(field: Field, text: str, context: Context) -> Any:
    if field.kind is not Kind.TEXT and not settled_text(field, text):
        return None
    value = read_text(field, text, context.lang)
    return UNKNOWN if value is None else value


def _texts(field: Field, blocks: Sequence[Block], context: Context) -> Any:
    match blocks:
        case (Paragraph(runs=runs),) if not field.many:
            return settled_text(field, text_of(runs)) or None
        case (Paragraph(runs=runs),):
            texts = texts_on_line(text_of(runs), context.lang)
        case (Quote(blocks=(Paragraph(runs=runs),)),):
            texts = (text_of(runs),)
        case (ListBlock(items=items),) if field.many:
            texts = tuple(_text(item.blocks) for item in items)
        case _:
            texts = tuple(map(_text, ((block,) for block in blocks)))
            texts = texts if field.many else ("\n".join(texts),)
    kept = tuple(filter(None, (settled_text(field, text) for text in texts)))
    return (kept if field.many else kept[0]) if kept else None


def _text(blocks: Sequence[Block]) -> str:
    match blocks:
        case ():
            return ""
        case (Paragraph(runs=runs),):
            return text_of(runs)
        case _:
            return prose_of(blocks)


def _records(field: Field, blocks: Sequence[Block], context: Context) -> Any:
    if not field.many:
        return _record(field, blocks, context)
    match blocks:
        case (ListBlock(items=items),):
            return items_of(field, items, context)
        case (Paragraph(runs=runs),) if not begins_bold(blocks[0]):
            text = text_of(runs)
            if field.type is Person:
                return _typed(field, text, context)
            if PUNCTUATION[context.lang].semicolon in text and (several := read_text(field, text, context.lang)):
                return several
        case _:
            pass
    one = _record(field, blocks, context)
    return one if one in (None, UNKNOWN) else (one,)


def items_of(field: Field, items: Sequence[ListItem], context: Context) -> Any:
    """The records of a list, each on its line or with labels; a list alone in the only item is that list."""
    match items:
        case (ListItem(blocks=(ListBlock(items=inner),)),):
            return items_of(field, inner, context)
        case _:
            found: list[object] = []
            for item in items:
                context.passing(item.line)
                one = _record(field, item.blocks, context) if item.blocks else None
                if one is UNKNOWN:
                    context.leave(*item.blocks)
                elif one is not None:
                    found.append(one)
            return tuple(found) or None


def _record(field: Field, blocks: Sequence[Block], context: Context) -> Any:
    match blocks:
        case (Paragraph(runs=runs),) if not begins_bold(blocks[0]):
            text = text_of(runs)
            if not settled_text(field, text):
                return None
            record = read_record(field.record, text, context.lang)
            return UNKNOWN if record is None else record
        case _:
            values: Values = {}
            titled(field.record, blocks, values, context)
            return context.make(field.record, values)


def titled(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read a record with its title in bold, or without one, and below it everything else that it holds."""
    details(cls, title_first(cls, blocks, values, context), values, context)


def title_first(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> Sequence[Block]:
    """Read the title of a record in bold, and its references to other documents; return what is below."""
    match blocks:
        case (Paragraph(runs=runs), *rest) if cls.main and is_title_line(blocks[0]):
            plain = Paragraph(set_strong(runs, strong=False))
            put(cls, field_map(cls)[cls.main], (plain,), values, context)
            return asides_first(cls, rest, values, context)
        case _:
            return blocks


def asides_first(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> Sequence[Block]:
    """Read the references below a title; return what is below them."""
    names = aside_names(cls)
    rest = list(blocks)
    while names and rest and isinstance(first := rest[0], Paragraph) and not begins_bold(first):
        text = text_of(first.runs)
        prefix = next((f"{label} " for label in _labels(cls, names[1], context) if text.startswith(f"{label} ")), "")
        name = names[1] if prefix else names[0]
        if name in values:
            break
        put(cls, field_map(cls)[name], (Paragraph((Run(text.removeprefix(prefix)),)),), values, context)
        del rest[0]
    return rest


def _labels(cls: type[Record], name: str, context: Context) -> Sequence[str]:
    return (field_map(cls)[name].label[context.lang],)


def put(cls: type[Record], field: Field, blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read the value of a field into the values of its record; what is none, or a second one, is left."""
    take(field, values_shown(cls, field, blocks, context), blocks, values, context)


def values_shown(cls: type[Record], field: Field, blocks: Sequence[Block], context: Context) -> Values:
    """The value that blocks show of a field, and what stands with a figure."""
    if cls is Metric and field.name in FIGURES and blocks and isinstance(blocks[0], Paragraph):
        return _figure(field, blocks, context) or {field.name: UNKNOWN}
    return {field.name: value_of(field, blocks, context)}


def take(field: Field, new: Values, blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Take what blocks show of a field into the values of its record; what is none, or a second one, is left."""
    for name, value in new.items():
        if value is UNKNOWN or (name in values and values[name] != value):
            context.leave_cell(field.label[context.lang], Cell(tuple(blocks)))
            return
    for name, value in new.items():
        if value is not None:
            values[name] = value


def _figure(field: Field, blocks: Sequence[Block], context: Context) -> Values | None:
    """A figure, with the notes below it."""
    first, *notes = blocks
    if not isinstance(first, Paragraph):
        return None
    text = text_of(first.runs)
    if not settled_text(field, text):
        return {field.name: None}
    values = read_figure(field.name, text, context.lang)
    for note in notes:
        name = field_labelled(Metric, text_of(note.runs)) if isinstance(note, Paragraph) else None
        if name != "lower_is_better":
            return None
        values[name] = True
    return values


def details(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read short paragraphs, each after its label, and what belongs to each of them."""
    field: Field | None = None
    inside: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and begins_with_label(block, cls):
            _put_detail(cls, field, inside, values, context)
            context.passing(block.line)
            *before, (field, runs) = _labelled(cls, block.runs, context)
            for other, said in before:
                _put_detail(cls, other, [Paragraph(said)] if said else [], values, context)
            inside = [Paragraph(runs)] if runs else []
        elif field is not None:
            inside.append(block)
        else:
            context.leave(block)
    _put_detail(cls, field, inside, values, context)


def _put_detail(cls: type[Record], field: Field | None, blocks: list[Block], values: Values, context: Context) -> None:
    if field is None:
        return
    if is_flag(field) and not blocks:
        values[field.name] = True
        return
    match blocks:
        case [Quote(blocks=inner)] if field.kind is Kind.PROSE:
            blocks = list(inner)
        case [Paragraph(runs=runs), ListBlock(items=items)] if field.kind is Kind.RECORD:
            strong = Paragraph(set_strong(runs))
            blocks = [strong, *(block for item in items for block in item.blocks)]
        case [ListBlock(items=items)] if field.kind is Kind.RECORD and (not field.many or _is_nested(field, items)):
            blocks = [block for item in items for block in item.blocks]
        case _:
            pass
    put(cls, field, blocks, values, context)


def _is_nested(field: Field, items: Sequence[ListItem]) -> bool:
    """Whether a list has the parts of one record, not records."""
    first = items[0].blocks[0] if items and items[0].blocks else None
    return first is not None and begins_with_label(first, field.record)


def _labelled(cls: type[Record], runs: Runs, context: Context) -> list[tuple[Field | None, Runs]]:
    """The fields in a paragraph that begins with a label, each with what stands behind its label."""
    first = _field(cls, runs[0])
    if first is not None and not _may_share_a_line(first):
        return [(first, _said(runs[1:]))]
    return _each_labelled(cls, runs, context)


def _each_labelled(cls: type[Record], runs: Runs, context: Context) -> list[tuple[Field | None, Runs]]:
    parts: list[tuple[Field | None, list[Run]]] = []
    for run in runs:
        if run.strong and field_labelled(cls, run.text) is not None:
            parts.append((_field(cls, run), []))
        else:
            parts[-1][1].append(run)
    mark = PUNCTUATION[context.lang].semicolon
    said = [tuple(part) for _, part in parts]
    ended = [*(_without_end(part, mark) for part in said[:-1]), said[-1]]
    return [(field, _said(part)) for (field, _), part in zip(parts, ended, strict=True)]


def _field(cls: type[Record], run: Run) -> Field | None:
    name = field_labelled(cls, run.text)
    return field_map(cls)[name] if name else None


def _may_share_a_line(field: Field) -> bool:
    listed = field.many and field.kind is Kind.TEXT
    said_freely = field.kind is Kind.RECORD and field.type not in RECORD_FORMATTERS
    return not (listed or said_freely or field.kind is Kind.PROSE)


def _without_end(runs: Runs, mark: str) -> Runs:
    if not runs or not runs[-1].text.endswith(mark):
        return runs
    last = evolve(runs[-1], text=runs[-1].text.removesuffix(mark))
    return (*runs[:-1], last) if last.text else runs[:-1]


def _said(runs: Runs) -> Runs:
    """What stands behind a label: without the blank, or the colon that people type."""
    if not runs:
        return ()
    text = runs[0].text
    colon = next((sign for sign in (" ", ": ", "：", ":") if text.startswith(sign)), "")
    first = evolve(runs[0], text=text.removeprefix(colon))
    return (first, *runs[1:]) if first.text else runs[1:]


def common_values(cls: type[Record], runs: Runs, context: Context) -> Values:
    """The values that a line says to be the same for all records."""
    at = next((i for i, run in enumerate(runs) if run.strong), len(runs))
    values: Values = {}
    if not begins_with_label(Paragraph(runs[at:]), cls):
        context.leave(Paragraph(runs))
        return values
    for field, said in _each_labelled(cls, runs[at:], context):
        if field is None:
            continue
        new: Values = {field.name: True if is_flag(field) and not said else read_runs(field, said, context.lang)}
        if cls is Metric and field.name in FIGURES:
            new = read_figure(field.name, text_of(said), context.lang) or new
        text = text_of(said).strip(f" \n{PUNCTUATION[context.lang].semicolon}")
        if None in new.values() and settled_text(field, text):
            context.leave(Paragraph((Run(field.label[context.lang], strong=True), Run(" "), *said)))
        else:
            values |= {name: value for name, value in new.items() if value is not None}
    return values
