"""The content of a cell: any value of the model, as blocks."""

from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import Any

from attrs import evolve

from opshandover.layout.fill_in import Asking
from opshandover.layout.headings import to_be_filled_in
from opshandover.layout.tables.fitting import brief, compact, in_one_line
from opshandover.layout.words.labels import MARKS
from opshandover.layout.words.metrics import derived_of
from opshandover.layout.words.records import NATURAL
from opshandover.layout.words.units import after, has_companions, remarks, unit_of
from opshandover.layout.words.values import filled, is_flag, joined, said, shown, spoken, told
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map
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
    below,
)
from opshandover.pages.markdown import blocks_of
from opshandover.text import Lang

Blocks = tuple[Block, ...]

_ASIDE = ("id", "carried_from")
"""What ties an open item to other documents; it stands small below the item's title."""


def content(field: Field, value: Any, path: str, lang: Lang, asking: Asking = Asking.NOTHING) -> Blocks:
    """Shows the value of a field, of whatever kind and however long."""
    blocks = _as_one(field, value, path, lang)
    return _in_parts(field, value, path, lang, asking) if blocks is None else blocks


def _as_one(field: Field, value: Any, path: str, lang: Lang) -> Blocks | None:
    """Shows a value in blocks that all have its path; `None` if its parts have paths of their own."""
    if field.kind is Kind.PROSE:
        return blocks_of(value, path)
    if field.kind is Kind.RECORD and not compact(field, value, lang):
        return None
    if not field.many:
        return _paragraph(said(field, value, lang), path)
    in_line = field.kind is Kind.TEXT and len(value) > 1 and in_one_line(value, lang)
    if in_line or field.kind is Kind.CHOICE or field.type is Person:
        return _paragraph(spoken(field, value, lang), path)
    return None


def _in_parts(field: Field, value: Any, path: str, lang: Lang, asking: Asking) -> Blocks:
    if field.kind is Kind.RECORD and not compact(field, value, lang):
        if not field.many:
            return introduced(value, path, lang, asking)
        if len(value) == 1:
            return introduced(value[0], f"{path}[0]", lang, asking)
    lines = tuple(_paragraph(said(field, single, lang), f"{path}[{i}]") for i, single in enumerate(value))
    if len(lines) == 1:
        return lines[0]
    return (ListBlock(items=tuple(ListItem(blocks=line) for line in lines), path=path),)


def _paragraph(runs: Runs, path: str, role: Role = Role.NONE) -> Blocks:
    return (Paragraph(runs=runs, path=path, role=role),)


def cell(field: Field, value: Any, path: str, lang: Lang, asking: Asking = Asking.NOTHING) -> Cell:
    """Puts the value of a field into a cell, which has its path."""
    blocks = _as_one(field, value, "", lang)
    if blocks is None:
        blocks = _in_parts(field, value, path, lang, asking)
    return Cell(blocks=blocks, path=path)


def fact(field: Field, value: Any, path: str, lang: Lang) -> Fact:
    """Puts the value of a field beside its label."""
    return Fact(label=field.label[lang], cell=cell(field, value, path, lang))


def shared(records: Sequence[Record], field: Field, lang: Lang) -> Sequence[Blocks | None]:
    """Gives for records of one class what the cells of all with an equal value can hold.

    It is `None` where they differ.
    """
    values = list(map(attrgetter(field.name), records))
    if field.kind is Kind.PROSE:
        blocks: list[Blocks | None] = list(map(blocks_of, values))
    elif field.kind is Kind.TEXT and not field.many:
        blocks = [(Paragraph((Run(value),)),) for value in values]
    else:
        blocks = [_as_one(field, value, "", lang) for value in values]
    if not records or not has_companions(type(records[0])):
        return blocks
    more = [after(record, field.name, lang) for record in records]
    return [None if runs else one for one, runs in zip(blocks, more, strict=True)]


def cell_of(record: Record, field: Field, path: str, lang: Lang, asking: Asking = Asking.NOTHING) -> Cell:
    """Puts the value of a record's field into a cell, with what is said in the same breath.

    Such a cell shows more than one value of the record, and has the path of the record.
    """
    inside = asking.within(field.spec.need)
    own = cell(field, getattr(record, field.name), f"{path}.{field.name}", lang, inside)
    unit = unit_of(record, field.name)
    below: Blocks = ()
    for name, text in remarks(record, field.name, lang):
        below += _paragraph((Run(text=text),), f"{path}.{name}", Role.METADATA)
    match own.blocks:
        case (Paragraph() as only,) if unit or below:
            runs = (*only.runs, Run(text=unit, path=f"{path}.unit")) if unit else only.runs
            return Cell(blocks=(evolve(only, runs=runs, path=only.path or own.path), *below), path=path)
        case _:
            return own


def fact_of(record: Record, field: Field, path: str, lang: Lang, asking: Asking = Asking.NOTHING) -> Fact:
    """Puts the value of a record's field beside its label."""
    return Fact(label=field.label[lang], cell=cell_of(record, field, path, lang, asking))


