"""A table that is a whole form, as Word files have it: a title, labels beside values, sections, and tables between."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from attrs import define, field

from opshandover.codec.short_forms import list_of
from opshandover.model import OpsDocument
from opshandover.model.communication import Meeting
from opshandover.model.fields import field_map
from opshandover.pages.blocks import Run
from opshandover.reading.foreign.drafts import INDEX
from opshandover.reading.foreign.head import header_field, names_head
from opshandover.reading.foreign.homes import field_named, home_of, is_home
from opshandover.reading.foreign.labels import NUMBERED, labels_in, normal
from opshandover.reading.foreign.leaves import Grid, Head, Leaf, Line, Part, leaves_of, text_in
from opshandover.reading.foreign.rows import columns_of

_Cell = list[Part]
_SECTIONS = ("work_progress", "issues", "risks", "contacts", "systems", "assets", "documents", "handover_plan")
"""Sections whose tables stand within forms, told by their columns."""
_VALUES = ("内容", "具体内容", "说明", "详情", "描述", "值", "content", "contents", "details", "description", "value")
"""What a head calls the column of values: 项目 | 内容."""
_SHORT, _LONG, _LONGEST = 12, 20, 30


def are_columns(cells: Sequence[_Cell]) -> bool:
    """Whether the cells of a row name the columns of a table below them."""
    texts = [_text(cell) for cell in cells if cell]
    if len(texts) < 2 or any(len(text) > _SHORT or any(map(str.isdigit, text)) for text in texts):
        return False
    for name in _SECTIONS:
        of = list_of(field_map(OpsDocument)[name].record).record
        columns = {texts[at] for at in columns_of(of, texts)}
        known = [text for text in texts if text in columns or INDEX.fullmatch(text) or field_named(Meeting, text)]
        if len(known) * 2 > len(texts) and columns:
            return True
    return False


def form(grid: Grid) -> list[Part]:
    """The parts of a table that is a form of sections; the table itself if it is none."""
    rows = grid.whole
    if all(_FIGURE.fullmatch(_text(row[-1])) for row in rows[1:] if row):
        return [grid]
    if named := _named_rows(rows):
        return named
    made = _Form(rows, grid.line)
    made.read()
    if not made.sections or made.known * 2 < made.rows_with_labels:
        return [grid]
    return made.parts


_FIGURE = re.compile(r"[+-]?\d[\d\s.,:%/TZ–-]*[^\W\d]{0,2}")
"""A number with its unit, or a point in time: what a table of measures holds, and no form of sections."""


def _named_rows(rows: Sequence[Sequence[_Cell]]) -> list[Part]:
    """The sections in the rows of a table that names each in its first column: 项目 | 内容 | 核对情况; none if it does not."""
    if len(rows) < 3:
        return []
    head, *body = rows
    names = [_text(row[0]) for row in body if row and len(row) == len(head)]
    known = [name for name in names if len(name) <= _SHORT and home_of(name)]
    if len(head) < 2 or normal(_text(head[1])) not in _VALUES or len(known) * 2 <= len(body):
        return []
    parts: list[Part] = []
    for leaf in leaves_of([part for cell in head for part in cell]):
        leaf.leave()
    for row in body:
        name = _name(row[0])
        parts += [Head(9, name)] if name else row[0]
        parts += row[1]
        for column, cell in zip(head[2:], row[2:], strict=False):
            for at, leaf in enumerate(leaves_of(cell)):
                label = [Run(f"{_text(column)}：")] if at == 0 else []
                parts.append(Line(leaf.part(*label, *leaf.runs)))
    return parts


def _text(cell: Sequence[Part]) -> str:
    return text_in(cell).strip(" :：")


def is_label(text: str) -> bool:
    """Whether a text is a label of the head of a document or of a meeting."""
    return header_field(text) is not None or field_named(Meeting, text) is not None


def is_head(parts: Sequence[Part]) -> bool:
    """Whether parts are nothing but labels with their values, or nothing at all."""
    lines = [part for part in parts if not (isinstance(part, Grid) and any(map(is_label, labels_in([part]))))]
    return all(isinstance(line, Line) and list(labels_in([line])) for line in lines[:3])


def tells_head(parts: Sequence[Part]) -> bool:
    """Whether parts tell two fields or more of the head of a document: who, for whom, and when."""
    fields = [field for label in labels_in(parts) if (field := header_field(label)) and field.name not in _OF_ITEMS]
    return len(fields) >= _HEAD_LINES


_HEAD_LINES = 2
_OF_ITEMS = ("title", "id", "state")
"""Fields of the head that items of all kinds have as well."""


def _name(cell: Sequence[Part]) -> Leaf | None:
    """The only line of a cell, which may name a section."""
    leaves = list(leaves_of(cell))
    return leaves[0] if len(leaves) == 1 and len(cell) == 1 and isinstance(cell[0], Line) else None


@define(eq=False)
class _Form:
    """A form that is being read row by row."""

    rows: list[list[_Cell]]
    line: int
    parts: list[Part] = field(factory=list[Part])
    beside: list[list[_Cell]] = field(factory=list[list[_Cell]])
    """Labels and their values, row by row, that are not among the parts yet."""
    known: int = 0
    rows_with_labels: int = 0
    sections: int = 0
    """The number of sections, tables and titles: without any, a table is one of labels and values, or of records."""

    def read(self) -> None:
        """Read all rows."""
        wide = sum(map(_is_wide, self.rows)) > 1
        at = 0
        while at < len(self.rows):
            row = self.rows[at]
            filled = [number for number, cell in enumerate(row) if cell]
            at += 1
            if not filled:
                continue
            below = self.rows[at:]
            nested = 0
            if filled[0] == 0 and len(filled) > 2 and is_home(_text(row[0])) and are_columns(row[1:]):
                nested = _count(below, lambda other: not other[0])
            if nested:
                self._section(row[0], [_table(row[1:], [other[1:] for other in below[:nested]], self.line)])
                at += nested
                continue
            indexed = bool(filled) and INDEX.fullmatch(_text(row[filled[0]])) is not None
            if len(filled) > 2 and are_columns(row) and (count := _count(below, partial(_is_record, indexed=indexed))):
                self._flush()
                self.parts.append(_table(row, below[:count], self.line))
                self.sections += 1
                at += count
            elif len(filled) > 1 and below and all(is_label(_text(row[number])) for number in filled):
                upright = [(row[number], below[0][number]) for number in filled]
                if any(is_label(_text(value)) for _, value in upright):
                    self._pairs([row[number] for number in filled])
                    continue
                self._beside(upright)
                at += 1
            elif filled == [0]:
                self._alone(row[0], bool(below) and are_columns(below[0]))
            elif filled[0] > 0:
                self._more([part for cell in row for part in cell])
            elif wide and _is_wide(row):
                self._section(row[0], row[filled[1]])
            else:
                self._pairs([row[number] for number in filled])
        self._flush()

    def _flush(self) -> None:
        """Put labels and values among the parts; those of the head of the document before all sections."""
        if not self.beside:
            return
        of_head = any(header_field(_text(name)) for row in self.beside for name in row[::2])
        first = next((at for at, part in enumerate(self.parts) if isinstance(part, Head)), len(self.parts))
        self.parts.insert(first if of_head else len(self.parts), Grid([], self.beside, self.line))
        self.beside = []

    def _section(self, name: _Cell, content: Sequence[Part]) -> None:
        self._flush()
        leaf = _name(name)
        level = 8 if NUMBERED.match(_text(name)) else 9
        self.parts += [Head(level, leaf), *content] if leaf is not None else [*name, *content]
        self.known += 1
        self.rows_with_labels += 1
        self.sections += 1

    def _alone(self, cell: _Cell, above_table: bool) -> None:
        """Take a row of one cell: the name of a section, a title, or text of the section above."""
        text = _text(cell)
        known = is_home(text) or names_head(text) or ((inner := field_named(Meeting, text)) and inner.many)
        if _name(cell) is not None and (known or (above_table and len(text) <= _LONG)):
            self._section(cell, [])
            return
        self.sections += not self.parts and not self.beside
        self._flush()
        self.parts += cell

    def _more(self, parts: list[Part]) -> None:
        """Take a row below a label that goes over several rows."""
        if self.beside:
            self.beside[-1][-1] = [*self.beside[-1][-1], *parts]
        else:
            self.parts += parts

    def _pairs(self, cells: Sequence[_Cell]) -> None:
        """Take a row of labels with their values; a label that another one follows has none."""
        pairs: list[tuple[_Cell, _Cell]] = []
        at = 0
        while at < len(cells):
            has_value = at + 1 < len(cells) and not (is_label(_text(cells[at])) and is_label(_text(cells[at + 1])))
            pairs.append((cells[at], cells[at + 1] if has_value else []))
            at += 1 + has_value
        first = _text(cells[0])
        if len(pairs) == 1 and not header_field(first) and self._is_section(first, pairs[0]):
            self._section(*pairs[0])
            return
        self._beside(pairs)

    def _beside(self, pairs: Sequence[tuple[_Cell, _Cell]]) -> None:
        self.known += is_label(_text(pairs[0][0]))
        self.rows_with_labels += 1
        self.beside.append([cell for pair in pairs for cell in pair])

    @staticmethod
    def _is_section(text: str, pair: tuple[_Cell, _Cell]) -> bool:
        inner = field_named(Meeting, text)
        if normal(_text(pair[1])) in _VALUES:
            return False
        return _name(pair[0]) is not None and (
            (len(text) <= _SHORT and home_of(text) is not None)
            or is_home(text)
            or (inner is not None and inner.many and bool(pair[1]))
        )


def _is_wide(row: Sequence[_Cell]) -> bool:
    """Whether a row is a short label, none of the head of a document, with one value over all other columns."""
    filled = [cell for cell in row if cell]
    short = len(row) > 3 and len(filled) == 2 and bool(row[0]) and len(_text(row[0])) <= _LONGEST
    return short and _name(row[0]) is not None and header_field(_text(row[0])) is None


def _is_record(row: Sequence[_Cell], indexed: bool) -> bool:
    """Whether a row belongs to the table above it, `indexed` or not, and is not a label with its value."""
    filled = [cell for cell in row if cell]
    if len(filled) < 2:
        return False
    first = _text(filled[0])
    if indexed and _is_wide(row):
        return first.isdigit()
    return len(filled) > 2 or not (is_label(first) or is_home(first))


def _count(rows: Sequence[Sequence[_Cell]], belongs: Callable[[Sequence[_Cell]], bool]) -> int:
    """The number of rows up to the first that does not belong to a table."""
    return next((at for at, row in enumerate(rows) if not belongs(row)), len(rows))


def _table(head: Sequence[_Cell], rows: Sequence[Sequence[_Cell]], line: int) -> Grid:
    """A table within a form: a cell belongs to the last named column that begins before it."""
    starts = [number for number, cell in enumerate(head) if cell]
    names = [next(leaves_of(head[number])) for number in starts]
    made: list[list[_Cell]] = []
    for row in rows:
        cells: list[_Cell] = [[] for _ in starts]
        for number, cell in enumerate(row):
            cells[max(0, sum(start <= number for start in starts) - 1)] += cell
        made.append(cells)
    return Grid(names, made, line)
