"""One contest: two sides that run in turn, several times, and the ratios of their times."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from attrs import frozen

Side = Callable[[], object]


@frozen(kw_only=True)
class Contest:
    """What is measured against what; `target` is the greatest ratio that is wanted, if any."""

    what: str
    against: str
    one: Side
    other: Side
    rounds: int = 5
    target: float | None = None


def process(*command: str) -> Side:
    """A function that runs a command to its end in a process of its own."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def python(code: str) -> Side:
    """A function that runs some code in a new interpreter."""
    return process(sys.executable, "-c", code)


def measure(contest: Contest) -> tuple[float, float, float]:
    """The median times of both sides in seconds, and the median of the ratios."""
    if contest.rounds > 1:
        contest.one()
        contest.other()
    rounds = [(_timed(contest.one), _timed(contest.other)) for _ in range(contest.rounds)]
    ones, others = zip(*rounds, strict=True)
    ratio = statistics.median(one / other for one, other in rounds)
    return statistics.median(ones), statistics.median(others), ratio


def _timed(side: Side) -> float:
    start = time.perf_counter()
    side()
    return time.perf_counter() - start
