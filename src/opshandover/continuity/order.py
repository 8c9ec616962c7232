"""The order of items in two versions of a list: what was moved, and both sides' moves together."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def unmoved(places: Sequence[int]) -> set[int]:
    """The numbers of a longest part of some distinct numbers that is in order; all others were moved."""
    lengths = _lengths(places)
    wanted, found = max(lengths, default=0), set[int]()
    last = max(places, default=0) + 1
    for at in range(len(places) - 1, -1, -1):
        if lengths[at] == wanted and places[at] < last:
            found.add(places[at])
            wanted, last = wanted - 1, places[at]
    return found


def surely_unmoved(places: Sequence[int]) -> set[int]:
    """The numbers that belong to every longest part in order: of two that changed places neither does."""
    before = _lengths(places)
    after = _lengths([-place for place in reversed(places)])[::-1]
    longest = max(before, default=0)
    on_one = [at for at in range(len(places)) if before[at] + after[at] == longest + 1]
    alone = Counter(before[at] for at in on_one)
    return {places[at] for at in on_one if alone[before[at]] == 1}


def _lengths(places: Sequence[int]) -> list[int]:
    """The length of the longest part in order that ends at each position."""
    ends: list[int] = []
    lengths: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        lengths.append(at + 1)
    return lengths


def merged_order(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The items of both sides in an order that has both sides' moves and additions.

    Where both sides add at one place, what is ours comes first. If their moves contradict each other, the second
    list has theirs without ours, and the first ours without theirs; else both are the same.
    """
    common = set(base) & set(ours) & set(theirs)
    places = {item: at for at, item in enumerate(base)}
    moved_by_us, moved_by_them = (_moved(side, places, common) for side in (ours, theirs))
    merged = _woven(ours, theirs, moved_by_them - moved_by_us)
    mirrored = _woven(theirs, ours, moved_by_us - moved_by_them)
    rows = [[item for item in side if item in common] for side in (merged, mirrored, ours, theirs)]
    if rows[0] == rows[1] and not any(_is_undone(side, places, rows[0]) for side in rows[2:]):
        return merged, merged
    return _woven(ours, theirs, frozenset()), _woven(theirs, ours, frozenset())


def _is_undone(side: Sequence[Item], places: Mapping[Item, int], result: Sequence[Item]) -> bool:
    """Whether two items that a side put the other way round than the base stand as in the base again."""
    now = {item: at for at, item in enumerate(result)}
    return any(places[one] > places[other] and now[one] > now[other] for one, other in pairwise(side))


def _moved(side: Sequence[Item], places: Mapping[Item, int], common: Collection[Item]) -> set[Item]:
    order = [item for item in side if item in common]
    stayed = unmoved([places[item] for item in order])
    return {item for item in order if places[item] not in stayed}


def _woven(main: Sequence[Item], other: Sequence[Item], moved: Collection[Item]) -> list[Item]:
    """The items of one side with those of the other that it lacks or that the other moved, each behind its neighbour."""
    known = set(other)
    ends: list[Item | None] = [None]
    following: dict[Item | None, Item | None] = {}
    for item in main:
        if item not in moved:
            following[ends[-1]] = item
            ends.append(item)
    following[ends[-1]] = None
    before: Item | None = None
    for item in other:
        if item not in following:
            at = before
            while (after := following[at]) is not None and after not in known:
                at = after
            following[at], following[item] = item, following[at]
        before = item
    chain: list[Item] = []
    at = None
    while (after := following[at]) is not None:
        chain.append(after)
        at = after
    return chain
