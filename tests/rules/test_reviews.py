"""Rules about looking back."""

import pytest
from tests.rules.asked import found

from opshandover.rules.reviews import no_review_cycle, review_one_sided, review_overdue

SECTIONS = {
    "work_plan": ("{tasks: [{title: 改版}]}", "review"),
    "goals": ("{items: [{statement: 续费}]}", "items"),
    "processes": ("{items: [{name: 投诉}]}", "items"),
    "risks": ("{items: [{title: 断货}]}", "review"),
    "data_analysis": ("{norms: [不含手机号]}", "reports"),
    "quality_standards": ("{items: [{subject: 在线}]}", "items"),
    "performance": ("{kpis: [{name: 解决率}]}", "review"),
    "training": ("{promotion: 每年评}", "review"),
    "resources": ("{items: [{name: 坐席}]}", "review"),
    "improvement": ("{ideas: [自助]}", "review"),
}
ASKED = {
    "charter": set(SECTIONS),
    "communication": {"resources"},
    "daily_work": {
        "work_plan",
        "goals",
        "data_analysis",
        "processes",
        "performance",
        "improvement",
    },
    "offboarding": set[str](),
}


@pytest.mark.parametrize("profile", ASKED)
@pytest.mark.parametrize("key", SECTIONS)
def test_each_section_is_asked_once(profile: str, key: str) -> None:
    """A section that lasts says how often it is reviewed; which ones depends on the document, once it is final."""
    body, where = SECTIONS[key]
    expected = [f"warning {key}.{where}"] if key in ASKED[profile] else []
    assert found(no_review_cycle, f"state: final\n{key}: {body}", profile) == expected
    asked = expected if profile == "charter" else []
    assert found(no_review_cycle, f"{key}: {body}", profile) == asked


@pytest.mark.parametrize(
    "text",
    [
        "work_plan: {tasks: [{title: 改版}], review: {cadence: weekly}}",
        "work_plan: {tasks: [{title: 改版}], review: {next: 2026-12-01}}",
        "work_plan: {tasks: [{title: 改版}], horizon: daily}",
        "work_plan: {tasks: [{title: 改版}]}\nperiod: {start: 2026-11-18, end: 2026-11-18}",
        "goals: {items: [{statement: 续费, review: monthly}, {statement: 拉新}]}",
        "goals: {items: [{statement: 续费, horizon: weekly}]}",
        "data_analysis: {reports: [{title: 月报, cadence: monthly}]}",
        "data_analysis: {norms: [不含手机号], research: [{cadence: quarterly}]}",
        "data_analysis: {norms: [不含手机号], sharing: {name: 数据群, cadence: daily}}",
        "data_analysis: {norms: [不含手机号]}\n"
        "communication: {meetings: [{title: 看数会, kind: data_review, cadence: weekly}]}",
        "data_analysis: {norms: [不含手机号]}\n"
        "routine_work: {tasks: [{title: 查数据, category: data_analysis, cadence: daily}]}",
        "improvement: {ideas: []}",
        "processes: {not_applicable: 没有变化}",
    ],
)
def test_what_needs_no_cycle(text: str) -> None:
    """A cadence or a next day answers; what is short, empty or left out is not asked."""
    assert found(no_review_cycle, "state: final\n" + text, "daily_work") == []


def test_a_charter_that_is_revised_as_a_whole() -> None:
    """Its cycle or its triggers hold for all sections."""
    text = "processes: {items: [{name: 退款}]}\ngovernance: {purpose: 统一, revision_triggers: [渠道增减]}"
    assert found(no_review_cycle, text, "charter") == []


def test_a_cycle_without_content_is_none() -> None:
    """A last day alone does not say when the next one is, and a long plan is not short."""
    text = "state: final\nwork_plan: {tasks: [{title: 改版}], review: {last: 2026-11-01}}"
    assert found(no_review_cycle, text, "daily_work") == ["warning work_plan.review"]
    long = "state: final\nwork_plan: {tasks: [{title: 改版}]}\nperiod: {start: 2026-11-01, end: 2026-11-30}"
    assert found(no_review_cycle, long, "daily_work") == ["warning work_plan.review"]


@pytest.mark.parametrize(
    "beside",
    [
        "prepared_on: 2026-11-18",
        "period: {start: 2026-11-18, end: 2026-11-18}",
        "communication: {meetings: [{title: 例会, kind: team, cadence: weekly}]}",
        "communication: {nothing: 当天没有会}",
        "routine_work: {tasks: [{title: 换主图, category: content_update, cadence: daily}]}",
    ],
)
@pytest.mark.parametrize("profile", ["daily_work", "charter"])
def test_figures_of_one_day_are_not_regular(beside: str, profile: str) -> None:
    """A date or a period says of when the figures are, not when somebody looks again."""
    figures = "state: final\ndata_analysis: {metrics: [{name: 单量, period: {start: 2026-11-01}}]}\n"
    expected = ["warning data_analysis.reports"]
    assert found(no_review_cycle, figures + beside, profile) == expected


@pytest.mark.parametrize(
    ("days", "late"),
    [
        ("", False),
        ("prepared_on: 2026-11-15", False),
        ("prepared_on: 2026-11-16", True),
        ("prepared_on: 2026-11-10\nupdated_on: 2026-11-20", True),
        ("prepared_on: 2026-11-20\nupdated_on: 2026-11-10", True),
    ],
)
def test_review_that_has_not_taken_place(days: str, late: bool) -> None:
    """The later of the document's days counts; on the very day it is not late yet."""
    text = "goals: {items: [{statement: 续费, review: {next: 2026-11-15}}]}\n" + days
    expected = ["warning goals.items[0].review.next"] if late else []
    for profile in ("charter", "daily_work", "offboarding"):
        assert found(review_overdue, text, profile) == expected
    assert found(review_overdue, "goals: {items: [{statement: 续费, review: weekly}]}") == []


def test_a_charter_is_reviewed_after_it_takes_effect() -> None:
    """A review before the day from which a charter holds is a slip; other documents take effect another way."""
    text = "effective_on: 2026-12-01\ngovernance: {revision: {cadence: yearly, next: 2026-06-30}}\n"
    assert found(review_overdue, text, "charter") == ["warning governance.revision.next"]
    assert found(review_overdue, text, "offboarding") == []


def test_feedback_and_activities_are_regular() -> None:
    """Ways to collect feedback and team activities are asked as well."""
    text = "communication: {mechanism: {channels: [{name: 意见箱%s}]}}"
    assert found(no_review_cycle, text % "", "charter") == ["warning communication.mechanism.cadence"]
    assert found(no_review_cycle, text % ", cadence: weekly", "charter") == []
    fun = "culture: {activities: [{title: 徒步%s}]}"
    assert found(no_review_cycle, fun % "", "communication") == ["warning culture.activities"]
    assert found(no_review_cycle, fun % ", description: 每季一次", "communication") == []


def test_both_sides_of_a_review() -> None:
    """What went well and what did not are two findings; an empty review is another rule's."""
    told = "review: {completion: 三项完成两项}"
    expected = ["warning review.done_well", "warning review.to_improve"]
    assert found(review_one_sided, told, "daily_work") == expected
    assert found(review_one_sided, told, "communication") == expected
    assert found(review_one_sided, told, "offboarding") == []
    assert found(review_one_sided, "review: {lessons: [无]}", "daily_work") == []
    half = "review: {done_well: [当天补发], to_improve: [无]}"
    assert found(review_one_sided, half, "daily_work") == ["warning review.to_improve"]
