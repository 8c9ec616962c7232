"""What a reader finds of a document in each format: in the tree, in Markdown and in Word."""

from collections.abc import Iterator, Sequence

from tests.exporters.word.opened import Opened, opened
from tests.support.docx_lint import lint

from opshandover.exporters.markdown.render import render as markdown
from opshandover.exporters.word.render import render as word
from opshandover.pages.blocks import Block, Heading, ListBlock, Page, Paragraph, Table, text_of


def in_markdown(page: Page) -> str:
    """A page as Markdown, without its properties."""
    return markdown(page, front_matter=False)


def in_word(page: Page) -> Opened:
    """A page as a Word file, in which nothing is wrong."""
    data = word(page)
    assert lint(data) == []
    return opened(data)


def below(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """The blocks below the heading that begins with a title, up to the next one."""
    found: list[Block] = []
    inside = False
    for block in blocks:
        if isinstance(block, Heading):
            inside = block.text.startswith(title)
        elif inside:
            found.append(block)
    return tuple(found)


def only_table(blocks: Sequence[Block]) -> Table:
    """The one table among some blocks."""
    (table,) = (block for block in blocks if isinstance(block, Table))
    return table


def rows_of(table: Table) -> list[list[str]]:
    """The texts of a table, its head first; paragraphs are parted by a slash."""
    head = [column.label for column in table.columns]
    return [head, *(["/".join(_texts(cell.blocks)) for cell in row.cells] for row in table.rows)]


def paths_in(table: Table) -> set[str]:
    """The paths of a table, its rows and cells."""
    cells = {cell.path for row in table.rows for cell in row.cells}
    return {table.path, *(row.path for row in table.rows), *cells}


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield text_of(block.runs)
            case ListBlock():
                yield from (text for item in block.items for text in _texts(item.blocks))
            case _:
                raise AssertionError(block)
