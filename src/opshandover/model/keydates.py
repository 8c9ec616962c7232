"""Key dates: dates not to be missed after the handover."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Record, Section, When, record
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class KeyDateKind(Choice):
    """What is due on a date."""

    CONTRACT = "contract", "合同", "Contract"
    BILLING = "billing", "账期", "Billing"
    CERTIFICATE = "certificate", "证书", "Certificate"
    LICENCE = "licence", "许可", "Licence"
    CAMPAIGN = "campaign", "活动", "Campaign"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class KeyDate(Record):
    """A date on which something ends, is due or begins."""

    label: ClassVar[Text] = Text("关键日期", "Key date")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "action"

    title: str = field(
        default="",
        metadata=spec(
            "标题",
            "Title",
            "什么事情到期或开始",
            "What ends, falls due or begins",
            REQUIRED,
            synonyms="事项, 内容, 名称, 事件, 节点, 项目, item, event, what, milestone, name",
        ),
    )
    kind: KeyDateKind | None = field(
        default=None,
        metadata=spec(
            "类别",
            "Kind",
            "合同、账期、证书、许可还是活动",
            "Contract, billing, certificate, licence or campaign",
            RECOMMENDED,
        ),
    )
    on: When | None = field(
        default=None,
        metadata=spec(
            "日期",
            "Date",
            "到期或开始的那一天",
            "The day on which it happens",
            REQUIRED,
            synonyms="时间, 到期日, 到期时间, 到期日期, 截止时间, 截止日期, when, due, deadline, expires, expiry, expires on",
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人", "Owner", "到时由谁处理", "Who takes care of it", REQUIRED, synonyms="责任人, who, responsible"
        ),
    )
    action: str = field(
        default="",
        metadata=spec(
            "要做的事",
            "Action",
            "续签、付款、续期等，提前多久",
            "Renew, pay, extend …, and how long before",
            RECOMMENDED,
            synonyms="动作, 备注, 说明, 处理方式, 提前, notes, remarks, what to do",
        ),
    )


@record(kw_only=True)
class KeyDates(Section):
    """The coming dates that must not be missed."""

    label: ClassVar[Text] = Text("关键日期", "Key dates")
    hint: ClassVar[Text] = Text(
        "合同、账期、证书等到期的日子", "When contracts, bills, certificates and the like fall due"
    )
    synonyms: ClassVar[Text] = Text(
        "重要日期, 时间节点, 关键时间节点, 关键时间, 关键节点, 重要时间节点, 重要节点, 到期提醒, 续费, 到期时间, 到期事项, 合同到期, 时间安排, 日程, 日程安排, 续费提醒, 时间表, 里程碑, 时间线, 重要时间, 关键日期提醒, 截止时间, 近期节点, 年度节点, 重要时间点, 关键时点, 近期到期, 到期清单, 要记住的日期, 大促节点, 活动日历, 近期日程, 提醒日期, 续约, 合同及证件到期提醒, 证件到期, 申报日历, 缴费日历, 活动时间",
        "important dates, deadlines, dates, renewals, expiry dates, upcoming deadlines, milestones, schedule, calendar, dates to remember, upcoming dates, upcoming events, upcoming renewals, key deadlines, key milestones, upcoming events and deadlines, timelines, project timeline, time-sensitive items, deadlines and dates, important deadlines, diary dates, dates for your diary, what happens when, critical dates, contract renewals, event calendar, reporting calendar, filing dates, month end",
    )
    stems: ClassVar[Text] = Text(
        "到期, 截止, 重要日子, 要记住的日子, 日历, 到期提醒",
        "deadline, due date, expir, renewal, dates, key date, calendar",
    )

    items: tuple[KeyDate, ...] = field(
        default=(),
        metadata=spec(
            "关键日期", "Dates", "逐条写明日期、负责人和要做的事", "Each with day, owner and what to do", REQUIRED
        ),
    )
