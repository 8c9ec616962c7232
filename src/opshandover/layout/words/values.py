"""Single values in words: as people write dates, persons or amounts inside a line."""

from collections.abc import Iterable
from typing import Any, assert_never, cast

from opshandover.layout.words.labels import MARKS, NO, YES
from opshandover.layout.words.metrics import derived_of
from opshandover.layout.words.records import NATURAL
from opshandover.layout.words.scalars import choice, day, moment, number
from opshandover.layout.words.units import after, hidden
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map, given
from opshandover.model.people import Person
from opshandover.pages.blocks import Paragraph, Run, Runs, below, standing_at, text_of
from opshandover.pages.markdown import blocks_of, runs_of
from opshandover.profiles import profile_of
from opshandover.text import Lang


def filled(field: Field, value: object) -> bool:
    """Says whether a field holds something to show; a flag that nobody set does not."""
    if isinstance(value, str):
        return bool(value) and not value.isspace()
    if field.kind is Kind.BOOLEAN:
        return value is not None and value is not field.default
    return value is not None and value != ()


def shown(record: Record, without: Iterable[str] = ()) -> tuple[tuple[Field, Any], ...]:
    """Gives the fields to show with their values, the main field first.

    What is said together with another field is not among them.
    """
    main = type(record).main
    out = {*without, *hidden(record)}
    parts = [part for part in given(record) if part[0].name not in out and filled(*part)]
    return tuple(sorted(parts, key=lambda part: part[0].name != main))


def one_of(field: Field, value: object) -> tuple[Any, ...]:
    """Gives the single values of a field, be it one or many."""
    return cast("tuple[Any, ...]", value) if field.many else (value,)


def joined(parts: Iterable[Runs], mark: str) -> Runs:
    """Puts texts one after another, with a mark between them."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(text=mark))
        runs.extend(part)
    return tuple(runs)


def spoken(field: Field, value: object, lang: Lang) -> Runs:
    """Says the value of a field, one or many, inside a line."""
    if not field.many:
        return said(field, value, lang, inner=True)
    names = field.kind is Kind.CHOICE or field.type is Person
    mark = MARKS[lang].pause if names else MARKS[lang].semicolon
    each = (said(field, one, lang, inner=True) for one in one_of(field, value))
    place = below if field.kind is Kind.RECORD else standing_at
    return joined((place(runs, f"[{i}]") for i, runs in enumerate(each)), mark)


def told(record: Record, field: Field, lang: Lang) -> Runs:
    """Says the value of a record's field, and what belongs to it in the same breath.

    The runs have their paths from the record on.
    """
    return _part(field, getattr(record, field.name), lang) + after(record, field.name, lang)


def _part(field: Field, value: object, lang: Lang) -> Runs:
    """Says the value of a field, each run with its path from the record on."""
    place = below if field.many or field.kind is Kind.RECORD else standing_at
    return place(spoken(field, value, lang), f".{field.name}")


def said(field: Field, value: Any, lang: Lang, *, inner: bool = False) -> Runs:
    """Says a single value of a field; `inner` is for a value in the midst of others."""
    match field.kind:
        case Kind.TEXT:
            runs = runs_of(value)
        case Kind.PROSE:
            runs = _prose(value)
        case Kind.PROFILE:
            runs = _plain(profile_of(value).label[lang])
        case Kind.INTEGER | Kind.DECIMAL:
            runs = _plain(number(value) + _unit(field))
        case Kind.BOOLEAN:
            runs = _plain((YES if value else NO)[lang])
        case Kind.DATE:
            runs = _plain(day(value))
        case Kind.DATETIME:
            runs = _plain(moment(value))
        case Kind.CHOICE:
            runs = _plain(choice(value, lang))
        case Kind.RECORD | Kind.SECTION:
            runs = spoken_record(value, lang, inner=inner)
        case _:
            assert_never(field.kind)
    return runs


def spoken_record(record: Record, lang: Lang, *, inner: bool = False) -> Runs:
    """Says all that a record holds inside a line; `inner` puts what is not its name in brackets."""
    special = NATURAL.get(type(record))
    if special:
        return special(record, lang)
    marks = MARKS[lang]
    main = type(record).main
    named = [_part(f, v, lang) for f, v in shown(record) if f.name == main]
    others = [_labelled(record, f, lang) for f, _ in shown(record) if f.name != main]
    others += [_plain(d.label[lang] + marks.colon + d.text[lang]) for d in derived_of(record)]
    if inner and named and others:
        rest = joined(others, marks.semicolon)
        return (*named[0], Run(text=marks.opening), *rest, Run(text=marks.closing))
    return joined([*named, *others], marks.semicolon)


def _labelled(record: Record, field: Field, lang: Lang) -> Runs:
    label = field.label[lang]
    if is_flag(field):
        return (Run(text=label, path=f".{field.name}"),)
    return (Run(text=label + MARKS[lang].colon), *told(record, field, lang))


def is_flag(field: Field) -> bool:
    """Says whether a field is a flag, whose label says it all once it is set."""
    return field.kind is Kind.BOOLEAN and field.default is False


def _plain(text: str) -> Runs:
    return (Run(text=text),) if text else ()


def _prose(text: str) -> Runs:
    match blocks_of(text):
        case (Paragraph(runs=runs),):
            return runs
        case _:
            return runs_of(text)


def _unit(field: Field) -> str:
    unit = field.spec.unit
    return unit if not unit or unit == "%" else f" {unit}"


def title_of(record: Record, lang: Lang) -> str:
    """Gives the short name of a record: what its main field says, or nothing."""
    field = field_map(type(record)).get(type(record).main)
    value: object = getattr(record, field.name) if field else None
    if isinstance(value, Record):
        return title_of(value, lang)
    return text_of(spoken(field, value, lang)) if field and filled(field, value) else ""
