"""Tables: rows that are compared, facts with their labels, and the box around a section."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from opshandover.exporters.word import design
from opshandover.exporters.word.alt_text import alt_text, in_column
from opshandover.exporters.word.columns import CellColumn, MeasuredTable
from opshandover.exporters.word.measure import TextMeasurer, widths_of
from opshandover.exporters.word.paragraphs import BlockContext, paragraph
from opshandover.exporters.word.runs import RunWriter
from opshandover.ooxml.anchors import FACT, TABLE, Anchors
from opshandover.pages.blocks import Align, Block, Cell, Fact, Facts, Role, Row, Table

Inner = Callable[[Iterable[Block], BlockContext], Iterator[str]]

GAP = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
"""Follows each table: without it Word joins two tables; a cell must end in a paragraph."""

TABLE_END = "</w:tbl>"
_NO_ROLE = Role.NONE
_TEXT = "\0"
"""Marks the position of a text to be inserted; it cannot occur in XML."""
_MARKED = (Role.ATTENTION, Role.RISK)
_NEVER_WIDE = (Role.ATTENTION, Role.SIGNATURE)
_HEAD = {"firstRow": True}
_LABELS = {"firstColumn": True}


@frozen(kw_only=True)
class _Placed:
    """A fact in a row of places, each of which has a column for a label and one for a content."""

    fact: Fact
    start: int
    end: int

    @property
    def content(self) -> slice:
        """The columns of the content."""
        return slice(2 * self.start + 1, 2 * self.end)


@frozen
class TableWriter:
    """Writes tables; `inner` writes the blocks of a cell."""

    runs: RunWriter
    inner: Inner
    measurer: TextMeasurer
    anchors: Anchors
    by_path: bool = False
    """Whether each cell is written with its path, even if it gets no control."""
    _measured: dict[int, MeasuredTable] = field(factory=dict[int, MeasuredTable], init=False)
    """Tables of the page that are measured but not yet written, by identity."""

    def is_wide(self, table: Table, width: int) -> bool:
        """Whether a table cannot be read within a width; one that is signed, or comes first, is never so."""
        if table.role in _NEVER_WIDE or len(table.columns) * design.WIDEST_WORD <= width:
            return False
        measured = self._measured[id(table)] = MeasuredTable.of(table, self.measurer)
        return measured.readable > width

    def table(self, table: Table, context: BlockContext) -> Iterator[str]:
        """Yield a table, in parts one below the other if it has too many columns for its width."""
        least = 2 * design.CELL_SIDE + design.HALF_POINT * self.runs.design.table_size
        most = min(design.MOST_COLUMNS, max(1, context.room // least))
        for number, part in enumerate(_parts(table, most)):
            if number:
                yield GAP
            yield from self._part(part, context)

    def _part(self, table: Table, context: BlockContext) -> Iterator[str]:
        """Yield a table with a head that is repeated on every page."""
        columns = table.columns
        if not columns:
            return
        measured = self._measured.pop(id(table), None) or MeasuredTable.of(table, self.measurer)
        cells, width = measured.columns, context.room
        widths = widths_of([column.share for column in columns], self.measurer.least(measured.wanted, width), width)
        style = "Marked" if table.role in _MARKED else "Things"
        alt = alt_text(table, context.above, self.runs.lang)
        yield table_start(style, widths, context.left, _HEAD, alt)
        yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        mark = table.path or context.path
        for column, cell_width in zip(columns, widths, strict=True):
            head = self._label(column.label, "TableHead", column.align, mark=mark)
            mark = ""
            yield cell_xml(cell_width, head, fill=self.runs.design.tint, align="center")
        yield "</w:tr>"
        signing = table.role is Role.SIGNATURE
        by_grid = context.by_grid or not self.anchors.has_room_for(len(columns) * len(table.rows))
        around = evolve(context, by_grid=by_grid)
        contexts = [
            evolve(in_cell(around, cell_width, label=column.label), align=column.align)
            for column, cell_width in zip(columns, widths, strict=True)
        ]
        if self.anchors.prompts and table.path and not signing:
            rows = ("".join(self._kept_rows((row,), contexts)) for row in table.rows)
            yield self.anchors.repeating("".join(map(self.anchors.repeated, rows)))
        elif signing:
            yield from self._kept_rows(table.rows, contexts, height=self.runs.design.signature_height)
        elif len(table.rows) <= design.KEPT_ROWS:
            yield from self._kept_rows(table.rows, contexts, keep_end=context.keep_end)
        elif context.keep_end:
            shorter = [CellColumn.of(column.cells[:-1]) for column in cells]
            yield from self._rows(table.rows[:-1], shorter, contexts)
            yield from self._kept_rows(table.rows[-1:], contexts, keep_end=True)
        else:
            yield from self._rows(table.rows, cells, contexts)
        yield TABLE_END

    def _kept_rows(
        self, rows: Sequence[Row], contexts: Sequence[BlockContext], *, height: int = 0, keep_end: bool = False
    ) -> Iterator[str]:
        """Yield rows that stay together on a page, unless they are too long, and with what follows if `keep_end`."""
        whole = not any(self._is_long(row, contexts) for row in rows)
        kept = {keep: [evolve(within, keep=keep) for within in contexts] for keep in (False, True)}
        for number, row in enumerate(rows, start=1):
            keep = bool(height) or (keep_end if number == len(rows) else whole)
            yield _row_start(long=self._is_long(row, contexts), height=height)
            cells = [
                self._content(cell, within, centred=bool(height))
                for cell, within in zip(row.cells, kept[keep], strict=True)
            ]
            yield f"{self.anchors.row(cells, row.path)}</w:tr>"

    def _rows(
        self, rows: Sequence[Row], columns: Sequence[CellColumn], contexts: Sequence[BlockContext]
    ) -> Iterator[str]:
        """Yield rows one after another; the cells are written column by column."""
        long: set[int] = set()
        written: list[list[str]] = []
        for column, context in zip(columns, contexts, strict=True):
            long.update(column.long(self.measurer, _outside(context), design.SPLIT_AT_LINES))
            written.append(self._column(column, context))
        starts = (_row_start(long=False), _row_start(long=True))
        for number, (row, *cells) in enumerate(zip(rows, *written, strict=True)):
            yield f"{starts[number in long]}{self.anchors.row(cells, row.path)}</w:tr>"

    def _column(self, column: CellColumn, context: BlockContext) -> list[str]:
        """Return the cells of a column; without content controls, equal plain texts are written once."""
        known: dict[int, str] = {}
        if context.by_grid and not self.by_path:
            before, after = cell_xml(_outside(context), paragraph(_TEXT, context)).split(_TEXT)
            texts = self.runs.plain_each(tuple(column.bare.values()))
            cells = [f"{before}{text}{after}" for text in texts]
            known = dict(zip(column.bare, cells, strict=True))
        return [
            text if text and cell.role is _NO_ROLE else self._content(cell, context)
            for cell, text in zip(column.cells, map(known.get, column.keys), strict=True)
        ]

    def _is_long(self, row: Row, contexts: Sequence[BlockContext]) -> bool:
        return any(
            self.measurer.is_long(cell.blocks, _outside(context), design.SPLIT_AT_LINES)
            for cell, context in zip(row.cells, contexts, strict=True)
        )

    def facts(self, facts: Facts, context: BlockContext) -> Iterator[str]:
        """Yield labels and contents: as a form if several are side by side, else as lines."""
        if not facts.items:
            return
        across = max(1, min(facts.across, len(facts.items)))
        width = context.room
        across = self._places(facts.items, across, width) if across > 1 else 1
        form = facts.role is Role.METADATA and across > 1
        wanted = max(self.measurer.label(fact.label) for fact in facts.items)
        each = width // across
        most = _most_for_label(each) if across > 1 else width * design.WIDEST_LABEL // 100
        label = min(wanted if form else max(wanted, design.LEAST_LABEL), most)
        widths = [label, each - label] * across
        widths[-1] += width - sum(widths)
        alt = alt_text(facts, context.above, self.runs.lang)
        yield table_start("Form" if form else "Facts", widths, context.left, _LABELS, alt)
        mark = facts.path or context.path
        by_grid = context.by_grid or not self.anchors.has_room_for(len(facts.items))
        around = evolve(context, by_grid=by_grid)
        rows = list(self._side_by_side(facts.items, across, each, label))
        for line, row in enumerate(rows):
            long = any(
                self.measurer.is_long(one.fact.cell.blocks, sum(widths[one.content]), design.SPLIT_FACTS_AT_LINES)
                for one in row
            )
            end = context.keep_end and line == len(rows) - 1
            # LibreOffice keeps a single row with what follows only if the row may be split.
            yield _row_start(long=long or (end and len(rows) == 1))
            # A heading is kept with the next two rows, if they are short.
            keep = not long and (context.keep or end or (line == 0 and len(rows) > 1))
            for one in row:
                head = self._label(one.fact.label, "TableLabel", keep=keep, mark=mark, of=one.fact.cell.path)
                mark = ""
                yield cell_xml(label, head, fill=self.runs.design.pale if form else "")
                own = widths[one.content]
                within = in_cell(around, sum(own), label=one.fact.label, keep=keep)
                yield self._content(one.fact.cell, within, span=len(own))
            yield "</w:tr>"
        yield TABLE_END

    def box(self, blocks: Iterable[Block], context: BlockContext) -> Iterator[str]:
        """Yield blocks in a box that stands out from the page."""
        width = context.room
        yield table_start("Box", [width], context.left, {}, alt_text(None, context.above, self.runs.lang)) + "<w:tr>"
        within = evolve(context, width=width - 2 * design.BOX_SIDE, left=0, inside=True)
        within = evolve(within, style="Normal")
        content = "".join(self.inner(blocks, within)) or paragraph("", within)
        yield cell_xml(width, content, fill=self.runs.design.pale) + f"</w:tr>{TABLE_END}"

    def _label(
        self, text: str, style: str, align: Align = Align.START, *, keep: bool = False, mark: str = "", of: str = ""
    ) -> str:
        """Return a label, with the bookmarks of the table that begins with it and of the value that it names."""
        content = self.anchors.bookmark(self.runs.plain(text), TABLE, mark)
        content = self.anchors.bookmark("", FACT, of) + content
        return paragraph(content, BlockContext(style=style, align=align, keep=keep))

    def _places(self, facts: Sequence[Fact], across: int, width: int) -> int:
        """Return into how many places a row is divided: as many as the design has, if no word of a label is broken."""
        widest = max(self.measurer.label(word) for fact in facts for word in fact.label.split() or ("",))
        most = across * self.runs.design.facts_finer
        return next((n for n in range(most, across, -1) if widest <= _most_for_label(width // n)), across)

    def _side_by_side(self, facts: Sequence[Fact], across: int, each: int, label: int) -> Iterator[Sequence[_Placed]]:
        """Yield rows of facts side by side; each takes as many places as its line needs, the last all that are left."""
        row: list[_Placed] = []
        for fact in facts:
            room = range(each - label, across * each, each)
            fitting = (n for n, wide in enumerate(room, start=1) if self.measurer.lines(fact.cell.blocks, wide) <= 1)
            start, places = row[-1].end if row else 0, next(fitting, across)
            if start + places > across:
                yield (*row[:-1], evolve(row[-1], end=across))
                row, start = [], 0
            row.append(_Placed(fact=fact, start=start, end=start + places))
        yield (*row[:-1], evolve(row[-1], end=across))

    def _content(self, cell: Cell, context: BlockContext, *, span: int = 1, centred: bool = False) -> str:
        quiet = cell.role in (Role.PLACEHOLDER, Role.NOTHING)
        within = context
        if quiet or not context.by_grid or self.by_path:
            role = cell.role if quiet else context.role
            within = evolve(context, role=role, path=cell.path)
        content = "".join(self.inner(cell.blocks, within))
        return cell_xml(
            _outside(context),
            content or paragraph("", within),
            fill=self.runs.design.tint if cell.role in _MARKED else "",
            span=span,
            align="center" if centred else "",
        )


def _most_for_label(place: int) -> int:
    """Return how much of the width of a place its label may take."""
    return place * 12 // 25


def _parts(table: Table, most: int) -> Iterator[Table]:
    """Split a table with too many columns; the first column, which names the rows, is repeated."""
    count = len(table.columns)
    if count <= most:
        yield table
        return
    names = range(1 if most > 1 else 0)
    step = most - len(names)
    for start in range(len(names), count, step):
        chosen = (*names, *range(start, min(start + step, count)))
        yield evolve(
            table,
            columns=tuple(table.columns[n] for n in chosen),
            rows=tuple(evolve(row, cells=tuple(row.cells[n] for n in chosen)) for row in table.rows),
        )


def _outside(context: BlockContext) -> int:
    """Return the width of the cell around a context."""
    return context.width + 2 * design.CELL_SIDE


def in_cell(context: BlockContext, width: int, *, label: str, keep: bool = False) -> BlockContext:
    """Return the context within a cell of a width (twips)."""
    return BlockContext(
        width=max(design.CELL_SIDE, width - 2 * design.CELL_SIDE),
        style="TableText",
        list_style="TableText",
        quote_style="TableQuote",
        step=design.TABLE_LIST_STEP,
        role=context.role,
        inside=True,
        keep=keep,
        label=label,
        by_grid=context.by_grid,
        above=in_column(context.above, label),
    )


def table_start(style: str, widths: Sequence[int], left: int, parts: dict[str, bool], alt: str) -> str:
    """Return the beginning of a table of a style; `parts` says which conditional formats apply."""
    flags = "".join(
        f' w:{name}="{int(parts.get(name, False))}"' for name in ("firstRow", "lastRow", "firstColumn", "lastColumn")
    )
    value = 0x0400 + 0x0200 + 0x0020 * ("firstRow" in parts) + 0x0080 * ("firstColumn" in parts)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{value:04X}"{flags}'
        f' w:noHBand="1" w:noVBand="1"/>{alt}</w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + "</w:tblGrid>"
    )


def _row_start(*, long: bool, height: int = 0) -> str:
    """Return the beginning of a row, which stays whole on a page unless it is long."""
    properties = "" if long else "<w:cantSplit/>"
    properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"


def cell_xml(width: int, content: str, *, fill: str = "", span: int = 1, align: str = "", borders: str = "") -> str:
    """Return a cell with its content, which must end in a paragraph."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    properties += f'<w:vAlign w:val="{align}"/>' if align else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
