"""Sections that stand as items of lists, numbered or bold: what a word processor makes of headings without a style."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from opshandover.pages.blocks import Run
from opshandover.reading.foreign.labels import split_label
from opshandover.reading.foreign.leaves import Head, Item, Leaf, Line, Listing, Part

ENDS = ("。", "；", ";", "，", ",", "！", "？", "?", "!", "…")
"""How a line ends that is a sentence and no heading."""
LONGEST = 40
"""The longest line that may serve as a heading, in characters."""
_SHORT_ITEM = 24
"""A numbered line so short may be a heading though it ends like a sentence."""


def numbered_sections(parts: list[Part]) -> Iterator[Part]:
    """The parts, with heads in place of items that are the headings of sections."""
    return _numbered(list(_bold(parts)))


def _bold(parts: list[Part]) -> Iterator[Part]:
    """The parts, with heads in place of numbered items whose line is bold: sections that a word processor numbers.

    Their lists hang below the items of others where the page is indented so; below a heading they are its items.
    """
    flat = [one for part in parts for one in _parted(part)]
    titles = {part for part in flat if isinstance(part, Listing) and _is_bold(part)}
    items = [item for one in titles for item in one.items]
    told = sum(len(item.blocks) > 1 for item in items)
    above = sum(one in titles and after not in titles for one, after in pairwise(flat))
    headed = any(isinstance(part, Head) for part in parts)
    if headed or len(titles) < _LEAST_TITLES or (told + above) * 2 < len(items):
        yield from parts
        return
    for part in flat:
        if isinstance(part, Listing) and part in titles:
            for item in part.items:
                yield from item_as_section(item.blocks)
        else:
            yield part


_LEAST_TITLES = 3


def _is_bold(part: Part) -> bool:
    """Whether a list has numbers and only short lines that are bold as a whole."""
    if not isinstance(part, Listing) or not part.ordered:
        return False
    firsts = [item.blocks[0] if item.blocks else None for item in part.items]
    return all(isinstance(one, Line) and is_strong(one.leaf) and len(one.leaf.text) <= LONGEST for one in firsts)


def is_strong(leaf: Leaf) -> bool:
    """Whether all words of a text are bold; its signs need not be."""
    return any(run.strong for run in leaf.runs) and all(run.strong or not _SAYS.search(run.text) for run in leaf.runs)


_SAYS = re.compile(r"\w")


def _parted(part: Part) -> Iterator[Part]:
    """A list, parted where one of bold lines hangs below an item; what follows there is no longer part of the item."""
    if not isinstance(part, Listing) or _is_bold(part):
        yield part
        return
    items: list[Item] = []
    for item in part.items:
        at = next((at for at, block in enumerate(item.blocks) if at and _is_bold(block)), None)
        items.append(item if at is None else Item(item.blocks[:at], item.checked, item.line))
        if at is not None:
            yield Listing(items, part.ordered, part.start)
            items = []
            for block in item.blocks[at:]:
                yield from _parted(block)
    if items:
        yield Listing(items, part.ordered, part.start)


def _numbered(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with heads in place of lists of one short item each whose numbers go on: sections that are numbered.

    Below a heading such lists are parts of its text.
    """
    places = [at for at, part in enumerate(parts) if isinstance(part, Listing) and _is_numbered(part)]
    numbers = [part.start for at in places if isinstance(part := parts[at], Listing)]
    follow = len(numbers) > 2 and numbers[0] == 1 and all(before < after for before, after in pairwise(numbers))
    heads = [at for at, part in enumerate(parts) if isinstance(part, Head)]
    if not follow or (heads and (len(heads) > 2 or heads[-1] > places[0])):
        yield from parts
        return
    for part in parts:
        if isinstance(part, Listing) and _is_numbered(part):
            yield from item_as_section(part.items[0].blocks)
        else:
            yield part


def _is_numbered(part: Listing) -> bool:
    """Whether a list has a number and one short line, that may have more below it."""
    if not part.ordered or len(part.items) != 1 or not part.items[0].blocks:
        return False
    line = part.items[0].blocks[0]
    text = line.leaf.text if isinstance(line, Line) else ""
    return 0 < len(text) <= 60 and (not text.endswith(ENDS) or len(text) <= _SHORT_ITEM)


def item_as_section(blocks: Sequence[Part]) -> Iterator[Part]:
    """An item of a list as a heading with what stands behind its label and below it."""
    first = blocks[0]
    if not isinstance(first, Line):
        yield from blocks
        return
    label = split_label(first.leaf.runs)
    if label and label.value:
        first.leaf.runs = (Run(label.label),)
        yield Head(9, first.leaf)
        yield Line(first.leaf.part(*label.runs))
    else:
        yield Head(9, first.leaf)
    yield from blocks[1:]
