"""TOML, whose parser has no positions: faults in documents have a path only, those in settings the line of their key."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import cast

from opshandover.codec.raw import Mark, Raw, decimal_number, too_deep, too_many
from opshandover.codec.reasons import reason
from opshandover.errors import Fault
from opshandover.limits import MOST_DEPTH, MOST_VALUES
from opshandover.text import NO_MESSAGE, Message, message

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read(text: str) -> Raw:
    """Parse a text into dicts, lists, texts, numbers, booleans, dates and times."""
    if problem := _excess(text):
        return Raw(data=None, faults=(Fault(path="", problem=problem),))
    try:
        return Raw(data=tomllib.loads(text, parse_float=decimal_number))
    except tomllib.TOMLDecodeError as cause:
        why = str(cause)
        at = _AT.search(why)
        fault = Fault(
            path="",
            problem=message("TOML 语法错误：{why}", "TOML syntax error: {why}", why=reason(_AT.sub("", why))),
            hint=_hint(text.split("\n", int(at[1]))[int(at[1]) - 1] if at else ""),
            line=int(at[1]) if at else None,
            column=int(at[2]) if at else None,
        )
    except RecursionError:
        fault = Fault(path="", problem=too_deep())
    return Raw(data=None, faults=(fault,))


_TEXT = re.compile(
    r"""'{3}[\s\S]*?(?:'{3,5}|\Z)|"{3}[\s\S]*?(?:"{3,5}|\Z)|"[^"\n]*+"?|'[^'\n]*+'?|\#[^\n]*+""",
)
_LONG_NUMBER = re.compile(r"(?<![0-9_])[0-9_]{600}")
_DOTTED = re.compile(r"(?:\.[ \t]*+[\w-]*+[ \t]*+)++")


def _excess(text: str) -> Message | None:
    """What a text has too much of, outside of its texts and comments: the parser has no limits."""
    bare = _TEXT.sub("_", text.replace("\\\\", "").replace('\\"', ""))
    if _values(bare) > MOST_VALUES:
        return too_many()
    if any(found[0].count(".") >= MOST_DEPTH for found in _DOTTED.finditer(bare)):
        return too_deep()
    return message("有一个数字太长", "contains a number that is too long") if _LONG_NUMBER.search(bare) else None


def _values(text: str) -> int:
    """The number of keys and values, counted by the signs beside them: `=` and `[` have both."""
    return 2 * sum(map(text.count, "=[.")) + text.count(",")


def _hint(line: str) -> Message:
    key = line.partition("=")[0].strip()
    if key.isascii() or '"' in key:
        return NO_MESSAGE
    return message('TOML 的中文键须加引号："标题" = …', 'put non-ASCII keys in quotes: "标题" = …')


_KEY = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_LINE = re.compile(
    rf"^[ \t]*+(?P<head>\[\[?)?[ \t]*+(?P<key>{_KEY}(?:[ \t]*+\.[ \t]*+{_KEY})*+)[ \t]*+(?(head)\]|=)", re.MULTILINE
)


def key_lines(text: str) -> Mapping[tuple[str, ...], int]:
    """The lines on which the tables and keys of a valid text begin; keys within a value are left out."""
    bare = _TEXT.sub(lambda found: "\n" * found[0].count("\n") if found[0][:3] in _LONG_QUOTES else found[0], text)
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    line, before = 1, 0
    for found in _LINE.finditer(bare):
        line, before = line + bare.count("\n", before, found.start("key")), found.start("key")
        keys = tuple(_parts(found["key"]))
        table = keys if found["head"] else table
        whole = keys if found["head"] else (*table, *keys)
        for length in range(1, len(whole) + 1):
            lines.setdefault(whole[:length], line)
    return lines


_LONG_QUOTES = ('"' * 3, "'" * 3)


def _parts(key: str) -> Iterator[str]:
    """The parts of a dotted key."""
    data: object = tomllib.loads(f"{key} = 0")
    while isinstance(data, dict):
        ((part, data),) = cast("dict[str, object]", data).items()
        yield part


def marks(_text: str) -> Mark | None:
    """`None`: the parser has no positions."""
    return None
