"""Rules about the sign-off of a handover: understanding, summary, critical items and timing.

Whether a receiver has decided at all is checked by HDR009.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from opshandover.document.required import empty
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import (
    DocumentState,
    HandoverItem,
    HandoverPlan,
    Level,
    Note,
    NoteKind,
    OpenItem,
    OpsDocument,
    Priority,
    Review,
    Risk,
    SignatoryRole,
    SignDecision,
    SignOff,
    Task,
)
from opshandover.placeholders import says_nothing
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_ACCEPTED = (SignDecision.ACCEPTED, SignDecision.ACCEPTED_WITH_REMARKS)
_IN_TIME = timedelta(days=7)
"""How long after the end of a handover its confirmation is still in time."""


def _opinions(section: SignOff) -> list[str]:
    """The opinion of each receiver who has accepted."""
    return [
        s.opinion for s in section.signatures if s.decision in _ACCEPTED and s.role in (SignatoryRole.RECEIVER, None)
    ]


@rule(
    "SGN001",
    "accepted-not-understood",
    Severity.ERROR,
    on=HandoverPlan,
    traits=("handover",),
    message=(
        "接收人已签收，但没有确认弄懂了交接事项“{title}”",
        "the receiver has accepted, but not confirmed that '{title}' is understood",
    ),
    hint=(
        "请接收人复述一遍，然后在“已理解”写“是”，或在签署意见里写明",
        "let the receiver repeat it back, then set `understood`, or say so in the opinion of the signature",
    ),
)
def accepted_not_understood(plan: HandoverPlan, at: Context) -> Iterator[Hit]:
    """A handover is accepted and final, but its items are not confirmed as understood.

    Receiving something does not mean being able to continue with it. An item that is marked as not understood is an
    error; one without a mark is a warning, unless a receiver gives an opinion.

    zh: 交接已定稿并签收，却没有确认接收人弄懂了各个事项。
    zh: 收到不等于接得住。明确写了没弄懂的事项是错误；事项和签署意见里都没有说的，是警告。

    Bad::
        state: final
        giver: 周岩
        receivers: [王敏]
        handover_plan: {items: [{title: 退款审核口径, status: confirmed, understood: false}]}
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]}
    Good::
        state: final
        giver: 周岩
        receivers: [王敏]
        handover_plan: {items: [{title: 退款审核口径, status: confirmed, understood: true}]}
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]}
    """
    section = at.document.sign_off
    opinions = _opinions(section) if isinstance(section, SignOff) and at.final else []
    if not opinions:
        return
    commented = not all(says_nothing(opinion) for opinion in opinions)
    for i, item in enumerate(plan.items):
        if item.understood is False:
            yield hit(f"items[{i}].understood", title=item.title)
        elif item.understood is None and not commented:
            yield hit(f"items[{i}].understood", Severity.WARNING, title=item.title)


@presence_rule(
    "SGN002",
    "no-closing-summary",
    Severity.WARNING,
    on=SignOff,
    asks=(("summary", "memo", "retrospective"),),
    traits=("departure",),
    message=("交接已完成，但没有总结或备忘录", "the handover is complete, but has no summary or memo"),
    hint=(
        "在“交接总结”写明完成情况和遗留事项，或写备忘录存放在哪里",
        "give the results and what is left under `summary`, or where the memo is kept",
    ),
)
def no_closing_summary(section: SignOff, at: Context) -> bool:
    """An offboarding handover is complete, but has no summary, memo or retrospective.

    Months later, nobody remembers what was left open, and the giver is gone.

    zh: 离职交接已完成，却没有总结、备忘录或总结会议。
    zh: 几个月后没有人记得当时还留了什么，知道的人也已经走了。

    Bad::
        profile: offboarding
        state: final
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]}
    Good::
        profile: offboarding
        state: final
        sign_off:
          signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]
          summary: 四个事项全部确认；遗留数据看板权限，11 月 24 日开通
    """
    return at.final and bool(section.signatures)


@rule(
    "SGN003",
    "critical-open",
    Severity.WARNING,
    on=SignOff,
    traits=("handover",),
    message=(
        "“{first}”等 {count} 件紧急重要的事项还没有完成，交接确认里没有提到双方怎样商定",
        "{count} critical items are still open, such as '{first}', and the sign-off does not say what was agreed",
    ),
    hint=(
        "在交接总结或接收人的意见里写一句：怎么处理、谁决定",
        "say in the summary or in the receiver's opinion what is done about it, and who decides",
    ),
)
def critical_open(section: SignOff, at: Context) -> Iterator[Hit]:
    """A handover is accepted while a critical item is open, and the sign-off does not mention it.

    Critical items are those that are urgent and important, and risks of high likelihood and impact. They cannot wait
    until the receiver has read everything, so both sides must agree on them in person.

    zh: 交接已签收，但有紧急重要的事项（或可能性、影响都高的风险）未完成，交接确认里只字未提。
    zh: 这类事等不到接收人读完全部内容，需要双方当面商定。

    Bad::
        state: final
        giver: 周岩
        receivers: [王敏]
        work_progress: {tasks: [{title: 补发漏单, status: in_progress, priority: urgent_important}]}
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]}
    Good::
        state: final
        giver: 周岩
        receivers: [王敏]
        work_progress: {tasks: [{title: 补发漏单, status: in_progress, priority: urgent_important}]}
        sign_off:
          signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]
          summary: 补发漏单商定由王敏 14 点前排完，到货不足时由陈洁决定先补哪些
    """
    opinions = _opinions(section)
    if not (at.final and opinions) or has_any(section, "summary", "retrospective", "memo"):
        return
    critical = [item for _, item in records_in(at.document, OpenItem) if _critical(item)]
    if critical and all(says_nothing(opinion) for opinion in opinions):
        first = str(getattr(critical[0], critical[0].main))
        yield hit("summary", count=len(critical), first=first)


def _critical(item: OpenItem) -> bool:
    if isinstance(item, Risk):
        return item.open and item.likelihood is item.impact is Level.HIGH
    urgent = isinstance(item, (Task, HandoverItem)) and item.priority is Priority.URGENT_IMPORTANT
    return item.open and urgent


@rule(
    "SGN004",
    "confirmed-late",
    Severity.WARNING,
    on=SignOff,
    traits=("departure",),
    message=("接收人的确认{what}", "the receiver's confirmation {what}"),
    hint=(
        "写明确认的日期；晚了的，在意见里写明中间由谁负责",
        "give its date; if it is late, say in the opinion who was responsible until then",
    ),
)
def confirmed_late(section: SignOff, at: Context) -> Iterator[Hit]:
    """A receiver's confirmation has no date, or is more than a week after the end of the handover.

    Until it is confirmed, nobody is really responsible. The end is that of the handover plan, or else the effective
    date. A late confirmation with an opinion is accepted. Dates of signed documents are checked by HDR010.

    zh: 接收人的确认没有写日期，或在交接结束一周之后才确认。
    zh: 确认之前没有人真正负责，这期间出了问题说不清归谁。交接结束以交接计划为准，没有就看生效日期；晚确认的写了意见不再要求。已签署文档的日期由 HDR010 检查。

    Bad::
        profile: offboarding
        state: final
        effective_on: 2026-11-16
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-12-20, decision: accepted}]}
    Good::
        profile: offboarding
        state: final
        effective_on: 2026-11-16
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-11-16, decision: accepted}]}
    """
    end = _end_of(at.document)
    for i, signature in enumerate(section.signatures):
        if signature.role is not SignatoryRole.RECEIVER or signature.decision not in _ACCEPTED:
            continue
        if signature.on is None:
            if at.document.state is DocumentState.FINAL:
                yield hit(f"signatures[{i}].on", what=Text("没有写日期", "has no date"))
        elif end and signature.on > end + _IN_TIME and empty(signature.opinion):
            what = Text("晚于交接结束一周以上", "is more than a week after the end of the handover")
            yield hit(f"signatures[{i}].on", what=what)


def _end_of(document: OpsDocument) -> date | None:
    plan = document.handover_plan
    period = plan.period if isinstance(plan, HandoverPlan) else None
    return (period.end if period else None) or document.effective_on


@rule(
    "SGN005",
    "nothing-learnt",
    Severity.INFO,
    on=SignOff,
    traits=("departure",),
    message=("交接已完成，但没有写这次学到了什么", "the handover is complete, but has no lessons learnt"),
    hint=(
        "在“反馈意见”写一句哪里可以做得更好，或记下复盘会议；也可以写成经验教训",
        "say in a sentence under `feedback` what could be improved, or give the `retrospective`; a lesson in "
        "the notes or the review is enough",
    ),
)
def nothing_learnt(section: SignOff, at: Context) -> Iterator[Hit]:
    """An offboarding handover is complete, but nobody has written down what to improve.

    If nobody says what took too long or was missing, the next handover starts from scratch. It is only an info: some
    handovers go well.

    zh: 离职交接已完成，却没有人写下哪里可以改进。
    zh: 没有人说出哪里费时、缺了什么，下一次交接还是从头摸索。只作提示，也有一切顺利的时候。

    Bad::
        profile: offboarding
        state: final
        sign_off:
          signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]
          summary: 四个事项全部确认
    Good::
        profile: offboarding
        state: final
        sign_off:
          signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]
          summary: 四个事项全部确认
          feedback: [权限应在交接开始时就申请，这次晚了三天]
    """
    if not (at.final and section.signatures) or has_any(section, "retrospective", "feedback"):
        return
    review = at.document.review
    has_lessons = isinstance(review, Review) and has_any(review, "lessons", "to_improve")
    notes = records_in(at.document, Note)
    if not has_lessons and not any(note.kind is NoteKind.LESSON for _, note in notes):
        yield hit("feedback")


RULES = rules_of(__name__)
