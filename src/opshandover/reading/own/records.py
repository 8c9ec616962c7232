"""Records from blocks: facts, headings with labels, and short paragraphs: the inverse of `layout.records`."""

from collections.abc import Iterator, Sequence
from typing import Any

from opshandover.layout.recognised import unlabelled_field, with_facts
from opshandover.layout.words.customary import Values
from opshandover.layout.words.readable import field_labelled, is_common, taken_in
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.pages.blocks import Block, Chart, Facts, Flow, Heading, Paragraph, Quote, Table
from opshandover.reading.own.context import Context
from opshandover.reading.own.values import UNKNOWN, details, put, title_first, value_of


def drawn(block: Block) -> bool:
    """Whether a block only draws what stands elsewhere."""
    return isinstance(block, Chart | Flow)


def parts_of(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[tuple[Heading, Sequence[Block]]]]:
    """Blocks before the first heading of the highest level among them, and each such heading with what is below it."""
    level = highest(blocks)
    starts = [i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.level == level]
    ends = [*starts, len(blocks)][1:]
    parts: list[tuple[Heading, Sequence[Block]]] = []
    for start, end in zip(starts, ends, strict=True):
        head = blocks[start]
        if isinstance(head, Heading):
            parts.append((head, blocks[start + 1 : end]))
    return blocks[: starts[0]] if starts else blocks, parts


def highest(blocks: Sequence[Block]) -> int:
    """The highest level of the headings in some blocks; 0 if there is none."""
    return min((block.level for block in blocks if isinstance(block, Heading)), default=0)


def read_facts(cls: type[Record], facts: Facts, values: Values, context: Context) -> None:
    """Read labels with their contents."""
    for fact in facts.items:
        name = field_labelled(cls, fact.label)
        if name is None:
            context.leave_cell(fact.label, fact.cell)
        elif name:
            field, blocks = field_map(cls)[name], fact.cell.blocks
            put(cls, field, taken_in(blocks) if field.kind is Kind.PROSE else blocks, values, context)


def read_single(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read a whole record, with its title first where it has one."""
    shown = [block for block in blocks if not drawn(block)]
    read_body(cls, title_first(cls, shown, values, context), values, context)


def read_body(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read the fields of a record: facts and labelled paragraphs, then what stands below headings.

    Below a table, headings without a label are the titles of its rows: not every format leaves out a level.
    """
    above, parts = parts_of(blocks)
    if any(isinstance(block, Table) for block in above):
        own = next((at for at, (head, _) in enumerate(parts) if field_labelled(cls, head.text)), len(parts))
        above = (*above, *(block for head, inside in parts[:own] for block in (head, *inside)))
        parts = parts[own:]
    _read_above(cls, above, values, context)
    for head, inside in parts:
        context.passing(head.line, head.text)
        name = field_labelled(cls, head.text)
        if name:
            read_field(cls, field_map(cls)[name], inside, values, context)
        else:
            context.leave(head, *inside)


def _read_above(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    blocks = with_facts(blocks, cls)
    for number, group in _groups(blocks):
        match group[0]:
            case Facts() as facts:
                read_facts(cls, facts, values, context)
            case Table() | Heading():
                _read_unlabelled(cls, blocks[number:], values, context)
                return
            case Paragraph() as first if is_common(first):
                _read_unlabelled(cls, blocks[number:], values, context)
                return
            case _:
                details(cls, group, values, context)


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[int, Sequence[Block]]]:
    """Facts, tables and what begins a list alone; other blocks together. Each group with its number."""
    at = 0
    while at < len(blocks):
        end = at + 1
        if not _stands_alone(blocks[at]):
            while end < len(blocks) and not _stands_alone(blocks[end]):
                end += 1
        if not drawn(blocks[at]):
            yield at, [block for block in blocks[at:end] if not drawn(block)]
        at = end


def _stands_alone(block: Block) -> bool:
    return isinstance(block, Facts | Table | Heading) or is_common(block) or drawn(block)


def _read_unlabelled(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    field = unlabelled_field(cls, blocks)
    if field is None:
        context.leave(*blocks)
    else:
        read_field(cls, field, blocks, values, context)


def read_field(cls: type[Record], field: Field, blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read the blocks of a field."""
    from opshandover.reading.own.lists import read_list

    shown = [block for block in blocks if not drawn(block)]
    if field.kind is not Kind.RECORD:
        put(cls, field, shown, values, context)
        return
    if field.name in values:
        context.leave(*shown)
        return
    value = read_list(field, shown, context) if field.many else _single(field, shown, context)
    if value is UNKNOWN:
        context.leave(*shown)
    elif value is not None:
        values[field.name] = value


def _single(field: Field, blocks: Sequence[Block], context: Context) -> Any:
    match blocks:
        case (Paragraph(runs=runs) as only,) if runs and not runs[0].strong:
            return value_of(field, (only,), context)
        case _:
            values: Values = {}
            read_single(field.record, blocks, values, context)
            return context.make(field.record, values)


def twice_quoted(blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands in a quotation of a quotation, if that is all; otherwise nothing."""
    match blocks:
        case (Quote(blocks=(Quote(blocks=inner),)),):
            return inner
        case _:
            return ()
