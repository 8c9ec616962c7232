"""Rules about figures."""

from decimal import Decimal

import pytest
from tests.rules.asked import found

from opshandover.model import DataAnalysis, Metric, OpsDocument
from opshandover.rules import check
from opshandover.rules.data import (
    kpi_bare,
    metric_decline_unexplained,
    report_unreliable,
)

METRIC = "data_analysis: {{metrics: [{{name: 留存率, {}}}]}}"
REPORT = "data_analysis: {{reports: [{{title: 周报, {}}}]}}"
BOTH = ["error data_analysis.metrics[0].cause", "error data_analysis.metrics[0].suggestion"]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("value: 38, previous: 45", BOTH),
        ("value: 45, previous: 38", []),
        ("value: 44.9, previous: 45", []),
        ("value: 0, previous: 0", []),
        ("value: -5, previous: -1", BOTH),
        ("value: 38, target: 40", BOTH),
        ("value: 40, target: 40", []),
        ("value: 38, previous: 45, lower_is_better: true", []),
        ("value: 46, previous: 40, lower_is_better: true", BOTH),
        ("value: 41, target: 40, lower_is_better: true", BOTH),
        ("value: 38, previous: 45, cause: 活动结束", BOTH[1:]),
        ("value: 38, previous: 45, suggestion: 恢复活动", BOTH[:1]),
        ("target: 40", []),
    ],
)
def test_worse_figures_need_cause_and_suggestion(figures: str, expected: list[str]) -> None:
    """Which way is worse depends on the metric; chance is let pass."""
    assert found(metric_decline_unexplained, "state: final\n" + METRIC.format(figures)) == expected
    before = [hit.replace("error", "warning") for hit in expected]
    assert found(metric_decline_unexplained, METRIC.format(figures), "daily_work") == before
    causes = [hit for hit in before if hit.endswith("cause")]
    for draft in ("daily_report", "daily_handover"):
        assert found(metric_decline_unexplained, METRIC.format(figures), draft) == causes


@pytest.mark.parametrize("value", ["9e39", "-9e39", "1e-40"])
@pytest.mark.parametrize("other", ["9e39", "-9e39", "1e-40", "0"])
def test_extreme_figures_crash_nothing(value: str, other: str) -> None:
    """The largest and smallest numbers that a document may hold can be compared."""
    metric = Metric(name="a", value=Decimal(value), previous=Decimal(other), target=Decimal(other))
    document = OpsDocument(profile="daily_work", data_analysis=DataAnalysis(metrics=(metric,)))
    report = check(document, rules=[metric_decline_unexplained, kpi_bare])
    assert {f.code for f in report.findings} <= {"DAT002", "DAT004"}


def test_report_around_the_figure_explains_it() -> None:
    """What the report says of its figures need not be said again at each."""
    text = REPORT.format(
        "interpretation: 活动结束, suggestions: [恢复活动], metrics: [{name: a, value: 1, previous: 2}]"
    )
    assert found(metric_decline_unexplained, text) == []


def test_goal_not_reached_yet_is_no_miss() -> None:
    """A target in the section of goals lies ahead; a fall counts there as well."""
    ahead = "goals: {kpis: [{name: 留存率, value: 38, target: 45}]}"
    assert found(metric_decline_unexplained, ahead) == []
    fell = "goals: {kpis: [{name: 留存率, value: 38, previous: 45}]}"
    assert len(found(metric_decline_unexplained, fell, "daily_work")) == 2


def test_a_target_to_be_measured_by_is_no_miss() -> None:
    """What people are measured by, and what a charter demands, is set for the time to come; elsewhere it is missed."""
    missed = "{name: 错拣率, value: 0.06, target: 0.05, lower_is_better: true}"
    assert found(metric_decline_unexplained, f"performance: {{kpis: [{missed}]}}", "daily_work") == []
    assert found(metric_decline_unexplained, f"data_analysis: {{metrics: [{missed}]}}", "charter") == []
    assert len(found(metric_decline_unexplained, f"data_analysis: {{metrics: [{missed}]}}", "daily_work")) == 2


def test_a_figure_is_told_what_it_lacks_alone() -> None:
    """With a target beside it, only the period is missing, and only that is asked for."""
    metric = Metric(name="错拣件数", value=Decimal(6), target=Decimal(5))
    document = OpsDocument(profile="daily_work", data_analysis=DataAnalysis(metrics=(metric,)))
    (finding,) = check(document, rules=[kpi_bare]).findings
    assert finding.message["zh"] == "指标“错拣件数”写了数值，没有统计时段"
    assert (finding.hint["zh"], finding.hint["en"]) == ("写上统计时段", "give its period")


def test_report_needs_a_source_and_something_to_compare() -> None:
    """Method or tool stand for the source, one earlier value is enough."""
    bare = REPORT.format("metrics: [{name: 新客, value: 1}]")
    assert found(report_unreliable, bare) == [
        "warning data_analysis.reports[0].source",
        "warning data_analysis.reports[0].metrics",
    ]
    assert found(report_unreliable, REPORT.format("methods: [trend]")) == []
    one = "tool: Excel, metrics: [{name: a, value: 1}, {name: b, value: 2, previous: 0}]"
    assert found(report_unreliable, REPORT.format(one)) == []


def test_bare_figure() -> None:
    """A figure needs something to hold it against and a time, unless it is a rate or where a goal starts."""
    count = "data_analysis: {metrics: [{name: 退款单, value: 38}]}"
    assert found(kpi_bare, count) == [
        "warning data_analysis.metrics[0].target",
        "warning data_analysis.metrics[0].period",
    ]
    assert found(kpi_bare, METRIC.format("value: 38")) == []
    assert found(kpi_bare, "data_analysis: {metrics: [{name: 外卖评分, value: 4.7}]}") == []
    assert found(kpi_bare, "goals: {items: [{statement: 减少退款, metric: {name: 退款单, value: 38}}]}") == []
    dated = "prepared_on: 2026-11-21\n" + METRIC.format("value: 38, previous: 0")
    assert found(kpi_bare, dated) == []
    assert found(kpi_bare, METRIC.format("target: 38")) == []


def test_method_is_named_in_daily_work() -> None:
    """A source tells where figures come from, not how they were looked at."""
    text = REPORT.format("source: 订单库, metrics: [{name: 新客, value: 12, previous: 10}]%s")
    where = "data_analysis.reports[0]."
    assert found(report_unreliable, text % "", "daily_work") == [f"warning {where}methods"]
    assert found(report_unreliable, text % ", methods: [trend]", "daily_work") == []
    for profile in ("daily_handover", "communication", "charter"):
        assert found(report_unreliable, text % "", profile) == []
    bare = found(report_unreliable, REPORT.format("findings: [直播多]"), "daily_work")
    assert bare == [f"warning {where}source"]
