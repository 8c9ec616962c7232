"""The values of a form in words, as people write them there: dates in the language of the form."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from attrs import evolve

from opshandover.exporters.word.form.names import DATE_KINDS, Name, Part
from opshandover.layout.words.labels import BULLET, PUNCTUATION
from opshandover.layout.words.scalars import format_when
from opshandover.layout.words.units import text_after
from opshandover.layout.words.values import has_content, inline_value
from opshandover.model.base import NotApplicable, Nothing, Record
from opshandover.model.fields import Field, Kind, filled_values
from opshandover.model.people import Person
from opshandover.pages.blocks import (
    Block,
    Code,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    text_of,
)
from opshandover.pages.markdown import blocks_of
from opshandover.text import Lang

_MONTHS = "January February March April May June July August September October November December".split()
_ENDS = (".start", ".end")
Found = Sequence[tuple[str, Any, Any]]


def is_there(field: Field | None, value: object) -> bool:
    """Whether a value is there to be shown; a section that says that there is nothing is none."""
    if isinstance(value, (Nothing, NotApplicable)):
        return False
    if field is None or isinstance(value, str):
        return bool(str(value).strip())
    if isinstance(value, tuple):
        return value != ()
    if isinstance(value, Record):
        return any(has_content(*part) for part in filled_values(value))
    return has_content(field, value)


def in_words(name: Name, found: Found, lang: Lang) -> Sequence[tuple[str, Runs]]:
    """Return the values that a name leads to, in a line, each with its path; between several are marks without one."""
    field = name.field
    if field is None:
        return ()
    each = [
        (path, runs)
        for path, value, owner in found
        if value is not None and value != "" and (runs := _value(name, field, value, owner, lang))
    ]
    marks = PUNCTUATION[lang]
    mark = marks.pause if field.kind in (Kind.TEXT, Kind.CHOICE) or field.type is Person else marks.semicolon
    return [piece for one in each for piece in (("", (Run(mark),)), one)][1:]


def _value(name: Name, field: Field, value: Any, owner: Any, lang: Lang) -> Runs:
    if field.kind is Kind.TEXT and isinstance(value, str):
        return (Run(value),)
    single = field if field.many is isinstance(value, tuple) else evolve(field, many=not field.many)
    if single.many or field.kind is Kind.RECORD or field.kind is Kind.SECTION:
        return tuple(_dated(run, lang) for run in inline_value(single, value, lang))
    if field.kind in DATE_KINDS:
        return (Run(date_in_words(value, lang, name.part)),)
    if field.kind is Kind.PROSE:
        return _flat(blocks_of(value), lang)
    after = text_after(owner, field.name, lang) if isinstance(owner, Record) else ()
    return inline_value(single, value, lang) + after


def date_in_words(value: date, lang: Lang, part: Part | None = None) -> str:
    """Return a date as it is written in a language, or one part of it."""
    time = f"{value:%H:%M}" if isinstance(value, datetime) else ""
    match part:
        case Part.YEAR:
            return str(value.year)
        case Part.MONTH:
            return str(value.month)
        case Part.DAY:
            return str(value.day)
        case Part.TIME:
            return time
        case Part.ISO:
            return format_when(value)
        case None:
            zh = f"{value.year}年{value.month}月{value.day}日"
            day = zh if lang == "zh" else f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
            return f"{day} {time}".rstrip()


def _dated(run: Run, lang: Lang) -> Run:
    """Return a run of a period or a shift with its dates as the form has them."""
    if not run.path.endswith(_ENDS):
        return run
    day, _, time = run.text.partition(" ")
    try:
        said = date_in_words(date.fromisoformat(day), lang)
    except ValueError:
        return run
    return evolve(run, text=f"{said} {time}".rstrip())


def _flat(blocks: Iterable[Block], lang: Lang) -> Runs:
    """Return the blocks of a text in one paragraph, each on a line of its own."""
    lines = [runs for block in blocks for runs in _lines(block, lang) if runs]
    return tuple(run for number, runs in enumerate(lines) for run in ((Run("\n"),) if number else ()) + runs)


def _lines(block: Block, lang: Lang) -> Iterable[Runs]:
    match block:
        case Paragraph(runs=runs):
            yield runs
        case Heading(text=text) | Code(text=text):
            yield (Run(text),)
        case Quote(blocks=blocks):
            for inner in blocks:
                yield from _lines(inner, lang)
        case ListBlock(items=items):
            for number, item in enumerate(items, start=block.start):
                lead = f"{number}. " if block.ordered else f"{BULLET} "
                for place, runs in enumerate(runs for inner in item.blocks for runs in _lines(inner, lang)):
                    yield (Run("  " if place else lead), *runs)
        case Table(columns=columns, rows=rows):
            comma = PUNCTUATION[lang].comma
            yield (Run(comma.join(column.label for column in columns)),)
            for row in rows:
                cells = (text_of(runs) for cell in row.cells for inner in cell.blocks for runs in _lines(inner, lang))
                yield (Run(comma.join(cells)),)
        case _:
            return
