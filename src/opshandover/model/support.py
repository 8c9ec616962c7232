"""Support: how long and from whom the receiver gets help after the handover."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Section, When, record
from opshandover.model.channels import Channel
from opshandover.model.communication import Meeting
from opshandover.model.people import Contact
from opshandover.model.routine import Question
from opshandover.spec import REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Support(Section):
    """Until when and how the giver can be asked, and what was asked."""

    label: ClassVar[Text] = Text("后续支持与反馈", "Follow-up support")
    hint: ClassVar[Text] = Text(
        "交接后多长时间内可以找谁、怎样找", "How long after the handover there is help, from whom and how"
    )
    synonyms: ClassVar[Text] = Text(
        "后续支持, 支持, 支持方式, 交接后支持, 后续联系, 后续联系方式, 离职后联系方式, 交接后联系方式, 过渡期支持, 离职后怎么找我, 怎么找我, 后续找我, 走后联系",
        "support, after handover, post-handover support, availability, after i leave, contact after leaving, reaching me, how to reach me, transition support, how to find me, staying in touch, contact me, keep in touch, if you need me, contact after departure, after departure, after my last day, reaching me afterwards, support model, after i've gone, after i have gone, once i'm gone, i'm still around, still around, questions, getting help, need help",
    )
    stems: ClassVar[Text] = Text(
        "离开后, 走了以后, 走后",
        "after departure, after i go, after my last day, after i've, once i'm gone",
    )

    until: When | None = field(
        default=None,
        metadata=spec(
            "支持截止", "Supported until", "支持期的最后一天", "The last day on which questions are answered", REQUIRED
        ),
    )
    contact: Contact | None = field(
        default=None,
        metadata=spec("支持联系人", "Contact", "有问题找谁、怎样联系", "Whom to ask, and how to reach them", REQUIRED),
    )
    channel: Channel | None = field(
        default=None,
        metadata=spec(
            "反馈渠道", "Channel", "通过哪个群、邮箱或会议提问", "The group, mailbox or meeting for questions", REQUIRED
        ),
    )
    questions: tuple[Question, ...] = field(
        default=(),
        metadata=spec(
            "问答记录", "Questions", "接手后提出的问题和答复", "What was asked after the handover, with answers"
        ),
    )
    suggestions: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "改进建议", "Suggestions", "接收人对交接工作的意见", "How the receiver would improve the handover"
        ),
    )
    check_ins: tuple[Meeting, ...] = field(
        default=(), metadata=spec("回访安排", "Check-ins", "定期碰头的时间和参加人", "When both sides meet again")
    )
