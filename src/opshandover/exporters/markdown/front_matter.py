"""The properties of a document as YAML front matter."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, assert_never, cast

import yaml

from opshandover.pages.blocks import Property
from opshandover.plain_text import clean

_NEVER_FOLDED = 1_000_000
_INDENT, _KEY = "  ", "k"
_dump: Callable[..., str] = cast("Any", yaml).dump  # some releases of its stubs leave a type of it unknown
_ESCAPED = re.compile(r"[<>\n]|\]\(|\]\[")
"""Finds HTML, links, and lines that might end the front matter: such a text is written as one line of escapes."""
_SIGNS = re.compile(r"[<>&\[\]\x7f-\xa0\u2028\u2029\ufeff]")
_TYPED = re.compile(
    r"[-+]?(?:0[box][0-9a-f_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:e[-+]?[0-9_]*)?|\.inf|\.nan)|[yn]|null|~",
    re.IGNORECASE,
)
"""What some reader of YAML takes for a number, a truth value or nothing, beyond what PyYAML knows of."""


class _Dumper(yaml.SafeDumper):
    """Writes texts so that readers of YAML 1.1 and 1.2 see texts."""


def _text(dumper: Any, text: str) -> yaml.ScalarNode:
    style = "'" if _TYPED.fullmatch(text) else None
    return cast("yaml.ScalarNode", dumper.represent_scalar("tag:yaml.org,2002:str", text, style))


_Dumper.add_representer(str, _text)


def properties_as_yaml(properties: Iterable[tuple[str, Property]]) -> str:
    """Write properties between two lines of hyphens; each value reads back as the same text, day, list or record.

    Programs that know no front matter show it as Markdown. So no HTML and no link is written as such.
    """
    return "\n".join(("---", *_pairs(properties), "---"))


def _pairs(properties: Iterable[tuple[str, Property]]) -> Iterator[str]:
    for name, value in properties:
        if isinstance(value, (dict, tuple)) and value:
            yield f"{name}:"
            yield from (f"{_INDENT}{line}" for line in _lines(value))
        else:
            yield f"{name}: {_scalar(value)}"


def _lines(value: Property) -> Iterator[str]:
    match value:
        case dict() if value:
            yield from _pairs(value.items())
        case tuple() if value:
            for one in value:
                first, *rest = _lines(one)
                yield f"- {first}"
                yield from (f"{_INDENT}{line}" for line in rest)
        case _:
            yield _scalar(value)


def _scalar(value: Property) -> str:
    match value:
        case str():
            return _text_value(clean(value))
        case bool():
            return str(value).lower()
        case datetime():
            return value.isoformat(" ")
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case dict():
            return "{}"
        case tuple():
            return "[]"
    assert_never(value)


def _text_value(text: str) -> str:
    if _ESCAPED.search(text):
        return _SIGNS.sub(_escape, json.dumps(text, ensure_ascii=False))
    written = _dump({_KEY: text}, Dumper=_Dumper, allow_unicode=True, width=_NEVER_FOLDED)
    return written.removeprefix(f"{_KEY}: ").removesuffix("\n")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
