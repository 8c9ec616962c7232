"""How the time of a piece of work grows with the size of its input."""

from collections.abc import Callable
from time import process_time

ROUNDS = 4


def cost(work: Callable[[], object]) -> float:
    """The CPU seconds of some work."""
    before = process_time()
    work()
    return process_time() - before


def growth(work: Callable[[int], Callable[[], object]], size: int, factor: int = 4) -> float:
    """How many times longer the work takes for an input that is `factor` times as large.

    Linear work takes `factor` times as long, quadratic work the square of it.

    Args:
        work: makes the work for a size, so that its input is not measured.
        size: large enough for the work to take some milliseconds.
        factor: how much larger the second input is.
    """
    small, large = work(size), work(size * factor)
    times = [(cost(small), cost(large)) for _ in range(ROUNDS)]  # in turn, as the machine may be slower for a while
    return min(much for _, much in times) / max(min(little for little, _ in times), 1e-4)
