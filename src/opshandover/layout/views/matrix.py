"""The priority matrix: open tasks of a section by urgency and importance."""

from collections.abc import Iterable, Sequence

from opshandover.document.dates import due_order
from opshandover.document.people import responsible_for
from opshandover.layout.headings import heading
from opshandover.layout.words.labels import (
    AND_MORE_ABOVE,
    IMPORTANT,
    MATRIX,
    NOT_IMPORTANT,
    NOT_URGENT,
    NOTHING_HERE,
    PUNCTUATION,
    URGENT,
)
from opshandover.layout.words.scalars import format_choice
from opshandover.layout.words.short import due_text, name_of, person_name, plain_paragraph
from opshandover.model.base import Priority
from opshandover.model.document import OpsDocument
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Block, Cell, Column, ListBlock, ListItem, Role, Row, Run, Table, derived
from opshandover.text import Lang

FEWEST = 3
"""The minimum number of open tasks for a matrix."""

MOST = 12
"""The maximum number of tasks in one field."""

_ROWS = (
    (IMPORTANT, (Priority.URGENT_IMPORTANT, Priority.IMPORTANT_NOT_URGENT)),
    (NOT_IMPORTANT, (Priority.URGENT_NOT_IMPORTANT, Priority.DEFERRABLE)),
)


def matrix_blocks(tasks: Iterable[Task], document: OpsDocument, lang: Lang) -> tuple[Block, ...]:
    """Return the open tasks in the four fields of the matrix, in order of their due dates.

    Args:
        tasks: all tasks of one section.
        document: the document, which says who takes over what names nobody.
        lang: the language of the labels.
    """
    ranked = [task for task in tasks if task.open and task.priority]
    if len(ranked) < FEWEST:
        return ()
    columns = (
        Column(label="", share=12),
        Column(label=URGENT[lang], share=44),
        Column(label=NOT_URGENT[lang], share=44),
    )
    rows = tuple(
        Row(
            cells=(
                Cell(blocks=(plain_paragraph(Run(text=label[lang], strong=True)),)),
                *(_field(priority, ranked, document, lang) for priority in priorities),
            )
        )
        for label, priorities in _ROWS
    )
    return derived(heading(MATRIX[lang], 2), Table(columns=columns, rows=rows))


def _field(priority: Priority, ranked: Sequence[Task], document: OpsDocument, lang: Lang) -> Cell:
    label = plain_paragraph(Run(text=format_choice(priority, lang), strong=True))
    tasks = sorted((task for task in ranked if task.priority is priority), key=lambda task: due_order(task.due))
    if not tasks:
        nothing = plain_paragraph(Run(text=NOTHING_HERE[lang]), role=Role.NOTHING)
        return Cell(blocks=(label, nothing))
    items = [ListItem(blocks=_entry(task, document, lang)) for task in tasks[:MOST]]
    if len(tasks) > MOST:
        more = AND_MORE_ABOVE[lang].format(number=len(tasks) - MOST)
        items.append(ListItem(blocks=(plain_paragraph(Run(text=more)),)))
    return Cell(blocks=(label, ListBlock(items=tuple(items))))


def _entry(task: Task, document: OpsDocument, lang: Lang) -> tuple[Block, ...]:
    """A task, with owner and due date in small print below it."""
    asides = filter(None, (person_name(responsible_for(task, document)), due_text(task.due)))
    said = PUNCTUATION[lang].comma.join(asides)
    below = (plain_paragraph(Run(text=said), role=Role.METADATA),) if said else ()
    return (plain_paragraph(Run(text=name_of(task, lang))), *below)
