"""Blocks in a table cell, where Markdown allows only lines."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from attrs import evolve

from opshandover.exporters.markdown.chart import bar_table_blocks
from opshandover.exporters.markdown.flow import step_line
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Divider,
    Facts,
    Flow,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Role,
    Run,
    Runs,
    Table,
    are_blank,
    text_of,
)
from opshandover.pages.facts import as_item, styled
from opshandover.pages.prose_rules import COMPARED
from opshandover.pages.writing.blocks import runs_as_cell
from opshandover.pages.writing.escape import reference
from opshandover.plain_text import width

INDENT = "\u2003"
_DIVIDER = Run(text="———")


class Line(NamedTuple):
    """A line of a cell: the marks of the lists and quotations that begin or go on in it, and what it says."""

    marks: str
    runs: Runs

    @property
    def as_runs(self) -> Runs:
        """The line as one text."""
        return (Run(text=self.marks), *self.runs) if self.marks else self.runs


def cell_text(content: Cell, colon: str) -> str:
    """Write the content of a cell on one line: `<br>` is between its lines, `<br/>` within one of several lines."""
    return "<br>".join(map(_written, cell_lines(content, colon)))


def cell_lines(content: Cell, colon: str) -> Iterator[Line]:
    """Yield the lines of a cell that show something."""
    for line in _lines(content.blocks, colon):
        if line.marks.strip(INDENT) or not are_blank(line.runs):
            yield Line(line.marks, styled(line.runs, content.role))


def _written(line: Line) -> str:
    text = "" if are_blank(line.runs) else runs_as_cell(line.runs, "<br/>")
    if found := MARK.match(text):
        at = found.end(1) - 1
        text = text[:at] + reference(text[at]) + text[at + 1 :]
    if line.marks.endswith("> ") and COMPARED.match(f"> {text}"):
        text = reference(text[0]) + text[1:]
    return line.marks + text if text else line.marks.rstrip(" ")


MARK = re.compile(r"([•☐☑>\u2003]|\d{1,9}\.)(?: |(?<=\u2003)|\Z)")
"""The mark of an item or a quotation at the start of a line, or of a line that belongs to the one above."""


def _lines(blocks: Iterable[Block], colon: str) -> Iterator[Line]:
    for block in _with_remarks(tuple(blocks), colon):
        match block:
            case Heading():
                yield Line("", (Run(text=block.text, strong=True),))
            case Paragraph():
                yield Line("", styled(block.runs, block.role))
            case ListBlock():
                yield from _items(block, colon)
            case Table():
                yield from (Line("", runs) for runs in _table(block, colon))
            case Facts():
                items = (as_item(fact, colon) for fact in block.items)
                yield from (line for item in items for line in _lines(item.blocks, colon))
            case Quote():
                yield from _marked("> ", _lines(block.blocks, colon))
            case Code():
                yield Line("", (Run(text=block.text, code=True),))
            case Flow():
                yield Line("", (Run(text=block.title, strong=True),))
                yield from (Line("", (Run(text=step_line(step)),)) for step in block.steps)
            case Chart():
                yield from _lines(bar_table_blocks(block), colon)
            case Divider():
                yield Line("", (_DIVIDER,))
            case _:
                assert_never(block)


def _with_remarks(blocks: tuple[Block, ...], colon: str) -> tuple[Block, ...]:
    """Blocks of which a short remark below a short line stands in brackets behind it; a value keeps its own line."""
    match blocks:
        case (Paragraph(role=Role.NONE) as line, Paragraph(role=Role.METADATA, path="") as remark):
            texts = text_of(line.runs), text_of(remark.runs)
            if all(map(str.strip, texts)) and sum(map(width, texts)) <= _ROOM and not _ENDS.search(texts[0]):
                opening, closing = ("（", "）") if colon == "：" else (" (", ")")
                runs = (*line.runs, Run(text=opening), *remark.runs, Run(text=closing))
                return (evolve(line, runs=runs),)
            return blocks
        case _:
            return blocks


_ROOM = 80
_ENDS = re.compile(r"[;；\n]|[.。!！?？:：]\s*\Z")


def _items(block: ListBlock, colon: str) -> Iterator[Line]:
    for number, item in enumerate(block.items, block.start):
        mark = _box(item) or "• "
        if block.ordered:
            mark = f"{number}. {_box(item)}"
        yield from _marked(mark, _lines(item.blocks, colon))


def _box(item: ListItem) -> str:
    if item.checked is None:
        return ""
    return "☑ " if item.checked else "☐ "


def _table(table: Table, colon: str) -> Iterator[Runs]:
    yield _joined((Run(text=column.label, strong=True),) for column in table.columns)
    for row in table.rows:
        yield _joined(_joined(line.as_runs for line in _lines(content.blocks, colon)) for content in row.cells)


def _joined(parts: Iterable[Runs]) -> Runs:
    runs = [run for part in parts for run in (Run(text=" / "), *part)]
    return tuple(runs[1:])


def _marked(mark: str, lines: Iterator[Line]) -> Iterator[Line]:
    marks, runs = next(lines, Line("", ()))
    yield Line(mark + marks, runs)
    yield from (Line(INDENT + marks, runs) for marks, runs in lines)
