"""Single values read back from the text that shows them: the inverse of `values`.

A text is read by what its field may hold. What it does not understand is `None`, so that nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from opshandover.caching import per_class
from opshandover.layout.words.customary import READERS, Values
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.metrics import LABELS as DERIVED
from opshandover.layout.words.parsed import NUMBER, PARSERS, choice_in, choices_in, number_in, understood
from opshandover.layout.words.settled import holds_something, settled, settled_text
from opshandover.layout.words.units import FIGURES, TIGHT
from opshandover.layout.words.values import is_flag
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.model.fields import Field, Kind, field_map, fields_of
from opshandover.model.people import Person
from opshandover.pages.blocks import Paragraph, Run, Runs, text_of
from opshandover.pages.writing.prose import prose_of
from opshandover.text import Lang


def read_runs(field: Field, runs: Runs, lang: Lang) -> Any:
    """The value that runs on one line show; of many values a tuple, and nothing if they show none."""
    if field.kind is Kind.PROSE:
        return settled_text(field, prose_of((Paragraph(runs),))) or None
    return read_text(field, text_of(runs), lang)


def read_text(field: Field, text: str, lang: Lang) -> Any:
    """The value that a text shows on one line; of many values a tuple, and nothing if it shows none."""
    if not field.many:
        return read_one(field, text, lang)
    marks = PUNCTUATION[lang]
    if field.kind is Kind.CHOICE:
        return choices_in(field.choice, text, marks.pause)
    if field.type is Person:
        parts = _split(text, marks.pause, lang)
    elif field.kind is Kind.RECORD:
        parts = _split(text, marks.semicolon, lang)
    else:
        parts = text.split(marks.semicolon)
    found = [read_one(field, part, lang, inner=True) for part in parts]
    if field.kind is Kind.TEXT:
        return tuple(one for one in found if one is not None) or None
    return None if None in found else tuple(found)


def read_one(field: Field, text: str, lang: Lang, *, inner: bool = False) -> Any:
    """One value that a text shows; `None` if it shows none of the kind."""
    match field.kind:
        case Kind.TEXT:
            return settled_text(field, text) or None
        case Kind.PROSE:
            return settled_text(field, prose_of((Paragraph((Run(text),)),))) or None
        case Kind.RECORD | Kind.SECTION:
            return read_record(field.record, text, lang, inner=inner)
        case Kind.CHOICE:
            return choice_in(field.choice, text)
        case Kind.INTEGER | Kind.DECIMAL:
            return number_in(text.removesuffix(field.spec.unit).rstrip() if field.spec.unit else text, field.type)
        case Kind.PROFILE:
            return None
        case _:
            return understood(PARSERS[field.kind], text)


def _split(text: str, mark: str, lang: Lang) -> list[str]:
    """The parts of a text between marks that stand in no bracket."""
    marks = PUNCTUATION[lang]
    parts: list[str] = []
    depth = 0
    for part in text.split(mark):
        if depth > 0:
            parts[-1] += mark + part
        else:
            parts.append(part)
        depth += part.count(marks.opening) - part.count(marks.closing)
    return parts


def read_record(cls: type[Record], text: str, lang: Lang, *, inner: bool = False) -> Record | None:
    """The record that a text shows on one line; `inner` is for one among others."""
    key: Any = cls
    record: Record | None = _record_in(key, text, lang, inner)
    return record


@lru_cache(maxsize=4096)
def _record_in(cls: Any, text: str, lang: Lang, inner: bool) -> Record | None:
    special = READERS.get(cls)
    values = special(text, lang) if special else _labelled(cls, text, lang, inner=inner)
    if values is None:
        return None
    record = settled(made(cls, values))
    return record if holds_something(record) else None


def made(cls: type[Record], values: Mapping[str, Any]) -> Record:
    """A record of the values that are there."""
    return cls(**{name: value for name, value in values.items() if value is not None})


def _field_value(cls: type[Record], name: str, text: str, lang: Lang) -> Values:
    """The value of a field from its text, with what is shown as part of it."""
    field = field_map(cls)[name]
    if cls is Metric and name in FIGURES:
        return read_figure(name, text, lang)
    return {name: read_text(field, text, lang)}


def read_figure(name: str, text: str, lang: Lang) -> Values:
    """A figure with its unit, and whether lower is better."""
    found = NUMBER.match(text)
    if found is None:
        return {}
    values: Values = {name: number_in(found[0], Decimal)}
    rest = text[found.end() :]
    note = PUNCTUATION[lang].opening + field_map(Metric)["lower_is_better"].label[lang] + PUNCTUATION[lang].closing
    if rest.endswith(note):
        rest, values["lower_is_better"] = rest[: -len(note)], True
    if rest and rest not in TIGHT and rest[0] != " ":
        return {}
    if unit := settled_text(field_map(Metric)["unit"], rest.removeprefix(" ")):
        values["unit"] = unit
    return values


def _labelled(cls: type[Record], text: str, lang: Lang, *, inner: bool) -> Values | None:
    marks = PUNCTUATION[lang]
    name, rest = text, ""
    bracket = _behind_bracket((cls, lang)).search(text) if inner else None
    if bracket and text.endswith(marks.closing):
        name, rest = text[: bracket.start()], text[bracket.end() : -len(marks.closing)]
    elif first := next(_parts(cls, text, lang), None):
        name, rest = text[: first[0]], text[first[1] :]
    values: Values = {}
    if name:
        if not cls.main:
            return None
        values |= _field_value(cls, cls.main, name, lang)
        if values.get(cls.main) is None:
            return None
    for label, said in _labels_in(cls, rest, lang):
        new = _part_value(cls, label, said, lang)
        if new is None:
            return None
        values |= new
    return values


def _part_value(cls: type[Record], label: str, said: str | None, lang: Lang) -> Values | None:
    field = _by_label((cls, lang)).get(label)
    if field is None:
        return {}
    if said is None:
        return {field.name: True}
    new = _field_value(cls, field.name, said, lang)
    return new if new.get(field.name) is not None else None


@per_class
def _by_label(pair: tuple[type[Record], Lang]) -> Mapping[str, Field]:
    cls, lang = pair
    return {field.label[lang]: field for field in fields_of(cls)}


@per_class
def _part(pair: tuple[type[Record], Lang]) -> re.Pattern[str]:
    """The label of a field with its colon, or that of a flag, which stands alone."""
    cls, lang = pair
    fields, marks = fields_of(cls), PUNCTUATION[lang]
    labels = [field.label[lang] for field in fields if not is_flag(field)]
    labels += [label[lang] for label in DERIVED.get(cls, ())]
    flags = [field.label[lang] for field in fields if is_flag(field)]
    said = f"(?P<label>{'|'.join(map(re.escape, labels))}){re.escape(marks.colon)}"
    alone = (
        f"(?P<flag>{'|'.join(map(re.escape, flags))})(?={re.escape(marks.semicolon)}|\\Z)"
        if flags
        else "(?P<flag>(?!))"
    )
    return re.compile(f"{said}|{alone}")


@per_class
def _behind_bracket(pair: tuple[type[Record], Lang]) -> re.Pattern[str]:
    marks = PUNCTUATION[pair[1]]
    part = _part(pair).pattern.replace("|\\Z)", f"|{re.escape(marks.closing)}\\Z)")
    return re.compile(f"{re.escape(marks.opening)}(?={part})")


def _parts(cls: type[Record], text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Where each part of a text with a label begins: at its separator, and at its label."""
    mark = PUNCTUATION[lang].semicolon
    part = _part((cls, lang))
    at = 0
    while at >= 0:
        if part.match(text, at):
            yield max(at - len(mark), 0), at
        at = text.find(mark, at)
        at += len(mark) if at >= 0 else 0


def _labels_in(cls: type[Record], text: str, lang: Lang) -> Iterator[tuple[str, str | None]]:
    """The labels in a text that begins with one, each with what it says; a flag says nothing."""
    places = list(_parts(cls, text, lang)) if text else []
    ends = [*(start for start, _ in places[1:]), len(text)]
    for (_, at), end in zip(places, ends, strict=False):
        found = _part((cls, lang)).match(text, at)
        if found and found["flag"]:
            yield found["flag"], None
        elif found:
            yield found["label"], text[found.end() : end]
