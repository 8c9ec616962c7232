"""Which records, of one document or of two, are the same item."""

from collections.abc import Hashable
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


def distinct(root: Record, of: type[Found]) -> list[Found]:
    """The records of a class below a record, in reading order, each item once."""
    found: dict[Hashable, Found] = {}
    for node in walk(root, of):
        found.setdefault(identity(node.value), node.value)
    return list(found.values())
