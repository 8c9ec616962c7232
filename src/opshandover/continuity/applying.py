"""Applies the decisions of a merge: the document, what was decided where, and what became of every value."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import attrs

from opshandover.continuity.decisions import (
    ABSENT,
    Branch,
    Decision,
    Leaf,
    Listing,
    Matter,
    Outcome,
    Place,
    Plan,
    Side,
    Slot,
)
from opshandover.continuity.ledger import Entry, Fate
from opshandover.document.paths import child_path
from opshandover.document.walk import walk
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field

Choices = Mapping[tuple[Matter, Place], Side]
"""The sides that somebody chose, by the keys of the conflicts."""


class Application:
    """A plan that is applied: `document`, and the `decisions` with their places in it."""

    def __init__(self, plan: Branch, choices: Choices) -> None:
        """Put the document together."""
        self.choices = choices
        self.decisions: list[Decision] = []
        self._is_apart = False
        """Whether what is put together now is in conflict as a whole: an item that the sides moved to different lists."""
        self._accounts: list[tuple[Fate, str, Field | None, object]] = []
        self.document = cast("OpsDocument", self._branch(plan, ""))

    def entries(self) -> Iterator[Entry]:
        """What became of each item and value of each version."""
        for fate, path, field, value in self._accounts:
            for below in _places_in(value, field):
                yield Entry(fate=fate, path=path + below)

    def _value(self, plan: Plan, path: str) -> object:
        match plan:
            case Leaf():
                return self._leaf(plan, path)
            case Branch():
                return self._branch(plan, path)
            case Listing():
                return self._listing(plan, path)

    def _leaf(self, leaf: Leaf, path: str) -> object:
        versions = (leaf.base, leaf.ours, leaf.theirs)
        if leaf.decision is None:
            for version in versions:
                self._account(Fate.KEPT, path, leaf.field, version)
            return leaf.ours
        value = leaf.decision.value(self.choices.get(leaf.decision.key))
        noted = self._note(leaf.decision, path if value is not ABSENT else path.rpartition("[")[0])
        for version in versions:
            fate = Fate.CONFLICT if noted.is_open else _fate(version, leaf.base, value)
            self._account(fate, path, leaf.field, version)
        return value

    def _branch(self, branch: Branch, path: str) -> Record:
        if path:
            self._account_for(branch, path)
        fields = {name: self._value(plan, child_path(path, name)) for name, plan in branch.fields.items()}
        changed = {name: value for name, value in fields.items() if value is not getattr(branch.ours, name)}
        return attrs.evolve(branch.ours, **changed) if changed else branch.ours

    def _account_for(self, branch: Branch, path: str) -> None:
        """The record itself in each version; a base of another class goes with all that it holds."""
        is_one = type(branch.base) is type(branch.ours)
        for version in (branch.base, branch.ours, branch.theirs) if is_one else (branch.ours, branch.theirs):
            self._account(Fate.CHANGED if is_one else Fate.NEW, path, None, _Bare(version))
        if not is_one:
            self._account(Fate.CLOSED, path, None, branch.base)

    def _account(self, fate: Fate, path: str, field: Field | None, value: object) -> None:
        self._accounts.append((Fate.CONFLICT if self._is_apart else fate, path, field, value))

    def _listing(self, listing: Listing, path: str) -> tuple[object, ...]:
        slots = listing.slots
        if listing.order:
            self._note(listing.order, path)
            if self.choices.get(listing.order.key) is Side.THEIRS:
                slots = listing.in_their_order
        items: list[object] = []
        for slot in slots:
            if self._is_here(slot, path):
                at = child_path(path, len(items))
                around = self._is_apart
                self._is_apart |= slot.place is not None and slot.place.key not in self.choices
                value = self._value(slot.item, at)
                self._is_apart = around
                if value is not ABSENT:
                    items.append(value)
                    for note in () if listing.order else slot.notes:
                        self._note(note, at)
        for leaf in listing.gone:
            self._leaf(leaf, child_path(path, len(items)))
        return tuple(items)

    def _is_here(self, slot: Slot, path: str) -> bool:
        if slot.place is None:
            return True
        is_here = slot.side is (self.choices.get(slot.place.key) or Side.OURS)
        if is_here:
            self._note(slot.place, path)
        return is_here

    def _note(self, decision: Decision, path: str) -> Decision:
        settled = self.choices.get(decision.key) if decision.outcome is Outcome.CONFLICT else None
        noted = attrs.evolve(decision, path=path, settled=settled)
        self.decisions.append(noted)
        return noted


@attrs.frozen
class _Bare:
    """A record without what it holds."""

    record: object


def _fate(version: object, base: object, value: object) -> Fate:
    """What became of a version of a value, from what it was and what stands now."""
    if value is ABSENT or not value:
        return Fate.KEPT if version == value else Fate.CLOSED
    if base is ABSENT or base is None or base == "":
        return Fate.NEW
    return Fate.KEPT if version == value == base else Fate.CHANGED


def _places_in(value: object, field: Field | None) -> Iterator[str]:
    """The paths, below that of a value, of the items and values in it; empty ones are none."""
    if value is ABSENT or (field and value is field.default):
        return
    if isinstance(value, _Bare):
        yield ""
    elif isinstance(value, tuple):
        for i, item in enumerate(cast("Sequence[object]", value)):
            yield from (f"[{i}]{below}" for below in _places_in(item, None))
    elif isinstance(value, Record):
        yield ""
        yield from (f".{node.path}" for node in walk(value, object, filled=True))
    elif value or value not in ("", None):
        yield ""
