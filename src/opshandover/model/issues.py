"""Issues: what happened, what was done about it, and what remains."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Section, When, record
from opshandover.model.feedback import FeedbackMechanism, FeedbackSource
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class IssueKind(Choice):
    """What an issue is about."""

    TECHNICAL = "technical", "技术", "Technical"
    TEAM_FRICTION = "team_friction", "协作摩擦", "Friction in the team"
    CUSTOMER_FEEDBACK = "customer_feedback", "客户意见", "Customer feedback"
    COMPLAINT = "complaint", "投诉", "Complaint"
    PROJECT_DELAY = "project_delay", "进度拖延", "Project delay"
    RESOURCE_SHORTAGE = "resource_shortage", "资源短缺", "Resource shortage"
    QUALITY = "quality", "质量", "Quality"
    PRODUCT_FAULT = "product_fault", "产品故障", "Product fault"
    SYSTEM_FAULT = "system_fault", "系统故障", "System fault"
    STAFF_TURNOVER = "staff_turnover", "人员变动", "Staff turnover"
    MARKET_FLUCTUATION = "market_fluctuation", "市场波动", "Market fluctuation"
    PROCESS = "process", "流程", "Process"
    COOPERATION = "cooperation", "合作", "Cooperation"
    OTHER = "other", "其他", "Other", "其它, others"


class IssueStatus(Choice):
    """The status of an issue."""

    OPEN = (
        "open",
        "待处理",
        "Open",
        "未解决, 未处理, 待解决, 待办, 新建, 未关闭, 没解决, 待跟进, 未跟进, 没处理, 还没处理, 没人处理, "
        "还没解决, 没做, 还没做, 未做, 没动, 没修好, 未修复, unresolved, not resolved, not fixed, backlog, todo, to do, new, pending",
        "未完成, 没完成, 待确认, 待核实, 等待中, 等待, 搁置, 挂起, 暂停, 已暂停, 阻塞, 受阻, 卡住, 已上报, 上报, "
        "not done, unfinished, on hold, blocked, stuck, waiting, paused, escalated, reported",
    )
    HANDLING = (
        "handling",
        "处理中",
        "Being handled",
        "解决中, 跟进中, 进行中, 排查中, 正在处理, 跟进, 在跟, 在跟进, 正在跟进, 在处理, 做了一半, "
        "正在解决, 在解决, 正在排查, 在排查, 在查, 调查中, 在修, 正在修, 修复中, 维修中, doing, wip, in progress, following up, ongoing, "
        "underway, investigating, working on it",
        "未完成, 没完成, 部分解决, 待确认, 待核实, 等待中, 等待, 观察中, 观察, 搁置, 挂起, 暂停, 已暂停, 阻塞, 受阻, 卡住, 已上报, 上报, "
        "not done, unfinished, partly resolved, on hold, blocked, stuck, waiting, paused, escalated, reported, monitoring",
    )
    RESOLVED = (
        "resolved",
        "已解决",
        "Resolved",
        "解决, 已处理, 处理完, 完成, 已完成, 已关闭, 关闭, 办结, 搞定, 已搞定, 办完, 解决了, 处理了, "
        "处理完了, 处理好了, 做完, 做完了, 做好了, 修好, 修好了, 已修复, 已结案, 结案, done, closed, fixed, solved, finished, completed",
        "观察中, 观察, 已恢复, 恢复, 恢复正常, recovered, restored, ok, okay, 好了, 可以了, monitoring",
    )


@record(kw_only=True)
class Issue(OpenItem):
    """Something that went wrong, or a complaint."""

    label: ClassVar[Text] = Text("问题", "Issue")
    main: ClassVar[str] = "title"

    title: str = field(
        default="", metadata=spec("标题", "Title", "一句话说明出了什么问题", "What is wrong, in a few words", REQUIRED)
    )
    kind: IssueKind | None = field(
        default=None, metadata=spec("类别", "Kind", "属于哪类问题", "What sort of issue it is", RECOMMENDED)
    )
    status: IssueStatus | None = field(
        default=None, metadata=spec("状态", "Status", "现在处理到哪一阶段", "Where it stands at present", REQUIRED)
    )
    description: Prose = field(
        default="",
        metadata=spec(
            "描述",
            "Description",
            "何时何地发生、影响了什么",
            "When and where it happened, and what it affects",
            REQUIRED,
        ),
    )
    source: FeedbackSource | None = field(
        default=None, metadata=spec("来源", "Source", "问题由谁或从哪里提出", "Where it came from")
    )
    reported_on: When | None = field(
        default=None,
        metadata=spec(
            "提出日期", "Reported on", "哪天发现或收到", "The day on which it was found or received", RECOMMENDED
        ),
    )
    affected_users: int | None = field(
        default=None,
        metadata=spec(
            "影响人数", "Users affected", "大约多少用户或客户受影响", "About how many users or customers", ge=0
        ),
    )
    root_cause: Prose = field(
        default="",
        metadata=spec("根本原因", "Root cause", "为什么发生，不只写表面现象", "Why it happened, below the surface"),
    )
    recurring: bool = field(
        default=False, metadata=spec("反复出现", "Recurring", "同样的问题以前出现过", "It has happened before")
    )
    approach: Prose = field(
        default="", metadata=spec("解决思路", "Approach", "打算怎样解决", "How it is meant to be solved", REQUIRED)
    )
    actions_taken: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "已采取措施", "Actions taken", "已经做过或试过什么", "What has been done or tried", in_starter=True
        ),
    )
    emergency_action: Prose = field(
        default="",
        metadata=spec(
            "应急处理", "Emergency action", "系统故障时先怎样止损", "What limits the damage when a system fails"
        ),
    )
    response: Prose = field(
        default="",
        metadata=spec(
            "应对", "Response", "怎样答复客户，或怎样调整安排", "What customers were told, or what was rearranged"
        ),
    )
    guidance: Prose = field(
        default="",
        metadata=spec(
            "处理指引", "Guidance", "接收人再遇到时该怎么做", "What the receiver should do when it comes up again"
        ),
    )
    resolution_progress: Prose = field(
        default="",
        metadata=spec("解决进度", "Progress", "解决到什么程度，还差什么", "How much is solved, and what is not"),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec("负责人", "Owner", "现在由谁负责处理", "Who is dealing with it", RECOMMENDED, in_starter=True),
    )
    customer_informed: bool | None = field(
        default=None,
        metadata=spec(
            "已告知客户", "Customer informed", "客户是否已知道处理结果", "Whether the customer knows what was done"
        ),
    )

    @property
    def open(self) -> bool:
        """Whether the issue still has to be solved."""
        return self.status is not IssueStatus.RESOLVED


@record(kw_only=True)
class Issues(Section):
    """What went wrong and is being handled."""

    label: ClassVar[Text] = Text("问题反馈", "Issues")
    hint: ClassVar[Text] = Text(
        "已经发生的问题、处理情况和解决思路", "What has happened, what was done and what is planned"
    )

    items: tuple[Issue, ...] = field(
        default=(),
        metadata=spec(
            "问题", "Issues", "逐个问题写清现状和解决思路", "Each with its state and how to solve it", REQUIRED
        ),
    )
    mechanism: FeedbackMechanism | None = field(
        default=None,
        metadata=spec(
            "反馈机制", "Feedback mechanism", "问题怎样提出、由谁跟进", "How issues are raised and who follows them up"
        ),
    )
