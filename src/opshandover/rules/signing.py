"""Rules about signatures: whether a final or signed document is accepted and signed."""

from collections.abc import Iterator

from opshandover.document.people import same_person, unnamed
from opshandover.document.signatures import decision_of, signatures_of
from opshandover.findings import Severity
from opshandover.model import DocumentState, NotApplicable, OpsDocument, Person, SignatoryRole, Signature, SignDecision
from opshandover.placeholders import says_nothing
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule
from opshandover.text import Text


@rule(
    "HDR009",
    "not-acknowledged",
    Severity.ERROR,
    on=OpsDocument,
    traits=("handover",),
    message=(
        "文档已定稿，但没有接收人“{who}”的决定",
        "the document is final, but the receiver '{who}' has not decided",
    ),
    hint=(
        "请接收人在“交接确认”的“签署”中写明同意、有保留还是拒绝；尚未确认就把状态改回草稿",
        "let the receiver accept, accept with remarks or refuse under `sign_off.signatures`; until then set "
        "the state back to draft",
    ),
)
def not_acknowledged(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """A handover is final or signed, but a receiver has not decided whether to accept it.

    A handover is complete when the receiver has taken over, not when the document is written. A refusal is also a
    decision.

    zh: 交接文档已定稿或已签署，但有接收人没有表示是否接收。
    zh: 对方接下来才算交接完成，写完文档并不算。拒绝接收也是一种决定。

    Bad::
        state: final
        giver: 周岩
        receivers: [王敏]
    Good::
        state: final
        giver: 周岩
        receivers: [王敏]
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}]}
    """
    if not at.final or _is_excluded(document):
        return
    for i, person in enumerate(document.receivers):
        if not unnamed(person) and decision_of(document, person) is None:
            yield hit(f"receivers[{i}]", who=person.name)


def _is_excluded(document: OpsDocument) -> bool:
    """Whether the document declares its sign-off not applicable, with a reason."""
    section = document.sign_off
    return isinstance(section, NotApplicable) and not says_nothing(section.reason)


@rule(
    "HDR010",
    "not-signed",
    Severity.ERROR,
    on=OpsDocument,
    message=(
        "状态是“已签署”，但没有{who}写明日期的签署",
        "the state is 'signed', but there is no dated signature {who}",
    ),
    hint=(
        "在“交接确认”的“签署”补上签署人和日期，或把状态改为定稿",
        "add who signed and when under `sign_off.signatures`, or set the state to final",
    ),
)
def not_signed(document: OpsDocument, at: Context) -> Iterator[Hit]:
    """The state of a document is signed, but signatures are missing or have no date.

    A handover is signed by giver and receiver, any other document by at least one person. Without signatories and
    dates, the state proves nothing.

    zh: 文档的状态是已签署，却缺少签署，或签署没有日期。
    zh: 交接文档要有移交人和接收人双方的签署，其他文档至少一人。没有签署人和日期，状态就不能说明什么。

    Bad::
        state: signed
        giver: 周岩
        receivers: [王敏]
    Good::
        state: signed
        giver: 周岩
        receivers: [王敏]
        sign_off:
          signatures:
            - {role: giver, person: 周岩, on: 2026-11-21}
            - {role: receiver, person: 王敏, on: 2026-11-21, decision: accepted}
    """
    if document.state is not DocumentState.SIGNED:
        return
    dated = [s for s in signatures_of(document) if s.on is not None and not unnamed(s.person)]
    if not at.profile.handover:
        if not dated:
            yield hit("sign_off.signatures", who=Text("任何人", "by anyone"))
        return
    if not any(_on_side(s, SignatoryRole.GIVER, (document.giver,)) for s in dated):
        yield hit("sign_off.signatures", who=Text("移交人", "of the giver"))
    if not any(_on_side(s, SignatoryRole.RECEIVER, document.receivers) for s in dated):
        yield hit("sign_off.signatures", who=Text("接收人", "of a receiver"))


def _on_side(signature: Signature, role: SignatoryRole, people: tuple[Person | None, ...]) -> bool:
    """Whether a signature belongs to a side: by its role, or without a role by its name."""
    if signature.role is not None or signature.person is None:
        return signature.role is role
    return any(p is not None and same_person(signature.person, p) for p in people)


@presence_rule(
    "HDR011",
    "decision-unexplained",
    Severity.WARNING,
    on=Signature,
    asks=("opinion",),
    message=(
        "“{item}”拒绝接收或有保留，但没有写明意见",
        "'{item}' refused or accepted with remarks, but gives no opinion",
    ),
    hint=(
        "在“意见”写明保留的内容或拒绝的原因",
        "give the remarks or the reason for the refusal under `opinion`",
    ),
)
def decision_unexplained(signature: Signature, _at: Context) -> bool:
    """Someone refused the handover, or accepted it with remarks, without an opinion.

    The other side cannot correct what it does not know.

    zh: 有人拒绝接收或有保留接收，却没有写明意见。
    zh: 对方不知道问题在哪里，就没有办法改正。

    Bad::
        sign_off: {signatures: [{role: receiver, person: 王敏, on: 2026-11-21, decision: refused}]}
    Good::
        sign_off:
          signatures:
            - role: receiver
              person: 王敏
              on: 2026-11-21
              decision: refused
              opinion: 支付后台的权限还没有开通，无法处理退款
    """
    return signature.decision in (SignDecision.REFUSED, SignDecision.ACCEPTED_WITH_REMARKS)
