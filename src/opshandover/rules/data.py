"""Rules about figures: what they mean, where they come from, what they are held against."""

from collections.abc import Iterator
from decimal import Context, Decimal, localcontext

from opshandover.findings import Severity
from opshandover.model import DataReport, Goal, Goals, Metric
from opshandover.rules.predicates import filled
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text

_NOTEWORTHY = Decimal("0.02")
"""By which share of the earlier value a figure has to get worse before anyone asks why."""


@rule(
    "DAT002",
    "metric-decline-unexplained",
    Severity.ERROR,
    on=Metric,
    message=("指标“{item}”{how}，没有写{field}", "the metric '{item}' {how}, but has no {field}"),
    hint=("写明为什么会这样，以及怎样让它回升", "say why that is, and what would bring it back"),
)
def metric_decline_unexplained(metric: Metric, at: Place) -> Iterator[Hit]:
    """A figure has got worse or misses its target, and the cause or a suggestion is missing.

    A bad figure without them is handed over as a riddle. A change of less than 2 % of the earlier value is taken
    for chance; that a goal is not reached yet is no miss. The interpretation and the suggestions of the report
    around the figure count as well.

    zh: 指标变差或没有达到目标，却没有写原因或建议。
    zh: 只交一个难看的数字，等于交出一道谜题。变化不到上期值的 2% 视为波动；目标尚未到期不算未达标。所在报告的解读和建议也算数。

    Bad::
        data_analysis: {metrics: [{name: 七日留存率, value: 38, previous: 45, unit: "%"}]}
    Good::
        data_analysis:
          metrics:
            - name: 七日留存率
              value: 38
              previous: 45
              unit: "%"
              cause: 新用户中活动用户占比上升
              suggestion: 活动用户单独做七日触达
    """
    with localcontext(Context(traps=[])):
        how = _gone_wrong(metric, with_target=not _of_a_goal(at))
    if how is None:
        return
    if not filled(metric, "cause") and not _around(at, "interpretation"):
        yield hit("cause", how=how)
    if not filled(metric, "suggestion") and not _around(at, "suggestions", "improvement_plan"):
        yield hit("suggestion", how=how)


def _of_a_goal(at: Place) -> bool:
    """Says whether a metric says what is to be reached, wherever the goal stands."""
    return isinstance(at.owner, (Goal, Goals))


def _around(at: Place, *names: str) -> bool:
    """Says whether the record around a metric tells what the metric itself does not."""
    return at.owner is not None and filled(at.owner, *names)


def _gone_wrong(metric: Metric, *, with_target: bool) -> Text | None:
    """Says in words how a figure is worse than before or than it was meant to be, if it is."""
    value, previous, target = metric.value, metric.previous, metric.target
    if value is None or not value.is_finite():
        return None
    sign = -1 if metric.lower_is_better else 1
    if previous is not None and previous.is_finite():
        worse = sign * (previous - value)
        if worse > 0 and worse >= abs(previous) * _NOTEWORTHY:
            return Text("比上期差", "is worse than before")
    if with_target and target is not None and target.is_finite() and sign * (target - value) > 0:
        return Text("没有达到目标值", "misses its target")
    return None


@rule(
    "DAT003",
    "report-unreliable",
    Severity.WARNING,
    on=DataReport,
    message=("数据报告“{item}”没有{what}", "the data report '{item}' gives no {what}"),
    hint=(
        "写明数据来源、分析方法或工具，并给出上期值；每日工作要写明分析方法",
        "name the source, the method or the tool, and give the values of the time before; in daily work, "
        "name the method",
    ),
)
def report_unreliable(report: DataReport, at: Place) -> Iterator[Hit]:
    """A report names neither source nor method nor tool, or has no earlier value to compare with.

    Nobody can draw the same figures again, or tell whether they are high or low. One earlier value in the report,
    or the method of comparison or trend, is enough. In daily work, where the analysis is the work itself, the
    method has to be named.

    zh: 数据报告没有写来源、方法或工具，或没有任何可以比较的上期值。
    zh: 别人无法重新取数，也看不出高低。有一个指标给出上期值，或注明用了趋势、对比分析，就算可以比较。每日工作里分析本身就是工作，必须写明用了什么方法。

    Bad::
        data_analysis: {reports: [{title: 11 月第 3 周周报, metrics: [{name: 新客数, value: 1280}]}]}
    Good::
        data_analysis:
          reports:
            - title: 11 月第 3 周周报
              source: 订单库每日快照
              metrics: [{name: 新客数, value: 1280, previous: 1210}]
    """
    if not filled(report, "source", "methods", "tool", "document"):
        yield hit("source", what=Text("数据来源、方法或工具", "source, method or tool"))
    elif at.profile.workday and not filled(report, "methods"):
        yield hit("methods", what=Text("分析方法", "method of analysis"))
    valued = [m for m in report.metrics if m.value is not None]
    if valued and not report.methods and all(m.previous is None for m in valued):
        yield hit("metrics", what=Text("可以比较的上期值", "earlier value to compare with"))


@rule(
    "DAT004",
    "kpi-bare",
    Severity.WARNING,
    on=Metric,
    message=("指标“{item}”只有一个数值，没有{what}", "the metric '{item}' is a bare figure, without {what}"),
    hint=("写目标值或上期值，并写明统计时段", "give a target or an earlier value, and the period"),
)
def kpi_bare(metric: Metric, at: Place) -> Iterator[Hit]:
    """A figure stands alone: there is nothing to hold it against, or no time that it speaks of.

    Whether 1.8 % is good cannot be seen from 1.8 %. A target, an earlier value or a reason gives the measure; the
    period may also be that of the report or of the whole document.

    zh: 指标只有一个数值：没有可以对照的目标值、上期值或说明，或看不出是哪段时间的数值。
    zh: 单看 1.8% 看不出好坏。统计时段也可以写在所在的报告或文档开头。

    Bad::
        prepared_on: 2026-11-21
        data_analysis: {metrics: [{name: 退款率, value: 1.8, unit: "%"}]}
    Good::
        prepared_on: 2026-11-21
        data_analysis: {metrics: [{name: 退款率, value: 1.8, target: 2, unit: "%", lower_is_better: true}]}
    """
    if metric.value is None:
        return
    told = filled(metric, "target", "previous", "cause", "suggestion")
    if not told and not _around(at, "interpretation", "result"):
        yield hit("target", what=Text("可以对照的目标值或上期值", "a target or an earlier value"))
    if metric.period is None and not _around(at, "period") and at.as_of is None:
        yield hit("period", what=Text("统计时段", "a period"))


RULES = rules_of(__name__)
