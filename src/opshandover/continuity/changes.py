"""What changed from one version of a document to another, as data that can be applied."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import cast

import attrs
from attrs import define, field, frozen

from opshandover.continuity.plain_values import data_of, without_secrets
from opshandover.document.paths import Path, child_path, containing, written_path
from opshandover.document.verify import ensure_document
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.showing import Showing
from opshandover.text import Lang, Text


class ChangeKind(Enum):
    """What happened to a value or an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"

    @property
    def label(self) -> Text:
        """The name for people."""
        return _LABELS[self]


_LABELS = {
    ChangeKind.ADDED: Text("新增", "added"),
    ChangeKind.REMOVED: Text("删除", "removed"),
    ChangeKind.CHANGED: Text("修改", "changed"),
    ChangeKind.MOVED: Text("移动", "moved"),
}


@frozen(kw_only=True, repr=False)
class Change:
    """One change: the value before and after, and where it stands in the old and in the new version.

    `old_path` is empty for an item that was added; of one that was removed, `new_path` is the list that lacks it. `into`
    is the list in the old version to which an item was added or moved, and empty for anything else. An item that was
    moved may have been changed as well: each change is said by itself.
    """

    kind: ChangeKind
    old_path: str = ""
    new_path: str = ""
    old: object = None
    new: object = None
    into: str = ""

    def __repr__(self) -> str:
        """Leave out the values, which may hold a secret."""
        return f"<Change {self.kind.value} {self.old_path or '-'} {self.new_path or '-'}>"


@frozen(kw_only=True, repr=False)
class Diff(Showing):
    """All changes from one version of a document to another, in the order of the new one.

    `str()` is what `opshandover diff` prints, and a notebook shows a table. The values in `changes` are as they are in
    the documents; whatever is shown or exported has its secrets masked.
    """

    changes: tuple[Change, ...]
    old: OpsDocument = field(eq=False)
    new: OpsDocument = field(eq=False)

    def __repr__(self) -> str:
        """Count instead of repeating texts."""
        counts = ", ".join(f"{kind.value}: {self.count(kind)}" for kind in ChangeKind)
        return f"<Diff {counts}>"

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.changes)

    @property
    def lang(self) -> Lang:
        """The language of the new version."""
        return self.new.output_lang

    def count(self, kind: ChangeKind) -> int:
        """The number of changes of one kind."""
        return sum(change.kind is kind for change in self.changes)

    def apply(self, document: OpsDocument) -> OpsDocument:
        """The old version with the changes, which equals the new one.

        Raises:
            ArgumentError: it is no document.
            PathError: it is not the old version: it lacks what was changed.
        """
        ensure_document(document)
        for change in self.changes:
            if change.old_path:
                Path.parse(change.old_path).get(document)
        return cast("OpsDocument", _Application(self.changes, document).record(document, ""))

    def as_data(self, lang: Lang | None = None) -> dict[str, object]:
        """The changes as plain data, their texts in one language and without secrets.

        Args:
            lang: the language; that of the new version if not given.
        """
        speak = lang or self.lang
        return {"differs": bool(self), "changes": [self._change_as_data(change, speak) for change in self.changes]}

    def _change_as_data(self, change: Change, lang: Lang) -> dict[str, object]:
        is_gone = change.kind is ChangeKind.REMOVED
        return {
            "kind": change.kind.value,
            "old_path": change.old_path,
            "new_path": change.new_path,
            "place": written_path(change.old_path if is_gone else change.new_path, lang),
            "old": data_of(without_secrets(change.old, change.old_path, self.old)),
            "new": data_of(without_secrets(change.new, change.new_path, self.new)),
        }


@define
class _ListChanges:
    """The changes of one list, by indexes: of the old list what goes, of the new one what comes."""

    gone: set[int] = field(factory=set[int])
    moved: dict[int, str] = field(factory=dict[int, str])
    added: dict[int, object] = field(factory=dict[int, object])


class _Application:
    """Changes by the place in the old version at which they are made."""

    def __init__(self, changes: Sequence[Change], old: OpsDocument) -> None:
        """Sort the changes."""
        self.old = old
        self.values: dict[str, object] = {}
        self.lists: defaultdict[str, _ListChanges] = defaultdict(_ListChanges)
        self.touched: set[str] = set()
        for change in changes:
            self._take(change)
            for place in (change.old_path, change.into):
                self.touched.update(containing(place))

    def _take(self, change: Change) -> None:
        from_list, index = _split(change.old_path)
        if change.kind is ChangeKind.CHANGED or not (change.into or index >= 0):
            self.values[change.old_path] = change.new
            return
        if index >= 0 and change.kind is not ChangeKind.ADDED:
            self.lists[from_list].gone.add(index)
        if change.into:
            _, to = _split(change.new_path)
            if change.kind is ChangeKind.MOVED:
                self.lists[change.into].moved[to] = change.old_path
            else:
                self.lists[change.into].added[to] = change.new

    def record(self, record: Record, path: str) -> Record:
        """A record of the old version with its changes."""
        if path not in self.touched:
            return record
        changed: dict[str, object] = {}
        for name, declared in field_map(type(record)).items():
            at = child_path(path, name)
            value: object = getattr(record, name)
            if at in self.values:
                changed[name] = self.values[at]
            elif at in self.touched and declared.many:
                changed[name] = self._items(cast("tuple[object, ...]", value), at)
            elif at in self.touched and isinstance(value, Record):
                changed[name] = self.record(value, at)
        return attrs.evolve(record, **changed) if changed else record

    def _item(self, value: object, path: str) -> object:
        if path in self.values:
            return self.values[path]
        return self.record(value, path) if isinstance(value, Record) else value

    def _items(self, old: tuple[object, ...], path: str) -> tuple[object, ...]:
        changes = self.lists.get(path) or _ListChanges()
        stayed = iter([i for i in range(len(old)) if i not in changes.gone])
        length = len(old) - len(changes.gone) + len(changes.moved) + len(changes.added)
        return tuple([self._new_item(old, path, changes, at, stayed) for at in range(length)])

    def _new_item(
        self, old: tuple[object, ...], path: str, changes: _ListChanges, at: int, stayed: Iterator[int]
    ) -> object:
        if at in changes.added:
            return changes.added[at]
        if at in changes.moved:
            came_from = changes.moved[at]
            return self._item(Path.parse(came_from).get(self.old), came_from)
        i = next(stayed)
        return self._item(old[i], child_path(path, i))


def _split(path: str) -> tuple[str, int]:
    """The list and the index of a path to an item; -1 if it leads to no item."""
    head, found, index = path.rpartition("[")
    return (head, int(index[:-1])) if found and index.endswith("]") else (path, -1)
