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
    rest: ClassVar[str] = "description"

    title: str = field(
        default="", metadata=spec("标题", "Title", "一句话说明出了什么问题", "What is wrong, in a few words", REQUIRED)
    )
    kind: IssueKind | None = field(
        default=None, metadata=spec("类别", "Kind", "属于哪类问题", "What sort of issue it is", RECOMMENDED)
    )
    status: IssueStatus | None = field(
        default=None,
        metadata=spec(
            "状态",
            "Status",
            "现在处理到哪一阶段",
            "Where it stands at present",
            REQUIRED,
            synonyms="当前状态, 处理状态, 问题状态, 是否解决, state",
        ),
    )
    description: Prose = field(
        default="",
        metadata=spec(
            "描述",
            "Description",
            "何时何地发生、影响了什么",
            "When and where it happened, and what it affects",
            REQUIRED,
            synonyms="现象, 问题描述, 详情, 情况, 具体情况, 问题现象, 备注, 说明, 内容, 经过, 影响, 影响范围, symptom, symptoms, details, what happened, notes, impact",
        ),
    )
    source: FeedbackSource | None = field(
        default=None, metadata=spec("来源", "Source", "问题由谁或从哪里提出", "Where it came from")
    )
    reported_on: When | None = field(
        default=None,
        metadata=spec(
            "提出日期",
            "Reported on",
            "哪天发现或收到",
            "The day on which it was found or received",
            RECOMMENDED,
            synonyms="创建日期, 创建时间, 提交时间, 提出时间, 登记日期, 发生时间, 发现时间, 时间, 日期, 发生日期, created, created on, created at, time, date, started, reported, when, opened",
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
        metadata=spec(
            "根本原因",
            "Root cause",
            "为什么发生，不只写表面现象",
            "Why it happened, below the surface",
            synonyms="原因, 原因分析, 问题原因, 故障原因, cause, reason, why",
        ),
    )
    recurring: bool = field(
        default=False, metadata=spec("反复出现", "Recurring", "同样的问题以前出现过", "It has happened before")
    )
    approach: Prose = field(
        default="",
        metadata=spec(
            "解决思路",
            "Approach",
            "打算怎样解决",
            "How it is meant to be solved",
            REQUIRED,
            synonyms="解决方案, 解决办法, 处理方案, 解决方法, 方案, 处理办法, 对策, 建议, solution, fix, workaround, resolution, plan, mitigation",
        ),
    )
    actions_taken: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "已采取措施",
            "Actions taken",
            "已经做过或试过什么",
            "What has been done or tried",
            in_starter=True,
            synonyms="处理, 处理情况, 处理措施, 处理过程, 处理结果, 已做, 措施, 已处理, action taken, what was done, handling",
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
        metadata=spec(
            "解决进度",
            "Progress",
            "解决到什么程度，还差什么",
            "How much is solved, and what is not",
            synonyms="进展, 处理进度, 当前进度, 进度",
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人",
            "Owner",
            "现在由谁负责处理",
            "Who is dealing with it",
            RECOMMENDED,
            in_starter=True,
            synonyms="责任人, 处理人, 跟进人, 经办人, assignee, responsible, who, assigned to",
        ),
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
    synonyms: ClassVar[Text] = Text(
        "问题, 存在问题, 存在的问题, 遗留问题, 问题记录, 异常, 异常情况, 异常记录, 异常事件, 故障, 故障记录, 故障情况, 突发情况, 突发事件, 问题与困难, 困难, 难点, 待解决问题, 待解决, 未解决问题, 告警, 告警情况, 告警记录, 报警, 报警情况, 投诉, 客诉, 缺陷, bug, 事故, 设备故障, 设备异常, 遇到的问题, 遇到问题, 已知问题, 阻塞, 卡点, 主要问题, 问题清单, 问题汇总, 历史问题, 故障处理, 存在困难, 问题反馈与处理, 踩坑记录, 坑, 已知缺陷, 待解决的问题, 尚未解决的问题, bug列表, 需要解决的问题, 设备问题, 现存问题, 存在的不足与问题, 未解决, 当前问题, 待修复, 待优化, 待优化项, 存在的坑, 故障情况说明, 异常说明, 问题说明, 设备缺陷, 缺陷情况, 异常处理, 突发, 客诉处理, 质量异常, 质量问题, 品质异常, 品质问题, 维修, 报修, 报修事项, 待维修, 差错, 事件, 事件处理, 异常事项, 投诉处理, 安全事故, 不良事件, 纠纷, 退件异常, 异常单, 异常订单, 客户投诉, 宾客投诉, 遗留的坑, 遇到的困难, 困难与问题, 困难与挑战, 卡点与风险, 升级单, 工单, 工单情况, 客诉单, 升级工单, 投诉单, 缺药登记, 状况, 突发状况, 误判, 申诉, 误判申诉, 危急值, 危急值及处理, 舆情, 舆情热点, 差评, 退款, 退换货, 售后, 赔付, 索赔, 漏洞, 违规, 举报, 不合格品, 返工, 停机, 停机情况, 工具异常, 退换, 退货, 食材退换, 悬而未决, bug 记录, 需协调, 需公司协调事项, 性能问题, 挑战, 技术难点, 瓶颈, 疑问, 架构挑战",
        "issues, issue, problems, incidents, known issues, known problems, open issues, outstanding issues, alerts, blockers, blocked, bugs, defects, outages, challenges, difficulties, escalations, active incidents, tickets, open tickets, complaints, concerns, impediments, issues and concerns, incidents and alerts, problems encountered, issues encountered, current issues, faults, pain points, active alerts, technical debt, known bugs, errors, failing tests, limitations, known limitations, what doesn't work, what's not working, broken, what's broken, unresolved issues, unresolved, outstanding problems, technical issues, issues found, open problems, remaining issues, issues and blockers, blockers and issues, known problems and workarounds, current problems, ongoing issues, ongoing incidents, incident log, incidents this shift, bugs found, equipment issues, maintenance issues, open incidents, unresolved problems, current blockers, stuck, sev incidents, customer issues, equipment problems, quirks, known quirks, oddities, things that break, equipment faults, maintenance requests, repairs, outstanding repairs, guest complaints, customer complaints, near misses, accidents, incident summary, incident reports, notable incidents, recent incidents, outstanding issues and risks, open questions and issues, support tickets, ticket summary, failures, escalated cases, alarms, active alarms, alarm list, breakdowns, downtime, rejects, returns, faults reported, hot issues, hot topics, customer escalations, disputes, claims, violations, appeals, pages, pages this week, pages received, paging summary, toil, alert noise, noisy alerts, lost property, lost and delayed baggage, lost and found, weird stuff, edge cases, ongoing investigations, investigations, quality holds, out of order, out of service, open questions, unanswered questions, barriers, obstacles, conflicts, questions to resolve, outstanding questions, unresolved questions, causes, prospective causes, root causes, open questions on the method, what does not work",
    )
    stems: ClassVar[Text] = Text(
        "问题, 故障, 异常, 坑, 报错, 告警, 投诉, 困难, 卡住, 毛病, 踩过, 没解决, 不正常, 出错, 出的状况, 出了, 翻车, 意外, 差评, 悬而, 坏了, 发生的事, 夜里发生, 噪音, 挑战, 难点, 瓶颈, 待确认, 疑问",
        "issue, problem, incident, bug, broken, outage, quirk, fault, blocker, complaint, what breaks, goes wrong, trouble, concern, defect, pain point, went wrong, not working, out of order, sore spot, incidents, noise, open question, limitation, barrier, challenge, unanswered, unresolved, outstanding question, open questions on",
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
