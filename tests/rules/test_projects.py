"""Rules about projects."""

from datetime import date
from typing import Any

import attrs
import pytest
from tests.rules.asked import found as asks
from tests.rules.built import BLANKS, ERROR, WARNING, found, paths, person, with_project

from opshandover.model import (
    DocumentRef,
    DocumentState,
    Goal,
    Issue,
    IssueStatus,
    Milestone,
    OpsDocument,
    Project,
    ProjectStatus,
    Task,
    TaskStatus,
)
from opshandover.rules import check
from opshandover.rules.projects import (
    challenge_no_solution,
    department_without_counterpart,
    project_half_told,
    project_incomplete,
    project_no_outlook,
    project_not_documented,
)

AT = "projects.items[0]."


@pytest.mark.parametrize("blank", BLANKS)
def test_each_part_of_a_project_is_found(blank: str) -> None:
    """The state is an error, two parts are warnings; placeholders count as missing."""
    project = Project(name="会员改版", situation=blank, members=(person(blank),))
    assert found(project_incomplete, with_project(project)) == [
        (AT + "status", ERROR),
        (AT + "members", WARNING),
        (AT + "tasks", WARNING),
    ]


@pytest.mark.parametrize(
    "rest",
    [
        {"status": ProjectStatus.RUNNING, "tasks": (Task(title="上线"),)},
        {"situation": "灰度中", "milestones": (Milestone(name="灰度"),)},
        {"status": ProjectStatus.DONE, "key_results": ("复购率提高 5 个百分点",)},
    ],
)
def test_a_complete_project_is_fine(rest: dict[str, Any]) -> None:
    """The state may be told in words, and milestones or results may stand for tasks."""
    project = Project(
        name="会员改版",
        owner=person("周岩"),
        goals=(Goal(statement="提高复购率"),),
        members=(person("王敏"),),
        **rest,
    )
    assert found(project_incomplete, with_project(project)) == []


def test_difficulties_need_an_answer() -> None:
    """Each difficulty without any answer is found by its own path; solved ones are not."""
    challenges = (
        Issue(title="积分无法折算"),
        Issue(title="缺测试", guidance="找质量组借人"),
        Issue(title="缺预算", next_step="补申请"),
        Issue(title="已解决", status=IssueStatus.RESOLVED),
        Issue(title="缺人", approach="待定"),
    )
    doc = with_project(Project(name="会员改版", challenges=challenges))
    assert found(challenge_no_solution, doc) == [
        (AT + "challenges[0]", ERROR),
        (AT + "challenges[4]", ERROR),
    ]
    first = check(doc, rules=[challenge_no_solution]).findings[0]
    assert "会员改版" in first.message["zh"]
    assert "积分无法折算" in first.message["en"]


@pytest.mark.parametrize(
    ("profile", "severity"),
    [("daily_handover", WARNING), ("communication", WARNING), ("offboarding", ERROR)],
)
def test_an_open_project_has_an_outlook(profile: str, severity: object) -> None:
    """When the giver leaves for good it is an error; a project that has ended has none."""
    assert found(project_no_outlook, with_project(Project(), profile)) == [(AT + "next_step", severity)]
    ended = Project(status=ProjectStatus.DONE)
    assert found(project_no_outlook, with_project(ended, profile)) == []


@pytest.mark.parametrize("told", [{"next_step": "定上线日"}, {"future_focus": ("老会员",)}, {"suggestions": ("放慢",)}])
def test_one_word_on_the_future_is_enough(told: dict[str, Any]) -> None:
    """Next step, focus or advice: one of the three will do."""
    assert found(project_no_outlook, with_project(Project(**told), "offboarding")) == []


def test_a_project_has_documents_and_a_day() -> None:
    """Documents are asked for in the end; an ended project needs no day."""
    final: dict[str, Any] = {"state": DocumentState.FINAL}
    both = [(AT + "documents", WARNING), (AT + "due", WARNING)]
    assert found(project_not_documented, with_project(Project())) == both[1:]
    assert found(project_not_documented, with_project(Project(), **final)) == both
    ended = Project(status=ProjectStatus.CANCELLED)
    assert paths(project_not_documented, with_project(ended, **final)) == [AT + "documents"]


