"""The header of a document as a table and as properties."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from opshandover.layout.fill_in import FillIn
from opshandover.layout.tables.cells import Blocks, placeholder, value_fact
from opshandover.layout.tables.fitting import HALF, is_compact
from opshandover.layout.words.labels import EMPTY
from opshandover.layout.words.readable import set_off
from opshandover.layout.words.values import as_tuple, has_content, inline_field, shown_fields
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map, fields_of, filled_values
from opshandover.model.header import Header
from opshandover.pages.blocks import Cell, Fact, Facts, Property, Role, text_of
from opshandover.plain_text import width
from opshandover.profiles import Profile
from opshandover.text import Lang

HANDED_OVER: Sequence[str] = ("giver", "receivers", "prepared_on")
"""Fields that are required in a handover, unless a profile gives them no weight: first, and shown even when empty."""

_ELSEWHERE = {"profile", "title"}
"""Fields that the page shows above the header."""


def header_blocks(header: Header, profile: Profile, lang: Lang, fill_in: FillIn) -> Blocks:
    """Return the filled fields of the header and those required in a handover."""
    own = [field.name for field in fields_of(Header)]
    filled = {field.name: value for field, value in shown_fields(header, _ELSEWHERE) if field.name in own}
    facts: list[Fact] = []
    long: list[Fact] = []
    if header.title == profile.label[lang]:
        filled["title"] = header.title
    for field in _order(profile, header, lang):
        value = filled.get(field.name)
        if value is None:
            if is_handed_over(field.name, profile):
                facts.append(blank_fact(field, lang, fill_in))
        else:
            place = long if field.kind is Kind.PROSE and not is_compact(field, value, lang) else facts
            fact = value_fact(field, value, field.name, lang)
            if field.kind is Kind.PROSE:
                fact = evolve(fact, cell=evolve(fact.cell, blocks=set_off(fact.cell.blocks)))
            place.append(fact)
    return (*_table(facts, across=2), *_table(long, across=1))


def is_handed_over(name: str, profile: Profile) -> bool:
    """Whether a kind of document shows a field of the header even when it is empty."""
    return profile.handover and name in HANDED_OVER and profile.weights.get(name) != 0


def _table(facts: Sequence[Fact], across: int) -> Blocks:
    return (Facts(items=tuple(facts), across=across, role=Role.METADATA),) if facts else ()


def _order(profile: Profile, header: Header, lang: Lang) -> tuple[Field, ...]:
    """The fields in order: those that need a whole row last, so that the others are in pairs.

    The language is left out if the labels are in it as well. Both shifts stay together, in the order of time.
    """
    names = HANDED_OVER if profile.handover else ()
    first = tuple(field_map(Header)[name] for name in names)
    rest = [
        field for field in fields_of(Header) if field not in first and (field.name != "lang" or _differs(header, lang))
    ]
    filled = {field for field, _ in shown_fields(header)}
    wide = {f.name for f in rest if f in filled and width(text_of(inline_field(header, f, lang))) > HALF}
    if wide & _SHIFTS:
        wide |= _SHIFTS
    return (*first, *sorted(rest, key=lambda f: f.name in wide))


_SHIFTS = {"shift", "next_shift"}


def _differs(header: Header, lang: Lang) -> bool:
    """Whether a document says that its texts are in another language than its labels."""
    return header.lang is not None and header.lang.value != lang


def blank_fact(field: Field, lang: Lang, fill_in: FillIn) -> Fact:
    """Return an empty required field: with a placeholder, or blank to be filled in by hand."""
    blank = Cell(blocks=(), path=field.name)
    cell = blank if fill_in is FillIn.NOTHING else placeholder(EMPTY[lang], field.name)
    return Fact(label=field.label[lang], cell=cell)


def properties(header: Header) -> tuple[tuple[str, Property], ...]:
    """The filled fields of the header by name, as data."""
    own = field_map(Header)
    return tuple((name, value) for name, value in _data_of(header) if name in own)


def _data_of(record: Record) -> Iterator[tuple[str, Property]]:
    for field, value in filled_values(record):
        if has_content(field, value):
            each = tuple(_datum(field, one) for one in as_tuple(field, value))
            yield field.name, each if field.many else each[0]


def _datum(field: Field, value: Any) -> Property:
    """One value as data; a record of which only the main field is filled is that field, as in a file."""
    if field.kind is Kind.CHOICE:
        return str(value.value)
    if field.kind is not Kind.RECORD:
        data: Property = value
        return data
    inner = dict(_data_of(value))
    return inner[value.main] if set(inner) == {value.main} else inner
