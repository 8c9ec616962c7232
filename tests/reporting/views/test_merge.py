"""A merge as people read it."""

import attrs
import pytest

import opshandover as oh
from opshandover.continuity.ledger import Ledger
from opshandover.model import Task, WorkProgress
from opshandover.redaction import MASK
from opshandover.reporting.views.merge import ledger_text
from opshandover.testing import a_document, a_task


def test_a_conflict_says_whose_what_and_where() -> None:
    """All three values stand together with whose they are, and the place is said in labels and as a path."""
    base = a_document(work_progress=WorkProgress(tasks=(a_task(), Task(id="T-2", title="盘点"))))

    def version(progress: int, **fields: object) -> oh.OpsDocument:
        tasks = (a_task(progress=progress), Task(id="T-2", title="盘点"))
        return attrs.evolve(base, work_progress=WorkProgress(tasks=tasks), **fields)  # type: ignore[arg-type]

    merged = oh.merge(
        base,
        version(70),
        version(90, title="九月"),
        base_name="plan.yaml",
        ours_name="李敏, night.docx",
        theirs_name="day.yaml",
    )
    lines = str(merged).splitlines()
    assert lines[:9] == [
        "1 处冲突待定",
        "  冲突 1  工作进展 › 任务 1（上线八月活动页） › 进度（工作进展.任务[0].进度）",
        "      同一处改成了不同的值",
        "      plan.yaml：60%",
        "      李敏, night.docx：70%",
        "      day.yaml：90%",
        "      暂取 李敏, night.docx",
        "已决定 1 处：",
        "  标题：九月（day.yaml）",
    ]
    assert lines[9].startswith("收支：")
    assert "没有冲突" in str(merged.resolve("theirs"))
    assert "day.yaml" in merged._repr_html_()


def test_what_was_edited_of_a_removed_item_is_said() -> None:
    """Against a removal stand the fields that were changed, not the whole item."""
    base = a_document(lang="en")
    edited = attrs.evolve(base, work_progress=WorkProgress(tasks=(a_task("en", progress=70),)))
    removed = attrs.evolve(base, work_progress=WorkProgress())
    text = str(oh.merge(base, removed, edited))
    assert "ours: (not there)" in text
    assert "theirs: Progress: 60% → 70%" in text
    assert "Work progress › Task 1 (Publish the August campaign page)" in text
    assert "neither side changed anything" in str(oh.merge(base, base, base))


def test_no_secret_is_shown() -> None:
    """Neither the lines, nor the fragment, nor the data have one; the document has the texts as they are."""
    base = a_document(reason="轮班")
    ours, theirs = (attrs.evolve(base, reason=f"早班 密码：{leak}") for leak in ("Gs2025!xQ", "Zk8843!pW"))
    merged = oh.merge(base, ours, theirs, ours_name="password=Hunter2x9!kQ.yaml")
    told = str(merged) + merged._repr_html_() + str(merged.as_data()) + repr(merged) + repr(merged.conflicts)
    assert not any(leak in told for leak in ("Gs2025", "Zk8843", "Hunter2x9"))
    assert MASK in told
    assert "早班" in told
    assert "Gs2025" in merged.document.reason


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_account_that_does_not_add_up(lang: oh.Lang) -> None:
    """It is said to be a fault of the program."""
    assert ledger_text(Ledger(entries=(), taken_in=3), lang).count("3") == 1
    assert "0" in ledger_text(Ledger(entries=(), taken_in=0), lang)
