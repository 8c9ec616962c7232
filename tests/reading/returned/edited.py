"""Edits of a Word file as people make them, done in its XML, and the document that comes back."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from tests.support.docx_lint import W

from opshandover import export
from opshandover.importers.word import WordImporter
from opshandover.model.document import OpsDocument
from opshandover.reading.result import Part
from opshandover.reading.returned import read_returned

Edit = Callable[[Any], None]


def rewritten(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A file of which one part was changed."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return made.getvalue()


def edited(data: bytes, edit: Edit) -> bytes:
    """A Word file whose body was changed."""

    def change(content: bytes) -> bytes:
        root = etree.fromstring(content)
        edit(root)
        written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return written

    return rewritten(data, "word/document.xml", change)


def returned(document: OpsDocument, *edits: Edit, against: OpsDocument | None = None, **options: Any) -> Part:
    """What comes back of a document that was exported and edited in Word."""

    def all_edits(root: Any) -> None:
        for edit in edits:
            edit(root)

    data = edited(export(document, "word", **options), all_edits)
    part = read_returned(WordImporter().parse(data), against)
    assert part.ledger.adds_up, (part.ledger.counts, part.ledger.taken_in)
    return part


def text_of(element: Any) -> str:
    """The text within an element."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def paragraph(root: Any, text: str) -> Any:
    """The first paragraph with a text in it."""
    return next(each for each in root.iter(f"{W}p") if text in text_of(each))


def row_of(root: Any, text: str) -> Any:
    """The last row of a table whose first cell shows a text."""
    return [each for each in root.iter(f"{W}tr") if text_of(each[1 if each[0].tag != f"{W}tc" else 0]) == text][-1]


def replace(old: str, new: str, *, last: bool = False) -> Edit:
    """Types a text in place of another."""

    def edit(root: Any) -> None:
        found = [each for each in root.iter(f"{W}t") if old in (each.text or "")]
        run = found[-1 if last else 0]
        run.text = (run.text or "").replace(old, new)
        run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    return edit


def replace_everywhere(old: str, new: str) -> Edit:
    """Types a text in place of another wherever it stands."""

    def edit(root: Any) -> None:
        for each in root.iter(f"{W}t"):
            each.text = (each.text or "").replace(old, new)

    return edit


def new_paragraph(text: str) -> Any:
    """A paragraph of plain text."""
    made = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = text
    return made


def insert_after(text: str, new: str) -> Edit:
    """Types a new paragraph below that with a text."""
    return lambda root: paragraph(root, text).addnext(new_paragraph(new))


def delete_row(text: str) -> Edit:
    """Deletes the row whose first cell shows a text."""

    def edit(root: Any) -> None:
        row = row_of(root, text)
        row.getparent().remove(row)

    return edit


def copy_row(text: str, *texts: str) -> Edit:
    """Copies a row below itself, with other texts in its first cells; bookmarks and tags come along."""

    def edit(root: Any) -> None:
        row = row_of(root, text)
        copy = deepcopy(row)
        _fill(copy, texts)
        row.addnext(copy)

    return edit


def add_row(after: str, *texts: str) -> Edit:
    """Adds an empty row below another and fills it: it has no controls and no bookmark."""

    def edit(root: Any) -> None:
        row = row_of(root, after)
        new = etree.Element(f"{W}tr")
        cells = row.findall(f"{W}tc")
        for n in range(len(cells)):
            cell = etree.SubElement(new, f"{W}tc")
            cell.append(new_paragraph(texts[n] if n < len(texts) else ""))
        row.addnext(new)

    return edit


def move_row(text: str, *, below: str) -> Edit:
    """Moves a row below another."""
    return lambda root: row_of(root, below).addnext(row_of(root, text))


def _fill(row: Any, texts: tuple[str, ...]) -> None:
    for cell, text in zip(row.findall(f"{W}tc"), texts, strict=False):
        first = cell.find(f"{W}p")
        runs = list(first.iter(f"{W}t")) if first is not None else []
        if runs:
            runs[0].text = text
            for other in runs[1:]:
                other.text = ""


def tick(text: str) -> Edit:
    """Ticks the box before a text, or clears it, sign and state."""

    def edit(root: Any) -> None:
        line = paragraph(root, text)
        state = next(line.iter("{http://schemas.microsoft.com/office/word/2010/wordml}checked"))
        key = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
        state.set(key, "0" if state.get(key) == "1" else "1")
        sign = next(each for each in line.iter(f"{W}t") if each.text in ("☐", "☑"))
        sign.text = "☑" if state.get(key) == "1" else "☐"

    return edit


def set_style(text: str, name: str) -> Edit:
    """Gives the run with a text another style; an empty name takes the style and all else from it."""

    def edit(root: Any) -> None:
        run = next(each for each in root.iter(f"{W}t") if text in (each.text or "")).getparent()
        properties = run.find(f"{W}rPr")
        if name:
            properties.find(f"{W}rStyle").set(f"{W}val", name)
        else:
            run.remove(properties)

    return edit


def embolden(text: str) -> Edit:
    """Makes the run with a text bold."""

    def edit(root: Any) -> None:
        run = next(each for each in root.iter(f"{W}t") if text in (each.text or "")).getparent()
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        etree.SubElement(properties, f"{W}b")

    return edit
