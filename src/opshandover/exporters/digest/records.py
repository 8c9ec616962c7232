"""The records that a digest counts and names."""

from typing import TypeVar

from opshandover.document.walk import records_in
from opshandover.model import Level, OpsDocument, Risk
from opshandover.model.base import Record

R = TypeVar("R", bound=Record)


def each(document: OpsDocument, of: type[R]) -> list[R]:
    """Gives all records of a class; one that is mentioned twice is given once.

    Identifiers tell items of one kind apart: task 1 is not issue 1.
    """
    found: dict[object, R] = {}
    for _, record in records_in(document, of):
        found.setdefault((type(record), getattr(record, "id", "") or record), record)
    return list(found.values())


def is_high(risk: Risk) -> bool:
    """Says whether a risk is likely or grave."""
    return Level.HIGH in (risk.likelihood, risk.impact)
