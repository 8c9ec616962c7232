"""Improvement: what needs improving, what is done about it, and the effect."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, ReviewCycle, Section, record
from opshandover.model.feedback import FeedbackMechanism, FeedbackSource
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class ImprovementMeans(Choice):
    """The means of an improvement."""

    AUTOMATION = "automation", "自动化", "Automation"
    REENGINEERING = "reengineering", "流程再造", "Process redesign"
    LEAN = "lean", "精益", "Lean"
    NEW_TOOL = "new_tool", "新技术工具", "New tool"
    DATA_SOFTWARE = "data_software", "数据软件", "Data software"
    OTHER = "other", "其他", "Other", "其它, others"


class ImprovementScope(Choice):
    """The subject of an improvement."""

    PROCESS = "process", "流程", "Process"
    WAY_OF_WORKING = "way_of_working", "工作方式", "Way of working"
    SERVICE = "service", "服务", "Service"
    PRODUCT = "product", "产品", "Product"
    STRATEGY = "strategy", "策略", "Strategy"


@record(kw_only=True)
class ImprovementItem(Record):
    """One improvement, from the finding to the assessed effect."""

    label: ClassVar[Text] = Text("改进项", "Improvement item")
    main: ClassVar[str] = "subject"
    rest: ClassVar[str] = "finding"

    subject: str = field(
        default="",
        metadata=spec(
            "改进对象", "Subject", "要改进的具体环节", "Which part of the work is to become better", REQUIRED
        ),
    )
    scope: ImprovementScope | None = field(
        default=None,
        metadata=spec("范围", "Scope", "流程、服务、产品还是策略", "Process, service, product or strategy"),
    )
    source: FeedbackSource | None = field(
        default=None, metadata=spec("来源", "Source", "问题从哪里反映上来", "Where the need for it was heard")
    )
    finding: Prose = field(
        default="",
        metadata=spec(
            "发现", "Finding", "瓶颈在哪里，有什么依据", "Where the bottleneck lies, and how that is known", REQUIRED
        ),
    )
    means: ImprovementMeans | None = field(
        default=None, metadata=spec("手段", "Means", "自动化、再造还是新工具", "Automation, redesign, a new tool …")
    )
    action: Prose = field(
        default="", metadata=spec("措施", "Action", "具体改什么、怎样改", "What is changed, and in which way", REQUIRED)
    )
    expected_effect: str = field(
        default="",
        metadata=spec(
            "预期效果",
            "Expected effect",
            "希望达到的改善，最好有数字",
            "What it should bring, best as a number",
            RECOMMENDED,
        ),
    )
    evaluation: Prose = field(
        default="",
        metadata=spec(
            "效果评估",
            "Effect evaluation",
            "怎样检验效果，结果如何",
            "How the effect is checked, and what came out",
            RECOMMENDED,
        ),
    )
    adjustment: Prose = field(
        default="",
        metadata=spec("后续调整", "Adjustment", "根据评估又改了什么", "What was changed again after the check"),
    )


@record(kw_only=True)
class Improvement(Section):
    """How the work is improved continuously."""

    label: ClassVar[Text] = Text("持续改进", "Continuous improvement")
    hint: ClassVar[Text] = Text(
        "发现了什么不足，怎样改，效果如何", "What was found wanting, what is done, and whether it helps"
    )
    synonyms: ClassVar[Text] = Text(
        "改进, 改进措施, 优化建议, 改进建议, 建议, 优化, 优化事项, 合理化建议, 改善建议, 意见建议, 意见与建议, 工作建议, 建议与优化, 后续建议, 改进计划, 优化方向, 优化项, 优化点, 可优化点, 改善, 未来优化, 如果重来, 不足, 不足之处",
        "improvements, suggestions, improvement, recommendations, ideas, improvement ideas, suggestions for improvement, process improvements, suggested improvements, possible improvements, feedback and suggestions, improvement suggestions, proposals for improvement, wish list, wishlist",
    )
    stems: ClassVar[Text] = Text(
        "建议, 改进, 不足",
        "suggestion, improve, recommendation",
    )

    items: tuple[ImprovementItem, ...] = field(
        default=(),
        metadata=spec(
            "改进项", "Improvement items", "逐项写明发现、措施和效果", "Each with finding, action and effect", REQUIRED
        ),
    )
    ideas: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "创新建议",
            "Ideas",
            "尚未立项的想法",
            "Proposals that nobody has taken up yet",
            RECOMMENDED,
            synonyms="想法, proposals",
        ),
    )
    mechanism: FeedbackMechanism | None = field(
        default=None,
        metadata=spec(
            "反馈机制", "Feedback mechanism", "改进建议怎样收集和答复", "How proposals are collected and answered"
        ),
    )
    review: ReviewCycle | None = field(
        default=None,
        metadata=spec("复查", "Review cycle", "多久检查一次改进情况", "How often it is checked what has become better"),
    )
