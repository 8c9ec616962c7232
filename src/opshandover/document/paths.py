"""Paths: the position of a value in a document, such as `work_progress.tasks[0].title`.

Findings, blocks, Word tags and faults carry a path as text. Only this module builds, parses and
resolves such texts.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self, TypeVar, cast

import attrs
from attrs import frozen

from opshandover.errors import PathError
from opshandover.model.base import Nothing, Record, Section
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, field_for_key, field_map
from opshandover.redaction import excerpt
from opshandover.text import Lang, message

Step = str | int
"""The name of a field or key, or the index of an item of a list."""

Root = TypeVar("Root", bound=Record)
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_BOUNDARY = re.compile(r"[.\[]|\Z")
_WHOLE = re.compile(r"[^.\[\]]+(?:\[\d+\])*(?:\.[^.\[\]]+(?:\[\d+\])*)*")


def child_path(path: str, step: Step) -> str:
    """The path of the value below another value, under a key or at an index."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    return f"{path}.{step}" if path else step


def containing(path: str) -> Iterator[str]:
    """All paths that contain a path: the empty one, those above it, and itself."""
    yield ""
    if path:
        yield from (path[: found.start()] for found in _BOUNDARY.finditer(path, 1))


def nearest_first(path: str) -> Iterator[str]:
    """All paths that contain a path, as `containing` has them, from itself outwards."""
    return reversed([*containing(path)])


def section_of(path: str) -> str:
    """The first key of a path: a section, or a field of the header."""
    return str(next(steps_of(path), ""))


def written_path(path: str, lang: Lang) -> str:
    """A path as people who read that language type it: `问题反馈.问题[0]` in Chinese, `issues.items[0]` in English.

    A key that stands for no field stays as it is, so that every path of a file can be shown.
    """
    return _renamed(path, lambda field: field.label.zh if lang == "zh" else field.name)


def named_path(written: str) -> str:
    """The path in field names, from one that a person typed: with names or labels, and in wide signs."""
    return _renamed(narrow_path(written), lambda field: field.name)


def narrow_path(written: str) -> str:
    """A path that a person typed, with its signs as they are in paths and without blanks around them."""
    narrow = unicodedata.normalize("NFKC", written).translate(_NARROW)
    return _AROUND.sub(r"\1", narrow).strip()


def is_path(written: str) -> bool:
    """Whether a text is written like a path, whatever it leads to."""
    return _WHOLE.fullmatch(written) is not None


def field_at(steps: Iterable[Step]) -> Field | None:
    """The field to which the keys and indexes of a file lead, whichever of its names they use; `None` if to none."""
    field, of = None, cast("type[object]", OpsDocument)
    for step in steps:
        if isinstance(step, str):
            field = field_in(of, step)
            of = field.type if field else object
    return field


def field_in(of: type[object], key: str) -> Field | None:
    """The field of a class that a key stands for; a section has those of its absence as well."""
    field = field_for_key(of, key) if issubclass(of, Record) else None
    return field_for_key(Nothing, key) if field is None and issubclass(of, Section) else field


_NARROW = str.maketrans("【】。", "[].")
_AROUND = re.compile(r"\s*([.\[\]])\s*")


def _renamed(path: str, name: Callable[[Field], str]) -> str:
    """A path of a document with other names for its fields, which are found by any name that they have."""
    of: type[object] = OpsDocument

    def renamed(found: re.Match[str]) -> str:
        nonlocal of
        key = found[2]
        if key is None:
            return found[0]
        field = field_in(of, key)
        of = field.type if field else object
        return name(field) if field else key

    return _STEP.sub(renamed, path)


@frozen
class Path:
    """A path as steps; the root has none."""

    steps: tuple[Step, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse a path.

        Raises:
            PathError: the text is not a path.
        """
        if text and not is_path(text):
            raise PathError(message("路径写法不对：{path}", "invalid path: {path}", path=excerpt(text)))
        return cls(tuple(steps_of(text)))

    def __str__(self) -> str:
        text = ""
        for step in self.steps:
            text = child_path(text, step)
        return text

    @property
    def parent(self) -> Self:
        """The path of the record or list that holds the value."""
        return type(self)(self.steps[:-1])

    def field(self, root: type[Record]) -> Field:
        """The field declared at the path in a class of records; for an item of a list, the field of the list.

        Raises:
            PathError: no field is declared there.
        """
        found: Field | None = None
        for i, step in enumerate(self.steps):
            if isinstance(step, int):
                if found is None or not found.many or isinstance(self.steps[i - 1], int):
                    raise self._lost(i)
                continue
            of = root if found is None else found.type
            found = field_map(of).get(step) if issubclass(of, Record) else None
            if found is None:
                raise self._lost(i)
        if found is None:
            raise self._lost(0)
        return found

    def get(self, root: Record) -> Any:
        """The value at the path.

        Raises:
            PathError: no such field, an absent section, or an index out of range.
        """
        value: object = root
        for i, step in enumerate(self.steps):
            value = self._one(value, i, step)
        return value

    def put(self, root: Root, value: object) -> Root:
        """A copy of a record with another value at the path; the index after the last item appends one.

        Raises:
            PathError: no such field, an absent section, or an index out of range.
        """
        return cast("Root", self._put(root, 0, value))

    def _put(self, holder: object, i: int, value: object) -> object:
        if i == len(self.steps):
            return value
        step = self.steps[i]
        if isinstance(step, int) and isinstance(holder, tuple):
            items = cast("tuple[object, ...]", holder)
            if step == len(items) and i == len(self.steps) - 1:
                return (*items, value)
            new = self._put(self._one(items, i, step), i + 1, value)
            return (*items[:step], new, *items[step + 1 :])
        new = self._put(self._one(holder, i, step), i + 1, value)
        return attrs.evolve(cast("Record", holder), **{str(step): new})

    def _one(self, holder: object, i: int, step: Step) -> object:
        if isinstance(step, int):
            items = cast("tuple[object, ...]", holder) if isinstance(holder, tuple) else ()
            if step < len(items):
                return items[step]
        elif isinstance(holder, Record) and step in field_map(type(holder)):
            return getattr(holder, step)
        raise self._lost(i)

    def _lost(self, i: int) -> PathError:
        there = str(Path(self.steps[:i]))
        return PathError(
            message(
                "路径 {path} 无效：{there} 处没有 {step}",
                "invalid path {path}: no {step} in {there}",
                path=str(self),
                there=there or "/",
                step=str(self.steps[i]) if self.steps else "/",
            )
        )


def steps_of(text: str) -> Iterator[Step]:
    """The steps of a text that should be a path; characters that belong to no step are skipped."""
    for index, name in _STEP.findall(text):
        yield int(index) if index else name
