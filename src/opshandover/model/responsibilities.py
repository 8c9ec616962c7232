"""Responsibilities: the duties of a post, whoever holds it."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Prose, Record, Section, record
from opshandover.model.data import Metric
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class FunctionGroup(Choice):
    """The group of the department to which a post belongs."""

    MARKET_PROMOTION = "market_promotion", "市场推广组", "Market promotion"
    USER_OPERATIONS = "user_operations", "用户运营组", "User operations"
    DATA_ANALYSIS = "data_analysis", "数据分析组", "Data analysis"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class Responsibility(Record):
    """One duty of a post: its scope, and what is expected."""

    label: ClassVar[Text] = Text("岗位职责", "Responsibility")
    main: ClassVar[str] = "duty"
    rest: ClassVar[str] = "routine"

    post: str = field(
        default="",
        metadata=spec(
            "岗位",
            "Post",
            "如“内容运营”“财务”",
            "Such as “content editor” or “finance”",
            REQUIRED,
            synonyms="职位, 职务, 岗位名称, role, position",
        ),
    )
    holder: Person | None = field(
        default=None,
        metadata=spec(
            "任职人",
            "Holder",
            "目前由谁担任",
            "Who holds the post at present",
            synonyms="负责人, 人员, 责任人, owner, who",
        ),
    )
    group: FunctionGroup | None = field(
        default=None, metadata=spec("职能小组", "Group", "属于哪个小组", "The group that the post belongs to")
    )
    duty: str = field(
        default="",
        metadata=spec(
            "职责",
            "Duty",
            "负责什么，一条只写一项",
            "What the post answers for, one duty to an entry",
            REQUIRED,
            synonyms="工作内容, 内容, 工作, 职责内容, 主要职责, 事项, responsibility, duties, what",
        ),
    )
    tasks: tuple[str, ...] = field(
        default=(),
        metadata=spec("具体工作", "Tasks", "这项职责包含的日常事务", "The work that the duty consists of", RECOMMENDED),
    )
    scope: str = field(
        default="",
        metadata=spec(
            "职责范围", "Scope", "管到哪些产品、区域或对象", "The products, regions or people it covers", REQUIRED
        ),
    )
    boundary: str = field(
        default="", metadata=spec("职责边界", "Boundary", "哪些事不归本岗、归谁", "What is left to others, and to whom")
    )
    kpis: tuple[Metric, ...] = field(
        default=(), metadata=spec("关键指标", "KPIs", "衡量本岗的指标", "The figures by which the post is measured")
    )
    expected_result: Prose = field(
        default="",
        metadata=spec(
            "预期成果", "Expected result", "做好了会看到什么", "What there is to see when it is done well", RECOMMENDED
        ),
    )
    standard: Prose = field(
        default="", metadata=spec("工作标准", "Standard", "做到什么程度算合格", "How well it has to be done")
    )
    time_node: str = field(
        default="",
        metadata=spec(
            "时间节点",
            "Time node",
            "如“每月五日前”",
            "Such as “by the fifth of each month”",
            synonyms="时间, 频率, 时间要求, when, time, frequency",
        ),
    )
    routine: Prose = field(
        default="", metadata=spec("日常处理", "Routine work", "日常工作怎样进行", "How the everyday work is done")
    )
    special: Prose = field(
        default="", metadata=spec("专项处理", "Special work", "专项任务怎样安排", "How special tasks are dealt with")
    )
    emergency: Prose = field(
        default="",
        metadata=spec("应急处理", "Emergency work", "突发情况怎样应对", "What to do when something sudden happens"),
    )
    supports_goal: str = field(
        default="", metadata=spec("支撑目标", "Supports goal", "服务于哪个目标", "The goal that the duty serves")
    )


@record(kw_only=True)
class Responsibilities(Section):
    """The duties of each post, as far as they concern the handover or the charter."""

    label: ClassVar[Text] = Text("工作职责", "Responsibilities")
    hint: ClassVar[Text] = Text(
        "各岗位的职责、范围、指标和预期成果", "The duties of each post, their scope, figures and expected results"
    )
    synonyms: ClassVar[Text] = Text(
        "职责, 岗位职责, 主要职责, 职责范围, 职责分工, 岗位说明, 工作范围, 负责内容, 负责范围, 负责事项, 主要工作职责, 岗位工作职责, 分工, 负责的工作, 工作职能, 岗位工作内容, 岗位工作, 主要工作内容, 主要工作, 岗位内容, 岗位描述, 负责工作, 本职工作, 权利与义务, 权利和义务, 权利义务, 义务, 职责与权限, 岗位责任, 责任, 责任分工, 工作职责与范围, 职责权限, 负责的板块, 负责板块, 工作分配, 任务分配, 人员任务分配, 小组分工, 职权界定",
        "responsibilities, roles and responsibilities, duties, role, scope of work, job description, ownership, key responsibilities, areas of responsibility, main duties, what i own, role summary, rights and obligations, obligations, rights and duties, member duties, duties of members, accountability, who does what, roles, work division, division of work, division of labour, division of labor, task allocation, ownership of areas, process lead, rotation duties, ticket ownership",
    )
    stems: ClassVar[Text] = Text(
        "职责, 负责什么, 负责哪些, 管什么, 平时都干, 平时干什么, 平时做什么, 都干什么, 都做什么, 主要干什么, 分工, 任务分配, 工作分配",
        "responsib, duties, what i do, my job, what you own, look after, i own, in charge, my role, your role, the role, the job, we own, is ours",
    )

    items: tuple[Responsibility, ...] = field(
        default=(), metadata=spec("职责", "Responsibilities", "按岗位逐条列出", "Duty by duty, post by post", REQUIRED)
    )
