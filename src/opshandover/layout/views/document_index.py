"""The index of documents: numbered and sorted by category."""

from collections.abc import Sequence

from attrs import evolve

from opshandover.layout.words.labels import GROUP, NUMBER
from opshandover.layout.words.order import group_of, has_index, shown_order
from opshandover.layout.words.short import text_cell
from opshandover.model.documents import DocumentKind, DocumentRef
from opshandover.model.fields import field_map
from opshandover.pages.blocks import Align, Cell, Column, Paragraph, Row, Table, set_strong
from opshandover.plain_text import shortened
from opshandover.text import Lang


def index_table(table: Table, documents: Sequence[DocumentRef], lang: Lang) -> Table:
    """Return a table of documents with sorted and numbered rows; a short table is returned unchanged.

    Categories are in the order of the kinds of documents in them; the kind replaces a missing category.
    The category becomes the first column after the number, in bold where it changes; one that all share has
    no column.
    """
    if not has_index(documents):
        return table
    groups = [_group(document, lang) for document in documents]
    order = shown_order(documents)
    labels = [column.label for column in table.columns]
    shown = [field_map(DocumentRef)[name].label[lang] for name in ("category", "kind")]
    at = next((labels.index(label) for label in shown if label in labels), None)
    is_grouped = at is not None or len(set(groups)) > 1
    before = ""
    rows: list[Row] = []
    for number, i in enumerate(order, start=1):
        cells = list(table.rows[i].cells)
        group = cells.pop(at) if at is not None else text_cell(shortened(groups[i]))
        first = (_strong(group) if groups[i] != before else group,) if is_grouped else ()
        before = groups[i]
        rows.append(evolve(table.rows[i], cells=(text_cell(str(number)), *first, *cells)))
    columns = list(table.columns)
    group_column = columns.pop(at) if at is not None else Column(label=GROUP[lang], share=12)
    head = Column(label=NUMBER[lang], align=Align.END, share=7)
    return evolve(table, columns=(head, *([group_column] if is_grouped else ()), *columns), rows=tuple(rows))


def _group(document: DocumentRef, lang: Lang) -> str:
    group = group_of(document)
    return group.label[lang] if isinstance(group, DocumentKind) else group


def _strong(cell: Cell) -> Cell:
    match cell.blocks:
        case (Paragraph(runs=runs) as only,):
            strong = set_strong(runs)
            return evolve(cell, blocks=(evolve(only, runs=strong),))
        case _:
            return cell
