"""How much room text takes, so that columns fit what they hold and long rows may be split."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from opshandover.blocks import (
    Block,
    Cell,
    Code,
    Divider,
    Facts,
    Flow,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    text_of,
)
from opshandover.exporters.word import look
from opshandover.exporters.word.xml import count_wide

_WORD = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d[!-~]*|[!-~]+")
"""A word; a time belongs to its date."""
_SIGN = re.compile("[\u2190-\u27bf]")
"""Arrows and shapes take as much room as a Chinese character."""
_SHORT_ANSWER, _SHORT_WORDS, _SHORT_TEXT = 1450, 1200, 40
_SIDES = 2 * look.CELL_SIDE + 20


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Gives every text in some blocks, in order."""
    for block in blocks:
        match block:
            case Heading(text=text) | Code(text=text):
                yield text
            case Paragraph(runs=runs):
                yield text_of(runs)
            case ListBlock() | Quote():
                yield from texts_of(_within(block))
            case Table():
                yield from (column.label for column in block.columns)
                cells = (cell for row in block.rows for cell in row.cells)
                yield from texts_of(inner for cell in cells for inner in cell.blocks)
            case Facts():
                for fact in block.items:
                    yield from (fact.label, *texts_of(fact.cell.blocks))
            case Flow():
                yield block.title
                yield from (text for step in block.steps for text in (step.label, step.note))
            case Divider():
                pass
            case _:
                assert_never(block)


def _within(block: ListBlock | Quote) -> Iterable[Block]:
    if isinstance(block, Quote):
        return block.blocks
    return (inner for item in block.items for inner in item.blocks)


def text_width(text: str, letter: int = look.LETTER) -> int:
    """Estimates how wide a line of text is (twips)."""
    wide = count_wide(text) + len(_SIGN.findall(text))
    return wide * look.CHARACTER + (len(text) - wide) * letter


def lines_of(blocks: Iterable[Block], width: int) -> int:
    """Estimates how many lines some blocks take in a column of a width (twips)."""
    room = max(1, width - _SIDES)
    return sum(1 + text_width(line) // room for text in texts_of(blocks) for line in lines(text))


def label_width(label: str) -> int:
    """Gives the width of a column (twips) in which a label stands on one line."""
    return _SIDES + max(text_width(line, look.BOLD_LETTER) for line in lines(label))


def least_widths(columns: Sequence[tuple[str, Sequence[Cell]]], width: int) -> list[int]:
    """Gives the least widths of columns (twips): no word is broken, and no short answer either.

    Where there is no room for both, it is the answers that are broken between their words.
    """
    words = [min(_least(label, cells, _WORD.findall), look.WIDEST_WORD) for label, cells in columns]
    whole = [
        min(max(_least(label, cells, _unbroken), _for_text(cells)), look.WIDEST_WORD)
        for label, cells in columns
    ]
    room, wanted = max(0, width - sum(words)), sum(whole) - sum(words)
    if wanted <= room:
        return whole
    return [
        least + (more - least) * room // wanted for least, more in zip(words, whole, strict=True)
    ]


def _least(label: str, cells: Iterable[Cell], split: Callable[[str], list[str]]) -> int:
    head = max((text_width(word, look.BOLD_LETTER) for word in split(label)), default=0)
    texts = [text for cell in cells for text in texts_of(cell.blocks)]
    short = (text for text in texts if len(text) <= _SHORT_TEXT)
    words = max((text_width(word) for text in short for word in split(text)), default=0)
    return _SIDES + max(head, words)


def _for_text(cells: Iterable[Cell]) -> int:
    texts = (text for cell in cells for text in texts_of(cell.blocks))
    longest = max((text_width(line) for text in texts for line in lines(text)), default=0)
    return _SIDES + min(longest, look.LEAST_TEXT)


def lines(text: str) -> list[str]:
    """Gives the lines of a text; an empty text has one."""
    return text.split("\n")


def _unbroken(text: str) -> list[str]:
    """Gives what should stay on one line: dates, numbers, words and short Chinese answers."""
    if len(text) > _SHORT_TEXT:
        return []
    if text_width(text) <= (_SHORT_ANSWER if count_wide(text) else _SHORT_WORDS):
        return lines(text)
    return _WORD.findall(text)


def widths_of(shares: list[int], least: list[int], width: int) -> list[int]:
    """Divides a width by shares, none below its least as far as there is room for that.

    The sum is the width exactly: tables whose grid and cells disagree look broken in WPS.
    """
    whole = sum(max(1, share) for share in shares)
    wanted = [width * max(1, share) // whole for share in shares]
    floors = [min(floor, look.WIDEST_WORD) for floor in least]
    if sum(floors) > width:
        floors = [floor * width // sum(floors) for floor in floors]
    widths = [max(pair) for pair in zip(wanted, floors, strict=True)]
    excess = sum(widths) - width
    slack = [have - floor for have, floor in zip(widths, floors, strict=True)]
    if excess > 0:
        widths = [w - excess * s // sum(slack) for w, s in zip(widths, slack, strict=True)]
    widths[widths.index(max(widths))] += width - sum(widths)
    return widths
