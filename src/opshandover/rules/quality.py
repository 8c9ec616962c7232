"""Rules about quality standards and about improvement."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import ImprovementItem, QualityStandard
from opshandover.rules.predicates import filled, missing
from opshandover.rules.rule import Hit, Place, hit, rule
from opshandover.text import Text


@rule(
    "QUA001",
    "standard-not-checkable",
    Severity.ERROR,
    on=QualityStandard,
    profiles=("charter",),
    message=Text("“{item}”的质量标准没有写{field}", "the quality standard for '{item}' has no {field}"),
    hint=Text(
        "写一个能衡量的数字、谁怎样检查、结果怎样告诉当事人",
        "give a figure that can be measured, who checks it and how, and how the result is told",
    ),
)
def standard_not_checkable(standard: QualityStandard, _at: Place) -> Iterator[Hit]:
    """A quality standard cannot be measured, is not checked, or its result is told to nobody.

    "Good service" can be neither met nor missed. A figure in the wording of the standard is as
    good as a metric of its own.

    zh: 质量标准没有可衡量的指标、检查方式或反馈方式。
    zh: “服务要好”谁都说不清达没达到。要求的文字里写了数字，就不必另写指标。

    Bad::

        profile: charter
        quality_standards:
          items: [{subject: 在线服务, criterion: 服务要好}]

    Good::

        profile: charter
        quality_standards:
          items:
            - subject: 在线服务
              criterion: 抽检 90 分以上
              check_method: 每人每月抽检 8 次
              feedback_method: 三天内发给本人
    """
    if not filled(standard, "metric") and not _has_figure(standard.criterion):
        yield hit("metric")
    yield from missing(standard, "check_method", "feedback_method")


def _has_figure(text: str) -> bool:
    """Says whether a text names a figure; a lone 一 is mostly part of another word."""
    return any(char.isnumeric() and char != "一" for char in text)


@rule(
    "IMP001",
    "improvement-not-judged",
    Severity.WARNING,
    on=ImprovementItem,
    profiles=("charter", "daily_work"),
    message=Text("改进项“{item}”没有写{field}", "the improvement '{item}' has no {field}"),
    hint=Text(
        "写明瓶颈在哪里、凭什么知道，以及怎样、何时检验效果",
        "say where the bottleneck lies and how that is known, and how and when the effect is checked",
    ),
)
def improvement_not_judged(item: ImprovementItem, _at: Place) -> Iterator[Hit]:
    """An improvement does not say what was found wanting, or how its effect is judged.

    Without the finding nobody knows whether the right thing is changed, without the check whether
    it helped. A check that is only planned will do.

    zh: 改进项没有写发现了什么不足，或怎样评估效果。
    zh: 不知道瓶颈，就不知道改得对不对；不评估，就不知道有没有用。还没做的评估，写计划即可。

    Bad::

        profile: charter
        improvement:
          items: [{subject: 质检台账, action: 加到期提醒}]

    Good::

        profile: charter
        improvement:
          items:
            - subject: 质检台账
              finding: 今年两次因报告过期影响报名
              action: 加到期提醒
              evaluation: 12 月 31 日查台账，过期数应为 0
    """
    yield from missing(item, "finding", "evaluation")


RULES = (standard_not_checkable, improvement_not_judged)
