"""Grids of parameters, of which a usual run takes a part, and a nightly one all."""

from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest


def in_turn(first: Iterable[Any], *others: Iterable[Any]) -> list[Any]:
    """All combinations of some lists for `parametrize`, of which a usual run takes each first value once.

    It meets the combinations of the others in turn.
    """
    firsts, rest = list(first), list(product(*others))
    return [
        pytest.param(one, *other, marks=() if number == at % len(rest) else pytest.mark.nightly)
        for at, one in enumerate(firsts)
        for number, other in enumerate(rest)
    ]
