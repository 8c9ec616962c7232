"""What a page is after it was written as a Word file and read again: what the one list says, and nothing else."""

from typing import assert_never

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from tests.support.pages import pages

from opshandover.exporters.word.render import render
from opshandover.importers.word import WordImporter
from opshandover.importers.word.carried import carried
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Divider,
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
    Table,
)


def without_roles(page: Page) -> Page:
    """A page whose parts play no role: some roles are shown by italics."""
    return evolve(page, blocks=plain(page.blocks))


def plain(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without roles."""
    return tuple(map(_plain, blocks))


def _plain(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return evolve(block, role=Role.NONE)
        case ListBlock():
            return evolve(block, items=tuple(ListItem(plain(item.blocks), item.checked) for item in block.items))
        case Table():
            rows = (Row(tuple(Cell(plain(cell.blocks)) for cell in row.cells)) for row in block.rows)
            return evolve(block, rows=tuple(rows), role=Role.NONE)
        case Facts():
            return evolve(
                block,
                items=tuple(Fact(fact.label, Cell(plain(fact.cell.blocks))) for fact in block.items),
                role=Role.NONE,
            )
        case Quote():
            return Quote(plain(block.blocks))
        case Code() | Flow() | Chart() | Divider():
            return block
        case _:
            assert_never(block)


def has_room(blocks: tuple[Block, ...], *, narrow: bool = False) -> bool:
    """Whether indentation shows what belongs to what: not for what is nested in a narrow cell, nor lists in quotations.

    A quotation is indented less than the text of a list, so that a list in it after another list seems to be in that.
    """
    lists = any(isinstance(block, ListBlock) for block in blocks)
    for block in blocks:
        match block:
            case ListBlock():
                inner = [each for item in block.items for each in item.blocks]
                if narrow and not all(isinstance(each, Paragraph | Heading) for each in inner):
                    return False
                if not all(has_room(item.blocks, narrow=narrow) for item in block.items):
                    return False
            case Quote():
                flat = all(isinstance(each, Paragraph | Heading | Divider) for each in block.blocks)
                if not flat or (narrow and lists):
                    return False
            case Code() | Table() | Facts() | Flow() | Divider() if narrow and lists:
                return False
            case Table():
                if not all(has_room(cell.blocks, narrow=True) for row in block.rows for cell in row.cells):
                    return False
            case Facts():
                if not all(has_room(fact.cell.blocks, narrow=True) for fact in block.items):
                    return False
            case _:
                pass
    return True


def holds(page: Page) -> None:
    """Assert the law for a page."""
    page = without_roles(page)
    assume(has_room(page.blocks))
    assert WordImporter().parse(render(page)).page == carried(page)


@settings(max_examples=300)
@given(pages())
def test_reading_is_the_inverse_of_writing(page: Page) -> None:
    """Whatever a page is made of, in whatever characters."""
    holds(page)


@pytest.mark.nightly
@settings(max_examples=20_000)
@given(pages())
def test_reading_is_the_inverse_of_writing_in_many_cases(page: Page) -> None:
    """The same, on as many pages as a night has time for."""
    holds(page)


@settings(max_examples=50)
@given(pages())
def test_it_is_carried_as_a_whole(page: Page) -> None:
    """What a file carries once it carries again."""
    assert carried(carried(page)) == carried(page)
