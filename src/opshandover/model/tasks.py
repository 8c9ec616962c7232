"""Tasks and events: what is being done, its progress, and recent events."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Cadence, Choice, Priority, Prose, Record, Section, When, record
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.model.resources import Resource
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class TaskStatus(Choice):
    """The status of a task."""

    NOT_STARTED = (
        "not_started",
        "未开始",
        "Not started",
        "待办, 待开始, 未启动, 未处理, 待处理, 待做, 没开始, 待跟进, 没做, 还没做, 未做, "
        "没动, 还没动, 没弄, 还没弄, 还没开始, 没处理, 还没处理, 待安排, 排队中, todo, to do, open, new, pending, not yet, not begun, backlog, queued",
        "未完成, 没完成, 未做完, 没做完, undone, notdone, not done, not finished, unfinished, incomplete",
    )
    IN_PROGRESS = (
        "in_progress",
        "进行中",
        "In progress",
        "处理中, 执行中, 跟进中, 推进中, 正在进行, 在做, 已开始, 做了一半, 做到一半, 跟进, 在跟, 在跟进, "
        "正在跟进, 正在做, 还在做, 在弄, 弄了一半, 正在处理, 在处理, 在推进, doing, wip, ongoing, started, running, half done, active, "
        "underway, under way, working on it",
        "未完成, 没完成, 未做完, 没做完, 部分完成, 完成一半, 快完成, 待确认, 待审核, 待验收, 等待中, 等待, 观察中, 暂停, 已暂停, "
        "差一点, 基本完成, 快做完, 快好了, 待回复, mostly done, nearly done, "
        "undone, notdone, not done, not finished, unfinished, incomplete, partly done, almost done, waiting, in review, paused",
    )
    DELAYED = (
        "delayed",
        "已延迟",
        "Delayed",
        "延期, 已延期, 延迟, 延误, 逾期, 已逾期, 超期, 推迟, 拖延, 拖了, 晚了, 过期, 已过期, late, overdue, postponed, delay, behind, "
        "behind schedule",
        "搁置, 卡住, 阻塞, 受阻, 等待中, 等待, 暂停, 已暂停, 挂起, on hold, blocked, stuck, waiting, paused",
    )
    DONE = (
        "done",
        "已完成",
        "Done",
        "完成, 做完, 已做完, 搞定, 已搞定, 办完, 办结, 完结, 结束, 已结束, 已办, 已关闭, 关闭, 完成了, "
        "做完了, 做好了, 办好了, 办完了, 弄好了, 弄完了, 搞定了, 已处理, 处理完, 处理完了, 处理好了, closed, finished, complete, completed, "
        "fixed, resolved",
        "ok, okay, 好了, 可以了, 已解决",
    )


class WorkCategory(Choice):
    """The field of operations to which work belongs."""

    CONTENT_UPDATE = "content_update", "内容更新", "Content update"
    USER_FEEDBACK = "user_feedback", "用户反馈处理", "User feedback"
    SOCIAL_MEDIA = "social_media", "社媒管理", "Social media"
    MARKETING = "marketing", "市场推广", "Marketing"
    CUSTOMER_SERVICE = "customer_service", "客户服务", "Customer service"
    DATA_ANALYSIS = "data_analysis", "数据分析", "Data analysis"
    CAMPAIGN_PLANNING = "campaign_planning", "活动策划", "Campaign planning"
    RESOURCE_ALLOCATION = "resource_allocation", "资源调配", "Resource allocation"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class Task(OpenItem):
    """A piece of work: planned, in progress, recurring or finished."""

    label: ClassVar[Text] = Text("任务", "Task")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "remaining"

    title: str = field(
        default="",
        metadata=spec(
            "标题",
            "Title",
            "以动词开头，如“上线八月活动页”",
            "Begin with a verb: “Publish the August page”",
            REQUIRED,
            synonyms="任务名称, 任务标题, 工单标题, 问题标题, 需求名称, 需求标题, 缺陷标题, bug标题, 主题, 摘要, 概要, 名称, 任务, 事项, 工作内容, summary, subject, name, task, task name, ticket title, headline",
        ),
    )
    status: TaskStatus | None = field(
        default=None,
        metadata=spec(
            "状态",
            "Status",
            "未开始、进行中、已延迟或已完成",
            "Not started, in progress, delayed or done",
            REQUIRED,
            synonyms="state, 当前状态, 任务状态, 工单状态, 处理状态, 问题状态, 缺陷状态, bug状态, 进展情况, 完成状态, 是否完成, task status, ticket status",
        ),
    )
    progress: int | None = field(
        default=None,
        metadata=spec(
            "进度",
            "Progress",
            "完成了百分之几",
            "How much of it is finished, from 0 to 100",
            RECOMMENDED,
            unit="%",
            ge=0,
            le=100,
            synonyms="完成度, 完成率, 完成进度, 完成百分比, 进展, % done, % complete, percent complete, completion",
        ),
    )
    owner: Person | None = field(
        default=None,
        metadata=spec(
            "负责人",
            "Owner",
            "只写一个人",
            "One person only",
            REQUIRED,
            synonyms="责任人, 执行人, 经办人, 跟进人, 处理人, 指派给, 当前处理人, 谁, 主办, assignee, assigned to, responsible, who, lead",
        ),
    )
    priority: Priority | None = field(
        default=None,
        metadata=spec(
            "优先级", "Priority", "按紧急和重要判断", "How urgent and how important", synonyms="优先度, 紧急程度"
        ),
    )
    scheduled_on: When | None = field(
        default=None, metadata=spec("安排时间", "Scheduled for", "计划什么时候做", "When it is to be worked on")
    )
    expected_finish: When | None = field(
        default=None,
        metadata=spec(
            "预计完成",
            "Expected finish",
            "按现状估计哪天做完",
            "When it will be finished, as things stand",
            synonyms="计划完成日期, 计划完成时间, 预计完成时间, 预计完成日期, planned finish",
        ),
    )
    category: WorkCategory | None = field(
        default=None, metadata=spec("类别", "Category", "属于哪类运营工作", "The field of operations it belongs to")
    )
    cadence: Cadence | None = field(
        default=None, metadata=spec("频率", "Cadence", "重复性工作多久做一次", "For work that recurs: how often")
    )
    goal: str = field(default="", metadata=spec("目标", "Goal", "做完后要达到什么", "What is to be reached by it"))
    result: Prose = field(
        default="",
        metadata=spec(
            "成果",
            "Result",
            "已完成部分的具体产出",
            "What the finished part has brought",
            synonyms="结果, 完成情况, 产出, 完成内容, outcome, output, results, done so far",
        ),
    )
    feedback: Prose = field(
        default="", metadata=spec("反馈", "Feedback", "别人怎样评价成果", "What others said of the result")
    )
    remaining: Prose = field(
        default="",
        metadata=spec(
            "剩余工作",
            "Remaining",
            "还有哪些没有做",
            "What is still left to do",
            synonyms="未完成内容, 备注, 说明, 未完成, 剩余, 遗留, 描述, 详情, 内容, notes, remarks, comment, comments, details, left to do, remaining work, description",
        ),
    )
    reason_unfinished: Prose = field(
        default="",
        metadata=spec(
            "未完成原因",
            "Reason unfinished",
            "卡在哪里、为什么",
            "Where it is stuck and why",
            synonyms="原因, 卡点, 阻塞原因, 未完成原因说明, blocker, blocked by, reason, why",
        ),
    )
    support_needed: tuple[str, ...] = field(
        default=(), metadata=spec("所需支持", "Support needed", "需要谁帮什么忙", "Whose help is needed, and with what")
    )
    resources_needed: tuple[Resource, ...] = field(
        default=(), metadata=spec("所需资源", "Resources needed", "人手、预算、工具等", "People, money, tools …")
    )
    depends_on: tuple[str, ...] = field(
        default=(), metadata=spec("前置任务", "Depends on", "须先完成的任务编号", "The IDs of tasks that come first")
    )
    assignment_basis: Prose = field(
        default="",
        metadata=spec("分配依据", "Assignment basis", "为什么由这个人来做", "Why it was given to this person"),
    )

    @property
    def open(self) -> bool:
        """Whether the task is not done; one without a status counts as open."""
        return self.status is not TaskStatus.DONE


@record(kw_only=True)
class Milestone(Record):
    """A date by which a definite result is due."""

    label: ClassVar[Text] = Text("里程碑", "Milestone")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "result"

    name: str = field(
        default="", metadata=spec("名称", "Name", "到时应完成什么", "What is to be there by then", REQUIRED)
    )
    due: When | None = field(
        default=None,
        metadata=spec(
            "截止日期",
            "Due",
            "计划达到的日期",
            "The day on which it is planned",
            REQUIRED,
            synonyms="日期, 时间, 截止, date, deadline, when",
        ),
    )
    done: bool = field(default=False, metadata=spec("已达成", "Done", "达到后勾选", "Set it once it has been reached"))
    result: Prose = field(
        default="", metadata=spec("成果", "Result", "达到时的产出", "What was there when it was reached")
    )


@record(kw_only=True)
class Event(Record):
    """A past or coming event: a campaign, an incident, a team occasion."""

    label: ClassVar[Text] = Text("事件", "Event")
    main: ClassVar[str] = "title"
    rest: ClassVar[str] = "description"

    title: str = field(
        default="",
        metadata=spec(
            "标题",
            "Title",
            "事件或活动名称",
            "What the event is called",
            REQUIRED,
            synonyms="事件, 名称, 内容, event, what, what happened",
        ),
    )
    on: When | None = field(
        default=None,
        metadata=spec(
            "日期",
            "Date",
            "哪天发生",
            "The day on which it takes place",
            REQUIRED,
            synonyms="时间, 发生时间, time, when",
        ),
    )
    description: Prose = field(
        default="",
        metadata=spec(
            "说明",
            "Description",
            "经过和背景",
            "What it was about",
            RECOMMENDED,
            synonyms="描述, 经过, 情况, 内容, details",
        ),
    )
    outcome: Prose = field(
        default="", metadata=spec("结果", "Outcome", "带来什么影响", "What came of it", synonyms="处理结果, result")
    )


@record(kw_only=True)
class Overview(Section):
    """The whole of the work at a glance, for someone who sees it for the first time."""

    label: ClassVar[Text] = Text("工作概述", "Overview")
    hint: ClassVar[Text] = Text(
        "几句话说清当前进展、重点和最近的大事",
        "Where the work stands, what matters now and what has happened lately, in brief",
    )
    synonyms: ClassVar[Text] = Text(
        "概述, 概况, 总体情况, 整体情况, 工作概况, 背景, 简介, 前言, 基本情况, 总览, 摘要, 情况说明, 背景介绍, 背景说明, 概要, 总体概述, 本班概况, 当班情况, 值班情况, 运行情况, 整体概况, 现状, 当前状态, 系统概况, 系统概述, 系统简介, 系统介绍, 业务概况, 业务介绍, 总体说明, 项目介绍, 项目背景, 项目概述, 项目简介, 背景与目标, 交接说明, 交接概述, 交接背景, 项目说明, 交接概况, 工作概要, 业务背景, 岗位概述, 岗位介绍, 今日概况, 情况, 动态, 综述, 大致情况, 总体, 本班情况, 班次概况, 班次情况, 房态, 交班概况, 写在前面, 开场白, 导语, 开头, 概览, 速览, 一览, 整体, 大概情况, 总体状况, 机组运行方式, 系统运行方式, 一句话现状, 项目基本信息, 活动概述, 活动概况, 活动简介, 公司介绍, 产品介绍, 引言, 导言",
        "overview, summary, tl;dr, background, introduction, intro, executive summary, at a glance, context, shift summary, situation, current state, current situation, general overview, quick summary, session summary, what this is, what is this, status summary, where we are, quick context, project summary, project background, about this document, about this project, summary of work, high-level overview, high level summary, project context, shift overview, brief, situation summary, the big picture, business context, welcome, start here, shift in brief, quick overview, snapshot, state of play, first things first, a note before you start, handover summary, summary of the shift, general state, where we are today, state of the floor, state of the world, how things stand, flight status, status overview, history, a bit of history, project history, background and context, project information, project details, shift information, updated overview",
    )
    stems: ClassVar[Text] = Text(
        "概况, 概述, 背景, 简介, 运行方式, 一句话, 概貌, 现状",
        "overview, background, introduction, what is, what this, how the day, how it went, how the shift, how things, how the week, how was the, recap, short version, in a nutshell, state of, taking over, at a glance",
    )
    rest: ClassVar[str] = "summary"

    summary: Prose = field(
        default="",
        metadata=spec("概述", "Summary", "三五句话概括现状", "The present state in a few sentences", REQUIRED),
    )
    focus: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "工作重点",
            "Focus",
            "近期最要紧的几件事",
            "The few things that matter most now",
            RECOMMENDED,
            weight=3,
            synonyms="重点, 重点工作, 重点事项, 近期重点, 关注重点, 当前重点, 重点关注, priorities, top priorities, focus areas, key points, key focus, highlights",
        ),
    )
    ongoing: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "正在进行", "Ongoing", "进行中的项目、活动和计划", "Projects, campaigns and plans under way", RECOMMENDED
        ),
    )
    events: tuple[Event, ...] = field(
        default=(),
        metadata=spec(
            "近期事件",
            "Events",
            "近来的重要事件和活动",
            "Important events and campaigns of late",
            RECOMMENDED,
            synonyms="大事记, 重要事件, 近期动态, 本班事件, 近期大事, 事件记录, recent events, timeline, notable events, key events, event log",
        ),
    )


@record(kw_only=True)
class WorkProgress(Section):
    """The progress of each task, and what remains."""

    label: ClassVar[Text] = Text("工作进展", "Work progress")
    hint: ClassVar[Text] = Text(
        "已完成和未完成的任务、负责人、进度和下一步", "Tasks done and not done, with owner, progress and next step"
    )
    synonyms: ClassVar[Text] = Text(
        "进展, 进度, 工作进度, 任务进度, 任务进展, 完成情况, 工作完成情况, 今日工作, 工作内容, 任务, 待办, 待办事项, 待办工作, 待办任务, 工作情况, 任务清单, 任务列表, 工作事项, 待跟进, 待跟进事项, 待处理, 待处理事项, 跟进事项, 跟进, 需跟进事项, 在办事项, 手头工作, 手头任务, 当前任务, 当前工作, 今日工作内容, 工作清单, 未尽事宜, 未完事项, 未了事项, 未了事宜, 未决事项, 未尽事项, 未结事项, 遗留事项, 未完成, 没做完, 没做完的事, 还没做完的事, 没完成的事, 未办结事项, 未做完, 未完成工作, 未完成事项, 未完成任务, 未完成的工作, 未完成的事项, 遗留工作, 遗留任务, 已办事项, 未办事项, 在办工作, 下一班待办, 交班事项, 需要跟进, 工作记录, 待确认事项, 待确认, 待确认问题, 待完成, 待完成工作, 待完成事项, 剩余工作, 未解决事项, 后续待办, 已做工作, 工作成果, 完成工作, 完成内容, 完成事项, 开发进度, 开发进展, 当前进度, 当前进展, 进度说明, 进展情况, 生产情况, 生产任务, 任务完成情况, 任务安排, 工作任务, 工作完成, 本周工作, 本周完成, 本周进展, 收尾工作, 交办事项, 待续工作, 需要继续的工作, 手上的活, 手里的活, 手上的事, 手头的事, 没干完的, 没处理完的, 待跟单, 跟进单, 交办, 交办工作, 事项, 待回访, 待回电, 需继续跟进, 需下班跟进, 需接班跟进, 工作动态, 工作进度情况, 已处理, 待续事项, 进行中事项, 正在处理, 在途事项, 在途单据, 在途订单, 动作, 关键动作, 核心动作, 未了, 未了业务, 结果, 工作结果, 产出, 进行中的事, 缺货登记, 在途, 待发, 移交下一班, 交给早班, 留给下一班, 给下一班, 交给下一班, 今日已办, 需求, 在途需求, 审批, 待审批, 需协调解决事项, 未发报告, 订单, 单量, 正在推进, 未完, 任务分解, 交办事项跟踪, 剩下的, 本班处理事项, 处理事项, 需要接手的工作, 待接手, 已交接, 未交接, 做到哪了, 我做到哪了, 进行到一半, 等回复的, 等待中, 等待, 催办事项, 催办, 欠着的事, 交班内容, 本日工作, 昨天, 今天, 昨日, 今日, 工作日志, 上午, 下午, 晚上, 行动项, 今日工作总结及完成情况, 今日小结与完成情况, 做完了什么, 已完成功能, 完成状态, 功能完成情况, 功能状态, 完成状态总览, 已实现功能, 已完成的工作",
        "progress, status, current status, tasks, to-do, todo, to-dos, todos, to do list, todo list, open items, pending, pending items, pending tasks, pending work, outstanding, outstanding items, outstanding work, outstanding tasks, ongoing work, ongoing tasks, ongoing, work completed, completed work, completed tasks, completed today, accomplishments, achievements, done today, follow-ups, follow-up, follow up, follow up items, items to follow up, unfinished work, unfinished, open tasks, current work, current tasks, work in progress, in flight, in-flight work, what was done, what i did, what got done, task list, work status, status update, carry over, carryover, carried over, action items, actions, open actions, handoff items, what was accomplished, what has been done, what's done, what's been done, completed this session, what works, what's working, work done, progress so far, progress summary, implementation status, task status, remaining work, remaining tasks, remaining, what's left, what is left, what remains, left to do, still to do, not yet done, incomplete work, unfinished tasks, immediate tasks, priority tasks, backlog, deliverables, work items, project tasks, what i was working on, what we did, work summary, tasks completed, tasks in progress, where things stand, project progress, what's in progress, in-progress work, handed-over tasks, handover points, points to hand over, points for the next shift, items in progress, jobs, outstanding callbacks, callbacks, callbacks due, actions outstanding, tasks for the next shift, outstanding jobs, jobs in progress, work carried forward, carried forward, still open, loose ends, open threads, done this week, completed this week, admissions and discharges, admissions, discharges, arrivals and departures, deliveries, actions taken, action taken, activities, activity, handled, what was handled, calls handled, work done this shift, pipeline, deals in progress, open deals, cases, caseload, active cases, open requests, requests, orders in progress, updates, update, news, still to sort, commitments, current commitments, matters arising, in the air, up in the air, to be picked up, to pick up, left for you, on hold, parked, handed to you, where it stands, waiting, status of each item, yesterday, today, log of work, work log, this morning, this afternoon, action points, on the go, open opportunities, opportunities, got done, delivered, scope delivered, progress update, status of deliverables, completed features, implemented features, what was delivered, delivered components, committee report, director reports, officer reports, member reports, status reports, officer status reports",
    )
    stems: ClassVar[Text] = Text(
        "收尾, 没做完, 未完成, 没完成, 未结, 待办, 待跟进, 跟进, 进展, 完成情况, 手上, 手头, 待处理, 没搞定, 在做, 没弄完, 干了什么, 做了什么, 做了哪些, 没干完, 没解决的事, 遗留, 要盯, 需要盯, 还没, 没发, 没弄, 做了啥, 干了啥, 交给, 留给, 转交, 正在, 推进, 你接手的, 要接手, 剩下, 做到, 到一半, 等回复, 催办, 欠着, 做完, 完成状态, 完成度, 已实现",
        "pending, outstanding, unfinished, to do, todo, task, left to, follow up, in progress, progress, unfinished business, loose end, half done, still open, what i did, what we did, did today, accomplish, completed, finished, working on, where things stand, where we stopped, hand over to you, carry over, waiting on, waiting for, still waiting, still to, picked up, in the air, left for you, on hold, parked, where it stands, handed to, on the go, delivered, work completed",
    )
    rest: ClassVar[str] = "summary"

    summary: Prose = field(
        default="",
        metadata=spec("概述", "Summary", "工作整体做到哪一步", "How far the work has come as a whole", RECOMMENDED),
    )
    tasks: tuple[Task, ...] = field(
        default=(),
        metadata=spec("任务", "Tasks", "逐项写明状态和负责人", "Each task with its status and owner", REQUIRED),
    )
    coordination: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "部门协调",
            "Coordination",
            "与其他部门配合的情况",
            "How the work with other departments goes",
            synonyms="协调事项, 需协调事项, 需要协调的事项, 部门协作, cross-team, dependencies",
        ),
    )
    next_steps: tuple[str, ...] = field(
        default=(),
        metadata=spec("后续安排", "Next steps", "接下来先做什么", "What comes first from now on", RECOMMENDED),
    )

    @property
    def to_dos(self) -> tuple[Task, ...]:
        """The tasks that are not done, most pressing first, those without a priority last."""
        ranks = {priority: rank for rank, priority in enumerate(Priority)}
        unfinished = (task for task in self.tasks if task.open)
        return tuple(sorted(unfinished, key=lambda task: len(ranks) if task.priority is None else ranks[task.priority]))
