"""Short starter files: a page to be filled in from top to bottom.

The header has a line for each field that the kind of document asks for. Each required section has one
example of each thing it is made of; values that cannot be examples (dates, choices, numbers) are left
empty. Examples are marked, so that a check finds those that were left. The other sections stand in one
line each, commented out. A record in braces has an example in its first text alone, to be short.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from attrs import define, evolve

from opshandover.codec.asked import asked_fields, asked_header, asked_sections
from opshandover.codec.names import choice_names, label_or_name
from opshandover.codec.starter_lines import (
    HOW_WRITTEN,
    Lines,
    StarterWriter,
    as_item,
    comment,
    data_lines,
    flow_key,
    indented,
    pair,
)
from opshandover.document.paths import child_path
from opshandover.model import Person, Record
from opshandover.model.fields import Field, Kind, fields_of, main_field
from opshandover.model.header import Header
from opshandover.placeholders import EXAMPLE
from opshandover.plain_text import width
from opshandover.profiles.profile import Profile
from opshandover.spec import Need
from opshandover.text import Lang, Text

_LONGEST = 40
"""So many lines a starter with a line for each value may have; beyond that, records are written in braces."""
_WIDEST = 112
"""The width that a section commented out may have in one line; beyond that, only its key is there."""
_MOST_NAMED = 8
"""So many values of an enumeration are named."""
_TEXTS = (Kind.TEXT, Kind.PROSE)


def short_starter(profile: Profile, lang: Lang, given: Mapping[str, object] | None = None) -> str:
    """The text of a short starter file in YAML.

    Args:
        profile: the kind of document.
        lang: the language of keys and explanations; keys are labels in Chinese, names in English.
        given: the values of header fields and sections that are known already, as plain data by field name.
    """
    usual = [*_Writer(profile=profile, lang=lang, given={}, in_braces=False).document()]
    lines = _Writer(profile=profile, lang=lang, given=given or {}, in_braces=len(usual) > _LONGEST).document()
    return "\n".join(lines) + "\n"


@define
class _Writer(StarterWriter):
    """Writes the lines of one short starter.

    `in_braces` puts each record into one line; `only_required` leaves out what the model wants beyond that.
    """

    in_braces: bool
    only_required: bool = False

    def document(self) -> Lines:
        yield from self._introduction()
        yield ""
        yield from self.version_line()
        known = self.known_header
        header = asked_header(self.profile)
        for one in fields_of(Header):
            if one.name in known:
                yield from data_lines(self.key(one), known[one.name])
            elif one in header:
                yield self._header(one)
        asked = asked_sections(self.profile)
        now = [f for f in asked if f.name in self.given or self.profile.need(f.name) is Need.REQUIRED]
        if self.in_braces:
            yield ""
        for one in now:
            if not self.in_braces:
                yield ""
            yield from self._section(one)
        if later := [f for f in asked if f not in now]:
            yield ""
            yield from comment(_LATER[self.lang])
            yield from map(self._unused, later)

    def _introduction(self) -> Lines:
        label, purpose = self.profile.label[self.lang], self.profile.purpose[self.lang]
        text = _HOW_TO[self.lang].format(label=label, purpose=purpose, name=self.profile.name, **self.absences)
        yield from chain.from_iterable(map(comment, text.splitlines()))

    def _header(self, one: Field) -> str:
        """A field of the header, empty, with its hint."""
        (key,) = pair(self.key(one))
        inside = fields_of(one.record) if one.kind is Kind.RECORD and one.record is not Person else ()
        braces = f"{{{', '.join(f'{flow_key(self.key(f))}: ' for f in inside)}}}" if inside else ""
        value = f"{key} {'[]' if one.many else braces}".rstrip()
        notes = self._notes(inside or (one,))
        hint = _PAUSE[self.lang].join(filter(None, (one.spec.hint[self.lang], notes)))
        return f"{value}  # {hint}"

    def _section(self, one: Field) -> Lines:
        """A required section: what is given of it, or its examples."""
        if one.name in self.given:
            yield from data_lines(self.key(one), self.given[one.name])
            return
        (key,) = pair(self.key(one))
        yield f"{key}  # {one.spec.hint[self.lang]}"
        yield from indented(self._record(one.record, one.name))

    def _unused(self, one: Field) -> str:
        """A section in one line, commented out."""
        (key,) = pair(self.key(one))
        for writer in (self, evolve(self, only_required=True)):
            whole = f"# {key} {writer._in_braces(one.record, one.name)}"
            if width(whole) <= _WIDEST:
                return whole
        return f"# {key}  # {one.spec.hint[self.lang]}"

    def _record(self, cls: type[Record], path: str) -> Lines:
        """The fields of a record that are asked for, each with its example."""
        for one in self._shown(cls, path):
            at = child_path(path, one.name)
            (key,) = pair(self.key(one))
            example = self._text_of(one, at, cls)
            if example and not one.many:
                yield from pair(self.key(one), self._example(example))
            elif example or one.kind is not Kind.RECORD:
                notes = self._notes((one,)) if not example else ""
                value = self._value(one, at, cls)
                yield f"{key} {value}".rstrip() + (f"  # {notes}" if notes else "")
            elif not one.many:
                yield f"{key} {self._in_braces(one.record, at)}"
            elif self.in_braces:
                notes = self._notes(self._shown(one.record, at), named=True)
                yield f"{key}  # {_PAUSE[self.lang].join(filter(None, (one.spec.hint[self.lang], notes)))}"
                yield f"  - {self._in_braces(one.record, at)}"
            else:
                yield key
                yield from indented(as_item([*self._record(one.record, at)]))

    def _shown(self, cls: type[Record], path: str) -> Sequence[Field]:
        return asked_fields(cls, path, self.profile, only_required=self.only_required)

    def _text_of(self, one: Field, path: str, holder: type[Record]) -> Field | None:
        """The field whose text may stand for a value: its own, or the main one of a record that needs no other.

        A person needs a name alone, except where the record that holds it is about this person.
        """
        if one.kind in _TEXTS:
            return one
        main = main_field(one.record) if one.kind is Kind.RECORD else None
        if main is None or main.kind not in _TEXTS or holder.main == one.name:
            return None
        return main if one.record is Person or [*self._shown(one.record, path)] == [main] else None

    def _value(self, one: Field, path: str, holder: type[Record], *, empty: bool = False) -> str:
        """A value within a line: an example, or nothing where there is none or it is to be left empty."""
        value = ""
        if text := self._text_of(one, path, holder):
            value = json.dumps("" if empty else self._example(text), ensure_ascii=False)
        elif one.kind is Kind.RECORD:
            value = self._in_braces(one.record, path, empty=empty)
        return f"[{'' if empty and text else value}]" if one.many else value

    def _in_braces(self, cls: type[Record], path: str, *, empty: bool = False) -> str:
        """A record in one line, with an example in its first text."""
        pairs: list[str] = []
        for one in self._shown(cls, path):
            value = self._value(one, child_path(path, one.name), cls, empty=empty)
            empty = empty or EXAMPLE[self.lang] in value
            pairs.append(f"{flow_key(self.key(one))}: {value}")
        return f"{{{', '.join(pairs)}}}"

    def _example(self, one: Field) -> str:
        """The example in the hint of a text, or the first words of the hint."""
        hint = one.spec.hint[self.lang]
        example = _EXAMPLE.search(hint)
        return EXAMPLE[self.lang] + (example[1] if example else _FIRST.split(hint)[0])

    def _notes(self, fields: Iterable[Field], *, named: bool = False) -> str:
        """How the values that are left empty are written."""
        noted = [(f, note) for f in fields if (note := self._note(f))]
        texts = (_NAMED[self.lang].format(field=self.key(f), note=note) if named else note for f, note in noted)
        return _PAUSE[self.lang].join(dict.fromkeys(texts))

    def _note(self, one: Field) -> str:
        if one.kind is Kind.CHOICE:
            names = [label_or_name(name, label, self.naming) for name, label in choice_names(one.choice)]
            return _COMMA[self.lang].join(names if len(names) <= _MOST_NAMED else [*names[:_MOST_NAMED], "…"])
        return HOW_WRITTEN[one.kind][self.lang] if one.kind in HOW_WRITTEN else ""


_EXAMPLE = re.compile(r"(?:如|[Ss]uch as |: )“([^”]+)”")
_FIRST = re.compile(r"[，；]|, |; |: ")
_PAUSE = Text("；", "; ")
_COMMA = Text("、", ", ")
_NAMED = Text("{field}：{note}", "{field}: {note}")
_LATER = Text("建议写的部分；要用时去掉行首的“# ”", "Recommended as well; take away '# ' to use a line")
_HOW_TO = Text(
    "{label}：{purpose}\n"
    "从上往下填：带“（示例）”的换成实际内容，同样的项可以再加，不用的删去；空着的不算。\n"
    "某部分确实没有内容：写 部分名称: {{{nothing}: 原因}}；不需要：写 部分名称: {{{not_applicable}: 原因}}\n"
    "含有“: ”或“ #”的文字加引号。全部字段和说明：opshandover new {name} --full",
    "{label}: {purpose}\n"
    "Replace what is marked (example), add items, delete what is not needed. Empty is not given.\n"
    "Nothing to report? section: {{{nothing}: why}}; not needed? section: {{{not_applicable}: why}}\n"
    "Put text with ': ' or ' #' in quotes. All fields: opshandover new {name} --full",
)
