"""What a page shows a second time, to be passed over: each part by its heading, its columns and its sentences."""

import re
from collections.abc import Sequence
from functools import cache

from opshandover.layout.words import labels
from opshandover.layout.words.readable import key_of
from opshandover.model.fields import field_map
from opshandover.model.goals import Goal
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Block, Divider, Paragraph, Quote, Table, text_of
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


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text[lang])), re.DOTALL)
        for text in _SENTENCES
        for lang in LANGUAGES
    )


@cache
def _columns() -> frozenset[str]:
    texts = [
        *(labels.ITEM, labels.WHY, labels.URGENT, labels.NOT_URGENT, labels.TASKS_DONE, Goal.label),
        *(labels.SEVERITY, labels.RULE, labels.LOCATION, labels.FINDING),
        *(field_map(Task)[name].label for name in ("owner", "new_owner", "due", "next_step")),
        field_map(Goal)["owner"].label,
    ]
    return frozenset(("", *(text[lang] for text in texts for lang in LANGUAGES)))
