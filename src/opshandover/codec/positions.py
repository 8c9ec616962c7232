"""The line and column of a value of the document in the text that it was loaded from."""

from typing import Any

from opshandover.codec.names import field_for_key, fold
from opshandover.codec.raw import Mark
from opshandover.document.paths import steps_of
from opshandover.model import OpsDocument, Record


def position_of(marks: Mark | None, path: str) -> tuple[int, int] | None:
    """Line and column of the value at a path, or of the nearest value that contains it.

    Paths use field names, whatever the keys in the file are; line and column count from 1.
    """
    if marks is None:
        return None
    mark = marks
    of: type[Any] | None = OpsDocument
    for step in steps_of(path):
        child, of = (mark.children.get(step), of) if isinstance(step, int) else _under(mark, step, of)
        if child is None:
            break
        mark = child
    return mark.line, mark.column


def _under(mark: Mark, name: str, of: type[Any] | None) -> tuple[Mark | None, type[Any] | None]:
    """The mark under the key that stands for a field, and the type of the field's values."""
    is_record = of is not None and issubclass(of, Record)
    for key, child in reversed(mark.children.items()):
        if not isinstance(key, str):
            continue
        field = field_for_key(of, key) if is_record and of is not None else None
        if field is not None and field.name == name:
            return child, field.type
        if field is None and (key == name or fold(key) == fold(name)):
            return child, None
    return None, None
