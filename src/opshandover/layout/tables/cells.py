"""The content of a cell: any value of the model, as blocks."""

from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import Any

from attrs import evolve

from opshandover.document.paths import child_path
from opshandover.document.required import blank
from opshandover.layout.fill_in import FillIn
from opshandover.layout.headings import to_be_filled_in
from opshandover.layout.tables.fitting import fits_on_one_line, is_brief, is_compact, texts_on_line
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.metrics import derived_of
from opshandover.layout.words.order import shown_order
from opshandover.layout.words.readable import can_be_title, delimited, reads_as_line
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.units import has_companions, notes_on, text_after, unit_of
from opshandover.layout.words.values import (
    has_content,
    inline_field,
    inline_value,
    is_flag,
    join_runs,
    shown_fields,
    single_value,
)
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map, main_field
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.pages.blocks import (
    Block,
    Cell,
    Fact,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Run,
    Runs,
    nest_paths,
    set_strong,
)
from opshandover.pages.markdown import blocks_of
from opshandover.text import Lang

Blocks = tuple[Block, ...]

_ASIDE = ("id", "carried_from")
"""The fields that link an open item to other documents, in small print below its title."""


def value_blocks(field: Field, value: Any, path: str, lang: Lang, fill_in: FillIn = FillIn.NOTHING) -> Blocks:
    """Return the value of a field as blocks, whatever its kind and length."""
    blocks = _single_path_blocks(field, value, path, lang)
    return _part_blocks(field, value, path, lang, fill_in) if blocks is None else blocks


def _single_path_blocks(field: Field, value: Any, path: str, lang: Lang) -> Blocks | None:
    """Return a value as blocks that all have its path; `None` if its parts have paths of their own."""
    if field.kind is Kind.PROSE:
        return blocks_of(value, path)
    if field.kind is Kind.RECORD and not is_compact(field, value, lang):
        return None
    if not field.many:
        return _paragraph(single_value(field, value, lang), path)
    in_line = field.kind is Kind.TEXT and len(value) > 1 and fits_on_one_line(value, lang)
    if in_line or field.kind is Kind.CHOICE or field.type is Person:
        return _paragraph(inline_value(field, value, lang), path)
    return None


def _part_blocks(field: Field, value: Any, path: str, lang: Lang, fill_in: FillIn) -> Blocks:
    if field.kind is Kind.RECORD and not is_compact(field, value, lang):
        if not field.many:
            return titled_blocks(value, path, lang, fill_in)
        if len(value) == 1:
            return titled_blocks(value[0], child_path(path, 0), lang, fill_in)
    lines = tuple(_line(field, value[i], child_path(path, i), lang) for i in shown_order(value))
    if len(lines) == 1 and (field.kind is not Kind.TEXT or texts_on_line(value[0], lang) == value):
        return lines[0]
    return (ListBlock(items=tuple(ListItem(blocks=line) for line in lines), path=path),)


def _line(field: Field, value: Any, path: str, lang: Lang) -> Blocks:
    """Return one of several values on a line, or a record that would not be understood there with its labels."""
    if field.kind is Kind.RECORD and not reads_as_line(value, lang):
        return titled_blocks(value, path, lang)
    return _paragraph(single_value(field, value, lang), path)


def _paragraph(runs: Runs, path: str, role: Role = Role.NONE) -> Blocks:
    return (Paragraph(runs=runs, path=path, role=role),)


def value_cell(field: Field, value: Any, path: str, lang: Lang, fill_in: FillIn = FillIn.NOTHING) -> Cell:
    """Return a cell with the value of a field; the cell has the path of the field."""
    blocks = _single_path_blocks(field, value, "", lang)
    if blocks is None:
        blocks = _part_blocks(field, value, path, lang, fill_in)
    return Cell(blocks=blocks, path=path)


def value_fact(field: Field, value: Any, path: str, lang: Lang) -> Fact:
    """Return the value of a field with its label."""
    return Fact(label=field.label[lang], cell=value_cell(field, value, path, lang))


