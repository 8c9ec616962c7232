"""Prose from its blocks: the inverse of `blocks_of`.

A block is written as it would be typed wherever that reads back the same, and with escapes elsewhere. So prose
without markup comes back letter for letter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve

from opshandover.pages.blocks import (
    Align,
    Block,
    Cell,
    Code,
    Column,
    Divider,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
)
from opshandover.pages.inline import is_plain_line
from opshandover.pages.markdown import blocks_of
from opshandover.pages.writing.escape import longest_run
from opshandover.pages.writing.inline import paragraph_text, single_line

_RULE = {Align.START: "---", Align.CENTER: ":---:", Align.END: "---:"}
_LAST_NUMBER = 999_999_999
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
    return _each(blocks)


def _typed(block: Block) -> str:
    """A block as people type it, if that reads back the same; else with escapes."""
    escaped = _block(block, other=False)
    if not isinstance(block, Paragraph):
        return escaped
    tries = [block.runs[0].text] if len(block.runs) == 1 and _is_plain(block.runs[0]) else []
    tries += [_HARD_BREAK.sub(r"\1\n", escaped)]
    shown = with_plain_breaks((block,))
    return next((text for text in tries if with_plain_breaks(blocks_of(text)) == shown), escaped)


def with_plain_breaks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks in whose paragraphs line breaks have no style, which nobody sees: bold lines may be written one by one."""
    return tuple(_with_plain_breaks(block) if isinstance(block, Paragraph) else block for block in blocks)


def _with_plain_breaks(block: Paragraph) -> Paragraph:
    parts = ((run, part) for run in block.runs for part in re.split("(\n)", run.text) if part or run.image)
    return evolve(block, runs=tuple(Run(part) if part == "\n" else evolve(run, text=part) for run, part in parts))


def _is_plain(run: Run) -> bool:
    return not (run.strong or run.emphasis or run.strike or run.code or run.link or run.image)


def _bare(block: Block) -> Block:
    """A block of prose without its place in a document."""
    match block:
        case Paragraph(runs=runs):
            return Paragraph(tuple(evolve(run, path="") if run.path else run for run in runs))
        case Heading(text=text):
            return Paragraph((Run(text, strong=True),))
        case ListBlock(items=items, ordered=ordered, start=start):
            bare = tuple(ListItem(tuple(map(_bare, item.blocks)), item.checked) for item in items)
            return ListBlock(bare, ordered, start)
        case Quote(blocks=blocks):
            return Quote(tuple(map(_bare, blocks)))
        case Code(text=text, language=language):
            return Code(text, language)
        case Table(columns=columns, rows=rows):
            heads = tuple(Column(column.label, column.align) for column in columns)
            return Table(heads, tuple(type(row)(tuple(map(_bare_cell, row.cells))) for row in rows))
        case _:
            return block


def _bare_cell(cell: Cell) -> Cell:
    return Cell(tuple(map(_bare, cell.blocks)))


def _each(blocks: Sequence[Block]) -> str:
    """Blocks one below the other; of two lists in a row, the second has other marks."""
    return "\n\n".join(_texts(blocks))


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    before, other = None, False
    for block in blocks:
        now = block.ordered if isinstance(block, ListBlock) else None
        other = now is not None and now == before and not other
        if text := _block(block, other=other):
            yield text
            before = now


def _block(block: Block, *, other: bool) -> str:
    match block:
        case Paragraph(runs=runs):
            return paragraph_text(runs) if runs else ""
        case ListBlock():
            return _list(block, other=other)
        case Table():
            return _table(block)
        case Quote(blocks=blocks):
            return "\n".join(f"> {line}".rstrip(" ") for line in _each(blocks).split("\n"))
        case Code(text=text, language=language):
            sign = "~" if "`" in language else "`"
            fence = sign * max(3, longest_run(text, sign) + 1)
            return f"{fence}{language}\n{text}\n{fence}"
        case Divider():
            return "***"
        case _:  # prose has no other blocks
            return ""


def _list(block: ListBlock, *, other: bool) -> str:
    start = min(max(block.start, 0), _LAST_NUMBER - len(block.items))
    items: list[str] = []
    for number, item in enumerate(block.items, start):
        mark = f"{number}{')' if other else '.'}" if block.ordered else "*" if other else "-"
        items.append(_item(item, mark))
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _item(item: ListItem, mark: str) -> str:
    blocks = list(item.blocks)
    first = _lead(blocks[0].runs) if blocks and isinstance(blocks[0], Paragraph) else ""
    if item.checked is not None:
        first = f"{'[x]' if item.checked else '[ ]'} {first}".rstrip(" ")
    rest = _each(blocks[1:] if blocks and isinstance(blocks[0], Paragraph) else blocks)
    tight = len(blocks) == 2 and isinstance(blocks[0], Paragraph) and isinstance(blocks[1], ListBlock)
    text = (("\n" if tight else "\n\n") if first and rest else "").join((first, rest))
    if not text:
        return mark
    own_line = not first and isinstance(blocks[0], (ListBlock, Table, Divider))
    indented = "\n".join(f"{'':{len(mark) + 1}}{line}" if line else "" for line in text.split("\n"))
    return f"{mark}\n{indented}" if own_line else f"{mark} {indented[len(mark) + 1 :]}"


def _lead(runs: Runs) -> str:
    """The first paragraph of an item, as it is typed if that reads back the same."""
    return _typed(Paragraph(runs))


def _table(table: Table) -> str:
    lines = [
        [_cell((Run(column.label),)) for column in table.columns],
        [_RULE[column.align] for column in table.columns],
        *([_cells(cell) for cell in row.cells] for row in table.rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(cell: Cell) -> str:
    return "<br>".join(_cell(block.runs) for block in cell.blocks if isinstance(block, Paragraph))


def _cell(runs: Runs) -> str:
    return single_line(runs).replace("|", "\\|")
