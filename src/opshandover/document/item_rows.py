"""All open items as rows of equal columns, for tables of other programs."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from attrs import define

from opshandover.document.identity import item_keys
from opshandover.document.paths import section_of
from opshandover.document.people import holders_of, new_owner_of
from opshandover.document.walk import records_in
from opshandover.model import Choice, OpenItem, OpsDocument, Person, Record, Task
from opshandover.model.fields import field_map
from opshandover.text import Lang, Text

KIND = Text("种类", "Kind")
SECTION = Text("部分", "Section")
PLACE = Text("位置", "Place")
Cell = str | int | date | None
"""A text, a whole number, a day that may have a time, or nothing."""
COLUMNS = ("id", "title", "status", "progress", "priority", "owner", "new_owner", "due", "next_check", "next_step")
"""The columns between kind and section and the paths: the fields of a task."""


@define
class ItemRow:
    """One item with all paths at which it stands, and the value of each column; `None` where it has no such field.

    The new owner is whoever takes over what names nobody.
    """

    kind: Text
    values: tuple[Any, ...]
    paths: list[str]

    @property
    def section(self) -> Text:
        """The section in which it stands first."""
        return field_map(OpsDocument)[section_of(self.paths[0])].label

    def cells(self, lang: Lang) -> Iterator[Cell]:
        """The value of each column as other programs take it."""
        return (cell_of(value, lang) for value in self.values)

    def takes(self, other: "ItemRow") -> bool:
        """Adds what the same item says at another place, unless a column then had two values; whether it did."""
        pairs = tuple(zip(map(_bare, self.values), map(_bare, other.values), strict=True))
        if any(a is not None and b is not None and a != b for a, b in pairs):
            return False
        self.values = tuple(b if a is None else a for a, b in pairs)
        self.paths += other.paths
        return True


def cell_of(value: Any, lang: Lang) -> Cell:
    """A value as other programs take it: a choice by its label, a record by its main field, an empty text as none."""
    match value:
        case Choice():
            return value.label[lang]
        case Record():
            return cell_of(getattr(value, value.main, None), lang)
        case None | int() | date():
            return value
        case _:
            return str(value) or None


def _bare(value: Any) -> Any:
    """A value for comparison: an empty text is none, and blanks around a text say nothing."""
    return (value.strip() or None) if isinstance(value, str) else value


def labels() -> Mapping[str, Text]:
    """The label of each column of values."""
    return {name: field_map(Task)[name].label for name in COLUMNS}


def item_rows(document: OpsDocument, *, every: bool = False) -> tuple[ItemRow, ...]:
    """The open items of a document, or all.

    One with an ID that stands at several places has one row, and a row for each place that says something else of it.
    """
    items = dict(records_in(document, OpenItem))
    shown = [(path, item) for path, item in items.items() if every or item.open]
    rows: dict[str, list[ItemRow]] = {}
    for key, (path, item) in zip(item_keys(shown), shown, strict=True):
        row = ItemRow(
            item.label, tuple(_values(item, new_owner_of(item, document, holders_of(path, items.get)))), [path]
        )
        known = rows.setdefault(key if item.id.strip() else path, [])
        if not any(other.takes(row) for other in known):
            known.append(row)
    return tuple(chain.from_iterable(rows.values()))


def _values(item: OpenItem, new_owner: Person | None) -> Iterator[Any]:
    for name in COLUMNS:
        if name == "new_owner":
            yield new_owner
        else:
            yield getattr(item, item.main if name == "title" else name, None)
