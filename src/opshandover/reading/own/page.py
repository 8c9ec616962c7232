"""A page of our own as the document that it shows, from what is visible alone: the inverse of `layout.lay_out`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from opshandover.codec.names import absence_keys
from opshandover.document.walk import records_in
from opshandover.layout.recognised import unlabelled_field, with_facts
from opshandover.layout.words.customary import Values
from opshandover.layout.words.labels import NO_REASON
from opshandover.layout.words.readable import field_labelled, is_common, is_label, key_of
from opshandover.layout.words.settled import settled_text
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import Field, Kind, field_map, fields_of, section_fields
from opshandover.model.header import Header, Language
from opshandover.model.signoff import SignOff
from opshandover.pages.blocks import Block, Divider, Facts, Heading, ListBlock, Page, Paragraph, Quote, Table, text_of
from opshandover.pages.facts import as_facts
from opshandover.pages.writing.prose import prose_of
from opshandover.profiles import profile_named
from opshandover.reading.own.context import Context
from opshandover.reading.own.records import drawn, highest, parts_of, read_body, read_facts, read_field, twice_quoted
from opshandover.reading.own.repeated import is_repeated, is_repeated_part, is_view, pass_over, without_bars
from opshandover.reading.own.signatures import is_table_of_signatures, read_signatures
from opshandover.reading.result import Place
from opshandover.spelling import fold
from opshandover.text import LANGUAGES


@frozen(kw_only=True)
class PageReading:
    """What a page says as a document.

    Args:
        document: the document.
        places: where each record was found, by its path.
        left: the blocks that have no home in the document, in order.
    """

    document: OpsDocument
    places: Mapping[str, Place]
    left: tuple[Block, ...]


def read_page(page: Page, profile: str | None = None) -> OpsDocument:
    """The document that a page shows.

    Args:
        page: the page; of its blocks only what is visible is looked at.
        profile: the kind of document; without it the one that the page names.

    Raises:
        UnknownNameError: the page names no kind of document.
    """
    return reading_of(page, profile).document


def reading_of(page: Page, profile: str | None = None) -> PageReading:
    """The document that a page shows, where its records stand, and what has no home in it.

    Raises:
        UnknownNameError: the page names no kind of document.
    """
    context = Context(page.lang)
    values: Values = {"profile": profile or profile_named(page.kind).name}
    above, parts = parts_of(without_bars(page.blocks))
    _read_header(page, above, values, context)
    extra: list[FreeSection] = []
    for head, inside in parts:
        context.passing(head.line, head.text)
        if not _read_part(head, inside, values, context):
            _add_extra(head, inside, extra, context)
    document = OpsDocument(**values, extra=tuple(extra))
    return PageReading(document=document, places=_places(document, context), left=tuple(context.left))


def _places(document: OpsDocument, context: Context) -> Mapping[str, Place]:
    found = context.found
    return {path: found[id(record)][1] for path, record in records_in(document, Record) if id(record) in found}


def _read_header(page: Page, blocks: Sequence[Block], values: Values, context: Context) -> None:
    if page.title != page.kind:
        values["title"] = settled_text(field_map(Header)["title"], page.title)
    own: Values = {}
    for block in with_facts(blocks, Header):
        if isinstance(block, Facts):
            read_facts(Header, block, own, context)
        elif not is_repeated(block) and not _is_kind(block, page):
            context.leave(block)
    values |= {name: value for name, value in own.items() if value is not None}
    values.setdefault("lang", Language(page.lang))


def _is_kind(block: Block, page: Page) -> bool:
    return isinstance(block, Paragraph) and text_of(block.runs) == page.kind


def _read_part(head: Heading, blocks: Sequence[Block], values: Values, context: Context) -> bool:
    """Read what stands below a heading; `False` if it is a section of the authors' own."""
    if not blocks or twice_quoted(blocks) or _is_line(blocks):
        return not blocks and is_repeated_part(head.text)
    if is_repeated_part(head.text):
        pass_over(blocks, context)
        return True
    if fold(head.text) in _LEFT_OUT:
        _read_left_out(blocks, values, context)
        return True
    name = field_labelled(OpsDocument, head.text)
    field = field_map(OpsDocument)[name] if name else None
    if field is None or field.kind is not Kind.SECTION or field.name in values:
        return False
    section = _section(field, blocks, values, context)
    if section is not None:
        values[field.name] = section
    return True


def _is_line(blocks: Sequence[Block]) -> bool:
    """Whether a line across the page is all there is: the text of a section that has none, but the title of another."""
    return len(blocks) == 1 and isinstance(blocks[0], Divider)


_LEFT_OUT = frozenset(fold(NotApplicable.label[lang]) for lang in LANGUAGES)


