"""Join lines that an editor has wrapped."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from opshandover.pages.blocks import Run, Runs, text_of

SOFT_BREAK = "\0"
"""A line break in the source that an editor may have inserted; parsed text never contains it."""

_FULL = 60
"""A line of at least this length may have been wrapped; a shorter one was ended by its author."""
_BREAK = re.compile(f"[{SOFT_BREAK}\n]")
_LABEL = re.compile(r"[A-Z][\w /-]{0,30}: ")
"""How a line of its own begins that says what it is about."""
_SPACED = re.compile(r"[\x21-\u02ff\u2010-\u2027]")
"""Characters of scripts that separate words by spaces."""


def unwrapped(runs: Sequence[Run]) -> Runs:
    """Replace each soft break: by a space where a long line of words continues, else by a line break.

    Markdown takes every soft break for a space. Chinese authors mean them, and so do authors who write
    short lines one below the other, or begin each with a label.
    """
    text = text_of(tuple(runs))
    if SOFT_BREAK not in text:
        return tuple(runs)
    replacements = _replacements(text)
    return tuple(
        evolve(run, text="".join(next(replacements) if char == SOFT_BREAK else char for char in run.text))
        if SOFT_BREAK in run.text
        else run
        for run in runs
    )


def _replacements(text: str) -> Iterator[str]:
    """Yield the replacement of each soft break of a text, in order."""
    start = 0
    for found in _BREAK.finditer(text):
        at = found.start()
        if found[0] == SOFT_BREAK:
            around = text[at - 1 : at] + text[at + 1 : at + 2]
            goes_on = at - start >= _FULL and len(_SPACED.findall(around)) == len(around) == 2
            goes_on = goes_on and not _LABEL.match(text, at + 1)
            yield " " if goes_on else "\n"
        start = at + 1
