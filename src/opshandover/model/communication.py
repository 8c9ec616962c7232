"""Communication: channels, meetings and conversations, and the rules of working together."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Cadence, Choice, Prose, Record, Section, When, record
from opshandover.model.channels import Channel
from opshandover.model.documents import DocumentRef
from opshandover.model.feedback import FeedbackMechanism
from opshandover.model.people import Person
from opshandover.model.routine import Question
from opshandover.model.tasks import Task
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class MeetingKind(Choice):
    """What a meeting is for."""

    TEAM = "team", "团队例会", "Team meeting"
    PROJECT_BRIEFING = "project_briefing", "项目汇报", "Project briefing"
    FEEDBACK = "feedback", "反馈会", "Feedback meeting"
    DATA_REVIEW = "data_review", "数据分析会", "Data review"
    RETROSPECTIVE = "retrospective", "复盘会", "Retrospective"
    BRAINSTORMING = "brainstorming", "头脑风暴", "Brainstorming"
    PERFORMANCE = "performance", "绩效会", "Performance meeting"
    ONE_ON_ONE = "one_on_one", "一对一", "One-on-one"
    HANDOVER_BRIEFING = "handover_briefing", "交接说明会", "Handover briefing"
    CROSS_DEPARTMENT = "cross_department", "跨部门", "Across departments"
    PARTNER = "partner", "合作方", "With a partner"
    CUSTOMER = "customer", "客户", "With a customer"


class Audience(Choice):
    """With whom people communicate."""

    TEAM = "team", "团队内部", "Own team"
    LEADER = "leader", "上级", "Superior"
    OTHER_DEPARTMENT = "other_department", "其他部门", "Other department"
    PARTNER = "partner", "合作伙伴", "Partner"
    CUSTOMER = "customer", "客户", "Customer"


class CommKind(Choice):
    """What a conversation or message is about."""

    TASK_ASSIGNMENT = "task_assignment", "任务安排", "Task assignment"
    PROGRESS_REPORT = "progress_report", "进展汇报", "Progress report"
    PROBLEM_FEEDBACK = "problem_feedback", "问题反馈", "Problem feedback"
    DECISION = "decision", "讨论决策", "Decision"
    RESOURCE_COORDINATION = "resource_coordination", "资源协调", "Coordination of resources"
    GOAL_SETTING = "goal_setting", "目标设定", "Setting of goals"
    DATA_REPORT = "data_report", "数据汇报", "Data report"
    STRATEGY = "strategy", "战略讨论", "Strategy"
    INFO_SHARING = "info_sharing", "信息共享", "Sharing of information"
    COORDINATION = "coordination", "协调", "Coordination"
    PRAISE = "praise", "表扬激励", "Praise"
    REQUIREMENT_CONFIRMATION = ("requirement_confirmation", "需求确认", "Confirmation of requirements")
    PROGRESS_NOTICE = "progress_notice", "进展通报", "Progress notice"
    COMPLAINT_HANDLING = "complaint_handling", "投诉处理", "Handling of a complaint"
    COOPERATION_DISCUSSION = "cooperation_discussion", "合作讨论", "Talks on cooperation"
    COOPERATION_AGREEMENT = "cooperation_agreement", "合作达成", "Agreement on cooperation"
    GREETING = "greeting", "问候", "Greeting"
    MEETING_ARRANGEMENT = "meeting_arrangement", "会议安排", "Arranging a meeting"
    GUIDANCE = "guidance", "指导", "Guidance"
    EXPERIENCE_SHARING = "experience_sharing", "经验分享", "Sharing of experience"
    CULTURE = "culture", "文化", "Culture"
    PERFORMANCE = "performance", "绩效沟通", "Performance"
    TEAM_MANAGEMENT = "team_management", "团队管理", "Team management"


class SharedInfoKind(Choice):
    """What sort of information is shared."""

    NEW_FINDING = "new_finding", "新发现", "New finding"
    INDUSTRY_NEWS = "industry_news", "行业动态", "Industry news"
    COMPETITOR_MOVE = "competitor_move", "对手动向", "Move of a competitor"
    RESOURCE = "resource", "资源", "Resource"


class DecisionTopic(Choice):
    """What a decision is about."""

    STRATEGY = "strategy", "策略", "Strategy"
    PROPOSAL = "proposal", "方案", "Proposal"
    BUDGET = "budget", "预算", "Budget"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class Decision(Record):
    """What has been decided."""

    label: ClassVar[Text] = Text("决策", "Decision")
    main: ClassVar[str] = "content"

    content: Prose = field(default="", metadata=spec("内容", "Content", "决定了什么", "What was decided", REQUIRED))
    topic: DecisionTopic | None = field(
        default=None, metadata=spec("议题", "Topic", "关于哪方面", "What it is about", RECOMMENDED)
    )


@record(kw_only=True)
class Meeting(Record):
    """A meeting, held once or regularly."""

    label: ClassVar[Text] = Text("会议", "Meeting")
    main: ClassVar[str] = "title"

    title: str = field(
        default="",
        metadata=spec(
            "名称",
            "Title",
            "会议叫什么",
            "What the meeting is called",
            REQUIRED,
            synonyms="会议名称, 会议主题, 主题, 会议, meeting, subject, meeting title, topic",
        ),
    )
    kind: MeetingKind | None = field(
        default=None, metadata=spec("类别", "Kind", "属于哪类会议", "What sort of meeting it is", RECOMMENDED, weight=3)
    )
    on: When | None = field(
        default=None,
        metadata=spec(
            "时间",
            "Held at",
            "开会的日期和时间",
            "The day and hour",
            synonyms="会议时间, 日期, 会议日期, 召开时间, time, date, when, date and time, meeting date, 开会时间, 会议日期时间",
        ),
    )
    cadence: Cadence | None = field(
        default=None,
        metadata=spec(
            "频率",
            "Cadence",
            "例会多久开一次",
            "How often a regular meeting is held",
            synonyms="周期, frequency, how often",
        ),
    )
    place: str = field(
        default="",
        metadata=spec(
            "地点",
            "Place",
            "会议室或地址",
            "The room or the address",
            synonyms="会议地点, 会议室, location, venue, where, room",
        ),
    )
    channel: str = field(
        default="",
        metadata=spec(
            "方式",
            "Channel",
            "线上会议用什么工具",
            "The tool, when it is held online",
            synonyms="会议方式, 会议形式, 形式, held via",
        ),
    )
    organiser: Person | None = field(
        default=None,
        metadata=spec(
            "组织者",
            "Organiser",
            "谁召集和主持",
            "Who chairs it",
            RECOMMENDED,
            synonyms="主持人, 主持, 召集人, chair, organizer, facilitator, host, chaired by, 会议主持, 主持人员, meeting owner, led by",
        ),
    )
    attendees: tuple[Person, ...] = field(
        default=(),
        metadata=spec(
            "参会人",
            "Attendees",
            "应到的人",
            "Those who take part",
            RECOMMENDED,
            synonyms="参会人员, 参加人员, 出席人员, 与会人员, 出席, 参会, 与会人, 参加人, 到会人员, participants, present, attended by, in attendance, 参加人员名单, 与会者, 出席人, 参会人员名单, 参与人, 参与人员, attendee list, who was there, who",
        ),
    )
    absent: tuple[Person, ...] = field(
        default=(),
        metadata=spec(
            "缺席人",
            "Absent",
            "应到未到的人",
            "Those who were missing",
            synonyms="缺席, 缺席人员, 请假, 请假人员, 未到, apologies, regrets, absentees",
        ),
    )
    agenda: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "议程",
            "Agenda",
            "按顺序写要谈的事",
            "The topics, in order",
            RECOMMENDED,
            synonyms="议题, 会议议题, 会议议程, 讨论议题, topics, agenda items, 会议主题与议程, 议题内容, topics covered",
        ),
    )
    decisions: tuple[Decision, ...] = field(
        default=(),
        metadata=spec(
            "决议",
            "Decisions",
            "会上定下的事",
            "What was settled",
            synonyms="会议决议, 决定, 会议决定, 结论, 会议结论, 决策, 达成一致, 决议事项, 表决, 议定事项, resolutions, outcomes, conclusions, decisions made, agreed, key decisions, 决议内容, 决策记录, 会议达成, 结论与决议, decision, decisions taken, what we agreed",
        ),
    )
    actions: tuple[Task, ...] = field(
        default=(),
        metadata=spec(
            "行动项",
            "Actions",
            "会后谁在何时前做什么",
            "Who does what by when",
            synonyms="待办, 待办事项, 后续行动, 行动计划, 任务分配, 会后任务, 任务安排, 跟进事项, 后续事项, action items, to-dos, follow-ups, tasks, todo, next steps, action points, 会后行动, 行动清单, 待办清单, 后续跟进, 后续工作, 后续安排, 会后待办, 任务清单, 任务分工, next actions, actions arising, follow-up actions, action list, tasks and owners",
        ),
    )
    minutes: DocumentRef | None = field(
        default=None, metadata=spec("会议纪要", "Minutes", "纪要存放在哪里", "Where the minutes are kept")
    )
    next_meeting: When | None = field(
        default=None,
        metadata=spec(
            "下次会议",
            "Next meeting",
            "下次开会的时间",
            "When it meets again",
            synonyms="下次会议时间, 下次会议安排, next call, 下次开会, 下次例会, next session, next sync",
        ),
    )


@record(kw_only=True)
class CommRecord(Record):
    """One conversation or message that others need to know about."""

    label: ClassVar[Text] = Text("沟通记录", "Record of a talk")
    main: ClassVar[str] = "subject"
    rest: ClassVar[str] = "content"

    subject: str = field(default="", metadata=spec("主题", "Subject", "谈的是什么事", "What it was about", REQUIRED))
    kind: CommKind | None = field(
        default=None, metadata=spec("事项", "Kind", "属于哪类沟通", "What sort of talk it was", RECOMMENDED, weight=3)
    )
    audience: Audience | None = field(
        default=None, metadata=spec("对象", "Audience", "和哪一方沟通", "With whom it was held", RECOMMENDED, weight=3)
    )
    on: When | None = field(
        default=None,
        metadata=spec("日期", "Day", "哪天沟通", "The day on which it was held", RECOMMENDED, in_starter=True),
    )
    participants: tuple[Person, ...] = field(
        default=(), metadata=spec("参与人", "Participants", "双方的人", "Both sides", RECOMMENDED, in_starter=True)
    )
    channel: str = field(
        default="", metadata=spec("渠道", "Channel", "当面、电话、邮件等", "In person, by phone, by mail …")
    )
    content: Prose = field(default="", metadata=spec("内容", "Content", "谈了什么要点", "The main points", REQUIRED))
    progress: Prose = field(
        default="", metadata=spec("进展", "Progress", "汇报的进度和完成情况", "What was reported as done")
    )
    problems: tuple[str, ...] = field(
        default=(), metadata=spec("问题", "Problems", "提出了哪些问题", "The problems that were raised")
    )
    solutions: tuple[str, ...] = field(
        default=(), metadata=spec("解决办法", "Solutions", "每个问题怎么办", "What is done about each problem")
    )
    questions: tuple[Question, ...] = field(
        default=(),
        metadata=spec("问答", "Questions", "问了什么、怎样答复", "What was asked, and what was answered"),
    )
    direction: Prose = field(
        default="", metadata=spec("领导意见", "Direction given", "上级的要求", "What the superior asks for")
    )
    decisions: tuple[Decision, ...] = field(
        default=(), metadata=spec("决定", "Decisions", "当场定下的事", "What was settled", in_starter=True)
    )
    next_steps: tuple[str, ...] = field(
        default=(), metadata=spec("后续安排", "Next steps", "接下来双方各做什么", "What each side does next")
    )
    tasks: tuple[Task, ...] = field(
        default=(),
        metadata=spec(
            "任务",
            "Tasks",
            "布置的任务，写明目标和期限",
            "Work that was assigned, with goal and due date",
            in_starter=True,
        ),
    )
    info_kind: SharedInfoKind | None = field(
        default=None,
        metadata=spec("信息类别", "Information", "共享的是哪类信息", "What sort of information was shared"),
    )
    confirmed: bool | None = field(
        default=None, metadata=spec("已确认", "Confirmed", "对方是否已确认", "Whether the other side has confirmed it")
    )
    outcome: Prose = field(default="", metadata=spec("结果", "Outcome", "最后达成了什么", "What came of it"))


@record(kw_only=True)
class Communication(Section):
    """How people communicate, and what was communicated."""

    label: ClassVar[Text] = Text("沟通与协作", "Communication and collaboration")
    hint: ClassVar[Text] = Text("渠道、会议、重要沟通和协作规则", "Channels, meetings, important talks and the rules")
    listed: ClassVar[str] = "log"
    synonyms: ClassVar[Text] = Text(
        "沟通, 沟通机制, 沟通记录, 协作, 沟通协作, 会议制度, 协作方式, 沟通方式, 沟通渠道, 沟通与汇报, 汇报机制, 信息沟通, 沟通情况, 会议内容, 讨论内容, 会议讨论, 讨论事项, 讨论要点, 讨论, 会议要点, 汇报与沟通, 沟通汇报, 群与沟通渠道, 工作群, 常用群, 钉钉群, 微信群, 群聊, 信息上报, 信息传递, 会议, 会议事项, 上次会议, 上次会议事项, 沟通群, 汇报关系, 汇报线, 汇报要求, 沟通纪律, 各部门汇报, 部门汇报, 历次沟通, 往来记录, 来访登记, 来访及施工登记, 会议与报告制度, 报告制度, 决策, 关键决策, 重要决策, 决策记录, 决策与理由, 会议决议, 决议, 组会, 会议信息, 会议基本信息, 会议概况, 会议核心背景, 开会, 例会, 例会制度, 开会安排, 会议安排, 讨论议题",
        "communication, communications, communication channels, channels, communication log, slack channels, ways of working, reporting lines, discussion, discussion points, key discussion points, discussion summary, discussion notes, meeting cadence, announcements, who we talk to, channels and groups, mailing lists, matters arising from the last meeting, reporting, reporting line, who i report to, 1:1s, escalation rules, what we talked about, decisions, key decisions, decision log, decisions made, decisions and rationale, meeting rules, meeting schedule, stand-ups, standups, meeting notes, communication rules, decisions needed, decisions to be made, decisions we need, new business, old business, discussions, general announcements, committee reports, apologies, minutes of previous meeting, minutes from previous meetings, staff meetings, team meetings, team procedures, correspondence, any other business, aob, meeting details, points discussed, topics discussed, items discussed, matters discussed, time and location, time and place",
    )
    stems: ClassVar[Text] = Text(
        "会议与报告, 会议制度, 例会, 决策, 决议, 组会, 开会",
        "meetings and, decision, cadence, meeting ground rule, meeting, any other business, standup, stand-up",
    )

    channels: tuple[Channel, ...] = field(
        default=(),
        metadata=spec(
            "渠道", "Channels", "用途、形式和频率", "Each with purpose, form and frequency", RECOMMENDED, weight=3
        ),
    )
    meetings: tuple[Meeting, ...] = field(
        default=(),
        metadata=spec(
            "会议",
            "Meetings",
            "例会和重要会议",
            "Regular and important meetings",
            RECOMMENDED,
            synonyms="例会, 会议安排, 会议记录, 定期会议, 固定会议, 会议情况, meeting schedule, 会议纪要, 会议决议, 决议, 议定事项, 行动决议, 会议议题, 会议议程, 周会, 晨会, 早会, agenda, attendees, minutes, meeting minutes, decisions, standups, stand-ups, one-to-ones, recurring meetings, regular meetings, meeting notes, meeting, 大会, 业主大会, 全体会议, 成员大会",
        ),
    )
    log: tuple[CommRecord, ...] = field(
        default=(),
        metadata=spec(
            "沟通记录",
            "Log",
            "需要留痕的重要沟通",
            "The talks that must be on record",
            RECOMMENDED,
            synonyms="对外沟通, 重要沟通, talks, conversations, correspondence",
        ),
    )
    mechanism: FeedbackMechanism | None = field(
        default=None,
        metadata=spec("反馈机制", "Feedback mechanism", "意见怎样提出和回复", "How views are given and answered"),
    )
    guidance: tuple[str, ...] = field(
        default=(), metadata=spec("沟通指引", "Guidance", "日常沟通怎么做", "How to go about everyday communication")
    )
    assignment_rules: tuple[str, ...] = field(
        default=(),
        metadata=spec("分配规则", "Assignment rules", "按什么把任务分给人", "By what work is given to people"),
    )
    coordination_rules: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "协作规则",
            "Coordination rules",
            "跨部门怎样配合、冲突怎样化解",
            "How departments cooperate and settle conflicts",
            RECOMMENDED,
        ),
    )
