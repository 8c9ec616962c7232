"""The goal breakdown."""

import pytest
from tests.layout.shown import below, in_markdown, in_word, only_table, paths_in, rows_of

from opshandover.layout import lay_out
from opshandover.model.document import OpsDocument
from opshandover.model.goals import Goal, Goals
from opshandover.model.people import Person
from opshandover.model.projects import Project, Projects
from opshandover.model.tasks import Task, TaskStatus, WorkProgress

DONE = Task(title="a", status=TaskStatus.DONE)
GOALS = (
    Goal(statement="增长", owner=Person(name="周岩"), tasks=(DONE, Task(title="b"))),
    Goal(statement="稳定", path=("先巡检",)),
    Goal(statement="降本"),
)


def test_each_goal_says_how_many_of_its_tasks_are_done() -> None:
    """Tasks are counted, also those elsewhere that name the goal; no percentage that nobody wrote is shown."""
    document = OpsDocument(
        profile="daily_work",
        goals=Goals(items=GOALS),
        work_progress=WorkProgress(tasks=(Task(title="c", goal="增长"),)),
    )
    page = lay_out(document, "zh")
    table = only_table(below(page.blocks, "目标分解"))
    assert rows_of(table) == [
        ["目标", "负责人", "任务（完成 / 共）"],
        ["增长", "周岩", "1 / 3"],
        ["稳定", "", "没有任务"],
        ["降本", "", "没有任务"],
    ]
    assert paths_in(table) == {""}
    said = "3 个目标中有 1 个已分解到任务。"
    for text in (in_markdown(page), in_word(page).text()):
        assert said in text
        assert "%" not in text.partition("目标分解")[2]
    assert "1 of 3 goals are broken down into tasks." in in_markdown(lay_out(document, "en"))


def test_goals_of_projects_count_too() -> None:
    """The only goal of a project is served by the project's tasks."""
    projects = tuple(
        Project(name=name, goals=(Goal(statement=name, path=("x",)),), tasks=tasks)
        for name, tasks in (("甲", (DONE,)), ("乙", ()))
    )
    document = OpsDocument(profile="offboarding", projects=Projects(items=projects))
    rows = rows_of(only_table(below(lay_out(document, "zh").blocks, "目标分解")))
    assert [row[2] for row in rows[1:]] == ["1 / 1", "没有任务"]


@pytest.mark.parametrize("goals", [(), GOALS[:1], GOALS[1:]])
def test_no_breakdown_where_it_says_nothing(goals: tuple[Goal, ...]) -> None:
    """One goal, or goals without tasks: no table, and no reproach to those who read it; `check` says what is missing."""
    document = OpsDocument(profile="daily_work", goals=Goals(items=goals))
    assert "目标分解" not in in_markdown(lay_out(document, "zh"))
