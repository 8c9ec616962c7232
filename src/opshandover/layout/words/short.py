"""Values repeated in summaries: short, on one line, and without a path.

A value is read back from the place where it is shown first; here it is repeated to be seen together
with others.
"""

from collections.abc import Sequence
from datetime import date

from opshandover.layout.words.labels import AND_SO_ON, PUNCTUATION
from opshandover.layout.words.scalars import format_date, width
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record
from opshandover.model.people import Person
from opshandover.pages.blocks import Cell, Column, Paragraph, Role, Row, Run, Runs, Table
from opshandover.text import Lang

_LONGEST = 120
"""The maximum display width; a wider text is shortened."""


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut off with an ellipsis where it is too wide."""
    line = " ".join(text.split())
    if width(line) <= longest:
        return line
    room = longest - width(AND_SO_ON)
    end = 0
    while end < len(line) and (room := room - width(line[end])) >= 0:
        end += 1
    return line[:end].rstrip() + AND_SO_ON


def name_of(record: Record | None, lang: Lang) -> str:
    """Return the short name of a record, or the label of its class if it has no name."""
    if record is None:
        return ""
    return shortened(title_of(record, lang)) or record.label[lang]


def person_name(person: Person | None) -> str:
    """Return the name of a person; empty if there is none."""
    return shortened(person.name) if person else ""


def owner_of(record: Record) -> Person | None:
    """Return the person responsible for a record from now on."""
    return getattr(record, "new_owner", None) or getattr(record, "owner", None)


def due_text(due: date | None) -> str:
    """Return a date as text; empty if there is none."""
    return format_date(due) if due else ""


def with_details(name: str, details: Sequence[str], lang: Lang) -> Runs:
    """Return a name with further details in brackets."""
    marks = PUNCTUATION[lang]
    said = marks.comma.join(filter(None, details))
    return (Run(text=name), Run(text=marks.opening + said + marks.closing)) if said else (Run(text=name),)


def plain_paragraph(*runs: Run, role: Role = Role.NONE) -> Paragraph:
    """Build a paragraph without a path."""
    return Paragraph(runs=runs, role=role)


def text_cell(text: str) -> Cell:
    """Build a cell of plain text."""
    return Cell(blocks=(plain_paragraph(Run(text=text)),) if text else ())


def text_table(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], role: Role = Role.NONE) -> Table:
    """Build a table of plain texts; each column has a label and a share of the width."""
    return Table(
        columns=tuple(Column(label=label, share=share) for label, share in columns),
        rows=tuple(Row(cells=tuple(map(text_cell, row))) for row in rows),
        role=role,
    )
