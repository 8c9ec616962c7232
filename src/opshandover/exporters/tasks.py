"""The task exporter: all open items, as a table for other tools."""

import csv
import io
from datetime import date
from typing import ClassVar

from attrs import frozen

from opshandover.codec.item_table import guarded
from opshandover.document.item_rows import KIND, PLACE, SECTION, Cell, item_rows, labels
from opshandover.layout.words.scalars import format_when
from opshandover.model import OpsDocument
from opshandover.plain_text import clean
from opshandover.text import Lang


@frozen(kw_only=True)
class TasksExporter:
    """Writes open items as a table: tasks, issues, risks, projects, handover items.

    The table is CSV as in RFC 4180, in UTF-8 with a byte order mark, without which Excel garbles
    Chinese. The new owner is whoever takes over what names nobody: that of the project around an item, or the only
    receiver. An apostrophe is put before what a spreadsheet would take for a formula, which may as well
    follow a semicolon. An item with an ID that stands at several places has one row
    with all of its paths, and more only if a column would have two values. `every` adds closed items.
    """

    suffix: ClassVar[str] = ".csv"
    media_type: ClassVar[str] = "text/csv"

    every: bool = False

    def export(self, document: OpsDocument, *, lang: Lang) -> bytes:
        """Return the table, with headings and enumeration values in `lang`."""
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\r\n")
        writer.writerow(head[lang] for head in (KIND, SECTION, *labels().values(), PLACE))
        for row in item_rows(document, every=self.every):
            cells = (row.kind[lang], row.section[lang], *map(_text, row.cells(lang)), " ".join(row.paths))
            writer.writerow(guarded(clean(cell)) for cell in cells)
        return table.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    """Return a cell as text: a date as in ISO 8601, with a blank before its time."""
    return format_when(cell) if isinstance(cell, date) else "" if cell is None else str(cell)
