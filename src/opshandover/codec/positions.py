"""The line and column of a value of the document in the text that it was loaded from."""

from collections.abc import Mapping
from typing import Any

from opshandover.codec.raw import Mark
from opshandover.codec.short_forms import only_list
from opshandover.document.paths import steps_of
from opshandover.model import OpsDocument, Record
from opshandover.model.fields import field_for_key, field_map
from opshandover.spelling import fold


class Positions:
    """The line and column of any value, by its path; the keys of each object are looked through once."""

    def __init__(self, marks: Mark | None) -> None:
        """Keep the marks of a text; `None` if its format has no positions."""
        self._root = marks
        self._fields: dict[tuple[int, type[Any] | None], Mapping[str, _Found]] = {}

    def __call__(self, path: str) -> tuple[int, int] | None:
        """Line and column of the value at a path, or of the nearest value that contains it.

        Paths use field names, whatever the keys in the file are; line and column count from 1.
        """
        if self._root is None:
            return None
        mark = self._root
        of: type[Any] | None = OpsDocument
        for step in steps_of(path):
            if isinstance(step, int):
                child = mark.children.get(step) or _alone(mark, step)
            else:
                child, of = self._under(mark, of).get(step) or _around(mark, of, step)
            if child is None:
                break
            mark = child
        return mark.line, mark.column

    def _under(self, mark: Mark, of: type[Any] | None) -> Mapping[str, "_Found"]:
        """The marks below another by field name, and by key as written; the last of several counts."""
        key = id(mark), of
        if key not in self._fields:
            self._fields[key] = _by_name(mark, of)
        return self._fields[key]


def _alone(mark: Mark, step: int) -> Mark | None:
    """The mark of one value that stands for a list of one."""
    return mark if step == 0 and not any(isinstance(key, int) for key in mark.children) else None


def _around(mark: Mark, of: type[Any] | None, step: str) -> "tuple[Mark | None, type[Any] | None]":
    """The mark and type of a main field whose own fields are written in its place, or of the only list."""
    if of is not None and issubclass(of, Record):
        only = only_list(of)
        if step == (only.name if only else of.main):
            return mark, field_map(of)[step].type
    return None, None


_Found = tuple[Mark, type[Any] | None]
"""A mark, and the type of the field that it is the value of."""


def _by_name(mark: Mark, of: type[Any] | None) -> Mapping[str, _Found]:
    record = of if of is not None and issubclass(of, Record) else None
    found: dict[str, _Found] = {}
    for key, child in mark.children.items():
        if isinstance(key, str):
            field = field_for_key(record, key) if record else None
            if field is None:
                found[fold(key)] = found[key] = child, None
            else:
                found[field.name] = child, field.type
    return found


def position_of(marks: Mark | None, path: str) -> tuple[int, int] | None:
    """Line and column of one value; for several, make `Positions` once."""
    return Positions(marks)(path)
