"""What a page shows a second time, to be passed over: each part by its heading, its columns and its sentences."""

import re
from collections.abc import Sequence
from functools import cache

from opshandover.layout.words import labels
from opshandover.layout.words.readable import key_of
from opshandover.model.fields import field_map
from opshandover.model.goals import Goal
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Block, Cell, Chart, Divider, Paragraph, Quote, Table, text_of
from opshandover.plain_text import FULL, LEFT
from opshandover.reading.own.context import Context
from opshandover.reading.own.records import drawn
from opshandover.text import LANGUAGES, Text

_HEADINGS = (labels.FIRST_THINGS, labels.IN_FOCUS, labels.TO_FOLLOW_UP, labels.ALSO_TO_FOLLOW_UP, labels.FINDINGS)
_VIEWS = (labels.MATRIX, labels.BREAKDOWN)
_SENTENCES = (
    labels.TAKES_OVER,
    labels.AND_MORE,
    labels.COVERAGE,
    labels.FINDINGS_COUNT,
    labels.NO_FINDINGS,
    labels.NOT_CHECKED,
    labels.WAIVED,
)


def is_repeated_part(text: str) -> bool:
    """Whether a heading is that of a part of the page that repeats others."""
    return key_of(text) in _keys(_HEADINGS)


def is_view(text: str) -> bool:
    """Whether a heading within a section is that of a view of it."""
    return key_of(text) in _keys(_VIEWS)


@cache
def _keys(texts: Sequence[Text]) -> frozenset[str]:
    return frozenset(key_of(text[lang]) for text in texts for lang in LANGUAGES)


def pass_over(blocks: Sequence[Block], context: Context) -> None:
    """Pass over what repeats others; anything else is left."""
    context.leave(*(block for block in blocks if not is_repeated(block)))


def is_repeated(block: Block) -> bool:
    """Whether a block has the columns or the words of one that repeats others."""
    match block:
        case Paragraph(runs=runs):
            text = text_of(runs)
            return any(pattern.fullmatch(text) for pattern in _patterns())
        case Table(columns=columns):
            return all(column.label in _columns() for column in columns)
        case Quote(blocks=blocks):
            return bool(blocks) and all(map(is_repeated, blocks))
        case _:
            return drawn(block) or isinstance(block, Divider)


def without_bars(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks without charts that a format draws with characters: a title in bold, a table of bars, perhaps a note."""
    kept: list[Block] = []
    for block in blocks:
        if _is_bar_table(block) and kept and _says(kept[-1], labels.AGAINST_TARGET):
            kept.pop()
            kept.append(_DRAWN)
        elif not (kept and kept[-1] is _DRAWN and _says(block, labels.NOT_DRAWN)):
            kept.append(block)
    return [block for block in kept if block is not _DRAWN]


_DRAWN = Chart(title="", categories=(), series=())
"""Stands where a chart was."""


def _says(block: Block, text: Text) -> bool:
    patterns = (_pattern(text[lang]) for lang in LANGUAGES)
    return isinstance(block, Paragraph) and any(pattern.fullmatch(text_of(block.runs)) for pattern in patterns)


def _is_bar_table(block: Block) -> bool:
    if not isinstance(block, Table) or not block.columns or block.columns[0].label:
        return False
    figures = [cell for row in block.rows for cell in row.cells[1:]]
    return all(not cell.blocks or _BAR.match(_text_of(cell)) is not None for cell in figures)


_BAR = re.compile(rf"[{FULL}{LEFT}]+ |[+-]?\d")


def _text_of(cell: Cell) -> str:
    """The text of a cell, of its paragraphs only."""
    return " ".join(text_of(block.runs) for block in cell.blocks if isinstance(block, Paragraph))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)), re.DOTALL)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(text[lang]) for text in _SENTENCES for lang in LANGUAGES)


@cache
def _columns() -> frozenset[str]:
    texts = [
        *(labels.ITEM, labels.WHY, labels.URGENT, labels.NOT_URGENT, labels.TASKS_DONE, Goal.label),
        *(labels.SEVERITY, labels.RULE, labels.LOCATION, labels.FINDING),
        *(field_map(Task)[name].label for name in ("owner", "new_owner", "due", "next_step")),
        field_map(Goal)["owner"].label,
    ]
    return frozenset(("", *(text[lang] for text in texts for lang in LANGUAGES)))
