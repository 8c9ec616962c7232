"""What changed between two versions, as people read it."""

import attrs
from tests.support.documents import HOSTILE

import opshandover as oh
from opshandover.model import Language, Nothing, Task, TaskStatus, WorkProgress
from opshandover.plain_text import printable
from opshandover.reporting.views.diff import diff_lines, edit_lines
from opshandover.styled import plain
from opshandover.testing import a_document, a_task
from opshandover.text import LANGUAGES


def test_the_lines() -> None:
    """Each change has a sign, its place in labels, and what was there before and is there now."""
    old = a_document()
    new = a_document(
        title="九月交接",
        work_progress=WorkProgress(
            tasks=(Task(title="盘点"), a_task(status=TaskStatus.DONE, remaining="- 主图\n- 无"))
        ),
        issues=Nothing(reason="都已解决"),
    )
    assert str(oh.diff(old, new)).splitlines()[:8] == [
        "新增 1 处，修改 4 处",
        "  ~ 标题：八月第一周运营交接 → 九月交接",
        "  + 工作进展 › 任务 1（盘点）：盘点",
        "  ~ 工作进展 › 任务 2（上线八月活动页） › 状态：进行中 → √ 已完成",
        "  ~ 工作进展 › 任务 2（上线八月活动页） › 剩余工作",
        "      - - 结算页的优惠说明",
        "      + - 无",
        "  ~ 问题反馈：问题：退款到账慢，三位客户投诉（状态：待处理；解决思路：财务每天 16:00 补跑一次批次；负责人：周岩（运营主管，电话 010-5550-0142）；截止日期：2026-08-07；编号：I-1） → 都已解决",
    ]
    assert str(oh.diff(old, old)) == "没有变化"


def test_moved_and_removed() -> None:
    """What was moved says from where, in the language of the document."""
    one, two, three = (Task(id=f"T-{n}", title=f"Task {n}") for n in (1, 2, 3))
    old = a_document(lang="en", work_progress=WorkProgress(tasks=(one, two, three)))
    new = attrs.evolve(old, work_progress=WorkProgress(tasks=(three, one)))
    assert str(oh.diff(old, new)).splitlines() == [
        "1 removed, 1 moved",
        "  - Work progress › Task 2 (Task 2): Task 2; ID: T-2",
        "  > Work progress › Task 1 (Task 3), formerly Work progress › Task 3 (Task 3)",
    ]


def test_words_that_differ_are_in_colour() -> None:
    """The line is shown before and after, and only the words that differ have a colour."""
    before, after = edit_lines("at 16:00 we call", "at 17:00 we call", "en")
    assert before.parts == ("      ", ("- ", "red"), ("at", ""), (" 16:00", "red"), (" we call", ""))
    assert after.parts == ("      ", ("+ ", "green"), ("at", ""), (" 17:00", "green"), (" we call", ""))


def test_hostile_texts() -> None:
    """Whatever the texts are, the lines can be printed, and the fragment holds them as text."""
    for text in HOSTILE:
        old = a_document(reason="x")
        found = oh.diff(old, a_document(reason=text, title=text, receivers=()))
        for lang in LANGUAGES:
            assert all(printable(row) == row for row in plain(diff_lines(found, lang)).split("\n"))
        assert "<script>" not in found._repr_html_()


def test_the_fragment() -> None:
    """A row for each change, the words that differ marked."""
    old = a_document(reason="早班交接给中班")
    html = oh.diff(old, attrs.evolve(old, reason="早班交接给晚班", lang=Language.EN))._repr_html_()
    assert "<del>中</del>" in html
    assert "<ins>晚</ins>" in html
    assert "Before" in html
