"""Reads settings strictly, and collects all faults on the way."""

import difflib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from attrs import field, frozen

from opshandover.codec.raw import safe_path
from opshandover.codec.scalars import WrongValueError, expected, text
from opshandover.errors import Fault, OpsHandoverError
from opshandover.rules import Rule
from opshandover.text import LANGUAGES, SILENCE, Message, Text, message

Value = TypeVar("Value")


@frozen(kw_only=True)
class Known:
    """What settings may speak of: all rules, and the names of all kinds of document."""

    rules: tuple[Rule, ...]
    profiles: tuple[str, ...]


@frozen
class Faults:
    """The faults met so far; `below` is where the settings stand in their file."""

    below: str = ""
    found: list[Fault] = field(factory=list[Fault])

    def add(self, path: str, problem: Message, *, got: str = "", hint: Message = SILENCE) -> None:
        """Notes one fault."""
        self.found.append(Fault(path=safe_path(self.below + path), problem=problem, got=got, hint=hint))

    @contextmanager
    def at(self, path: str) -> Generator[None]:
        """Notes what goes wrong in the block as a fault of that place, and goes on after it."""
        try:
            yield
        except WrongValueError as cause:
            self.add(path, cause.problem, got=cause.got, hint=cause.hint)
        except OpsHandoverError as cause:
            self.add(path, cause.message)

    def take(self, path: str, value: object, by: Callable[[Any], Value], otherwise: Value) -> Value:
        """Gives what a function makes of a value; if it cannot, notes that and gives `otherwise`."""
        with self.at(path):
            return by(value)
        return otherwise

    def table(self, path: str, value: object) -> dict[str, object]:
        """Gives the keys and values of a table; none if it is no table."""
        if isinstance(value, dict):
            return cast("dict[str, object]", value)
        with self.at(path):
            raise expected(Text("键和值（表）", "keys and values (a table)"), value)
        return {}

    def texts(self, path: str, value: object) -> Iterator[tuple[str, str]]:
        """Gives place and text of each item of a list of texts; a single text stands for itself."""
        if isinstance(value, list):
            for i, one in enumerate(cast("list[object]", value)):
                at = f"{path}[{i}]"
                taken = self.take(at, one, text, None)
                if taken is not None:
                    yield at, taken
        elif isinstance(value, str):
            yield path, value
        else:
            with self.at(path):
                raise expected(Text("文字列表", "a list of texts"), value)

    def known(self, path: str, value: object, keys: Iterable[str]) -> Iterator[tuple[str, str, object]]:
        """Gives path, key and value of each key of a table that may stand there."""
        may = tuple(keys)
        for key, content in self.table(path, value).items():
            at = inside(path, key)
            if key in may:
                yield at, key, content
            else:
                self.add(at, message("没有这个键", "unknown key"), hint=meant(key, may))


def inside(path: str, key: str) -> str:
    """Gives the path of a key of a table; keys that TOML wants in quotes are shown in them."""
    bare = key.replace("-", "").replace("_", "")
    shown = key if bare.isascii() and bare.isalnum() else f'"{key}"'
    return f"{path}.{shown}" if path else shown


def meant(written: str, known: Iterable[str]) -> Message:
    """Gives the hint with what was probably meant, or with all that there is."""
    names = tuple(known)
    near = difflib.get_close_matches(written.lower().replace("_", "-"), names, n=1)
    near = near or difflib.get_close_matches(written.lower(), names, n=1)
    if near:
        return message("是不是“{near}”？", "did you mean '{near}'?", near=near[0])
    return message("这里可以写：{names}", "known here: {names}", names=", ".join(names))


def both(value: object) -> Text:
    """Takes a text in both languages: `{zh = "…", en = "…"}`, or one text for the two."""
    given, table = value, dict[str, object](dict.fromkeys(LANGUAGES, value))
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
    if set(table) != set(LANGUAGES) or not all(map(_is_filled, table.values())):
        what = Text('{ zh = "…", en = "…" } 或一段文字', 'a text, or { zh = "…", en = "…" }')
        raise expected(what, given)
    return Text(*(text(table[lang]) for lang in LANGUAGES))


def _is_filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
