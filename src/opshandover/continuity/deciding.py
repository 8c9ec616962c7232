"""Decides what becomes of every place that either of two versions changed from their common base."""

from collections.abc import Collection, Iterator, Sequence
from typing import cast

from opshandover.continuity.decisions import ABSENT, Branch, Decision, Leaf, Listing, Matter, Outcome, Place, Plan, Slot
from opshandover.continuity.matching import Items, is_same
from opshandover.continuity.nodes import BASE, OURS, THEIRS, Moves, Node, Values, nodes_of
from opshandover.continuity.order import merged_order, surely_unmoved, unmoved
from opshandover.continuity.wording import merged_text
from opshandover.document.paths import child_path
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, fields_of, values_of


def decide(base: OpsDocument, ours: OpsDocument, theirs: OpsDocument) -> Branch:
    """The plan of the merged document.

    What was moved from one list to another is followed there, unless the other side removed what holds that list: then
    the move counts as a removal that somebody has to look at.
    """
    ignored: frozenset[str] = frozenset()
    while True:
        moves = Moves(base, ours, ignored), Moves(base, theirs, ignored)
        plan = _Deciding(base, moves, ignored).branch((base, ours, theirs), ("", "", ""))
        lost = {path for side in moves for path in side.to if path not in side.followed}
        if not lost:
            return plan
        ignored |= lost


class _Deciding:
    """One attempt, with the moves between lists that are followed."""

    def __init__(self, base: OpsDocument, moves: tuple[Moves, Moves], ignored: Collection[str]) -> None:
        self.base = base
        self.ignored = ignored
        self.moves = moves

    def branch(self, values: Values, place: Place) -> Branch:
        """The plan of a record that both sides have."""
        base, ours, theirs = values
        of = type(cast("Record", ours))
        before = base if type(base) is of else of()
        rows = [values_of(of)(cast("Record", each)) for each in (before, ours, theirs)]
        fields = {
            field.name: self._field(field, (each[0], each[1], each[2]), _below(place, field.name))
            for field, *each in zip(fields_of(of), *rows, strict=True)
        }
        return Branch(base=base, ours=cast("Record", ours), theirs=cast("Record", theirs), fields=fields)

    def _field(self, field: Field, values: Values, place: Place) -> Plan:
        base, ours, theirs = values
        if (ours is base or ours == base) and (theirs is base or theirs == base):
            return Leaf(base=base, ours=ours, theirs=theirs, field=field)
        if field.many:
            return self._listing(cast("tuple[Items, Items, Items]", values), place)
        return self._value(values, place, field)

    def _value(self, values: Values, place: Place, field: Field | None = None) -> Leaf | Branch:
        """The plan of a value that no side lacks."""
        base, ours, theirs = values
        outcome = _outcome(values)
        if outcome is None:
            return Leaf(base=base, ours=ours, theirs=theirs, field=field)
        if isinstance(base, Record) and is_same(base, ours) and is_same(base, theirs):
            return self.branch(values, place)
        replaced = type(base) is type(ours) is type(theirs)
        written_twice = outcome is Outcome.CONFLICT and isinstance(ours, Record) and not replaced
        if written_twice and is_same(ours, theirs, by_number=False):
            return self.branch(values, place)
        if outcome is Outcome.CONFLICT and field and field.kind is Kind.PROSE:
            return _text(cast("tuple[str, str, str]", values), place, field)
        matter = Matter.VALUE
        if outcome is Outcome.CONFLICT:
            matter = _conflict(values, replaced=replaced and isinstance(base, Record))
        return _leaf(matter, outcome, values, place, field)

    def _listing(self, lists: tuple[Items, Items, Items], place: Place) -> Listing:
        nodes = nodes_of(self.base, lists, place, self.moves)
        known = {id(node): slot for node, slot in zip(nodes, self._slots(nodes), strict=True)}
        rows = [
            [id(node) for node in sorted((n for n in nodes if n.at[version] >= 0), key=lambda n: n.at[version])]
            for version in (BASE, OURS, THEIRS)
        ]
        ours, theirs = merged_order(*rows)
        nowhere = [cast("Leaf", known[id(n)].item) for n in nodes if n.at[OURS] < 0 and n.at[THEIRS] < 0]
        slots = tuple(known[each] for each in ours)
        if ours == theirs:
            return Listing(slots=slots, gone=tuple(nowhere))
        order = _leaf(Matter.ORDER, Outcome.CONFLICT, lists, place).decision
        in_their_order = tuple(known[each] for each in theirs)
        return Listing(slots=slots, gone=tuple(nowhere), in_their_order=in_their_order, order=order)

    def _slots(self, nodes: Sequence[Node]) -> Iterator[Slot]:
        """The slot of each item; whether it was moved counts for an item that the other side removed."""
        rows = {side: _places(nodes, side) for side in (OURS, THEIRS)}
        stayed = {side: unmoved(row) for side, row in rows.items()}
        sure = {side: surely_unmoved(row) for side, row in rows.items()}
        for node in nodes:
            at = node.at[BASE]
            moved = [side for side in (OURS, THEIRS) if node.at[side] >= 0 and at >= 0 and at not in stayed[side]]
            unsure = [side for side in (OURS, THEIRS) if node.at[side] >= 0 and at >= 0 and at not in sure[side]]
            yield Slot(
                item=self._item(node, is_moved=bool(unsure or node.moved_in) or node.place[BASE] in self.ignored),
                notes=tuple(_moves_of(node, moved)),
                place=node.place_conflict(),
                side=node.side,
            )

    def _item(self, node: Node, *, is_moved: bool) -> Leaf | Branch:
        base, ours, theirs = values = node.values
        if base is ABSENT:
            outcome = _outcome(values)
            if outcome is not Outcome.CONFLICT or is_same(ours, theirs, by_number=False):
                plan = self._value(values, node.place)
                return plan if isinstance(plan, Branch) else _leaf(Matter.ITEM, _added(values), values, node.place)
            return _leaf(Matter.ADDED_TWICE, outcome, values, node.place)
        if ours is not ABSENT and theirs is not ABSENT:
            return self._value(values, node.place)
        if ours is theirs:
            return _leaf(Matter.ITEM, Outcome.BOTH, values, node.place)
        left, remover = (theirs, Outcome.OURS) if ours is ABSENT else (ours, Outcome.THEIRS)
        if left != base:
            return _leaf(Matter.REMOVED_AND_CHANGED, Outcome.CONFLICT, values, node.place)
        if is_moved:
            return _leaf(Matter.REMOVED_AND_MOVED, Outcome.CONFLICT, values, node.place)
        return _leaf(Matter.ITEM, remover, values, node.place)


