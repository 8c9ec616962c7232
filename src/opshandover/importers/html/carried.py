"""What HTML carries of a page: `parse(render(page))` is `carried(page)`.

This is the one list of what it does not carry:

* properties, the shares of columns, the number of facts side by side, the path of a flow, and whether a heading is a
  value;
* charts, which are drawn, and always derived;
* the title of a page without one, which is its kind;
* blank headings, paragraphs and labels of columns, tables without columns, lists and facts without content;
* the level of a heading that is more than one below the heading before it, or below the fifth; its role, unless it
  asks for attention or begins a section;
* headings within a list, a cell or a quotation, which are lines in bold;
* control characters; neighbouring runs in one style and with one path are one;
* links that a reader may not follow, whose address stands in brackets, and those without a text, which show it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from attrs import evolve

from opshandover.importers.html.inline import merged
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.pages.addresses import link_addresses, safe_address
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Divider,
    Fact,
    Facts,
    Flow,
    FlowStep,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Table,
    are_blank,
    set_strong,
)
from opshandover.plain_text import clean
from opshandover.text import Lang

_DEEPEST = 5
"""HTML has six levels of headings, of which the title has the first."""


def carried(page: Page) -> Page:
    """The page as it is read from its HTML."""
    title = page.title if page.title.strip() else page.kind
    named = not page.kind.strip() or page.kind in title
    above = 0
    found: list[Block] = []
    for block in page.blocks:
        if not isinstance(block, Heading):
            found += _blocks((block,), page.lang)
        elif block.text.strip():
            level = min(max(block.level, 1), above + 1, _DEEPEST)
            begins = level == 1 and (block.level <= 1 or block is page.blocks[0])
            role = block.role if begins or block.role is Role.ATTENTION else Role.NONE
            found.append(evolve(block, level=level, text=clean(block.text), role=role, is_value=False))
            above = level
    return Page(
        clean(title) if title.strip() else "",
        "" if named else clean(page.kind),
        page.lang,
        tuple(found),
        compact=page.compact,
    )


def _blocks(blocks: Iterable[Block], lang: Lang) -> tuple[Block, ...]:
    return tuple(_block(block, lang) for block in blocks if not _is_lost(block))


def _is_lost(block: Block) -> bool:
    match block:
        case Heading(text=text):
            return not text.strip()
        case Paragraph(runs=runs):
            return are_blank(runs)
        case ListBlock(items=()) | Facts(items=()) | Table(columns=()) | Chart():
            return True
        case Flow(steps=(), title=title):
            return not title.strip()
        case _:
            return False


def _block(block: Block, lang: Lang) -> Block:
    match block:
        case Heading():
            runs = carried_runs((Run(block.text, strong=True),), lang)
            return Paragraph(runs, block.path, derived=block.derived)
        case Paragraph(level=level) if level:
            return evolve(block, runs=merged(set_strong(carried_runs(block.runs, lang))))
        case Paragraph():
            return evolve(block, runs=carried_runs(block.runs, lang))
        case ListBlock():
            items = tuple(evolve(item, blocks=_blocks(item.blocks, lang)) for item in block.items)
            return evolve(block, items=items, start=block.start if block.ordered else 1)
        case Table():
            return _table(block, lang)
        case Facts():
            facts = tuple(Fact(clean(fact.label), _cell(fact.cell, lang)) for fact in block.items)
            return evolve(block, items=facts, across=1)
        case Quote():
            return evolve(block, blocks=_blocks(block.blocks, lang))
        case Code():
            return evolve(block, text=clean(block.text), language=clean(block.language))
        case Flow():
            steps = tuple(FlowStep(_shown(step.label), _shown(step.note)) for step in block.steps)
            return Flow(steps, _shown(block.title))
        case Chart() | Divider():
            return block
        case _:
            assert_never(block)


def _shown(text: str) -> str:
    return clean(text) if text.strip() else ""


def _table(table: Table, lang: Lang) -> Table:
    columns = tuple(Column(_shown(column.label), column.align) for column in table.columns)
    rows = (evolve(row, cells=tuple(_cell(cell, lang) for cell in row.cells[: len(columns)])) for row in table.rows)
    return evolve(table, columns=columns, rows=tuple(map(_padded, rows, [len(columns)] * len(table.rows))))


def _padded(row: Row, columns: int) -> Row:
    return evolve(row, cells=(*row.cells, *[Cell(())] * (columns - len(row.cells))))


def _cell(cell: Cell, lang: Lang) -> Cell:
    return evolve(cell, blocks=_blocks(cell.blocks, lang))


def carried_runs(runs: Runs, lang: Lang) -> Runs:
    """Runs as they are read from their HTML."""
    links = groupby(link_addresses(runs), key=lambda run: run.link)
    return merged(part for link, linked in links for part in _linked(list(linked), link, lang))


def _linked(runs: Sequence[Run], link: str, lang: Lang) -> Iterator[Run]:
    """Runs that have the same link, or none."""
    address = safe_address(link) if link else ""
    text = "".join(run.text for run in runs)
    if link and not text and not any(run.image for run in runs):
        runs = [evolve(runs[-1], text=link)]
    elif link and not address and link != text:
        marks = PUNCTUATION[lang]
        runs = [*runs, Run(marks.opening + link + marks.closing, path=runs[-1].path)]
    kept = address if any(run.image or run.text.strip() for run in runs) else ""
    for run in runs:
        yield from _parts(evolve(run, link=kept))


def _parts(run: Run) -> Iterator[Run]:
    text = clean(run.text)
    image = evolve(run.image, title=clean(run.image.title)) if run.image else None
    shown = evolve(run, text=text, image=image)
    lines = text.split("\n")
    if image or len(lines) == 1:
        yield shown
        return
    for at, line in enumerate(lines):  # a line break has no style
        yield from ((Run("\n", path=run.path),) if at else ())
        yield evolve(shown, text=line)
