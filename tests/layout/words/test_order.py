"""The order of lists on a page."""

from opshandover.layout.words.order import group_of, has_index, shown_order
from opshandover.model.documents import DocumentKind, DocumentRef
from opshandover.model.handover import HandoverItem, HandoverPhase
from opshandover.model.tasks import Task


def test_most_lists_stay_as_they_are() -> None:
    """So do documents without an index."""
    assert list(shown_order((Task(title="乙"), Task(title="甲")))) == [0, 1]
    assert list(shown_order((DocumentRef(title="乙"), DocumentRef(title="甲", category="丙")))) == [0, 1]


def test_items_stand_in_the_order_of_their_phases() -> None:
    """What has no phase comes last."""
    phases = (None, HandoverPhase.FOLLOW_UP, HandoverPhase.PREPARATION, None)
    items = tuple(HandoverItem(title=str(i), phase=phase) for i, phase in enumerate(phases))
    assert list(shown_order(items)) == [2, 1, 0, 3]


def test_documents_of_a_category_stand_together() -> None:
    """A category that is called like a kind, in either language, is the same group as the kind."""
    kind = next(iter(DocumentKind))
    documents = (
        DocumentRef(title="甲", category="乙类"),
        DocumentRef(title="乙", category=kind.label.en),
        DocumentRef(title="丙", category="乙类"),
        DocumentRef(title="丁", kind=kind),
    )
    assert has_index(documents)
    assert group_of(documents[1]) is group_of(documents[3]) is kind
    assert list(shown_order(documents)) == [1, 3, 0, 2]
