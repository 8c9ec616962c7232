"""Estimates of the room that text takes, to fit columns to their content and to split long rows."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from math import ceil, inf
from typing import assert_never

from attrs import frozen

from opshandover.exporters.word.design import CELL_SIDE, HALF_POINT, LEAST_TEXT, WIDEST_WORD, Design
from opshandover.exporters.word.font_widths import WIDEST, Font, find_font
from opshandover.ooxml.xml import count_wide
from opshandover.pages.blocks import (
    Block,
    Chart,
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

_SHORT_TEXT = 40
_SIDES = 2 * CELL_SIDE + 20
_SHORT_ANSWER, _SHORT_WORDS = 8.06, 7
"""The maximum width of a short answer, which is kept on one line, relative to the type size: Chinese, others."""
_BYTES_OF_ANSWER = 24
"""The maximum length of a short answer in UTF-8, where a Chinese character takes three bytes."""


@frozen
class TextMeasurer:
    """Measures the text of tables in a design; all widths are in twips."""

    size: int
    plain: Font
    bold: Font

    @classmethod
    def of(cls, design: Design) -> "TextMeasurer":
        """Return the measurer for the tables of a design."""
        size = design.table_size * HALF_POINT
        return cls(size, find_font(design.latin), find_font(design.latin, bold=True))

    def width(self, text: str, *, bold: bool = False) -> int:
        """Estimate the width of a line of text."""
        return ceil((self.bold if bold else self.plain).width(text) * self.size)

    def lines(self, blocks: Iterable[Block], width: int) -> int:
        """Estimate the number of lines that blocks take in a column of a width."""
        room = max(1, width - _SIDES)
        return sum(self._lines(text, room) for text in texts_of(blocks))

    def _lines(self, text: str, room: int) -> int:
        return sum(1 + self.width(line) // room for line in lines(text))

    def is_long(self, blocks: Sequence[Block], width: int, most: int) -> bool:
        """Whether blocks take more lines than `most` in a column of a width."""
        return bool(blocks) and self.lines(blocks, width) > most

    def long_texts(self, texts: Iterable[str], width: int, most: int) -> set[str]:
        """Return the texts that take more lines than `most` in a column of a width.

        Lines are counted only if a text is long enough to fill that many.
        """
        room = max(1, width - _SIDES)
        enough = most * room // ceil(WIDEST * self.size)
        return {text for text in texts if (len(text) >= enough or "\n" in text) and self._lines(text, room) > most}

    def label(self, label: str) -> int:
        """Return the width of a column in which a label takes one line."""
        return _SIDES + max(self.width(line, bold=True) for line in lines(label))

    @staticmethod
    def least(wanted: Sequence[tuple[int, int, int]], width: int) -> list[int]:
        """Return the minimum widths of columns: no word is broken, and no short answer either.

        Where there is no room for both, short answers are broken between words first; then columns of long
        text become narrow; words are broken last.

        Args:
            wanted: the widths that each column needs.
            width: the width of all columns together.
        """
        levels = list(zip(*wanted, strict=True))
        for less, more in pairwise(levels):
            room, lacking = max(0, width - sum(less)), sum(more) - sum(less)
            if lacking > room:
                pairs = zip(less, more, strict=True)
                return [low + (high - low) * room // lacking for low, high in pairs]
        return list(levels[-1])

    def wanted(self, label: str, texts: Collection[str]) -> tuple[int, int, int]:
        """Return the widths that a column needs for words, for long texts as well, and for short answers too."""
        short = [text for text in texts if len(text) <= _SHORT_TEXT]
        words = ceil(self.plain.widest_word("\n".join(short)) * self.size)
        words = max(words, ceil(self.bold.widest_word(label) * self.size))
        is_long = self._widest(chain.from_iterable(map(lines, texts)), LEAST_TEXT) >= LEAST_TEXT
        long = max(words, LEAST_TEXT) if is_long else words
        answers = [line for text in short if self._is_answer(text) for line in lines(text)]
        head = lines(label) if self._is_answer(label) else []
        whole = max(long, self._widest(answers), self._widest(head, bold=True))
        words, long, whole = (min(_SIDES + each, WIDEST_WORD) for each in (words, long, whole))
        return words, long, whole

    def _widest(self, texts: Iterable[str], enough: float = inf, *, bold: bool = False) -> int:
        """Return the width of the widest line, or of the first that is at least `enough`."""
        widest, most = 0, ceil(WIDEST * self.size)
        for text in texts:
            if len(text) * most > widest:
                widest = max(widest, self.width(text, bold=bold))
                if widest >= enough:
                    break
        return widest

    def _is_answer(self, text: str) -> bool:
        if len(text.encode(errors="ignore")) > _BYTES_OF_ANSWER:
            return False
        return self.plain.width(text) <= (_SHORT_ANSWER if count_wide(text) else _SHORT_WORDS)


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every text in some blocks, in order."""
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                yield text_of(runs)
            case Heading(text=text) | Code(text=text):
                yield text
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
            case Chart():
                yield from (block.title, *block.categories, block.note)
            case Divider():
                pass
            case _:
                assert_never(block)


def _within(block: ListBlock | Quote) -> Iterable[Block]:
    if isinstance(block, Quote):
        return block.blocks
    return (inner for item in block.items for inner in item.blocks)


def lines(text: str) -> list[str]:
    """Return the lines of a text; an empty text has one."""
    return text.split("\n")


def widths_of(shares: list[int], least: list[int], width: int) -> list[int]:
    """Divide a width by shares, with each part at least its minimum as far as there is room.

    The parts add up to the width exactly: a table whose grid and cells disagree looks broken in WPS.
    """
    whole = sum(max(1, share) for share in shares)
    wanted = [width * max(1, share) // whole for share in shares]
    floors = [min(floor, WIDEST_WORD) for floor in least]
    if sum(floors) > width:
        floors = [floor * width // sum(floors) for floor in floors]
    widths = [max(pair) for pair in zip(wanted, floors, strict=True)]
    excess = sum(widths) - width
    slack = [have - floor for have, floor in zip(widths, floors, strict=True)]
    if excess > 0:
        widths = [w - excess * s // sum(slack) for w, s in zip(widths, slack, strict=True)]
    widths[widths.index(max(widths))] += width - sum(widths)
    return widths
