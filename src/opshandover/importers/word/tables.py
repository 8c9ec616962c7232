"""Tables of a Word file: heads, merged cells, forms of labels and contents, and what only looks like a table."""

from collections.abc import Callable, Iterator, Sequence

from attrs import define, evolve, frozen

from opshandover.importers.word.file import WordFile
from opshandover.importers.word.styles import is_on, twips
from opshandover.ooxml.anchors import FACT, ROW, TABLE
from opshandover.ooxml.tree import Element, W, value
from opshandover.pages.blocks import (
    Align,
    Block,
    Cell,
    Code,
    Column,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    text_of,
)

_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080
_ALIGNS = {"center": Align.CENTER, "right": Align.END, "end": Align.END}
_TC, _TR, _TCPR, _TRPR, _SDT = f"{W}tc", f"{W}tr", f"{W}tcPr", f"{W}trPr", f"{W}sdt"
_SPAN = f"{W}gridSpan"


@define
class Content:
    """What a cell holds: its blocks, the bookmarks in its own paragraphs, and what it says if it is a step of a flow."""

    blocks: tuple[Block, ...]
    marks: Sequence[str] = ()
    step: str | None = None


@define
class _Placed:
    """A cell in the grid, from a column to another; neither it nor its content is frozen, which would cost twice as much."""

    start: int
    end: int
    content: Content
    path: str
    element: Element


@frozen(kw_only=True)
class _Line:
    """A row of the grid."""

    cells: Sequence[_Placed]
    head: bool

    @property
    def marks(self) -> Iterator[str]:
        """The bookmarks in its cells."""
        return (mark for cell in self.cells for mark in cell.content.marks)


@frozen
class TableReader:
    """Reads tables; `content` reads that of a cell."""

    file: WordFile
    content: Callable[[Element, str], Content]

    def blocks(self, table: Element) -> tuple[Block, ...]:
        """Return a table as a block; the content of its cell if it has only one, as a frame round text has."""
        lines = list(self._lines(table, ""))
        if not lines:
            return ()
        by_rows, by_labels = _looks(table)
        if any(cell.content.step is not None for line in lines for cell in line.cells):
            return (_flow(lines),)
        only = lines[0].cells[0] if len(lines) == 1 and len(lines[0].cells) == 1 else None
        if only and not lines[0].head:
            return only.content.blocks
        headed = lines[0].head or by_rows
        if by_labels and not headed and all(len(line.cells) % 2 == 0 for line in lines):
            return (self._facts(lines),)
        return (self._table(lines),)

    def _lines(self, holder: Element, path: str) -> Iterator[_Line]:
        for each in holder:
            if each.tag == _TR:
                if (line := self._line(each, path)) is not None:
                    yield line
            elif each.tag == _SDT:
                content = each.find(f"{W}sdtContent")
                own = self.file.tag(each.find(f"{W}sdtPr")) or path
                yield from self._lines(content, own) if content is not None else ()
            elif each.tag not in (f"{W}tblPr", f"{W}tblGrid"):
                yield from self._lines(each, path)

    def _line(self, row: Element, path: str) -> _Line | None:
        properties = row.find(_TRPR)
        head, at = False, 0
        if properties is not None:
            head = bool(is_on(properties.find(f"{W}tblHeader")))
            at = twips(value(properties.find(f"{W}gridBefore"))) or 0
            for name, insertion in (("ins", True), ("del", False)):
                change = properties.find(f"{W}{name}")
                if change is not None and not self.file.is_shown(change, insertion=insertion):
                    return None
        return _Line(cells=tuple(self._cells(row, at, path)), head=head)

    def _cells(self, holder: Element, at: int, path: str) -> Iterator[_Placed]:
        for each in holder:
            if each.tag == _TC:
                placed = self._cell(each, at, path)
                at = placed.end
                yield placed
            elif each.tag == _SDT:
                content = each.find(f"{W}sdtContent")
                own = self.file.tag(each.find(f"{W}sdtPr")) or path
                for placed in self._cells(content, at, own) if content is not None else ():
                    at = placed.end
                    yield placed
            elif each.tag == f"{W}customXml":
                for placed in self._cells(each, at, path):
                    at = placed.end
                    yield placed

    def _cell(self, cell: Element, at: int, path: str) -> _Placed:
        first = next(iter(cell), None)
        spanned = next(first.iterchildren(_SPAN), None) if first is not None and first.tag == _TCPR else None
        span = max(1, twips(value(spanned)) or 1) if spanned is not None else 1
        return _Placed(at, at + span, self.content(cell, path), path, cell)

    def _table(self, lines: Sequence[_Line]) -> Table:
        head, body = lines[0], lines[1:]
        starts = sorted({cell.start for line in lines for cell in line.cells})
        index = {start: number for number, start in enumerate(starts)}
        columns = [Column(label="")] * len(starts)
        for cell in head.cells:
            columns[index[cell.start]] = Column(label=_label(cell), align=_align(cell.element))
        path = next((found for mark in head.marks if (found := self.file.mark(mark, TABLE))), "")
        return Table(columns=tuple(columns), rows=tuple([self._row(line, index) for line in body]), path=path)

    def _row(self, line: _Line, index: dict[int, int]) -> Row:
        path = next((found for mark in line.marks if (found := self.file.mark(mark, ROW))), "")
        if len(line.cells) == len(index):
            return Row(tuple([_cell(cell) for cell in line.cells]), path)
        cells = [_EMPTY] * len(index)
        for cell in line.cells:
            cells[index[cell.start]] = _cell(cell)
        return Row(tuple(cells), path)

    def _facts(self, lines: Sequence[_Line]) -> Facts:
        marks = list(lines[0].marks)
        path = next((found for mark in marks if (found := self.file.mark(mark, TABLE))), "")
        items = tuple(
            self._fact(*pair) for line in lines for pair in zip(line.cells[::2], line.cells[1::2], strict=True)
        )
        return Facts(items=items, path=path)

    def _fact(self, label: _Placed, content: _Placed) -> Fact:
        path = next((found for mark in label.content.marks if (found := self.file.mark(mark, FACT))), "")
        cell = _cell(content)
        return Fact(label=_label(label), cell=evolve(cell, path=path) if path else cell)


