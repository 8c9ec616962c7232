"""A page without everything that nobody sees: paths, roles, marks of what is derived, widths, properties."""

from itertools import groupby

from attrs import evolve

from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Fact,
    Facts,
    Flow,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Table,
)


def visible(page: Page) -> Page:
    """The page as a reader sees it: neighbours in one style are one, and no node knows what it shows."""
    return evolve(page, properties=(), blocks=_blocks(page.blocks))


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    match block:
        case Heading():
            return Heading(block.level, block.text, line=block.line)
        case Paragraph():
            return Paragraph(_runs(block.runs), line=block.line, level=block.level)
        case ListBlock():
            items = tuple(ListItem(_blocks(item.blocks), item.checked, item.line) for item in block.items)
            return ListBlock(items, block.ordered, block.start)
        case Table():
            columns = tuple(Column(column.label) for column in block.columns)
            rows = tuple(Row(tuple(map(_cell, row.cells)), line=row.line) for row in block.rows)
            return Table(columns, rows, line=block.line)
        case Facts():
            return Facts(tuple(Fact(fact.label, _cell(fact.cell)) for fact in block.items))
        case Quote():
            return Quote(_blocks(block.blocks))
        case Flow():
            return evolve(block, path="")
        case Code():
            return Code(block.text, block.language)
        case _:
            return block


def _cell(cell: Cell) -> Cell:
    return Cell(_blocks(cell.blocks), role=Role.NONE)


def _runs(runs: Runs) -> Runs:
    shown = [evolve(run, path="") for run in runs if run.text or run.image]
    parts = groupby(shown, key=lambda run: evolve(run, text=""))
    return tuple(
        run
        for style, same in parts
        for run in ([*same] if style.image else [Run("".join(r.text for r in same), *_style(style))])
    )


def _style(run: Run) -> tuple[bool, bool, bool, bool, str]:
    return run.strong, run.emphasis, run.strike, run.code, run.link
