"""The exporter of tasks: all that is still open, as a table that other tools read."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import define, field, frozen

from opshandover.layout.words.labels import PLACE
from opshandover.model import Choice, OpenItem, OpsDocument, Person, Task
from opshandover.model.base import Record
from opshandover.model.fields import field_map, records_in
from opshandover.plain_text import clean
from opshandover.text import Lang, Text

_KIND = Text("种类", "Kind")
_SECTION = Text("部分", "Section")
_COLUMNS = (
    "id",
    "title",
    "status",
    "progress",
    "priority",
    "owner",
    "new_owner",
    "due",
    "next_check",
    "next_step",
)
"""The columns between kind, section and place: fields as a task has them."""

_FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]*[=+\-@＝＋－＠]|\t")
"""How a cell begins that a spreadsheet takes for a formula; what cannot be seen may stand first."""


@define
class _Row:
    item: OpenItem
    paths: list[str] = field(factory=list[str])


@frozen(kw_only=True)
class TasksExporter:
    """Writes what is still open as a table: tasks, issues, risks, projects, handover items.

    The table is CSV as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel takes
    Chinese for something else. An apostrophe stands before what would be a formula. An item that
    is mentioned several times by its ID has one line, with all its places. `every` adds what is
    closed.
    """

    suffix: ClassVar[str] = ".csv"
    media_type: ClassVar[str] = "text/csv"

    every: bool = False

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Gives the table, its heads and the values of choices in `lang`."""
        labels = field_map(Task)
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\r\n")
        heads = (_KIND, _SECTION, *(labels[name].label for name in _COLUMNS), PLACE)
        writer.writerow(head[lang] for head in heads)
        for row in self._rows(document):
            writer.writerow(map(_safe, _cells(row, lang)))
        return table.getvalue().encode("utf-8-sig")

    def _rows(self, document: OpsDocument) -> Iterator[_Row]:
        rows: dict[object, _Row] = {}
        for path, item in records_in(document, OpenItem):
            if self.every or item.open:
                key = (type(item), item.id.strip()) if item.id.strip() else path
                rows.setdefault(key, _Row(item)).paths.append(path)
        yield from rows.values()


def _cells(row: _Row, lang: Lang) -> Iterator[str]:
    item = row.item
    yield item.label[lang]
    yield field_map(OpsDocument)[row.paths[0].partition(".")[0]].label[lang]
    for name in _COLUMNS:
        yield _text(getattr(item, item.main if name == "title" else name, None), lang)
    yield " ".join(row.paths)


def _text(value: object, lang: Lang) -> str:
    """Writes a value as tools expect it: a person as a name, a day as in ISO 8601."""
    match value:
        case None:
            return ""
        case Choice():
            return value.label[lang]
        case Person():
            return value.name
        case date():
            return value.isoformat()
        case Record():
            return _text(getattr(value, value.main, None), lang)
        case _:
            return str(value)


def _safe(text: str) -> str:
    text = clean(text)
    return f"'{text}" if _FORMULA.match(text) else text
