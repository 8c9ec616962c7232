"""All open items as rows of equal columns, for tables of other programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field

from opshandover.document.identity import identity
from opshandover.document.paths import section_of
from opshandover.document.people import holders_of, new_owner_of
from opshandover.document.walk import records_in
from opshandover.model import OpenItem, OpsDocument, Person, Task
from opshandover.model.fields import field_map
from opshandover.text import Text

KIND = Text("种类", "Kind")
SECTION = Text("部分", "Section")
PLACE = Text("位置", "Place")
COLUMNS = ("id", "title", "status", "progress", "priority", "owner", "new_owner", "due", "next_check", "next_step")
"""The columns between kind and section and the paths: the fields of a task."""


@define
class ItemRow:
    """One item with all paths at which it stands. The new owner is whoever takes over what names nobody."""

    item: OpenItem
    new_owner: Person | None
    paths: list[str] = field(factory=list[str])

    @property
    def kind(self) -> Text:
        """What the item is."""
        return self.item.label

    @property
    def section(self) -> Text:
        """The section in which it stands first."""
        return field_map(OpsDocument)[section_of(self.paths[0])].label

    def values(self) -> Iterator[Any]:
        """The value of each column, `None` where the item has no such field."""
        for name in COLUMNS:
            if name == "new_owner":
                yield self.new_owner
            else:
                yield getattr(self.item, self.item.main if name == "title" else name, None)


def labels() -> Mapping[str, Text]:
    """The label of each column of values."""
    return {name: field_map(Task)[name].label for name in COLUMNS}


def item_rows(document: OpsDocument, *, every: bool = False) -> tuple[ItemRow, ...]:
    """The open items of a document, or all; items with the same id share one row."""
    rows: dict[object, ItemRow] = {}
    items = dict(records_in(document, OpenItem))
    for path, item in items.items():
        if every or item.open:
            key = identity(item) if item.id.strip() else path
            row = rows.setdefault(key, ItemRow(item, new_owner_of(item, document, holders_of(path, items.get))))
            row.paths.append(path)
    return tuple(rows.values())
