"""What a page asks its reader to fill in: what is required and not there.

A field is asked for where it is required, and all that it stands in is: the section by the kind of
document, the records by the fields that hold them. What is required only of something optional
would cover a page with questions that nobody has to answer.
"""

from collections.abc import Collection
from enum import Enum

from opshandover.document.required import blank, lacking
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.values import as_tuple
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind
from opshandover.spec import Need


class Asking(Enum):
    """How much is asked for in some part of a page."""

    NOTHING = "nothing"
    """Nothing: the page is shown as it is."""
    WHOLES = "wholes"
    """Sections and records in which there is nothing at all."""
    FIELDS = "fields"
    """Single fields as well."""

    def within(self, need: Need) -> "Asking":
        """Gives how much is asked for in a part that is needed so much."""
        return Asking.WHOLES if self is Asking.FIELDS and need is not Need.REQUIRED else self

    def lacking(self, record: Record, without: Collection[str] = ()) -> tuple[Field, ...]:
        """The required fields of a record that are empty, as far as they are asked for."""
        if self is not Asking.FIELDS:
            return ()
        return tuple(field for field in lacking(record, blank) if field.name not in without)

    def asks_within(self, field: Field, value: object) -> bool:
        """Says whether records that a field holds lack something, so that room is needed for it."""
        if field.kind is not Kind.RECORD or field.type in RECORD_FORMATTERS:
            return False
        inside = self.within(field.spec.need)
        return any(inside.lacking(record) for record in as_tuple(field, value))
