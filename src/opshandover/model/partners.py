"""Partners: who they are, the terms of cooperation, and how it is going."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Money, Period, Prose, Record, Section, record
from opshandover.model.communication import CommRecord
from opshandover.model.documents import DocumentRef
from opshandover.model.issues import Issue
from opshandover.model.people import Contact
from opshandover.model.resources import Resource
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class PartnershipKind(Choice):
    """The kind of cooperation."""

    PROJECT = "project", "项目", "Project"
    CAMPAIGN = "campaign", "活动策划", "Campaign planning"
    OTHER = "other", "其他", "Other", "其它, others"


class PartnershipStatus(Choice):
    """The status of the cooperation."""

    ESTABLISHED = "established", "已建立", "Established", "合作中, 已合作, 已签约, active, signed"
    NEGOTIATING = "negotiating", "洽谈中", "Being negotiated", "谈判中, 接洽中, in talks", "未签约, pending"


@record(kw_only=True)
class Partner(Record):
    """A partner company, or a partner team in the organisation."""

    label: ClassVar[Text] = Text("合作方", "Partner")
    main: ClassVar[str] = "name"

    name: str = field(default="", metadata=spec("名称", "Name", "合作方全称", "The full name", REQUIRED))
    internal: bool = field(
        default=False,
        metadata=spec("内部合作", "Internal", "对方是公司内其他团队", "The partner is another team of the company"),
    )
    contact: Contact | None = field(
        default=None, metadata=spec("联系人", "Contact", "对方由谁对接", "Whom to talk to on their side", REQUIRED)
    )
    kind: PartnershipKind | None = field(
        default=None, metadata=spec("合作事项", "Kind", "合作的是项目还是活动", "A project, a campaign …", RECOMMENDED)
    )
    status: PartnershipStatus | None = field(
        default=None,
        metadata=spec("合作状态", "Status", "已经建立还是在谈", "Established, or still being negotiated", REQUIRED),
    )
    content: Prose = field(
        default="", metadata=spec("合作内容", "Substance", "双方各做什么", "What each side contributes", RECOMMENDED)
    )
    mode: str = field(
        default="", metadata=spec("合作方式", "Mode", "联合推广、代理、采购等", "Joint promotion, agency, purchase …")
    )
    period: Period | None = field(
        default=None, metadata=spec("合作时间", "Duration", "从哪天到哪天", "From which day to which")
    )
    cost: Money | None = field(
        default=None, metadata=spec("费用", "Cost", "我方承担的金额", "The sum that our side bears")
    )
    progress: Prose = field(
        default="", metadata=spec("进展", "Progress", "合作做到哪一步", "How far the joint work has come", RECOMMENDED)
    )
    joint_schedule: Prose = field(
        default="",
        metadata=spec("双方安排", "Joint schedule", "双方约定的时间安排", "The dates that both sides agreed on"),
    )
    shared_resources: tuple[Resource, ...] = field(
        default=(),
        metadata=spec(
            "共享资源", "Shared resources", "双方共用的人手、渠道和设备", "People, channels and equipment used by both"
        ),
    )
    agreements: tuple[DocumentRef, ...] = field(
        default=(),
        metadata=spec(
            "合同协议", "Agreements", "合同或备忘录在哪里", "Where the contract or memorandum is kept", RECOMMENDED
        ),
    )
    communications: tuple[CommRecord, ...] = field(
        default=(), metadata=spec("沟通记录", "Talks", "最近的重要沟通", "The important talks of late", RECOMMENDED)
    )
    important_items: tuple[str, ...] = field(
        default=(), metadata=spec("重要事项", "Important matters", "接收人必须知道的事", "What the receiver must know")
    )
    issues: tuple[Issue, ...] = field(
        default=(),
        metadata=spec("问题", "Issues", "合作中还没解决的问题", "What has not been solved between both sides"),
    )


@record(kw_only=True)
class Partners(Section):
    """The partners outside and inside the organisation."""

    label: ClassVar[Text] = Text("合作关系", "Partners")
    hint: ClassVar[Text] = Text(
        "合作方、合作内容、协议和进展", "The partners, what is done together, terms and progress"
    )
    synonyms: ClassVar[Text] = Text(
        "合作方, 供应商, 合作伙伴, 供应商信息, 外部合作, 第三方, 外包, 渠道商, 外部供应商, 厂商, 服务商, 合作单位, 合作商, 承运商, 外协, 供货商, 厂家, 渠道, 合作渠道, 物流商, 快递公司, 外包商, 供应商情况, 达人, 供货的, 供货商家, 分包单位, 分包单位动态, 分包",
        "partners, suppliers, vendors, third parties, vendor contacts, external partners, contractors, providers, carriers, agencies, suppliers and vendors, distributors, external suppliers, affiliation, affiliations, advisor, advisors, supplies and suppliers",
    )
    stems: ClassVar[Text] = Text("供货, 供应商", "supplier, vendor")

    items: tuple[Partner, ...] = field(
        default=(),
        metadata=spec(
            "合作方", "Partners", "逐个写明联系人、协议和进展", "Each with contact, agreement and progress", REQUIRED
        ),
    )
