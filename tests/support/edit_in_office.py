"""Edits Word files in LibreOffice as a person does; run by the Python that LibreOffice works with.

It takes a folder with a file `edits.json`: for each Word file a list of edits, each the name of a function below and its
texts. The edited files are written into the folder `made` there.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

_PATIENCE = 120
_BOLD = 150.0


def main(folder: Path) -> None:
    """Starts LibreOffice, edits each file, and ends it."""
    pipe = f"pipe,name=opshandover{folder.stat().st_ino}"
    started = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            f"--accept={pipe};urp;",
        ]
    )
    desktop = _desktop(pipe)
    try:
        (folder / "made").mkdir(exist_ok=True)
        for name, edits in json.loads((folder / "edits.json").read_text("utf-8")).items():
            document = desktop.loadComponentFromURL((folder / name).as_uri(), "_blank", 0, ())
            for edit, *texts in edits:
                globals()[edit](document, *texts)
            document.storeToURL((folder / "made" / name).as_uri(), (_value("FilterName", "MS Word 2007 XML"),))
            document.close(True)
    finally:
        desktop.terminate()
        started.wait(_PATIENCE)


def _desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_PATIENCE):
        try:
            context = resolver.resolve(f"uno:{pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(1)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice does not answer")


def _value(name: str, value: Any) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def replace(document: Any, old: str, new: str) -> None:
    """Replaces a text wherever it stands."""
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = old, new
    if not document.replaceAll(search):
        raise SystemExit(f"not found: {old}")


def embolden(document: Any, text: str) -> None:
    """Makes a text bold, where it stands last."""
    search = document.createSearchDescriptor()
    search.SearchString = text
    found = document.findAll(search)
    text_range = found.getByIndex(found.Count - 1)
    text_range.CharWeight = text_range.CharWeightAsian = _BOLD


def append(document: Any, text: str, more: str) -> None:
    """Types a new paragraph below the one in which a text stands first."""
    search = document.createSearchDescriptor()
    search.SearchString = text
    found = document.findFirst(search)
    cursor = found.Text.createTextCursorByRange(found.End)
    cursor.gotoEndOfParagraph(False)
    found.Text.insertControlCharacter(cursor, 0, False)
    found.Text.insertString(cursor, more, False)


def _row(document: Any, text: str) -> tuple[Any, int]:
    """The last table with a row whose first cell has a text, and the number of the row."""
    for table in [document.TextTables.getByIndex(n) for n in range(document.TextTables.Count)][::-1]:
        for row in range(table.Rows.Count):
            cell = table.getCellByName(f"A{row + 1}")
            if cell is not None and cell.String == text:
                return table, row
    raise SystemExit(f"no such row: {text}")


def delete_row(document: Any, text: str) -> None:
    """Deletes a row."""
    table, row = _row(document, text)
    table.Rows.removeByIndex(row, 1)


def add_row(document: Any, text: str, *texts: str) -> None:
    """Adds a row below another, and fills it."""
    table, row = _row(document, text)
    table.Rows.insertByIndex(row + 1, 1)
    for column, each in enumerate(texts):
        table.getCellByName(f"{chr(65 + column)}{row + 2}").String = each


def sort_rows(document: Any, text: str) -> None:
    """Sorts the rows of a table, all below its head, by their first cells from Z to A."""
    table, _ = _row(document, text)
    last = f"{chr(64 + table.Columns.Count)}{table.Rows.Count}"
    rows = table.getCellRangeByName(f"A2:{last}")
    field = TableSortField()
    field.Field, field.IsAscending = 1, False
    rows.sort(
        (_value("IsSortColumns", False), _value("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))))
    )


def tick(document: Any, text: str) -> None:
    """Ticks the box in the paragraph with a text."""
    for paragraph in _paragraphs(document.Text):
        if text in paragraph.String:
            for portion in paragraph:
                if portion.TextPortionType == "ContentControl" and portion.ContentControl.Checkbox:
                    portion.ContentControl.Checked = not portion.ContentControl.Checked
                    return
    raise SystemExit(f"no box: {text}")


def _paragraphs(text: Any) -> Any:
    for each in text:
        if each.supportsService("com.sun.star.text.TextTable"):
            for name in each.CellNames:
                yield from _paragraphs(each.getCellByName(name))
        else:
            yield each


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
