"""The ids by which a Word file tells its bookmarks, content controls and drawings apart."""

from attrs import define


@define
class Ids:
    """A counter of ids; one serves all parts of a file.

    Word requires the ids of one kind to differ within a part, and those of drawings within the file.
    They are counted, not random, so that equal documents are equal byte by byte.
    """

    _last: int = 0

    def next(self) -> int:
        """Return the next unused id; the first is 1 more than the start."""
        self._last += 1
        return self._last
