"""Rules about tasks and milestones."""

from datetime import date, datetime
from typing import Any

import pytest
from tests.rules.built import (
    BLANKS,
    ERROR,
    HANDOVERS,
    INFO,
    OTHERS,
    WARNING,
    document,
    found,
    paths,
    with_project,
    with_task,
)

from opshandover.model import (
    CommKind,
    CommRecord,
    Communication,
    DocumentState,
    Goal,
    Goals,
    Milestone,
    NotApplicable,
    Nothing,
    Priority,
    Project,
    Resource,
    Shift,
    Task,
    TaskStatus,
    WorkPlan,
)
from opshandover.rules import check
from opshandover.rules.tasks import (
    delayed_task_incomplete,
    finished_task_no_result,
    milestone_no_result,
    planned_task_incomplete,
    status_vague,
    task_contradicts_itself,
    task_undated,
    unfinished_task_unexplained,
)

DAY = date(2026, 11, 21)
BEFORE = date(2026, 11, 20)
AT = "work_progress.tasks[0]."


@pytest.mark.parametrize("profile", [*HANDOVERS, *OTHERS])
def test_an_open_task_has_a_day(profile: str) -> None:
    """A next check stands for a due date."""
    assert found(task_undated, with_task(Task(), profile)) == [(AT + "due", ERROR)]
    assert found(task_undated, with_task(Task(next_check=DAY), profile)) == []
    assert found(task_undated, with_task(Task(status=TaskStatus.DONE), profile)) == []


@pytest.mark.parametrize(
    "task",
    [
        Task(status=TaskStatus.DELAYED),
        Task(due=BEFORE),
        Task(status=TaskStatus.IN_PROGRESS, due=BEFORE),
    ],
)
def test_a_late_task_is_explained(task: Task) -> None:
    """Delayed or past its day it lacks an explanation, and outside of handovers a next step."""
    for profile in HANDOVERS:
        doc = with_task(task, profile, prepared_on=DAY)
        assert found(unfinished_task_unexplained, doc) == [(AT + "reason_unfinished", ERROR)]
    for profile in OTHERS:
        doc = with_task(task, profile, prepared_on=DAY)
        assert found(unfinished_task_unexplained, doc) == [
            (AT + "reason_unfinished", ERROR),
            (AT + "next_step", ERROR),
        ]


def test_lateness_goes_by_the_end_of_the_shift() -> None:
    """The document's own date may come from its shift."""
    end = datetime(2026, 11, 21, 14, 0)  # noqa: DTZ001 - shifts are written without a time zone
    doc = with_task(Task(due=BEFORE), shift=Shift(end=end))
    assert paths(unfinished_task_unexplained, doc) == [AT + "reason_unfinished"]
    assert found(unfinished_task_unexplained, with_task(Task(due=BEFORE))) == []


def test_a_task_on_schedule_needs_no_reason() -> None:
    """What is under way is asked for how far it is and what comes next, by other rules."""
    task = Task(status=TaskStatus.IN_PROGRESS, progress=40)
    for profile in (*HANDOVERS, *OTHERS):
        assert found(unfinished_task_unexplained, with_task(task, profile)) == []


@pytest.mark.parametrize("status", [TaskStatus.NOT_STARTED, TaskStatus.DONE, None])
def test_tasks_not_begun_or_done_need_no_reason(status: TaskStatus | None) -> None:
    """A task that is not due and not under way is not unfinished."""
    doc = with_task(Task(status=status, due=DAY), prepared_on=DAY)
    assert found(unfinished_task_unexplained, doc) == []


@pytest.mark.parametrize("blank", BLANKS)
def test_a_task_delayed_for_lack_of_people_lacks_three_things(blank: str) -> None:
    """Expected finish, priority and support, in one finding; placeholders are no support."""
    task = Task(title="核对", status=TaskStatus.DELAYED, support_needed=(blank,), reason_unfinished="缺一个人手")
    three = [(AT + name, ERROR) for name in ("expected_finish", "priority", "support_needed")]
    assert found(delayed_task_incomplete, with_task(task)) == three
    assert found(delayed_task_incomplete, with_task(task, "shift_handover")) == three[:1]
    (finding,) = check(with_task(task), rules=[delayed_task_incomplete]).findings
    assert finding.message["zh"] == "延迟的任务“核对”没有写预计完成、优先级、所需支持"


