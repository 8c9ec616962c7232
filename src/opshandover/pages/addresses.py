"""Addresses in text: where they begin, and where a person would end them.

An address in text is text: each format makes it clickable in its own way.
"""

import re
from collections.abc import Iterator

from attrs import evolve

from opshandover.pages.blocks import Run, Runs

SCHEMES = ("http", "https", "mailto", "tel")
"""The schemes that a reader of a document may follow."""

_HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts that put no blank between words."""

_PART = rf"""(?:
        [^\W{_HAN}]                                   # letters and digits
      | [-._:/?\#@!$&'+,;=%] | ~(?!~)
      | (?<=[-/=\#?&_])[{_HAN}]++(?:\.[{_HAN}]++)*+  # a part that is in Chinese from its beginning
      | (?<=[0-9])[年月日号期季版][{_HAN}]*+          # a date or a number
    )"""
_ADDRESS = re.compile(
    rf"""
    (?<![A-Za-z0-9+])
    (?:https?://(?=[^\W_]|\[[0-9A-Fa-f:]) | mailto:(?=[\w.+-]{{1,64}}+@[^\W_]) | tel:(?=\+?[0-9]))
    (?:{_PART} | \({_PART}*+\) | \[{_PART}*+\])++
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEVER_LAST = ".,;:!?'_"


def address_at(text: str, start: int) -> int:
    """The index where an address ends that begins at an index; the same index if there is none.

    A sentence goes on after an address without a blank in Chinese: punctuation that is not ASCII ends it, and
    so does a bracket that it did not open. Chinese letters belong to a part of the path that begins with them.
    """
    found = _ADDRESS.match(text, start)
    return start + len(found[0].rstrip(_NEVER_LAST)) if found else start


def is_address(text: str) -> bool:
    """Whether a text is an address and nothing else."""
    return bool(text) and address_at(text, 0) == len(text)


def has_address(text: str) -> bool:
    """Whether there is an address in a text."""
    return ":" in text and _ADDRESS.search(text) is not None


def link_addresses(runs: Runs) -> Runs:
    """Runs in which each address in text is a run of its own, with itself as its link."""
    if not any(has_address(run.text) for run in runs):
        return runs
    return tuple(part for run in runs for part in _parts(run))


def _parts(run: Run) -> Iterator[Run]:
    if run.code or run.link or run.image:
        yield run
        return
    at = 0
    while found := _ADDRESS.search(run.text, at):
        address = found[0].rstrip(_NEVER_LAST)
        if before := run.text[at : found.start()]:
            yield evolve(run, text=before)
        yield evolve(run, text=address, link=address)
        at = found.start() + len(address)
    if at < len(run.text) or not run.text:
        yield evolve(run, text=run.text[at:]) if at else run
