"""Which records of a document, or of two documents, are the same thing."""

from collections.abc import Hashable
from typing import TypeVar

from opshandover.document.walk import walk
from opshandover.model.base import Record
from opshandover.model.fields import values_of

Found = TypeVar("Found", bound=Record)


def identity(record: Record) -> Hashable:
    """What a record that may stand in two places is known by: its ID, or without one all it holds.

    An ID tells the records of one class apart: task 1 is not issue 1.
    """
    of = type(record)
    return of, getattr(record, "id", "").strip() or values_of(of)(record)


def distinct(root: Record, of: type[Found]) -> list[Found]:
    """The records of a class below a record, in reading order; what stands in two places once."""
    found: dict[Hashable, Found] = {}
    for node in walk(root, of):
        found.setdefault(identity(node.value), node.value)
    return list(found.values())
