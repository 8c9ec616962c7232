"""Performance: the indicators for people and strategies, and the consequences."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Period, Prose, Record, ReviewCycle, Section, record
from opshandover.model.data import Metric
from opshandover.model.feedback import FeedbackMechanism
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class RewardKind(Choice):
    """The kind of a reward."""

    BONUS = "bonus", "奖金", "Bonus"
    PROMOTION = "promotion", "晋升", "Promotion"
    PRAISE = "praise", "表扬", "Praise"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class Reward(Record):
    """A reward for good work, and its conditions."""

    label: ClassVar[Text] = Text("奖励", "Reward")
    main: ClassVar[str] = "kind"

    kind: RewardKind | None = field(
        default=None, metadata=spec("形式", "Kind", "奖金、晋升还是表扬", "Bonus, promotion or praise", REQUIRED)
    )
    criterion: str = field(
        default="",
        metadata=spec("条件", "Criterion", "达到什么标准可以获得", "What has to be reached to receive it", REQUIRED),
    )


@record(kw_only=True)
class Evaluation(Record):
    """An assessment of a person, a team or a strategy by its indicators."""

    label: ClassVar[Text] = Text("评估", "Evaluation")
    main: ClassVar[str] = "subject"
    rest: ClassVar[str] = "result"

    subject: str = field(
        default="", metadata=spec("评估对象", "Subject", "评估谁或哪项工作", "Who or which work is judged", REQUIRED)
    )
    metrics: tuple[Metric, ...] = field(
        default=(),
        metadata=spec(
            "考核指标",
            "Indicators",
            "用哪些指标衡量，目标值和实际值",
            "What it is measured by, with target and value",
            RECOMMENDED,
            weight=3,
        ),
    )
    period: Period | None = field(
        default=None,
        metadata=spec("考核期", "Period", "评估覆盖的起止日期", "From which day to which day it reaches", RECOMMENDED),
    )
    result: Prose = field(
        default="", metadata=spec("结果", "Result", "评估得出的结论", "What the evaluation came to", RECOMMENDED)
    )
    strengths: tuple[str, ...] = field(
        default=(),
        metadata=spec("优势", "Strengths", "做得好、值得保持的地方", "What went well and should stay as it is"),
    )
    weaknesses: tuple[str, ...] = field(
        default=(), metadata=spec("不足", "Weaknesses", "尚未达到要求的地方", "Where it falls short of what was asked")
    )
    feedback: Prose = field(
        default="",
        metadata=spec(
            "反馈意见", "Feedback", "已经告诉被评估人的意见", "What those who were judged have been told", RECOMMENDED
        ),
    )
    improvement_plan: Prose = field(
        default="",
        metadata=spec(
            "改进计划",
            "Improvement plan",
            "接下来做什么、何时见效",
            "What will be done about it, and by when",
            RECOMMENDED,
        ),
    )


@record(kw_only=True)
class Performance(Section):
    """How work is assessed, fed back and rewarded."""

    label: ClassVar[Text] = Text("绩效评估", "Performance")
    hint: ClassVar[Text] = Text(
        "用什么指标评估，结果怎样反馈和奖励", "By what work is judged, and how results are fed back and rewarded"
    )
    synonyms: ClassVar[Text] = Text(
        "绩效, 考核, 绩效考核, 考核办法, 奖惩, 考核与奖惩, 奖惩办法, 考核奖惩, 绩效管理, 监督与考核, 考核标准, 责任追究, 追责, 处罚, 奖励, 罚则, 奖励与处罚, 奖罚, 监督检查, 监督与检查, 检查与考核, 检查考核, 违规处理, 违纪处理, 处理办法, 评优, 违约责任, 考评办法, 考评, 奖惩规定, 奖与罚, 队员考核",
        "performance, appraisal, rewards, incentives, performance review, performance management, penalties, sanctions, rewards and penalties, enforcement, monitoring and review, bonus, evaluation, consequences, recognition",
    )
    stems: ClassVar[Text] = Text("考评, 奖惩", "apprais, how we reward")

    kpis: tuple[Metric, ...] = field(
        default=(),
        metadata=spec(
            "绩效指标",
            "KPIs",
            "与目标挂钩的关键指标及目标值",
            "The indicators that follow from the goals, with targets",
            REQUIRED,
        ),
    )
    evaluations: tuple[Evaluation, ...] = field(
        default=(),
        metadata=spec(
            "评估记录",
            "Evaluations",
            "逐项写明对象、指标和改进计划",
            "Each with subject, indicators and what to improve",
            RECOMMENDED,
            weight=3,
        ),
    )
    rewards: tuple[Reward, ...] = field(
        default=(),
        metadata=spec(
            "奖励办法", "Rewards", "奖励的形式和获得条件", "What there is to earn, and on what condition", RECOMMENDED
        ),
    )
    mechanism: FeedbackMechanism | None = field(
        default=None,
        metadata=spec(
            "反馈机制",
            "Feedback mechanism",
            "绩效意见怎样双向收集和跟踪",
            "How opinions on performance are heard from both sides",
        ),
    )
    review: ReviewCycle | None = field(
        default=None, metadata=spec("复查", "Review cycle", "多久评估一次绩效", "How often performance is judged")
    )
