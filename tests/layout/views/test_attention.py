"""What needs attention first."""

from datetime import date

import attrs
import pytest
from tests.layout.samples import daily_handover

from opshandover.layout.views.attention import MOST, attention_blocks, attention_entries
from opshandover.model.base import Level, Period, Priority
from opshandover.model.document import OpsDocument
from opshandover.model.issues import Issue, Issues, IssueStatus
from opshandover.model.people import Person
from opshandover.model.projects import Project, Projects
from opshandover.model.risks import Risk, Risks
from opshandover.model.tasks import Task, TaskStatus, WorkProgress
from opshandover.pages.blocks import Role, Table, text_of
from opshandover.text import Lang

DAY = date(2026, 11, 21)


def rows(document: OpsDocument, lang: Lang = "zh") -> list[list[str]]:
    """The texts of the table, row by row."""
    tables = (
        block
        for block in attention_blocks(attention_entries(document), lang, handover=True)
        if isinstance(block, Table)
    )
    return [
        ["".join(text_of(b.runs) for b in cell.blocks if hasattr(b, "runs")) for cell in row.cells]
        for table in tables
        for row in table.rows
    ]


def with_tasks(*tasks: Task) -> OpsDocument:
    """A document of that day with some tasks."""
    progress = WorkProgress(tasks=tasks)
    return OpsDocument(profile="daily_handover", prepared_on=DAY, work_progress=progress)


def test_the_most_pressing_comes_first() -> None:
    """Late items lead, then what is due on the day, high risks and open issues."""
    assert [row[0] for row in rows(daily_handover())] == [
        "更新退货政策话术",
        "补发赔付短信",
        "晚高峰人手不足",
        "退款接口超时",
        "仓库发错赠品",
    ]


def test_an_entry_says_why_who_and_until_when() -> None:
    """The reason, the owner and the due date stand beside the item."""
    late = Task(title="甲", due=date(2026, 11, 19), owner=Person(name="周岩", phone="138"))
    assert rows(with_tasks(late)) == [["甲", "已逾期 2 天", "周岩", "2026-11-19"]]
    assert rows(with_tasks(late), "en") == [["甲", "overdue by 2 days", "周岩", "2026-11-19"]]
    late = attrs.evolve(late, due=date(2026, 11, 20))
    assert rows(with_tasks(late), "en")[0][1] == "overdue by 1 day"


@pytest.mark.parametrize(
    "task",
    [
        Task(title="done", status=TaskStatus.DONE, due=date(2026, 11, 1)),
        Task(title="later", due=date(2026, 11, 22)),
        Task(title="important", priority=Priority.IMPORTANT),
    ],
)
def test_what_can_wait_is_not_listed(task: Task) -> None:
    """Done, not yet due or merely important: nothing to look at first, and no empty box."""
    assert attention_blocks(attention_entries(with_tasks(task)), "zh", handover=True) == ()


def test_the_clock_is_never_asked() -> None:
    """Without a day of its own a document calls nothing late, however old it is."""
    document = attrs.evolve(with_tasks(Task(title="a", due=date(1999, 1, 1))), prepared_on=None)
    assert rows(document) == []
    period = Period(end=date(2026, 11, 21))
    assert attrs.evolve(document, period=period).as_of == date(2026, 11, 21)
    assert daily_handover().as_of == DAY


def test_the_list_stays_short() -> None:
    """Seven entries, then how many more there are."""
    tasks = (Task(title=f"{i}", due=date(2026, 11, 1)) for i in range(MOST + 3))
    listed = rows(with_tasks(*tasks))
    assert len(listed) == MOST + 1
    assert "3" in listed[-1][0]


def test_an_item_mentioned_twice_is_listed_once() -> None:
    """An item that stands in two sections is one item."""
    task = Task(title="甲", id="T-1", due=date(2026, 11, 1))
    project = Project(name="乙", tasks=(attrs.evolve(task, title="甲（项目）"),))
    document = attrs.evolve(with_tasks(task), projects=Projects(items=(project,)))
    assert [row[0] for row in rows(document)] == ["甲"]


def test_risks_and_issues_count_while_they_are_open() -> None:
    """A high risk and an open issue are listed, a low risk and a solved issue are not."""
    document = OpsDocument(
        profile="daily_handover",
        risks=Risks(items=(Risk(title="高", impact=Level.HIGH), Risk(title="低", impact=Level.LOW))),
        issues=Issues(items=(Issue(title="新"), Issue(title="旧", status=IssueStatus.RESOLVED))),
    )
    assert [row[0] for row in rows(document)] == ["高", "新"]


def test_entries_repeat_values_and_have_no_path() -> None:
    """What is shown a second time has no place of its own, or it would be read back twice."""
    (_, table) = attention_blocks(attention_entries(daily_handover()), "zh", handover=True)
    assert isinstance(table, Table)
    assert table.role is Role.ATTENTION
    assert {cell.path for row in table.rows for cell in row.cells} == {""}