def shared_blocks(records: Sequence[Record], field: Field, lang: Lang) -> Sequence[Blocks | None]:
    """Return, for records of one class, the blocks that all cells with an equal value can share.

    `None` where equal values differ in what they show.
    """
    values = list(map(attrgetter(field.name), records))
    if field.kind is Kind.PROSE:
        blocks: list[Blocks | None] = list(map(blocks_of, values))
    elif field.kind is Kind.TEXT and not field.many:
        blocks = [(Paragraph((Run(value),)),) for value in values]
    else:
        blocks = [_single_path_blocks(field, value, "", lang) for value in values]
    if not records or not has_companions(type(records[0])):
        return blocks
    more = [text_after(record, field.name, lang) for record in records]
    return [None if runs else one for one, runs in zip(blocks, more, strict=True)]


def field_cell(record: Record, field: Field, path: str, lang: Lang, fill_in: FillIn = FillIn.NOTHING) -> Cell:
    """Return a cell with the value of a record's field, its unit and notes.

    A cell that shows more than one value of the record has the path of the record.
    """
    inside = fill_in.within(field.spec.need)
    own = value_cell(field, getattr(record, field.name), child_path(path, field.name), lang, inside)
    unit = unit_of(record, field.name)
    below: Blocks = ()
    for name, text in notes_on(record, field.name, lang):
        below += _paragraph((Run(text=text),), child_path(path, name), Role.METADATA)
    match own.blocks:
        case (Paragraph() as only,) if unit or below:
            runs = (*only.runs, Run(text=unit, path=child_path(path, "unit"))) if unit else only.runs
            return Cell(blocks=(evolve(only, runs=runs, path=only.path or own.path), *below), path=path)
        case _:
            return own


def field_fact(record: Record, field: Field, path: str, lang: Lang, fill_in: FillIn = FillIn.NOTHING) -> Fact:
    """Return the value of a record's field with its label."""
    return Fact(label=field.label[lang], cell=field_cell(record, field, path, lang, fill_in))


def placeholder_fact(field: Field, path: str, lang: Lang) -> Fact:
    """Return a placeholder for a field with its label; a long field shows its hint."""
    hint = field.spec.hint[lang] if _is_long(field) else ""
    asked = to_be_filled_in(hint, path, lang)
    return Fact(label=field.label[lang], cell=Cell(blocks=(asked,), path=path, role=Role.PLACEHOLDER))


def is_brief_to_fill(field: Field) -> bool:
    """Whether the placeholder of a field can share a line with others."""
    return not _is_long(field)


def _is_long(field: Field) -> bool:
    return field.kind is Kind.PROSE or (field.kind is Kind.RECORD and field.type not in RECORD_FORMATTERS)


def titled_blocks(record: Record, path: str, lang: Lang, fill_in: FillIn = FillIn.NOTHING) -> Blocks:
    """Return a record as its title, and below it everything else that it holds."""
    title, without = title_blocks(record, path, lang)
    return title + details(record, path, lang, without=without, derived=True, fill_in=fill_in)


def title_blocks(record: Record, path: str, lang: Lang) -> tuple[Blocks, Collection[str]]:
    """Return the title of a record in bold with its references in small print, and the names of these fields."""
    field = main_field(type(record))
    if field is None or field not in [shown for shown, _ in shown_fields(record)]:
        return (), ()
    value = getattr(record, field.name)
    if not can_be_title(field, value, lang) or (field.kind is Kind.RECORD and not is_compact(field, value, lang)):
        return (), ()
    first = value_blocks(field, value, child_path(path, field.name), lang)
    return tuple(map(_strong, first)) + asides(record, path, lang), {field.name, *aside_names(type(record))}


