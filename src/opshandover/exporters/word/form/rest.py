"""The parts of a page: one section for its place in a form, and the rest for the place of the document."""

from collections.abc import Collection, Iterator
from itertools import chain

from attrs import evolve

from opshandover.document.paths import section_of
from opshandover.pages.blocks import Block, Facts, Heading, Page, Paragraph, Role, Run

Blocks = tuple[Block, ...]


def section_of_page(blocks: Blocks, name: str) -> Blocks:
    """Return the blocks of a section, its heading first; of one that does not apply, the reason."""
    for heading, content in _sections(blocks):
        if heading is not None and heading.path == name:
            return (heading, *content)
    for block in blocks:
        if isinstance(block, Facts):
            for fact in block.items:
                if fact.cell.path == name:
                    return fact.cell.blocks
    return ()


def without_heading(blocks: Blocks) -> Blocks:
    """Return the blocks of a section without its heading; those within it become lines in bold."""
    match blocks:
        case (Heading(level=1), *rest):
            return tuple(_as_line(block) for block in rest)
        case _:
            return blocks


def _as_line(block: Block) -> Block:
    if not isinstance(block, Heading):
        return block
    return Paragraph(runs=(Run(block.text, strong=True),), path=block.path if block.is_value else "")


def rest_of_page(page: Page, taken: Collection[str], shown: Collection[str], left: Collection[str]) -> Page:
    """Return a page without what a form shows itself.

    Args:
        page: the page.
        taken: the sections that the form shows.
        shown: the paths of what it shows.
        left: the paths of what it does not show: a line of the header stays if any of its values is among them.
    """
    blocks = chain.from_iterable(
        (*((heading,) if heading else ()), *content)
        for heading, content in _sections(page.blocks)
        if heading is None or section_of(heading.path) not in taken
    )
    return evolve(
        page, blocks=tuple(left_block for block in blocks for left_block in _left_of(block, taken, shown, left))
    )


def _left_of(block: Block, taken: Collection[str], shown: Collection[str], left: Collection[str]) -> Blocks:
    if not isinstance(block, Facts):
        return (block,)
    if block.role is Role.METADATA:
        items = tuple(fact for fact in block.items if not _is_shown(fact.cell.path, shown, left))
    else:
        items = tuple(fact for fact in block.items if fact.cell.path not in taken)
    if len(items) == len(block.items):
        return (block,)
    return (evolve(block, items=items),) if items else ()


def _is_shown(path: str, shown: Collection[str], left: Collection[str]) -> bool:
    """Whether a value of the header is shown, with all that it holds."""
    return path in shown or (_has_below(path, shown) and not _has_below(path, left))


def _has_below(path: str, places: Collection[str]) -> bool:
    return any(one == path or one.startswith((f"{path}.", f"{path}[")) for one in places)


def _sections(blocks: Blocks) -> Iterator[tuple[Heading | None, Blocks]]:
    """Yield what is below each heading of the first level, and what comes before the first."""
    heading: Heading | None = None
    content: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield heading, tuple(content)
            heading, content = block, []
        else:
            content.append(block)
    yield heading, tuple(content)
