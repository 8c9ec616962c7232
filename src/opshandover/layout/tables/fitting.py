"""What fits where: in a column, in half a line, next to a label, or only below a heading."""

from collections.abc import Mapping, Sequence
from typing import Any

from opshandover.layout.words.labels import PUNCTUATION, SEE_BELOW
from opshandover.layout.words.readable import begins_strong, is_like_a_title, reads_inline
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.values import as_tuple, inline_field, inline_value, shown_fields
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind
from opshandover.model.people import Person
from opshandover.pages.blocks import Block, ListBlock, Paragraph, text_of
from opshandover.pages.inline import is_plain_line
from opshandover.pages.markdown import blocks_of
from opshandover.plain_text import fits_width, greatest_width
from opshandover.text import LANGUAGES, Lang

SHORT = 80
"""The maximum width of a table cell: forty Chinese characters."""

_LINE = 120
"""The maximum width of a single record as the name of a row, all on one line."""

_LISTED = 3
"""The maximum number of texts one below the other in a cell."""

_BESIDE = 800
"""The maximum width of a text next to its label."""

_BRIEF = 40
"""The maximum width of a value that shares a line with others: twenty Chinese characters."""

HALF = 34
"""The maximum width of a value that fits with its label into half the page width."""

_IN_A_LIST: Mapping[Lang, int] = {"zh": 40, "en": 60}
"""The maximum width of each text of a list on one line; English words are longer."""

_SHARE_A_LINE = 6
"""The maximum number of texts of a list on one line."""

_SEE_BELOW = frozenset(SEE_BELOW[lang] for lang in LANGUAGES)
"""What stands in a cell whose text is below the table, and is no text of its own."""

_SENTENCE_ENDS = ("。", "！", "？", ".", "!", "?")


def is_compact(field: Field, value: object, lang: Lang) -> bool:
    """Whether a value is short and simple enough to be compared with others in a table."""
    if field.kind is Kind.PROSE:
        return _are_short((str(value),)) and _is_in_paragraphs(str(value))
    values = as_tuple(field, value)
    if field.kind is Kind.TEXT:
        return (
            len(values) <= _LISTED and _are_short(("".join(values),)) and _SEE_BELOW.isdisjoint(map(str.strip, values))
        )
    if field.kind is Kind.RECORD:
        named = not field.many or all(map(_is_named_only, values))
        return named and _in_a_line(field, values, lang, SHORT) and reads_inline(field, value, lang)
    return True


def are_all_compact(field: Field, values: Sequence[Any], lang: Lang) -> bool:
    """Whether all values of a column are; the width of texts is checked together."""
    if field.kind is Kind.PROSE:
        return _are_short(values) and all(map(_is_in_paragraphs, values))
    if field.kind is Kind.TEXT and not field.many:
        return _are_short(values) and _SEE_BELOW.isdisjoint(map(str.strip, values))
    return all(is_compact(field, value, lang) for value in values)


def can_all_name_rows(field: Field, values: Sequence[Any], lang: Lang) -> bool:
    """Whether main values can be in the first column, even if they are not quite short."""
    if field.kind is Kind.PROSE and any(map(begins_strong, values)):
        return False
    if field.kind in (Kind.PROSE, Kind.RECORD):
        return all(_names_a_row(field, value, lang) for value in values)
    return True


def _names_a_row(field: Field, value: object, lang: Lang) -> bool:
    if field.kind is Kind.RECORD and not is_compact(field, value, lang):
        values = as_tuple(field, value)
        return len(values) == 1 and _in_a_line(field, values, lang, _LINE)
    return fits_beside_label(field, value, lang)


def fits_beside_label(field: Field, value: object, lang: Lang) -> bool:
    """Whether a value can be next to its label, so that it needs no heading."""
    if field.kind is Kind.PROSE:
        blocks = blocks_of(str(value))
        return fits_width(str(value), _BESIDE) and all(map(_is_simple, blocks)) and not is_like_a_title(blocks)
    if field.kind is Kind.RECORD and not is_compact(field, value, lang):
        values = as_tuple(field, value)
        return len(values) == 1 and is_flat(values[0], lang)
    return True


def _is_simple(block: Block) -> bool:
    """Whether a block of prose can stand next to a label: a paragraph, or a list of such."""
    match block:
        case Paragraph(level=level):
            return not level
        case ListBlock(items=items):
            return all(_is_simple(inner) for item in items for inner in item.blocks)
        case _:
            return False


def can_lead(record: Record, lang: Lang) -> bool:
    """Whether a record has a title that is short enough to be a line above all else."""
    field, value = next(iter(shown_fields(record)), (None, None))
    return field is not None and field.name == type(record).main and is_compact(field, value, lang)


def is_flat(record: Record, lang: Lang) -> bool:
    """Whether all that a record holds can be next to labels, without any table."""
    return all(fits_beside_label(field, value, lang) for field, value in shown_fields(record))


def is_brief(record: Record, field: Field, lang: Lang, limit: int = _BRIEF) -> bool:
    """Whether the value of a record's field is so short that it can share a line."""
    listed = field.many and field.kind is Kind.TEXT
    said_freely = field.kind is Kind.RECORD and field.type not in RECORD_FORMATTERS
    if listed or said_freely or field.kind is Kind.PROSE:
        return False
    if field.kind is Kind.RECORD and not reads_inline(field, getattr(record, field.name), lang):
        return False
    text = text_of(inline_field(record, field, lang))
    return "\n" not in text and fits_width(text, limit)


def fits_half(record: Record, field: Field, lang: Lang) -> bool:
    """Whether a value with its label fits in half the width of the page."""
    return is_brief(record, field, lang, HALF)


def fits_on_one_line(texts: Sequence[str], lang: Lang) -> bool:
    """Whether some texts are so few and short that their list is one line."""
    mark = PUNCTUATION[lang].semicolon.strip()
    return len(texts) <= _SHARE_A_LINE and all(
        fits_width(text, _IN_A_LIST[lang])
        and mark not in text
        and "\n" not in text
        and not text.rstrip().endswith(_SENTENCE_ENDS)
        for text in texts
    )


def texts_on_line(line: str, lang: Lang) -> tuple[str, ...]:
    """The texts of a list that a line shows: as many as it has parts, if these could be a list on one line."""
    parts = tuple(line.split(PUNCTUATION[lang].semicolon))
    return parts if fits_on_one_line(parts, lang) else (line,)


def _are_short(texts: Sequence[str]) -> bool:
    return "\n" not in "".join(texts) and greatest_width(texts) <= SHORT


def _is_in_paragraphs(text: str) -> bool:
    if text.strip() in _SEE_BELOW:
        return False
    return is_plain_line(text) or (
        all(isinstance(block, Paragraph) and not block.level for block in blocks_of(text)) and not begins_strong(text)
    )


def _is_named_only(record: Record) -> bool:
    """Whether a record holds nothing but its name; a person's details are part of the name."""
    main = type(record).main
    return isinstance(record, Person) or all(field.name == main for field, _ in shown_fields(record))


def _in_a_line(field: Field, values: Sequence[Record], lang: Lang, limit: int) -> bool:
    """Whether records are so simple that they can be written inline."""
    simple = all(is_compact(f, v, lang) for record in values for f, v in shown_fields(record))
    whole = tuple(values) if field.many else values[0]
    return simple and fits_width(text_of(inline_value(field, whole, lang)), limit)
