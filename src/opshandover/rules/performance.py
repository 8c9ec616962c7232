"""Rules about how work is judged."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import Evaluation, Goals, Metric, Performance
from opshandover.rules.predicates import filled
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text


@rule(
    "PRF001",
    "performance-no-kpi",
    Severity.ERROR,
    on=Performance,
    covers=("kpis",),
    traits=("charter", "workday"),
    message=("绩效评估{what}", "the judgement of performance {what}"),
    hint=(
        "给出考核指标，并写每个指标的目标值，或与某个目标用同一个指标",
        "name the indicators, and give each a target, or take one that a goal is measured by",
    ),
)
def performance_no_kpi(section: Performance, at: Place) -> Iterator[Hit]:
    """Performance is judged without indicators, or by some that have nothing to do with a goal.

    Without a figure it is a matter of taste, and a figure without a target says nothing about what was wanted. An
    indicator has to do with a goal if it has a target, or if a goal is measured by it. Figures with nothing at all
    beside them are found by DAT004.

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
    if empty(section.kpis) and all(empty(one.metrics) for one in section.evaluations):
        yield hit("kpis", what=Text("没有考核指标", "names no indicators"))
    goals = at.document.goals
    measured = records_in(goals, Metric) if isinstance(goals, Goals) else []
    known = {metric.name.strip() for _, metric in measured}
    for i, metric in enumerate(section.kpis):
        if not empty(metric) and not _tied(metric, known):
            what = Text("的指标没有与目标挂钩", "has an indicator that is not tied to a goal")
            yield hit(f"kpis[{i}].target", what=what)


def _tied(metric: Metric, known: set[str]) -> bool:
    """Says whether an indicator belongs to a goal, or is so bare that another rule finds it."""
    bare = metric.value is not None and not filled(metric, "previous", "cause", "suggestion")
    return metric.target is not None or metric.name.strip() in known or bare


@presence_rule(
    "PRF002",
    "evaluation-no-feedback",
    Severity.WARNING,
    on=Evaluation,
    asks=("feedback", "improvement_plan"),
    traits=("charter", "workday"),
    message=("对“{item}”的评估没有写{field}", "the evaluation of '{item}' has no {field}"),
    hint=(
        "写明告诉了被评估人什么，以及接下来怎样改进",
        "say what those who were judged were told, and what will be done to improve",
    ),
)
def evaluation_no_feedback(evaluation: Evaluation, _at: Place) -> bool:
    """An evaluation that has come to a result is not fed back, or leads to no improvement.

    Whoever is not told cannot do better, and whoever is only told does not know how.

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
    return filled(evaluation, "result", "strengths", "weaknesses") or any(
        m.value is not None for m in evaluation.metrics
    )


RULES = rules_of(__name__)
