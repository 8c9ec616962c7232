"""Rules about everything that may still be open."""

from datetime import date

import pytest
from tests.rules.built import (
    BLANKS,
    ERROR,
    HANDOVERS,
    OTHERS,
    WARNING,
    document,
    found,
    paths,
    person,
    with_issue,
    with_project,
    with_task,
)

from opshandover.model import (
    HandoverItem,
    HandoverPlan,
    HandoverStatus,
    Issue,
    Issues,
    IssueStatus,
    Project,
    Projects,
    ProjectStatus,
    Risk,
    Risks,
    RiskStatus,
    Task,
    TaskStatus,
    WorkProgress,
)
from opshandover.rules import check
from opshandover.rules.items import (
    closed_but_open,
    id_duplicate,
    item_owner_missing,
    no_due,
    no_next_step,
    overdue_unexplained,
    owner_vague,
)

TWO = (person("王敏"), person("李想"))
DAY = date(2026, 11, 21)
BEFORE = date(2026, 11, 20)


@pytest.mark.parametrize("profile", HANDOVERS)
def test_every_kind_of_open_item_needs_a_new_owner(profile: str) -> None:
    """Tasks, issues, risks, projects and handover items are asked alike; for a risk it is a warning."""
    doc = document(
        profile,
        work_progress=WorkProgress(tasks=(Task(),)),
        projects=Projects(items=(Project(),)),
        issues=Issues(items=(Issue(),)),
        risks=Risks(items=(Risk(),)),
        handover_plan=HandoverPlan(items=(HandoverItem(),)),
        receivers=TWO,
    )
    assert found(item_owner_missing, doc) == [
        (f"{place}[0].new_owner", WARNING if place.startswith("risks") else ERROR)
        for place in (
            "work_progress.tasks",
            "projects.items",
            "issues.items",
            "risks.items",
            "handover_plan.items",
        )
    ]


def test_finished_items_need_none() -> None:
    """What is done, solved, gone, ended or confirmed is not carried on."""
    doc = document(
        work_progress=WorkProgress(tasks=(Task(status=TaskStatus.DONE),)),
        projects=Projects(items=(Project(status=ProjectStatus.CANCELLED),)),
        issues=Issues(items=(Issue(status=IssueStatus.RESOLVED),)),
        risks=Risks(items=(Risk(status=RiskStatus.CLOSED),)),
        handover_plan=HandoverPlan(items=(HandoverItem(status=HandoverStatus.CONFIRMED),)),
    )
    for rule in (item_owner_missing, no_next_step, no_due):
        assert found(rule, doc) == []


@pytest.mark.parametrize("profile", OTHERS)
def test_only_handovers_pass_items_on(profile: str) -> None:
    """In a day's work or a charter nothing changes hands."""
    doc = document(profile, issues=Issues(items=(Issue(),)), risks=Risks(items=(Risk(),)))
    for rule in (item_owner_missing, no_next_step, no_due):
        assert found(rule, doc) == []


@pytest.mark.parametrize("profile", HANDOVERS)
def test_a_single_receiver_owns_what_names_nobody(profile: str) -> None:
    """Nobody asks who takes it over, as there is only one; without a receiver, HDR001 asks."""
    for receivers in ((), TWO[:1]):
        assert found(item_owner_missing, with_issue(Issue(), profile, receivers=receivers)) == []


@pytest.mark.parametrize("blank", BLANKS)
def test_a_placeholder_owns_nothing(blank: str) -> None:
    """To be decided is an error, not merely vague; it is reported once."""
    doc = with_issue(Issue(new_owner=person(blank)), receivers=TWO)
    assert paths(item_owner_missing, doc) == ["issues.items[0].new_owner"]
    assert found(owner_vague, doc) == []


def test_parts_of_an_open_project_go_with_it() -> None:
    """The project's new owner takes its tasks; the open task of an ended project stands alone."""
    task = Task(status=TaskStatus.IN_PROGRESS)
    going = Project(tasks=(task,), new_owner=person("王敏"))
    ended = Project(tasks=(task,), status=ProjectStatus.DONE)
    assert found(item_owner_missing, with_project(going, receivers=TWO)) == []
    alone = with_project(ended, receivers=TWO)
    assert paths(item_owner_missing, alone) == ["projects.items[0].tasks[0].new_owner"]


