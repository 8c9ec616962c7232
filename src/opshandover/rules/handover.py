"""Rules about the handover plan: its items, the agreement to it, and what is open at the end."""

from collections.abc import Iterator

from opshandover.document.people import new_owner_of, same_person, unnamed
from opshandover.document.signatures import signatures_of
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import (
    Audience,
    DocumentState,
    HandoverItem,
    HandoverPhase,
    HandoverPlan,
    Meeting,
    MeetingKind,
    OpenItem,
    SignatoryRole,
    Signature,
    SignDecision,
    SignOff,
)
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


def _others_ranked(at: Context) -> bool:
    """Whether the plan gives other items a priority."""
    return isinstance(at.owner, HandoverPlan) and at.once(_has_priorities, at.owner)


def _has_priorities(plan: HandoverPlan) -> bool:
    return any(item.priority for item in plan.items)


@presence_rule(
    "HND001",
    "handover-item-incomplete",
    Severity.ERROR,
    on=HandoverItem,
    traits=("handover",),
    asks=(("scheduled_on", "due"), "priority"),
    unless={"priority": lambda item, at: not item.open or not _others_ranked(at)},
    severities={"priority": Severity.WARNING},
    message=("交接事项“{item}”没有写{field}", "the handover item '{item}' has no {field}"),
    hint=("写明哪天交，以及优先级", "give the day when it is handed over, and its priority"),
)
def handover_item_incomplete(_item: HandoverItem, _at: Context) -> bool:
    """A handover item has no planned day, or no priority.

    A plan without dates cannot be tracked: nobody knows how far it has come. A missing priority is a warning, only
    where other items have one, and only until the item is confirmed; the planned day may replace the due date.

    zh: 交接事项没有写安排日期或优先级。
    zh: 没有日期的计划没法逐项打勾，谁也说不清交到哪里了。缺优先级只给警告，其他事项都没写、或事项已确认的不要求；截止日期可以用安排日期代替。

    Bad::
        profile: offboarding
        handover_plan: {items: [{title: 客户和合作方}]}
    Good::
        profile: offboarding
        handover_plan: {items: [{title: 客户和合作方, scheduled_on: 2026-11-24, priority: important_not_urgent}]}
    """
    return True


@rule(
    "HND002",
    "plan-not-agreed",
    Severity.ERROR,
    on=HandoverPlan,
    joins="what",
    thorough=True,
    traits=("departure",),
    message=("交接计划{what}", "the handover plan {what}"),
    hint=(
        "写上“主管同意日期”，并在“通知”记下何时怎样告知团队",
        "give the day when the supervisor agreed under `supervisor_agreed_on`, and under `announcements` "
        "when and how the team was told",
    ),
)
def plan_not_agreed(plan: HandoverPlan, at: Context) -> Iterator[Hit]:
    """The supervisor has not agreed to the handover plan, or the team has not been told.

    Without the supervisor's agreement, the receiver gets no time for it; a team that does not know keeps asking the
    person who leaves. A dated signature of the supervisor also counts as agreement, a handover briefing as an
    announcement. The former is an error once the document is final, before that a warning; the latter is a warning.

    zh: 上级没有同意交接计划（定稿后为错误，之前为警告），或没有告知团队（警告）。
    zh: 上级不同意，接收人就腾不出时间；团队不知道，大家还会去找离开的人。上级写明日期的签署也算同意，交接说明会也算告知。

    Bad::
        profile: offboarding
        handover_plan: {items: [{title: 客户和合作方}]}
    Good::
        profile: offboarding
        handover_plan:
          supervisor: 陈洁
          supervisor_agreed_on: 2026-11-16
          announcements: [{subject: 周岩的工作由王敏接手, audience: team, on: 2026-11-17}]
    """
    if not has_any(plan, "items", "period", "supervisor", "announcements"):
        return
    signed = (s for s in signatures_of(at.document) if s.role is SignatoryRole.SUPERVISOR)
    if plan.supervisor_agreed_on is None and not any(s.on for s in signed):
        what = Text("没有上级的同意", "has no agreement of the supervisor")
        yield hit("supervisor_agreed_on", None if at.final else Severity.WARNING, what=what)
    announced = any(a.audience in (Audience.TEAM, None) for a in plan.announcements)
    meetings = [m for _, m in records_in(at.document, Meeting)]
    if not announced and not any(m.kind is MeetingKind.HANDOVER_BRIEFING for m in meetings):
        what = Text("没有告知团队的记录", "has no announcement to the team")
        yield hit("announcements", Severity.WARNING, what=what)


