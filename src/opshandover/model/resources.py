"""Resources: what the work can draw on, what is missing, and how to get it."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Money, Prose, Record, ReviewCycle, Section, record
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class ResourceKind(Choice):
    """The kind of a resource."""

    PEOPLE = "people", "人力", "People"
    BUDGET = "budget", "资金预算", "Budget"
    TOOL = "tool", "工具", "Tool"
    SOFTWARE = "software", "软件", "Software"
    EQUIPMENT = "equipment", "设备", "Equipment"
    CHANNEL = "channel", "渠道", "Channel"
    TECHNICAL_SUPPORT = "technical_support", "技术支持", "Technical support"
    EMERGENCY = "emergency", "应急资源", "Emergency resource"


class ChannelKind(Choice):
    """The kind of a promotion channel."""

    SOCIAL_MEDIA = "social_media", "社交媒体", "Social media"
    ADVERTISING = "advertising", "广告", "Advertising"
    OTHER = "other", "其他", "Other", "其它, others"


@record(kw_only=True)
class Resource(Record):
    """Something that the work needs: people, money, tools, channels."""

    label: ClassVar[Text] = Text("资源", "Resource")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "usage"

    name: str = field(
        default="",
        metadata=spec("名称", "Name", "如“第三季度推广预算”", "Such as “advertising budget, third quarter”", REQUIRED),
    )
    kind: ResourceKind | None = field(
        default=None,
        metadata=spec(
            "类别", "Kind", "人力、预算、工具还是渠道", "People, budget, tool, channel …", RECOMMENDED, weight=3
        ),
    )
    channel_kind: ChannelKind | None = field(
        default=None,
        metadata=spec(
            "渠道类别", "Channel kind", "资源是推广渠道时填写", "Only where the resource is a channel for promotion"
        ),
    )
    allocation: str = field(
        default="",
        metadata=spec(
            "现有配置", "Allocation", "目前有多少、分给谁用", "How much there is now and who has it", RECOMMENDED
        ),
    )
    usage: Prose = field(
        default="",
        metadata=spec("使用情况", "Usage", "用了多少、效果如何", "How much has been used and to what effect"),
    )
    sufficient: bool | None = field(
        default=None,
        metadata=spec(
            "是否充足", "Sufficient", "够不够完成现有工作", "Whether it is enough for the work at hand", RECOMMENDED
        ),
    )
    shortfall: str = field(
        default="", metadata=spec("缺口", "Shortfall", "还缺什么、缺多少", "What is missing and how much of it")
    )
    how_to_obtain: Prose = field(
        default="",
        metadata=spec("获取方式", "How to obtain", "向谁申请、走什么流程", "Whom to ask and by which procedure"),
    )
    amount: Money | None = field(
        default=None, metadata=spec("金额", "Amount", "预算或费用的数额", "The sum, for a budget or a cost")
    )
    owner: Person | None = field(
        default=None, metadata=spec("负责人", "Owner", "由谁管理和分配", "Who manages and assigns it")
    )


@record(kw_only=True)
class Resources(Section):
    """The people, money and tools available, and what is missing."""

    label: ClassVar[Text] = Text("资源状况", "Resources")
    hint: ClassVar[Text] = Text(
        "人力、预算、工具的现状和缺口，以及怎样补足",
        "People, budget and tools as they are, what is missing and how to get it",
    )
    synonyms: ClassVar[Text] = Text(
        "资源, 资源情况, 预算, 人力, 人力资源, 资源需求, 所需资源, 资源清单, 经费, 预算情况, 资源支持, 所需支持, 费用, 费用情况, 资金, 资金情况, 经费管理, 财务, 财务管理, 成本, 需要支持, 支持需求, 需要的支持, 协助事项, 需协助, 经费来源, 人力需求, 应付款, 应收款, 款项, 账款, 付款, 报销, 借款, 采购, 采购申请, 请购, 帮助, 需要帮助, 求助, 支援, 应收应付, 应收, 应付, 欠款, 赊账, 往来款, 预算执行, 付款计划, 需要协助, 收费, 活动场地, 场地, 会费",
        "budget, resources needed, capacity, headcount, required resources, support needed, resource allocation, budget and resources, financials, budget status, funding, finances, finance, costs, expenses, help needed, support required, asks, needs, invoices, payments, payments due, purchase orders, spending, money, help, help wanted, receivables, payables, spend, pos, where the money comes from, support i need, what i need, treasurer's report, financial report, billing, travel, fees, dues, membership fees",
    )
    stems: ClassVar[Text] = Text(
        "缺药, 缺货, 缺料, 耗材, 快没了, 快用完, 试剂, 会费, 费用, 经费, 预算",
        "consumables, running low, supplies, restock, fee, fees, budget, dues",
    )

    items: tuple[Resource, ...] = field(
        default=(),
        metadata=spec(
            "资源", "Resources", "人力、预算、工具各写一项", "One entry each for people, budget and tools", REQUIRED
        ),
    )
    review: ReviewCycle | None = field(
        default=None,
        metadata=spec("定期检查", "Review", "多久盘点一次资源", "How often the resources are counted again"),
    )
