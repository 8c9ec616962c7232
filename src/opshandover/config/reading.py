"""Strict reading of settings that collects all faults."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from attrs import field, frozen

from opshandover.codec.scalars import WrongValueError, expected, text
from opshandover.errors import Fault, OpsHandoverError
from opshandover.redaction import redact
from opshandover.rules import Rule
from opshandover.spelling import nearest
from opshandover.text import LANGUAGES, NO_MESSAGE, Message, Text, message

Value = TypeVar("Value")


@frozen(kw_only=True)
class Known:
    """The names that settings may use: all rules, and all kinds of document."""

    rules: tuple[Rule, ...]
    profiles: tuple[str, ...]


@frozen
class Faults:
    """The faults found so far; `below` is the table of the settings in their file."""

    below: str = ""
    found: list[Fault] = field(factory=list[Fault])

    def add(self, path: str, problem: Message, *, got: str = "", hint: Message = NO_MESSAGE) -> None:
        """Add one fault."""
        self.found.append(Fault(path=self.below + path, problem=problem, got=got, hint=hint))

    @contextmanager
    def at(self, path: str) -> Generator[None]:
        """Add an error raised in the block as a fault of that path, and go on."""
        try:
            yield
        except WrongValueError as cause:
            self.add(path, cause.problem, got=cause.got, hint=cause.hint)
        except OpsHandoverError as cause:
            self.add(path, cause.message)

    def take(self, path: str, value: object, by: Callable[[Any], Value], otherwise: Value) -> Value:
        """The result of a function for a value; `otherwise` if it fails, which is added as a fault."""
        with self.at(path):
            return by(value)
        return otherwise

    def table(self, path: str, value: object) -> dict[str, object]:
        """The keys and values of a table; none if the value is not a table."""
        if isinstance(value, dict):
            return cast("dict[str, object]", value)
        with self.at(path):
            raise expected(Text("表（键和值）", "a table (keys and values)"), value)
        return {}

    def texts(self, path: str, value: object) -> Iterator[tuple[str, str]]:
        """Path and text of each item of a list of texts; a single text counts as a list of one."""
        if isinstance(value, list):
            for i, one in enumerate(cast("list[object]", value)):
                at = f"{path}[{i}]"
                item = self.take(at, one, text, None)
                if item is not None:
                    yield at, item
        elif isinstance(value, str):
            yield path, value
        else:
            with self.at(path):
                raise expected(Text("文字列表", "a list of texts"), value)

    def known(self, path: str, value: object, keys: Iterable[str]) -> Iterator[tuple[str, str, object]]:
        """Path, key and value of each key of a table that is allowed; the others are faults."""
        allowed = tuple(keys)
        for key, content in self.table(path, value).items():
            at = table_path(path, key)
            if key in allowed:
                yield at, key, content
            else:
                self.add(at, message("未知的键", "unknown key"), hint=key_hint(key, allowed))


def table_path(path: str, key: str) -> str:
    """The path of a key of a table; keys that need quotes in TOML are shown in quotes."""
    bare = key.replace("-", "").replace("_", "")
    shown = key if bare.isascii() and bare.isalnum() else f'"{key}"'
    return f"{path}.{shown}" if path else shown


def key_hint(written: str, known: Iterable[str]) -> Message:
    """A hint with the closest known key, or with all keys."""
    names = tuple(known)
    near = nearest(written.replace("_", "-"), names) or nearest(written, names)
    if near:
        return message("是不是“{name}”？", "did you mean '{name}'?", name=near)
    return message("可用：{names}", "available: {names}", names=", ".join(names))


def bilingual(value: object) -> Text:
    """Accept a text in both languages: `{zh = "…", en = "…"}`, or one text for both; without secrets."""
    error = expected(Text('{ zh = "…", en = "…" } 或一段文字', 'a text, or { zh = "…", en = "…" }'), value)
    table = dict[str, object](dict.fromkeys(LANGUAGES, value))
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
    if set(table) != set(LANGUAGES) or not all(map(_has_text, table.values())):
        raise error
    return Text(*(redact(text(table[lang])) for lang in LANGUAGES))


def _has_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
