"""The arithmetic of the score, in exact fractions and in one place.

Independent of documents. Points are fractions of the 100 that a profile distributes; only `floored`
and `apportion` turn them into whole numbers, and both round down first.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

FULL = 100
"""The points of a complete document."""


def ratios(weights: Sequence[int]) -> tuple[Fraction, ...]:
    """The share of the whole that each weight stands for; the shares sum to 1."""
    total = sum(weights)
    return tuple(Fraction(weight, total) for weight in weights)


def share_of(whole: Fraction, ratio: Fraction) -> Fraction:
    """The points of a share."""
    return whole * ratio


def per_item(whole: Fraction, count: int) -> Fraction:
    """The points of one of `count` items: a list earns the mean over its items."""
    return whole / count


def earned(whole: int, missing: Sequence[Fraction]) -> Fraction:
    """What is left of a section's points after what is missing."""
    return whole - sum(missing, Fraction(0))


def rescaled(points: Fraction | int, applicable: int) -> Fraction:
    """Points scaled to 100 if only `applicable` of them can be earned."""
    return Fraction(points) * FULL / applicable


def floored(exact: Fraction) -> int:
    """Whole points, rounded down: 100 means that nothing is missing."""
    return exact.numerator // exact.denominator


def apportion(exact: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole points that sum to the floored sum of exact ones (largest remainder method).

    Of equal remainders the earlier comes first, so the caller decides the order.
    """
    whole = [floored(points) for points in exact]
    left = floored(sum(exact, Fraction(0))) - sum(whole)
    for i in sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])[:left]:
        whole[i] += 1
    return tuple(whole)


def by_gain_for_effort(gains: Sequence[Fraction], efforts: Sequence[int]) -> list[int]:
    """The indexes of all gains, the greatest gain for its effort first.

    All quotients get a common denominator, since integers are compared much faster.
    """
    below = [gain.denominator * effort for gain, effort in zip(gains, efforts, strict=True)]
    common = lcm(*set(below))
    worth = [gain.numerator * (common // b) for gain, b in zip(gains, below, strict=True)]
    return sorted(range(len(worth)), key=lambda i: -worth[i])
