"""The task exporter: all open items, as a table for other tools."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar
from unicodedata import category

from attrs import define, field, frozen

from opshandover.document.identity import identity
from opshandover.document.paths import section_of
from opshandover.document.people import holders_of, new_owner_of
from opshandover.document.walk import records_in
from opshandover.layout.words.labels import LOCATION
from opshandover.layout.words.scalars import format_when
from opshandover.model import Choice, OpenItem, OpsDocument, Person, Task
from opshandover.model.base import Record
from opshandover.model.fields import field_map
from opshandover.placeholders import is_blank
from opshandover.plain_text import clean
from opshandover.text import Lang, Text

_KIND = Text("种类", "Kind")
_SECTION = Text("部分", "Section")
_COLUMNS = ("id", "title", "status", "progress", "priority", "owner", "new_owner", "due", "next_check", "next_step")
"""The columns between kind and section and the last one: the fields of a task."""

_SIGNS = frozenset("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, also behind characters that show nothing."""
_NEXT_CELL = re.compile(r";(?=\s*(?:[=@＝＠]|[+\-＋－][^\s)]))")
"""A formula in a cell of its own, where a spreadsheet is set to separate cells by semicolons."""


@define
class _Row:
    item: OpenItem
    new_owner: Person | None
    paths: list[str] = field(factory=list[str])


@frozen(kw_only=True)
class TasksExporter:
    """Writes open items as a table: tasks, issues, risks, projects, handover items.

    The table is CSV as in RFC 4180, in UTF-8 with a byte order mark, without which Excel garbles
    Chinese. The new owner is whoever takes over what names nobody: that of the project around an item, or the only
    receiver. An apostrophe is put before what a spreadsheet would take for a formula, which may as well
    follow a semicolon. Items with the same id share one row, which lists all their paths. `every` adds
    closed items.
    """

    suffix: ClassVar[str] = ".csv"
    media_type: ClassVar[str] = "text/csv"

    every: bool = False

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the table, with headings and enumeration values in `lang`."""
        labels = field_map(Task)
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\r\n")
        heads = (_KIND, _SECTION, *(labels[name].label for name in _COLUMNS), LOCATION)
        writer.writerow(head[lang] for head in heads)
        for row in self._rows(document):
            writer.writerow(map(_safe, _cells(row, lang)))
        return table.getvalue().encode("utf-8-sig")

    def _rows(self, document: OpsDocument) -> Iterator[_Row]:
        rows: dict[object, _Row] = {}
        items = dict(records_in(document, OpenItem))
        for path, item in items.items():
            if self.every or item.open:
                key = identity(item) if item.id.strip() else path
                rows.setdefault(
                    key, _Row(item, new_owner_of(item, document, holders_of(path, items.get)))
                ).paths.append(path)
        yield from rows.values()


def _cells(row: _Row, lang: Lang) -> Iterator[str]:
    item = row.item
    yield item.label[lang]
    yield field_map(OpsDocument)[section_of(row.paths[0])].label[lang]
    for name in _COLUMNS:
        value = getattr(item, item.main if name == "title" else name, None)
        yield _text(row.new_owner if name == "new_owner" else value, lang)
    yield " ".join(row.paths)


def _text(value: object, lang: Lang) -> str:
    """Return a value as tools expect it: a person as a name, a date as in ISO 8601, with a blank before its time."""
    match value:
        case None:
            return ""
        case Choice():
            return value.label[lang]
        case Person():
            return value.name
        case date():
            return format_when(value)
        case Record():
            return _text(getattr(value, value.main, None), lang)
        case _:
            return str(value)


def _safe(text: str) -> str:
    text = clean(text)
    apart = _NEXT_CELL.sub(";'", text)
    return f"'{apart}" if text.startswith("\t") or _first_sign(text) in _SIGNS else apart


def _first_sign(text: str) -> str:
    """Return the first character that is neither a semicolon nor invisible."""
    return next((char for char in text if char != ";" and category(char) != "Mn" and not is_blank(char)), "")
