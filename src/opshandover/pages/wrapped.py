"""Lines that an editor has wrapped, put together again."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from opshandover.pages.blocks import Run, Runs, text_of

SOFT = "\0"
"""A line break in the source that may come from an editor; no text that was parsed can hold it."""

_FULL = 60
"""A line that is at least so long may have been wrapped; a shorter one was ended by its writer."""
_BREAK = re.compile(f"[{SOFT}\n]")
_SPACED = re.compile(r"[\x21-\u02ff\u2010-\u2027]")
"""The signs of scripts that part words by spaces."""


def unwrapped(runs: Sequence[Run]) -> Runs:
    """Decides on each soft break: a space where a long line of words goes on, else a line break.

    Markdown takes every one for a space. Chinese writers mean them, and so does who writes short
    lines below one another.
    """
    text = text_of(tuple(runs))
    if SOFT not in text:
        return tuple(runs)
    signs = _signs(text)
    return tuple(
        evolve(run, text="".join(next(signs) if one == SOFT else one for one in run.text)) if SOFT in run.text else run
        for run in runs
    )


def _signs(text: str) -> Iterator[str]:
    """Gives what stands for each soft break of a text, in order."""
    start = 0
    for found in _BREAK.finditer(text):
        at = found.start()
        if found[0] == SOFT:
            around = text[at - 1 : at] + text[at + 1 : at + 2]
            goes_on = at - start >= _FULL and len(_SPACED.findall(around)) == len(around) == 2
            yield " " if goes_on else "\n"
        start = at + 1
