"""The index of documents: numbered and sorted by category."""

from collections.abc import Sequence

from attrs import evolve

from opshandover.layout.words.labels import NUMBER
from opshandover.layout.words.short import text_cell
from opshandover.model.documents import DocumentKind, DocumentRef
from opshandover.model.fields import field_map
from opshandover.pages.blocks import Align, Cell, Column, Paragraph, Row, Run, Table
from opshandover.plain_text import shortened
from opshandover.text import Lang

FEWEST = 4
"""The minimum number of documents for an index, unless they have two categories."""


def index_table(table: Table, documents: Sequence[DocumentRef], lang: Lang) -> Table:
    """Return a table of documents with sorted and numbered rows; a short table is returned unchanged.

    Categories are in the order of the kinds of documents in them; the kind replaces a missing category.
    The category becomes the first column after the number, in bold where it changes; one that all share has
    no column.
    """
    groups = [_group(document, lang) for document in documents]
    if len(documents) < FEWEST and len(set(groups) - {""}) < 2:
        return table
    order = _order(documents, groups)
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
    group_column = columns.pop(at) if at is not None else Column(label=shown[0], share=12)
    head = Column(label=NUMBER[lang], align=Align.END, share=7)
    return evolve(table, columns=(head, *([group_column] if is_grouped else ()), *columns), rows=tuple(rows))


def _group(document: DocumentRef, lang: Lang) -> str:
    kind = document.kind.label[lang] if document.kind else ""
    return document.category.strip() or kind


def _order(documents: Sequence[DocumentRef], groups: Sequence[str]) -> list[int]:
    """The indices of the documents in the order of the index; documents without category or kind come last."""
    kinds = list(DocumentKind)
    ranks: dict[str, tuple[bool, int, int]] = {}
    for i, (document, group) in enumerate(zip(documents, groups, strict=True)):
        kind = kinds.index(document.kind) if document.kind else len(kinds)
        known = ranks.get(group, (not group, kind, i))
        ranks[group] = (known[0], min(known[1], kind), known[2])
    return sorted(range(len(documents)), key=lambda i: ranks[groups[i]])


def _strong(cell: Cell) -> Cell:
    match cell.blocks:
        case (Paragraph(runs=runs) as only,):
            strong: tuple[Run, ...] = tuple(evolve(run, strong=True) for run in runs)
            return evolve(cell, blocks=(evolve(only, runs=strong),))
        case _:
            return cell
