"""Whether what a page shows of a value reads back as the same: where it would not, the layout shows more.

A name with a comma, a title that is a label, prose with a bold label: few texts are like that, and only they are
looked at closely. A page is read by what is visible alone (`reading.own`).
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from opshandover.caching import per_class
from opshandover.codec.names import absence_meant, all_keys
from opshandover.layout.words import labels
from opshandover.layout.words.inverse import read_record, read_text
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.metrics import LABELS as DERIVED
from opshandover.layout.words.settled import settled, settled_value
from opshandover.layout.words.values import inline_record, inline_value
from opshandover.model.base import NotApplicable, Record
from opshandover.model.document import FreeSection
from opshandover.model.fields import Field, Kind, fields_of, filled_values, keys_of, main_field, values_of
from opshandover.model.people import Person
from opshandover.pages.blocks import Block, ListBlock, Paragraph, Quote, Run, Table, text_of, unquoted
from opshandover.pages.inline import is_plain_line
from opshandover.pages.markdown import blocks_of
from opshandover.spelling import fold
from opshandover.text import LANGUAGES, Lang

_COLONS = ":："
_DERIVED_HEADINGS = (
    labels.FIRST_THINGS,
    labels.IN_FOCUS,
    labels.TO_FOLLOW_UP,
    labels.ALSO_TO_FOLLOW_UP,
    labels.MATRIX,
    labels.BREAKDOWN,
    labels.FINDINGS,
    NotApplicable.label,
    FreeSection.label,
)
"""The headings of a page that are no labels of fields."""


def key_of(text: str) -> str:
    """What a label is compared by."""
    return fold(text.strip().rstrip(_COLONS))


@cache
def _reserved() -> frozenset[str]:
    return all_keys().union(key_of(text[lang]) for text in _DERIVED_HEADINGS for lang in LANGUAGES)


def is_label(text: str) -> bool:
    """Whether a text would be taken for a label or a heading of the page, or for a line that it begins with."""
    return text.startswith(_BEGINNINGS) or key_of(text) in _reserved()


_BEGINNINGS = tuple(
    text[lang].partition("{")[0]
    for text in (labels.SAME_FOR_ALL, labels.EMPTY, labels.TO_BE_FILLED_IN)
    for lang in LANGUAGES
)


def is_heading_of(cls: type[Record], text: str) -> bool:
    """Whether a text would be taken for the heading of a record without a title, or of a phase."""
    return numbered(cls, text) is not None or counted_phase(text) is not None


def numbered(cls: type[Record], text: str) -> int | None:
    """The number in the heading of a record without a title: `任务 3`; counted from 1."""
    found = _number_pattern(cls).fullmatch(text)
    return int(found[1]) if found else None


@per_class
def _number_pattern(cls: type[Record]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(re.escape(cls.label[lang]) for lang in LANGUAGES)}) ?(\d{{1,9}})")


def counted_phase(text: str) -> str | None:
    """The label of a phase in its heading, `准备（已确认 1 / 2）`."""
    found = next((found for pattern in _phase_patterns() if (found := pattern.fullmatch(text))), None)
    return found[1] if found else None


@cache
def _phase_patterns() -> tuple[re.Pattern[str], ...]:
    counts = (re.sub(r"\\\{\w+\\\}", r"\\d+", re.escape(labels.CONFIRMED[lang])) for lang in LANGUAGES)
    return tuple(re.compile(rf"([^()（）]+?) ?[(（]{count}[)）]") for count in counts)


def field_labelled(cls: type[Record], text: str) -> str | None:
    """The name of the field of a class that a label stands for; empty for one that is computed, `None` for no label."""
    known = _names(cls).get(text)
    return _names(cls).get(key_of(text)) if known is None else known


@per_class
def _names(cls: type[Record]) -> dict[str, str]:
    derived = (text[lang] for text in DERIVED.get(cls, ()) for lang in LANGUAGES)
    return {**{key_of(text): "" for text in derived}, **{key: field.name for key, field in keys_of(cls).items()}}


def is_title_line(block: Block) -> bool:
    """Whether a block is a title in bold: not a label, nor a label before a value that is bold itself.

    Some formats do not say that breaks between bold lines are bold.
    """
    match block:
        case Paragraph(runs=(Run(strong=True, text=label), Run(strong=False), _, *_)) if key_of(label) in _reserved():
            return False
        case Paragraph(level=0, runs=runs):
            are_strong = any(run.strong for run in runs) and all(run.strong or not run.text.strip() for run in runs)
            return are_strong and not is_label(text_of(runs))
        case _:
            return False


def begins_with_label(block: Block, cls: type[Record]) -> bool:
    """Whether a block begins with the label of a field in bold."""
    match block:
        case Paragraph(level=0, runs=(Run(strong=True, text=text), *_)):
            return field_labelled(cls, text) is not None
        case _:
            return False


def delimited(blocks: Sequence[Block], cls: type[Record]) -> tuple[Block, ...]:
    """Prose among other values of a record: in a quotation, where its end could not be told."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].level:
        return tuple(blocks)
    is_quote = len(blocks) == 1 and isinstance(blocks[0], Quote)
    if is_quote or any(map(_is_doubtful, blocks)) or any(begins_with_label(block, cls) for block in blocks[1:]):
        return (Quote(tuple(blocks)),)
    return tuple(blocks)


