"""All arithmetic of the score, in exact fractions and in one place.

Nothing here knows a document. Points are fractions of the 100 that a profile gives out; only
`floored` and `apportion` turn them into whole numbers, and both round down first.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

FULL = 100
"""The points of a document in which nothing is missing."""


def ratios(weights: Sequence[int]) -> tuple[Fraction, ...]:
    """Gives what part of a whole each weight stands for; the parts sum to 1."""
    total = sum(weights)
    return tuple(Fraction(weight, total) for weight in weights)


def part(whole: Fraction, ratio: Fraction) -> Fraction:
    """Gives the points of a part."""
    return whole * ratio


def each(whole: Fraction, count: int) -> Fraction:
    """Gives the points of one of `count` items: a list earns the mean over its items."""
    return whole / count


def earned(whole: int, missing: Sequence[Fraction]) -> Fraction:
    """Gives what is left of a section's points after what is missing."""
    return whole - sum(missing, Fraction(0))


def rescaled(points: Fraction | int, applicable: int) -> Fraction:
    """Gives points as points of 100 where only `applicable` of them can be earned."""
    return Fraction(points) * FULL / applicable


def floored(exact: Fraction) -> int:
    """Gives whole points, rounded down: 100 means that nothing is missing."""
    return exact.numerator // exact.denominator


def apportion(exact: Sequence[Fraction]) -> tuple[int, ...]:
    """Gives whole points that sum to the floored sum of exact ones (largest remainder).

    The earlier of two equal remainders comes first, so the caller decides the order.
    """
    whole = [floored(points) for points in exact]
    left = floored(sum(exact, Fraction(0))) - sum(whole)
    for i in sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])[:left]:
        whole[i] += 1
    return tuple(whole)


def most_worth_first(gains: Sequence[Fraction], efforts: Sequence[int]) -> list[int]:
    """Gives the places of all gains, the greatest gain for its effort first.

    All quotients are brought to one denominator, since whole numbers are compared much faster.
    """
    below = [gain.denominator * effort for gain, effort in zip(gains, efforts, strict=True)]
    common = lcm(*set(below))
    worth = [gain.numerator * (common // b) for gain, b in zip(gains, below, strict=True)]
    return sorted(range(len(worth)), key=lambda i: -worth[i])
