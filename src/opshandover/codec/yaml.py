"""YAML without its surprises: read from events, so that every scalar stays the text it is.

PyYAML's own constructors turn `22:30` into 1350 and `no` into False, keep the last of two equal
keys, and crash on deep nesting. The events know nothing of that.
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
from opshandover.document.paths import inside
from opshandover.errors import Fault
from opshandover.redaction import excerpt
from opshandover.text import SILENCE, Message, message

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_dump: Callable[..., str] = cast("Any", yaml).dump  # some releases of its stubs leave a type of it unknown
_NULLS = ("", "~", "null")


def read(text: str) -> Raw:
    """Reads a text into dicts, lists, texts and `None`; what is not allowed becomes a fault."""
    builder = _Builder(marking=False)
    try:
        whole = builder.take_all(text)
    except yaml.YAMLError as cause:
        builder.faults.append(_syntax(cause, text))
        whole = False
    return Raw(data=builder.root if whole else None, faults=tuple(builder.faults), textual=True)


def marks(text: str) -> Mark | None:
    """Gives where everything stands in a text, as far as it can be read."""
    builder = _Builder(marking=True)
    with suppress(yaml.YAMLError):
        builder.take_all(text)
    return builder.mark


_HASH = re.compile(r"[ \t]+#[^\s#!]")
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


@define
class _Open:
    """A list or an object that is still being read; `step` is where it stands in its parent."""

    data: dict[str, Any] | list[Any]
    mark: Mark
    step: str | int
    key: str | None = None
    key_mark: Mark = NOWHERE


@define
class _Builder:
    """Puts plain data together from events, without recursion; marks it only when asked to."""

    marking: bool
    hashes: dict[int, str] = field(factory=dict[int, str])
    root: Any = None
    mark: Mark = NOWHERE
    faults: list[Fault] = field(factory=list[Fault])
    stack: list[_Open] = field(factory=list[_Open])
    documents: int = 0

    def take_all(self, text: str) -> bool:
        """Takes in a whole text; says whether it was read to its end."""
        if _HASH.search(text):
            lines = enumerate(_LINE_END.split(text))
            self.hashes = {i: line for i, line in lines if _HASH.search(line)}
        events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        return all(self.take(event) for event in events)

    def take(self, event: Any) -> bool:
        """Takes in one event; `False` says that reading on makes no sense."""
        match event:
            case yaml.ScalarEvent():
                self._allowed(event)
                if not event.style:
                    self._ensure_whole(event)
                empty = not event.style and event.value in _NULLS
                self._value(event, None if empty else event.value)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._allowed(event)
                return self._begin(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self._fault(
                    event,
                    message("不支持 YAML 别名（*）", "YAML aliases (*) are not supported"),
                    message("请把内容重写一遍", "write the content out again"),
                )
                self._value(event, None)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._fault(event, message("只能有一个 YAML 文档", "expected one YAML document"))
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
        """Puts a value where it belongs; a value in the place of a key becomes the key."""
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
            self._fault(event, message("键必须是文字", "a key must be a text"))
            return f"\0{event.start_mark.index}"
        if value in self.stack[-1].data:
            self._fault(
                event,
                message("键“{key}”重复", "the key '{key}' is given twice", key=excerpt(value)),
                message("只保留一个", "keep one of them"),
                step=value,
            )
        return value

    def _ensure_whole(self, event: Any) -> None:
        """Notices what was meant as text and would be dropped as a comment: `order #4711`."""
        end = event.end_mark
        if end.line not in self.hashes:
            return
        if lost := _HASH.match(self.hashes[end.line], end.column):
            self._fault(
                event,
                message(
                    "“{lost}”会被当作注释丢掉",
                    "'{lost}' would be dropped as a comment",
                    lost=excerpt(lost.group().strip() + lost.string[lost.end() :]),
                ),
                message(
                    "是正文就给整段文字加引号；是注释就在 # 后加空格",
                    "put the whole text in quotes; if it is a comment, write a space after the #",
                ),
            )

    def _step(self) -> str | int:
        """Gives the key or index under which the next value belongs; empty where there is none."""
        if not self.stack:
            return ""
        top = self.stack[-1]
        return len(top.data) if isinstance(top.data, list) else top.key or ""

    def _allowed(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(
                event,
                message("不支持 YAML 锚点（&）", "YAML anchors (&) are not supported"),
                message("文字以 & 开头时请加引号", "put a text that begins with & in quotes"),
            )
        if event.tag is not None:
            self._fault(
                event,
                message("不支持 YAML 标签（!）", "YAML tags (!) are not supported"),
                message("文字以 ! 开头时请加引号", "put a text that begins with ! in quotes"),
            )

    def _fault(self, event: Any, problem: Message, hint: Message = SILENCE, step: str | None = None) -> None:
        steps = [*(one.step for one in self.stack), self._step() if step is None else step]
        path = reduce(inside, (one for one in steps if one != ""), "")
        at = _at(event)
        self.faults.append(Fault(path=path, problem=problem, hint=hint, line=at.line, column=at.column))


def _at(event: Any) -> Mark:
    return Mark(line=event.start_mark.line + 1, column=event.start_mark.column + 1)


def _syntax(cause: yaml.YAMLError, text: str) -> Fault:
    """Says what is wrong with a text that is no YAML, and what it may have been meant as."""
    at = getattr(cause, "problem_mark", None) or getattr(cause, "context_mark", None)
    if at and _left_open(text[: at.index]) > MAX_DEPTH:
        return Fault(path="", problem=too_deep(), line=at.line + 1, column=at.column + 1)
    problem = getattr(cause, "problem", None) or getattr(cause, "reason", None) or "not YAML"
    return Fault(
        path="",
        problem=message("YAML 语法错误：{why}", "YAML syntax: {why}", why=reason(problem)),
        hint=_syntax_hint(text, at.line if at else 0),
        line=at.line + 1 if at else None,
        column=at.column + 1 if at else None,
    )


def _left_open(text: str) -> int:
    """Returns how many brackets of a text are not closed in it.

    The parser looks ahead for the end of a key, and gives up on too many brackets, each version in
    its own words, before its first event.
    """
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


_FULL_WIDTH = re.compile(r"^\s*(?:- )?[^\s:：'\"#]{1,20}：", re.MULTILINE)


def _syntax_hint(text: str, line: int) -> Message:
    around = text.splitlines()[max(0, line - 1) : line + 1]
    if any(_FULL_WIDTH.match(one) for one in around):
        return full_width_colon()
    if any("\t" in one[: len(one) - len(one.lstrip())] for one in around):
        return message("缩进请用空格，不用制表符", "indent with spaces, not with tabs")
    return message(
        "检查缩进和引号；含有“: ”或“#”的文字请加引号",
        "check indentation and quotes; put texts with ': ' or ' #' in quotes",
    )


_PLAIN_BREAKS = re.compile("[\x85\u2028\u2029\ufeff\r\x00-\x08\x0b-\x1f\x7f]")


def write(data: Mapping[str, Any]) -> str:
    """Writes plain data as YAML that people like to read, every text as plain as it can stand."""
    return _dump(data, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=4096, indent=2)


@cache
def _dumper() -> type[Any]:
    """Makes the dumper that quotes only what our own reader would take for something else."""

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            return super().increase_indent(flow, False)

    def represent(dumper: Any, text: str) -> Any:
        style = None
        if _PLAIN_BREAKS.search(text):
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
