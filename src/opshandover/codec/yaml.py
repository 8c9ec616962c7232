"""YAML without surprises: parsed from events, so that every scalar stays text.

PyYAML's own constructors turn `22:30` into 1350 and `no` into False, keep the last of two equal
keys, and crash on deep nesting. Events avoid all of that.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property, reduce
from typing import Any, cast

import attrs
import yaml
from attrs import define

from opshandover.codec.hints import IN_QUOTES
from opshandover.codec.names import all_keys
from opshandover.codec.raw import NOWHERE, Lines, Mark, Raw, is_unused, too_deep, too_many
from opshandover.codec.yaml_leftovers import below_a_value, without_leftovers
from opshandover.codec.yaml_mistakes import (
    SEVERAL_PEOPLE,
    WIDE_COMMA,
    WIDE_INDENTATION,
    syntax_fault,
    unreadable,
    wide_comma,
    without_space,
)
from opshandover.document.paths import child_path, field_at
from opshandover.errors import Fault
from opshandover.limits import MOST_DEPTH, MOST_FAULTS, MOST_VALUES
from opshandover.model.base import Record
from opshandover.model.fields import Field, field_map
from opshandover.model.people import Person
from opshandover.redaction import excerpt, redact
from opshandover.spelling import fold
from opshandover.text import NO_MESSAGE, Message, message

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_dump: Callable[..., str] = cast("Any", yaml).dump  # some releases of its stubs leave a type of it unknown
_NULLS = ("", "~", "null")


def read(text: str) -> Raw:
    """Parse a text into dicts, lists, texts and `None`; what is not allowed becomes a fault."""
    faults = unreadable(text)
    if faults:
        return Raw(data=None, faults=faults, textual=True)
    builder = _Builder(text, marking=False)
    try:
        complete = builder.take_all()
    except yaml.YAMLError as cause:
        without = without_leftovers(text, _is_unused_block)
        if without != text:
            return read(without)
        fault = below_a_value(cause, builder.lines) or syntax_fault(cause, builder.lines)
        alike = without_space(text)
        builder.faults += alike if fault.line in {one.line for one in alike} else (fault, *alike)
        complete = False
    return Raw(data=builder.root if complete else None, faults=tuple(builder.faults), textual=True)


def _is_unused_block(block: str) -> bool:
    """Whether lines hold only what a starter put there."""
    builder = _Builder(block, marking=False)
    with suppress(yaml.YAMLError):
        return builder.take_all() and not builder.faults and is_unused(builder.root)
    return False


def marks(text: str) -> Mark | None:
    """The position of every value in a text, as far as it can be parsed."""
    builder = _Builder(text, marking=True)
    try:
        builder.take_all()
    except yaml.YAMLError:
        without = without_leftovers(text, _is_unused_block)
        return builder.mark if without == text else marks(without)
    return builder.mark


_HASH = re.compile(r"[ \t]++#[^\s#!][^\r\n]*+")
_CONTEXT = 200
"""How many characters before and after a comment show whether it is a secret."""
_NAME = r"(?:[\u4e00-\u9fff·]{1,4}|[A-Za-z][A-Za-z .]{0,19})"
_NAMES = re.compile(rf"{_NAME}(?:[，、] ?{_NAME})+")
"""Short names with wide commas, which are meant as several items; a sentence with such commas is one."""
_PEOPLE = re.compile(rf"{_NAME}(?:[(（][^()（）]{{1,20}}[)）])?(?:[，、；] ?{_NAME}(?:[(（][^()（）]{{1,20}}[)）])?)+")
"""The same with a post or a number behind each, as one person of a list."""
_WIDE_KEY = re.compile("[，、；] ?([^，、；：。]{1,12})[：:]")
"""What may be meant as the next field in braces, if there is a field of that name."""
_ITEM = re.compile(r"[\r\n][ \t]*+-[ \t]")
_ONLY_YAML_BREAKS = "\x85\u2028\u2029"
"""What the parser takes for the end of a line, but no editor does: these stay characters of a text."""


def _stand_ins(text: str) -> dict[int, str]:
    """For each of these characters in a text, another one that the text does not hold."""
    found = [c for c in _ONLY_YAML_BREAKS if c in text]
    unused = (c for c in map(chr, range(0xF0000, 0xFFFFE)) if c not in text)
    return {ord(one): next(unused) for one in found}


def _names_a_person(field: Field) -> bool:
    """Whether a text alone, as a value of a field, is the name of a person."""
    while field.type is not Person and issubclass(field.type, Record) and field.type.main:
        field = field_map(field.type)[field.type.main]
    return field.type is Person


@define
class _Open:
    """A list or an object that is being read; `step` is its key or index in its parent.

    `flow` marks one that is written in brackets. `keeps` says whether the next value is part of the data:
    not if its key is at fault.
    """

    data: dict[str, Any] | list[Any]
    mark: Mark
    step: str | int
    flow: bool
    key: str | None = None
    key_mark: Mark = NOWHERE
    key_event: Any = None
    keeps: bool = True


@define(slots=False)
class _Builder:
    """Builds plain data from events, without recursion; records positions only if asked to."""

    text: str
    marking: bool
    root: Any = None
    mark: Mark = NOWHERE
    faults: list[Fault] = attrs.field(factory=list[Fault])
    stack: list[_Open] = attrs.field(factory=list[_Open])
    documents: int = 0
    restored: dict[int, str] = attrs.field(factory=dict[int, str])

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    def take_all(self) -> bool:
        """Process the whole text; returns whether it was parsed to its end."""
        stand_ins = _stand_ins(self.text)
        self.restored = {ord(stand_in): chr(one) for one, stand_in in stand_ins.items()}
        text = self.text.translate(stand_ins) if stand_ins else self.text
        events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        for number, event in enumerate(events):
            if number > MOST_VALUES:
                return self._give_up(event, too_many())
            if not self.take(event) or len(self.faults) >= MOST_FAULTS:
                return False
        return True

    def take(self, event: Any) -> bool:
        """Process one event; returns `False` if parsing cannot go on."""
        match event:
            case yaml.ScalarEvent():
                self._check_anchor_and_tag(event)
                if not event.style:
                    self._check_plain(event)
                empty = not event.style and event.value in _NULLS
                value = event.value.translate(self.restored) if self.restored else event.value
                self._value(event, None if empty else value)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_anchor_and_tag(event)
                return self._begin(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self._fault(
                    event,
                    message("不支持 YAML 别名（*）", "YAML aliases (*) are not supported"),
                    message(
                        "请直接写出内容；文字以 * 开头时请加引号",
                        "repeat the content instead; put text that begins with * in quotes",
                    ),
                )
                self._value(event, None)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._fault(
                        event,
                        message("只能有一个 YAML 文档", "expected a single YAML document"),
                        message("正文里的 --- 请缩进或加引号", "indent or quote '---' inside a text"),
                    )
                    return False
            case _:
                pass
        return True

    def _begin(self, event: Any, data: dict[str, Any] | list[Any]) -> bool:
        if len(self.stack) >= MOST_DEPTH:
            return self._give_up(event, too_deep())
        step = self._step()
        self.stack.append(_Open(data, self._value(event, data), step, bool(event.flow_style)))
        return True

    def _give_up(self, event: Any, problem: Message) -> bool:
        """Report that the text as a whole is beyond a limit, and nothing else."""
        self.faults.clear()
        self.stack.clear()
        self._fault(event, problem)
        return False

    def _value(self, event: Any, value: Any) -> Mark:
        """Add a value to its parent; a value in the position of a key becomes the key."""
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is not None:
            at = top.key_mark
            if value is None and top.flow and top.data:
                self._check_colon(top, event)
            data = cast("dict[str, Any]", top.data)
            if top.keeps and data.get(top.key) is not None and value is not None:
                self._report_twice(top)
            if top.keeps and (value is not None or top.key not in data):
                if self.marking:
                    top.mark.children[top.key] = at
                data[top.key] = value
            top.key, top.keeps = None, True
            return at
        at = self._at(event) if self.marking else NOWHERE
        if top is None:
            self.root, self.mark = value, at
        elif isinstance(top.data, list):
            if self.marking:
                top.mark.children[len(top.data)] = at
            top.data.append(value)
        else:
            top.key, top.key_mark, top.key_event = self._key(event, value), at, event
        return at

    def _key(self, event: Any, value: Any) -> str:
        if not isinstance(value, str):
            self._fault(event, message("键必须是文字", "a key must be text"), IN_QUOTES)
            self.stack[-1].keeps = False
            return ""
        if not self.stack[-1].flow and not event.style and value[0].isspace():
            self._fault(event, *WIDE_INDENTATION, step="")
            self.stack[-1].keeps = False
        return value

    def _report_twice(self, top: _Open) -> None:
        """Report a key with two values; a key without any may stand beside, as in a starter."""
        key = top.key or ""
        self._fault(
            top.key_event,
            message("键“{key}”重复", "duplicate key '{key}'", key=excerpt(key)),
            message("只保留一处", "keep one of them"),
            step=key,
        )

    def _check_colon(self, top: _Open, event: Any) -> None:
        """Report a part of a text with commas, which braces turn into a key without a value."""
        key = top.key_event
        if event.start_mark and ":" not in self.text[key.end_mark.index : event.start_mark.index + 1]:
            self._fault(
                key,
                message(
                    "“{text}”前面的逗号分隔了字段",
                    "the comma before '{text}' separates fields",
                    text=excerpt(top.key or ""),
                ),
                message("花括号里的文字含有逗号时请加引号", "put text with commas in quotes when it stands in braces"),
                step="",
            )
            top.keeps = False

    def _check_plain(self, event: Any) -> None:
        """Report what a text without quotes silently loses, or takes in: comments, commas, list items."""
        start, end = event.start_mark.index, event.end_mark.index
        top = self.stack[-1] if self.stack else None
        if top and top.flow and self._separates(top, start, end):
            names = event.value if isinstance(top.data, list) else ""
            self._fault(event, *(wide_comma(names) if names else WIDE_COMMA))
        elif top and _PEOPLE.fullmatch(self.text, start, end) and self._is_one_of_people(top):
            self._fault(event, *SEVERAL_PEOPLE)
            top.keeps = False
        if event.end_mark.line > event.start_mark.line and _ITEM.search(self.text, start, end):
            self._fault(
                event,
                message(
                    "列表项“- ”缩进过深，会并入上一行", "an item '- ' is indented too far and joins the line above"
                ),
                message("同一列表的各项左端对齐", "align the items of a list"),
            )
        comment = _HASH.match(self.text, end)
        if comment:
            context = self.text[max(0, start - _CONTEXT) : start + _CONTEXT].replace("#", "")
            shown = comment[0].strip() if redact(context) == context else "#…"
            self._fault(
                event,
                message(
                    "“{comment}”会被当作注释丢弃", "'{comment}' would be dropped as a comment", comment=excerpt(shown)
                ),
                message(
                    "正文请整段加引号；注释请在 # 后加空格",
                    "put the whole text in quotes; for a comment, write a space after #",
                ),
            )

    def _separates(self, top: _Open, start: int, end: int) -> bool:
        """Whether a text in brackets has wide commas where ordinary ones are meant."""
        if isinstance(top.data, list):
            return _NAMES.fullmatch(self.text, start, end) is not None
        return any(fold(key) in all_keys() for key in _WIDE_KEY.findall(self.text, start, end))

    def _is_one_of_people(self, top: _Open) -> bool:
        """Whether the next value is a person in a list of persons, or stands for the whole list."""
        if isinstance(top.data, dict) and top.key is None:
            return False
        found = field_at([*(one.step for one in self.stack if one.step != ""), self._step()])
        return found is not None and found.many and _names_a_person(found)

    def _step(self) -> str | int:
        """The key or index of the next value; empty at the top."""
        if not self.stack:
            return ""
        top = self.stack[-1]
        return len(top.data) if isinstance(top.data, list) else top.key or ""

    def _check_anchor_and_tag(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(
                event,
                message("不支持 YAML 锚点（&）", "YAML anchors (&) are not supported"),
                message("文字以 & 开头时请加引号", "put text that begins with & in quotes"),
            )
        if event.tag is not None:
            self._fault(
                event,
                message("不支持 YAML 标签（!）", "YAML tags (!) are not supported"),
                message("文字以 ! 开头时请加引号", "put text that begins with ! in quotes"),
            )

    def _fault(self, event: Any, problem: Message, hint: Message = NO_MESSAGE, step: str | None = None) -> None:
        steps = [*(one.step for one in self.stack), self._step() if step is None else step]
        path = reduce(child_path, (one for one in steps if one != ""), "")
        at = self._at(event)
        self.faults.append(Fault(path=path, problem=problem, hint=hint, line=at.line, column=at.column))

    def _at(self, event: Any) -> Mark:
        return self.lines.mark(event.start_mark.index)


_NEEDS_QUOTES = re.compile("[\x85\u2028\u2029\ufeff\r\x00-\x08\x0b-\x1f\x7f]")


def write(data: Mapping[str, Any]) -> str:
    """Plain data as readable YAML, with quotes only where they are needed."""
    return _dump(data, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=4096, indent=2)


@cache
def _dumper() -> type[Any]:
    """A dumper that quotes only what our own reader would misread."""

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            return super().increase_indent(flow, False)

    def represent(dumper: Any, text: str) -> Any:
        style = None
        if _NEEDS_QUOTES.search(text):
            style = '"'
        elif "\n" in text:
            style = "|" if not text[0].isspace() else '"'
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def represent_plain(dumper: Any, value: object) -> Any:
        return represent(dumper, str(value).lower())

    Dumper.yaml_implicit_resolvers = {null[:1]: [("null", re.compile(f"^{null}$"))] for null in _NULLS}
    Dumper.add_representer(str, represent)
    for of in (int, float, bool):
        Dumper.add_representer(of, represent_plain)
    return Dumper
