"""What changed from one version of a document to the next."""

from collections.abc import Callable
from typing import cast

from opshandover.continuity.changes import Change, ChangeKind, Diff
from opshandover.continuity.matching import Items, is_same, moved_between, same_items
from opshandover.continuity.order import unmoved
from opshandover.document.paths import child_path
from opshandover.document.verify import ensure
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, fields_of, values_of


def diff(old: OpsDocument, new: OpsDocument) -> Diff:
    """What changed from one version of a document to another.

    An item is the same by its ID, else by its name or most of its content, wherever it stands: one that was moved
    and edited is neither removed nor added.

    Args:
        old: the earlier version.
        new: the later version.

    Raises:
        ArgumentError: one of them is no document.
        ContentError: a document holds values that its fields do not allow.
    """
    for document in (old, new):
        ensure(document)
    return Diff(changes=tuple(changes_between(old, new)), old=old, new=new)


Match = Callable[[Items, Items], dict[int, int]]


def changes_between(old: Record, new: Record, match: Match = same_items) -> list[Change]:
    """What changed from one record to another of the same class, with paths below them.

    Args:
        old: the earlier version.
        new: the later version.
        match: finds the same items of two lists.
    """
    comparison = _Comparison(match)
    comparison.record(old, new, "", "")
    comparison.join_moved()
    return comparison.changes


class _Comparison:
    """The changes found so far."""

    def __init__(self, match: Match) -> None:
        """Begin without changes."""
        self.match = match
        self.changes: list[Change] = []

    def record(self, old: Record, new: Record, old_path: str, new_path: str) -> None:
        """Compare two versions of a record."""
        of = type(old)
        for field, before, after in zip(fields_of(of), values_of(of)(old), values_of(of)(new), strict=True):
            if before is not after and before != after:
                self._value(field, before, after, child_path(old_path, field.name), child_path(new_path, field.name))

    def _value(self, field: Field, old: object, new: object, old_path: str, new_path: str) -> None:
        if field.many:
            self._items(cast("Items", old), cast("Items", new), old_path, new_path)
        elif isinstance(old, Record) and isinstance(new, Record) and is_same(old, new):
            self.record(old, new, old_path, new_path)
        else:
            kind = _kind(field, old, new)
            self.changes.append(Change(kind=kind, old_path=old_path, new_path=new_path, old=old, new=new))

    def _items(self, old: Items, new: Items, old_path: str, new_path: str) -> None:
        pairs = self.match(old, new)
        partner = {j: i for i, j in pairs.items()}
        stayed = unmoved([partner[j] for j in range(len(new)) if j in partner])
        for i, item in enumerate(old):
            if i not in pairs:
                self.changes.append(
                    Change(kind=ChangeKind.REMOVED, old_path=child_path(old_path, i), new_path=new_path, old=item)
                )
        for j, item in enumerate(new):
            at = child_path(new_path, j)
            if j not in partner:
                self.changes.append(Change(kind=ChangeKind.ADDED, new_path=at, new=item, into=old_path))
                continue
            i = partner[j]
            before = old[i]
            came_from = child_path(old_path, i)
            if i not in stayed:
                self.changes.append(_moved(before, item, came_from, at, old_path))
            self._item(before, item, came_from, at)

    def _item(self, old: object, new: object, old_path: str, new_path: str) -> None:
        if old is new or old == new:
            return
        if isinstance(old, Record) and isinstance(new, Record):
            self.record(old, new, old_path, new_path)
        else:
            self.changes.append(Change(kind=ChangeKind.CHANGED, old_path=old_path, new_path=new_path, old=old, new=new))

    def join_moved(self) -> None:
        """Make one change of what left one list and came into another."""
        removed = [change for change in self.changes if _of_list(change, ChangeKind.REMOVED)]
        added = [change for change in self.changes if _of_list(change, ChangeKind.ADDED)]
        pairs = moved_between([change.old for change in removed], [change.new for change in added])
        gone = {id(removed[i]) for i in pairs}
        origin = {id(added[j]): removed[i] for i, j in pairs.items()}
        found, self.changes = self.changes, []
        for change in found:
            if came := origin.get(id(change)):
                self.changes.append(_moved(came.old, change.new, came.old_path, change.new_path, change.into))
                self._item(came.old, change.new, came.old_path, change.new_path)
            elif id(change) not in gone:
                self.changes.append(change)


def _moved(old: object, new: object, old_path: str, new_path: str, into: str) -> Change:
    return Change(kind=ChangeKind.MOVED, old_path=old_path, new_path=new_path, old=old, new=new, into=into)


def _of_list(change: Change, kind: ChangeKind) -> bool:
    value = change.old if kind is ChangeKind.REMOVED else change.new
    at = change.old_path if kind is ChangeKind.REMOVED else change.new_path
    return change.kind is kind and isinstance(value, Record) and at.endswith("]")


def _kind(field: Field, old: object, new: object) -> ChangeKind:
    """Whether a value came, went or was replaced by another."""
    if old is None or old == field.default:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if new is None or new == field.default else ChangeKind.CHANGED
