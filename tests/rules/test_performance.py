"""Rules about how work is judged."""

from tests.rules.asked import found

import opshandover as oh
from opshandover.rules import check
from opshandover.rules.performance import evaluation_no_feedback, performance_no_kpi


def test_performance_needs_indicators() -> None:
    """Indicators of the section or of an evaluation will do; an empty section is not asked."""
    bare = "performance: {evaluations: [{subject: 晚班%s}]}"
    assert found(performance_no_kpi, bare % "", "charter") == ["error performance.kpis"]
    assert found(performance_no_kpi, bare % "", "daily_work") == ["error performance.kpis"]
    assert found(performance_no_kpi, bare % "", "offboarding") == []
    assert found(performance_no_kpi, bare % ", metrics: [{name: 解决率}]", "charter") == []
    assert found(performance_no_kpi, "performance: {kpis: []}", "charter") == []


def test_indicators_are_tied_to_goals() -> None:
    """A target ties an indicator to a goal, and so does a goal that is measured by it."""
    text = "performance: {kpis: [{name: 解决率%s}]}"
    assert found(performance_no_kpi, text % "", "charter") == ["error performance.kpis[0].target"]
    assert found(performance_no_kpi, text % ", target: 80", "charter") == []
    goal = "\ngoals: {items: [{statement: 多解决, metric: {name: 解决率}}]}"
    assert found(performance_no_kpi, text % "" + goal, "charter") == []
    assert found(performance_no_kpi, text % "" + "\ngoals: {kpis: [{name: 解决率}]}", "charter") == []
    absent = text % "" + "\ngoals: {not_applicable: 另有文件}"
    assert len(found(performance_no_kpi, absent, "charter")) == 1


def test_each_indicator_is_named() -> None:
    """Two without a goal are two different lines; one without a name has its number."""
    document = oh.loads(
        "profile: charter\nperformance: {kpis: [{name: 解决率}, {name: 满意度}, {unit: 件}]}", format="yaml"
    )
    said = [finding.message for finding in check(document).findings if finding.code == "PRF001"]
    assert [one["zh"] for one in said] == [
        f"绩效评估的指标“{name}”没有与目标挂钩" for name in ("解决率", "满意度", "3")
    ]
    assert said[1]["en"] == "the performance section has the indicator '满意度' without a goal"


def test_bare_figures_are_found_once() -> None:
    """A figure with nothing beside it is DAT004's; with an earlier value it still needs a target."""
    text = "performance: {kpis: [{name: 解决率, value: 81%s}]}"
    assert found(performance_no_kpi, text % "", "charter") == []
    assert found(performance_no_kpi, text % ", previous: 80", "charter") == ["error performance.kpis[0].target"]


def test_results_are_fed_back() -> None:
    """Feedback and improvement are two findings, as soon as there is a result or a figure."""
    text = "performance: {evaluations: [{subject: 晚班%s}]}"
    expected = [
        "warning performance.evaluations[0].feedback",
        "warning performance.evaluations[0].improvement_plan",
    ]
    assert found(evaluation_no_feedback, text % ", result: 低于目标", "charter") == expected
    figure = text % ", metrics: [{name: 解决率, value: 0}]"
    assert found(evaluation_no_feedback, figure, "daily_work") == expected
    planned = text % ", metrics: [{name: 解决率, target: 80}]"
    assert found(evaluation_no_feedback, planned, "charter") == []
    assert found(evaluation_no_feedback, text % ", result: 低于目标", "offboarding") == []
