"""Which line or row of one page is which of another: by path, then by equal text, then by order and likeness."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Generic, TypeVar

from attrs import field, frozen

One = TypeVar("One")

Pairs = list[tuple[One | None, One | None]]
"""Each of either side, in the order of the second; what is only in the first stands where it was."""

_LIKE = 0.5
"""How alike two texts are at least, from 0 to 1, of which one was made from the other."""


def aligned(
    first: Sequence[One],
    second: Sequence[One],
    *,
    path: Callable[[One], str],
    kind: Callable[[One], Hashable],
    text: Callable[[One], str],
) -> Pairs[One]:
    """Pair the members of two sequences.

    Args:
        first: what was expected.
        second: what is there.
        path: what a member is said to show; empty if nothing is said.
        kind: members of different kinds are never the same.
        text: what a member shows.
    """
    sides = (_Side(first, path, kind, text), _Side(second, path, kind, text))
    partner = _by_path(*sides)
    if len(partner) == len(first) == len(second):
        return _in_order(first, second, partner)
    keys = _keys(sides[0], {n: n for n in partner})
    others = _keys(sides[1], {m: n for n, m in partner.items()})
    for tag, a, b, c, d in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if tag == "equal":
            partner.update((n, m) for n, m in zip(range(a, b), range(c, d), strict=True) if n not in partner)
        elif tag == "replace":
            used = set(partner.values())
            left = [n for n in range(a, b) if n not in partner]
            free = [m for m in range(c, d) if m not in used]
            partner.update(_alike(left, free, *sides))
    return _in_order(first, second, partner)


@frozen(slots=False)
class _Side(Generic[One]):
    """What is known of the members of one sequence; their texts only if they are asked for."""

    members: Sequence[One]
    path: Callable[[One], str]
    kind: Callable[[One], Hashable]
    text: Callable[[One], str]
    _shown: dict[int, str] = field(factory=dict[int, str], init=False)

    @cached_property
    def paths(self) -> Sequence[str]:
        """What each is said to show."""
        return list(map(self.path, self.members))

    @cached_property
    def kinds(self) -> Sequence[Hashable]:
        """The kind of each."""
        return list(map(self.kind, self.members))

    def shown(self, number: int) -> str:
        """What one of them shows."""
        if number not in self._shown:
            self._shown[number] = self.text(self.members[number])
        return self._shown[number]


def _keys(side: _Side[One], paired: Mapping[int, int]) -> list[Hashable]:
    """What tells members apart; those that are paired already have a key of their own on both sides."""
    each = enumerate(side.kinds)
    return [("path", paired[n]) if n in paired else (kind, side.shown(n)) for n, kind in each]


def _by_path(first: _Side[One], second: _Side[One]) -> dict[int, int]:
    """Pair by path: of several with one path those with equal text, then in their order."""
    there: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
    for m, key in enumerate(zip(second.paths, second.kinds, strict=True)):
        if key[0]:
            there[key].append(m)
    expected: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
    for n, key in enumerate(zip(first.paths, first.kinds, strict=True)):
        if key in there:
            expected[key].append(n)
    partner: dict[int, int] = {}
    for key, numbers in expected.items():
        free = there[key]
        if len(numbers) == len(free):
            partner.update(zip(numbers, free, strict=True))
            continue
        for n in numbers:
            same = [m for m in free if second.shown(m) == first.shown(n)]
            if same:
                partner[n] = same[0]
                free.remove(same[0])
        for n in numbers:
            if n not in partner and free:
                partner[n] = max((likeness(first.shown(n), second.shown(m)), -m, m) for m in free)[2]
                free.remove(partner[n])
    return partner


def _alike(left: list[int], free: list[int], first: _Side[One], second: _Side[One]) -> dict[int, int]:
    """Pair what stands between the same neighbours: the most alike, or the only ones of their kind."""
    if len(left) * len(free) <= _MOST_COMPARED:
        tried = [(n, m, -abs(i - j)) for i, n in enumerate(left) for j, m in enumerate(free)]
    else:
        tried = [(n, m, 0) for n, m in zip(left, free, strict=False)]
    scored = sorted(
        (
            (likeness(first.shown(n), second.shown(m)), near, n, m)
            for n, m, near in tried
            if first.kinds[n] == second.kinds[m]
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    used: set[int] = set()
    for score, _, n, m in scored:
        if score >= _LIKE and n not in partner and m not in used:
            partner[n] = m
            used.add(m)
    rest, unused = [n for n in left if n not in partner], [m for m in free if m not in used]
    if [first.kinds[n] for n in rest] == [second.kinds[m] for m in unused]:
        partner.update(zip(rest, unused, strict=True))
    return partner


_MOST_COMPARED = 2_500


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one[:_READ], other[:_READ], autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE and matcher.quick_ratio() >= _LIKE else 0.0


_READ = 400
"""How many characters of a text are compared to see whether it was made from another."""


def _in_order(first: Sequence[One], second: Sequence[One], partner: dict[int, int]) -> Pairs[One]:
    back = {m: n for n, m in partner.items()}
    found: Pairs[One] = []
    waiting = 0
    for m, one in enumerate(second):
        n = back.get(m)
        if n is not None:
            while waiting <= n:
                if waiting not in partner:
                    found.append((first[waiting], None))
                waiting += 1
        found.append((first[n] if n is not None else None, one))
    found += [(first[n], None) for n in range(waiting, len(first)) if n not in partner]
    return found
