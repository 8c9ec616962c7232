"""Rules about goals."""

from tests.rules.asked import document, found

from opshandover.rules import check
from opshandover.rules.goals import (
    goal_no_path,
    goal_no_task,
    goal_not_smart,
    goals_one_sided,
)

BARE = "goals: {items: [{statement: 提升满意度}]}"
PARTS = ("due", "specific", "achievable", "relevant")


def test_each_smart_part_is_one_finding() -> None:
    """The due date is an error; in a final charter three more are warnings; one finding names all of them."""
    final = "state: final\n" + BARE
    expected = [f"{'error' if p == 'due' else 'warning'} goals.items[0].{p}" for p in PARTS]
    assert found(goal_not_smart, final, "charter") == expected
    assert found(goal_not_smart, BARE, "charter") == found(goal_not_smart, final) == expected[:1]
    assert len(check(document(final, "charter"), rules=[goal_not_smart]).findings) == 1


def test_metric_needs_a_target() -> None:
    """A metric without target is reported at the target; zero is a target."""
    without = "goals: {items: [{statement: 零投诉, metric: {name: 投诉}}]}"
    assert "error goals.items[0].metric.target" in found(goal_not_smart, without)
    zero = "goals: {items: [{statement: 零投诉, metric: {name: 投诉, target: 0}}]}"
    assert not any("metric" in hit for hit in found(goal_not_smart, zero))


def test_goal_of_the_day_needs_no_due_date() -> None:
    """Its day is the document's."""
    text = "goals: {items: [{statement: 清空工单, horizon: daily}]}"
    assert "error goals.items[0].due" not in found(goal_not_smart, text)


def test_near_and_far_goals() -> None:
    """The missing side of several goals is reported; one goal, and goals that do not say, are on no side."""
    near = "{statement: 清空工单, horizon: weekly}"
    far = "{statement: 成为首选, horizon: long_term}"
    text = "goals: {items: [%s, %s]}"
    assert found(goals_one_sided, text % (near, near)) == ["warning goals.items"]
    assert found(goals_one_sided, text % (far, far)) == ["warning goals.items"]
    assert found(goals_one_sided, text % (near, far)) == []
    assert found(goals_one_sided, BARE) == found(goals_one_sided, f"goals: {{items: [{near}]}}") == []
    assert found(goals_one_sided, "goals: {kpis: [{name: 退款率}]}") == []


def test_one_sided_goals_of_a_day_are_a_hint() -> None:
    """A day's record mostly looks at the day."""
    near = "{statement: 清空工单, horizon: daily}"
    assert found(goals_one_sided, f"goals: {{items: [{near}, {near}]}}", "daily_work") == ["info goals.items"]


def test_path_or_tasks() -> None:
    """Either leads to the goal; asked where goals are set, and of what is final."""
    assert found(goal_no_path, BARE) == []
    assert found(goal_no_path, BARE, "charter") == ["warning goals.items[0].path"]
    assert found(goal_no_path, "state: final\n" + BARE) == ["warning goals.items[0].path"]
    assert found(goal_no_path, "goals: {items: [{statement: 清空, tasks: [派单]}]}") == []


def test_goal_of_a_day_leads_to_tasks() -> None:
    """Its own tasks will do, and so will one elsewhere that names it; far goals are not asked."""
    goal = "goals: {items: [{statement: 续费率 62%%, path: [回访]%s}]}\n"
    bare = ["warning goals.items[0].tasks"]
    assert found(goal_no_task, goal % "", "daily_work") == bare
    assert found(goal_no_task, goal % "", "charter") == []
    assert found(goal_no_task, goal % ", tasks: [回访 30 人]", "daily_work") == []
    assert found(goal_no_task, goal % ", horizon: long_term", "daily_work") == []
    plan = "work_plan: {tasks: [{title: 回访, goal: %s}]}"
    assert found(goal_no_task, goal % "" + plan % '" 续费率 62% "', "daily_work") == []
    assert found(goal_no_task, goal % "" + plan % "拉新", "daily_work") == bare
    without = "goals: {items: [{statement: 续费率 62%}]}"
    assert found(goal_no_task, without, "daily_work") == []
    assert found(goal_no_path, "state: final\n" + without, "daily_work") == ["warning goals.items[0].path"]
