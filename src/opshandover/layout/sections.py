"""Sections as blocks: a heading, the texts that lead in, the facts, then one list after another."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from opshandover.layout.fill_in import Asking
from opshandover.layout.headings import heading, to_be_filled_in
from opshandover.layout.records import arranged, below, titled
from opshandover.layout.tables.cells import Blocks, with_label
from opshandover.layout.views.chart import with_one_chart
from opshandover.layout.words.labels import NO_REASON, PUNCTUATION
from opshandover.layout.words.values import shown_fields
from opshandover.model.base import Absence, NotApplicable, Nothing, Section
from opshandover.model.fields import Field, Kind
from opshandover.pages.blocks import Block, Cell, Fact, Facts, Paragraph, Role, Run
from opshandover.pages.markdown import blocks_of, runs_of
from opshandover.text import Lang

_ITEMS = 2
"""The level of the headings of what stands in a section."""


def section_blocks(field: Field, value: Section | Absence | None, lang: Lang, asking: Asking = Asking.WHOLES) -> Blocks:
    """Shows one section of a document, be it filled, empty or absent for a reason.

    One that is empty is not shown at all where nothing is asked for.
    """
    inside = with_one_chart(_inside(field, value, lang, asking))
    return (heading(field.label[lang], 1, field.name, Role.SECTION), *inside) if inside else ()


def _inside(field: Field, value: Section | Absence | None, lang: Lang, asking: Asking) -> Blocks:
    if isinstance(value, Nothing | NotApplicable):
        return (_absence(value, field.name, lang),)
    shown = content_blocks(value, field.name, lang, asking=asking) if value else ()
    if shown or asking is Asking.NOTHING:
        return shown
    return (to_be_filled_in(field.spec.hint[lang], field.name, lang),)


def _absence(value: Absence, path: str, lang: Lang) -> Block:
    said = type(value).label[lang]
    if not value.reason:
        return Paragraph(runs=(Run(text=said),), path=path, role=Role.NOTHING)
    runs = (Run(text=said + PUNCTUATION[lang].colon), *runs_of(value.reason))
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
    section: Section,
    path: str,
    lang: Lang,
    *,
    without: Collection[str] = (),
    asking: Asking = Asking.NOTHING,
) -> Blocks:
    """Shows what a section holds: what it says in sentences first, then facts, then lists."""
    parts = shown_fields(section, without)
    lacking = asking.lacking(section, without) if parts else ()
    if len(parts) == 1 and parts[0][0].kind is Kind.RECORD:
        alone, value = parts[0]
        show = titled if lacking else below
        inside = asking.within(alone.spec.need)
        asked = arranged(section, (), path, lang, _ITEMS, lacking=lacking)
        place = f"{path}.{alone.name}"
        return (*asked, *show(alone, value, place, lang, _ITEMS, asking=inside))
    opening: Blocks = ()
    led = list(takewhile(lambda part: part[0].kind is Kind.PROSE, parts))
    for field, value in led:
        opening += with_label(field.label[lang], blocks_of(value, f"{path}.{field.name}"))
    rest = parts[len(led) :]
    arranged_rest = arranged(section, rest, path, lang, _ITEMS, asking=asking, lacking=lacking)
    return (*opening, *arranged_rest)
