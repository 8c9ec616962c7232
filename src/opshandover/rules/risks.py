"""Rules about risks: what may happen, how one would notice, and what is to be done then."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import Risk
from opshandover.rules.predicates import filled, missing
from opshandover.rules.rule import Hit, Place, hit, rule
from opshandover.text import Text


@rule(
    "RSK001",
    "risk-incomplete",
    Severity.ERROR,
    on=Risk,
    message=Text("风险“{item}”没有写{field}", "the risk '{item}' has no {field}"),
    hint=Text(
        "写明可能性和影响程度、会影响什么、怎样避免或减轻",
        "say how likely and how bad it is, what would suffer, and how to avoid it or soften it",
    ),
)
def risk_incomplete(risk: Risk, _at: Place) -> Iterator[Hit]:
    """A risk is named, but not assessed, or nothing says what it would affect or how to answer it.

    A mere list of worries gives the receiver no order and no answer. Risks that are gone are not
    asked.

    zh: 风险只有名称，没有评估（可能性和影响程度），没有写会影响什么，或没有应对策略。
    zh: 只列出担心的事，接收人不知道先防哪一个、怎么防。已消除的风险不检查。

    Bad::

        risks:
          items:
            - title: 供应商断货

    Good::

        risks:
          items:
            - title: 供应商断货
              likelihood: medium
              impact: high
              impact_description: 主推款缺货，周末销售额预计下降三成
              response: 提前一周向第二供应商下单
    """
    if risk.open:
        yield from missing(risk, "likelihood", "impact", "impact_description", "response")


@rule(
    "RSK002",
    "risk-no-contingency",
    Severity.WARNING,
    on=Risk,
    message=Text("风险“{item}”没有{field}", "the risk '{item}' has no {field}"),
    hint=Text(
        "写明一旦发生，第一步做什么、找谁",
        "say what to do first, and whom to call, once it happens",
    ),
    by_profile={"charter": Severity.ERROR},
)
def risk_no_contingency(risk: Risk, _at: Place) -> Iterator[Hit]:
    """Nothing says what to do first when a risk comes true.

    The response keeps it from happening; the contingency plan is for the moment when it has, and
    nobody has time to think. A charter has to have one for each risk.

    zh: 风险没有写一旦发生该先做什么。
    zh: 应对策略用来预防；应急预案用在已经发生、来不及细想的时候。工作总则中每个风险都必须有预案。

    Bad::

        risks:
          items:
            - title: 客服系统宕机
              response: 每周检查一次容量

    Good::

        risks:
          items:
            - title: 客服系统宕机
              response: 每周检查一次容量
              contingency: 立即切到电话热线，通知当班组长和供应商值班
    """
    if risk.open:
        yield from missing(risk, "contingency")


@rule(
    "RSK003",
    "risk-no-guidance",
    Severity.WARNING,
    on=Risk,
    message=Text(
        "风险“{item}”没有告诉接收人该怎么做",
        "nothing tells the receiver how to deal with the risk '{item}'",
    ),
    hint=Text(
        "在 guidance（处理指引）写明平时盯什么、能自己决定什么",
        "say under `guidance` what to watch and what the receiver may decide alone",
    ),
    profiles=("daily_handover", "offboarding"),
)
def risk_no_guidance(risk: Risk, _at: Place) -> Iterator[Hit]:
    """A risk is handed over without a word to the one who has to live with it.

    The giver knows from experience what to watch; the receiver does not. A definite next step is
    guidance as well.

    zh: 风险交了出去，却没有给接收人任何指引。
    zh: 该盯什么，移交人凭经验知道，接收人不知道。写了具体的下一步也算指引。

    Bad::

        risks:
          items:
            - title: 晚高峰客服人手不足
              response: 调两名售前支援

    Good::

        risks:
          items:
            - title: 晚高峰客服人手不足
              response: 调两名售前支援
              guidance: 排队超过 20 人就联系售前组长，不必再请示
    """
    if risk.open and not filled(risk, "guidance", "next_step"):
        yield hit("guidance")


@rule(
    "RSK004",
    "risk-no-if-then",
    Severity.WARNING,
    on=Risk,
    message=Text(
        "风险“{item}”没有写出现什么情况时要行动",
        "nothing says what would show that the risk '{item}' is coming true",
    ),
    hint=Text(
        "写成“如果……就……”：在 warning_signs（预警信号）写看得见的迹象，最好有数字",
        "put it as “if … then …”: give visible `warning_signs`, if possible with a figure",
    ),
)
def risk_no_if_then(risk: Risk, _at: Place) -> Iterator[Hit]:
    """A risk has no trigger: neither warning signs nor the circumstances that would bring it about.

    A plan is carried out far more often when it is tied to something that can be seen. The other
    half, the response, is asked for by RSK001.

    zh: 风险没有触发条件：既没有预警信号，也没有写在什么情况下会发生。
    zh: 把做法和看得见的迹象绑在一起，真正执行的可能大得多。另一半（应对策略）由 RSK001 检查。

    Bad::

        risks:
          items:
            - title: 仓库爆仓
              response: 启用备用仓

    Good::

        risks:
          items:
            - title: 仓库爆仓
              warning_signs: [库位占用超过 85%]
              response: 启用备用仓
    """
    if risk.open and not filled(risk, "warning_signs", "description"):
        yield hit("warning_signs")


RULES = (risk_incomplete, risk_no_contingency, risk_no_guidance, risk_no_if_then)
