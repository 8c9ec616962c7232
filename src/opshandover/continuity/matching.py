"""Which items of two versions of a document are the same item: decided here, for every comparison of versions.

In one document an item is known by its ID or by all its values (`document.identity`). From one version to the next
its values change. So the items of a list are paired in this order: the same ID; equal; the same name; alike in most
of their words, or at one place in all but the name; a line of text in the place of another between the same neighbours. Items with different IDs are
never the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence, Set

from attrs import define, field

from opshandover.document.walk import walk
from opshandover.model.base import Record
from opshandover.model.fields import filled_values, main_field, values_of

Items = Sequence[object]

_ALIKE = 0.5
"""The share of words that two items must have in common to be one item (Dice's coefficient, 0 to 1)."""
_RARE = 16
"""A word that more items have than this does not help to find the one that is meant."""
_CANDIDATES = 5
_SMALL = 8
"""Groups of up to so many items with one name are compared each with each."""
_READ = 2_000
"""How many characters of a text are looked at."""
_WORD = re.compile(r"[0-9a-z]+|[^\W0-9a-z]+")


def same_items(old: Items, new: Items, *, guess: bool = True) -> dict[int, int]:
    """The indexes of the items of a list, each with that of the same item in another version of the list.

    Args:
        old: the items of one version.
        new: the items of the other.
        guess: whether items may have changed their name; they have not if both were written apart.
    """
    if old is new:
        return {i: i for i in range(len(old))}
    pairing = _Pairing(old, new)
    for key in (_number_key, _whole_key, _name_key):
        pairing.pair_by(key)
    if guess:
        pairing.pair_alike()
        pairing.pair_in_place()
    return pairing.pairs


def is_same(one: object, other: object, *, by_number: bool = True) -> bool:
    """Whether two records are one that was edited, rather than one in the place of another.

    Args:
        one: a record.
        other: another.
        by_number: whether one ID means one item; two people may have given the next free one to two items.
    """
    if type(one) is not type(other) or _differ_in_number(one, other):
        return False
    if by_number and _number(one) and _number(one) == _number(other):
        return True
    return name_of(one) == name_of(other) or _likeness(_words(one), _words(other)) >= _ALIKE


def moved_between(removed: Items, added: Items) -> dict[int, int]:
    """The indexes of records that left a list, each with that of the same record in another list.

    Only an ID or equal content counts here, and only where no other record has it.
    """
    pairs: dict[int, int] = {}
    for key in (_number_key, _whole_key):
        taken = set(pairs.values())
        gone = _groups(removed, (i for i in range(len(removed)) if i not in pairs), key)
        come = _groups(added, (j for j in range(len(added)) if j not in taken), key)
        for wanted, (first, *others) in gone.items():
            found = come.get(wanted, ())
            if not others and len(found) == 1 and name_of(removed[first]):
                pairs[first] = found[0]
    return pairs


def name_of(item: object) -> str:
    """What an item is called: the text of its main field or title; empty if it has none."""
    if not isinstance(item, Record):
        return ""
    named = getattr(item, type(item).main or "title", "")
    return named.strip() if isinstance(named, str) else name_of(named)


def _number(item: object) -> str:
    number: object = getattr(item, "id", "") if isinstance(item, Record) else ""
    return number.strip() if isinstance(number, str) else ""


def _differ_in_number(one: object, other: object) -> bool:
    numbers = {_number(one), _number(other)}
    return "" not in numbers and len(numbers) > 1


def _number_key(item: object) -> Hashable:
    number = _number(item)
    return (type(item), number) if number else None


def _whole_key(item: object) -> Hashable:
    return type(item), values_of(type(item))(item) if isinstance(item, Record) else item


def _name_key(item: object) -> Hashable:
    name = name_of(item)
    return (type(item), name) if name else None


Key = Callable[[object], Hashable]


def _groups(items: Items, among: Iterable[int], key: Key) -> dict[Hashable, list[int]]:
    """The indexes of items by their keys; those without a key are left out."""
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i in among:
        if (found := key(items[i])) is not None:
            groups[found].append(i)
    return groups


@define
class _Pairing:
    """Pairs of two lists on their way: an index of the old list with one of the new."""

    old: Items
    new: Items
    pairs: dict[int, int] = field(factory=dict[int, int])
    _taken: set[int] = field(factory=set[int])

    def pair_by(self, key: Key) -> None:
        """Pair the items that have the same key."""
        if not (left := self._left_old()):
            return
        come = _groups(self.new, self._left_new(), key)
        for wanted, gone in _groups(self.old, left, key).items():
            found = come.get(wanted, [])
            if len(gone) * len(found) > 1 and max(len(gone), len(found)) <= _SMALL:
                self._pair_best((i, j, _similarity(self.old[i], self.new[j])) for i in gone for j in found)
            else:
                self._pair_best((i, j, 1.0) for i, j in zip(gone, found, strict=False))

    def pair_alike(self) -> None:
        """Pair the items that have most of their words in common."""
        left_old, left_new = self._left_old(), self._left_new()
        if not left_old or not left_new:
            return
        words = {j: _words(self.new[j]) for j in left_new}
        having: defaultdict[Hashable, list[int]] = defaultdict(list)
        for j in left_new:
            for word in words[j]:
                having[word].append(j)
        beside = dict(self._in_place(left_old, left_new))
        found: list[tuple[int, int, float]] = []
        for i in left_old:
            own = _words(self.old[i])
            shared: Counter[int] = Counter()
            for word in own:
                if len(having.get(word, ())) <= _RARE:
                    shared.update(having.get(word, ()))
            best = sorted(shared, key=lambda j: (-shared[j], abs(i - j), j))[:_CANDIDATES]
            near = [j for j in best if type(self.old[i]) is type(self.new[j])]
            found += [(i, j, alike) for j in near if (alike := _likeness(own, words[j])) >= _ALIKE]
            at = beside.get(i)
            if at is not None and self._is_renamed(i, at, own, words[at]):
                found.append((i, at, _ALIKE))
        self._pair_best(found)

    def _is_renamed(self, i: int, j: int, own: dict[Hashable, None], other: dict[Hashable, None]) -> bool:
        """Whether two items at one place are alike, at least in all but their names."""
        if type(self.old[i]) is not type(self.new[j]):
            return False
        rest, other_rest = (
            words.keys() - set(_words_in(name_of(item))) for words, item in ((own, self.old[i]), (other, self.new[j]))
        )
        return _likeness(own, other) >= _ALIKE or (bool(rest) and _share(rest, other_rest) >= _ALIKE)

    def pair_in_place(self) -> None:
        """Pair lines of text between the same neighbours, if as many have come as have gone."""
        left_old, left_new = self._left_old(), self._left_new()
        for i, j in self._in_place(left_old, left_new, all_or_none=True):
            if _is_line(self.old[i]) and _is_line(self.new[j]) and not _differ_in_number(self.old[i], self.new[j]):
                self._pair(i, j)

    def _left_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.pairs]

    def _left_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self._taken]

    def _pair(self, i: int, j: int) -> None:
        self.pairs[i] = j
        self._taken.add(j)

    def _pair_best(self, found: Iterable[tuple[int, int, float]]) -> None:
        """Pair the most similar items first; where that decides nothing, the nearest."""
        for i, j, _ in sorted(found, key=lambda one: (-one[2], abs(one[0] - one[1]), one[0], one[1])):
            if i not in self.pairs and j not in self._taken and not _differ_in_number(self.old[i], self.new[j]):
                self._pair(i, j)

    def _in_place(
        self, left_old: list[int], left_new: list[int], *, all_or_none: bool = False
    ) -> list[tuple[int, int]]:
        """The unpaired items that stand at the same place between the same pairs of neighbours."""
        partner = {j: i for i, j in self.pairs.items()}
        old_gaps = _gaps(left_old, len(self.old), lambda i: i)
        new_gaps = _gaps(left_new, len(self.new), lambda j: partner.get(j, -1))
        return [
            both
            for gap, gone in old_gaps.items()
            if (come := new_gaps.get(gap)) and (not all_or_none or len(gone) == len(come))
            for both in zip(gone, come, strict=False)
        ]


