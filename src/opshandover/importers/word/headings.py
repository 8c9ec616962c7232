"""The headings of a file: which one is its title, and their levels from 1 on."""

from collections.abc import Sequence

from attrs import evolve, frozen

from opshandover.importers.word.body import SUBTITLE_LEVEL, TITLE_LEVEL
from opshandover.pages.blocks import Block, Heading, Paragraph, Run


@frozen(kw_only=True)
class Titled:
    """The blocks of a page without its title and the kind of document that stands below it."""

    title: str
    kind: str
    path: str
    blocks: tuple[Block, ...]


def titled(blocks: Sequence[Block]) -> Titled:
    """Find the title, the only heading of the highest level if no other comes first, and set the levels of all others.

    A heading in the style of a title is above all levels, and may have lines above it, such as a mark.
    """
    found = [block for block in blocks if isinstance(block, Heading) and block.level != SUBTITLE_LEVEL]
    highest = min((heading.level for heading in found), default=1)
    first = found[0] if found else None
    title = None
    if first and sum(heading.level == highest for heading in found) == 1 and first.level == highest:
        title = first if highest == TITLE_LEVEL or blocks[0] is first else None
    kind = _kind(blocks, title)
    rest = [block for block in blocks if block is not title and block is not kind]
    below = 0 if title and highest == TITLE_LEVEL else _highest(rest) - 1
    return Titled(
        title=title.text if title and title.text.strip() else "",
        kind=kind.text if kind else "",
        path=title.path if title else "",
        blocks=tuple(_leveled(block, below) for block in rest if not _is_blank(block)),
    )


def _kind(blocks: Sequence[Block], title: Heading | None) -> Heading | None:
    """Find the subtitle that follows a title at once."""
    if title is None:
        return None
    after = blocks[list(map(id, blocks)).index(id(title)) + 1 :][:1]
    return next((each for each in after if isinstance(each, Heading) and each.level == SUBTITLE_LEVEL), None)


def _highest(blocks: Sequence[Block]) -> int:
    levels = (block.level for block in blocks if isinstance(block, Heading) and block.level != SUBTITLE_LEVEL)
    return min(levels, default=1)


def _leveled(block: Block, below: int) -> Block:
    if not isinstance(block, Heading):
        return block
    if block.level == SUBTITLE_LEVEL:
        return Paragraph((Run(block.text),), block.path)
    return evolve(block, level=max(1, block.level - below)) if below else block


def _is_blank(block: Block) -> bool:
    return isinstance(block, Heading) and not block.text.strip()
