"""JSON, strictly: no value twice under one key, no NaN, numbers exact, bounded depth."""

import bisect
import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import reduce
from typing import Any

from attrs import define

from opshandover.codec.raw import NOWHERE, Mark, Raw, too_deep
from opshandover.codec.reasons import reason
from opshandover.document.paths import inside
from opshandover.errors import Fault
from opshandover.redaction import excerpt
from opshandover.text import Message, message


def read(text: str) -> Raw:
    """Reads a text into dicts, lists, texts, whole numbers, decimals, booleans and `None`."""
    doubled: list[bool] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(items)
        doubled.append(len(data) < len(items))
        return data

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_float=Decimal, parse_constant=_no_constant)
    except json.JSONDecodeError as cause:
        problem = message("JSON 语法错误：{why}", "JSON syntax: {why}", why=reason(cause.msg))
        return _failed(problem, cause.lineno, cause.colno)
    except RecursionError:
        return _failed(too_deep())
    except ValueError as cause:
        problem = message(
            "JSON 中的数无法读取：{why}",
            "JSON holds a number that cannot be read: {why}",
            why=cause,
        )
        return _failed(problem)
    faults = tuple(_scan(text)[1]) if any(doubled) else ()
    return Raw(data=data, faults=faults)


def _no_constant(written: str) -> Any:
    raise ValueError(f"{written} is not JSON")


def _failed(problem: Message, line: int | None = None, column: int | None = None) -> Raw:
    return Raw(data=None, faults=(Fault(path="", problem=problem, line=line, column=column),))


def write(data: Mapping[str, Any]) -> str:
    """Writes plain data as indented JSON, texts as they are."""
    return _written(data, "\n") + "\n"


def _written(value: Any, line: str) -> str:
    """Writes a value; `line` begins a new line at its depth.

    The standard library writes the same, but takes twice as long where it has to indent.
    """
    kind: type[Any] = value.__class__
    if kind is dict and value:
        inner = f"{line}  "
        written = [f"{_quoted(key)}: {_written(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(written)}{line}}}"
    if kind is list and value:
        inner = f"{line}  "
        return f"[{inner}{f',{inner}'.join([_written(one, inner) for one in value])}{line}]"
    return _SIMPLE.get(kind, _encoded)(value)


_encoded: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False).encode
_quoted: Callable[[str], str] = json.encoder.encode_basestring
_SIMPLE: Mapping[type[Any], Callable[[Any], str]] = {str: _quoted, int: int.__repr__}
"""What writes the most frequent values, without first asking what they are."""


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


def marks(text: str) -> Mark:
    """Gives where everything stands in a text that is JSON."""
    return _scan(text)[0]


@define
class _Open:
    """A list or an object that is still being read; `step` is where it stands in its parent."""

    is_object: bool
    mark: Mark
    step: str | int
    key: str | None = None
    key_mark: Mark = NOWHERE


def _scan(text: str) -> tuple[Mark, list[Fault]]:
    """Reads a text that is JSON token by token, marking each value and each key given twice."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    root = NOWHERE
    faults: list[Fault] = []
    stack: list[_Open] = []
    for token in _TOKEN.finditer(text):
        written = token.group()
        if written in ",:":
            continue
        if written in "}]":
            stack.pop()
            continue
        line = bisect.bisect_right(starts, token.start())
        at = Mark(line=line, column=token.start() - starts[line - 1] + 1)
        top = stack[-1] if stack else None
        if top is not None and top.is_object and top.key is None:
            top.key, top.key_mark = str(json.loads(written)), at
            if top.key in top.mark.children:
                faults.append(_doubled(stack, top.key, at))
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


def _doubled(stack: list[_Open], key: str, at: Mark) -> Fault:
    steps = [*(one.step for one in stack if one.step != ""), key]
    return Fault(
        path=reduce(inside, steps, ""),
        problem=message("键“{key}”重复", "the key '{key}' is given twice", key=excerpt(key)),
        hint=message("只保留一个", "keep one of them"),
        line=at.line,
        column=at.column,
    )
