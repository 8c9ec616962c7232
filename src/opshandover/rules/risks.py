"""Rules about risks: their impact, their warning signs and the contingency plans.

In a draft the response, which is required, is enough: it mostly says when to act and what to do. The rest is asked of
a final document.
"""

from opshandover.findings import Severity
from opshandover.model import OpenItem, Risk
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, rules_of


def _of_its_own(risk: Risk, at: Context) -> bool:
    """Whether a risk of a final document is open, and not only mentioned under a project."""
    return at.final and risk.open and not isinstance(at.owner, OpenItem)


@presence_rule(
    "RSK001",
    "risk-incomplete",
    Severity.WARNING,
    on=Risk,
    asks=(("impact_description", "description"),),
    thorough=True,
    message=("风险“{item}”没有写{field}", "the risk '{item}' has no {field}"),
    hint=("写明一旦发生会影响什么、影响多大", "say what it would affect if it happens, and how much"),
)
def risk_incomplete(risk: Risk, at: Context) -> bool:
    """In a final document, a risk has no description of its impact.

    From a list of worries alone, nobody can set priorities. A description of the risk counts as well. Closed risks are
    not checked, nor are those that are only mentioned under a project.

    zh: 定稿里的风险没有写会影响什么。
    zh: 只列出担心的事，没有人知道先防哪一个。写了风险的描述也可以；已消除的风险不检查，项目里顺带提到的可以从简。

    Bad::
        state: final
        risks: {items: [{title: 供应商断货}]}
    Good::
        state: final
        risks: {items: [{title: 供应商断货, impact_description: 主推款缺货，周末销售额预计下降三成}]}
    """
    return _of_its_own(risk, at)


@presence_rule(
    "RSK002",
    "risk-no-contingency",
    Severity.WARNING,
    on=Risk,
    asks=("contingency",),
    thorough=True,
    message=("风险“{item}”没有{field}", "the risk '{item}' has no {field}"),
    hint=("写明一旦发生，第一步做什么、找谁", "say what to do first when it happens, and whom to call"),
    by_trait={"charter": Severity.ERROR},
)
def risk_no_contingency(risk: Risk, at: Context) -> bool:
    """In a final document, a risk has no contingency plan.

    The response prevents the risk; the contingency plan is for the moment when it happens, and nobody has time to
    think. In a charter, every risk must have one.

    zh: 定稿里的风险没有写一旦发生该先做什么。
    zh: 应对策略用来预防；应急预案用在已经发生、来不及细想的时候。工作总则中每个风险都必须有预案。

    Bad::
        state: final
        risks: {items: [{title: 客服系统宕机, response: 每周检查一次容量}]}
    Good::
        state: final
        risks:
          items:
            - title: 客服系统宕机
              response: 每周检查一次容量
              contingency: 立即切到电话热线，通知当班组长和供应商值班
    """
    return _of_its_own(risk, at)


@presence_rule(
    "RSK003",
    "risk-no-guidance",
    Severity.WARNING,
    on=Risk,
    asks=(("guidance", "next_step", "contingency"),),
    thorough=True,
    message=("风险“{item}”没有告诉接收人该怎么做", "the risk '{item}' has no guidance for the receiver"),
    hint=(
        "在“处理指引”写明平时盯什么、能自己决定什么",
        "say under `guidance` what to watch and what the receiver may decide alone",
    ),
    traits=("handover",),
)
def risk_no_guidance(risk: Risk, at: Context) -> bool:
    """In a final document, a risk is handed over without guidance for the receiver.

    The giver knows from experience what to watch; the receiver does not. A specific next step or a contingency plan
    counts as guidance.

    zh: 定稿里的风险交了出去，却没有给接收人任何指引。
    zh: 该盯什么，移交人凭经验知道，接收人不知道。写了具体的下一步或应急预案也算指引。

    Bad::
        state: final
        risks: {items: [{title: 晚高峰客服人手不足, response: 调两名售前支援}]}
    Good::
        state: final
        risks:
          items:
            - title: 晚高峰客服人手不足
              response: 调两名售前支援
              guidance: 排队超过 20 人就联系售前组长，不必再请示
    """
    return _of_its_own(risk, at)


@presence_rule(
    "RSK004",
    "risk-no-if-then",
    Severity.WARNING,
    on=Risk,
    asks=(("warning_signs", "description"),),
    thorough=True,
    message=("风险“{item}”没有写出现什么情况时要行动", "the risk '{item}' has no warning signs or trigger"),
    hint=(
        "写成“如果……就……”：在“预警信号”写看得见的迹象，最好有数字",
        "write it as “if … then …”: give visible `warning_signs`, if possible with a figure",
    ),
)
def risk_no_if_then(risk: Risk, at: Context) -> bool:
    """In a final document, a risk has no trigger: neither warning signs nor a description of the circumstances.

    A plan is carried out far more often when it is tied to a visible sign. The other half is the response, which is
    required.

    zh: 定稿里的风险没有触发条件：既没有预警信号，也没有写在什么情况下会发生。
    zh: 把做法和看得见的迹象绑在一起，真正执行的可能大得多。另一半是必填的应对策略。

    Bad::
        state: final
        risks: {items: [{title: 仓库爆仓, response: 启用备用仓}]}
    Good::
        state: final
        risks: {items: [{title: 仓库爆仓, warning_signs: [库位占用超过 85%], response: 启用备用仓}]}
    """
    return _of_its_own(risk, at)


RULES = rules_of(__name__)
