"""What a person typed where a value is shown, as a value of its field."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from opshandover.codec.structure import structure
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.model.base import Money, Period, Shift
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, fields_of
from opshandover.model.people import Person
from opshandover.pages.blocks import Run, Runs, text_of
from opshandover.profiles.registry import PROFILES
from opshandover.text import LANGUAGES, Lang

_SEVERAL = re.compile(r"\s*[;；\n]\s*")
_NAMES = re.compile(r"\s*[;；\n、,，]\s*(?![^（(]*[）)])")
_BRACKETS = re.compile(r"(?P<name>[^（(]*)[（(](?P<rest>.*)[）)]\s*", re.DOTALL)
_SIGN = re.compile(r"[^\w\s]+\s+(?=\w)")
_SPAN = re.compile(r"\s+(?:至|to|until|—|–|-|~|～)\s+")
_FROM, _TO = (
    re.compile(r"(?:自|从|from\s|since\s)\s*", re.IGNORECASE),
    re.compile(r"(?:至|到|until\s)\s*", re.IGNORECASE),
)
_NUMBER = re.compile(r"[-+−]?\d[\d,，]*(?:\.\d*)?(?:[eE][-+]?\d+)?(?![\d.])")


def value_from(owner: type[Any], field: Field, runs: Runs, lang: Lang, *, single: bool = False) -> Any:
    """Return the value of a field that a text means, in the form in which pages show it.

    Args:
        owner: the class that declares the field.
        field: the field.
        runs: what was typed.
        lang: the language of the page.
        single: whether it is one of several values.

    Raises:
        ValueError: it cannot be read as such a value.
    """
    text = text_of(runs).strip()
    if not text:
        return field.default if not single else ""
    written: Any = text
    if field.many and not single:
        several = _NAMES if field.kind is Kind.CHOICE or field.type is Person else _SEVERAL
        written = [_plain(field, part, lang) for part in several.split(text) if part]
    else:
        written = _plain(field, text, lang)
        written = [written] if field.many else written
    made, faults = structure({**_required(owner), field.name: written}, owner, textual=True)
    if made is None or faults:
        raise ValueError(field.name)
    value = getattr(made, field.name)
    return value[0] if single and field.many else value


def _required(owner: type[Any]) -> Mapping[str, Any]:
    """What a record cannot be made without: a document is of some kind."""
    return {"profile": PROFILES.names()[0]} if owner is OpsDocument else {}


def _plain(field: Field, text: str, lang: Lang) -> Any:
    """A text as a file would hold it."""
    match field.kind:
        case Kind.CHOICE:
            return _SIGN.sub("", text, count=1) if _SIGN.match(text) else text
        case Kind.INTEGER | Kind.DECIMAL:
            found = _NUMBER.match(text)
            return re.sub(r"[,，]", "", found[0]) if found else text
        case Kind.BOOLEAN:
            return "true" if text in (field.label.zh, field.label.en) else text
        case Kind.RECORD if field.type in RECORD_FORMATTERS:
            return _of_record(field, text, lang)
        case _:
            return text


def _of_record(field: Field, text: str, lang: Lang) -> Any:
    if field.type is Person:
        return _person(text)
    if field.type is Period:
        return _ends(text)
    if field.type is Shift:
        return _shift(text)
    if field.type is Money:
        amount, _, currency = text.partition(" ")
        return {"amount": amount, "currency": currency.strip()} if currency else {"amount": amount}
    return text


def _person(text: str) -> dict[str, str]:
    """A name with details in brackets: those with a label by that, an unlabelled one is the role, a second the department."""
    found = _BRACKETS.fullmatch(text)
    if not found:
        return {"name": text}
    person = {"name": found["name"].strip()}
    for part in re.split(r"\s*[，,]\s*", found["rest"]):
        name, detail = _labelled(part)
        if not name:
            name = next((bare for bare in ("role", "department") if bare not in person), "role")
        person[name] = f"{person[name]}, {detail}" if name in person else detail
    return {name: detail for name, detail in person.items() if detail}


def _labelled(part: str) -> tuple[str, str]:
    for field in fields_of(Person):
        for lang in LANGUAGES:
            label = field.label[lang]
            found = re.match(rf"{re.escape(label)}\s*[：:]?\s+|{re.escape(label)}[：:]", part, re.IGNORECASE)
            if found:
                return field.name, part[found.end() :]
    return "", part


def _ends(text: str) -> dict[str, str]:
    ends = [end.strip() for end in _SPAN.split(text, maxsplit=1)]
    if len(ends) == 2:
        return {"start": ends[0], "end": ends[1]}
    if found := _FROM.match(text):
        return {"start": text[found.end() :].removesuffix("起").strip()}
    if found := _TO.match(text):
        return {"end": text[found.end() :].removesuffix("止").strip()}
    return {"start": text, "end": text}


def _shift(text: str) -> dict[str, str]:
    found = _BRACKETS.fullmatch(text)
    if not found:
        return _ends(text) if re.match(r"\d{4}", text) else {"name": text}
    ends = _ends(found["rest"])
    if re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?", ends.get("end", "")):
        ends["end"] = f"{ends['start'].split(' ')[0]} {ends['end']}"
    return {"name": found["name"].strip(), **ends}


def labelled_field(owner: type[Any], runs: Runs) -> tuple[Field, Runs] | None:
    """The field of a record whose label a line begins with, and the text behind the label."""
    parts = labelled_fields(owner, runs)
    return parts[0] if len(parts) == 1 else None


def labelled_fields(owner: type[Any], runs: Runs) -> list[tuple[Field, Runs]]:
    """The fields of a record whose labels stand in a line that begins with one, each with the text behind it."""
    text = text_of(runs)
    known = {label: field for field in fields_of(owner) for label in (field.label.zh, field.label.en)}
    names = "|".join(re.escape(label) for label in sorted(known, key=len, reverse=True))
    found = list(re.finditer(rf"(?:\A\s*|[；;]\s*)({names})(?:\s*[：:]\s*|\s+)(?=\S)", text))
    if not found or found[0].start():
        return []
    ends = [each.start() for each in found[1:]] + [len(text)]
    return [(known[each[1]], _between(runs, each.end(), end)) for each, end in zip(found, ends, strict=True)]


def _between(runs: Runs, start: int, end: int) -> Runs:
    found: list[Run] = []
    at = 0
    for run in runs:
        begin, stop = max(start - at, 0), min(end - at, len(run.text))
        if begin < stop:
            found.append(evolve(run, text=run.text[begin:stop]))
        at += len(run.text)
    return tuple(found)
