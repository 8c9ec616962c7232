"""Feedback: its sources, and how it is handled."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Cadence, Choice, Record, record
from opshandover.model.channels import Channel
from opshandover.model.people import Person
from opshandover.model.processes import Process
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class FeedbackSource(Choice):
    """Where feedback comes from."""

    ONLINE_SURVEY = "online_survey", "在线调查", "Online survey"
    HOTLINE = "hotline", "客服热线", "Hotline"
    SOCIAL_MEDIA = "social_media", "社交媒体", "Social media"
    CUSTOMER = "customer", "客户", "Customer"
    EMPLOYEE = "employee", "员工", "Employee"
    MARKET_RESEARCH = "market_research", "市场调研", "Market research"
    RECEIVER = "receiver", "接收人", "Receiver"


@record(kw_only=True)
class FeedbackMechanism(Record):
    """How feedback is collected, handled and followed up."""

    label: ClassVar[Text] = Text("反馈机制", "Feedback mechanism")

    sources: tuple[FeedbackSource, ...] = field(
        default=(), metadata=spec("来源", "Sources", "从哪些地方收集", "Where it is collected", RECOMMENDED)
    )
    channels: tuple[Channel, ...] = field(
        default=(),
        metadata=spec("渠道", "Channels", "通过哪些渠道或工具提出", "By which channels or tools it is given", REQUIRED),
    )
    process: Process | None = field(
        default=None,
        metadata=spec("处理流程", "Process", "收到以后怎样一步步处理", "The steps that follow once it has come in"),
    )
    staff: tuple[Person, ...] = field(
        default=(), metadata=spec("专人", "Staff", "由谁专门负责", "Who looks after it", RECOMMENDED)
    )
    tracking: str = field(
        default="",
        metadata=spec(
            "跟踪", "Tracking", "怎样记录并跟到办结", "How it is recorded and followed to the end", RECOMMENDED
        ),
    )
    two_way: bool | None = field(
        default=None,
        metadata=spec("双向", "Two-way", "提出的人是否会得到回复", "Whether those who give it get an answer"),
    )
    cadence: Cadence | None = field(
        default=None,
        metadata=spec("频率", "Cadence", "多久收集或汇总一次", "How often it is collected or summed up", RECOMMENDED),
    )
