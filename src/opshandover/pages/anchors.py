"""The anchors of values: names by which a link leads to the place of a value on a page."""

import re
from collections.abc import Iterator

_INDEX = re.compile(r"\[(\d+)\]")
_PART = re.compile(r"(?=\.)|(?<=\])")
_UNUSUAL = re.compile(r"[^\w.-]")


def anchor_of(path: str) -> str:
    """The anchor of the value at a path: that of `work_progress.tasks[0].title` is `work_progress.tasks.0.title`.

    It needs no escape in an address, and is the same as long as the value is at that path.
    """
    return _UNUSUAL.sub("-", _INDEX.sub(r".\1", path))


def anchored_paths(path: str) -> Iterator[str]:
    """The paths that have an anchor where the value at a path is the first that is shown: section, items, and its own."""
    ends = [found.start() for found in _PART.finditer(path) if found.start()]
    section = ends[0] if ends else len(path)
    for end in ends:
        if end == section or path[end - 1] == "]":
            yield path[:end]
    if path and path not in [path[:end] for end in ends[-1:]]:
        yield path
