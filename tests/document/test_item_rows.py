"""Open items are collected as rows."""

from attrs import evolve

from opshandover.document.item_rows import COLUMNS, item_rows, labels
from opshandover.model import Person, Task, TaskStatus, WorkPlan, WorkProgress
from opshandover.testing import a_document, a_task


def test_items_with_the_same_id_share_a_row() -> None:
    """The row has all paths; items without an id have one each."""
    task = a_task(id="T-1")
    document = a_document(
        work_progress=WorkProgress(tasks=(task, a_task(id=""), a_task(id=""))), work_plan=WorkPlan(tasks=(task,))
    )
    found = [row.paths for row in item_rows(document) if isinstance(row.item, Task)]
    assert found == [
        ["work_progress.tasks[0]", "work_plan.tasks[0]"],
        ["work_progress.tasks[1]"],
        ["work_progress.tasks[2]"],
    ]


def test_a_row_has_a_value_for_each_column() -> None:
    """Fields that an item does not have are empty, and the new owner is whoever takes over what names nobody."""
    document = a_document(receivers=(Person(name="李雯"),))
    for row in item_rows(evolve(document, work_progress=WorkProgress(tasks=(a_task(new_owner=None),)))):
        values = dict(zip(COLUMNS, row.values(), strict=True))
        assert values["title"]
        assert values["new_owner"] == Person(name="李雯")
    assert tuple(labels()) == COLUMNS


def test_closed_items() -> None:
    """They have rows only if all are wanted."""
    document = a_document(work_progress=WorkProgress(tasks=(a_task(status=TaskStatus.DONE),)))
    assert len(item_rows(document, every=True)) == len(item_rows(document)) + 1