def test_a_delayed_task_says_when_it_is_finished() -> None:
    """A due date that is not over, or a next step that says when, is enough; one that is over is not."""
    late = Task(status=TaskStatus.DELAYED)
    over = Task(status=TaskStatus.DELAYED, due=BEFORE)
    for task in (late, over):
        doc = with_task(task, prepared_on=DAY)
        assert found(delayed_task_incomplete, doc) == [(AT + "expected_finish", ERROR)]
    for task in (Task(status=TaskStatus.DELAYED, due=DAY), Task(status=TaskStatus.DELAYED, next_step="明早催仓库")):
        assert found(delayed_task_incomplete, with_task(task, prepared_on=DAY)) == []


def test_a_complete_delayed_task_is_fine() -> None:
    """Resources count as support, and other tasks are not asked."""
    task = Task(
        status=TaskStatus.DELAYED,
        priority=Priority.URGENT_NOT_IMPORTANT,
        expected_finish=DAY,
        resources_needed=(Resource(name="两名客服"),),
    )
    assert found(delayed_task_incomplete, with_task(task)) == []
    assert found(delayed_task_incomplete, with_task(Task(status=TaskStatus.IN_PROGRESS))) == []


def test_a_finished_task_has_a_result() -> None:
    """Asked of tasks with a goal and of final documents; feedback, where both is so, is only a hint."""
    bare, aimed = Task(status=TaskStatus.DONE, result="无"), Task(status=TaskStatus.DONE, goal="清零")
    result = [(AT + "result", WARNING)]
    assert found(finished_task_no_result, with_task(bare)) == []
    assert found(finished_task_no_result, with_task(bare, state=DocumentState.FINAL)) == result
    assert found(finished_task_no_result, with_task(aimed)) == result
    both = found(finished_task_no_result, with_task(aimed, state=DocumentState.FINAL))
    assert both == [*result, (AT + "feedback", INFO)]
    assert found(finished_task_no_result, with_task(aimed, "daily_report")) == []
    assert found(finished_task_no_result, with_task(Task(status=TaskStatus.IN_PROGRESS))) == []
    told = Task(status=TaskStatus.DONE, result="420 单全部核对", feedback="财务确认")
    assert found(finished_task_no_result, with_task(told)) == []


def planned(task: Task, profile: str = "daily_work", **plan: Any) -> list[tuple[str, object]]:
    """The names of the fields found for a task in a plan."""
    doc = document(profile, work_plan=WorkPlan(tasks=(task,), **plan), state=DocumentState.FINAL)
    found_here = found(planned_task_incomplete, doc)
    return [(path.removeprefix("work_plan.tasks[0]."), grave) for path, grave in found_here]


def test_a_planned_task_lacks_what_the_day_needs() -> None:
    """A final plan gives priority and resources, which the plan as a whole can answer; a draft what others have."""
    assert planned(Task()) == [("priority", WARNING), ("resources_needed", WARNING)]
    assert planned(Task(), resources=(Resource(name="设计师"),)) == [("priority", WARNING)]
    drafted = document("daily_work", work_plan=WorkPlan(tasks=(Task(),)))
    assert found(planned_task_incomplete, drafted) == []
    mixed = document("daily_work", work_plan=WorkPlan(tasks=(Task(), Task(priority=Priority.URGENT_NOT_IMPORTANT))))
    assert found(planned_task_incomplete, mixed) == [("work_plan.tasks[0].priority", WARNING)]
    assert planned(Task(status=TaskStatus.DONE)) == []


def test_a_planned_task_says_when_it_is_finished() -> None:
    """A next check is no finish; without any day, TSK001 asks."""
    task = Task(next_check=DAY, priority=Priority.URGENT_NOT_IMPORTANT, resources_needed=(Resource(name="1 人"),))
    assert planned(task) == [("expected_finish", WARNING)]
    assert planned(Task(priority=Priority.URGENT_NOT_IMPORTANT), resources=(Resource(name="1 人"),)) == []


@pytest.mark.parametrize("absent", [Nothing(reason="季度下达"), NotApplicable(reason="季度下达")])
def test_a_planned_task_says_what_it_is_for(absent: Nothing | NotApplicable) -> None:
    """Asked where the document has no goals; goals and expected results speak for all tasks."""
    task = Task(priority=Priority.URGENT_NOT_IMPORTANT, resources_needed=(Resource(name="1 人"),))

    def asked(task: Task, goals: Goals | Nothing | NotApplicable | None, **plan: Any) -> list[str]:
        doc = document("daily_work", work_plan=WorkPlan(tasks=(task,), **plan), goals=goals)
        return paths(planned_task_incomplete, doc)

    assert asked(task, absent) == ["work_plan.tasks[0].goal"]
    assert asked(task, Goals(items=(Goal(statement="续费率 62%"),))) == []
    assert asked(task, None) == []
    assert asked(task, absent, expected_results=("上线",)) == []
    assert (
        asked(
            Task(**{f: getattr(task, f) for f in ("priority", "resources_needed")}, goal="续费"),
            absent,
        )
        == []
    )


