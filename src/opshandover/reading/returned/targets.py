"""What is declared at the path of a value, also where a section is absent or an item is new."""

from typing import Any, cast

from attrs import frozen

from opshandover.document.paths import steps_of
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, field_map

EACH = "[*]"
"""The step of a path to all items of a list."""


@frozen(kw_only=True)
class Target:
    """The field at a path and the class that declares it; `single` is for one item of a list."""

    owner: type[Record]
    field: Field
    single: bool

    @property
    def is_record(self) -> bool:
        """Whether one record stands there."""
        return issubclass(self.field.type, Record) and (self.single or not self.field.many)


def target_of(document: OpsDocument, path: str) -> Target | None:
    """Find what a path leads to; `None` if no field is declared there."""
    at: Any = document
    owner: type[Any] = OpsDocument
    found: Target | None = None
    for step in steps_of(path.replace(EACH, "[0]")):
        if isinstance(step, int):
            if found is None or found.single or not found.field.many:
                return None
            found = Target(owner=found.owner, field=found.field, single=True)
            at = _item(at, step)
        else:
            owner = type(at) if isinstance(at, Record) else owner
            field = field_map(owner).get(step) if issubclass(owner, Record) else None
            if field is None:
                return None
            found = Target(owner=owner, field=field, single=False)
            at = getattr(at, step) if isinstance(at, Record) else None
        owner = found.field.type
    return found


def _item(values: Any, index: int) -> Any:
    """One item of what may be a list, and may be shorter."""
    items = cast("tuple[object, ...]", values) if isinstance(values, tuple) else ()
    return items[index] if index < len(items) else None
