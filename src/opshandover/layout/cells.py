"""The content of a cell: any value of the model, as blocks; and whether it is short enough."""

from collections.abc import Sequence
from typing import Any

from opshandover.blocks import (
    Block,
    Cell,
    Fact,
    ListBlock,
    ListItem,
    Paragraph,
    Role,
    Run,
    Runs,
    text_of,
)
from opshandover.layout.atoms import width
from opshandover.layout.prose import blocks_of
from opshandover.layout.values import one_of, said, shown, spoken
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind
from opshandover.model.people import Person
from opshandover.text import Lang

SHORT = 80
"""What takes no more room than this (forty Chinese characters) can be a cell of a table."""

_LINE = 120
"""The most that a single record may take beside its label, all in one line."""

_LISTED = 3
"""So many texts may stand below one another in a cell."""

_BESIDE = 400
"""A text that takes no more room than this can stand beside its label."""


def compact(field: Field, value: object, lang: Lang) -> bool:
    """Says whether a value is short and simple enough to be compared with others in a table."""
    values = one_of(field, value)
    if field.kind is Kind.TEXT:
        return len(values) <= _LISTED and _short("".join(values))
    if field.kind is Kind.PROSE:
        return _short(str(value)) and _is_one_paragraph(str(value))
    if field.kind is Kind.RECORD:
        named = not field.many or all(map(_is_named_only, values))
        return named and _in_a_line(field, values, lang, SHORT)
    return True


def beside(field: Field, value: Any, lang: Lang) -> bool:
    """Says whether a value can stand beside its label, so that it needs no heading."""
    if compact(field, value, lang):
        return True
    if field.kind is Kind.RECORD:
        values = one_of(field, value)
        return len(values) == 1 and _in_a_line(field, values, lang, _LINE)
    if field.kind is Kind.PROSE:
        simple = all(isinstance(block, Paragraph | ListBlock) for block in blocks_of(value))
        return simple and width(value) <= _BESIDE
    return field.kind is Kind.TEXT


def _short(text: str) -> bool:
    return len(text) <= SHORT and "\n" not in text and width(text) <= SHORT


def _is_one_paragraph(text: str) -> bool:
    return all(isinstance(block, Paragraph) for block in blocks_of(text))


def _is_named_only(record: Record) -> bool:
    """Says whether of a record nothing is known but its name; a person's details come with it."""
    main = type(record).main
    return isinstance(record, Person) or all(field.name == main for field, _ in shown(record))


def _in_a_line(field: Field, values: Sequence[Record], lang: Lang, limit: int) -> bool:
    """Says whether records are so simple that they can be said inside a line."""
    simple = all(compact(f, v, lang) for record in values for f, v in shown(record))
    whole = tuple(values) if field.many else values[0]
    return simple and width(text_of(spoken(field, whole, lang))) <= limit


def content(field: Field, value: Any, path: str, lang: Lang) -> tuple[Block, ...]:
    """Shows the value of a field, of whatever kind and however long."""
    if field.kind is Kind.PROSE:
        return blocks_of(value, path)
    if not field.many:
        return _paragraph(said(field, value, lang), path)
    if field.kind is Kind.CHOICE or (field.type is Person and compact(field, value, lang)):
        return _paragraph(spoken(field, value, lang), path)
    lines = tuple(
        _paragraph(said(field, single, lang), f"{path}[{i}]") for i, single in enumerate(value)
    )
    if len(lines) == 1:
        return lines[0]
    return (ListBlock(items=tuple(ListItem(blocks=line) for line in lines), path=path),)


def _paragraph(runs: Runs, path: str) -> tuple[Block, ...]:
    return (Paragraph(runs=runs, path=path),)


def cell(field: Field, value: Any, path: str, lang: Lang) -> Cell:
    """Puts the value of a field into a cell."""
    return Cell(blocks=content(field, value, path, lang), path=path)


def fact(field: Field, value: Any, path: str, lang: Lang) -> Fact:
    """Puts the value of a field beside its label."""
    return Fact(label=field.label[lang], cell=cell(field, value, path, lang))


def placeholder(text: str, path: str = "") -> Cell:
    """Makes a cell that waits to be filled in."""
    paragraph = Paragraph(runs=(Run(text=text),), path=path, role=Role.PLACEHOLDER)
    return Cell(blocks=(paragraph,), path=path, role=Role.PLACEHOLDER)
