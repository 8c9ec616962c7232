"""Which records, of one document or of two, are the same item."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from opshandover.document.walk import walk
from opshandover.model.base import Record
from opshandover.model.fields import values_of

Found = TypeVar("Found", bound=Record)


def identity(record: Record) -> Hashable:
    """The key of a record that may be listed twice: its ID, or all its values if it has no ID.

    IDs are unique within a class: task 1 is not issue 1.
    """
    of = type(record)
    return of, getattr(record, "id", "").strip() or values_of(of)(record)


def item_keys(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The keys of the records at some paths, equal for one item that is listed in two places.

    Records of one list that have the same ID but are not equal are two items: two tasks of one ticket. A key is good
    among these records only: it is the path of the first, so that all the values of a record are hashed once.
    """
    known: dict[Hashable, tuple[str, str, Record]] = {}
    for path, record in records:
        place = path.rpartition("[")[0]
        key, before, first = known.setdefault(identity(record), (path, place, record))
        yield path if place == before and record is not first and record != first else key


def distinct(root: Record, of: type[Found]) -> list[Found]:
    """The records of a class below a record, in reading order, each item once."""
    records = [(node.path, node.value) for node in walk(root, of)]
    found: dict[Hashable, Found] = {}
    for key, (_, record) in zip(item_keys(records), records, strict=True):
        found.setdefault(key, record)
    return list(found.values())
