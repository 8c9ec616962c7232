"""The follow-up list."""

from datetime import date, timedelta

from attrs import evolve
from tests.layout.shown import below, in_markdown, in_word, only_table, paths_in, rows_of

from opshandover.document.pressing import pressing
from opshandover.layout import lay_out
from opshandover.layout.views.attention import MOST
from opshandover.layout.views.follow_up import follow_up_blocks
from opshandover.model.assets import AccessAction, AccessChange, Asset, Assets
from opshandover.model.base import ReviewCycle
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.planning import WorkPlan
from opshandover.model.projects import Project, Projects
from opshandover.model.risks import Risk, Risks
from opshandover.model.routine import Question, RoutineWork
from opshandover.model.support import Support
from opshandover.model.tasks import Milestone, Task, WorkProgress

DAY = date(2026, 11, 21)
BEFORE = DAY - timedelta(days=3)
ZHOU = Person(name="周岩")

FULL = OpsDocument(
    profile="offboarding",
    prepared_on=DAY,
    work_progress=WorkProgress(tasks=(Task(title="排班", next_check=DAY, new_owner=ZHOU, next_step="问 *林珊*"),)),
    projects=Projects(items=(Project(name="p", milestones=(Milestone(name="上线", due=BEFORE),)),)),
    risks=Risks(items=(Risk(title="断供"),), review=ReviewCycle(next=BEFORE)),
    assets=Assets(
        assets=(
            Asset(name="印章", return_by=DAY, keeper=ZHOU),
            Asset(name="电脑", return_by=BEFORE, returned_on=BEFORE),
        ),
        accesses=(
            AccessChange(what="后台", action=AccessAction.REVOKE, due=DAY - timedelta(days=1)),
            AccessChange(what="邮箱", due=DAY + timedelta(days=1)),
        ),
    ),
    support=Support(questions=(Question(question="账期怎么算？"), Question(question="旧", answer="是"))),
    routine_work=RoutineWork(troubleshooting=(Question(question="卡纸"),)),
)


def test_all_that_is_to_check_or_unanswered_is_listed_once() -> None:
    """What has a date that came is in the box above; each says why, who, until when, and the next step."""
    page = lay_out(FULL, "zh")
    assert rows_of(only_table(below(page.blocks, "接手先看"))) == [
        ["事项", "原因", "接手人", "截止日期"],
        ["上线", "已逾期 3 天", "", "2026-11-18"],
        ["后台", "已逾期 1 天", "", "2026-11-20"],
        ["印章", "当日到期", "周岩", "2026-11-21"],
        ["邮箱", "次日到期", "", "2026-11-22"],
    ]
    table = only_table(below(page.blocks, "另需跟进"))
    assert rows_of(table) == [
        ["事项", "原因", "负责人", "截止日期", "下一步"],
        ["风险与应急 › 定期检查", "到了检查日期", "", "2026-11-18", ""],
        ["排班", "到了检查日期", "周岩", "2026-11-21", "问 林珊"],
        ["卡纸", "提问未答复", "", "", ""],
        ["账期怎么算？", "提问未答复", "", "", ""],
    ]
    assert paths_in(table) == {""}
    assert "| 排班 | 到了检查日期 | 周岩 | 2026-11-21 | 问 林珊 |" in in_markdown(page)
    assert "另需跟进\n" in in_word(page).text()


def test_what_comes_first_is_not_listed_again() -> None:
    """Items of the table above stay out; those for which it has no room are here."""
    tasks = tuple(Task(title=f"t{i}", due=BEFORE) for i in range(MOST + 2))
    document = OpsDocument(profile="daily_work", prepared_on=DAY, work_progress=WorkProgress(tasks=tasks))
    table = only_table(below(lay_out(document, "en").blocks, "Also to follow up"))
    assert [row[:2] for row in rows_of(table)[1:]] == [
        ["t20", "overdue by 3 days"],
        ["t21", "overdue by 3 days"],
    ]
    few = evolve(document, work_progress=WorkProgress(tasks=tasks[:MOST]))
    assert follow_up_blocks(few, pressing(few), "en") == ()


def test_two_of_one_number_are_both_followed_up() -> None:
    """Two tickets of one list with the same ID are two; one that stands in two lists is listed once."""
    first, second = (Task(id="T-1", title=title, next_check=DAY) for title in ("退款", "补发"))
    document = OpsDocument(
        profile="daily_work",
        prepared_on=DAY,
        work_progress=WorkProgress(tasks=(first, second)),
        work_plan=WorkPlan(tasks=(first,)),
    )
    table = only_table(follow_up_blocks(document, (), "zh"))
    assert [row[0] for row in rows_of(table)[1:]] == ["退款（T-1）", "补发（T-1）"]


def test_the_clock_is_never_asked() -> None:
    """Without a day of its own a document only has open questions to follow up."""
    dateless = evolve(FULL, prepared_on=None)
    table = only_table(follow_up_blocks(dateless, pressing(dateless), "zh"))
    assert [row[0] for row in rows_of(table)[1:]] == ["卡纸", "账期怎么算？"]
