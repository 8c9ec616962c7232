"""Edits of a document: values at their paths, and what became of the items of its lists."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import attrs
from attrs import define, field, frozen

from opshandover.document.paths import Path, steps_of
from opshandover.errors import PathError
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.reading.returned.targets import EACH, Target, target_of
from opshandover.reading.returned.units import last_index


@frozen
class New:
    """An item that was not there before."""

    value: Any


@define
class ListEdit:
    """What became of the items of a list."""

    removed: set[int] = field(factory=set[int])
    order: list[int] | None = None
    """Old items in their new order, if that is another."""
    added: list[tuple[int, Any]] = field(factory=list[tuple[int, Any]])
    """New items, each after an old one; -1 is before all."""

    def applied(self, items: Sequence[Any]) -> tuple[Any, ...]:
        """Return the items as they are now."""
        order = self.order if self.order is not None else list(range(len(items)))
        known = set(order)
        order += [n for n in range(len(items)) if n not in known]
        made: list[Any] = [value for after, value in self.added if after < 0]
        added: dict[int, list[Any]] = defaultdict(list)
        for after, value in self.added:
            added[after].append(value)
        for n in order:
            if n not in self.removed:
                made.append(items[n])
            made += added.get(n, ())
        return tuple(made)


@define
class Edits:
    """The edits of one document, by the paths that values have in it."""

    document: OpsDocument
    values: dict[str, Any] = field(factory=dict[str, Any], init=False)
    lists: dict[str, ListEdit] = field(factory=lambda: defaultdict(ListEdit), init=False)

    def put(self, path: str, value: Any) -> None:
        """Set a value; at the path to each item of a list, in all of them."""
        before, each, after = path.partition(EACH)
        if not each:
            self.values[path] = value
            return
        for number in range(len(Path.parse(before).get(self.document))):
            self.values[f"{before}[{number}]{after}"] = value

    def old(self, path: str) -> Any:
        """Return the value at a path, of several items that of the first; `None` if there is none."""
        try:
            return Path.parse(path.replace(EACH, "[0]")).get(self.document)
        except PathError:
            return None

    def clear(self, path: str, target: Target) -> None:
        """Remove a value: an item of a list, or the content of a field."""
        item = last_index(path) if target.single else None
        if item:
            self.lists[item[0]].removed.add(item[1])
        else:
            self.put(path, target.field.default)

    @property
    def removed(self) -> list[str]:
        """The paths of the items that were deleted."""
        return [f"{path}[{n}]" for path, edit in self.lists.items() for n in sorted(edit.removed)]

    def applied(self, document: OpsDocument) -> OpsDocument:
        """Return a document with all edits: values first, then the innermost lists, since paths are those of before."""
        gone = tuple(self.removed)
        for path, value in self.values.items():
            if not path.startswith(tuple(f"{item}." for item in gone)):
                document = _put(document, path, value)
        for path in sorted(self.lists, key=lambda path: len(tuple(steps_of(path))), reverse=True):
            items = Path.parse(path).get(document)
            document = _put(document, path, self.lists[path].applied(items))
        return document


def _put(document: OpsDocument, path: str, value: Any) -> OpsDocument:
    """Put a value, into records that are made if they are not there yet."""
    parsed = Path.parse(path)
    try:
        return parsed.put(document, value)
    except PathError:
        parent = parsed.parent
        target = target_of(document, str(parent))
        if target is None or not target.is_record:
            raise
        made: Record = target.field.type()
        return _put(document, str(parent), attrs.evolve(made, **{str(parsed.steps[-1]): value}))
