"""What Markdown carries of a page: `parse(render(page))` is `carried(page)`.

This is the one list of what it does not carry:

* paths, roles, what is derived, the shares of columns, facts side by side, and whether a page is compact. What asks
  for attention is a quotation, what is missing or empty is in italics;
* charts and flows: they become tables of bars and code for Mermaid, each below its title in bold; code of numbered
  steps is read as a flow, with the first line of each for its label;
* blank headings and paragraphs, lists and facts without items, headings below the fifth level, control characters,
  and the style of white space; neighbouring runs in one style are one;
* headings of the page within a list or a quotation, which are headings of a text, and styles in bold within those;
* links without a text, which show their address; an address that leads to itself is text;
* facts: they become a list whose items begin with a label in bold;
* in a cell of a table, whatever is more than lines of text, lists and quotations;
* the language, which is that of most headings.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from attrs import evolve

from opshandover.exporters.markdown.cells import Line, cell_lines
from opshandover.exporters.markdown.chart import bar_table_blocks
from opshandover.exporters.markdown.flow import as_flow, mermaid_blocks
from opshandover.exporters.markdown.prose_headings import set_apart, taken_back
from opshandover.exporters.markdown.render import colon_of
from opshandover.importers.markdown.cells import blocks_of_lines
from opshandover.importers.outline import page_of
from opshandover.pages.addresses import is_address
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Divider,
    Facts,
    Flow,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    Property,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Table,
    are_blank,
    set_strong,
)
from opshandover.pages.facts import as_list, styled
from opshandover.pages.inline import merged_runs
from opshandover.pages.tokens import code_blocks
from opshandover.pages.writing.blocks import list_start, table_width
from opshandover.placeholders import is_blank
from opshandover.plain_text import clean


def carried(page: Page) -> Page:
    """The page as it is read from its Markdown."""
    title = (Heading(1, clean(page.title)),) if page.title.strip() else ()
    named = not page.kind.strip() or page.kind in page.title
    kind = () if named else (Paragraph(carried_runs((Run(page.kind, emphasis=True),))),)
    blocks = tuple(map(taken_back, _blocks(map(set_apart, page.blocks), colon_of(page), inside=False)))
    return page_of((*title, *kind, *blocks), [(name, _property(value)) for name, value in page.properties])


def _property(value: Property) -> Property:
    match value:
        case str():
            return clean(value)
        case tuple():
            return tuple(map(_property, value))
        case dict():
            return {name: _property(each) for name, each in value.items()}
        case _:
            return value


def _blocks(blocks: Iterable[Block], colon: str, *, inside: bool = True) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if not _is_lost(block):
            inner = tuple(_block(block, colon, inside=inside))
            urgent = isinstance(block, Paragraph | Table | Facts) and block.role is Role.ATTENTION
            found += [Quote(inner)] if urgent else inner
    return tuple(found)


def _is_lost(block: Block) -> bool:
    match block:
        case Heading(text=text):
            return not text.strip()
        case Paragraph(runs=runs):
            return are_blank(runs)
        case ListBlock(items=()) | Facts(items=()):
            return True
        case Table():
            return not table_width(block)
        case _:
            return False


def _block(block: Block, colon: str, *, inside: bool = True) -> Iterator[Block]:
    match block:
        case Heading():
            level = min(block.level + 1, 6)
            yield _heading((Run(block.text),), level) if inside else Heading(level, clean(block.text))
        case Paragraph(level=level) if level:
            yield _heading(styled(block.runs, block.role), level)
        case Paragraph():
            yield Paragraph(carried_runs(styled(block.runs, block.role)))
        case ListBlock():
            items = tuple(evolve(item, blocks=_blocks(item.blocks, colon)) for item in block.items)
            yield ListBlock(items, block.ordered, list_start(block) if block.ordered else 1)
        case Table():
            yield _table(block, colon)
        case Facts():
            yield from _block(as_list(block, colon), colon, inside=inside)
        case Quote():
            yield Quote(_blocks(block.blocks, colon))
        case Code():
            yield from map(as_flow, code_blocks(clean(block.text), clean(block.language)))
        case Flow():
            yield from _blocks(mermaid_blocks(block), colon, inside=inside)
        case Chart():
            yield from _blocks(bar_table_blocks(block), colon, inside=inside)
        case Divider():
            yield block
        case _:
            assert_never(block)


def _heading(runs: Runs, level: int) -> Paragraph:
    """A heading of a text, which is strong as a whole."""
    plain = carried_runs(set_strong(runs, strong=False))
    return Paragraph(merged_runs(set_strong(plain)), level=level)


def _table(table: Table, colon: str) -> Table:
    width = table_width(table)
    columns = (*table.columns, *[Column("")] * (width - len(table.columns)))
    rows = ((*(_cell(cell, colon) for cell in row.cells), *[Cell(())] * (width - len(row.cells))) for row in table.rows)
    return Table(tuple(Column(clean(column.label), column.align) for column in columns), tuple(map(Row, rows)))


def _cell(cell: Cell, colon: str) -> Cell:
    lines = [Line(marks, () if are_blank(runs) else carried_runs(runs)) for marks, runs in cell_lines(cell, colon)]
    return Cell(blocks_of_lines(lines))


def carried_runs(runs: Runs) -> Runs:
    """Runs as they are read from their Markdown."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.image:
            image = evolve(run.image, title=clean(run.image.title).replace("\n", " "))
            lines[-1].append(evolve(run, text=clean(run.text).replace("\n", " "), image=image, path=""))
            continue
        first, *rest = clean(run.text).split("\n")
        lines[-1].append(evolve(run, text=first, path=""))
        lines.extend([evolve(run, text=text, path="")] for text in rest)
    written = [tuple(_line(line)) for line in lines]
    return merged_runs(run for at, line in enumerate(written) for run in ((Run("\n"),) if at else ()) + line)


def _line(runs: Sequence[Run]) -> Iterator[Run]:
    plain = (Run(run.text) if run.text.isspace() and not (run.code or run.link or run.image) else run for run in runs)
    for link, group in groupby(merged_runs(plain), key=lambda run: run.link):
        parts = tuple(group)
        if link and all(run.image is None and is_blank(run.text) for run in parts):
            yield Run(link) if is_address(link) else Run(link, link=link)
        else:
            yield from (evolve(run, link="") if run.link == run.text and is_address(run.text) else run for run in parts)
