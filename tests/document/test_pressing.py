"""What cannot wait."""

from datetime import date, datetime
from itertools import chain
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.samples import daily_handover

from opshandover.document.identity import distinct
from opshandover.document.pressing import Why, next_shift_end, open_entries, pressing
from opshandover.model.assets import AccessChange, Asset, Assets
from opshandover.model.base import Level, Period, Priority, Shift, When
from opshandover.model.changes import Change, Changes, ChangeStatus
from opshandover.model.document import OpsDocument
from opshandover.model.issues import Issue, Issues
from opshandover.model.keydates import KeyDate, KeyDates
from opshandover.model.projects import Project, Projects, ProjectStatus
from opshandover.model.risks import Risk, Risks
from opshandover.model.tasks import Milestone, Task, TaskStatus, WorkProgress

DAY = date(2026, 11, 28)
NEXT = date(2026, 11, 29)
at = datetime.fromisoformat
LATE_SHIFT = Shift(name="晚班", start=at("2026-11-28 16:00"), end=at("2026-11-29 00:00"))


def document(*tasks: Task, **fields: Any) -> OpsDocument:
    """A document of that day with some tasks."""
    base = OpsDocument(profile="shift_handover", prepared_on=DAY, work_progress=WorkProgress(tasks=tasks))
    return attrs.evolve(base, **fields)


def reasons(of: OpsDocument) -> dict[str, list[Why]]:
    """What is pressing, with its reasons, in order."""
    return {str(getattr(e.record, e.record.main)): list(e.reasons) for e in pressing(of)}


def test_what_is_due_in_the_next_shift_is_there_though_the_document_was_written_before() -> None:
    """A late shift ends at midnight; what its receivers have to do in the morning cannot wait."""
    tasks = [Task(title=f"t{i}", due=NEXT) for i in range(7)]
    late = document(*tasks, shift=LATE_SHIFT)
    assert set(reasons(late)) == {task.title for task in tasks}
    assert set(reasons(attrs.evolve(late, prepared_on=None))) == {task.title for task in tasks}


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"next_shift": Shift(end=at("2026-11-29 08:00")), "shift": LATE_SHIFT}, at("2026-11-29 08:00")),
        ({"shift": LATE_SHIFT}, at("2026-11-29 08:00")),
        ({"shift": Shift(end=at("2026-11-28 14:00"))}, at("2026-11-29 14:00")),
        ({"shift": Shift(start=at("2026-11-29 00:00"), end=at("2026-11-28 14:00"))}, at("2026-11-29 14:00")),
        ({"shift": Shift(name="早班")}, NEXT),
        ({}, NEXT),
        ({"prepared_on": None, "period": Period(end=NEXT)}, date(2026, 11, 30)),
        ({"prepared_on": None}, None),
    ],
)
def test_the_next_shift_ends_as_said_or_lasts_as_long_or_a_day(fields: dict[str, Any], end: When | None) -> None:
    """The hours of the incoming shift come first, then those of the outgoing one, then the day."""
    assert next_shift_end(document(**fields)) == end


def test_a_time_of_day_counts_within_the_next_shift() -> None:
    """What is due before the shift ends cannot wait, what is due after it can; a day alone is in it."""
    tasks = (
        Task(title="before", due=at("2026-11-29 07:59")),
        Task(title="at", due=at("2026-11-29 08:00")),
        Task(title="after", due=at("2026-11-29 08:01")),
        Task(title="day", due=NEXT),
    )
    shown = reasons(document(*tasks, next_shift=Shift(end=at("2026-11-29 08:00"))))
    assert shown == {"before": [Why.DUE_SOON], "at": [Why.DUE_SOON], "day": [Why.DUE_SOON]}


def test_the_most_pressing_comes_first() -> None:
    """By reason, then by date."""
    tasks = (
        Task(title="urgent", priority=Priority.URGENT_NOT_IMPORTANT),
        Task(title="delayed", status=TaskStatus.DELAYED),
        Task(title="soon", due=NEXT, status=TaskStatus.DELAYED),
        Task(title="today", due=DAY),
        Task(title="late", due=date(2026, 11, 27)),
        Task(title="later", due=date(2026, 11, 20)),
        Task(title="can wait", due=date(2026, 12, 20)),
        Task(title="done", due=DAY, status=TaskStatus.DONE),
    )
    said = document(
        *tasks,
        issues=Issues(items=(Issue(title="issue"),)),
        risks=Risks(items=(Risk(title="risk", impact=Level.HIGH),)),
    )
    assert reasons(said) == {
        "later": [Why.OVERDUE],
        "late": [Why.OVERDUE],
        "today": [Why.DUE_TODAY],
        "soon": [Why.DUE_SOON, Why.DELAYED],
        "delayed": [Why.DELAYED],
        "urgent": [Why.URGENT],
        "risk": [Why.HIGH_RISK],
        "issue": [Why.OPEN_ISSUE],
    }
    assert [entry.path for entry in open_entries(said)[1]] == ["work_progress.tasks[6]"]


