"""What the functions of the facade are called with, checked at the door.

A wrong argument would fail far inside, where nobody knows which one it was.
"""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import cast

from opshandover.errors import ArgumentError, OptionError
from opshandover.plugins import unknown_name
from opshandover.text import LANGUAGES, Text, message

AnyPath = str | os.PathLike[str]


def ensure_argument(given: object, of: type | tuple[type, ...], name: str, expected: Text, advice: Text) -> None:
    """Ensure that an argument is of a type; the error has its name and type, never its content.

    Raises:
        ArgumentError: it is not.
    """
    if not isinstance(given, of):
        raise argument_error(given, name, expected, advice)


def ensure_several(given: object, of: type, name: str, expected: Text, advice: Text) -> None:
    """Ensure that an argument is a collection of values of a type, or a mapping from texts to them.

    Raises:
        ArgumentError: it is not, or is one that can be gone through only once.
    """
    ensure_argument(given, Collection, name, expected, advice)
    if isinstance(given, (str, bytes, bytearray)):
        raise argument_error(given, name, expected, advice)
    values = cast("Collection[object]", given)
    if isinstance(given, Mapping):
        ensure_several(tuple(cast("Collection[object]", given)), str, name, expected, advice)
        values = cast("Collection[object]", given.values())
    for one in values:
        ensure_argument(one, of, name, expected, advice)


def argument_error(given: object, name: str, expected: Text, advice: Text) -> ArgumentError:
    """The error for an argument of the wrong type: what was expected, what was given, and what to do."""
    return ArgumentError(
        message(
            "参数 {name}：应为{expected}，实际是 {got}；{advice}",
            "argument {name}: expected {expected}, got {got}; {advice}",
            name=name,
            expected=expected,
            got=f"class {given.__name__}" if isinstance(given, type) else type(given).__name__,
            advice=advice,
        )
    )


def names_a_file(given: object) -> bool:
    """Whether an argument names a file."""
    return isinstance(given, (str, os.PathLike))


def as_path(given: AnyPath, name: str = "path", advice: Text | None = None) -> Path:
    """The path that an argument names.

    Raises:
        ArgumentError: it is no path.
    """
    ensure_argument(given, (str, os.PathLike), name, _PATH, advice or _GIVE_PATH)
    return Path(given)


def ensure_language(lang: str | None) -> None:
    """Raise `OptionError` if a language is given and not supported."""
    if lang is not None and lang not in LANGUAGES:
        raise OptionError(unknown_name(Text("语言", "language"), lang, LANGUAGES))


_PATH = Text("文件路径", "the path of a file")
_GIVE_PATH = Text("请写成文字或 pathlib.Path", "give a text or a pathlib.Path")
