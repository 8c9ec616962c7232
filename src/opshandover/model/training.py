"""Training: what is taught to whom, how, and with what result."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, ReviewCycle, Section, When, record
from opshandover.model.documents import DocumentRef
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class TrainingTopic(Choice):
    """What a training is about."""

    WORKFLOW = "workflow", "工作流程", "Workflow"
    TOOLS = "tools", "工具", "Tools"
    TEAM_CULTURE = "team_culture", "团队文化", "Team culture"
    OPERATING_NORMS = "operating_norms", "操作规范", "Operating rules"
    BEST_PRACTICE = "best_practice", "最佳实践", "Best practice"
    RISK_STRATEGY = "risk_strategy", "风险策略", "Handling of risks"
    EXPERIENCE = "experience", "经验", "Experience"
    SKILLS = "skills", "技能", "Skills"
    BUSINESS_PROCESS = "business_process", "业务流程", "Business process"
    SYSTEM_OPERATION = "system_operation", "系统操作", "System operation"
    WORK_FOCUS = "work_focus", "工作重点", "Focus of work"
    TEAM_MEMBERS = "team_members", "团队成员", "Team members"
    BUSINESS_KNOWLEDGE = "business_knowledge", "业务知识", "Business knowledge"
    SERVICE_STANDARD = "service_standard", "服务标准", "Service standard"
    OTHER = "other", "其他", "Other", "其它, others"


class TrainingKind(Choice):
    """What a training is for."""

    HANDOVER = "handover", "交接", "Handover"
    ONBOARDING = "onboarding", "入职", "Onboarding"
    SKILLS = "skills", "技能提升", "Better skills"
    LEADERSHIP = "leadership", "领导力", "Leadership"
    EMERGENCY = "emergency", "应急", "Emergency drill"
    CAREER = "career", "职业发展", "Career"
    EXTERNAL = "external", "外部", "External course"
    INDUSTRY_EXCHANGE = "industry_exchange", "行业交流", "Exchange within the industry"
    SELF_STUDY = "self_study", "自学", "Self-study"
    KNOWLEDGE_SHARING = "knowledge_sharing", "内部分享", "Internal sharing"


class TrainingMode(Choice):
    """The form of a training."""

    SESSION = "session", "培训会", "Training session"
    CLASSROOM = "classroom", "课堂", "Classroom"
    ONLINE_COURSE = "online_course", "在线课程", "Online course"
    HANDS_ON = "hands_on", "实操", "Hands-on practice"
    CONFERENCE = "conference", "行业会议", "Conference"
    READING = "reading", "阅读", "Reading"
    SHARING = "sharing", "交流", "Exchange of experience"


@record(kw_only=True)
class TrainingSession(Record):
    """One training, planned or held."""

    label: ClassVar[Text] = Text("培训安排", "Training session")

    topics: tuple[TrainingTopic, ...] = field(
        default=(),
        metadata=spec("主题", "Topics", "讲哪些内容，可多选", "What is taught; several may be named", REQUIRED),
    )
    kind: TrainingKind | None = field(
        default=None,
        metadata=spec(
            "类别",
            "Kind",
            "为交接、入职还是提升技能",
            "For a handover, for newcomers, for better skills …",
            RECOMMENDED,
            weight=3,
        ),
    )
    modes: tuple[TrainingMode, ...] = field(
        default=(),
        metadata=spec("方式", "Modes", "培训会、实操或在线课程等", "Session, practice, online course …", RECOMMENDED),
    )
    scheduled_on: When | None = field(
        default=None,
        metadata=spec(
            "安排日期",
            "Scheduled on",
            "哪天进行，交接培训应在生效前",
            "The day it is held; before the handover takes effect",
            RECOMMENDED,
        ),
    )
    trainer: Person | None = field(default=None, metadata=spec("培训人", "Trainer", "由谁来讲或带教", "Who teaches"))
    trainees: tuple[Person, ...] = field(
        default=(), metadata=spec("参加人", "Trainees", "谁需要参加", "Who has to take part", RECOMMENDED)
    )
    materials: tuple[DocumentRef, ...] = field(
        default=(),
        metadata=spec("培训资料", "Materials", "用到的手册、课件或视频", "Manuals, slides or videos that are used"),
    )
    done: bool = field(default=False, metadata=spec("已完成", "Done", "培训已经进行完", "The training has been held"))


@record(kw_only=True)
class Training(Section):
    """What people still have to learn, and how knowledge is passed on."""

    label: ClassVar[Text] = Text("培训与知识传承", "Training and knowledge transfer")
    hint: ClassVar[Text] = Text(
        "给谁安排哪些培训，知识怎样传下去", "Who is trained in what, and how knowledge is passed on"
    )
    synonyms: ClassVar[Text] = Text(
        "培训, 培训计划, 知识转移, 知识传承, 带教, 培训安排, 培训记录, 学习资料, 培训情况, 新人培训, 新员工培训, 带新人, 新人带教, 学习, 学习计划, 需要学习, 上手指南, 新人上手, 资质, 资质要求, 持证, 前置知识, 学习路线, 学习资源, 基础知识, 知识储备",
        "training, knowledge transfer, onboarding, training plan, training needs, kt sessions, kt, learning, shadowing, new starters, new joiners, learning materials, training completed, certification, certifications, reading list, qualifications, learning resources, background reading, background knowledge, prior knowledge",
    )
    stems: ClassVar[Text] = Text(
        "培训, 带教, 自学, 入门学习",
        "training, onboarding, coaching, shadowing, learn",
    )

    sessions: tuple[TrainingSession, ...] = field(
        default=(),
        metadata=spec(
            "培训安排", "Sessions", "逐场写明主题、日期和参加人", "Each with topics, date and trainees", REQUIRED
        ),
    )
    career_paths: tuple[str, ...] = field(
        default=(), metadata=spec("职业路径", "Career paths", "各岗位可以往哪里发展", "Where each post can lead to")
    )
    promotion: Prose = field(
        default="",
        metadata=spec(
            "晋升办法", "Promotion", "晋升的条件和程序", "The conditions of a promotion and how it is decided"
        ),
    )
    review: ReviewCycle | None = field(
        default=None,
        metadata=spec(
            "复查", "Review cycle", "多久检查一次培训需求和效果", "How often needs and results of training are checked"
        ),
    )
