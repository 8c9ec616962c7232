"""Tables: things compared in rows, facts with their labels, and the box round a section."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from opshandover.blocks import Align, Block, Cell, Fact, Facts, Role, Table
from opshandover.exporters.word import look
from opshandover.exporters.word.measure import Ruler, widths_of
from opshandover.exporters.word.place import Place, paragraph
from opshandover.exporters.word.runs import RunWriter

Inner = Callable[[Iterable[Block], Place], Iterator[str]]

GAP = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
"""Stands after each table: without it Word joins two tables, and a cell has to end in one."""

TABLE_END = "</w:tbl>"
_MARKED = (Role.ATTENTION, Role.RISK)
_HEAD = {"firstRow": True}
_LABELS = {"firstColumn": True}


@frozen
class TableWriter:
    """Writes tables; `inner` writes the blocks of a cell."""

    runs: RunWriter
    inner: Inner
    ruler: Ruler

    def table(self, table: Table, place: Place) -> Iterator[str]:
        """Gives a table with a head that comes again on every page."""
        columns = table.columns
        if not columns:
            return
        cells = [[row.cells[n] for row in table.rows] for n in range(len(columns))]
        heads = [column.label for column in columns]
        width = place.room
        least = self.ruler.least(list(zip(heads, cells, strict=True)), width)
        widths = widths_of([column.share for column in columns], least, width)
        style = "Marked" if table.role in _MARKED else "Things"
        yield table_start(style, widths, place.left, _HEAD)
        yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for column, cell_width in zip(columns, widths, strict=True):
            head = self._label(column.label, "TableHead", column.align)
            yield cell_xml(cell_width, head, fill=self.runs.look.tint, align="center")
        yield "</w:tr>"
        signing = table.role is Role.SIGNATURE
        height = look.SIGNATURE_HEIGHT if signing else 0
        places = [
            evolve(_in_cell(place, cell_width), align=column.align)
            for column, cell_width in zip(columns, widths, strict=True)
        ]
        whole = len(table.rows) <= look.KEPT_ROWS and not any(
            self.ruler.is_long(row.cells, widths, look.SPLIT_AT_LINES) for row in table.rows
        )
        for number, row in enumerate(table.rows, start=1):
            keep = signing or (whole and number < len(table.rows))
            yield self._row(row.cells, widths, height=height)
            for cell, within in zip(row.cells, places, strict=True):
                yield self._content(cell, evolve(within, keep=keep), centred=signing)
            yield "</w:tr>"
        yield TABLE_END

    def facts(self, facts: Facts, place: Place) -> Iterator[str]:
        """Gives labels and contents: as a form when several stand side by side, else as lines."""
        if not facts.items:
            return
        across = max(1, min(facts.across, len(facts.items)))
        width = place.room
        form = facts.role is Role.METADATA and across > 1
        wanted = max(self.ruler.label(fact.label) for fact in facts.items)
        each = width // across
        most = each * 9 // 20 if across > 1 else width * look.WIDEST_LABEL // 100
        label = min(wanted if form else max(wanted, look.LEAST_LABEL), most)
        widths = [label, each - label] * across
        widths[-1] += width - sum(widths)
        yield table_start("Form" if form else "Facts", widths, place.left, _LABELS)
        rows = list(self._rows(facts.items, across, each - label))
        for line, row in enumerate(rows):
            rest = width - sum(widths[: 2 * len(row) - 1])
            room = [*(widths[2 * n + 1] for n in range(len(row) - 1)), rest]
            cells = [fact.cell for fact in row]
            most = look.SPLIT_FACTS_AT_LINES
            # A heading takes two rows with it to the next page, if they are short.
            keep = line == 0 and len(rows) > 1 and not self.ruler.is_long(cells, room, most)
            yield self._row(cells, room, most=most)
            for number, (fact, wide) in enumerate(zip(row, room, strict=True), start=1):
                head = self._label(fact.label, "TableLabel", keep=keep)
                yield cell_xml(label, head, fill=self.runs.look.pale if form else "")
                span = 2 * (across - number) + 1 if number == len(row) else 1
                yield self._content(fact.cell, _in_cell(place, wide, keep=keep), span=span)
            yield "</w:tr>"
        yield TABLE_END

    def box(self, blocks: Iterable[Block], place: Place) -> Iterator[str]:
        """Gives blocks in a box that stands out from the page."""
        width = place.room
        yield table_start("Box", [width], place.left, {}) + "<w:tr>"
        within = evolve(place, width=width - 2 * look.BOX_SIDE, left=0, inside=True)
        content = "".join(self.inner(blocks, within)) or paragraph("", within)
        yield cell_xml(width, content, fill=self.runs.look.pale) + f"</w:tr>{TABLE_END}"

    def _label(
        self, text: str, style: str, align: Align = Align.START, *, keep: bool = False
    ) -> str:
        return paragraph(self.runs.plain(text), Place(style=style, align=align, keep=keep))

    def _row(
        self,
        cells: Sequence[Cell],
        widths: Sequence[int],
        *,
        height: int = 0,
        most: int = look.SPLIT_AT_LINES,
    ) -> str:
        """Begins a row: whole on a page, unless a cell of it has more lines than `most`."""
        properties = "" if self.ruler.is_long(cells, widths, most) else "<w:cantSplit/>"
        properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}"

    def _rows(self, facts: Sequence[Fact], across: int, width: int) -> Iterator[list[Fact]]:
        """Puts facts side by side; one that is long gets a row to itself."""
        row: list[Fact] = []
        for fact in facts:
            long = across > 1 and self.ruler.lines(fact.cell.blocks, width) > 1
            if row and (long or len(row) == across):
                yield row
                row = []
            row.append(fact)
            if long:
                yield row
                row = []
        if row:
            yield row

    def _content(self, cell: Cell, place: Place, *, span: int = 1, centred: bool = False) -> str:
        quiet = cell.role in (Role.PLACEHOLDER, Role.NOTHING)
        within = evolve(place, role=cell.role) if quiet else place
        content = "".join(self.inner(cell.blocks, within))
        return cell_xml(
            place.width + 2 * look.CELL_SIDE,
            content or paragraph("", within),
            fill=self.runs.look.tint if cell.role in _MARKED else "",
            span=span,
            align="center" if centred else "",
        )


def _in_cell(place: Place, width: int, *, keep: bool = False) -> Place:
    """Gives the place within a cell of a width (twips)."""
    return Place(
        width=max(look.CELL_SIDE, width - 2 * look.CELL_SIDE),
        style="TableText",
        list_style="TableText",
        step=look.TABLE_LIST_STEP,
        role=place.role,
        inside=True,
        keep=keep,
    )


def table_start(style: str, widths: Sequence[int], left: int, parts: dict[str, bool]) -> str:
    """Begins a table of a style; `parts` says which parts of the style are in force."""
    flags = "".join(
        f' w:{name}="{int(parts.get(name, False))}"'
        for name in ("firstRow", "lastRow", "firstColumn", "lastColumn")
    )
    value = 0x0400 + 0x0200 + 0x0020 * ("firstRow" in parts) + 0x0080 * ("firstColumn" in parts)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{value:04X}"{flags}'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + "</w:tblGrid>"
    )


def cell_xml(
    width: int, content: str, *, fill: str = "", span: int = 1, align: str = "", borders: str = ""
) -> str:
    """Gives a cell with its content, which has to end in a paragraph."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    properties += f'<w:vAlign w:val="{align}"/>' if align else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
