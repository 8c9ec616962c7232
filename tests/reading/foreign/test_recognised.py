"""Tests of what a sentence says of its owner, its day, its state and its account."""

from datetime import date

import pytest

from opshandover.model import Task
from opshandover.model.issues import Issue, IssueStatus
from opshandover.model.systems import System
from opshandover.model.tasks import TaskStatus
from opshandover.pages.blocks import Run
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import Draft
from opshandover.reading.foreign.leaves import Leaf
from opshandover.reading.foreign.recognised import account_in, recognise, set_status
from opshandover.reading.foreign.values import Clock


def draft(text: str, of: type[Task] | type[Issue] = Task) -> Draft:
    """A record with what a sentence says."""
    made = Draft(of, "work_progress.tasks[0]")
    recognise(Context(clock=Clock(on=date(2026, 11, 28))), made, Leaf((Run(text),), 1))
    return made


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("收货（已完成）", TaskStatus.DONE),
        ("✅ 收货", TaskStatus.DONE),
        ("发货 - 进行中", TaskStatus.IN_PROGRESS),
        ("已完成三成", None),
    ],
)
def test_a_state_is_recognised_where_it_stands_apart(text: str, state: TaskStatus | None) -> None:
    """In brackets, behind a dash, or as a tick; not within a sentence."""
    assert draft(text).values.get("status") is state


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2026-12-01 前交初稿", date(2026, 12, 1)),
        ("截止 11月29日", date(2026, 11, 29)),
        ("11 月 20 日漏发的赠品", None),
        ("due by 5 Dec 2026", date(2026, 12, 5)),
    ],
)
def test_a_day_is_due_only_if_the_sentence_says_so(text: str, due: date | None) -> None:
    """A day that is only mentioned is not when it is due."""
    assert draft(text).values.get("due") == due


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("login ops@example.org, password: ask IT", "ops@example.org"),
        ("账号 kf01", "kf01"),
        ("admin / ●●●●●●", "admin"),
        ("mysql -u report -p", "report"),
        ("登录后先看公告", ""),
    ],
)
def test_an_account_is_copied_from_a_line(text: str, account: str) -> None:
    """The forms in which people write an account."""
    made = Draft(System, "systems.items[0]")
    account_in(made, text)
    assert [one.account for one in made.values.get("credentials", ())] == ([account] if account else [])


def test_a_status_is_set_once() -> None:
    """What was said first stays."""
    made = Draft(Issue, "issues.items[0]")
    set_status(made, "处理中")
    set_status(made, "已解决")
    assert made.values["status"] is IssueStatus.HANDLING
