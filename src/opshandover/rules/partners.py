"""Rules about partners: whom to talk to, what was agreed, and how it is going."""

from collections.abc import Iterable, Iterator

from opshandover.findings import Severity
from opshandover.model import Audience, Documents, Partner, Partners, PartnershipStatus
from opshandover.rules.customers import talked_with
from opshandover.rules.documents import is_contract
from opshandover.rules.predicates import filled, missing
from opshandover.rules.rule import Hit, Place, hit, rule
from opshandover.text import Text

_NEGOTIATING = PartnershipStatus.NEGOTIATING


@rule(
    "PAR001",
    "partner-incomplete",
    Severity.ERROR,
    on=Partners,
    message=Text("合作方“{name}”没有写{field}", "the partner '{name}' has no {field}"),
    hint=Text(
        "写明联系人，再补沟通记录、协议、进展和必须知道的事",
        "give the contact, then the last talks, the agreement, the progress and what one must know",
    ),
)
def partner_incomplete(partners: Partners, at: Place) -> Iterator[Hit]:
    """A partner comes without a contact, or without talks, agreement, progress or what matters.

    The contact is an error, the rest are warnings. Talks may also stand in the section on
    communication, and contracts in the list of documents. There is no agreement yet while one is
    negotiating, and none with another team of one's own company. What the receiver must know is
    asked for in handovers; issues and joint schedules count as such.

    zh: 合作方没有写联系人（错误），或没有写沟通记录、合同协议、进展、重要事项（警告）。
    zh: 沟通记录也可以写在沟通与协作部分，协议也可以列在文档资料部分；还在洽谈的和公司内部的合作不要求协议；
    zh: 重要事项只在交接文档里要求，写了问题或双方安排也算。

    Bad::

        partners:
          items:
            - name: 千味传媒

    Good::

        partners:
          items:
            - name: 千味传媒
              contact: {person: {name: 贾思远, phone: 028-5550-0177}, relationship: 达人推荐}
              status: established
              progress: 已推荐 17 位，签约 11 位
              agreements: [{title: 达人推荐协议, location: 商务部档案柜 C-12}]
              communications: [{subject: 10 月月会, on: 2026-10-20}]
              important_items: [推荐费全年上限 6 万元，已付 3.3 万元]
    """
    talked, contracted = talked_with(at, Audience.PARTNER), _has_contracts(at)
    for i, partner in enumerate(partners.items):
        hits = [*missing(partner, "contact")]
        hits += missing(partner, "progress", severity=Severity.WARNING)
        if not talked:
            hits += missing(partner, "communications", severity=Severity.WARNING)
        if not (contracted or partner.internal or partner.status is _NEGOTIATING):
            hits += missing(partner, "agreements", severity=Severity.WARNING)
        matters = filled(partner, "important_items", "issues", "joint_schedule")
        if at.profile.handover and not matters:
            hits.append(hit("important_items", Severity.WARNING))
        yield from _of(partner, i, hits)


def _of(partner: Partner, i: int, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Gives the hits of one partner as those of the section, which is asked once for all."""
    name = partner.name.strip() or partner.label
    return (hit(f"items[{i}].{one.field}", one.severity, name=name) for one in hits)


def _has_contracts(at: Place) -> bool:
    listed = at.document.documents
    return isinstance(listed, Documents) and any(is_contract(ref) for ref in listed.items)


@rule(
    "PAR002",
    "cooperation-undefined",
    Severity.WARNING,
    on=Partners,
    by_profile={"communication": Severity.ERROR},
    message=Text(
        "与“{name}”的合作已建立，但没有写{field}",
        "the cooperation with '{name}' is established, but has no {field}",
    ),
    hint=Text(
        "写明怎么合作、做什么、多长时间、多少费用；已写进合同的，在 agreements 写明合同在哪里",
        "say how and what is done together, for how long and at what cost; if a contract says so, "
        "give it under `agreements`",
    ),
)
def cooperation_undefined(partners: Partners, at: Place) -> Iterator[Hit]:
    """A cooperation is established, but its mode, substance, duration or cost is not said.

    What was not settled in writing is settled again when the people change. A contract named
    here or in the list of documents answers for mode, duration and cost; work with another team of
    the own company has no cost.

    zh: 合作已经建立，却没有写合作方式、合作内容、合作时间或费用。
    zh: 没有写清的约定，换了人就要重谈。这里或文档资料部分写明了合同的，方式、时间、费用以合同为准，不再要求；公司内部的合作不要求费用。

    Bad::

        partners:
          items:
            - {name: 千味传媒, status: established, content: 每月推荐 6 位达人}

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
    contracted = _has_contracts(at)
    for i, partner in enumerate(partners.items):
        if partner.status is PartnershipStatus.ESTABLISHED:
            hits = [*missing(partner, "content")]
            if not (contracted or filled(partner, "agreements")):
                hits += missing(partner, "mode", "period")
                hits += [] if partner.internal else missing(partner, "cost")
            yield from _of(partner, i, hits)


RULES = (partner_incomplete, cooperation_undefined)