def _section(field: Field, blocks: Sequence[Block], values: Values, context: Context) -> Any:
    absence = _absence(blocks[0])
    if absence is not None:
        context.leave(*blocks[1:])
        return absence
    place = context.place
    own: Values = {}
    if field.record is SignOff:
        blocks = _without_signatures(blocks, values, own, context)
    blocks = _without_views([block for block in blocks if not drawn(block)], context)
    _read_content(field.record, blocks, own, context)
    return context.make(field.record, own, place)


def _read_content(cls: type[Record], blocks: Sequence[Block], values: Values, context: Context) -> None:
    """Read the content of a section: its fields with labels, or the records of one field alone."""
    if not blocks or not settled_section(cls, blocks):
        return
    alone = unlabelled_field(cls, blocks)
    if alone is not None:
        end = _end_of(alone, cls, blocks)
        read_field(cls, alone, blocks[:end], values, context)
        blocks = blocks[end:]
    read_body(cls, blocks, values, context)


def _end_of(alone: Field, cls: type[Record], blocks: Sequence[Block]) -> int:
    """Where the heading of another field stands than the one that is alone above it."""
    top = highest(blocks)
    first = as_facts(blocks[0]) or blocks[0]
    is_list = isinstance(first, Table | ListBlock | Heading) or is_common(first)
    heads = ((at, block) for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == top)
    others = (
        at
        for at, head in heads
        if field_labelled(cls, head.text) and (is_list or not field_labelled(alone.record, head.text))
    )
    return next(others, len(blocks))


def settled_section(cls: type[Record], blocks: Sequence[Block]) -> bool:
    """Whether a section has more than the words of one that is to be filled in."""
    match blocks:
        case (Paragraph(runs=runs),):
            hint = next(field for field in section_fields(OpsDocument) if field.type is cls)
            return bool(settled_text(hint, text_of(runs)))
        case _:
            return True


def _absence(block: Block) -> Nothing | NotApplicable | None:
    if not isinstance(block, Paragraph):
        return None
    head, *reason = _COLON.split(text_of(block.runs), maxsplit=1)
    cls = absence_keys().get(fold(head))
    if cls is None or (block.runs and block.runs[0].strong):
        return None
    return cls(reason=settled_text(field_map(cls)["reason"], reason[0])) if reason else cls()


_COLON = re.compile("：|: ?")


def _without_signatures(blocks: Sequence[Block], header: Values, values: Values, context: Context) -> Sequence[Block]:
    at = max((i for i, block in enumerate(blocks) if is_table_of_signatures(block)), default=None)
    if at is None:
        return blocks
    table = blocks[at]
    own = {field.name for field in fields_of(Header)}
    document = OpsDocument(**{name: value for name, value in header.items() if name in own})
    if isinstance(table, Table) and (found := read_signatures(table, blocks[at + 1 :], document, context)):
        values["signatures"] = found
    return blocks[:at]


def _without_views(blocks: Sequence[Block], context: Context) -> Sequence[Block]:
    above, parts = parts_of(blocks)
    kept = list(above)
    for head, inside in parts:
        if is_view(head.text):
            pass_over(inside, context)
        else:
            kept += (head, *inside)
    return kept


def _read_left_out(blocks: Sequence[Block], values: Values, context: Context) -> None:
    for block in with_facts(blocks, OpsDocument):
        if not isinstance(block, Facts):
            context.leave(block)
            continue
        for fact in block.items:
            name = field_labelled(OpsDocument, fact.label)
            if not name or field_map(OpsDocument)[name].kind is not Kind.SECTION or name in values:
                context.leave_cell(fact.label, fact.cell)
            else:
                values[name] = NotApplicable(reason=_reason(fact.cell.blocks))


def _reason(blocks: Sequence[Block]) -> str:
    match blocks:
        case (Paragraph(runs=runs),):
            text = text_of(runs)
            said = "" if text in (NO_REASON.zh, NO_REASON.en) else text
        case (Quote(blocks=(Paragraph(runs=runs),)),):
            said = text_of(runs)
        case _:
            said = prose_of(blocks)
    return settled_text(field_map(NotApplicable)["reason"], said)


def _add_extra(head: Heading, blocks: Sequence[Block], extra: list[FreeSection], context: Context) -> None:
    """Add a section of the authors' own; a text that is quoted twice is that of one titled like another."""
    body = twice_quoted(blocks) or (() if _is_line(blocks) else blocks) if is_label(head.text) else blocks
    untitled = not head.text.strip() or (
        body is blocks and key_of(head.text) in {key_of(FreeSection.label[lang]) for lang in LANGUAGES}
    )
    if untitled and body and isinstance(body[0], Divider):
        body = body[1:]
    fields = field_map(FreeSection)
    title = "" if untitled else settled_text(fields["title"], head.text)
    record = context.make(FreeSection, {"title": title, "body": settled_text(fields["body"], prose_of(body))})
    if record is not None:
        extra.append(record)
