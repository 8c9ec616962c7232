"""Sections as blocks: a heading, introductory texts, short values, then lists."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from opshandover.document.paths import child_path
from opshandover.layout.fill_in import FillIn
from opshandover.layout.headings import heading, to_be_filled_in
from opshandover.layout.recognised import unlabelled_field
from opshandover.layout.records import arrange_fields, labelled_blocks, unlabelled_blocks
from opshandover.layout.tables.cells import Blocks, with_label
from opshandover.layout.views.chart import with_one_chart
from opshandover.layout.words.labels import NO_REASON, PUNCTUATION
from opshandover.layout.words.readable import delimited
from opshandover.layout.words.values import shown_fields
from opshandover.model.base import Absence, NotApplicable, Nothing, Section
from opshandover.model.fields import Field, Kind
from opshandover.pages.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    Paragraph,
    Quote,
    Role,
    Run,
)
from opshandover.pages.markdown import blocks_of, runs_of
from opshandover.text import Lang

_ITEMS = 2
"""The level of headings within a section."""


def section_blocks(
    field: Field, value: Section | Absence | None, lang: Lang, fill_in: FillIn = FillIn.EMPTY_PARTS
) -> Blocks:
    """Return one section of a document: filled, empty or absent for a reason.

    An empty section is not shown if there are no placeholders.
    """
    inside = with_one_chart(_inside(field, value, lang, fill_in))
    return (heading(field.label[lang], 1, field.name, Role.SECTION), *inside) if inside else ()


def _inside(field: Field, value: Section | Absence | None, lang: Lang, fill_in: FillIn) -> Blocks:
    if isinstance(value, Nothing | NotApplicable):
        return (_absence(value, field.name, lang),)
    shown = content_blocks(value, field.name, lang, fill_in=fill_in) if value else ()
    if shown or fill_in is FillIn.NOTHING:
        return shown
    return (to_be_filled_in(field.spec.hint[lang], field.name, lang),)


def _absence(value: Absence, path: str, lang: Lang) -> Block:
    said = type(value).label[lang]
    if not value.reason:
        return Paragraph(runs=(Run(text=said),), path=path, role=Role.NOTHING)
    runs = (Run(text=said + PUNCTUATION[lang].colon), *runs_of(value.reason))
    return Paragraph(runs=runs, path=child_path(path, "reason"), role=Role.NOTHING)


def left_out_blocks(absent: Sequence[tuple[Field, NotApplicable]], lang: Lang) -> Blocks:
    """Return a list of the sections that do not apply, each with its reason."""
    if not absent:
        return ()
    facts = tuple(_left_out(field, value, lang) for field, value in absent)
    return (heading(NotApplicable.label[lang], 1), Facts(items=facts))


def _left_out(field: Field, value: NotApplicable, lang: Lang) -> Fact:
    runs = runs_of(value.reason) if value.reason.strip() else (Run(text=NO_REASON[lang]),)
    path = child_path(field.name, "reason")
    said: Block = Paragraph(runs=runs, path=path, role=Role.NOTHING)
    if value.reason in (NO_REASON.zh, NO_REASON.en):
        said = Quote((said,))
    return Fact(label=field.label[lang], cell=Cell(blocks=(said,), path=field.name))


def content_blocks(
    section: Section, path: str, lang: Lang, *, without: Collection[str] = (), fill_in: FillIn = FillIn.NOTHING
) -> Blocks:
    """Return the content of a section: prose first, then short values, then lists."""
    parts = shown_fields(section, without)
    lacking = fill_in.placeholder_fields(section, without) if parts else ()
    if len(parts) == 1 and parts[0][0].kind is Kind.RECORD:
        alone, value = parts[0]
        inside = fill_in.within(alone.spec.need)
        asked = arrange_fields(section, (), path, lang, _ITEMS, lacking=lacking)
        alone_path = child_path(path, alone.name)
        shown = unlabelled_blocks(alone, value, alone_path, lang, _ITEMS, fill_in=inside)
        if lacking or unlabelled_field(type(section), shown) is not alone:
            shown = labelled_blocks(alone, value, alone_path, lang, _ITEMS, fill_in=inside)
        return (*asked, *shown)
    opening: Blocks = ()
    led = list(takewhile(lambda part: part[0].kind is Kind.PROSE, parts))
    for field, value in led:
        prose = delimited(blocks_of(value, child_path(path, field.name)), type(section))
        opening += with_label(field.label[lang], prose)
    rest = parts[len(led) :]
    arranged_rest = arrange_fields(section, rest, path, lang, _ITEMS, fill_in=fill_in, lacking=lacking)
    return (*opening, *arranged_rest)
