"""Strict JSON: no duplicate keys, no NaN, exact numbers, limited depth."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import Any

from attrs import define

from opshandover.codec.raw import (
    NOWHERE,
    HugeNumber,
    Lines,
    Mark,
    Raw,
    decimal_number,
    too_deep,
    too_many,
    whole_number,
)
from opshandover.codec.reasons import reason
from opshandover.document.paths import child_path
from opshandover.errors import Fault
from opshandover.limits import MOST_DEPTH, MOST_FAULTS, MOST_VALUES
from opshandover.redaction import excerpt
from opshandover.text import Message, message


def read(text: str) -> Raw:
    """Parse a text into dicts, lists, texts, integers, decimals, booleans and `None`."""
    if _has_too_many(text):
        return _syntax_fault(too_many())
    duplicates: list[int] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(items)
        if len(data) < len(items):
            duplicates.append(len(items))
        return data

    try:
        data = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_float=decimal_number,
            parse_int=whole_number,
            parse_constant=HugeNumber,
        )
    except json.JSONDecodeError as cause:
        problem = message("JSON 语法错误：{why}", "JSON syntax error: {why}", why=reason(cause.msg))
        return _syntax_fault(problem, Lines(text).mark(cause.pos))
    except RecursionError:
        return _syntax_fault(too_deep(), _too_deep_at(text))
    faults = tuple(_scan(text)[1]) if duplicates else ()
    return Raw(data=data, faults=faults)


_TEXT = re.compile(r'"[^"]*+"?')
_SEPARATORS = ",:[{"


def _has_too_many(text: str) -> bool:
    """Whether a text has too many keys and values, counted by the signs before them, outside of texts."""
    if sum(map(text.count, _SEPARATORS)) <= MOST_VALUES:
        return False
    bare = _TEXT.sub("", text.replace("\\\\", "").replace('\\"', ""))
    return sum(map(bare.count, _SEPARATORS)) > MOST_VALUES


def _syntax_fault(problem: Message, at: Mark | None = None) -> Raw:
    fault = Fault(path="", problem=problem, line=at.line if at else None, column=at.column if at else None)
    return Raw(data=None, faults=(fault,))


def write(data: Mapping[str, Any]) -> str:
    """Plain data as indented JSON, without escapes for non-ASCII characters."""
    return _to_json(data, "\n") + "\n"


def _to_json(value: Any, line: str) -> str:
    """A value as JSON; `line` is the line break with the indentation of its depth.

    The standard library writes the same, but takes twice as long when it indents.
    """
    kind: type[Any] = value.__class__
    if kind is dict and value:
        inner = f"{line}  "
        written = [f"{_encode_text(key)}: {_to_json(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(written)}{line}}}"
    if kind is list and value:
        inner = f"{line}  "
        return f"[{inner}{f',{inner}'.join([_to_json(one, inner) for one in value])}{line}]"
    return _SIMPLE.get(kind, _encode)(value)


_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False).encode
_encode_text: Callable[[str], str] = json.encoder.encode_basestring
_SIMPLE: Mapping[type[Any], Callable[[Any], str]] = {str: _encode_text, int: int.__repr__}
"""Encoders of the most frequent types."""


_TOKEN = re.compile(r'["{}\[\]:,]|[^\s{}\[\]:,"]+')
_END_OF_TEXT = re.compile(r'[^"\\]*+("|\\.)', re.DOTALL)


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """The position and the first sign of each token, of keys and texts too; a number is whole."""
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        yield found.start(), found[0]
        if found[0] == '"':
            while (part := _END_OF_TEXT.match(text, at)) and part[1] != '"':
                at = part.end()
            at = part.end() if part else len(text)


def _too_deep_at(text: str) -> Mark | None:
    """The position of the first list or object that is nested too deep."""
    depth = 0
    for start, written in _tokens(text):
        depth += (written in "{[") - (written in "}]")
        if depth > MOST_DEPTH:
            return Lines(text).mark(start)
    return None


def marks(text: str) -> Mark:
    """The position of every value in a text that is valid JSON."""
    return _scan(text)[0]


@define
class _Open:
    """A list or an object that is being read; `step` is its key or index in its parent."""

    is_object: bool
    mark: Mark
    step: str | int
    key: str | None = None
    key_mark: Mark = NOWHERE


_DECODER = json.JSONDecoder()


def _scan(text: str) -> tuple[Mark, list[Fault]]:
    """Scan valid JSON token by token, marking each value and each duplicate key."""
    lines = Lines(text)
    root = NOWHERE
    faults: list[Fault] = []
    stack: list[_Open] = []
    for start, written in _tokens(text):
        if written in ",:":
            continue
        if written in "}]":
            stack.pop()
            continue
        at = lines.mark(start)
        top = stack[-1] if stack else None
        if top is not None and top.is_object and top.key is None:
            top.key, top.key_mark = _DECODER.raw_decode(text, start)[0], at
            if top.key in top.mark.children and len(faults) < MOST_FAULTS:
                faults.append(_duplicate_key(stack, top.key, at))
            continue
        step: str | int = ""
        if top is None:
            root = at
        elif top.key is not None:
            step, at, top.key = top.key, top.key_mark, None
            top.mark.children[step] = at
        else:
            step = len(top.mark.children)
            top.mark.children[step] = at
        if written in "{[":
            stack.append(_Open(written == "{", at, step))
    return root, faults


def _duplicate_key(stack: list[_Open], key: str, at: Mark) -> Fault:
    steps = [*(one.step for one in stack if one.step != ""), key]
    return Fault(
        path=reduce(child_path, steps, ""),
        problem=message("键“{key}”重复", "duplicate key '{key}'", key=excerpt(key)),
        hint=message("只保留一处", "keep one of them"),
        line=at.line,
        column=at.column,
    )
