"""The items of a list in three versions: one node for each item, wherever each version has it."""

from collections.abc import Collection, Iterator
from typing import cast

from attrs import field, frozen

from opshandover.continuity.changes import ChangeKind
from opshandover.continuity.comparing import changes_between
from opshandover.continuity.decisions import ABSENT, Decision, Matter, Outcome, Place, Side
from opshandover.continuity.matching import Items, same_items
from opshandover.document.paths import Path, child_path
from opshandover.model.document import OpsDocument

BASE, OURS, THEIRS = range(3)
Values = tuple[object, object, object]
"""A value in the base, in our version and in theirs; `ABSENT` for an item that is not there."""


@frozen(kw_only=True)
class Node:
    """An item: its index in the list of each version, -1 where it is not in this list, its values and paths.

    `moved_in` are the sides that moved it here from another list. If the sides moved it to different lists, each of
    these has a node, and `side` says whose it is.
    """

    at: tuple[int, int, int]
    values: Values
    place: Place
    moved_in: Collection[int] = ()
    side: Side | None = None

    def place_conflict(self) -> Decision | None:
        """The conflict of an item that the sides moved to different lists."""
        if self.side is None:
            return None
        base, ours, theirs = self.values
        return Decision(
            matter=Matter.PLACE, outcome=Outcome.CONFLICT, place=self.place, base=base, ours=ours, theirs=theirs
        )


class Moves:
    """What one side moved from one list to another: from paths in the base to paths and values in that side's version.

    Those that were `followed` are in the plan of the list to which they were moved.
    """

    def __init__(self, base: OpsDocument, side: OpsDocument, ignored: Collection[str]) -> None:
        """Compare the versions."""
        self.base, self.side = base, side
        self._pairs: dict[tuple[int, int], dict[int, int]] = {}
        self.to = {
            change.old_path: (change.new_path, change.new)
            for change in changes_between(base, side, self.pairs)
            if change.kind is ChangeKind.MOVED and _list_of(change.old_path) != change.into
            if change.old_path not in ignored
        }
        self.origin = {new_path: old_path for old_path, (new_path, _) in self.to.items()}
        self.followed: set[str] = set()

    def pairs(self, old: Items, new: Items) -> dict[int, int]:
        """The pairs of a list of the base and the same list of this side, found once."""
        key = id(old), id(new)
        if key not in self._pairs:
            self._pairs[key] = same_items(old, new)
        return self._pairs[key]

    def follow(self, path: str) -> tuple[str, object] | None:
        """The path and the value, in this side's version, of an item of the base; `None` if it was removed."""
        old: object = self.base
        new: object = self.side
        at = came_from = ""
        for step in Path.parse(path).steps:
            came_from = child_path(came_from, step)
            if isinstance(step, str):
                if type(old) is not type(new):
                    return None
                old, new, at = getattr(old, step), getattr(new, step), child_path(at, step)
                continue
            items, others = cast("Items", old), cast("Items", new)
            old = items[step]
            partner = self.pairs(items, others).get(step)
            if partner is not None:
                at, new = child_path(at, partner), others[partner]
            elif came_from in self.to:
                at, new = self.to[came_from]
            else:
                return None
        return at, new


def nodes_of(
    base: OpsDocument, lists: tuple[Items, Items, Items], place: Place, moves: tuple[Moves, Moves]
) -> list[Node]:
    """The nodes of all items that belong to a list in any version, those of the base first."""
    return list(_Nodes(base, lists, place, moves).all())


@frozen
class _Nodes:
    base: OpsDocument
    lists: tuple[Items, Items, Items]
    place: Place
    moves: tuple[Moves, Moves]
    _known: tuple[set[int], set[int]] = field(factory=lambda: (set[int](), set[int]()))
    """The indexes of the items of each side that have a node."""

    def all(self) -> Iterator[Node]:
        yield from self._from_base()
        yield from self._moved_in()
        yield from self._added()

    def _from_base(self) -> Iterator[Node]:
        pairs = [moves.pairs(self.lists[BASE], side) for moves, side in zip(self.moves, self.lists[1:], strict=True)]
        for known, found in zip(self._known, pairs, strict=True):
            known.update(found.values())
        for i in range(len(self.lists[BASE])):
            if not any(moves.to and self._path(BASE, i) in moves.to for moves in self.moves):
                yield self._node(i, *(found.get(i, -1) for found in pairs))

    def _moved_in(self) -> Iterator[Node]:
        """The items that came from another list, each once."""
        for side in (OURS, THEIRS):
            moves, other = self.moves[side - 1], self.moves[2 - side]
            for j in range(len(self.lists[side])) if moves.origin else ():
                came_from = moves.origin.get(self._path(side, j) or "")
                if came_from is None or j in self._known[side - 1]:
                    continue
                moves.followed.add(came_from)
                self._known[side - 1].add(j)
                partner = other.follow(came_from)
                at = self._index_here(3 - side, partner[0]) if partner and came_from in other.to else -1
                if at >= 0:
                    other.followed.add(came_from)
                    self._known[2 - side].add(at)
                mine = (self._path(side, j), self.lists[side][j])
                yield self._moved_node(
                    came_from, side, (j, at), mine, partner, is_apart=came_from in other.to and at < 0
                )

    def _moved_node(
        self,
        came_from: str,
        side: int,
        at: tuple[int, int],
        mine: tuple[str | None, object],
        partner: tuple[str, object] | None,
        *,
        is_apart: bool,
    ) -> Node:
        both = [mine, partner or (None, ABSENT)]
        if side == THEIRS:
            at, both = (at[1], at[0]), both[::-1]
        return Node(
            at=(-1, *at),
            values=(Path.parse(came_from).get(self.base), both[0][1], both[1][1]),
            place=(came_from, both[0][0], both[1][0]),
            moved_in=[each for each in (OURS, THEIRS) if at[each - 1] >= 0],
            side=(Side.OURS if side == OURS else Side.THEIRS) if is_apart else None,
        )

    def _added(self) -> Iterator[Node]:
        """The items that a side added; what both added under one ID, name or wording is one item."""
        left = [
            [j for j in range(len(items)) if j not in known]
            for items, known in zip(self.lists[1:], self._known, strict=True)
        ]
        ours, theirs = ([items[j] for j in js] for items, js in zip(self.lists[1:], left, strict=True))
        both = {left[0][a]: left[1][b] for a, b in same_items(tuple(ours), tuple(theirs), guess=False).items()}
        yield from (self._node(-1, j, both.get(j, -1)) for j in left[0])
        twice = set(both.values())
        yield from (self._node(-1, -1, j) for j in left[1] if j not in twice)

    def _node(self, *at: int) -> Node:
        values = [items[i] if i >= 0 else ABSENT for items, i in zip(self.lists, at, strict=True)]
        paths = [self._path(version, i) if i >= 0 else None for version, i in enumerate(at)]
        return Node(
            at=(at[0], at[1], at[2]), values=(values[0], values[1], values[2]), place=(paths[0], paths[1], paths[2])
        )

    def _path(self, version: int, index: int) -> str | None:
        path = self.place[version]
        return None if path is None else child_path(path, index)

    def _index_here(self, version: int, path: str) -> int:
        """The index of an item in this list; -1 if its path leads into another."""
        if _list_of(path) != self.place[version]:
            return -1
        return int(path.rpartition("[")[2][:-1])


def _list_of(path: str) -> str:
    return path.rpartition("[")[0]
