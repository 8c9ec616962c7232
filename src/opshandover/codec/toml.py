"""TOML, which has no positions: faults have a path only."""

import re
import tomllib

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


def marks(_text: str) -> Mark | None:
    """`None`: the parser has no positions."""
    return None
