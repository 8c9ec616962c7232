"""Channels: how people exchange information."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Cadence, Record, record
from opshandover.model.systems import SystemKind
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Channel(Record):
    """A communication channel: its purpose, frequency and form."""

    label: ClassVar[Text] = Text("沟通渠道", "Channel")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "purpose"

    name: str = field(
        default="", metadata=spec("名称", "Name", "如“运营日报群”", "Such as “daily report group”", REQUIRED)
    )
    kind: SystemKind | None = field(
        default=None, metadata=spec("工具类别", "Kind", "借助哪类工具", "The sort of tool it runs on")
    )
    purpose: str = field(
        default="",
        metadata=spec("用途", "Purpose", "什么事情走这个渠道", "The matters that belong here", RECOMMENDED, weight=3),
    )
    cadence: Cadence | None = field(
        default=None, metadata=spec("频率", "Cadence", "多久使用一次", "How often it is used", RECOMMENDED)
    )
    form: str = field(
        default="",
        metadata=spec(
            "形式",
            "Form",
            "群消息、邮件、例会或书面报告",
            "Group message, mail, meeting or written report",
            RECOMMENDED,
        ),
    )
    open: bool | None = field(
        default=None,
        metadata=spec("保持畅通", "Open", "成员是否随时可以发言", "Whether everyone can speak up in it at any time"),
    )
