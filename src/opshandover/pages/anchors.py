"""The anchors of values: names by which a link leads to the place of a value on a page."""

import re
from collections.abc import Iterator

_INDEX = re.compile(r"\[(\d+)\]")
_UNUSUAL = re.compile(r"[^\w.-]")
_ABOVE = re.compile(r"\A[^.\[]+(?=[.\[])|(?<=\])(?=[.\[])")
"""Where the path of a section or an item ends within the path of something in it."""


def anchor_of(path: str) -> str:
    """The anchor of the value at a path: that of `work_progress.tasks[0].title` is `work_progress.tasks.0.title`.

    It needs no escape in an address, and is the same as long as the value is at that path.
    """
    return _UNUSUAL.sub("-", _INDEX.sub(r".\1", path))


def anchored_paths(path: str) -> Iterator[str]:
    """The paths of the section and the items that a value is in, and its own: each has an anchor where it begins."""
    yield from (path[: found.end()] for found in _ABOVE.finditer(path))
    if path:
        yield path
