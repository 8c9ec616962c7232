"""The numbers by which a Word file tells its bookmarks, content controls and drawings apart."""

from attrs import define


@define
class Ids:
    """Gives out numbers, counted up; one source serves all parts of a file.

    Word wants the numbers of one kind to differ within a part, and those of drawings within the
    file. Counting, rather than chance, keeps equal documents equal byte by byte.
    """

    _last: int = 0

    def next(self) -> int:
        """Gives a number that was not given before, beginning with 1."""
        self._last += 1
        return self._last
