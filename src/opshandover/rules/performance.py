"""Rules about performance and evaluations."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import Evaluation, Goals, Metric, Performance
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text, message


@rule(
    "PRF001",
    "performance-no-kpi",
    Severity.ERROR,
    on=Performance,
    thorough=True,
    covers=("kpis",),
    traits=("charter", "workday"),
    message=("绩效评估{what}", "the performance section {what}"),
    hint=(
        "给出考核指标，并写每个指标的目标值，或与某个目标用同一个指标",
        "give indicators, each with a target, or one that is the metric of a goal",
    ),
)
def performance_no_kpi(section: Performance, at: Context) -> Iterator[Hit]:
    """Performance is evaluated without indicators, or with indicators that have nothing to do with a goal.

    Without figures an evaluation is subjective, and a figure without a target does not say what was required. An
    indicator is related to a goal if it has a target, or if it is the metric of a goal. Figures with nothing to
    compare them with are reported by DAT004.

    zh: 绩效评估没有指标，或指标与目标无关。
    zh: 没有数字，评估就只凭印象；没有目标值，数字也说明不了要求是什么。指标有目标值，或与某个目标的衡量指标同名，就算与目标有关。孤零零的数值由 DAT004 检查。

    Bad::
        profile: charter
        performance: {evaluations: [{subject: 晚班}]}
    Good::
        profile: charter
        performance:
          kpis: [{name: 一次解决率, value: 81, target: 80, unit: "%"}]
          evaluations: [{subject: 晚班}]
    """
    if empty(section):
        return
    if empty(section.kpis) and all(empty(evaluation.metrics) for evaluation in section.evaluations):
        yield hit("kpis", what=Text("没有考核指标", "has no indicators"))
    goals = at.document.goals
    measured = records_in(goals, Metric) if isinstance(goals, Goals) else []
    names = {metric.name.strip() for _, metric in measured}
    for i, metric in enumerate(section.kpis):
        if not empty(metric) and not _has_goal(metric, names):
            name = metric.name.strip() or i + 1
            what = message("的指标“{name}”没有与目标挂钩", "has the indicator '{name}' without a goal", name=name)
            yield hit(f"kpis[{i}].target", what=what)


def _has_goal(metric: Metric, names: set[str]) -> bool:
    """Whether an indicator has a target or is the metric of a goal, or DAT004 reports it already."""
    alone = metric.value is not None and not has_any(metric, "previous", "cause", "suggestion")
    return metric.target is not None or metric.name.strip() in names or alone


@presence_rule(
    "PRF002",
    "evaluation-no-feedback",
    Severity.WARNING,
    on=Evaluation,
    thorough=True,
    asks=("feedback", "improvement_plan"),
    traits=("charter", "workday"),
    message=("对“{item}”的评估没有写{field}", "the evaluation of '{item}' has no {field}"),
    hint=(
        "写明告诉了被评估人什么，以及接下来怎样改进",
        "give the feedback to those who were evaluated, and how to improve",
    ),
)
def evaluation_no_feedback(evaluation: Evaluation, _at: Context) -> bool:
    """An evaluation has a result, but no feedback or no improvement plan.

    Without feedback those who were evaluated do not know the result; without a plan they do not know how to improve.

    zh: 评估已有结果，却没有写反馈意见或改进计划。
    zh: 没有反馈，被评估的人不知道；只有反馈，他不知道怎么改。

    Bad::
        profile: charter
        performance: {evaluations: [{subject: 晚班, result: 一次解决率低于目标}]}
    Good::
        profile: charter
        performance:
          evaluations:
            - subject: 晚班
              result: 一次解决率低于目标
              feedback: 11 月 12 日当面告知，退款类会话转接过多
              improvement_plan: 12 月起退款口径每周讲一次
    """
    return has_any(evaluation, "result", "strengths", "weaknesses") or any(
        m.value is not None for m in evaluation.metrics
    )


RULES = rules_of(__name__)