def _added(values: Values) -> Outcome:
    if values[OURS] is ABSENT:
        return Outcome.THEIRS
    return Outcome.OURS if values[THEIRS] is ABSENT else Outcome.BOTH


def _moves_of(node: Node, moved: Sequence[int]) -> Iterator[Decision]:
    """The decision that an item stands where one side, or both, moved it."""
    sides = [*moved] if node.side else [*moved, *node.moved_in]
    if sides and ABSENT not in node.values:
        outcome = Outcome.BOTH if len(set(sides)) > 1 else Outcome.OURS if OURS in sides else Outcome.THEIRS
        base, ours, theirs = node.values
        yield Decision(matter=Matter.MOVE, outcome=outcome, place=node.place, base=base, ours=ours, theirs=theirs)


def _places(nodes: Sequence[Node], side: int) -> list[int]:
    """The places in the base of the items that one side kept, in that side's order."""
    kept = [node for node in nodes if node.at[BASE] >= 0 and node.at[side] >= 0]
    return [node.at[BASE] for node in sorted(kept, key=lambda node: node.at[side])]


def _outcome(values: Values) -> Outcome | None:
    """Whose version of a value stands; `None` if nothing changed."""
    base, ours, theirs = values
    by_us, by_them = (one is not base and one != base for one in (ours, theirs))
    if by_us and by_them:
        return Outcome.BOTH if ours == theirs else Outcome.CONFLICT
    return Outcome.OURS if by_us else Outcome.THEIRS if by_them else None


def _conflict(values: Values, *, replaced: bool) -> Matter:
    base, ours, theirs = values
    if base and not (ours and theirs):
        return Matter.REMOVED_AND_CHANGED
    return Matter.REPLACED if replaced else Matter.VALUE


def _leaf(matter: Matter, outcome: Outcome, values: Values, place: Place, field: Field | None = None) -> Leaf:
    base, ours, theirs = values
    decision = Decision(matter=matter, outcome=outcome, place=place, base=base, ours=ours, theirs=theirs)
    return Leaf(base=base, ours=ours, theirs=theirs, decision=decision, field=field)


def _text(values: tuple[str, str, str], place: Place, field: Field) -> Leaf:
    base, ours, theirs = values
    merged = merged_text(base, ours, theirs)
    outcome = Outcome.COMBINED if merged.agrees else Outcome.CONFLICT
    decision = Decision(
        matter=Matter.TEXT, outcome=outcome, place=place, base=base, ours=merged.ours, theirs=merged.theirs
    )
    return Leaf(base=base, ours=ours, theirs=theirs, decision=decision, field=field)


def _below(place: Place, name: str) -> Place:
    base, ours, theirs = (None if path is None else child_path(path, name) for path in place)
    return base, ours, theirs
