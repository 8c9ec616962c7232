"""Single values of documents for people and programs outside: without secrets, and as plain data."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from opshandover.codec import plain
from opshandover.continuity.decisions import ABSENT
from opshandover.document.paths import Path
from opshandover.document.secrets import redacted, secrets_in
from opshandover.model.base import Choice, Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.redaction import masked


def without_secrets(value: object, path: str, document: OpsDocument) -> object:
    """A value that stands, or stood, at a path of a document, with its secrets masked."""
    if isinstance(value, Record):
        return redacted(value)
    if isinstance(value, tuple):
        return tuple(without_secrets(item, path, document) for item in cast("Sequence[object]", value))
    if not isinstance(value, str) or not path:
        return value
    steps = Path.parse(path).steps
    while not isinstance(steps[-1], str):
        steps = steps[:-1]
    owner = cast("Record", Path(steps[:-1]).get(document))
    return masked(value, secrets_in(value, field_map(type(owner))[str(steps[-1])], owner))


def data_of(value: object) -> object:
    """A value as plain data; `None` for one that is not there."""
    match value:
        case Record():
            return plain(value)
        case tuple():
            return [data_of(item) for item in cast("Sequence[object]", value)]
        case Choice():
            return value.value
        case date():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else str(value)
        case _:
            return None if value is ABSENT else value