def _strong(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return evolve(block, runs=set_strong(block.runs))


def aside_names(cls: type[Record]) -> tuple[str, ...]:
    """Return the names of the fields shown in small print below the title of a record."""
    return _ASIDE if issubclass(cls, OpenItem) else ()


def asides(record: Record, path: str, lang: Lang) -> Blocks:
    """Return the fields that link a record to other documents, in small print.

    They have labels as other fields have where the first would be taken for the title or for the second.
    """
    fields = [field_map(type(record))[name] for name in aside_names(type(record))]
    shown = [field for field in fields if has_content(field, getattr(record, field.name))]
    if not shown:
        return ()
    first, second = fields
    doubtful = blank(getattr(record, record.main)) or getattr(record, first.name).startswith(f"{second.label[lang]} ")
    blocks: Blocks = ()
    for field in shown:
        runs = inline_value(field, getattr(record, field.name), lang)
        if doubtful:
            runs = _label(field.label[lang]) + runs
        elif field is second:
            runs = (Run(text=f"{field.label[lang]} "), *runs)
        blocks += _paragraph(runs, child_path(path, field.name), Role.METADATA)
    return blocks


def details(
    record: Record,
    path: str,
    lang: Lang,
    *,
    without: Collection[str] = (),
    derived: bool = False,
    fill_in: FillIn = FillIn.NOTHING,
) -> Blocks:
    """Return what a record holds as short paragraphs, each after its label.

    Brief values share the first paragraph; `derived` adds texts computed from the record. Placeholders
    come last.
    """
    short: list[Runs] = []
    paths: list[str] = []
    rest: Blocks = ()
    nested: Blocks = ()
    for field, value in shown_fields(record, without):
        place, label = child_path(path, field.name), field.label[lang]
        inside = fill_in.within(field.spec.need)
        if is_brief(record, field, lang):
            paths.append(place)
            name = _label(label)
            flag = (Run(text=label, strong=True, path=f".{field.name}"),)
            short.append(flag if is_flag(field) else name + inline_field(record, field, lang))
        elif field.kind is Kind.RECORD and not is_compact(field, value, lang):
            nested += _nested(label, value_blocks(field, value, place, lang, inside))
        else:
            whole = text_after(record, field.name, lang) and inline_field(record, field, lang)
            blocks = (
                _paragraph(nest_paths(whole, path), place) if whole else value_blocks(field, value, place, lang, inside)
            )
            rest += with_label(label, delimited(blocks, type(record)) if field.kind is Kind.PROSE else blocks)
    if derived:
        short += [(*_label(d.label[lang]), Run(text=d.text[lang])) for d in derived_of(record)]
    rest += nested
    for field in fill_in.placeholder_fields(record, without):
        asked = to_be_filled_in("", child_path(path, field.name), lang)
        rest += with_label(field.label[lang], (asked,))
    if not short:
        return rest
    line = join_runs(short, PUNCTUATION[lang].semicolon)
    if len(short) == len(paths) == 1:
        return (*_paragraph(nest_paths(line, path), paths[0]), *rest)
    return (*_paragraph(line, path), *rest)


def with_label(label: str, blocks: Sequence[Block]) -> Blocks:
    """Put a label before the first line of some blocks."""
    match blocks:
        case (Paragraph(level=0) as first, *rest):
            return (evolve(first, runs=_label(label) + first.runs), *rest)
        case _:
            return (Paragraph(runs=_label(label)[:1]), *blocks)


def _nested(label: str, blocks: Blocks) -> Blocks:
    """Put a label before the title of a record, and indent the rest of the record."""
    match blocks:
        case (Paragraph(runs=runs) as title, *rest) if rest and all(run.strong for run in runs):
            plain = evolve(title, runs=set_strong(title.runs, strong=False))
            return (*with_label(label, (plain,)), *_indented(rest))
        case _:
            return (*with_label(label, ()), *_indented(blocks))


def _indented(blocks: Sequence[Block]) -> Blocks:
    """Turn blocks into a list; a list among them belongs to the block before it."""
    items: list[ListItem] = []
    for block in blocks:
        if isinstance(block, ListBlock) and items:
            items[-1] = ListItem(blocks=(*items[-1].blocks, block))
        else:
            items.append(ListItem(blocks=(block,)))
    return (ListBlock(items=tuple(items)),) if items else ()


def _label(text: str) -> Runs:
    return (Run(text=text, strong=True), Run(text=" "))


def placeholder(text: str, path: str = "") -> Cell:
    """Build a cell that is to be filled in."""
    paragraph = Paragraph(runs=(Run(text=text),), path=path, role=Role.PLACEHOLDER)
    return Cell(blocks=(paragraph,), path=path, role=Role.PLACEHOLDER)
