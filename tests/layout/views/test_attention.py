"""What needs attention first."""

from datetime import date

import attrs
import pytest
from tests.layout.samples import daily_handover
from tests.layout.shown import in_markdown

from opshandover.document.pressing import open_entries, pressing
from opshandover.layout import lay_out
from opshandover.layout.views.attention import MOST, attention_blocks, takeover_blocks
from opshandover.model.base import Level, Priority
from opshandover.model.document import OpsDocument
from opshandover.model.issues import Issue, Issues, IssueStatus
from opshandover.model.people import Person
from opshandover.model.risks import Risk, Risks
from opshandover.model.tasks import Task, TaskStatus, WorkProgress
from opshandover.pages.blocks import Paragraph, Role, Table, text_of
from opshandover.text import Lang

DAY = date(2026, 11, 21)


def rows(document: OpsDocument, lang: Lang = "zh") -> list[list[str]]:
    """The texts of the table, row by row."""
    tables = (
        block
        for block in attention_blocks(pressing(document), document, lang, handover=True)
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
        "更新退货政策话术（T-102）",
        "补发赔付短信（T-101）",
        "晚高峰人手不足",
        "退款接口超时",
        "仓库发错赠品",
    ]


def test_an_entry_says_why_who_and_until_when() -> None:
    """The reason, the owner and the due date stand beside the item."""
    late = Task(title="甲", due=date(2026, 11, 19), owner=Person(name="周岩", phone="138"))
    assert rows(with_tasks(late)) == [["甲", "已逾期 2 天", "周岩", "2026-11-19"]]
    assert rows(with_tasks(late), "en") == [["甲", "overdue by 2 days", "周岩", "2026-11-19"]]
    late = attrs.evolve(late, due=date(2026, 11, 20), id="CS-7", next_step="问 *林珊*", owner=None)
    assert rows(with_tasks(late)) == [["甲（CS-7）", "已逾期 1 天", "2026-11-20", "问 林珊"]]
    assert rows(with_tasks(late), "en")[0][1] == "overdue by 1 day"


@pytest.mark.parametrize(
    "task",
    [
        Task(title="done", status=TaskStatus.DONE, due=date(2026, 11, 1)),
        Task(title="later", due=date(2026, 11, 23)),
        Task(title="important", priority=Priority.IMPORTANT_NOT_URGENT),
    ],
)
def test_what_can_wait_is_not_listed(task: Task) -> None:
    """Done, not yet due or merely important: nothing to look at first, and no empty box."""
    assert rows(with_tasks(task)) == []


def test_the_list_stays_short() -> None:
    """Seven entries, then how many more there are."""
    tasks = (Task(title=f"{i}", due=date(2026, 11, 1)) for i in range(MOST + 3))
    document = with_tasks(*tasks)
    *_, rest = attention_blocks(pressing(document), document, "zh", handover=True)
    assert len(rows(document)) == MOST
    assert isinstance(rest, Paragraph)
    assert text_of(rest.runs) == "另有 3 项，见下文（工作进展 3）"


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
    (_, table) = attention_blocks(pressing(daily_handover()), daily_handover(), "zh", handover=True)
    assert isinstance(table, Table)
    assert table.role is Role.ATTENTION
    assert {cell.path for row in table.rows for cell in row.cells} == {""}


def test_a_next_step_is_whole_if_it_takes_three_lines() -> None:
    """Only what is longer is cut, and never inside a clause."""
    step = "If p99 > 4 s turn off flag reco_inline (runbook section 3); otherwise wait for the reco team on Monday"
    long = f"{step}, who are there from nine"
    cells = [row[-1] for row in rows(with_tasks(*(Task(title=one, due=DAY, next_step=one) for one in (step, long))))]
    assert cells == [step, f"{step.partition(';')[0]}…"]


def test_a_task_without_new_owner_comes_first() -> None:
    """Of several receivers none knows whose it is; the giver, who owned it, is not shown as its new owner."""
    giver, *receivers = (Person(name=name) for name in ("周岩", "王敏", "李想"))
    tasks = (Task(title="无主", owner=giver), Task(title="有主", new_owner=receivers[0]))
    document = attrs.evolve(with_tasks(*tasks), giver=giver, receivers=tuple(receivers))
    assert rows(document) == [["无主", "未指定接手人"]]


@pytest.mark.parametrize(
    ("owner", "new_owner", "said"), [("周岩", "", True), ("周岩", "周岩", False), ("李想", "", False)]
)
def test_the_page_says_who_takes_over_from_the_giver(owner: str, new_owner: str, said: bool) -> None:
    """The table below has the giver as the owner, the box the receiver; the sentence between says why."""
    task = Task(title="甲", owner=Person(name=owner), new_owner=Person(name=new_owner) if new_owner else None)
    document = attrs.evolve(with_tasks(task), giver=Person(name="周岩"), receivers=(Person(name="王敏"),))
    blocks = takeover_blocks(document, "zh")
    texts = [text_of(block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert texts == (["负责人是周岩、没有另写接手人的，由王敏接手。"] if said else [])


def test_standing_risks_are_not_pressing() -> None:
    """A charter lasts: its high risks stand in their section, and only one with a date that has come is pressing."""
    risks = (Risk(title="断电", impact=Level.HIGH), Risk(title="演练", impact=Level.HIGH, due=date(2026, 11, 20)))
    document = OpsDocument(profile="charter", prepared_on=DAY, risks=Risks(items=risks))
    first, others = open_entries(document, lasting=True)
    assert ([entry.record for entry in first], others) == ([risks[1]], [])
    assert len(pressing(document)) == 2
    assert "断电" not in in_markdown(lay_out(document, "zh")).partition("风险与应急")[0]
