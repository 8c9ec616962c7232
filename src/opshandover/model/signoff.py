"""Sign-off: who confirms the handover, and with what result."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.model.communication import Meeting
from opshandover.model.documents import DocumentRef
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class SignatoryRole(Choice):
    """The side on which someone signs."""

    GIVER = "giver", "移交人", "Giver", "移交方, 交班人, 交出人, outgoing"
    RECEIVER = "receiver", "接收人", "Receiver", "接收方, 接班人, 接手人, incoming"
    WITNESS = "witness", "监交人", "Witness", "监督人, 见证人, 监交"
    SUPERVISOR = "supervisor", "上级", "Supervisor", "主管, 领导, 经理, manager, leader, boss", "负责人"


class SignDecision(Choice):
    """What someone declares by signing."""

    ACCEPTED = "accepted", "同意接收", "Accepted", "同意, 接收, 接受, 已接收, 签收, 确认, accept, agree, agreed, yes"
    ACCEPTED_WITH_REMARKS = (
        "accepted_with_remarks",
        "有保留接收",
        "Accepted with remarks",
        "有条件接收, 保留意见, 有保留, with remarks, with reservations",
    )
    REFUSED = (
        "refused",
        "拒绝接收",
        "Refused",
        "不同意接收, 不同意, 不接收, 拒绝, 拒收, refuse, reject, rejected, declined, no",
        "未同意, not accepted",
    )


@record(kw_only=True)
class Signature(Record):
    """One person's confirmation of the handover, with date and decision."""

    label: ClassVar[Text] = Text("确认签署", "Signature")
    main: ClassVar[str] = "person"
    rest: ClassVar[str] = "opinion"

    role: SignatoryRole | None = field(
        default=None,
        metadata=spec(
            "角色",
            "Role",
            "移交人、接收人、监交人还是上级",
            "Giver, receiver, witness or supervisor",
            REQUIRED,
            synonyms="身份",
        ),
    )
    person: Person | None = field(
        default=None,
        metadata=spec(
            "签署人",
            "Person",
            "签字的人",
            "Who signs",
            REQUIRED,
            synonyms="签字, 签名, 姓名, 签字人, name, signature, signed, signed by",
        ),
    )
    on: date | None = field(
        default=None,
        metadata=spec(
            "日期",
            "Date",
            "签字的日期",
            "The day of signing",
            RECOMMENDED,
            weight=3,
            synonyms="签字日期, 签署日期, signed on",
        ),
    )
    decision: SignDecision | None = field(
        default=None,
        metadata=spec("决定", "Decision", "同意、有保留还是拒绝接收", "Accepted, accepted with remarks or refused"),
    )
    opinion: Prose = field(
        default="",
        metadata=spec(
            "意见",
            "Opinion",
            "声明、保留意见或拒绝的理由",
            "A statement, the reservations, or why it is refused",
            synonyms="备注, comments, remarks",
        ),
    )


@record(kw_only=True)
class SignOff(Section):
    """The confirmation that concludes a handover, and its result."""

    label: ClassVar[Text] = Text("交接确认", "Sign-off")
    hint: ClassVar[Text] = Text("双方和上级确认交接完成", "Both sides and the superior confirm that it is done")
    synonyms: ClassVar[Text] = Text(
        "签字, 签名, 签署, 确认, 签字确认, 签收, 双方确认, 确认签字, 双方签字, 交接双方签字, 确认与签字, 签署确认, 交接签字, 签字栏, 交接确认签字, 监交人, 监交, 成员签名, 团队成员签名",
        "sign-off, sign off, signoff, signatures, signature, confirmation, approval, acknowledgement, acknowledgment, approvals, signed, handover confirmation, sign here, acceptance",
    )
    stems: ClassVar[Text] = Text(
        "签字, 签名, 签收, 移交确认, 签章",
        "signature, sign off",
    )
    rest: ClassVar[str] = "summary"

    signatures: tuple[Signature, ...] = field(
        default=(),
        metadata=spec(
            "签署", "Signatures", "双方和上级逐人确认", "Giver, receiver and supervisor, one by one", REQUIRED
        ),
    )
    summary: Prose = field(
        default="",
        metadata=spec(
            "交接总结", "Summary", "交接完成情况和遗留事项", "How the handover went, and what is left", RECOMMENDED
        ),
    )
    memo: DocumentRef | None = field(
        default=None,
        metadata=spec("备忘录", "Memo", "交接备忘录存放在哪里", "Where the memorandum of the handover is kept"),
    )
    retrospective: Meeting | None = field(
        default=None,
        metadata=spec(
            "总结会议", "Retrospective", "交接后复盘会的时间和结论", "The meeting that looks back on the handover"
        ),
    )
    feedback: tuple[str, ...] = field(
        default=(),
        metadata=spec("反馈意见", "Feedback", "各方对这次交接的评价", "What each side thinks of the handover"),
    )
