"""TOML, which has no positions: faults have a path only."""

import re
import tomllib
from decimal import Decimal

from opshandover.codec.raw import Mark, Raw, too_deep
from opshandover.codec.reasons import reason
from opshandover.errors import Fault
from opshandover.text import NO_MESSAGE, Message, message

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read(text: str) -> Raw:
    """Parse a text into dicts, lists, texts, numbers, booleans, dates and times."""
    try:
        return Raw(data=tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as cause:
        why = str(cause)
        at = _AT.search(why)
        fault = Fault(
            path="",
            problem=message("TOML 语法错误：{why}", "TOML syntax error: {why}", why=reason(_AT.sub("", why))),
            hint=_hint(text.splitlines()[int(at[1]) - 1] if at else ""),
            line=int(at[1]) if at else None,
            column=int(at[2]) if at else None,
        )
    except (RecursionError, ValueError):
        fault = Fault(path="", problem=too_deep())
    return Raw(data=None, faults=(fault,))


def _hint(line: str) -> Message:
    key = line.partition("=")[0].strip()
    if key.isascii() or '"' in key:
        return NO_MESSAGE
    return message('TOML 的中文键须加引号："标题" = …', 'put non-ASCII keys in quotes: "标题" = …')


def marks(_text: str) -> Mark | None:
    """`None`: the parser has no positions."""
    return None