def _gaps(left: list[int], length: int, known: Callable[[int], int]) -> dict[tuple[int, int], list[int]]:
    """Runs of unpaired indexes by the items before and after them, in indexes of the old list; -1 at either end."""
    runs: list[list[int]] = []
    for i in left:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return {
        (known(run[0] - 1) if run[0] else -1, known(run[-1] + 1) if run[-1] + 1 < length else -1): run for run in runs
    }


def _is_line(item: object) -> bool:
    """Whether an item is a text, or a record of which only the name is filled in."""
    if not isinstance(item, Record):
        return isinstance(item, str)
    main = main_field(type(item))
    return main is None or all(field.name == main.name for field, _ in filled_values(item))


def _similarity(one: object, other: object) -> float:
    return 2.0 if one == other else _likeness(_words(one), _words(other))


def _likeness(one: dict[Hashable, None], other: dict[Hashable, None]) -> float:
    """The share of words in common, 0 to 1."""
    return _share(one.keys(), other.keys())


def _share(one: Set[Hashable], other: Set[Hashable]) -> float:
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


def _words(item: object) -> dict[Hashable, None]:
    """The words of an item in order, and its values that are no texts with their fields."""
    found: dict[Hashable, None] = {}
    if isinstance(item, str):
        found.update(dict.fromkeys(_words_in(item)))
    elif isinstance(item, Record):
        for node in walk(item, object, filled=True):
            if isinstance(node.value, str):
                found.update(dict.fromkeys(_words_in(node.value)))
            elif not isinstance(node.value, Record) and node.field:
                found[node.field.name, node.value] = None
    return found


def _words_in(text: str) -> Iterable[str]:
    """The words of a text in Latin letters, the pairs of characters of one in Chinese."""
    folded = text[:_READ].casefold()
    parts = _WORD.findall(folded)
    for part in parts or [folded.strip()]:
        if part.isascii() or len(part) == 1:
            yield part
        else:
            yield from (part[k : k + 2] for k in range(len(part) - 1))
