"""What stands around a finding: lines of the file, or the values of the item, safe to show."""

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from opshandover.document.paths import Path, nearest_first
from opshandover.errors import PathError
from opshandover.findings import Finding
from opshandover.layout.words.values import inline_field, shown_fields
from opshandover.model import OpsDocument
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind
from opshandover.pages.blocks import text_of
from opshandover.plain_text import shortened
from opshandover.profiles.subject import Subject
from opshandover.reporting.excerpts import Excerpts
from opshandover.text import Lang

_MOST_VALUES = 4
_WIDEST_VALUE = 80


def _is_short(field: Field) -> bool:
    """Whether a field is one value or a few, and no list of items; the kind of document stands elsewhere."""
    return field.kind is not Kind.PROFILE and not (field.kind is Kind.RECORD and field.many)


@frozen(slots=False)
class Surroundings:
    """The text of the file that was checked, and the document without its secrets."""

    subject: Subject | None

    @cached_property
    def document(self) -> OpsDocument | None:
        """The document, with everything masked that is a secret."""
        return self.subject.without_secrets() if self.subject else None

    @cached_property
    def _excerpts(self) -> Excerpts | None:
        return Excerpts.of(self.subject) if self.subject and self.subject.text else None

    def has_line(self, finding: Finding) -> bool:
        """Whether a finding has a line of its own, and not only that where the document begins."""
        start = self.subject.start if self.subject else None
        return finding.line is not None and (finding.line, finding.column) != start

    def lines(self, finding: Finding) -> Sequence[tuple[int, str]]:
        """The line of a finding and its neighbours, each with its number; none without a file."""
        return self._excerpts.near(finding.line, finding.column) if self._excerpts else ()

    def values(self, finding: Finding, lang: Lang) -> Sequence[tuple[str, str, bool]]:
        """The first filled fields of the item that a finding is about: label, text, and whether it is meant.

        Of what is no item of a list, only the field itself: what stands beside it has nothing to do with it.
        """
        record, path = self._record(finding.path)
        if record is None:
            return ()
        name = finding.path.removeprefix(path).lstrip(".").partition(".")[0].partition("[")[0]
        fields = [field for field, _ in shown_fields(record) if _is_short(field)]
        first = fields[:_MOST_VALUES] if path.endswith("]") else []
        shown = [field for field in fields if field in first or field.name == name]
        texts = ((field, shortened(text_of(inline_field(record, field, lang)), _WIDEST_VALUE)) for field in shown)
        return [(field.label[lang], text, field.name == name) for field, text in texts if text]

    def _record(self, path: str) -> tuple[Record | None, str]:
        """The item that a path leads to or into, or else the record, with its own path."""
        if self.document is None or not path:
            return None, ""
        for place in nearest_first(path):
            try:
                value = Path.parse(place).get(self.document)
            except PathError:
                continue
            if isinstance(value, Record):
                return value, place
        return None, ""
