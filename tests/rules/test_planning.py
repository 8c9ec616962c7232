"""Rules about plans."""

from tests.rules.asked import found

from opshandover.rules.planning import campaign_incomplete, plan_no_room

CAMPAIGN = "work_plan: {campaigns: [{name: 周末专场%s}]}"


def test_each_part_of_a_campaign() -> None:
    """Goal, budget and steps are three findings; placeholders are no answer."""
    expected = [f"error work_plan.campaigns[0].{part}" for part in ("goal", "budget", "steps")]
    assert found(campaign_incomplete, CAMPAIGN % "") == expected
    blank = CAMPAIGN % ", goal: 待定, budget: {currency: CNY}, steps: [TBD]"
    assert found(campaign_incomplete, blank, "charter") == expected


def test_campaign_may_cost_nothing() -> None:
    """A budget of 0 is an answer."""
    assert found(campaign_incomplete, CAMPAIGN % ", goal: 拉新, budget: 0, steps: [发券]") == []


def test_campaign_that_is_over_is_not_asked() -> None:
    """Only a campaign before the document's own date is over, not one on that day."""
    over = "prepared_on: 2026-11-21\n" + CAMPAIGN % ", scheduled_on: 2026-11-20"
    assert found(campaign_incomplete, over) == []
    today = "prepared_on: 2026-11-21\n" + CAMPAIGN % ", scheduled_on: 2026-11-21"
    assert len(found(campaign_incomplete, today)) == 3
    assert len(found(campaign_incomplete, CAMPAIGN % ", scheduled_on: 2026-11-20")) == 3


def test_plan_without_room() -> None:
    """Risks, means and room for change are missed in final daily work only."""
    bare = "state: final\nwork_plan: {tasks: [{title: 上线活动页}]}"
    expected = [f"warning work_plan.{part}" for part in ("risks", "resources", "flexibility")]
    assert found(plan_no_room, bare, "daily_work") == expected
    assert found(plan_no_room, bare, "daily_handover") == []
    assert found(plan_no_room, bare.replace("final", "draft"), "daily_work") == []


def test_other_places_count_for_a_plan() -> None:
    """What other sections and single tasks say answers a plan as well."""
    text = """
state: final
work_plan:
  tasks: [{title: 上线活动页, support_needed: [设计师半天]}]
risks: {items: [{title: 断网, contingency: 换用手机热点}]}
"""
    assert found(plan_no_room, text, "daily_work") == []
    stated = """
state: final
work_plan: {tasks: [{title: 上线活动页}], flexibility: 活动页可推迟到周五}
risks: {nothing: 当天没有变更}
resources: {not_applicable: 每周一盘点}
"""
    assert found(plan_no_room, stated, "daily_work") == []
