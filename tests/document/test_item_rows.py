"""Open items are collected as rows."""

from datetime import datetime

import pytest
from attrs import evolve

from opshandover.document.item_rows import COLUMNS, cell_of, item_rows, labels
from opshandover.model import OpsDocument, Person, Task, TaskStatus, WorkPlan, WorkProgress
from opshandover.testing import a_document, a_task


def paths(document: OpsDocument) -> list[list[str]]:
    """The paths in each row of a task."""
    return [row.paths for row in item_rows(document) if row.kind == Task.label]


def test_items_with_the_same_id_share_a_row() -> None:
    """The row has all paths; items without an id have one each."""
    task = a_task(id="T-1")
    document = a_document(
        work_progress=WorkProgress(tasks=(task, a_task(id=""), a_task(id=""))), work_plan=WorkPlan(tasks=(task,))
    )
    assert paths(document) == [
        ["work_progress.tasks[0]", "work_plan.tasks[0]"],
        ["work_progress.tasks[1]"],
        ["work_progress.tasks[2]"],
    ]


def test_two_tickets_of_one_list_have_two_rows() -> None:
    """The same ID makes no item of two; each is joined by what stands elsewhere under the ID."""
    document = a_document(
        work_progress=WorkProgress(tasks=(a_task(id="T-1", title="退款"), a_task(id="T-1", title="补发")))
    )
    assert paths(document) == [["work_progress.tasks[0]"], ["work_progress.tasks[1]"]]


def test_no_value_gives_way_to_another() -> None:
    """What a second place adds goes into the row; what contradicts it keeps a row of its own."""
    task = Task(id="T-1", title="退款", status=TaskStatus.DELAYED)
    added = evolve(task, status=None, next_step="问财务")
    joined = item_rows(a_document(work_progress=WorkProgress(tasks=(task,)), work_plan=WorkPlan(tasks=(added,))))
    row = next(row for row in joined if row.kind == Task.label)
    values = dict(zip(COLUMNS, row.values, strict=True))
    assert (values["status"], values["next_step"], len(row.paths)) == (TaskStatus.DELAYED, "问财务", 2)
    other = evolve(task, status=TaskStatus.IN_PROGRESS)
    assert paths(a_document(work_progress=WorkProgress(tasks=(task,)), work_plan=WorkPlan(tasks=(other,)))) == [
        ["work_progress.tasks[0]"],
        ["work_plan.tasks[0]"],
    ]


def test_a_row_has_a_value_for_each_column() -> None:
    """Fields that an item does not have are empty, and the new owner is whoever takes over what names nobody."""
    document = a_document(receivers=(Person(name="李雯"),))
    for row in item_rows(evolve(document, work_progress=WorkProgress(tasks=(a_task(new_owner=None),)))):
        values = dict(zip(COLUMNS, row.values, strict=True))
        assert values["title"]
        assert values["new_owner"] == Person(name="李雯")
    assert tuple(labels()) == COLUMNS


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (TaskStatus.DONE, "已完成"),
        (Person(name="李雯", phone="1"), "李雯"),
        (Person(name=""), None),
        (0, 0),
        ("", None),
        (None, None),
        (datetime(2026, 11, 20, 9, 30), datetime(2026, 11, 20, 9, 30)),  # noqa: DTZ001
    ],
)
def test_a_cell_is_what_other_programs_take(value: object, cell: object) -> None:
    """A choice is its label, a record its main field, and what says nothing is nothing."""
    assert cell_of(value, "zh") == cell


def test_closed_items() -> None:
    """They have rows only if all are wanted."""
    document = a_document(work_progress=WorkProgress(tasks=(a_task(status=TaskStatus.DONE),)))
    assert len(item_rows(document, every=True)) == len(item_rows(document)) + 1