@rule(
    "HND003",
    "signed-with-items-open",
    Severity.ERROR,
    on=HandoverPlan,
    traits=("handover",),
    message=(
        "交接已经签收，但事项“{title}”还没有确认",
        "the handover is signed, but the item '{title}' is not confirmed",
    ),
    hint=(
        "交完后把状态改为已确认；签收后才交的，阶段写“跟进”，或由接收人改为有保留接收",
        "once it is handed over, set its status to confirmed; if that is later, set its phase to follow-up, "
        "or let the receiver accept with remarks",
    ),
)
def signed_with_items_open(plan: HandoverPlan, at: Context) -> Iterator[Hit]:
    """The handover is signed, but an item of its plan is not confirmed.

    After the signature nobody comes back to it. Items of the follow-up phase may be open, and so may any item if a
    receiver accepted with remarks.

    zh: 交接已经签收，计划里却还有没确认的事项。
    zh: 签完字就没有人再回头看了。属于跟进阶段的事项可以未完成；接收人有保留接收的，也视为知情。

    Bad::
        state: signed
        handover_plan: {items: [{title: 客户和合作方, status: delivered}]}
    Good::
        state: signed
        handover_plan: {items: [{title: 客户和合作方, status: confirmed}]}
    """
    decisions = {s.decision for s in signatures_of(at.document)}
    if decisions & {SignDecision.ACCEPTED_WITH_REMARKS, SignDecision.REFUSED}:
        return
    if at.document.state is DocumentState.SIGNED or SignDecision.ACCEPTED in decisions:
        for i, item in enumerate(plan.items):
            if item.open and item.phase is not HandoverPhase.FOLLOW_UP:
                yield hit(f"items[{i}].status", title=item.title)


@rule(
    "HND004",
    "item-unassigned",
    Severity.ERROR,
    on=Signature,
    traits=("handover",),
    message=(
        "“{item}”拒绝接收，但仍有 {count} 件未完成的事项写由其接手，例如“{first}”",
        "'{item}' refused, but is still the new owner of {count} open items, such as '{first}'",
    ),
    hint=(
        "改由他人接手，或在“交接确认”的“交接总结”逐件列出没有人接手的事项",
        "name another new owner, or list the items without an owner one by one under `sign_off.summary`",
    ),
)
def item_unassigned(signature: Signature, at: Context) -> Iterator[Hit]:
    """A receiver refused, but their items have no other new owner and are not listed in the summary.

    The items look handed over, but nobody owns them. It is an error once the document is final, before that a
    warning. Open items without any new owner are reported by ITM001.

    zh: 接收人拒绝接收，本来由其接手的事项既没有改由他人接手，也没有列出来。
    zh: 看上去交了，其实没有人管。定稿后为错误，之前为警告。完全没有写接手人的事项由 ITM001 检查。

    Bad::
        state: final
        giver: 周岩
        receivers: [王敏]
        work_progress: {tasks: [{title: 核对退款单, status: in_progress, new_owner: 王敏}]}
        sign_off:
          signatures: [{role: receiver, person: 王敏, decision: refused, opinion: 没有支付后台权限}]
    Good::
        state: final
        giver: 周岩
        receivers: [王敏]
        work_progress: {tasks: [{title: 核对退款单, status: in_progress, new_owner: 王敏}]}
        sign_off:
          summary: 核对退款单没有人接手，11 月 23 日由陈洁指定
          signatures: [{role: receiver, person: 王敏, decision: refused, opinion: 没有支付后台权限}]
    """
    who = signature.person
    if signature.decision is not SignDecision.REFUSED or who is None or unnamed(who):
        return
    section = at.document.sign_off
    listed = section.summary if isinstance(section, SignOff) else ""
    unlisted: list[str] = []
    for _, item in records_in(at.document, OpenItem):
        owner = new_owner_of(item, at.document) if item.open else None
        if owner and same_person(owner, who):
            name = str(getattr(item, item.main))
            if not any(text in listed for text in {name.strip(), item.id.strip()} - {""}):
                unlisted.append(name)
    if unlisted:
        severity = None if at.final else Severity.WARNING
        yield hit("decision", severity, count=len(unlisted), first=unlisted[0])


RULES = rules_of(__name__)
