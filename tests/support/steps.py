"""How the work for an input grows with its size, counted in calls of functions instead of seconds."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Made = TypeVar("Made")


def growth(make: Callable[[int], Made], work: Callable[[Made], object], few: int, times: int = 4) -> float:
    """How many times the calls are for so many times the size; as often as that where the work is linear.

    What needs building only once is built before anything is counted.
    """
    small, large = make(few), make(few * times)
    work(small)
    return calls(work, large) / calls(work, small)


def calls(work: Callable[[Made], object], made: Made) -> int:
    """The number of calls of functions that some work takes."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work(made)
    finally:
        sys.setprofile(before)
    return count
