"""Texts for derived views: short, on one line and without a path.

They repeat values that are shown, and read back, elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence

from opshandover.layout.words.labels import PUNCTUATION
from opshandover.layout.words.scalars import format_when
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record, When
from opshandover.model.people import Person
from opshandover.pages.blocks import (
    Block,
    Cell,
    Code,
    Column,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Row,
    Run,
    Runs,
    Table,
    text_of,
)
from opshandover.pages.markdown import blocks_of
from opshandover.plain_text import LONGEST, clipped, shortened
from opshandover.text import Lang


def name_of(record: Record | None, lang: Lang, room: int = LONGEST) -> str:
    """The short name of a record, or the label of its class."""
    if record is None:
        return ""
    return shortened(title_of(record, lang), room) or record.label[lang]


def person_name(person: Person | None, room: int = LONGEST) -> str:
    """The name of a person, or nothing."""
    return shortened(person.name, room) if person else ""


def sentence(prose: str, lang: Lang, room: int = LONGEST) -> str:
    """Prose in one line, without its markup, cut between clauses."""
    return clipped(_bare(blocks_of(prose), lang), room)


def _bare(blocks: Iterable[Block], lang: Lang) -> str:
    return " ".join(_texts(blocks, lang))


def _texts(blocks: Iterable[Block], lang: Lang) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield text_of(block.runs)
            case Code():
                yield block.text
            case Quote():
                yield from _texts(block.blocks, lang)
            case ListBlock():
                yield PUNCTUATION[lang].semicolon.join(_bare(item.blocks, lang) for item in block.items)
            case Table():
                for row in block.rows:
                    yield PUNCTUATION[lang].comma.join(_bare(cell.blocks, lang) for cell in row.cells)
            case _:  # lines across the page; prose has no other blocks
                pass


def number_of(record: Record) -> str:
    """Return the number by which people know a record, such as that of its ticket."""
    return shortened(getattr(record, "id", ""), LONGEST)


def due_text(due: When | None) -> str:
    """Return a date, with its time if it has one, as text; empty if there is none."""
    return format_when(due) if due else ""


def with_details(name: str, details: Sequence[str], lang: Lang) -> Runs:
    """Return a name with further details in brackets."""
    marks = PUNCTUATION[lang]
    said = marks.comma.join(filter(None, details))
    return (Run(text=name), Run(text=marks.opening + said + marks.closing)) if said else (Run(text=name),)


def plain_paragraph(*runs: Run, role: Role = Role.NONE) -> Paragraph:
    """Return a derived paragraph."""
    return Paragraph(runs=runs, role=role, derived=True)


def text_cell(text: str) -> Cell:
    """Return a derived cell with a text."""
    return Cell(blocks=(plain_paragraph(Run(text=text)),) if text else (), derived=True)


def filled_table(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], role: Role = Role.NONE) -> Table:
    """Build a table of plain texts, without the columns that are empty in all rows."""
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return text_table([columns[at] for at in used], [[row[at] for at in used] for row in rows], role)


def text_table(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], role: Role = Role.NONE) -> Table:
    """Build a table of plain texts; each column has a label and a share of the width."""
    return Table(
        columns=tuple(Column(label=label, share=share) for label, share in columns),
        rows=tuple(Row(cells=tuple(map(text_cell, row))) for row in rows),
        role=role,
        derived=True,
    )
