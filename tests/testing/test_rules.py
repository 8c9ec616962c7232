"""The contract of rules: each way to break it is told."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from opshandover.errors import UnknownNameError
from opshandover.findings import Severity
from opshandover.model import OpsDocument, Task, WorkProgress
from opshandover.rules import Context, Hit, Rule, hit, rule
from opshandover.testing import check_rule
from opshandover.text import Text


@rule(
    "ACM001",
    "task-without-ticket",
    Severity.WARNING,
    on=Task,
    message=Text("任务“{item}”没有工单号", "the task '{item}' has no ticket"),
    hint=Text("在编号里写工单号", "give the ticket as its ID"),
)
def ticketless(task: Task, _at: Context) -> Iterator[Hit]:
    """A task bears no ticket.

    zh: 任务没有工单号。

    Bad::

        work_progress:
          tasks: [{title: Answer the chats}]

    Good::

        work_progress:
          tasks: [{title: Answer the chats, id: GD-1112-01}]
    """
    if not task.id.startswith("GD-"):
        yield hit("id")


def raising(task: Task, _at: Context) -> Iterator[Hit]:
    """Fails at a task without a title."""
    if task.title.split()[0] and not task.id.startswith("GD-"):
        yield hit("id")


def _asking(*hits: Hit) -> Any:
    """What finds the same in every task without a ticket."""
    return lambda task, _at: [] if task.id.startswith("GD-") else list(hits)


def scanning(task: Task, at: Context) -> Iterator[Hit]:
    """Looks at all tasks for each of them."""
    tasks = at.owner.tasks if isinstance(at.owner, WorkProgress) else ()
    if not task.id.startswith("GD-") and sum(other.title == task.title for other in tasks):
        yield hit("id")


def changing(task: Task, at: Context) -> Iterator[Hit]:
    """Writes into the document that it looks at."""
    object.__setattr__(at.document, "title", at.document.title + "!")
    yield from ticketless.ask(task, at)


def asked_once(task: Task, at: Context) -> Iterator[Hit]:
    """Looks at all tasks once."""
    if isinstance(at.owner, WorkProgress) and at.once(_without_tickets, at.owner):
        yield from ticketless.ask(task, at)


def _without_tickets(section: WorkProgress) -> int:
    return sum(not task.id.startswith("GD-") for task in section.tasks)


GOOD_PAGE = ticketless.page


def test_a_good_rule() -> None:
    """One that keeps the contract passes, alone or among others; so does one that asks once about a whole list."""
    check_rule(ticketless)
    check_rule(ticketless, "task-undated", "ITM001")
    check_rule(attrs.evolve(ticketless, ask=asked_once))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"code": "ACME1"}, "three capital letters and three digits"),
        ({"code": "TSK001"}, "another rule is called TSK001"),
        ({"name": "task-undated"}, "another rule is called task-undated"),
        ({"code": "CUL001"}, "a rule that was given up was called CUL001"),
        ({"name": "term-undefined"}, "a rule that was given up was called term-undefined"),
        ({"name": "Task_1"}, "small letters and hyphens, got 'Task_1'"),
        ({"message": Text("任务不行", "")}, "the message of ACM001: expected a text in Chinese and one in English"),
        ({"hint": Text("改", "改")}, "the hint of ACM001: Chinese characters in the English text"),
        ({"message": Text("“{item}”不行", "{field} will not do")}, "the message of ACM001: different places"),
        ({"message": Text("{sum}不行", "{sum} will not do")}, "nothing fills a place of the text: {sum}不行"),
        ({"page": GOOD_PAGE.replace("zh:", "")}, "the page of ACM001, from its docstring: expected a text in Chinese"),
        ({"page": GOOD_PAGE.partition("Good::")[0]}, "the example under Good:: of ACM001 is missing"),
        ({"page": GOOD_PAGE.replace("title: Answer", "tilte: Answer")}, "Bad:: of ACM001 is not a document"),
        ({"page": GOOD_PAGE.replace("{title", "{id: GD-1, title", 1)}, "Bad:: of ACM001: the rule finds nothing"),
        ({"page": GOOD_PAGE.replace("GD-1112", "1112")}, r"the rule finds work_progress.tasks[0].id"),
        (
            {
                "page": GOOD_PAGE.replace("    work", "    profile: charter\n    work", 1),
                "traits": frozenset(["handover"]),
            },
            "is of the kind charter, of which the rule is not asked",
        ),
        ({"ask": raising}, "rule ACM001 failed (IndexError)"),
        ({"ask": _asking(hit("ticket"))}, "something at work_progress.tasks[0].ticket, which is not there"),
        ({"ask": _asking(hit("steps[3]"))}, "which is not there"),
        ({"ask": _asking(hit("id", beside=True))}, "which is not there"),
        ({"ask": scanning}, "has 4 times as many items, the rule takes 1"),
        ({"ask": changing}, "one of ACM001 changed the document"),
    ],
)
def test_the_contract_is_broken(changes: dict[str, Any], said: str) -> None:
    """Each way to break it is told with the code of the rule, and the place where it showed."""
    with pytest.raises(AssertionError) as caught:
        check_rule(attrs.evolve(ticketless, **changes))
    assert said in str(caught.value)
    assert str(changes.get("code", "ACM001")) in str(caught.value)


def test_what_is_not_there() -> None:
    """A field of a record that is absent is a place, as it may be what is missing."""

    def unplanned(document: OpsDocument, _at: Context) -> Iterator[Hit]:
        if document.shift is None and not document.title:
            yield hit("shift.end")

    page = GOOD_PAGE.replace("work_progress:\n      tasks: [{title: Answer the chats}]", "department: x")
    page = page.replace("work_progress:\n      tasks: [{title: Answer the chats, id: GD-1112-01}]", "title: x")
    check_rule(attrs.evolve(ticketless, on=OpsDocument, ask=unplanned, page=page))


def test_by_name() -> None:
    """A name that no rule has is not passed over, nor is a call without any."""
    with pytest.raises(UnknownNameError):
        check_rule("task-undatd")
    with pytest.raises(AssertionError, match="at least one rule"):
        check_rule()
    assert isinstance(ticketless, Rule)
