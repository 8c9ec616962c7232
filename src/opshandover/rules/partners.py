"""Rules about partners: communication, agreements and progress."""

from opshandover.findings import Severity
from opshandover.model import Audience, Documents, OpsDocument, Partner, PartnershipStatus
from opshandover.rules.customers import talked_with
from opshandover.rules.documents import is_contract
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, rules_of

_NEGOTIATING = PartnershipStatus.NEGOTIATING


def _has_contracts(document: OpsDocument) -> bool:
    listed = document.documents
    return isinstance(listed, Documents) and any(is_contract(ref) for ref in listed.items)


def _agreed(partner: Partner, at: Context) -> bool:
    return has_any(partner, "agreements") or at.once(_has_contracts, at.document)


@presence_rule(
    "PAR001",
    "partner-incomplete",
    Severity.WARNING,
    on=Partner,
    thorough=True,
    asks=("progress", "communications", "agreements", ("important_items", "issues", "joint_schedule")),
    unless={
        "communications": lambda partner, at: (
            has_any(partner, "progress", "important_items") or talked_with(at, Audience.PARTNER)
        ),
        "agreements": lambda partner, at: (
            partner.internal is True or partner.status is _NEGOTIATING or at.once(_has_contracts, at.document)
        ),
        "important_items": lambda _, at: not at.profile.handover,
    },
    message=("合作方“{item}”没有写{field}", "the partner '{item}' has no {field}"),
    hint=(
        "写明沟通记录、协议、进展和必须知道的事",
        "give communication records, the agreement, the progress and the important items",
    ),
)
def partner_incomplete(_partner: Partner, _at: Context) -> bool:
    """A partner has no communication records, agreement, progress or important items.

    Communication records are asked only of a partner without progress or important items, and may also be in the
    section on communication; contracts may be in the list of documents. No
    agreement is required during negotiations, or with a team of the same company. Important items are required in
    handovers only; issues and joint schedules count too.

    zh: 合作方没有写沟通记录、合同协议、进展或重要事项。
    zh: 沟通记录在写了进展或重要事项时不再要求，也可以写在沟通与协作部分，协议也可以列在文档资料部分；还在洽谈的和公司内部的合作不要求协议；
    zh: 重要事项只在交接文档里要求，写了问题或双方安排也算。

    Bad::
        partners: {items: [{name: 千味传媒}]}
    Good::
        partners:
          items:
            - name: 千味传媒
              status: established
              progress: 已推荐 17 位，签约 11 位
              agreements: [{title: 达人推荐协议, location: 商务部档案柜 C-12}]
              communications: [{subject: 10 月月会, on: 2026-10-20}]
              important_items: [推荐费全年上限 6 万元，已付 3.3 万元]
    """
    return True


@presence_rule(
    "PAR002",
    "cooperation-undefined",
    Severity.WARNING,
    on=Partner,
    thorough=True,
    asks=("content", "mode", "period", "cost"),
    unless={
        **dict.fromkeys(("mode", "period"), _agreed),
        "cost": lambda partner, at: partner.internal is True or _agreed(partner, at),
    },
    by_trait={"conversation": Severity.ERROR},
    message=(
        "与“{item}”的合作已建立，但没有写{field}",
        "the cooperation with '{item}' is established, but has no {field}",
    ),
    hint=(
        "写明怎么合作、做什么、多长时间、多少费用；已写进合同的，在“合同协议”写明合同在哪里",
        "give mode, content, period and cost; if a contract has them, give it under `agreements`",
    ),
)
def cooperation_undefined(partner: Partner, _at: Context) -> bool:
    """A cooperation is established, but has no mode, content, period or cost.

    What is not agreed in writing has to be negotiated again when the people change. A contract named here or in the
    list of documents replaces mode, period and cost; cooperation within the same company needs no cost.

    zh: 合作已经建立，却没有写合作方式、合作内容、合作时间或费用。
    zh: 没有写清的约定，换了人就要重谈。这里或文档资料部分写明了合同的，方式、时间、费用以合同为准，不再要求；公司内部的合作不要求费用。

    Bad::
        partners: {items: [{name: 千味传媒, status: established, content: 每月推荐 6 位达人}]}
    Good::
        partners:
          items:
            - name: 千味传媒
              status: established
              content: 每月推荐 6 位达人
              mode: 按签约人数付推荐费
              period: {start: 2026-08-01, end: 2027-07-31}
              cost: 60000
    """
    return partner.status is PartnershipStatus.ESTABLISHED


RULES = rules_of(__name__)
