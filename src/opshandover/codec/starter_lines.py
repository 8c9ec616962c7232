"""The lines that starter files are made of, in YAML."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import cast

from attrs import define

from opshandover.codec.formats import format_named
from opshandover.codec.names import ABSENCES, Naming, label_or_name
from opshandover.codec.versions import SCHEMA_VERSION, VERSION_KEY, VERSION_LABEL
from opshandover.model.fields import Field, Kind
from opshandover.model.header import Language
from opshandover.plain_text import width
from opshandover.profiles.profile import Profile
from opshandover.text import Lang, Text

FORMAT = "yaml"
Lines = Iterator[str]
_LANGUAGES: Mapping[str, Language] = {language.value: language for language in Language}

_FIGURES = re.compile(r"\d[\d-]*(?: \d\d:\d\d)?")
_WORDS = re.compile(r"(?!null$)[^\W\d]\w*(?: \w+)*", re.IGNORECASE)
_PIECE = re.compile(r"[^ ，。；、]*(?:[ ，。；、]+|$)")
_WIDEST = 96
"""The width of a comment line in Latin letters; Chinese characters count twice."""


def comment(text: str) -> Lines:
    """A text as comment lines."""
    line = "## "
    for piece in _PIECE.findall(" ".join(text.split())):
        if width(line + piece) > _WIDEST:
            yield line.rstrip()
            line = "##   "
        line += piece
    yield line.rstrip()


def pair(key: str, value: object = None) -> Lines:
    """A key with its value, or with none."""
    yield _yaml(key, "0")[:-2] if value is None else _yaml(key, value)


def data_lines(key: str, value: object) -> Lines:
    """A key with plain data of any kind: each record in one line, in braces, as the other lines of a starter."""
    (head,) = pair(key)
    fields, items = _parts(value)
    if _is_brief(value) and (fields or value in ({}, [])):
        yield f"{head} {_in_line(value)}"
    elif _is_brief(value) or not (fields or items):
        yield from format_named(FORMAT).write({key: value}).rstrip("\n").split("\n")
    else:
        yield head
        yield from indented(chain.from_iterable(data_lines(name, one) for name, one in fields.items()))
        for item in items:
            inside, _ = _parts(item)
            lines = chain.from_iterable(data_lines(name, one) for name, one in inside.items())
            yield from indented([f"- {_in_line(item)}"] if _is_brief(item) else as_item([*lines]))


def _parts(value: object) -> tuple[Mapping[str, object], Sequence[object]]:
    """The fields of a record and the items of a list in plain data; none of what is neither."""
    fields = cast("dict[object, object]", value) if isinstance(value, dict) else {}
    items = cast("list[object]", value) if isinstance(value, list) else []
    return {str(key): one for key, one in fields.items()}, items


def _is_brief(value: object) -> bool:
    """Whether a value fits into one line, and is no list of records, which has a line for each."""
    fields, items = _parts(value)
    listed = any(isinstance(one, dict) for one in items)
    return not listed and all(map(_is_brief, (*fields.values(), *items))) and width(_in_line(value)) <= _WIDEST


def _in_line(value: object) -> str:
    """A value within a line: lists and records in brackets, and texts in quotes where they need them."""
    fields, items = _parts(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{flow_key(key)}: {_in_line(one)}' for key, one in fields.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_in_line, items))}]"
    if isinstance(value, str) and (_WORDS.fullmatch(value) or _FIGURES.fullmatch(value)):
        return value
    return json.dumps(value, ensure_ascii=not str(value).isprintable())


@define
class StarterWriter:
    """What all starters have in common: how keys are named, and what every one of them fills in.

    `given` has the values of header fields and sections that are known already, as plain data by field name.
    """

    profile: Profile
    lang: Lang
    given: Mapping[str, object]

    @property
    def naming(self) -> Naming:
        """How keys and choices are written: by labels in Chinese, by names in English."""
        return "zh" if self.lang == "zh" else "name"

    def key(self, one: Field) -> str:
        """The key of a field."""
        return label_or_name(one.name, one.label, self.naming)

    @property
    def absences(self) -> Mapping[str, str]:
        """The words for a section without content, by their names."""
        return {key: label_or_name(key, cls.label, self.naming) for key, cls in ABSENCES.items()}

    @property
    def known_header(self) -> Mapping[str, object]:
        """The fields of the header that are filled in."""
        return {
            "profile": label_or_name(self.profile.name, self.profile.label, self.naming),
            "lang": label_or_name(self.lang, _LANGUAGES[self.lang].label, self.naming),
            **self.given,
        }

    def version_line(self) -> Lines:
        """The version of the file format."""
        yield from pair(label_or_name(VERSION_KEY, VERSION_LABEL, self.naming), SCHEMA_VERSION)


@cache
def _yaml(key: str, value: object) -> str:
    return format_named(FORMAT).write({key: value}).rstrip("\n")


def flow_key(key: str) -> str:
    """A key within braces, in quotes if it holds signs that mean something there."""
    return key if _WORDS.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def indented(lines: Iterable[str]) -> list[str]:
    """The lines one level further in."""
    return [f"  {line}" if line else "" for line in lines]


def as_item(lines: list[str]) -> list[str]:
    """The lines of a record as an item of a list; the dash goes before its first key."""
    first = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *indented(lines[first + 1 :])]


def commented_out(lines: Iterable[str]) -> Lines:
    """The lines as comments that can be opened up."""
    return (f"# {line}" if line else "#" for line in lines)


DAY, MOMENT = "2026-03-05", "2026-03-05 18:30"
HOW_WRITTEN: Mapping[Kind, Text] = {
    Kind.INTEGER: Text("整数", "a whole number"),
    Kind.DECIMAL: Text("数字", "a number"),
    Kind.BOOLEAN: Text("是 或 否", "true or false"),
    Kind.DATE: Text(f"写成 {DAY}", f"such as {DAY}"),
    Kind.DATETIME: Text(f"写成 {MOMENT}", f"such as {MOMENT}"),
    Kind.WHEN: Text(f"写成 {DAY} 或 {MOMENT}", f"such as {DAY} or {MOMENT}"),
}
"""How the values of a kind are written."""
