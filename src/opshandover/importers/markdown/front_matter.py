"""The front matter of a Markdown file as data."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

import yaml
from attrs import frozen

from opshandover.limits import INTEGER_DIGITS, MOST_DEPTH, is_bounded
from opshandover.pages.blocks import Property

_FENCED = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST = 100_000
"""The length of front matter, in characters; what is longer is text."""
_INTEGER = re.compile(rf"[-+]?(?:0|[1-9][0-9]{{0,{INTEGER_DIGITS - 1}}})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[-+]\d\d:\d\d)?)?")
_TRUE, _FALSE = ("true", "True", "TRUE"), ("false", "False", "FALSE")
_NULLS = ("", "~", "null", "Null", "NULL")


@frozen
class FrontMatter:
    """What stands before the text: its values by name, and the number of its lines.

    `text` is what could not be read as such values, to be shown as it is.
    """

    properties: tuple[tuple[str, Property], ...] = ()
    lines: int = 0
    text: str = ""


def front_matter(source: str) -> tuple[FrontMatter, str]:
    """The front matter of a text, and the rest of it.

    Two lines of hyphens at the beginning are front matter if what is between them looks like keys with values.
    """
    found = _FENCED.match(source, 0, _LONGEST)
    if found is None or not _LOOKS_LIKE_KEYS.match(found[1]):
        return FrontMatter(), source
    lines = found[0].count("\n")
    try:
        data = _data(found[1])
    except (yaml.YAMLError, _Refused, RecursionError, ValueError):
        return FrontMatter(lines=lines, text=found[1].rstrip("\n")), source[found.end() :]
    return FrontMatter(tuple(data.items()), lines), source[found.end() :]


_LOOKS_LIKE_KEYS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[^\s#>*|`\-][^\n:]{0,60}:(?:[ \t\n]|\Z)")


class _Refused(Exception):  # noqa: N818  never leaves this file
    """Something that front matter does not need: aliases, keys that are no texts, deep nesting."""


def _data(text: str) -> dict[str, Property]:
    root: Any = cast("Any", yaml).compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise _Refused
    value = _value(root, 0, set())
    return cast("dict[str, Property]", value)


def _value(node: Any, depth: int, seen: set[int]) -> Property:
    if depth > MOST_DEPTH or id(node) in seen:  # an alias leads to a node that was there before
        raise _Refused
    seen.add(id(node))
    match node:
        case yaml.ScalarNode():
            return str(node.value) if node.style else _scalar(str(node.value))
        case yaml.SequenceNode():
            return tuple(_value(each, depth + 1, seen) for each in node.value)
        case _:
            found: dict[str, Property] = {}
            for key, each in node.value:
                if not isinstance(key, yaml.ScalarNode) or key.value in found:
                    raise _Refused
                found[str(key.value)] = _value(each, depth + 1, seen)
            return found


def _scalar(text: str) -> Property:
    """A text without quotes as the value that it means; a time such as 22:30 is a text."""
    if text in _NULLS:
        return ""
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and is_bounded(number := Decimal(text)):
        return number
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
        except ValueError:
            return text
    return text
