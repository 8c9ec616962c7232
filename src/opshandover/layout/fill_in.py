"""Which empty fields get placeholders, so that readers can fill them in.

A field gets a placeholder if it is required and everything around it is: its section by the profile,
its record by the field that holds it. Placeholders for required fields of optional records would fill
pages with questions that nobody has to answer.
"""

from collections.abc import Collection
from enum import Enum

from opshandover.document.required import blank, lacking
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.values import as_tuple
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind
from opshandover.spec import Need


class FillIn(Enum):
    """Which placeholders a part of a page has."""

    NOTHING = "nothing"
    """None."""
    EMPTY_PARTS = "empty_parts"
    """One for each section or record without any content."""
    FIELDS = "fields"
    """Also one for each empty required field."""

    def within(self, need: Need) -> "FillIn":
        """The placeholders of a part with a need of its own."""
        return FillIn.EMPTY_PARTS if self is FillIn.FIELDS and need is not Need.REQUIRED else self

    def placeholder_fields(self, record: Record, without: Collection[str] = ()) -> tuple[Field, ...]:
        """The fields of a record that get placeholders."""
        if self is not FillIn.FIELDS:
            return ()
        return tuple(field for field in lacking(record, blank) if field.name not in without)

    def has_placeholders(self, field: Field, value: object) -> bool:
        """Whether records in a field get placeholders, which take room."""
        if field.kind is not Kind.RECORD or field.type in RECORD_FORMATTERS:
            return False
        inside = self.within(field.spec.need)
        return any(inside.placeholder_fields(record) for record in as_tuple(field, value))