def test_a_task_of_a_charter_has_a_priority() -> None:
    """Wherever it stands; what is done needs none."""
    task, done = Task(title="上线自助查询"), Task(status=TaskStatus.DONE)
    doc = document("charter", goals=Goals(items=(Goal(tasks=(task, done)),)))
    assert found(planned_task_incomplete, doc) == [("goals.items[0].tasks[0].priority", WARNING)]
    first = Goals(items=(Goal(tasks=(Task(priority=Priority.IMPORTANT_NOT_URGENT),)),))
    assert found(planned_task_incomplete, document("charter", goals=first)) == []


def test_an_assigned_task_has_a_goal() -> None:
    """Only tasks of an assignment are asked, and plans of other profiles are not."""
    for kind, expected in ((CommKind.TASK_ASSIGNMENT, True), (CommKind.GREETING, False)):
        records = (CommRecord(kind=kind, tasks=(Task(),)),)
        doc = document("communication", communication=Communication(log=records))
        path = "communication.log[0].tasks[0].goal"
        assert paths(planned_task_incomplete, doc) == ([path] if expected else [])
    assert planned(Task(), "communication") == []
    assert planned(Task(), "daily_handover") == []


@pytest.mark.parametrize(
    ("task", "field"),
    [
        (Task(status=TaskStatus.DONE, progress=99), "progress"),
        (Task(status=TaskStatus.NOT_STARTED, progress=1), "progress"),
        (Task(status=TaskStatus.NOT_STARTED, due=BEFORE, reason_unfinished="缺人"), "status"),
        (Task(status=TaskStatus.IN_PROGRESS, due=BEFORE, reason_unfinished="缺人"), "status"),
        (Task(status=TaskStatus.IN_PROGRESS, progress=100, due=DAY), "status"),
    ],
)
def test_contradictions_are_found(task: Task, field: str) -> None:
    """Each contradiction is a warning at the field that is more likely out of date."""
    doc = with_task(task, prepared_on=DAY)
    assert found(task_contradicts_itself, doc) == [(AT + field, WARNING)]


@pytest.mark.parametrize(
    "task",
    [
        Task(),
        Task(status=TaskStatus.DONE, progress=100, due=BEFORE),
        Task(status=TaskStatus.DONE),
        Task(status=TaskStatus.NOT_STARTED, progress=0),
        Task(status=TaskStatus.IN_PROGRESS, progress=100, due=DAY, next_step="等验收"),
        Task(status=TaskStatus.IN_PROGRESS, due=BEFORE),
        Task(status=TaskStatus.DELAYED, due=BEFORE),
    ],
)
def test_consistent_tasks_are_fine(task: Task) -> None:
    """All done but not accepted, delayed and late, done after its day, late without a reason: no contradictions."""
    assert found(task_contradicts_itself, with_task(task, prepared_on=DAY)) == []


@pytest.mark.parametrize("blank", BLANKS)
def test_in_progress_alone_is_vague(blank: str) -> None:
    """Placeholders beside it tell nothing more."""
    doc = with_task(Task(status=TaskStatus.IN_PROGRESS, remaining=blank, result=blank))
    assert found(status_vague, doc) == [(AT + "status", WARNING)]
    assert found(unfinished_task_unexplained, doc) == []


@pytest.mark.parametrize(
    "told", [{"progress": 0}, {"result": "20 单"}, {"remaining": "80 单"}, {"next_step": "问财务"}]
)
def test_anything_more_is_not_vague(told: dict[str, Any]) -> None:
    """One more fact tells how far it has come."""
    assert found(status_vague, with_task(Task(status=TaskStatus.IN_PROGRESS, **told))) == []
    assert found(status_vague, with_task(Task(status=TaskStatus.DELAYED))) == []


def test_a_milestone_reached_has_a_result() -> None:
    """One still ahead needs none."""
    stones = (Milestone(done=True), Milestone(), Milestone(done=True, result="一成用户已使用"))
    doc = with_project(Project(milestones=stones))
    assert found(milestone_no_result, doc) == [("projects.items[0].milestones[0].result", WARNING)]


def test_titles_are_shown_without_secrets() -> None:
    """The task's title is shown shortened on one line, a password in it not at all."""
    doc = with_task(Task(title="改后台密码：Abc@12345\n" + "很长" * 5000))
    for finding in check(doc, rules=[task_undated]).findings:
        for text in (finding.message["zh"], finding.message["en"]):
            assert "Abc@12345" not in text
            assert len(text) < 150
            assert "\n" not in text