@pytest.mark.parametrize(
    "dated",
    [
        {"due": date(2027, 3, 31)},
        {"next_check": date(2027, 1, 4)},
        {"milestones": (Milestone(name="灰度"),)},
    ],
)
def test_milestones_stand_for_a_day(dated: dict[str, Any]) -> None:
    """A due date or milestones: one of the two will do."""
    project = Project(documents=(DocumentRef(title="计划书"),), **dated)
    assert found(project_not_documented, with_project(project)) == []


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ("owner: 周岩", 2),
        ("counterparts: [{person: {name: 高远, department: 技术中心}}]", 1),
        ("members: [{name: 高远, department: 技术部}]", 1),
        ("counterparts: [{person: 高远, relationship: 技术接口}]", 1),
        ("counterparts: [高远, 唐敏]", 0),
        ("status: done", 0),
    ],
)
def test_each_department_has_a_counterpart(known: str, asked: int) -> None:
    """A contact or member of the department is one; as many contacts as departments will do."""
    text = f"projects: {{items: [{{departments: [技术部, 财务部], {known}}}]}}"
    assert asks(department_without_counterpart, text) == [f"warning {AT}counterparts"] * asked


def test_own_department_needs_no_counterpart() -> None:
    """Nobody has to be looked for where one works, nor where one department is alone."""
    project = "projects: {{items: [{{departments: [{}]}}]}}\n"
    own = project.format("技术部, 客服部") + "department: 客服部"
    assert len(asks(department_without_counterpart, own)) == 1
    assert asks(department_without_counterpart, project.format("技术部")) == []


def test_a_leaver_names_the_milestones() -> None:
    """A due date is not enough."""

    def leaving(**fields: Any) -> OpsDocument:
        project = Project(documents=(DocumentRef(title="计划书"),), **fields)
        return with_project(project, "offboarding")

    bare = leaving(due=date(2027, 3, 31))
    assert found(project_not_documented, bare) == [(AT + "milestones", WARNING)]
    assert paths(project_not_documented, leaving(milestones=(Milestone(name="灰度"),))) == []
    assert paths(project_not_documented, leaving(status=ProjectStatus.DONE)) == []


DONE, OPEN = Task(status=TaskStatus.DONE), Task(status=TaskStatus.DELAYED)
HALF = [(AT + "tasks", WARNING)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"tasks": (DONE, OPEN)}, []),
        ({"tasks": (OPEN,)}, HALF),
        ({"tasks": (DONE,)}, HALF),
        ({"tasks": (OPEN,), "key_results": ("10 月供稿 61 条",)}, []),
        ({"key_results": ("10 月供稿 61 条",)}, HALF),
        ({"key_results": ("无",), "tasks": (OPEN,)}, HALF),
        ({"milestones": (Milestone(name="设计", done=True), Milestone(name="上线"))}, []),
        ({"milestones": (Milestone(name="上线"),)}, HALF),
        ({"tasks": (DONE,), "milestones": (Milestone(name="上线"),)}, []),
        ({"tasks": (OPEN,), "status": ProjectStatus.PLANNED}, []),
        ({"tasks": (OPEN,), "progress": 0}, []),
        ({"tasks": (DONE,), "status": ProjectStatus.DONE}, []),
        ({}, []),
    ],
)
def test_both_halves_of_a_project(fields: dict[str, Any], expected: list[object]) -> None:
    """What is done and what is left are two lists; a project that has not begun has only one."""
    if "tasks" in fields:
        fields = {**fields, "tasks": tuple(attrs.evolve(t, title="任务") for t in fields["tasks"])}
    for profile in ("daily_handover", "offboarding"):
        assert found(project_half_told, with_project(Project(**fields), profile)) == expected
    assert found(project_half_told, with_project(Project(**fields), "communication")) == []
