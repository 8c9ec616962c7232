"""Quality standards: what good work is, and how that is checked."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Record, ReviewCycle, Section, record
from opshandover.model.data import Metric
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class QualityStandard(Record):
    """A measurable requirement on a piece of work."""

    label: ClassVar[Text] = Text("质量标准", "Quality standard")
    main: ClassVar[str] = "subject"
    rest: ClassVar[str] = "criterion"

    subject: str = field(
        default="",
        metadata=spec("对象", "Subject", "哪项工作或产出", "The work or the product that it is about", REQUIRED),
    )
    criterion: str = field(
        default="", metadata=spec("要求", "Criterion", "达到什么才算合格", "What must be met to pass", REQUIRED)
    )
    metric: Metric | None = field(
        default=None,
        metadata=spec(
            "指标",
            "Metric",
            "用哪个数字衡量，目标多少",
            "The number that is measured, and its target",
            RECOMMENDED,
            weight=3,
        ),
    )
    check_method: str = field(
        default="", metadata=spec("检查方式", "Check method", "谁用什么办法检查", "Who checks it, and how", REQUIRED)
    )
    feedback_method: str = field(
        default="",
        metadata=spec(
            "反馈方式",
            "Feedback method",
            "检查结果怎样告诉当事人",
            "How the result reaches those who did the work",
            RECOMMENDED,
        ),
    )
    review: ReviewCycle | None = field(
        default=None, metadata=spec("定期检查", "Review", "多久检查一次", "How often it is checked")
    )


@record(kw_only=True)
class QualityStandards(Section):
    """The standards that the work has to meet."""

    label: ClassVar[Text] = Text("质量标准", "Quality standards")
    hint: ClassVar[Text] = Text(
        "各项工作的合格要求、检查和反馈办法", "What each kind of work must meet, and how it is checked"
    )
    synonyms: ClassVar[Text] = Text(
        "标准, 质量要求, 服务标准, 验收标准, 工作标准, 服务水平, 质量控制, 质检, 质检标准, 服务规范, 作业标准, 检验标准, 5s, 6s, 服务要求, 考评标准, 服务等级, 时效要求, 响应时限, 时限要求, 准确率要求, 质量目标, 验收要求, 质量安全, 质量安全管理, 质量与安全, 安全质量, 质量安全管理要求, 质量安全要求, 质量管理要求, 验收, 测试计划, 测试用例, 提交规范, 交付标准, 代码规范, 编码规范, 开发规范, 命名规范",
        "standards, acceptance criteria, service levels, sla, slas, definition of done, quality control, quality checks, service standards, quality requirements, response times, quality bar, slo, slos, error budget, error budgets, turnaround times, testing strategy, test plan, coding standards, style guide, assessment rules, coding conventions, code style, quality, code quality, code management, work quality, quality of work, house style, naming conventions, conventions",
    )
    stems: ClassVar[Text] = Text(
        "时效, 时限, 准确率, 温湿度, 质量安全, 质量管理, 质检, 冰箱温度, 温度, 代码规范, 编码规范, 命名规范, 提交规范",
        "response time, turnaround, quality bar, QA, quality, coding standard, code style, naming convention, style guide",
    )

    items: tuple[QualityStandard, ...] = field(
        default=(), metadata=spec("标准", "Standards", "每项写一个可衡量的要求", "One measurable demand each", REQUIRED)
    )
