"""Rules about quality standards and improvements."""

from opshandover.findings import Severity
from opshandover.model import ImprovementItem, QualityStandard
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, rules_of


@presence_rule(
    "QUA001",
    "standard-not-checkable",
    Severity.ERROR,
    on=QualityStandard,
    asks=("metric", "check_method", "feedback_method"),
    unless={"metric": lambda standard, _: _has_figure(standard.criterion)},
    traits=("charter",),
    message=("“{item}”的质量标准没有写{field}", "the quality standard for '{item}' has no {field}"),
    hint=(
        "写一个能衡量的数字、谁怎样检查、结果怎样告诉当事人",
        "give a measurable figure, who checks it and how, and how the result is reported back",
    ),
)
def standard_not_checkable(_standard: QualityStandard, _at: Context) -> bool:
    """A quality standard has no metric, check method or feedback method.

    Nobody can say whether "good service" is met. A figure in the wording of the standard may replace the metric.

    zh: 质量标准没有可衡量的指标、检查方式或反馈方式。
    zh: “服务要好”谁都说不清达没达到。要求的文字里写了数字，就不必另写指标。

    Bad::
        profile: charter
        quality_standards: {items: [{subject: 在线服务, criterion: 服务要好}]}
    Good::
        profile: charter
        quality_standards:
          items:
            - subject: 在线服务
              criterion: 抽检 90 分以上
              check_method: 每人每月抽检 8 次
              feedback_method: 三天内发给本人
    """
    return True


def _has_figure(text: str) -> bool:
    """Whether a text contains a figure; a single 一 is mostly part of another word."""
    return any(char.isnumeric() and char != "一" for char in text)


@presence_rule(
    "IMP001",
    "improvement-not-judged",
    Severity.WARNING,
    on=ImprovementItem,
    asks=("evaluation",),
    traits=("charter", "workday"),
    message=("改进项“{item}”没有写{field}", "the improvement '{item}' has no {field}"),
    hint=("写明怎样、何时检验效果", "say how and when the effect is checked"),
)
def improvement_not_judged(_item: ImprovementItem, _at: Context) -> bool:
    """An improvement does not say how its effect is evaluated.

    Without an evaluation nobody knows whether it helped. One that is only planned is enough.

    zh: 改进项没有写怎样评估效果。
    zh: 不评估，就不知道有没有用。还没做的评估，写计划即可。

    Bad::
        profile: charter
        improvement: {items: [{subject: 质检台账, action: 加到期提醒}]}
    Good::
        profile: charter
        improvement:
          items: [{subject: 质检台账, action: 加到期提醒, evaluation: 12 月 31 日查台账，过期数应为 0}]
    """
    return True


RULES = rules_of(__name__)
