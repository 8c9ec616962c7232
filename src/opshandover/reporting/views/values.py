"""Single values of two versions on one line, as diff and merge show them."""

from contextlib import suppress

from opshandover.continuity.decisions import ABSENT
from opshandover.document.paths import Path
from opshandover.errors import UnknownNameError
from opshandover.layout.words.values import inline_record, inline_value
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, field_map
from opshandover.pages.blocks import text_of
from opshandover.plain_text import shortened
from opshandover.text import Lang, Text

LONGEST = 200
"""The width to which a value is shortened, in cells."""
_REMOVED = Text("（不在其中）", "(not there)")
_NONE = Text("（无）", "(none)")
_NO_CONTENT = Text("（空）", "(empty)")


def value_text(value: object, path: str | None, document: Record, lang: Lang, room: int = LONGEST) -> str:
    """A value without secrets, as the page shows it, on one line.

    Args:
        value: the value, or an item of a list.
        path: where it stands in the document, by which its field is known.
        document: the version, or the record, in which it stands.
        lang: the language of labels.
        room: the width to which it is shortened.
    """
    if value is ABSENT:
        return _REMOVED[lang]
    if value is None or value in ("", ()):
        return _NONE[lang]
    if isinstance(value, Record):
        return shortened(text_of(inline_record(value, lang)), room) or _NO_CONTENT[lang]
    field = _field_at(path, document) if path else None
    text = str(value)
    is_item = path is not None and path.endswith("]")
    if field and (field.kind is Kind.PROFILE or not isinstance(value, str)):
        with suppress(UnknownNameError):  # of a team's kind whose configuration is not in force, the bare name
            text = text_of(inline_value(field, (value,) if is_item else value, lang))
    return shortened(text, room) or _NO_CONTENT[lang]


def _field_at(path: str, document: Record) -> Field | None:
    """The field at a path, or of the list at it; also where a section is declared to be absent."""
    steps = Path.parse(path).steps
    while steps and not isinstance(steps[-1], str):
        steps = steps[:-1]
    owner: object = Path(steps[:-1]).get(document)
    return field_map(type(owner)).get(str(steps[-1])) if isinstance(owner, Record) else None


def label_at(path: str, record: Record, lang: Lang) -> str:
    """The label of the field at a path below a record."""
    field = _field_at(path, record)
    return field.label[lang] if field else path
