"""The order in which a page shows the records of a list: of most classes that of the list."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from opshandover.model.choice import choice_for
from opshandover.model.documents import DocumentKind, DocumentRef
from opshandover.model.handover import HandoverItem, HandoverPhase

FEWEST = 4
"""The minimum number of documents for an index, unless they have two categories."""

PHASES = (
    HandoverPhase.PREPARATION,
    HandoverPhase.EXECUTION,
    HandoverPhase.CONFIRMATION,
    HandoverPhase.FOLLOW_UP,
    None,
)
"""The phases of a handover in order, and last what has none."""


def shown_order(values: Sequence[Any]) -> Sequence[int]:
    """The indices of values in the order in which they are shown."""
    order = _ORDERS.get(values[0].__class__) if len(values) > 1 else None
    return order(values) if order else range(len(values))


def group_of(document: DocumentRef) -> DocumentKind | str:
    """What a document stands under in an index: its category, or else its kind."""
    category = document.category.strip()
    return choice_for(DocumentKind, category) or category if category else document.kind or ""


def has_index(documents: Sequence[DocumentRef]) -> bool:
    """Whether documents are shown as an index."""
    return len(documents) >= FEWEST or len({group_of(document) for document in documents} - {""}) > 1


def _of_documents(documents: Sequence[DocumentRef]) -> Sequence[int]:
    """Categories are in the order of the kinds of documents in them; what has neither comes last."""
    if not has_index(documents):
        return range(len(documents))
    kinds = list(DocumentKind)
    ranks: dict[DocumentKind | str, tuple[bool, int, int]] = {}
    for i, document in enumerate(documents):
        group = group_of(document)
        kind = kinds.index(document.kind) if document.kind else len(kinds)
        known = ranks.get(group, (not group, kind, i))
        ranks[group] = (known[0], min(known[1], kind), known[2])
    return sorted(range(len(documents)), key=lambda i: ranks[group_of(documents[i])])


def _of_items(items: Sequence[HandoverItem]) -> Sequence[int]:
    return sorted(range(len(items)), key=lambda i: PHASES.index(items[i].phase))


_ORDERS: Mapping[type[Any], Callable[[Sequence[Any]], Sequence[int]]] = {
    DocumentRef: _of_documents,
    HandoverItem: _of_items,
}
"""Classes of records that are shown in an order of their own."""
