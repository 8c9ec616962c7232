"""Prose from its blocks: the inverse of `blocks_of`.

A block is written as it would be typed wherever that reads back the same, and with escapes elsewhere. So prose
without markup comes back letter for letter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve

from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
)
from opshandover.pages.facts import as_list
from opshandover.pages.inline import is_plain_line
from opshandover.pages.markdown import blocks_of
from opshandover.pages.writing.blocks import BlockWriter, runs_as_cell
from opshandover.plain_text import clean

_HARD_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")


def normal_prose(text: str) -> str:
    """Prose as it is written from its own parse: shows the same, and is the same if it has no markup."""
    if is_plain_line(text):
        return text
    return prose_of(blocks_of(text))


def prose_of(blocks: Sequence[Block]) -> str:
    """The Markdown that blocks of prose are the parse of."""
    match blocks:
        case ():
            return ""
        case (Paragraph(runs=(Run() as only,)),) if _is_plain(only) and is_plain_line(only.text):
            return only.text
        case _:
            return _written(tuple(map(_bare, blocks)))


@lru_cache(maxsize=1024)
def _written(blocks: tuple[Block, ...]) -> str:
    typed = "\n\n".join(text for block in blocks if (text := _typed(block)))
    if with_plain_breaks(blocks_of(typed)) == with_plain_breaks(blocks):
        return typed
    return _WRITER.blocks(blocks)


def _typed(block: Block) -> str:
    """A block as people type it, if that reads back the same; else with escapes."""
    escaped = _WRITER.block(block)
    if not isinstance(block, Paragraph) or block.level:
        return escaped
    tries = [block.runs[0].text] if len(block.runs) == 1 and _is_plain(block.runs[0]) else []
    tries += [_HARD_BREAK.sub(r"\1\n", escaped)]
    shown = with_plain_breaks((block,))
    return next((text for text in tries if with_plain_breaks(blocks_of(text)) == shown), escaped)


def with_plain_breaks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in whose paragraphs line breaks have no style, which nobody sees: bold lines may be written one by one.

    Control characters are the signs that stand for them.
    """
    return tuple(_with_plain_breaks(block) if isinstance(block, Paragraph) else block for block in blocks)


def _with_plain_breaks(block: Paragraph) -> Paragraph:
    parts = ((run, part) for run in block.runs for part in re.split("(\n)", run.text) if part or run.image)
    return evolve(
        block, runs=tuple(Run(part) if part == "\n" else evolve(run, text=clean(part)) for run, part in parts)
    )


def _is_plain(run: Run) -> bool:
    return not (run.strong or run.emphasis or run.strike or run.code or run.link or run.image)


def _bare(block: Block) -> Block:
    """A block of prose without its place in a document."""
    match block:
        case Paragraph(runs=runs, level=level):
            return Paragraph(tuple(evolve(run, path="") if run.path else run for run in runs), level=level)
        case Heading(text=text, level=level):
            return Paragraph((Run(text, strong=True),), level=min(max(level, 1), 6))
        case ListBlock(items=items, ordered=ordered, start=start):
            bare = tuple(ListItem(tuple(map(_bare, item.blocks)), item.checked) for item in items)
            return ListBlock(bare, ordered, start)
        case Quote(blocks=blocks):
            return Quote(tuple(map(_bare, blocks)))
        case Code(text=text, language=language):
            return Code(text, language)
        case Facts(items=facts):
            chinese = any(fact.label and not fact.label.isascii() for fact in facts)
            return _bare(as_list(block, "：" if chinese else ": "))
        case Table(columns=columns, rows=rows):
            heads = tuple(Column(column.label, column.align) for column in columns)
            return Table(heads, tuple(type(row)(tuple(map(_bare_cell, row.cells))) for row in rows))
        case _:
            return block


def _bare_cell(cell: Cell) -> Cell:
    return Cell(tuple(map(_bare, cell.blocks)))


def _lines(blocks: Sequence[Block]) -> Iterator[Runs]:
    """Yield what blocks say line by line, where no block may stand."""
    for block in map(_bare, blocks):
        match block:
            case Paragraph(runs=runs):
                yield runs
            case Code(text=text):
                yield (Run(text, code=True),)
            case Quote(blocks=inner):
                yield from _lines(inner)
            case ListBlock(items=items, ordered=ordered, start=start):
                for number, item in enumerate(items, start):
                    mark = f"{number}. " if ordered else "• "
                    box = "" if item.checked is None else "☑ " if item.checked else "☐ "
                    first, *more = [*_lines(item.blocks)] or [()]
                    yield (Run(mark + box), *first)
                    yield from more
            case Table(columns=columns, rows=rows):
                yield _joined((Run(column.label),) for column in columns)
                yield from (_joined(runs for cell in row.cells for runs in _lines(cell.blocks)) for row in rows)
            case _:  # lines across the page and drawings
                pass


def _joined(parts: Iterable[Runs]) -> Runs:
    runs = [run for part in parts if part for run in (Run(" / "), *part)]
    return tuple(runs[1:])


class _Writer(BlockWriter):
    """Writes prose, the first paragraph of an item as people type it.

    A page may hold more in the cell of a table than prose has there: lines, each with the mark of its item.
    """

    def cell(self, cell: Cell) -> str:
        return "<br>".join(runs_as_cell(runs) for runs in _lines(cell.blocks) if runs)

    def first(self, block: Block, written: str) -> str:
        return _typed(block)


_WRITER = _Writer()
