"""The questions that rules share."""

from datetime import date

import pytest
from tests.rules.built import document

from opshandover.model import Task, TaskStatus
from opshandover.profiles import profile_of
from opshandover.rules import Context
from opshandover.rules.predicates import (
    has_any,
    is_generic,
    missing,
    overdue,
)


def test_missing_names_each_part_once_in_order() -> None:
    """There is one hit for each empty field, none for the others."""
    task = Task(title="核对", goal="待定")
    assert [h.field for h in missing(task, "goal", "title", "owner")] == ["goal", "owner"]


def test_has_any_asks_for_one_of_several() -> None:
    """One field that says something is enough, and a field that is not there says nothing."""
    task = Task(title="核对")
    assert has_any(task, "goal", "title")
    assert not has_any(task, "goal", "no_such_field")


@pytest.mark.parametrize(
    "name",
    [
        "团队",
        "运营团队",
        "相关同事",
        "有关人员",
        "值班人员",
        "大家",
        "各部门",
        "市场部门",
        "项目组",
        "team",
        "The Team",
        "ＴＥＡＭ",
        " ops team. ",
        "everyone",
        "relevant colleagues",
        "all staff",
    ],
)
def test_groups_are_vague(name: str) -> None:
    """Names of groups and of nobody in particular are recognised in either language."""
    assert is_generic(name)


@pytest.mark.parametrize(
    "name",
    [
        "周岩",
        "李同事",
        "王部长",
        "阿部宽",
        "服部",
        "𠮷田",
        "Teamer",
        "Kai",
        "Tim Allen",
        "Somebody Else Smith",
        "All Martin",
        "张团",
        "组长周岩",
        "客服主管",
        "O'Neill",
        "",
    ],
)
def test_people_are_not_vague(name: str) -> None:
    """Names of people, also unusual ones, raise no false alarm."""
    assert not is_generic(name)


def test_long_names_are_judged_in_the_end() -> None:
    """A hostile name does not make the pattern go astray, or this would not end."""
    for text in ("团队" * 50_000 + "x", "a " * 50_000, "the " * 30_000 + "x", "相关" * 50_000):
        assert isinstance(is_generic(text), bool)


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [
        (date(2026, 11, 20), TaskStatus.IN_PROGRESS, True),
        (date(2026, 11, 21), TaskStatus.IN_PROGRESS, False),
        (date(2026, 11, 20), TaskStatus.DONE, False),
        (None, TaskStatus.DELAYED, False),
    ],
)
def test_overdue_goes_by_the_documents_own_date(due: date | None, status: TaskStatus, late: bool) -> None:
    """Only what is open and was due on an earlier day is overdue."""
    context = Context(
        path="",
        document=document(prepared_on=date(2026, 11, 21)),
        profile=profile_of("daily_handover"),
    )
    assert overdue(Task(due=due, status=status), context) is late


def test_nothing_is_overdue_without_a_date() -> None:
    """A document that bears no date never asks the clock instead."""
    context = Context(path="", document=document(), profile=profile_of("daily_handover"))
    assert not overdue(Task(due=date(1999, 1, 1)), context)
