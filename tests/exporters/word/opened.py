"""A Word file opened again with lxml alone, and short ways to build what goes into one."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from attrs import frozen
from lxml import etree
from tests.support.docx_lint import W

from opshandover.exporters.word.render import render
from opshandover.pages.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    ListItem,
    Page,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)
from opshandover.text import Lang

_CHARACTERS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}p": "\n"}


@frozen
class Opened:
    """The parts of a file, parsed."""

    parts: dict[str, bytes]

    def root(self, name: str = "word/document.xml") -> Any:
        """The root element of a part."""
        return etree.fromstring(self.parts[name])

    def find(self, path: str, name: str = "word/document.xml") -> list[Any]:
        """Finds elements by a path whose names are those of the main namespace."""
        found: list[Any] = self.root(name).findall(path, {"": W[1:-1], "w": W[1:-1]})
        return found

    def text(self, name: str = "word/document.xml") -> str:
        """The text that a reader sees, paragraph by paragraph."""
        return text_in(self.root(name))


def text_in(element: Any) -> str:
    """The text within an element."""
    parts = (
        each.text or "" if each.tag == f"{W}t" else _CHARACTERS.get(each.tag, "")
        for each in element.iter()
        if not (each.tag == f"{W}tab" and each.getparent().tag == f"{W}tabs")
    )
    return "".join(parts)


def opened(data: bytes) -> Opened:
    """Opens the bytes of a file."""
    with ZipFile(BytesIO(data)) as package:
        return Opened({name: package.read(name) for name in package.namelist()})


def written(*blocks: Block, lang: Lang = "zh") -> Opened:
    """Writes a page of some blocks and opens the file."""
    return opened(render(page_of(*blocks, lang=lang)))


def page_of(*blocks: Block, lang: Lang = "zh") -> Page:
    """A page of some blocks."""
    return Page(title="交接单", kind="每日交接", lang=lang, blocks=blocks)


def para(text: str, role: Role = Role.NONE) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(runs=(Run(text=text),), role=role)


def cell(text: str, role: Role = Role.NONE) -> Cell:
    """A cell of one paragraph."""
    return Cell(blocks=(para(text),), role=role)


def row(*texts: str) -> Row:
    """A row of cells."""
    return Row(cells=tuple(cell(text) for text in texts))


def fact(label: str, text: str) -> Fact:
    """A fact of one paragraph."""
    return Fact(label=label, cell=cell(text))


def item(*blocks: Block | str, checked: bool | None = None) -> ListItem:
    """An item of a list."""
    made = tuple(para(block) if isinstance(block, str) else block for block in blocks)
    return ListItem(blocks=made, checked=checked)


def value(element: Any, name: str = "val") -> str:
    """An attribute of the main namespace."""
    return str(element.get(f"{W}{name}"))


def table_of(*rows: Row, shares: tuple[int, ...] = (1, 3), role: Role = Role.NONE) -> Table:
    """A table with a column for each share."""
    columns = tuple(Column(label=f"列{n}", share=share) for n, share in enumerate(shares))
    return Table(columns=columns, rows=rows, role=role)


def grid_of(table: Any) -> list[int]:
    """The widths of a table's grid."""
    return [int(value(column, "w")) for column in table.find(f"{W}tblGrid")]