def _is_doubtful(block: Block) -> bool:
    """Whether a block of prose is like one that records have."""
    return isinstance(block, Table) or is_labelled_list(block) or (isinstance(block, Paragraph) and is_common(block))


def is_labelled_list(block: Block) -> bool:
    """Whether an item of a list begins in bold, as the label of a fact does."""
    return isinstance(block, ListBlock) and any(begins_bold(item.blocks[0]) for item in block.items if item.blocks)


def is_like_a_title(blocks: Sequence[Block]) -> bool:
    """Whether prose is a line with labels below it, as a record is with its title."""
    return len(blocks) == 2 and isinstance(blocks[0], Paragraph) and is_labelled_list(blocks[1])


def set_off(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Prose that has to stand beside its label: in a quotation, if it would be taken for a record with its title."""
    return (Quote(tuple(blocks)),) if is_like_a_title(unquoted(blocks)) else tuple(blocks)


def taken_in(blocks: Sequence[Block]) -> Sequence[Block]:
    """Prose that stood beside its label: the inverse of `set_off`."""
    match blocks:
        case (Quote(blocks=inner),) if is_like_a_title(unquoted(blocks)):
            return inner
        case _:
            return blocks


def begins_bold(block: Block) -> bool:
    """Whether a block is a paragraph that begins in bold."""
    return isinstance(block, Paragraph) and not block.level and bool(block.runs) and block.runs[0].strong


def is_common(block: Block) -> bool:
    """Whether a block says what is the same for all records of a list."""
    return (
        isinstance(block, Paragraph)
        and not block.level
        and text_of(block.runs).startswith((labels.SAME_FOR_ALL.zh, labels.SAME_FOR_ALL.en))
    )


def is_plain_prose(text: str) -> bool:
    """Whether prose is one paragraph in one style, so that it can stand within a line."""
    if is_plain_line(text):
        return True
    match blocks_of(text):
        case (Paragraph(runs=(Run(link="", image=None) as only,)),):
            return not (only.strong or only.emphasis or only.strike or only.code)
        case _:
            return False


def begins_strong(text: str) -> bool:
    """Whether prose begins in bold, as a label does."""
    if is_plain_line(text):
        return False
    blocks = blocks_of(text)
    return bool(blocks) and isinstance(blocks[0], Paragraph) and blocks[0].runs[0].strong


def _is_plain_within(record: Record) -> bool:
    return all(_is_plain_value(*part) for part in filled_values(record))


def _is_plain_value(field: Field, value: Any) -> bool:
    if field.kind is Kind.PROSE:
        return not value or value.isspace() or is_plain_prose(value)
    values = value if field.many else (value,)
    return field.kind is not Kind.RECORD or all(map(_is_plain_within, values))


def reads_inline(field: Field, value: Any, lang: Lang) -> bool:
    """Whether the value of a field reads back from the line that shows it."""
    if field.kind is Kind.PROSE:
        return is_plain_prose(value)
    if field.kind is Kind.TEXT:
        return not field.many or not any(PUNCTUATION[lang].semicolon in text for text in value)
    if field.kind is not Kind.RECORD:
        return True
    if not field.many:
        return reads_as_line(value, lang)
    if field.type is Person and len(value) == 1:
        return reads_as_line(value[0], lang) and _reads_together(field, value, lang)
    return all(reads_as_line(one, lang) for one in value) and _reads_together(field, value, lang)


def _reads_together(field: Field, value: tuple[Record, ...], lang: Lang) -> bool:
    if field.type is Person and not any(map(_HAS_SIGNS.search, chain.from_iterable(map(values_of(Person), value)))):
        return True
    return bool(read_text(field, text_of(inline_value(field, value, lang)), lang) == settled_value(field, value))


_HAS_SIGNS = re.compile("[、,，；;()（）]")


def reads_as_line(record: Record, lang: Lang) -> bool:
    """Whether a record reads back from one line, on which `inline_record` shows it."""
    return _reads_as_line(record, lang)


@lru_cache(maxsize=4096)
def _reads_as_line(record: Record, lang: Lang) -> bool:
    if not _is_plain_within(record):
        return False
    said = text_of(inline_record(record, lang))
    return read_record(type(record), said, lang) == settled(record)


def can_be_title(field: Field, value: Any, lang: Lang) -> bool:
    """Whether a value can stand in bold above all else of its record, without its label."""
    if field.kind is Kind.PROSE and not is_plain_prose(value):
        return False
    if field.kind is Kind.RECORD and not reads_inline(field, value, lang):
        return False
    return not is_label(text_of(inline_value(field, value, lang)))


def can_name(record: Record, lang: Lang) -> bool:
    """Whether the title of a record can be the label of what a table leaves over."""
    field = main_field(type(record))
    return field is not None and (field.kind is not Kind.PROSE or is_plain_prose(getattr(record, field.name)))


def is_taken_for_absence(text: str) -> bool:
    """Whether a line alone in a section would be taken for the statement that there is nothing."""
    head = re.split("[:：]", text, maxsplit=1)[0]
    return absence_meant(head) is not None


@per_class
def principal(cls: type[Record]) -> str:
    """The field of a section whose records may stand there without its label: the first that matters most."""
    records = [field for field in fields_of(cls) if field.kind is Kind.RECORD]
    return min(records, key=lambda field: -field.spec.need.value).name if records else ""
