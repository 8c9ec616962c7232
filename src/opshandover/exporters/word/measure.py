"""How much room text takes, so that columns fit what they hold and long rows may be split."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import assert_never

from attrs import frozen

from opshandover.blocks import (
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
from opshandover.exporters.word.look import CELL_SIDE, LEAST_TEXT, WIDEST_WORD, Look
from opshandover.exporters.word.xml import count_wide

_WORD = re.compile(r"[!-~](?:(?<=\d)\d{3}-\d\d-\d\d \d\d:\d\d)?[!-~]*")
"""A word; a time belongs to its date."""
_SIGN = re.compile("[\u2190-\u27bf]")
"""Arrows and shapes take as much room as a Chinese character."""
_SHORT_TEXT = 40
_SIDES = 2 * CELL_SIDE + 20
_CHARACTER = 10
"""How wide a Chinese character of one half point is (twips)."""
_SHORT_ANSWER, _SHORT_WORDS = 8.06, 11.3
"""Answers of so many characters or letters stay on one line."""


@frozen
class Ruler:
    """Measures the text of tables as a look sets it; all widths are in twips."""

    character: int
    letter: int
    bold_letter: int

    @classmethod
    def of(cls, look: Look) -> "Ruler":
        """Gives the ruler for the tables of a look."""
        size = look.table_size
        letters = (int(size * letter) for letter in (look.letter, look.bold_letter))
        return cls(size * _CHARACTER, *letters)

    def width(self, text: str, *, bold: bool = False) -> int:
        """Estimates how wide a line of text is."""
        letter = self.bold_letter if bold else self.letter
        if text.isascii():
            return len(text) * letter
        wide = count_wide(text) + len(_SIGN.findall(text))
        return wide * self.character + (len(text) - wide) * letter

    def lines(self, blocks: Iterable[Block], width: int) -> int:
        """Estimates how many lines some blocks take in a column of a width."""
        room = max(1, width - _SIDES)
        return sum(self._lines(text, room) for text in texts_of(blocks))

    def _lines(self, text: str, room: int) -> int:
        return sum(1 + self.width(line) // room for line in lines(text))

    def is_long(self, blocks: Sequence[Block], width: int, most: int) -> bool:
        """Says whether some blocks take more lines than `most` in a column of a width."""
        return bool(blocks) and self.lines(blocks, width) > most

    def long_texts(self, texts: Iterable[str], width: int, most: int) -> set[str]:
        """Gives those of some texts that take more lines than `most` in a column of a width.

        Lines are counted only where a text may fill that many.
        """
        room = max(1, width - _SIDES)
        enough = most * room // self.character
        return {
            text
            for text in texts
            if (len(text) >= enough or "\n" in text) and self._lines(text, room) > most
        }

    def label(self, label: str) -> int:
        """Gives the width of a column in which a label stands on one line."""
        return _SIDES + max(self.width(line, bold=True) for line in lines(label))

    def least(
        self, labels: Sequence[str], texts: Sequence[Collection[str]], width: int
    ) -> list[int]:
        """Gives the least widths of columns: no word is broken, and no short answer either.

        Where there is no room for both, it is the answers that are broken between their words.

        Args:
            labels: what stands above the columns.
            texts: all that is to be read in each column.
            width: the room that all columns have together.
        """
        wanted = list(map(self._wanted, labels, texts))
        words, whole = ([pair[n] for pair in wanted] for n in range(2))
        room, lacking = max(0, width - sum(words)), sum(whole) - sum(words)
        if lacking <= room:
            return whole
        return [
            least + (more - least) * room // lacking
            for least, more in zip(words, whole, strict=True)
        ]

    def _wanted(self, label: str, texts: Collection[str]) -> tuple[int, int]:
        """Gives how wide a column must be for its words, and how wide for whole answers."""
        short = [text for text in texts if len(text) <= _SHORT_TEXT]
        words = max(map(len, _WORD.findall("\n".join(short))), default=0) * self.letter
        words = max(words, self._widest(_WORD.findall(label), bold=True))
        answers = [line for text in short if self._is_answer(text) for line in lines(text)]
        head = lines(label) if self._is_answer(label) else []
        whole = max(words, self._widest(answers), self._widest(head, bold=True))
        whole = max(whole, self._for_text(texts))
        return min(_SIDES + words, WIDEST_WORD), min(_SIDES + whole, WIDEST_WORD)

    def _widest(self, texts: Iterable[str], *, bold: bool = False) -> int:
        return max((self.width(text, bold=bold) for text in texts), default=0)

    def _for_text(self, texts: Iterable[str]) -> int:
        longest = 0
        for text in texts:
            if longest >= LEAST_TEXT:
                break
            if len(text) * self.character > longest:
                longest = max(longest, *map(self.width, lines(text)))
        return min(longest, LEAST_TEXT)

    def _is_answer(self, text: str) -> bool:
        answer, words = _SHORT_ANSWER * self.character, _SHORT_WORDS * self.letter
        if len(text) * self.letter > answer:
            return False
        return self.width(text) <= (answer if count_wide(text) else words)


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Gives every text in some blocks, in order."""
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
    """Gives the lines of a text; an empty text has one."""
    return text.split("\n")


def widths_of(shares: list[int], least: list[int], width: int) -> list[int]:
    """Divides a width by shares, none below its least as far as there is room for that.

    The sum is the width exactly: tables whose grid and cells disagree look broken in WPS.
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
