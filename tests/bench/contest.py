"""One contest: two sides that run in turn, several times, and the ratios of their times."""

import resource
import subprocess
import sys
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
    """The least time of both sides in seconds, and the ratio of these."""
    if contest.rounds > 1:
        contest.one()
        contest.other()
    rounds = [(_timed(contest.one), _timed(contest.other)) for _ in range(contest.rounds)]
    one, other = map(min, zip(*rounds, strict=True))
    return one, other, one / other


def _timed(side: Side) -> float:
    start = _used()
    side()
    return _used() - start


def _used() -> float:
    """The time of the processor that this process and those that it ran have used."""
    sizes = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(size.ru_utime + size.ru_stime for size in sizes)
