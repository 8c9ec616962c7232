"""Rules about quality standards and improvements."""

from opshandover.findings import Severity
from opshandover.model import ImprovementItem, QualityStandard
from opshandover.rules.predicates import has_any, has_figure
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, rules_of


@presence_rule(
    "QUA001",
    "standard-not-checkable",
    Severity.ERROR,
    on=QualityStandard,
    asks=("check_method", "metric", "feedback_method"),
    unless={
        "check_method": lambda standard, _: has_any(standard, "metric"),
        "metric": lambda standard, _: has_any(standard, "check_method") or has_figure(standard.criterion),
        "feedback_method": lambda _, at: not at.final,
    },
    severities={"feedback_method": Severity.WARNING},
    traits=("charter",),
    message=("“{item}”的质量标准没有写{field}", "the quality standard for '{item}' has no {field}"),
    hint=(
        "写一个能衡量的数字、谁怎样检查、结果怎样告诉当事人",
        "give a measurable figure, who checks it and how, and how the result is reported back",
    ),
)
def standard_not_checkable(_standard: QualityStandard, _at: Context) -> bool:
    """A quality standard has neither metric nor check method, or in a final charter no feedback method.

    Nobody can say whether "good service" is met. A metric or the way to check it is enough; a missing feedback method
    is a warning.

    zh: 质量标准既没有可衡量的指标，也没有检查方式；总则定稿时没有反馈方式（警告）。
    zh: “服务要好”谁都说不清达没达到。指标和检查方式写一样即可。

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


@presence_rule(
    "IMP001",
    "improvement-not-judged",
    Severity.WARNING,
    on=ImprovementItem,
    asks=(("evaluation", "expected_effect"),),
    traits=("charter", "workday"),
    message=("改进项“{item}”没有写{field}", "the improvement '{item}' has no {field}"),
    hint=("写明怎样、何时检验效果", "say how and when the effect is checked"),
)
def improvement_not_judged(item: ImprovementItem, _at: Context) -> bool:
    """An improvement does not say how its effect is evaluated.

    Without an evaluation nobody knows whether it helped. One that is only planned is enough, and so is the
    expected effect. A measure that is just proposed, with nothing found yet, is not checked.

    zh: 改进项没有写怎样评估效果。
    zh: 不评估，就不知道有没有用。还没做的评估，写计划即可，写了预期效果也可以。刚提出、还没有写发现了什么的措施不检查。

    Bad::
        profile: charter
        improvement: {items: [{subject: 质检台账, finding: 3 份报告过期, action: 加到期提醒}]}
    Good::
        profile: charter
        improvement:
          items:
            - subject: 质检台账
              finding: 3 份报告过期
              action: 加到期提醒
              evaluation: 12 月 31 日查台账，过期数应为 0
    """
    return has_any(item, "finding")


RULES = rules_of(__name__)
