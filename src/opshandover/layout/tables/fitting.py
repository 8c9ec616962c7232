"""What fits where: into a column, into half a line, beside a label, or only below a heading."""

from collections.abc import Mapping, Sequence
from typing import Any

from opshandover.layout.words.labels import MARKS
from opshandover.layout.words.records import NATURAL
from opshandover.layout.words.values import one_of, shown, spoken, told
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind
from opshandover.model.people import Person
from opshandover.pages.blocks import ListBlock, Paragraph, text_of
from opshandover.pages.markdown import blocks_of, is_bare
from opshandover.plain_text import fits, greatest_width
from opshandover.text import Lang

SHORT = 80
"""What takes no more room than this (forty Chinese characters) can be a cell of a table."""

_LINE = 120
"""The most that a single record may take as the name of a row, all in one line."""

_LISTED = 3
"""So many texts may stand below one another in a cell."""

_BESIDE = 800
"""A text that takes no more room than this can stand beside its label."""

_BRIEF = 40
"""What takes no more room than this (twenty Chinese characters) can share a line with others."""

HALF = 34
"""What takes no more room than this fits beside a label into half the width of the page."""

_IN_A_LIST: Mapping[Lang, int] = {"zh": 40, "en": 60}
"""How much room each of some texts may take that share a line; English words are longer."""

_SHARE_A_LINE = 6
"""So many short texts may stand in one line."""

_SENTENCE_ENDS = ("。", "！", "？", ".", "!", "?")


def compact(field: Field, value: object, lang: Lang) -> bool:
    """Says whether a value is short and simple enough to be compared with others in a table."""
    if field.kind is Kind.PROSE:
        return _are_short((str(value),)) and _is_in_paragraphs(str(value))
    values = one_of(field, value)
    if field.kind is Kind.TEXT:
        return len(values) <= _LISTED and _are_short(("".join(values),))
    if field.kind is Kind.RECORD:
        named = not field.many or all(map(_is_named_only, values))
        return named and _in_a_line(field, values, lang, SHORT)
    return True


def all_compact(field: Field, values: Sequence[Any], lang: Lang) -> bool:
    """Says the same of all values of a column; the room of texts is looked at together."""
    if field.kind is Kind.PROSE:
        return _are_short(values) and all(map(_is_in_paragraphs, values))
    if field.kind is Kind.TEXT and not field.many:
        return _are_short(values)
    return all(compact(field, value, lang) for value in values)


def all_name_rows(field: Field, values: Sequence[Any], lang: Lang) -> bool:
    """Says whether main values may stand in the first column, even if they are not quite short."""
    if field.kind in (Kind.PROSE, Kind.RECORD):
        return all(_names_a_row(field, value, lang) for value in values)
    return True


def _names_a_row(field: Field, value: object, lang: Lang) -> bool:
    if field.kind is Kind.RECORD and not compact(field, value, lang):
        values = one_of(field, value)
        return len(values) == 1 and _in_a_line(field, values, lang, _LINE)
    return beside(field, value, lang)


def beside(field: Field, value: object, lang: Lang) -> bool:
    """Says whether a value can stand beside its label, so that it needs no heading."""
    if field.kind is Kind.PROSE:
        simple = all(isinstance(block, Paragraph | ListBlock) for block in blocks_of(str(value)))
        return simple and fits(str(value), _BESIDE)
    if field.kind is Kind.RECORD and not compact(field, value, lang):
        values = one_of(field, value)
        return len(values) == 1 and is_flat(values[0], lang)
    return True


def is_flat(record: Record, lang: Lang) -> bool:
    """Says whether all that a record holds can stand beside labels, tables being needed nowhere."""
    return all(beside(field, value, lang) for field, value in shown(record))


def brief(record: Record, field: Field, lang: Lang, limit: int = _BRIEF) -> bool:
    """Says whether the value of a record's field is so short that it can share a line."""
    listed = field.many and field.kind is Kind.TEXT
    said_freely = field.kind is Kind.RECORD and field.type not in NATURAL
    if listed or said_freely or field.kind is Kind.PROSE:
        return False
    text = text_of(told(record, field, lang))
    return "\n" not in text and fits(text, limit)


def fits_half(record: Record, field: Field, lang: Lang) -> bool:
    """Says whether two such values can stand side by side on the page with their labels."""
    return brief(record, field, lang, HALF)


def in_one_line(texts: Sequence[str], lang: Lang) -> bool:
    """Says whether some texts are so few and short that a list of them is one line."""
    mark = MARKS[lang].semicolon.strip()
    return len(texts) <= _SHARE_A_LINE and all(
        fits(text, _IN_A_LIST[lang])
        and mark not in text
        and "\n" not in text
        and not text.rstrip().endswith(_SENTENCE_ENDS)
        for text in texts
    )


def _are_short(texts: Sequence[str]) -> bool:
    return "\n" not in "".join(texts) and greatest_width(texts) <= SHORT


def _is_in_paragraphs(text: str) -> bool:
    return is_bare(text) or all(isinstance(block, Paragraph) for block in blocks_of(text))


def _is_named_only(record: Record) -> bool:
    """Says whether of a record nothing is known but its name; a person's details come with it."""
    main = type(record).main
    return isinstance(record, Person) or all(field.name == main for field, _ in shown(record))


def _in_a_line(field: Field, values: Sequence[Record], lang: Lang, limit: int) -> bool:
    """Says whether records are so simple that they can be said inside a line."""
    simple = all(compact(f, v, lang) for record in values for f, v in shown(record))
    whole = tuple(values) if field.many else values[0]
    return simple and fits(text_of(spoken(field, whole, lang)), limit)
