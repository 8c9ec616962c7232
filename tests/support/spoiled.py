"""Records with values that cannot be given to them: a program may have put them there behind our back."""

from typing import TypeVar

from attrs import evolve

from opshandover.model import Record

Spoiled = TypeVar("Spoiled", bound=Record)


def spoiled(record: Spoiled, **values: object) -> Spoiled:
    """A copy of a record with these values, whatever their types."""
    copy = evolve(record)
    for name, value in values.items():
        object.__setattr__(copy, name, value)
    return copy
