"""Where the records of a returned document stand in its file: at which heading, and in which row of a table."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from opshandover.document.walk import records_in
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.pages.blocks import Page
from opshandover.reading.blanks import without_blanks
from opshandover.reading.own import reading_of
from opshandover.reading.result import Place


@frozen(slots=False, eq=False)
class Places(Mapping[str, Place]):
    """The places of records by their paths, which the page is read for on its own, once they are asked for.

    A record that the page shows under another name than the document has is left out: a wrong place is worse than none.
    """

    document: OpsDocument
    page: Callable[[], Page]

    @cached_property
    def _known(self) -> Mapping[str, Place]:
        read = reading_of(without_blanks(self.page()), self.document.profile)
        shown = dict(records_in(read.document, Record))
        records = dict(records_in(self.document, Record))
        return {path: place for path, place in read.places.items() if _is_one(records.get(path), shown[path])}

    def __getitem__(self, path: str) -> Place:
        """The place of a record."""
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        """The paths of all records that have a place."""
        return iter(self._known)

    def __len__(self) -> int:
        """Their number."""
        return len(self._known)


def _is_one(record: Record | None, shown: Record) -> bool:
    """Whether two records at one path are of one name."""
    return type(record) is type(shown) and (not shown.main or getattr(record, shown.main) == getattr(shown, shown.main))