def test_commitments_with_a_date_count_as_well() -> None:
    """Things to return, access to grant, milestones, changes and key dates; what was planned and is past does not."""
    said = document(
        assets=Assets(assets=(Asset(name="seal", return_by=DAY),), accesses=(AccessChange(what="mail", due=NEXT),)),
        projects=Projects(
            items=(
                Project(name="p", status=ProjectStatus.DELAYED, milestones=(Milestone(name="launch", due=DAY),)),
                Project(name="q", milestones=(Milestone(name="reached", due=DAY, done=True),)),
            )
        ),
        changes=Changes(
            items=(
                Change(title="switch", scheduled_on=at("2026-11-29 02:00")),
                Change(title="was done", scheduled_on=at("2026-11-29 02:00"), status=ChangeStatus.DONE),
                Change(title="began", scheduled_on=at("2026-11-01 00:00"), status=ChangeStatus.RUNNING),
            )
        ),
        key_dates=KeyDates(items=(KeyDate(title="contract", on=NEXT), KeyDate(title="past", on=date(2026, 1, 1)))),
    )
    assert reasons(said) == {
        "seal": [Why.DUE_TODAY],
        "launch": [Why.DUE_TODAY],
        "mail": [Why.DUE_SOON],
        "switch": [Why.DUE_SOON],
        "contract": [Why.DUE_SOON],
        "p": [Why.DELAYED],
    }


def test_two_tasks_of_one_ticket_are_two() -> None:
    """With one number in one list both are shown; in two lists it is one item, as urgent as the more urgent entry."""
    first = Task(title="低价值", id="INC-7", priority=Priority.URGENT_NOT_IMPORTANT, due=date(2026, 12, 20))
    second = Task(title="已逾期", id="INC-7", due=date(2026, 11, 20))
    assert reasons(document(first, second)) == {"已逾期": [Why.OVERDUE], "低价值": [Why.URGENT]}
    assert len(distinct(document(first, second, first), Task)) == 2
    project = Projects(items=(Project(name="p", tasks=(second,)),))
    assert reasons(document(first, projects=project)) == {"已逾期": [Why.OVERDUE]}


def test_hours_count_on_the_day_itself() -> None:
    """What was due before the shift ended is late; a shift that ends at midnight has nothing of the next day."""
    shift = Shift(start=at("2026-11-28 08:00"), end=at("2026-11-28 20:00"))
    tasks = (Task(title="09", due=at("2026-11-28 09:00")), Task(title="21", due=at("2026-11-28 21:00")))
    assert reasons(document(*tasks, shift=shift)) == {"09": [Why.OVERDUE], "21": [Why.DUE_TODAY]}
    midnight = Shift(end=at("2026-11-29 00:00"))
    late = (Task(title="24", due=at("2026-11-29 00:00")), Task(title="day", due=NEXT))
    assert reasons(document(*late, shift=shift, next_shift=midnight)) == {"24": [Why.DUE_SOON]}


@pytest.mark.parametrize("end", ["9999-12-31 23:59", "0001-01-01 00:00"])
def test_the_calendar_has_ends(end: str) -> None:
    """The first and the last day that can be written are days like others."""
    for fields in ({"shift": Shift(start=at("0001-01-01 00:00"), end=at(end))}, {"prepared_on": at(end).date()}):
        assert pressing(document(Task(title="t", due=at(end)), **fields))


@given(st.lists(st.sampled_from([None, DAY, NEXT, date(2026, 12, 24)]), max_size=6))
def test_every_open_task_is_in_one_of_the_two_lists(due: list[date | None]) -> None:
    """What is not pressing is among the others: nothing open is dropped."""
    said = document(*(Task(title=f"t{i}", due=on) for i, on in enumerate(due)))
    listed = [entry.path for entry in chain(*open_entries(said))]
    assert sorted(listed) == sorted(f"work_progress.tasks[{i}]" for i in range(len(due)))


def test_an_item_listed_twice_is_one() -> None:
    """An item in two sections counts once, with the reasons of the entry that has some."""
    task = Task(title="甲", id="T-1")
    project = Project(name="乙", tasks=(attrs.evolve(task, due=DAY),))
    said = document(task, projects=Projects(items=(project,)))
    assert reasons(said) == {"甲": [Why.DUE_TODAY]}
    assert [str(getattr(e.record, e.record.main)) for e in open_entries(said)[1]] == ["乙"]


def test_the_clock_is_never_read() -> None:
    """Without a day of its own a document calls nothing late, however old it is."""
    assert reasons(document(Task(title="a", due=date(1999, 1, 1)), prepared_on=None)) == {}
    assert daily_handover().as_of is not None
