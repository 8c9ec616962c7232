"""Addresses in text: where they begin, and where a person would end them.

An address in text is text: each format makes it clickable in its own way.
"""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote, urlsplit

from attrs import evolve

from opshandover.pages.blocks import Run, Runs

SCHEMES = ("http", "https", "mailto", "tel")
"""The schemes that a reader of a document may follow."""
_LONGEST_LINK = 2000
_KEPT_IN_LINKS = "!#$%&'()*+,/:;=?@[]~"

_HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts that put no blank between words."""
_INSIDE = r"[^\s()\[\]<>\"\u2018-\u201d\u3000-\u301f\uff00-\uffef]"
"""What may stand between brackets of an address."""


@cache
def _address() -> re.Pattern[str]:
    """What may be an address; most documents have none, and compiling takes a few milliseconds."""
    return re.compile(
        rf"""
        (?<![A-Za-z0-9+])
        (?:(?i:https?)://(?=[^\W_]|\[[0-9A-Fa-f:]) | (?i:mailto):(?=[\w.+-]{{1,64}}+@[^\W_]) | (?i:tel):(?=\+?[0-9]))
        (?:
            [^\W{_HAN}]                                   # letters and digits
          | [-._:/?\#@!$&'+,;=%] | ~(?!~)
          | (?<=[-/=\#?&_])[{_HAN}]++(?:\.[{_HAN}]++)*+  # a part that is in Chinese from its beginning
          | (?<=[0-9])[年月日号期季版][{_HAN}]*+          # a date or a number
          | \({_INSIDE}*+\) | \[{_INSIDE}*+\]
        )++
        """,
        re.VERBOSE,
    )


_NEVER_LAST = ".,;:!?'_"


def _may_have_address(text: str) -> bool:
    return ":" in text and any(scheme in text.lower() for scheme in ("http", "mailto:", "tel:"))


def _end(text: str, start: int, end: int) -> int:
    """Where an address ends, without signs that belong to the sentence."""
    return start + len(text[start:end].rstrip(_NEVER_LAST))


def address_at(text: str, start: int) -> int:
    """The index where an address ends that begins at an index; the same index if there is none.

    A sentence goes on after an address without a blank in Chinese: punctuation that is not ASCII ends it, and
    so does a bracket that it did not open. Chinese letters belong to a part of the path that begins with them.
    """
    found = _address().match(text, start)
    return _end(text, *found.span()) if found else start


def is_address(text: str) -> bool:
    """Whether a text is an address and nothing else."""
    return _may_have_address(text) and address_at(text, 0) == len(text)


def has_address(text: str) -> bool:
    """Whether there is an address in a text."""
    return _may_have_address(text) and _address().search(text) is not None


def link_addresses(runs: Runs) -> Runs:
    """Runs in which each address in text is a run of its own, with itself as its link."""
    if not any(has_address(run.text) for run in runs):
        return runs
    return tuple(part for run in runs for part in _parts(run))


def safe_address(target: str) -> str:
    """Return a link's target as a valid URI, or "" if it is none that a reader may follow.

    A malformed one would do harm: Word reports the whole file as damaged.
    """
    try:
        parts = urlsplit(target.strip())
        wrong_port = parts.port == 0
    except ValueError:
        return ""
    if parts.scheme not in SCHEMES or wrong_port:
        return ""
    if not (parts.hostname if parts.scheme.startswith("http") else parts.path):
        return ""
    written = target.strip()
    empty = written[len(written.rstrip("?#")) :]  # an empty query or fragment, which `geturl` leaves out
    address = quote(parts.geturl().rstrip("?#") + empty, safe=_KEPT_IN_LINKS, errors="replace")
    return address if len(address) <= _LONGEST_LINK else ""


def _parts(run: Run) -> Iterator[Run]:
    if run.code or run.link or run.image or not _may_have_address(run.text):
        yield run
        return
    at = 0
    while found := _address().search(run.text, at):
        start, end = found.start(), _end(run.text, *found.span())
        if start > at:
            yield evolve(run, text=run.text[at:start])
        yield evolve(run, text=run.text[start:end], link=run.text[start:end])
        at = end
    if at < len(run.text) or not run.text:
        yield evolve(run, text=run.text[at:]) if at else run
