"""The sums of the score: exact, rounded down, and shared out without a point lost."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from opshandover.scoring import arithmetic


def test_ratios_follow_the_weights() -> None:
    """Each weight has its part of the whole."""
    assert arithmetic.ratios([3, 1]) == (Fraction(3, 4), Fraction(1, 4))
    assert arithmetic.ratios([]) == ()


def test_floored_never_rounds_up() -> None:
    """What is not quite 100 is 99."""
    assert arithmetic.floored(Fraction(9999, 100)) == 99
    assert arithmetic.floored(Fraction(100)) == 100
    assert arithmetic.floored(Fraction(1, 2)) == 0


def test_rescaled_to_what_applies() -> None:
    """Half of 50 points that apply is half of 100."""
    assert arithmetic.rescaled(25, 50) == 50
    assert arithmetic.rescaled(Fraction(85), 85) == 100


def test_apportion_gives_the_largest_remainder_first() -> None:
    """The points that rounding leaves over go where most was cut off, the earlier of equals first."""
    assert arithmetic.apportion([Fraction(10, 3), Fraction(11, 3), Fraction(3)]) == (3, 4, 3)
    assert arithmetic.apportion([Fraction(1, 2), Fraction(1, 2)]) == (1, 0)
    assert arithmetic.apportion([]) == ()


@settings(max_examples=50)
@given(st.lists(st.fractions(0, 100), max_size=8))
def test_apportion_sums_to_the_floored_sum(exact: list[Fraction]) -> None:
    """No point is lost or won, and each place is within one of its exact points."""
    whole = arithmetic.apportion(exact)
    assert sum(whole) == arithmetic.floored(sum(exact, Fraction(0)))
    assert all(abs(w - e) < 1 for w, e in zip(whole, exact, strict=True))


@settings(max_examples=50)
@given(st.lists(st.tuples(st.fractions(0, 100), st.integers(1, 30)), max_size=12))
def test_most_worth_first(steps: list[tuple[Fraction, int]]) -> None:
    """The order is that of gain by effort, exactly, and equals keep their order."""
    gains, efforts = [gain for gain, _ in steps], [effort for _, effort in steps]
    order = arithmetic.by_gain_for_effort(gains, efforts)
    assert order == sorted(range(len(steps)), key=lambda i: -(gains[i] / efforts[i]))