def _align(cell: Element) -> Align:
    return _ALIGNS.get(value(cell.find(f"{W}p/{W}pPr/{W}jc")), Align.START)


_EMPTY = Cell(blocks=())


def _cell(placed: _Placed) -> Cell:
    return Cell(placed.content.blocks, placed.path)


def _looks(table: Element) -> tuple[bool, bool]:
    """Whether a table is said to have a head, and whether its first column is said to be one of labels."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return True, False
    try:
        bits = int(value(look) or "0", 16)
    except ValueError:
        bits = 0
    by_rows, by_labels = (
        bool(bits & bit) if (said := value(look, name)) == "" else said in ("1", "true", "on")
        for name, bit in (("firstRow", _FIRST_ROW), ("firstColumn", _FIRST_COLUMN))
    )
    return by_rows, by_labels


def _label(placed: _Placed) -> str:
    """The text of a cell, as that of the head of a column."""
    return "\n".join(text for block in placed.content.blocks if (text := plain_text(block)))


def plain_text(block: Block) -> str:
    """The text of a block, its parts one below the other."""
    match block:
        case Paragraph(runs=runs):
            return text_of(runs)
        case Heading(text=text) | Code(text=text):
            return text
        case _:
            return "\n".join(filter(None, map(plain_text, inner_blocks(block))))


def inner_blocks(block: Block) -> tuple[Block, ...]:
    """The blocks within a block."""
    match block:
        case Table(rows=rows):
            heads = tuple(Paragraph((Run(column.label),)) for column in block.columns)
            return heads + tuple(inner for row in rows for cell in row.cells for inner in cell.blocks)
        case Facts(items=items):
            pairs = ((Paragraph((Run(item.label),)), *item.cell.blocks) for item in items)
            return tuple(inner for pair in pairs for inner in pair)
        case _:
            listed = getattr(block, "items", ())
            return getattr(block, "blocks", ()) or tuple(inner for item in listed for inner in item.blocks)


def _flow(lines: Sequence[_Line]) -> Flow:
    """Return the steps of a flow; what else is in its table are arrows."""
    contents = (cell.content for line in lines for cell in line.cells)
    return Flow(
        steps=tuple(
            FlowStep(label=content.step, note="\n".join(map(plain_text, content.blocks)))
            for content in contents
            if content.step is not None
        )
    )
