"""What a merge decides about each place that either side changed, as data: deciding is one step, applying another."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from attrs import frozen

from opshandover.model.base import Record
from opshandover.model.fields import Field
from opshandover.text import Text


class Absent(Enum):
    """The value of an item in a version that does not have it."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


class Side(Enum):
    """One of the two versions that are merged."""

    OURS = "ours"
    THEIRS = "theirs"


class Outcome(Enum):
    """Whose version stands."""

    OURS = "ours"
    """Only our side changed it."""
    THEIRS = "theirs"
    BOTH = "both"
    """Both sides made the same change."""
    COMBINED = "combined"
    """Both sides' edits of one text, together."""
    CONFLICT = "conflict"
    """Open: ours stands until somebody decides."""

    @property
    def label(self) -> Text:
        """The name for people."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.OURS: Text("取己方", "ours"),
    Outcome.THEIRS: Text("取对方", "theirs"),
    Outcome.BOTH: Text("双方相同", "both alike"),
    Outcome.COMBINED: Text("两边合并", "combined"),
    Outcome.CONFLICT: Text("冲突", "conflict"),
}


class Matter(Enum):
    """What a decision is about."""

    VALUE = "value"
    TEXT = "text"
    ITEM = "item"
    """An item that came or went."""
    ADDED_TWICE = "added twice"
    """Both sides added an item of one ID or name, with different content."""
    REMOVED_AND_CHANGED = "removed and changed"
    REMOVED_AND_MOVED = "removed and moved"
    REPLACED = "replaced"
    """One side put another record in the place of one that the other side edited or replaced as well."""
    MOVE = "move"
    ORDER = "order"
    """Both sides moved items of one list, so that no order does justice to both."""
    PLACE = "place"
    """Both sides moved an item to different lists."""

    @property
    def label(self) -> Text:
        """The name for people."""
        return _MATTERS[self]


_MATTERS = {
    Matter.VALUE: Text("同一处改成了不同的值", "changed to different values"),
    Matter.TEXT: Text("同一段文字改法不同", "the same text edited differently"),
    Matter.ITEM: Text("增减条目", "came or went"),
    Matter.ADDED_TWICE: Text("双方各加了一条，内容不同", "added by both, with different content"),
    Matter.REMOVED_AND_CHANGED: Text("一方删除，另一方修改", "removed by one, changed by the other"),
    Matter.REMOVED_AND_MOVED: Text("一方删除，另一方移动", "removed by one, moved by the other"),
    Matter.REPLACED: Text("一方换成另一项，另一方也改了", "replaced by one, changed by the other as well"),
    Matter.MOVE: Text("移动", "moved"),
    Matter.ORDER: Text("双方的排序互相矛盾", "both changed the order, in ways that contradict each other"),
    Matter.PLACE: Text("双方移到了不同的地方", "moved to different places"),
}

Place = tuple[str | None, str | None, str | None]
"""The paths of one value in the base, in our version and in theirs; `None` where it is absent."""


@frozen(kw_only=True, repr=False)
class Decision:
    """What was decided about one place: the three values, and whose stands.

    `place` has the path of the value in each version, and `path` the one in the result, once the decisions were
    applied: that of the list or record around it, if the result does not have it. The values of a text that was merged
    in part have all edits that do not contradict each other. `settled` is the side that somebody chose for a
    conflict.
    """

    matter: Matter
    outcome: Outcome
    place: Place
    base: object = ABSENT
    ours: object = ABSENT
    theirs: object = ABSENT
    path: str = ""
    settled: Side | None = None

    def __repr__(self) -> str:
        """Leave out the values, which may hold a secret."""
        return f"<Decision {self.matter.value}: {self.outcome.value} {self.path or next(filter(None, self.place), '')}>"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide."""
        return self.outcome is Outcome.CONFLICT and self.settled is None

    @property
    def values(self) -> tuple[object, object, object]:
        """The value in the base, in ours and in theirs."""
        return self.base, self.ours, self.theirs

    @property
    def key(self) -> tuple[Matter, Place]:
        """What the decision is known by before it is applied."""
        return self.matter, self.place

    def value(self, choice: Side | None) -> object:
        """The value that stands; `choice` decides a conflict, in which ours stands without one."""
        side = choice or Side.OURS if self.outcome is Outcome.CONFLICT else None
        return self.theirs if self.outcome is Outcome.THEIRS or side is Side.THEIRS else self.ours


@frozen(kw_only=True)
class Leaf:
    """A value that is taken as a whole; without a decision where nothing changed."""

    base: object
    ours: object
    theirs: object
    decision: Decision | None = None
    field: Field | None = None
    """The field that holds the value; an item of a list has none."""


@frozen(kw_only=True)
class Branch:
    """A record that is put together from its fields."""

    base: object
    ours: Record
    theirs: Record
    fields: Mapping[str, "Plan"]


@frozen(kw_only=True)
class Slot:
    """An item of a list. With a `place`, it is there only if that decision falls for its `side`."""

    item: "Leaf | Branch"
    notes: tuple[Decision, ...] = ()
    place: Decision | None = None
    side: Side | None = None


@frozen(kw_only=True)
class Listing:
    """A list that is put together from items; `gone` are those that both sides removed.

    `order` is the conflict, if both orders contradict each other.
    """

    slots: tuple[Slot, ...]
    gone: tuple[Leaf, ...] = ()
    in_their_order: tuple[Slot, ...] = ()
    order: Decision | None = None


Plan = Leaf | Branch | Listing
