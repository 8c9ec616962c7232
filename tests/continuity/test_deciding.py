"""What becomes of each item of a list that two people edited, without any ID: lines of text."""

import pytest

from opshandover.continuity.decisions import Matter
from opshandover.continuity.merging import merge
from opshandover.model import OpsDocument, WorkProgress

Steps = tuple[str, ...]
a, b, c = "核对退款单", "联系仓库", "restart the queue"
TEXTS: list[tuple[str, Steps, Steps, Steps, Steps, list[Matter]]] = [
    (
        "two items",
        (a, b, c),
        ("核对全部退款单", b, c),
        (a, b, "restart both queues"),
        ("核对全部退款单", b, "restart both queues"),
        [],
    ),
    (
        "the same item, alike",
        (a, b),
        ("核对全部退款单", b),
        ("核对退款单两遍", b),
        ("核对全部退款单", b),
        [Matter.VALUE],
    ),
    ("the same item, replaced", (a, b, c), (a, "盘点", c), (a, "call Ann", c), (a, "盘点", c), [Matter.VALUE]),
    ("edit against delete", (a, b), (b,), ("核对全部退款单", b), (b,), [Matter.REMOVED_AND_CHANGED]),
    ("edit against move", (a, b, c), (c, a, b), (a, b, "restart the queues"), ("restart the queues", a, b), []),
    ("both append", (a,), (a, b), (a, c), (a, b, c), []),
    ("both append the same", (a,), (a, b), (a, b, c), (a, b, c), []),
    ("insert beside an edit", (a, b), (a, "盘点", b), (a, "联系仓库主管"), (a, "盘点", "联系仓库主管"), []),
    ("both edit many", (a, b, c), ("A", b, c), (a, "B", "C"), ("A", "B", "C"), []),
    ("delete against move", (a, b, c), (a, b), (c, a, b), (a, b), [Matter.REMOVED_AND_MOVED]),
    ("both delete", (a, b, c), (a, c), (a, c), (a, c), []),
    ("moves that contradict each other", (a, b, c), (b, a, c), (a, c, b), (b, a, c), [Matter.ORDER]),
]
"""Base, ours, theirs, the result, and the conflicts."""


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case[0])
@pytest.mark.parametrize("swapped", [False, True])
def test_lists_of_texts(case: tuple[str, Steps, Steps, Steps, Steps, list[Matter]], *, swapped: bool) -> None:
    """The same cases without any ID: lines of text; with the sides exchanged, the same conflicts."""
    _, base, ours, theirs, result, conflicts = case
    documents = [OpsDocument(profile="charter", work_progress=WorkProgress(next_steps=s)) for s in (base, ours, theirs)]
    if swapped:
        documents[1:] = documents[:0:-1]
    merged = merge(*documents)
    assert [conflict.matter for conflict in merged.conflicts] == conflicts
    assert merged.ledger.adds_up
    found = merged.document.work_progress
    assert isinstance(found, WorkProgress)
    if not swapped:
        assert found.next_steps == result
    elif not conflicts:
        assert sorted(found.next_steps) == sorted(result)
    for side, wanted in (("ours", documents[1]), ("theirs", documents[2])):
        settled = merged.resolve(side)  # type: ignore[arg-type]  # one of the two
        assert not settled.conflicts
        if len(conflicts) == 1 and "alike" not in case[0] and "against move" not in case[0]:
            assert settled.document == wanted
