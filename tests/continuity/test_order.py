"""What was moved, and both sides' moves together."""

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from opshandover.continuity.order import merged_order, surely_unmoved, unmoved

ORDERS = st.permutations(range(8))


@given(ORDERS)
def test_what_stayed_is_the_longest_part_in_order(places: list[int]) -> None:
    """It is in order, and nothing longer is; what stays in any case is part of it."""
    stayed = unmoved(places)
    in_order = [place for place in places if place in stayed]
    assert in_order == sorted(in_order)
    longest = 0
    ending: list[int] = []
    for at, place in enumerate(places):
        ending.append(1 + max((ending[i] for i in range(at) if places[i] < place), default=0))
        longest = max(longest, ending[at])
    assert len(stayed) == longest
    assert surely_unmoved(places) <= stayed


def test_two_that_changed_places() -> None:
    """Neither is sure to have stayed; of three, the third is."""
    assert surely_unmoved([1, 0]) == set()
    assert surely_unmoved([1, 0, 2]) == {2}
    assert surely_unmoved([2, 0, 1]) == {0, 1}


def test_both_sides() -> None:
    """Independent moves and additions are both there; ours comes first where both add."""
    assert merged_order("abcd", "dabc", "abcd") == (list("dabc"), list("dabc"))
    assert merged_order("abcdef", "fabcde", "abdcef") == (list("fabdce"), list("fabdce"))
    assert merged_order("a", "ax", "ay")[0] == list("axy")
    assert merged_order("ab", "xab", "yab")[0] == list("xyab")
    assert merged_order("ab", "axb", "ab")[0] == list("axb")
    first, second = merged_order("abc", "bac", "acb")
    assert (first, second) == (list("bac"), list("acb"))


@given(ORDERS, ORDERS)
def test_laws(ours: list[int], theirs: list[int]) -> None:
    """One side's order is the result where the other changed none; exchanging the sides exchanges the results."""
    base = list(range(8))
    assert (
        merged_order(base, ours, base)
        == merged_order(base, base, ours)
        == merged_order(base, ours, ours)
        == (ours, ours)
    )
    first, second = merged_order(base, ours, theirs)
    assert sorted(first) == sorted(second) == base
    assert merged_order(base, theirs, ours) == (second, first)


def test_no_move_is_undone_in_silence() -> None:
    """For all orders of four: two neighbours that a side exchanged are not put back unless that is said."""
    base = tuple(range(4))
    for ours in permutations(base):
        for theirs in permutations(base):
            first, second = merged_order(base, ours, theirs)
            for side in (ours, theirs) if first == second else ():
                swapped = [(one, other) for one, other in pairwise(side) if one > other]
                assert all(first.index(one) < first.index(other) for one, other in swapped)
