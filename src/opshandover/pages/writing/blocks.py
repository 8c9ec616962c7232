"""Blocks as Markdown: what is written the same in prose and on pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from opshandover.pages.blocks import (
    Align,
    Block,
    Cell,
    Code,
    Column,
    Divider,
    Facts,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Role,
    Run,
    Runs,
    Table,
)
from opshandover.pages.prose_rules import COMPARED, SIGNED
from opshandover.pages.writing.escape import longest_run, reference
from opshandover.pages.writing.inline import paragraph_text, runs_as_heading, single_line

_RULE = {Align.START: "---", Align.CENTER: ":---:", Align.END: "---:"}
_LAST_NUMBER = 999_999_999
_ENDS_PARAGRAPH = re.compile(r"(?:[-*]|1[.)]) \S")
"""How a list begins that can stand directly below a paragraph: not empty, and from 1 if it has numbers."""


class BlockWriter:
    """Writes the blocks of prose; pages have more."""

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Write blocks one below the other."""
        return "\n\n".join(text for _, text in self.each(blocks))

    def each(self, blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
        """Yield each block that has content, with its text; two lists in a row get different markers."""
        before, other = "", False
        for block in blocks:
            now = _kind_of_list(block)
            mark_other = bool(now) and now == before and not other
            if text := self.block(block, other=mark_other):
                before, other = now, mark_other
                yield block, text

    def block(self, block: Block, *, other: bool = False) -> str:
        """Write a block; `other` asks for the other marks of lists."""
        match block:
            case Paragraph():
                return self.paragraph(block)
            case ListBlock():
                return self.list(block, other=other)
            case Table():
                return self._table(block)
            case Quote():
                return quoted(self.blocks(block.blocks))
            case Code():
                return _code(block)
            case Divider():
                return "***"
            case _:  # prose has no other blocks
                return ""

    def paragraph(self, block: Paragraph) -> str:
        """Write a paragraph, or a heading of prose."""
        if block.level and block.runs:
            return f"{'#' * block.level} {runs_as_heading(block.runs)}"
        return paragraph_text(block.runs) if block.runs else ""

    def first(self, block: Block, written: str) -> str:
        """The first block of an item as it is written there."""
        return written

    def cell(self, cell: Cell) -> str:
        """Write a cell on one line."""
        return "<br>".join(runs_as_cell(block.runs) for block in cell.blocks if isinstance(block, Paragraph))

    def list(self, block: ListBlock, *, other: bool) -> str:
        """Write a list with a mark before each item."""
        items: list[str] = []
        for number, item in enumerate(block.items, list_start(block)):
            mark = f"{number}{')' if other else '.'}" if block.ordered else "*" if other else "-"
            items.append(self._item(item, mark))
        text = ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)
        return referenced(text, 2) if SIGNED.match(text) else text

    def _item(self, item: ListItem, mark: str) -> str:
        parts = list(self.each(item.blocks))
        if parts:
            parts[0] = (parts[0][0], self.first(*parts[0]))
        if item.checked is not None:
            box = "[x]" if item.checked else "[ ]"
            first = parts.pop(0)[1] if parts and _is_plain(parts[0][0]) else ""
            parts.insert(0, (Paragraph(runs=()), f"{box} {first}".rstrip(" ")))
        if not parts:
            return mark
        written = parts[0][1]
        for (before, _), (block, text) in pairwise(parts):
            close = _is_plain(before) and isinstance(block, ListBlock | Facts) and _ENDS_PARAGRAPH.match(text)
            written += f"\n{text}" if close else f"\n\n{text}"
        indented = _indented(written, len(mark) + 1)
        # Two markers in one line could be read as a divider.
        own_line = isinstance(parts[0][0], ListBlock | Facts | Table | Divider)
        return f"{mark}\n{indented}" if own_line else f"{mark} {indented[len(mark) + 1 :]}"

    def _table(self, table: Table) -> str:
        width = table_width(table)
        if width == 0:
            return ""
        columns = table.columns + (Column(label=""),) * (width - len(table.columns))
        head = [runs_as_cell((Run(text=column.label),)) for column in columns]
        rows = [[self.cell(cell) for cell in row.cells] for row in table.rows]
        padded = [row + [""] * (width - len(row)) for row in rows]
        lines = [head, [_RULE[column.align] for column in columns], *padded]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def list_start(block: ListBlock) -> int:
    """The number of the first item of a list, of which Markdown allows nine digits."""
    return min(max(block.start, 0), _LAST_NUMBER - len(block.items))


def table_width(table: Table) -> int:
    """The number of columns that the longest row needs."""
    return max([len(table.columns), *(len(row.cells) for row in table.rows)])


def runs_as_cell(runs: Runs, break_sign: str = "<br>") -> str:
    """Write runs on one line, with escaped bars."""
    return single_line(runs, break_sign).replace("|", "\\|")


def quoted(text: str) -> str:
    """Write a text as a quotation, which no comparison at its start is mistaken for."""
    text = referenced(text, 0) if COMPARED.match(f"> {text}") else text
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def referenced(text: str, at: int) -> str:
    """Write a character as a reference, so that prose takes the sign before it for markup."""
    return text[:at] + reference(text[at]) + text[at + 1 :]


def _kind_of_list(block: Block) -> str:
    """The kind of list that a block becomes; two of one kind in a row would be merged."""
    match block:
        case ListBlock(ordered=ordered):
            return "ordered" if ordered else "bullets"
        case Facts():
            return "bullets"
        case _:
            return ""


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is not Role.ATTENTION and not block.level


def _indented(text: str, width: int) -> str:
    # `textwrap.indent` splits at other line ends than Markdown, and does not indent blank lines of code.
    return "\n".join(f"{'':{width}}{line}" if line else "" for line in text.split("\n"))


def _code(block: Code) -> str:
    text, language = block.text, re.sub(r"\\|&(?=#?\w+;)", r"\\\g<0>", " ".join(block.language.split()))
    # The info string after a fence of backticks must not contain any.
    char = "~" if "`" in language else "`"
    fence = char * max(3, longest_run(text, char) + 1)
    gap = " " if language.startswith(char) else ""
    return f"{fence}{gap}{language}\n{text}\n{fence}"
