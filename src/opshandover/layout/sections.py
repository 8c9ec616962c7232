"""Sections as blocks: a heading, the texts that lead in, the facts, then one list after another."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from opshandover.blocks import Block, Cell, Fact, Facts, Paragraph, Role, Run
from opshandover.layout.cells import Blocks, led_in
from opshandover.layout.headings import heading, to_be_filled_in
from opshandover.layout.prose import blocks_of, runs_of
from opshandover.layout.records import arranged, below
from opshandover.layout.values import shown
from opshandover.layout.wording import MARKS, NO_REASON
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


def left_out_blocks(absent: Sequence[tuple[Field, NotApplicable]], lang: Lang) -> Blocks:
    """Shows in one place, each with its reason, the sections that do not apply."""
    if not absent:
        return ()
    facts = tuple(_left_out(field, value, lang) for field, value in absent)
    return (heading(NotApplicable.label[lang], 1), Facts(items=facts))


def _left_out(field: Field, value: NotApplicable, lang: Lang) -> Fact:
    runs = runs_of(value.reason) if value.reason.strip() else (Run(text=NO_REASON[lang]),)
    path = f"{field.name}.reason"
    paragraph = Paragraph(runs=runs, path=path, role=Role.NOTHING)
    return Fact(label=field.label[lang], cell=Cell(blocks=(paragraph,), path=field.name))


def content_blocks(
    section: Section, path: str, lang: Lang, *, without: Collection[str] = ()
) -> Blocks:
    """Shows what a section holds: what it says in sentences first, then facts, then lists."""
    parts = shown(section, without)
    if len(parts) == 1 and parts[0][0].kind is Kind.RECORD:
        alone, value = parts[0]
        return below(alone, value, f"{path}.{alone.name}", lang, _ITEMS)
    opening: Blocks = ()
    led = list(takewhile(lambda part: part[0].kind is Kind.PROSE, parts))
    for field, value in led:
        opening += led_in(field.label[lang], blocks_of(value, f"{path}.{field.name}"))
    return (*opening, *arranged(section, parts[len(led) :], path, lang, _ITEMS))
