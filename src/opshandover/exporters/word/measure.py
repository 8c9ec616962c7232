"""How much room text takes, so that columns fit what they hold and long rows may be split."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from attrs import frozen

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
from opshandover.exporters.word.look import CELL_SIDE, LEAST_TEXT, WIDEST_WORD
from opshandover.exporters.word.xml import count_wide

_WORD = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d[!-~]*|[!-~]+")
"""A word; a time belongs to its date."""
_SIGN = re.compile("[\u2190-\u27bf]")
"""Arrows and shapes take as much room as a Chinese character."""
_SHORT_TEXT = 40
_SIDES = 2 * CELL_SIDE + 20
_CHARACTER, _LETTER, _BOLD_LETTER = 10, 5.9, 7.62
"""How wide a Chinese character and a Latin letter are in a broad font, of one half point."""
_SHORT_ANSWER, _SHORT_WORDS = 8.06, 11.3
"""Answers of so many characters or letters stay on one line."""

_Words = Callable[[set[str]], Iterable[str]]


@frozen
class Ruler:
    """Measures text that is set in type of a size (half points); all widths are in twips."""

    size: int

    def width(self, text: str, *, bold: bool = False) -> int:
        """Estimates how wide a line of text is."""
        letter = int(self.size * (_BOLD_LETTER if bold else _LETTER))
        if text.isascii():
            return len(text) * letter
        wide = count_wide(text) + len(_SIGN.findall(text))
        return wide * self.size * _CHARACTER + (len(text) - wide) * letter

    def lines(self, blocks: Iterable[Block], width: int) -> int:
        """Estimates how many lines some blocks take in a column of a width."""
        room = max(1, width - _SIDES)
        return sum(
            1 + self.width(line) // room for text in texts_of(blocks) for line in lines(text)
        )

    def is_long(self, cells: Iterable[Cell], widths: Iterable[int], most: int) -> bool:
        """Says whether any cell has more lines than `most`."""
        return any(
            self._may_be_long(cell.blocks, width, most) and self.lines(cell.blocks, width) > most
            for cell, width in zip(cells, widths, strict=True)
        )

    def _may_be_long(self, blocks: Sequence[Block], width: int, most: int) -> bool:
        """Says whether it is worth counting lines; not so for a text that is short anyway."""
        match blocks:
            case ():
                return False
            case (Paragraph(runs=(run,)),):
                room = max(1, width - _SIDES)
                broad = len(run.text) * self.size * _CHARACTER
                return run.text.count("\n") + 1 + broad // room > most
            case _:
                return True

    def label(self, label: str) -> int:
        """Gives the width of a column in which a label stands on one line."""
        return _SIDES + max(self.width(line, bold=True) for line in lines(label))

    def least(self, columns: Sequence[tuple[str, Sequence[Cell]]], width: int) -> list[int]:
        """Gives the least widths of columns: no word is broken, and no short answer either.

        Where there is no room for both, it is the answers that are broken between their words.
        """
        words: list[int] = []
        whole: list[int] = []
        for label, cells in columns:
            blocks = {id(cell.blocks): cell.blocks for cell in cells}.values()
            texts = {text for one in blocks for text in texts_of(one)}
            short = {text for text in texts if len(text) <= _SHORT_TEXT}
            least = self._least(label, short, _words_of)
            words.append(min(least, WIDEST_WORD))
            unbroken = self._least(label, short, self._unbroken)
            whole.append(min(max(unbroken, self._for_text(texts)), WIDEST_WORD))
        room, wanted = max(0, width - sum(words)), sum(whole) - sum(words)
        if wanted <= room:
            return whole
        return [
            least + (more - least) * room // wanted
            for least, more in zip(words, whole, strict=True)
        ]

    def _least(self, label: str, texts: set[str], split: _Words) -> int:
        head = max((self.width(word, bold=True) for word in split({label})), default=0)
        return _SIDES + max(head, max(map(self.width, split(texts)), default=0))

    def _for_text(self, texts: Iterable[str]) -> int:
        longest = 0
        for line in {line for text in texts for line in lines(text)}:
            if longest < LEAST_TEXT and len(line) * self.size * _CHARACTER > longest:
                longest = max(longest, self.width(line))
        return _SIDES + min(longest, LEAST_TEXT)

    def _unbroken(self, texts: set[str]) -> Iterable[str]:
        """Gives what should stay on one line: dates, numbers, words and short Chinese answers."""
        broken: set[str] = set()
        for text in texts:
            if self._is_answer(text):
                yield from lines(text)
            else:
                broken.add(text)
        yield from _words_of(broken)

    def _is_answer(self, text: str) -> bool:
        most = _SHORT_ANSWER * _CHARACTER if count_wide(text) else _SHORT_WORDS * _LETTER
        return len(text) <= _SHORT_TEXT and self.width(text) <= most * self.size


def _words_of(texts: set[str]) -> Iterable[str]:
    """Gives the different words of many texts, found in one go."""
    return set(_WORD.findall("\n".join(texts)))


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
