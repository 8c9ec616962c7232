"""YAML without surprises: parsed from events, so that every scalar stays text.

PyYAML's own constructors turn `22:30` into 1350 and `no` into False, keep the last of two equal
keys, and crash on deep nesting. Events avoid all of that.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache, reduce
from typing import Any, cast

import yaml
from attrs import define, field

from opshandover.codec.hints import full_width_colon
from opshandover.codec.raw import MAX_DEPTH, NOWHERE, Mark, Raw, too_deep
from opshandover.codec.reasons import reason
from opshandover.document.paths import child_path
from opshandover.errors import Fault
from opshandover.redaction import excerpt
from opshandover.text import NO_MESSAGE, Message, message

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_dump: Callable[..., str] = cast("Any", yaml).dump  # some releases of its stubs leave a type of it unknown
_NULLS = ("", "~", "null")


def read(text: str) -> Raw:
    """Parse a text into dicts, lists, texts and `None`; what is not allowed becomes a fault."""
    builder = _Builder(marking=False)
    try:
        complete = builder.take_all(text)
    except yaml.YAMLError as cause:
        builder.faults.append(_syntax(cause, text))
        complete = False
    return Raw(data=builder.root if complete else None, faults=tuple(builder.faults), textual=True)


def marks(text: str) -> Mark | None:
    """The position of every value in a text, as far as it can be parsed."""
    builder = _Builder(marking=True)
    with suppress(yaml.YAMLError):
        builder.take_all(text)
    return builder.mark


_HASH = re.compile(r"[ \t]+#[^\s#!]")
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


@define
class _Open:
    """A list or an object that is being read; `step` is its key or index in its parent."""

    data: dict[str, Any] | list[Any]
    mark: Mark
    step: str | int
    key: str | None = None
    key_mark: Mark = NOWHERE


@define
class _Builder:
    """Builds plain data from events, without recursion; records positions only if asked to."""

    marking: bool
    hashes: dict[int, str] = field(factory=dict[int, str])
    root: Any = None
    mark: Mark = NOWHERE
    faults: list[Fault] = field(factory=list[Fault])
    stack: list[_Open] = field(factory=list[_Open])
    documents: int = 0

    def take_all(self, text: str) -> bool:
        """Process a whole text; returns whether it was parsed to its end."""
        if _HASH.search(text):
            lines = enumerate(_LINE_END.split(text))
            self.hashes = {i: line for i, line in lines if _HASH.search(line)}
        events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        return all(self.take(event) for event in events)

    def take(self, event: Any) -> bool:
        """Process one event; returns `False` if parsing cannot go on."""
        match event:
            case yaml.ScalarEvent():
                self._check_anchor_and_tag(event)
                if not event.style:
                    self._check_comment(event)
                empty = not event.style and event.value in _NULLS
                self._value(event, None if empty else event.value)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_anchor_and_tag(event)
                return self._begin(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self._fault(
                    event,
                    message("不支持 YAML 别名（*）", "YAML aliases (*) are not supported"),
                    message("请直接写出内容", "repeat the content instead"),
                )
                self._value(event, None)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._fault(event, message("只能有一个 YAML 文档", "expected a single YAML document"))
                    return False
            case _:
                pass
        return True

    def _begin(self, event: Any, data: dict[str, Any] | list[Any]) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self.faults.clear()
            self.stack.clear()
            self._fault(event, too_deep())
            return False
        step = self._step()
        self.stack.append(_Open(data, self._value(event, data), step))
        return True

    def _value(self, event: Any, value: Any) -> Mark:
        """Add a value to its parent; a value in the position of a key becomes the key."""
        at = _at(event) if self.marking else NOWHERE
        if not self.stack:
            self.root, self.mark = value, at
            return at
        top = self.stack[-1]
        if isinstance(top.data, list):
            if self.marking:
                top.mark.children[len(top.data)] = at
            top.data.append(value)
        elif top.key is None:
            top.key, top.key_mark = self._key(event, value), at
        else:
            if self.marking:
                at = top.mark.children[top.key] = top.key_mark
            top.data[top.key] = value
            top.key = None
        return at

    def _key(self, event: Any, value: Any) -> str:
        if not isinstance(value, str):
            self._fault(event, message("键必须是文字", "a key must be text"))
            return f"\0{event.start_mark.index}"
        if value in self.stack[-1].data:
            self._fault(
                event,
                message("键“{key}”重复", "duplicate key '{key}'", key=excerpt(value)),
                message("只保留一处", "keep one of them"),
                step=value,
            )
        return value

    def _check_comment(self, event: Any) -> None:
        """Report text that YAML would drop as a comment: `order #4711`."""
        end = event.end_mark
        if end.line not in self.hashes:
            return
        if comment := _HASH.match(self.hashes[end.line], end.column):
            self._fault(
                event,
                message(
                    "“{comment}”会被当作注释丢弃",
                    "'{comment}' would be dropped as a comment",
                    comment=excerpt(comment.group().strip() + comment.string[comment.end() :]),
                ),
                message(
                    "正文请整段加引号；注释请在 # 后加空格",
                    "put the whole text in quotes; for a comment, write a space after #",
                ),
            )

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
        at = _at(event)
        self.faults.append(Fault(path=path, problem=problem, hint=hint, line=at.line, column=at.column))


def _at(event: Any) -> Mark:
    return Mark(line=event.start_mark.line + 1, column=event.start_mark.column + 1)


def _syntax(cause: yaml.YAMLError, text: str) -> Fault:
    """The fault for a text that is not valid YAML, with a hint at what may have been meant."""
    at = getattr(cause, "problem_mark", None) or getattr(cause, "context_mark", None)
    if at and _unclosed_brackets(text[: at.index]) > MAX_DEPTH:
        return Fault(path="", problem=too_deep(), line=at.line + 1, column=at.column + 1)
    problem = getattr(cause, "problem", None) or getattr(cause, "reason", None) or "not YAML"
    return Fault(
        path="",
        problem=message("YAML 语法错误：{why}", "YAML syntax error: {why}", why=reason(problem)),
        hint=_syntax_hint(text, at.line if at else 0),
        line=at.line + 1 if at else None,
        column=at.column + 1 if at else None,
    )


def _unclosed_brackets(text: str) -> int:
    """The number of brackets in a text that are not closed in it.

    The parser looks ahead for the end of a key, and fails on too many brackets before its first event,
    with a message that depends on its version.
    """
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


_FULL_WIDTH = re.compile(r"^\s*(?:- )?[^\s:：'\"#]{1,20}：", re.MULTILINE)


def _syntax_hint(text: str, line: int) -> Message:
    around = text.splitlines()[max(0, line - 1) : line + 1]
    if any(_FULL_WIDTH.match(one) for one in around):
        return full_width_colon()
    if any("\t" in one[: len(one) - len(one.lstrip())] for one in around):
        return message("缩进请用空格，不要用制表符", "indent with spaces, not tabs")
    return message(
        "请检查缩进和引号；含有“: ”或“ #”的文字请加引号",
        "check indentation and quotes; put text with ': ' or ' #' in quotes",
    )


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
