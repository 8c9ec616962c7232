"""The handover checklist."""

from datetime import date

from tests.layout.shown import below, in_markdown, in_word
from tests.support.pages import texts_in

from opshandover.layout import lay_out
from opshandover.model.document import OpsDocument
from opshandover.model.handover import HandoverItem, HandoverPhase, HandoverPlan, HandoverStatus
from opshandover.model.people import Person
from opshandover.pages.blocks import ListBlock, Table

ITEMS = (
    HandoverItem(title="跟进", phase=HandoverPhase.FOLLOW_UP, id="H-4"),
    HandoverItem(
        title="账号",
        content="两类账号 **改绑**",
        phase=HandoverPhase.PREPARATION,
        status=HandoverStatus.CONFIRMED,
        owner=Person(name="苏婉清"),
        due=date(2026, 11, 12),
    ),
    HandoverItem(title="钥匙", phase=HandoverPhase.PREPARATION, difficulties=("锁紧",)),
    HandoverItem(content="没有标题"),
)


def document(*items: HandoverItem) -> OpsDocument:
    """A handover of some items."""
    return OpsDocument(profile="offboarding", handover_plan=HandoverPlan(items=items))


def test_phases_come_in_order_with_boxes() -> None:
    """Preparation leads, what has no phase is last, and the confirmed is ticked."""
    page = lay_out(document(*ITEMS), "zh")
    text = in_markdown(page)
    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        "### 准备（已确认 1 / 2）",
        "### 跟进（已确认 0 / 1）",
        "### 未分阶段（已确认 0 / 1）",
    ]
    assert "- [x] **账号** · **状态** 已确认；**负责人** 苏婉清；**截止日期** 2026-11-12" in text
    assert "- [ ] **跟进** · **编号** H-4" in text
    word = in_word(page).text()
    assert "☑\t账号 · 状态 已确认；负责人 苏婉清；截止日期 2026-11-12\n内容 两类账号 改绑" in word


def test_nothing_is_lost_and_each_box_has_its_path() -> None:
    """All fields of an item stand beside its box, which knows the item it is for."""
    page = lay_out(document(*ITEMS), "en")
    texts = " ".join(texts_in(page))
    assert all(said in texts for said in ("锁紧", "没有标题", "Preparation", "Follow-up"))
    (boxes,) = below(page.blocks, "Preparation")
    assert isinstance(boxes, ListBlock)
    paths = [getattr(item.blocks[0], "path", "") for item in boxes.items]
    assert paths == ["handover_plan.items[1]", "handover_plan.items[2]"]


def test_without_phases_it_is_a_table() -> None:
    """Items of no phase are compared, as there is nothing to group them by."""
    items = tuple(HandoverItem(title=t, status=HandoverStatus.PENDING) for t in "ab")
    blocks = lay_out(document(*items), "zh").blocks
    assert any(isinstance(b, Table) and b.path == "handover_plan.items" for b in blocks)
