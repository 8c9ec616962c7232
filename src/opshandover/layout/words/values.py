"""Single values as text: dates, persons or amounts as people write them inline."""

from collections.abc import Iterable
from typing import Any, assert_never, cast

from opshandover.document.required import blank
from opshandover.layout.words.labels import NO, PUNCTUATION, YES
from opshandover.layout.words.metrics import derived_of
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.scalars import format_choice, format_date, format_datetime, format_number, format_when
from opshandover.layout.words.units import companion_names, text_after
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, filled_values, main_field
from opshandover.model.people import Person
from opshandover.pages.blocks import Paragraph, Run, Runs, nest_paths, set_paths, text_of
from opshandover.pages.markdown import blocks_of, runs_of
from opshandover.profiles import profile_of
from opshandover.text import Lang


def has_content(field: Field, value: object) -> bool:
    """Whether a field has a value to show; a flag that nobody set has none, nor has a record with nothing in it."""
    if field.kind is Kind.RECORD and isinstance(value, Record):
        return any(has_content(*part) for part in filled_values(value))
    if field.kind is Kind.BOOLEAN:
        return value is not None and value is not field.default
    return not blank(value)


def shown_fields(record: Record, without: Iterable[str] = ()) -> tuple[tuple[Field, Any], ...]:
    """Return the fields to show with their values, the main field first.

    Fields that are shown as part of others are left out.
    """
    main = type(record).main
    out = {*without, *companion_names(record)}
    parts = [part for part in filled_values(record) if part[0].name not in out and has_content(*part)]
    return tuple(sorted(parts, key=lambda part: part[0].name != main))


def as_tuple(field: Field, value: object) -> tuple[Any, ...]:
    """Return the single values of a field, whether it holds one or many."""
    return cast("tuple[Any, ...]", value) if field.many else (value,)


def join_runs(parts: Iterable[Runs], mark: str) -> Runs:
    """Concatenate runs, with a separator between them."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(text=mark))
        runs.extend(part)
    return tuple(runs)


def inline_value(field: Field, value: object, lang: Lang) -> Runs:
    """Return the value of a field, one or many, inline."""
    if not field.many:
        return single_value(field, value, lang, inner=True)
    names = field.kind is Kind.CHOICE or field.type is Person
    mark = PUNCTUATION[lang].pause if names else PUNCTUATION[lang].semicolon
    each = (single_value(field, one, lang, inner=True) for one in as_tuple(field, value))
    place = nest_paths if field.kind is Kind.RECORD else set_paths
    return join_runs((place(runs, f"[{i}]") for i, runs in enumerate(each)), mark)


def inline_field(record: Record, field: Field, lang: Lang) -> Runs:
    """Return the value of a record's field with its unit and other fields shown after it.

    The paths of the runs are relative to the record.
    """
    return _part(field, getattr(record, field.name), lang) + text_after(record, field.name, lang)


def _part(field: Field, value: object, lang: Lang) -> Runs:
    """Return the value of a field; the paths of the runs are relative to the record."""
    place = nest_paths if field.many or field.kind is Kind.RECORD else set_paths
    return place(inline_value(field, value, lang), f".{field.name}")


def single_value(field: Field, value: Any, lang: Lang, *, inner: bool = False) -> Runs:
    """Return a single value of a field; `inner` is for a value among others."""
    match field.kind:
        case Kind.TEXT:
            runs = runs_of(value)
        case Kind.PROSE:
            runs = _prose(value)
        case Kind.PROFILE:
            runs = _plain(profile_of(value).label[lang])
        case Kind.INTEGER | Kind.DECIMAL:
            runs = _plain(format_number(value) + _unit(field))
        case Kind.BOOLEAN:
            runs = _plain((YES if value else NO)[lang])
        case Kind.DATE:
            runs = _plain(format_date(value))
        case Kind.DATETIME:
            runs = _plain(format_datetime(value))
        case Kind.WHEN:
            runs = _plain(format_when(value))
        case Kind.CHOICE:
            runs = _plain(format_choice(value, lang))
        case Kind.RECORD | Kind.SECTION:
            runs = inline_record(value, lang, inner=inner)
        case _:
            assert_never(field.kind)
    return runs


def inline_record(record: Record, lang: Lang, *, inner: bool = False) -> Runs:
    """Return all that a record holds inline; `inner` puts all but its name in brackets."""
    special = RECORD_FORMATTERS.get(type(record))
    if special:
        return special(record, lang)
    marks = PUNCTUATION[lang]
    main = type(record).main
    named = [_part(f, v, lang) for f, v in shown_fields(record) if f.name == main]
    others = [_labelled(record, f, lang) for f, _ in shown_fields(record) if f.name != main]
    others += [_plain(d.label[lang] + marks.colon + d.text[lang]) for d in derived_of(record)]
    if inner and named and others:
        rest = join_runs(others, marks.semicolon)
        return (*named[0], Run(text=marks.opening), *rest, Run(text=marks.closing))
    return join_runs([*named, *others], marks.semicolon)


def _labelled(record: Record, field: Field, lang: Lang) -> Runs:
    label = field.label[lang]
    if is_flag(field):
        return (Run(text=label, path=f".{field.name}"),)
    return (Run(text=label + PUNCTUATION[lang].colon), *inline_field(record, field, lang))


def is_flag(field: Field) -> bool:
    """Whether a field is a flag, which its label alone expresses once it is set."""
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
    """Return the short name of a record: the value of its main field; empty if there is none."""
    field = main_field(type(record))
    value: object = getattr(record, field.name) if field else None
    if isinstance(value, Record):
        return title_of(value, lang)
    return text_of(inline_value(field, value, lang)) if field and has_content(field, value) else ""
