"""Blocks in a table cell, where Markdown allows only lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from attrs import evolve

from opshandover.exporters.markdown.chart import bar_table_blocks
from opshandover.exporters.markdown.facts import as_item, styled
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
from opshandover.pages.writing.inline import single_line
from opshandover.plain_text import width

_INDENT = Run(text="\u2003")
_DIVIDER = Run(text="———")


def cell_text(content: Cell, colon: str) -> str:
    """Write the content of a cell on one line."""
    lines = (styled(runs, content.role) for runs in _lines(content.blocks, colon))
    return "<br>".join(runs_as_cell(runs) for runs in lines if not are_blank(runs))


def runs_as_cell(runs: Runs) -> str:
    """Write runs on one line, with escaped bars."""
    return single_line(runs).replace("|", "\\|")


def _lines(blocks: Iterable[Block], colon: str) -> Iterator[Runs]:
    for block in _with_remarks(tuple(blocks), colon):
        match block:
            case Heading():
                yield (Run(text=block.text, strong=True),)
            case Paragraph():
                yield styled(block.runs, block.role)
            case ListBlock():
                lines = list(_list(block, colon))
                yield from [_in_a_row(block, lines, colon)] if _is_brief(block, lines) else lines
            case Table():
                yield from _table(block, colon)
            case Facts():
                items = (as_item(fact, colon) for fact in block.items)
                yield from (runs for item in items for runs in _lines(item.blocks, colon))
            case Quote():
                yield from _marked("> ", _lines(block.blocks, colon))
            case Code():
                yield (Run(text=block.text, code=True),)
            case Flow():
                yield (Run(text=block.title, strong=True),)
                yield from ((Run(text=step_line(step)),) for step in block.steps)
            case Chart():
                yield from _lines(bar_table_blocks(block), colon)
            case Divider():
                yield (_DIVIDER,)
            case _:
                assert_never(block)


def _with_remarks(blocks: tuple[Block, ...], colon: str) -> tuple[Block, ...]:
    """Blocks of which a short remark below a short line stands in brackets behind it."""
    match blocks:
        case (Paragraph(role=Role.NONE) as line, Paragraph(role=Role.METADATA) as remark):
            texts = text_of(line.runs), text_of(remark.runs)
            if all(map(str.strip, texts)) and sum(map(width, texts)) <= _ROOM and not _ENDS.search(texts[0]):
                opening, closing = ("（", "）") if colon == "：" else (" (", ")")
                runs = (*line.runs, Run(text=opening), *remark.runs, Run(text=closing))
                return (evolve(line, runs=runs),)
            return blocks
        case _:
            return blocks


def _is_brief(block: ListBlock, lines: Sequence[Runs]) -> bool:
    """Whether a list reads well on one line: few short items, and none with a sign that seems to end it."""
    texts = [text_of(line) for line in lines]
    is_flat = len(lines) == len(block.items) and all(item.checked is None for item in block.items)
    return is_flat and sum(map(width, texts)) <= _ROOM and not any(map(_ENDS.search, texts))


def _in_a_row(block: ListBlock, lines: Iterable[Runs], colon: str) -> Runs:
    """The items with semicolons between them: not every program shows the tag for a break as one."""
    items = lines if block.ordered else (line[1:] for line in lines)
    between = Run(text="；" if colon == "：" else "; ")
    return tuple(run for item in items if not are_blank(item) for run in (between, *item))[1:]


_ROOM = 80
_ENDS = re.compile(r"[;；\n]|[.。!！?？:：]\s*\Z")


def _list(block: ListBlock, colon: str) -> Iterator[Runs]:
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
        yield _joined(_joined(_lines(content.blocks, colon)) for content in row.cells)


def _joined(parts: Iterable[Runs]) -> Runs:
    runs = [run for part in parts for run in (Run(text=" / "), *part)]
    return tuple(runs[1:])


def _marked(mark: str, lines: Iterator[Runs]) -> Iterator[Runs]:
    yield (Run(text=mark), *next(lines, ()))
    yield from ((_INDENT, *line) for line in lines)
