"""A page made to fit: the least important lines are left out, and counted at the end."""

import re
from collections.abc import Callable, Iterator

from attrs import evolve

from opshandover.layout.words.labels import AND_MORE_WHERE, BULLET
from opshandover.layout.words.short import plain_paragraph
from opshandover.pages.blocks import (
    Block,
    Divider,
    Fact,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    text_of,
)
from opshandover.text import Lang, Text

_MORE = Text("（另有 {number} 条未列出，见全文）", "({number} more in the full document)")
_Line = Block | ListItem | Row | Fact


def shortened_page(page: Page, fits: Callable[[Page], bool]) -> Page:
    """As much of a page as fits, in reading order, and behind it how many lines are left out.

    A line is an item of a list, a row of a table, a fact or any other block; none is cut. Metadata is left out last, and of all else the end
    first, with the headings and dividers behind which nothing is left.

    Args:
        page: the page; that of `digest_page` has what matters most at its beginning.
        fits: whether a page that is written in some format is no longer than it may be. Of two pages the one with
            more lines is taken to be longer.

    Returns:
        The page itself if it fits. If not even the page without lines does, that one, which says how many it lacks.
    """
    if fits(page):
        return page
    lines = [line for block in page.blocks for line in _lines_of(block)]
    order = sorted(range(len(lines)), key=lambda at: not _is_metadata(lines[at]))
    fitting, above = 0, len(lines)
    while above - fitting > 1:
        middle = (fitting + above) // 2
        if fits(_with_lines(page, lines, set(order[:middle]))):
            fitting = middle
        else:
            above = middle
    return _with_lines(page, lines, set(order[:fitting]))


def _lines_of(block: Block) -> tuple[_Line, ...]:
    match block:
        case Heading() | Divider():
            return ()
        case ListBlock() | Facts():
            return block.items
        case Table():
            return block.rows
        case _:
            return (block,)


def _is_metadata(line: _Line) -> bool:
    return isinstance(line, Paragraph) and line.role is Role.METADATA


def _with_lines(page: Page, lines: list[_Line], kept: set[int]) -> Page:
    blocks = tuple(_without_empty_parts(_kept(page, kept)))
    left = sum(_entries_in(line, page.lang) for at, line in enumerate(lines) if at not in kept)
    return evolve(page, blocks=(*blocks, plain_paragraph(Run(text=_MORE[page.lang].format(number=left)))))


def _kept(page: Page, kept: set[int]) -> Iterator[Block]:
    at = 0
    for block in page.blocks:
        numbers = range(at, at := at + len(_lines_of(block)))
        inside = [number - numbers.start for number in numbers if number in kept]
        if len(inside) == len(numbers):
            yield block
        elif inside:
            yield _part(block, inside)


def _part(block: Block, inside: list[int]) -> Block:
    """A block with some of its lines."""
    match block:
        case ListBlock():
            return evolve(block, items=tuple(block.items[i] for i in inside))
        case Facts():
            return evolve(block, items=tuple(block.items[i] for i in inside))
        case Table():
            return evolve(block, rows=tuple(block.rows[i] for i in inside))
        case _:
            return block


def _without_empty_parts(blocks: Iterator[Block]) -> Iterator[Block]:
    """Blocks without the headings and dividers behind which nothing comes before the next that is no deeper."""
    waiting: list[Heading | Divider] = []
    for block in blocks:
        match block:
            case Heading():
                waiting = [one for one in waiting if isinstance(one, Heading) and one.level < block.level]
                waiting.append(block)
            case Divider():
                waiting = [block]
            case _:
                yield from waiting
                waiting = []
                yield block


_COUNTS = {
    lang: re.compile(rf"{BULLET} {re.escape(text).partition(re.escape('{number}'))[0]}(\d+) ")
    for lang, text in (("zh", AND_MORE_WHERE.zh), ("en", AND_MORE_WHERE.en))
}


def _entries_in(line: _Line, lang: Lang) -> int:
    """How many entries a line stands for: one, unless it counts those that have no line."""
    found = _COUNTS[lang].match(text_of(line.runs)) if isinstance(line, Paragraph) else None
    return int(found[1]) if found else 1
