"""Sections as blocks: a heading, the texts that lead in, the facts, then one list after another."""

from collections.abc import Collection
from typing import Any

from opshandover.blocks import Block, Fact, Paragraph, Role, Run
from opshandover.layout.cells import compact, fact
from opshandover.layout.prose import blocks_of, runs_of
from opshandover.layout.records import (
    Blocks,
    below,
    facts_block,
    heading,
    titled,
    to_be_filled_in,
)
from opshandover.layout.values import shown
from opshandover.layout.wording import MARKS
from opshandover.model.base import Absence, NotApplicable, Nothing, Section
from opshandover.model.fields import Field, Kind
from opshandover.text import Lang

_ITEMS = 2
"""The level of the headings of what stands in a section."""


def section_blocks(
    field: Field, value: Section | Absence | None, lang: Lang, *, without: Collection[str] = ()
) -> Blocks:
    """Shows one section of a document, be it filled, empty or absent for a reason."""
    return (
        heading(field.label[lang], 1, field.name, Role.SECTION),
        *_inside(field, value, lang, without),
    )


def _inside(
    field: Field, value: Section | Absence | None, lang: Lang, without: Collection[str]
) -> Blocks:
    if isinstance(value, Nothing | NotApplicable):
        return (_absence(value, field.name, lang),)
    missing = (to_be_filled_in(field.spec.hint[lang], field.name, lang),)
    if value is None:
        return missing
    return content_blocks(value, field.name, lang, without=without) or missing


def _absence(value: Absence, path: str, lang: Lang) -> Block:
    said = type(value).label[lang]
    if not value.reason:
        return Paragraph(runs=(Run(text=said),), path=path, role=Role.NOTHING)
    runs = (Run(text=said + MARKS[lang].colon), *runs_of(value.reason))
    return Paragraph(runs=runs, path=f"{path}.reason", role=Role.NOTHING)


def content_blocks(
    section: Section, path: str, lang: Lang, *, without: Collection[str] = ()
) -> Blocks:
    """Shows what a section holds; facts come before the first list, or they seem to belong to it."""
    parts = shown(section, without)
    if len(parts) == 1 and parts[0][0].kind is Kind.RECORD:
        alone, value = parts[0]
        return below(alone, value, f"{path}.{alone.name}", lang, _ITEMS)
    opening: list[Block] = []
    facts: list[Fact] = []
    lists: list[Block] = []
    for field, value in parts:
        place = f"{path}.{field.name}"
        if _is_fact(field, value, lang):
            facts.append(fact(field, value, place, lang))
        elif field.kind is Kind.PROSE and not lists:
            opening += (_lead(field.label[lang]), *blocks_of(value, place))
        else:
            lists += titled(field, value, place, lang, _ITEMS)
    return (*opening, *facts_block(facts, path), *lists)


def _is_fact(field: Field, value: Any, lang: Lang) -> bool:
    if field.many and field.kind is not Kind.CHOICE and len(value) > 1:
        return False
    return compact(field, value, lang)


def _lead(label: str) -> Block:
    return Paragraph(runs=(Run(text=label, strong=True),))
