"""Rules about figures: what they mean, where they come from and what they are compared with."""

import decimal
import re
from collections.abc import Iterator
from decimal import Decimal

from opshandover.findings import Severity
from opshandover.model import DataReport, Goal, Goals, Metric, Performance
from opshandover.rules.predicates import has_any
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_NOTEWORTHY = Decimal("0.02")
"""The smallest decline that needs a reason, as a share of the earlier value."""


@rule(
    "DAT002",
    "metric-decline-unexplained",
    Severity.ERROR,
    on=Metric,
    joins="field",
    message=("指标“{item}”{how}，没有写{field}", "the metric '{item}' {how}, but has no {field}"),
    hint=("写明为什么会这样，以及怎样让它回升", "give the cause, and how the figure can recover"),
)
def metric_decline_unexplained(metric: Metric, at: Context) -> Iterator[Hit]:
    """A figure has declined or misses its target, and the cause or a suggestion is missing.

    The receiver cannot act on a bad figure alone. A change of less than 2 % of the earlier value counts as
    fluctuation; a goal that is not due yet is not a miss, nor is what people are measured by or a charter demands. The interpretation and suggestions of the report that
    holds the figure count as well. It is an error once the document is final; in short kinds of document it is a
    warning, and the cause is enough, as it is in the draft of a handover.

    zh: 指标变差或没有达到目标，却没有写原因或建议。
    zh: 只有一个难看的数字，接收人无从下手。变化不到上期值的 2% 视为波动；目标尚未到期不算未达标，考核指标和工作总则里的目标值也不算。所在报告的解读和建议也算数。定稿后为错误，之前为警告；简短的文种里一律为警告，写了原因即可，交接的草稿也是。

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
    with decimal.localcontext(decimal.Context(traps=[])):
        how = _decline(metric, with_target=not _of_a_goal(at))
    if how is None:
        return
    severity = None if at.final and not at.profile.brief else Severity.WARNING
    if not has_any(metric, "cause") and not _owner_has(at, "interpretation"):
        yield hit("cause", severity, how=how)
    asked = not at.profile.brief and (at.final or not at.profile.handover)
    if asked and not has_any(metric, "suggestion") and not _owner_has(at, "suggestions", "improvement_plan"):
        yield hit("suggestion", severity, how=how)


def _of_a_goal(at: Context) -> bool:
    """Whether the target of a metric is set for the time to come, and need not be reached yet."""
    return at.profile.charter or isinstance(at.owner, (Goal, Goals, Performance))


def _owner_has(at: Context, *names: str) -> bool:
    """Whether the record that holds a metric has one of these fields filled."""
    return at.owner is not None and has_any(at.owner, *names)


def _decline(metric: Metric, *, with_target: bool) -> Text | None:
    """In words, how a figure is worse than before or than its target; `None` if it is not."""
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
    joins="what",
    lacks=True,
    thorough=True,
    message=("数据报告“{item}”没有{what}", "the data report '{item}' has no {what}"),
    hint=(
        "写明数据来源、分析方法或工具，并给出上期值；每日工作要写明分析方法",
        "name the source, the method or the tool, and give earlier values; in daily work, name the method",
    ),
)
def report_unreliable(report: DataReport, at: Context) -> Iterator[Hit]:
    """A report names neither source nor method nor tool, or has no earlier value to compare with.

    Nobody can obtain the same figures again, or tell whether they are high or low. One earlier value in the report,
    or comparison or trend as its method, is enough. In daily work, where the analysis is the work itself, the
    method is required.

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
    if not has_any(report, "source", "methods", "tool", "document"):
        yield hit("source", what=Text("数据来源、方法或工具", "source, method or tool"))
    elif at.profile.workday and not has_any(report, "methods"):
        yield hit("methods", what=Text("分析方法", "method of analysis"))
    valued = [m for m in report.metrics if m.value is not None]
    if valued and not report.methods and all(m.previous is None for m in valued):
        yield hit("metrics", what=Text("可以比较的上期值", "earlier value to compare with"))


_RATIO = re.compile(r"[%％‰/／]|百分|个点|倍|\bper\b|percent|times", re.IGNORECASE)
_RATE = re.compile(
    r"率$|评分|得分|星级|满意度|占比|比例|比值|环比|同比|增幅|跌幅|涨幅|\b(?:rate|ratio|rating|score|share|growth|change)\b|percent",
    re.IGNORECASE,
)
"""Units and names of figures that are ratios, or on a scale that everybody knows: they compare already."""


@rule(
    "DAT004",
    "kpi-bare",
    Severity.WARNING,
    on=Metric,
    joins="what",
    lacks=True,
    thorough=True,
    message=("指标“{item}”写了数值，没有{what}", "the metric '{item}' has a value, but no {what}"),
    hint=("写上{what}", "give its {what}"),
)
def kpi_bare(metric: Metric, at: Context) -> Iterator[Hit]:
    """A figure has nothing to compare it with, or no period.

    412 orders alone do not show whether that is much. A target, an earlier value or an explanation is enough; a share,
    a rate or a rating, which compares already, needs neither, nor does the state from which a goal starts. The period
    may also be that of the report or of the document.

    zh: 指标只有一个数值：没有可以对照的目标值、上期值或说明，或看不出是哪段时间的数值。
    zh: 单看 412 单看不出多少。百分比、比率和评分本身就是对照，不要求；目标里的现状值也不要求；统计时段也可以写在所在的报告或文档开头。

    Bad::
        prepared_on: 2026-11-21
        data_analysis: {metrics: [{name: 退款单, value: 412, unit: 单}]}
    Good::
        prepared_on: 2026-11-21
        data_analysis: {metrics: [{name: 退款单, value: 412, previous: 398, unit: 单, lower_is_better: true}]}
    """
    if metric.value is None or isinstance(at.owner, (Goal, Goals)):
        return
    explained = has_any(metric, "target", "previous", "cause", "suggestion")
    ratio = _RATIO.search(metric.unit) or _RATE.search(metric.name)
    if not explained and not ratio and not _owner_has(at, "interpretation", "result"):
        yield hit("target", what=Text("可以对照的目标值或上期值", "target or earlier value"))
    if metric.period is None and not ratio and not _owner_has(at, "period") and at.as_of is None:
        yield hit("period", what=Text("统计时段", "period"))


RULES = rules_of(__name__)
