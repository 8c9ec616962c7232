"""Blanks of a page that nobody filled in: what they show is a hint for people, not content."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from attrs import evolve

from opshandover.pages.blocks import Block, Cell, Facts, ListBlock, Page, Paragraph, Quote, Role, Row, Table


def without_blanks(page: Page) -> Page:
    """A page without the placeholders in it; labels before them stay."""
    return evolve(page, blocks=tuple(_filled(page.blocks)))


def _filled(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph(role=Role.PLACEHOLDER, runs=runs):
                if label := tuple(takewhile(lambda run: run.strong, runs)):
                    yield evolve(block, runs=label, role=Role.NONE)
            case Table(rows=rows):
                yield evolve(block, rows=tuple(map(_row, rows)))
            case Facts(items=items):
                yield evolve(block, items=tuple(evolve(item, cell=_cell(item.cell)) for item in items))
            case ListBlock(items=items):
                yield evolve(block, items=tuple(evolve(item, blocks=tuple(_filled(item.blocks))) for item in items))
            case Quote(blocks=inner):
                yield evolve(block, blocks=tuple(_filled(inner)))
            case _:
                yield block


def _row(row: Row) -> Row:
    """A row without its blanks; nearly all in a large table have none, and stay as they are."""
    if all(
        isinstance(block, Paragraph) and block.role is not Role.PLACEHOLDER
        for cell in row.cells
        for block in cell.blocks
    ):
        return row
    return evolve(row, cells=tuple(map(_cell, row.cells)))


def _cell(cell: Cell) -> Cell:
    return evolve(cell, blocks=tuple(_filled(cell.blocks)))
