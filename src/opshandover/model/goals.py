"""Goals: what is to be reached, by when, and how it is measured."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Horizon, Prose, Record, ReviewCycle, Section, When, record
from opshandover.model.data import Metric
from opshandover.model.people import Person
from opshandover.model.tasks import Task
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class GoalKind(Choice):
    """What a goal is about."""

    SALES = "sales", "销售", "Sales"
    CUSTOMER_SERVICE = "customer_service", "客户服务", "Customer service"
    DELIVERY = "delivery", "交付标准", "Delivery"
    USER_ACTIVITY = "user_activity", "用户活跃", "User activity"
    STRATEGIC = "strategic", "战略", "Strategic"
    BUSINESS_EXPANSION = "business_expansion", "业务拓展", "Business expansion"
    PRODUCT_LAUNCH = "product_launch", "新品上线", "Product launch"
    PERFORMANCE = "performance", "绩效", "Performance"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class Goal(Record):
    """A goal, stated so that it can be verified."""

    label: ClassVar[Text] = Text("目标", "Goal")
    main: ClassVar[str] = "statement"
    rest: ClassVar[str] = "specific"

    statement: str = field(
        default="",
        metadata=spec("目标", "Statement", "一句话说清要达到什么", "What is to be reached, in one sentence", REQUIRED),
    )
    kind: GoalKind | None = field(
        default=None, metadata=spec("类别", "Kind", "销售、服务、战略等", "Sales, service, strategy …")
    )
    horizon: Horizon | None = field(
        default=None, metadata=spec("期限", "Horizon", "短期还是长期", "Short or long term", RECOMMENDED)
    )
    specific: Prose = field(
        default="",
        metadata=spec(
            "具体内容",
            "Specific",
            "做什么、由谁、在什么范围",
            "What exactly, by whom, within which limits",
            RECOMMENDED,
        ),
    )
    metric: Metric | None = field(
        default=None,
        metadata=spec("衡量指标", "Metric", "用哪个数值、达到多少", "The figure that tells, and its target", REQUIRED),
    )
    achievable: Prose = field(
        default="",
        metadata=spec("可行性", "Achievable", "凭什么认为做得到", "Why it is thought to be within reach", RECOMMENDED),
    )
    relevant: Prose = field(
        default="",
        metadata=spec("相关性", "Relevant", "与上级目标或战略的关系", "How it serves the strategy", RECOMMENDED),
    )
    due: When | None = field(
        default=None, metadata=spec("截止日期", "Due", "最迟哪天达到", "The day by which it is to be reached", REQUIRED)
    )
    path: tuple[str, ...] = field(
        default=(), metadata=spec("实现路径", "Path", "靠哪些策略或步骤达到", "The strategies or steps that lead there")
    )
    tasks: tuple[Task, ...] = field(
        default=(), metadata=spec("分解任务", "Tasks", "目标拆成哪些任务", "The tasks that the goal breaks down into")
    )
    owner: Person | None = field(
        default=None, metadata=spec("负责人", "Owner", "谁对结果负责", "Who answers for the outcome")
    )
    agreed_with: tuple[Person, ...] = field(
        default=(), metadata=spec("商定人", "Agreed with", "与哪些人讨论确定", "The people with whom it was settled")
    )
    review: ReviewCycle | None = field(
        default=None, metadata=spec("定期检查", "Review", "多久检查并调整一次", "How often it is checked and adjusted")
    )


@record(kw_only=True)
class Goals(Section):
    """What the work is to achieve, and the indicators for it."""

    label: ClassVar[Text] = Text("目标与指标", "Goals and indicators")
    hint: ClassVar[Text] = Text(
        "短期和长期目标，各有指标、期限和实现路径",
        "Goals for the short and the long term, each with a figure, a date and a path",
    )
    synonyms: ClassVar[Text] = Text(
        "目标, 工作目标, 年度目标, 阶段目标, okr, 业务目标, 总体目标, 任务目标, 核心目标, 目标与计划, 目标与方向, 本月目标, 本周目标, 年度任务, 重点目标, 业绩目标, 会议目标, 目标完成情况, 目标完成, okr 进展, 愿景, OKR, OKR 进度, OKR进度, 成功指标, 活动目标, 团队目标, 项目目标, 未来展望, 展望, 活动核心, 核心需求",
        "goals, objectives, okrs, okr, targets, aims, goals and objectives, objective, goal, mission, project goals, success criteria, targets for the month, sales targets, aims for the week, what good looks like, north star, okr progress, vision, vision statement, what success looks like, what success looks like this year, OKR progress, goals and deliverables, project objectives, success metrics",
    )
    stems: ClassVar[Text] = Text(
        "目标达成, 目标完成, OKR, 期待, 期望",
        "reached our goal, against our goal, OKR, objective, goals and",
    )

    items: tuple[Goal, ...] = field(
        default=(),
        metadata=spec("目标", "Goals", "逐条写明指标和截止日期", "Each goal with its figure and date", REQUIRED),
    )
    kpis: tuple[Metric, ...] = field(
        default=(),
        metadata=spec(
            "关键指标",
            "KPIs",
            "长期跟踪的指标和目标值",
            "The indicators that are followed, with targets",
            RECOMMENDED,
            synonyms="kpi, 考核指标, indicators",
        ),
    )