@pytest.mark.parametrize("profile", [*HANDOVERS, *OTHERS])
def test_groups_are_vague_owners(profile: str) -> None:
    """Both owners are looked at, in every kind of document."""
    doc = with_issue(Issue(owner=person("客服团队"), new_owner=person("相关同事")), profile)
    assert found(owner_vague, doc) == [
        ("issues.items[0].owner", WARNING),
        ("issues.items[0].new_owner", WARNING),
    ]


def test_a_placeholder_is_a_vague_owner_where_nobody_else_asks() -> None:
    """TBD as owner is found where none is required, as new owner outside of handovers."""
    issue = Issue(owner=person("TBD"), new_owner=person("待定"))
    assert paths(owner_vague, with_issue(issue, receivers=TWO)) == ["issues.items[0].owner"]
    assert len(paths(owner_vague, with_issue(issue, receivers=TWO[:1]))) == 2
    assert len(paths(owner_vague, with_issue(issue, "daily_work"))) == 2
    assert paths(owner_vague, with_task(Task(owner=person("TBD")))) == []


def test_names_and_finished_items_are_not_vague() -> None:
    """A person is fine, and of what is done nobody has to be asked."""
    assert found(owner_vague, with_task(Task(owner=person("周岩")))) == []
    done = Task(owner=person("团队"), status=TaskStatus.DONE)
    assert found(owner_vague, with_task(done)) == []
    assert found(owner_vague, with_task(Task(owner=person("")))) == []


@pytest.mark.parametrize("blank", BLANKS)
def test_what_is_under_way_needs_a_next_step(blank: str) -> None:
    """Tasks under way, open issues and handover items are asked for an action."""
    for status in (TaskStatus.IN_PROGRESS, TaskStatus.DELAYED, None):
        doc = with_task(Task(status=status, next_step=blank))
        assert found(no_next_step, doc) == [("work_progress.tasks[0].next_step", ERROR)]
    doc = document(
        issues=Issues(items=(Issue(approach=blank),)),
        handover_plan=HandoverPlan(items=(HandoverItem(content=blank),)),
    )
    assert len(found(no_next_step, doc)) == 2


def test_an_action_may_stand_elsewhere() -> None:
    """An approach is the action of an issue, the content that of a handover item."""
    doc = document(
        work_progress=WorkProgress(tasks=(Task(status=TaskStatus.NOT_STARTED),)),
        issues=Issues(items=(Issue(approach="回滚到上一版"), Issue(next_step="等日志"))),
        handover_plan=HandoverPlan(items=(HandoverItem(content="逐个介绍客户"),)),
    )
    assert found(no_next_step, doc) == []


def test_risks_and_projects_have_rules_of_their_own() -> None:
    """Neither is asked for a next step or a date here; a handover item is asked for a date."""
    doc = document(risks=Risks(items=(Risk(),)), projects=Projects(items=(Project(),)))
    assert found(no_next_step, doc) == []
    assert found(no_due, doc) == []
    plan = document(handover_plan=HandoverPlan(items=(HandoverItem(),)))
    assert found(no_due, plan) == [("handover_plan.items[0].due", WARNING)]


@pytest.mark.parametrize("item", [HandoverItem(due=DAY), HandoverItem(next_check=DAY), HandoverItem(scheduled_on=DAY)])
def test_any_day_is_enough(item: HandoverItem) -> None:
    """A due date, a next check, or the day that the item is planned for."""
    assert found(no_due, document(handover_plan=HandoverPlan(items=(item,)))) == []


def test_overdue_items_are_explained() -> None:
    """Each kind of item says why in the field that it has for it."""
    doc = document(
        prepared_on=DAY,
        issues=Issues(items=(Issue(due=BEFORE),)),
        risks=Risks(items=(Risk(due=BEFORE),)),
        projects=Projects(items=(Project(due=BEFORE, situation="等预算批复"),)),
        handover_plan=HandoverPlan(items=(HandoverItem(due=BEFORE),)),
    )
    assert found(overdue_unexplained, doc) == [
        ("issues.items[0].resolution_progress", WARNING),
        ("risks.items[0].description", WARNING),
        ("handover_plan.items[0].difficulties", WARNING),
    ]