def asked_for(field: Field, path: str, lang: Lang) -> Fact:
    """Asks for the value of a field beside its label, and says what belongs there if it is long."""
    hint = field.spec.hint[lang] if _is_long(field) else ""
    asked = to_be_filled_in(hint, path, lang)
    return Fact(label=field.label[lang], cell=Cell(blocks=(asked,), path=path, role=Role.PLACEHOLDER))


def is_brief_to_fill(field: Field) -> bool:
    """Says whether what asks for a field can share a line."""
    return not _is_long(field)


def _is_long(field: Field) -> bool:
    return field.kind is Kind.PROSE or (field.kind is Kind.RECORD and field.type not in NATURAL)


def introduced(record: Record, path: str, lang: Lang, asking: Asking = Asking.NOTHING) -> Blocks:
    """Shows a record by its title, and below it all else that it holds."""
    main = type(record).main
    title: Blocks = ()
    if main in {field.name for field, _ in shown(record)}:
        field = field_map(type(record))[main]
        first = content(field, getattr(record, main), f"{path}.{main}", lang)
        title = tuple(map(_strong, first)) + asides(record, path, lang)
    without = {main, *aside_names(type(record))} if title else ()
    return title + details(record, path, lang, without=without, derived=True, asking=asking)


def _strong(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return evolve(block, runs=tuple(evolve(run, strong=True) for run in block.runs))


def aside_names(cls: type[Record]) -> tuple[str, ...]:
    """Names the fields that stand small below the title of a record."""
    return _ASIDE if issubclass(cls, OpenItem) else ()


def asides(record: Record, path: str, lang: Lang) -> Blocks:
    """Shows in small print what ties a record to other documents."""
    blocks: Blocks = ()
    for name in aside_names(type(record)):
        field, value = field_map(type(record))[name], getattr(record, name)
        if value and filled(field, value):
            runs = spoken(field, value, lang)
            if name != _ASIDE[0]:
                runs = (Run(text=f"{field.label[lang]} "), *runs)
            blocks += _paragraph(runs, f"{path}.{name}", Role.METADATA)
    return blocks


def details(
    record: Record,
    path: str,
    lang: Lang,
    *,
    without: Collection[str] = (),
    derived: bool = False,
    asking: Asking = Asking.NOTHING,
) -> Blocks:
    """Shows what a record holds in short paragraphs, each led in by its label.

    What is brief shares the first one; `derived` adds what follows from the record's figures. What
    is asked for comes last.
    """
    short: list[Runs] = []
    paths: list[str] = []
    rest: Blocks = ()
    nested: Blocks = ()
    for field, value in shown(record, without):
        place, label = f"{path}.{field.name}", field.label[lang]
        inside = asking.within(field.spec.need)
        if brief(record, field, lang):
            paths.append(place)
            name = _label(label)
            flag = (Run(text=label, strong=True, path=f".{field.name}"),)
            short.append(flag if is_flag(field) else name + told(record, field, lang))
        elif field.kind is Kind.RECORD and not compact(field, value, lang):
            nested += _nested(label, content(field, value, place, lang, inside))
        else:
            rest += led_in(label, content(field, value, place, lang, inside))
    if derived:
        short += [(*_label(d.label[lang]), Run(text=d.text[lang])) for d in derived_of(record)]
    rest += nested
    for field in asking.lacking(record, without):
        asked = to_be_filled_in("", f"{path}.{field.name}", lang)
        rest += led_in(field.label[lang], (asked,))
    if not short:
        return rest
    line = joined(short, MARKS[lang].semicolon)
    if len(short) == len(paths) == 1:
        return (*_paragraph(below(line, path), paths[0]), *rest)
    return (*_paragraph(line, path), *rest)


def led_in(label: str, blocks: Sequence[Block]) -> Blocks:
    """Puts a label before the first line of some blocks."""
    match blocks:
        case (Paragraph() as first, *rest):
            return (evolve(first, runs=_label(label) + first.runs), *rest)
        case _:
            return (Paragraph(runs=_label(label)[:1]), *blocks)


def _nested(label: str, blocks: Blocks) -> Blocks:
    """Puts a label before the title of a record, and the rest of it further in."""
    match blocks:
        case (Paragraph() as title, *rest):
            plain = evolve(title, runs=tuple(evolve(run, strong=False) for run in title.runs))
            return (*led_in(label, (plain,)), *_further_in(rest))
        case _:
            return (*led_in(label, ()), *_further_in(blocks))


def _further_in(blocks: Sequence[Block]) -> Blocks:
    """Makes a list of blocks; a list among them belongs to what stands before it."""
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
    """Makes a cell that waits to be filled in."""
    paragraph = Paragraph(runs=(Run(text=text),), path=path, role=Role.PLACEHOLDER)
    return Cell(blocks=(paragraph,), path=path, role=Role.PLACEHOLDER)
