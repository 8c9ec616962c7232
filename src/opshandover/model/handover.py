"""Handover: the plan of the handover, item by item."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Period, Priority, Prose, Section, When, record
from opshandover.model.communication import CommRecord
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.model.risks import Risk
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class HandoverPhase(Choice):
    """The phases of a handover, in order."""

    PREPARATION = "preparation", "准备", "Preparation"
    EXECUTION = "execution", "交接", "Execution"
    CONFIRMATION = "confirmation", "确认", "Confirmation"
    FOLLOW_UP = "follow_up", "跟进", "Follow-up"


class HandoverStatus(Choice):
    """The status of a handover item."""

    PENDING = (
        "pending",
        "未交",
        "Pending",
        "待交, 未移交, 未交接, 待交接, 未开始, 待办, todo, to do, open, not started",
        "未完成, 没完成, 待跟进, not done, unfinished",
    )
    IN_PROGRESS = (
        "in_progress",
        "交接中",
        "In progress",
        "移交中, 进行中, doing, wip, ongoing",
        "未完成, 没完成, 做了一半, 交了一半, 待跟进, 部分移交, not done, unfinished, partly done",
    )
    DELIVERED = (
        "delivered",
        "已交",
        "Delivered",
        "已移交, 已交接, 交接完, 已完成, 完成, handed over, done, completed",
        "搞定, 已搞定, 待确认, 待签收, ok, okay",
    )
    CONFIRMED = "confirmed", "已确认", "Confirmed", "确认, 已接收, 已签收, 已核对, received, accepted"


@record(kw_only=True)
class HandoverItem(OpenItem):
    """One thing to hand over, until the receiver confirms it."""

    label: ClassVar[Text] = Text("交接事项", "Handover item")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "content"

    title: str = field(
        default="",
        metadata=spec(
            "标题",
            "Title",
            "交接的事项叫什么",
            "What is handed over, in a few words",
            REQUIRED,
            synonyms="交接事项, 事项, 交接内容, 项目, 工作内容, 移交事项, 交接项目, 内容, 名称, 工作事项, 移交内容, item, task, name, topic",
        ),
    )
    content: Prose = field(
        default="",
        metadata=spec(
            "内容",
            "Content",
            "具体交接哪些东西和做法",
            "What exactly changes hands",
            REQUIRED,
            synonyms="说明, 备注, 具体内容, 详情, 描述, 具体说明, 交接说明, 情况说明, details, notes, remarks, description",
        ),
    )
    phase: HandoverPhase | None = field(
        default=None, metadata=spec("阶段", "Phase", "在哪个阶段完成", "In which phase it is dealt with", RECOMMENDED)
    )
    status: HandoverStatus | None = field(
        default=None,
        metadata=spec(
            "状态",
            "Status",
            "交到了哪一步",
            "How far it has come",
            RECOMMENDED,
            synonyms="交接状态, 完成情况, 是否完成, 是否交接, state, done",
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人",
            "Owner",
            "由谁负责交出这一项",
            "Who sees to it that it is handed over",
            REQUIRED,
            synonyms="移交人, 交接人, 责任人, by, who, giver",
        ),
    )
    priority: Priority | None = field(
        default=None, metadata=spec("优先级", "Priority", "按紧急和重要程度", "By urgency and importance", RECOMMENDED)
    )
    scheduled_on: When | None = field(
        default=None,
        metadata=spec(
            "安排日期",
            "Scheduled on",
            "计划哪天交接",
            "The day on which it is planned",
            REQUIRED,
            synonyms="日期, 时间, 交接日期, 交接时间, 计划日期, 计划时间, date, when, scheduled, day",
        ),
    )
    understood: bool | None = field(
        default=None,
        metadata=spec("已理解", "Understood", "接收人是否已经弄懂", "Whether the receiver has understood it"),
    )
    difficulties: tuple[str, ...] = field(
        default=(), metadata=spec("困难", "Difficulties", "接收人遇到的困难", "What the receiver finds hard")
    )
    help_given: tuple[str, ...] = field(
        default=(),
        metadata=spec("提供的帮助", "Help given", "针对困难做了哪些讲解和协助", "What was explained or done about it"),
    )

    @property
    def open(self) -> bool:
        """Whether the receiver has not confirmed the item yet."""
        return self.status is not HandoverStatus.CONFIRMED


@record(kw_only=True)
class HandoverPlan(Section):
    """Who hands over what, when and to whom, and who has agreed to it."""

    label: ClassVar[Text] = Text("交接计划", "Handover plan")
    hint: ClassVar[Text] = Text("交接期、逐项安排和上级的同意", "The period, the items day by day, and who has agreed")
    synonyms: ClassVar[Text] = Text(
        "交接安排, 交接事项, 交接内容, 移交内容, 移交事项, 交接清单, 移交清单, 工作交接内容, 工作交接清单, 交接时间表, 交接进度, 交接时间安排, 工作移交, 工作交接, 需交接内容, 交接工作, 工作交接事项, 交接范围, 移交范围, 交接计划安排, 交接方式, 交接步骤, 交接流程, 交接任务, 移交工作, 交接明细, 移交明细, 工作内容交接, 工作交接明细, 业务交接, 岗位交接, 交接工作清单, 交接项目, 交接明细表, 交接时间, 交接了哪些, 接手清单, 接手第一件事",
        "handover items, handover schedule, transition plan, items to hand over, handover checklist, transition, handover list, handover tasks, what is handed over, handover timeline, transition timeline, handover process, handover scope, scope of handover, transition tasks, transition schedule, handover activities, knowledge handover, handover agenda, handover sessions, handover steps, knowledge transfer plan, handover activities list, work to hand over, handover status, knowledge transfer sessions, shadowing schedule, handover timetable, transition steps",
    )
    stems: ClassVar[Text] = Text("交接日历, 交接日程", "handover timetable, handover calendar")

    items: tuple[HandoverItem, ...] = field(
        default=(),
        metadata=spec("交接事项", "Items", "逐项写明内容、日期和负责人", "Each with content, day and owner", REQUIRED),
    )
    period: Period | None = field(
        default=None,
        metadata=spec(
            "交接期", "Period", "交接从哪天到哪天", "The first and the last day of the handover", RECOMMENDED
        ),
    )
    supervisor: Person | None = field(
        default=None,
        metadata=spec("主管", "Supervisor", "批准交接安排的上级", "The superior who agrees to the plan", RECOMMENDED),
    )
    supervisor_agreed_on: date | None = field(
        default=None,
        metadata=spec(
            "主管同意日期",
            "Supervisor agreed on",
            "上级哪天同意的",
            "The day on which the superior agreed",
            RECOMMENDED,
        ),
    )
    announcements: tuple[CommRecord, ...] = field(
        default=(),
        metadata=spec(
            "通知",
            "Announcements",
            "向团队和外部通知交接的记录",
            "How the team and others were told about it",
            RECOMMENDED,
        ),
    )
    risks: tuple[Risk, ...] = field(
        default=(),
        metadata=spec("交接风险", "Risks", "交接本身可能出的差错", "What may go wrong while it changes hands"),
    )
    adjustments: tuple[str, ...] = field(
        default=(),
        metadata=spec("计划调整", "Adjustments", "途中改了什么、为什么改", "What was changed on the way, and why"),
    )
    readiness: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "心态与准备",
            "Readiness",
            "双方需要的耐心、沟通和心理准备",
            "Patience, openness and other things to bring along",
        ),
    )