def test_what_is_not_overdue_needs_no_reason() -> None:
    """Due today, solved, undated documents and tasks (TSK002) are left alone."""
    solved = Issue(due=BEFORE, status=IssueStatus.RESOLVED)
    assert found(overdue_unexplained, with_issue(Issue(due=DAY), prepared_on=DAY)) == []
    assert found(overdue_unexplained, with_issue(solved, prepared_on=DAY)) == []
    assert found(overdue_unexplained, with_issue(Issue(due=BEFORE))) == []
    assert found(overdue_unexplained, with_task(Task(due=BEFORE), prepared_on=DAY)) == []


def test_one_id_means_one_thing() -> None:
    """A second, different item with the ID is found, also in another section or of another kind."""
    doc = document(
        work_progress=WorkProgress(tasks=(Task(id="A-1", title="核对"), Task(id=" A-1 ", title="回访"))),
        issues=Issues(items=(Issue(id="A-1", title="核对"),)),
    )
    assert found(id_duplicate, doc) == [
        ("work_progress.tasks[1].id", ERROR),
        ("issues.items[0].id", ERROR),
    ]


def test_the_first_place_of_an_id_is_named_as_people_type_it() -> None:
    """In each language by the names that a file in it has."""
    doc = document(work_progress=WorkProgress(tasks=(Task(id="T-1", title="对账"), Task(id="T-1", title="回访"))))
    (finding,) = check(doc, rules=[id_duplicate]).findings
    assert "工作进展.任务[0]" in finding.message["zh"]
    assert "work_progress.tasks[0]" in finding.message["en"]


def test_the_same_item_may_be_mentioned_twice() -> None:
    """A task in progress and in its project is one; twice in one list it is not."""
    task = Task(id="A-1", title="核对")
    same = Task(id="A-1", title="核对", owner=person("周岩"))
    twice = document(
        work_progress=WorkProgress(tasks=(task,)),
        projects=Projects(items=(Project(tasks=(same,)),)),
    )
    assert found(id_duplicate, twice) == []
    beside = document(work_progress=WorkProgress(tasks=(task, same)))
    assert paths(id_duplicate, beside) == ["work_progress.tasks[1].id"]


@pytest.mark.parametrize("blank", ["", "  "])
def test_items_without_an_id_are_no_duplicates(blank: str) -> None:
    """Most items have none."""
    doc = document(work_progress=WorkProgress(tasks=(Task(id=blank), Task(id=blank, title="b"))))
    assert found(id_duplicate, doc) == []


def test_hostile_ids_are_shown_shortened() -> None:
    """A long ID with line breaks and braces comes out as one short line."""
    bad = "{item}|\n# <b>𠮷\u202e" * 1000
    doc = document(work_progress=WorkProgress(tasks=(Task(id=bad), Task(id=bad, title="b"))))
    (finding,) = check(doc, rules=[id_duplicate]).findings
    for text in (finding.message["zh"], finding.message["en"]):
        assert len(text) < 200
        assert "\n" not in text


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (Issue(status=IssueStatus.RESOLVED, approach="先调正了，还会跑偏，新皮带采购还没下单"), "approach"),
        (Issue(status=IssueStatus.RESOLVED, next_step="Still waiting for the belt"), "next_step"),
        (Issue(status=IssueStatus.RESOLVED, approach="换了新皮带，试跑两小时正常"), None),
        (Issue(status=IssueStatus.HANDLING, approach="采购还没下单"), None),
    ],
)
def test_what_is_closed_has_nothing_left(item: Issue, field: str | None) -> None:
    """A text that says that something is left contradicts a closed status; an open one does not."""
    expected = [(f"issues.items[0].{field}", WARNING)] if field else []
    assert found(closed_but_open, document(issues=Issues(items=(item,)))) == expected


@pytest.mark.parametrize(("name", "vague"), [("夜班", True), ("the night shift", True), ("晚班组长 何佳", False)])
def test_a_shift_is_no_person(name: str, *, vague: bool) -> None:
    """A shift as owner is a group; a post with a name is a person."""
    doc = document(issues=Issues(items=(Issue(title="退款", status=IssueStatus.HANDLING, owner=person(name)),)))
    assert bool(found(owner_vague, doc)) is vague
