"""Customers: who they are, what they need, and what was promised to them."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, Section, record
from opshandover.model.communication import CommRecord
from opshandover.model.documents import DocumentRef
from opshandover.model.feedback import FeedbackMechanism
from opshandover.model.issues import Issue
from opshandover.model.people import Contact
from opshandover.model.tasks import Task
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class SpecialRequest(Record):
    """A special requirement of one customer."""

    label: ClassVar[Text] = Text("特殊要求", "Special request")
    main: ClassVar[str] = "request"

    request: str = field(
        default="", metadata=spec("要求", "Request", "客户具体要什么", "What exactly the customer wants", REQUIRED)
    )
    background: Prose = field(default="", metadata=spec("背景", "Background", "为什么提出", "Why it came up", REQUIRED))
    status: str = field(
        default="", metadata=spec("处理状态", "Handling state", "办到哪一步了", "How far it has been met", REQUIRED)
    )


@record(kw_only=True)
class Customer(Record):
    """A customer known by name."""

    label: ClassVar[Text] = Text("客户", "Customer")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "profile"

    name: str = field(
        default="",
        metadata=spec(
            "名称",
            "Name",
            "客户全称",
            "The full name",
            REQUIRED,
            synonyms="客户名称, 客户, 公司名称, 客户名, client, customer, company, account",
        ),
    )
    key: bool = field(
        default=False, metadata=spec("重点客户", "Key customer", "需要优先维护的客户", "To be looked after first")
    )
    contact: Contact | None = field(
        default=None,
        metadata=spec(
            "联系人",
            "Contact",
            "客户方由谁对接",
            "Whom to talk to on their side",
            REQUIRED,
            synonyms="对接人, 客户联系人, contact person",
        ),
    )
    profile: Prose = field(
        default="",
        metadata=spec(
            "基本情况",
            "Profile",
            "行业、规模、合作多久",
            "Line of business, size, how long a customer",
            RECOMMENDED,
            synonyms="情况, 备注, 说明, 客户情况, 现状, notes, remarks, status, background",
        ),
    )
    needs: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "需求",
            "Needs",
            "客户明确提出的需求",
            "What the customer asks for",
            RECOMMENDED,
            weight=3,
            synonyms="客户需求, requirements",
        ),
    )
    potential_needs: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "潜在需求", "Potential needs", "客户还没提出、但可能需要的", "What may be needed though not asked for"
        ),
    )
    preferences: tuple[str, ...] = field(
        default=(),
        metadata=spec(
            "偏好", "Preferences", "沟通和服务上的习惯", "How they like to be addressed and served", RECOMMENDED
        ),
    )
    transactions: tuple[str, ...] = field(
        default=(), metadata=spec("交易记录", "Transactions", "以往订单、金额和日期", "Past orders, with sum and date")
    )
    cooperation_details: Prose = field(
        default="",
        metadata=spec("合作细节", "Cooperation", "价格、账期等约定的细节", "Prices, terms and other details"),
    )
    agreements: tuple[DocumentRef, ...] = field(
        default=(), metadata=spec("合同协议", "Agreements", "有效的合同和协议", "The contracts in force")
    )
    communications: tuple[CommRecord, ...] = field(
        default=(), metadata=spec("沟通记录", "Talks", "最近的重要沟通", "The important talks of late", RECOMMENDED)
    )
    feedback: tuple[str, ...] = field(
        default=(),
        metadata=spec("反馈", "Feedback", "客户的评价和意见", "What the customer says about us", RECOMMENDED),
    )
    open_issues: tuple[Issue, ...] = field(
        default=(), metadata=spec("遗留问题", "Open issues", "还没有解决的问题", "What has not been solved yet")
    )
    special_requests: tuple[SpecialRequest, ...] = field(
        default=(),
        metadata=spec("特殊要求", "Special requests", "与其他客户不同的要求", "What is different from other customers"),
    )
    handling_advice: Prose = field(
        default="",
        metadata=spec(
            "维护建议", "Handling advice", "接收人该怎样对待这位客户", "How the receiver should treat this customer"
        ),
    )
    next_communications: tuple[Task, ...] = field(
        default=(),
        metadata=spec(
            "下次沟通",
            "Next talks",
            "下次何时、谈什么、由谁联系",
            "When to talk next, on what, and who calls",
            RECOMMENDED,
            synonyms="下次跟进, 后续跟进, next contact, next call",
        ),
    )


@record(kw_only=True)
class Customers(Section):
    """The customers that are handed over or served."""

    label: ClassVar[Text] = Text("客户", "Customers")
    hint: ClassVar[Text] = Text(
        "客户的需求、偏好、往来和遗留问题", "What customers need and like, and what is still open"
    )
    synonyms: ClassVar[Text] = Text(
        "客户情况, 客户信息, 客户清单, 重点客户, 客户跟进, 客户资料, 客户列表, 客户交接, 客户关系, 大客户, 客人, 重点客人, 特殊客人, vip, vip客人, vip客户, 住客, 宾客, 病人, 患者, 重点病人, 重点患者, 危重病人, 危重患者, 会员, 玩家, 学员, 业主, 商家, 大客户跟进, 重点会员, 客户跟踪, 病员, 大客户清单, 客户名单, 会员跟进, 旅客, 乘客, 用户反馈, 客户反馈, 新入院, 入院, 新入院与转入, 转入, 出入院, 出院, 面向对象, 服务对象, 目标人群, 客户群体, 用户群体",
        "clients, key accounts, key customers, client list, customer accounts, client accounts, customer list, customers, guests, vip guests, vips, patients, patients of concern, residents, tenants, members of note, clients and contacts, account list, guest issues, portfolio, customer portfolio, client portfolio, key clients, top accounts, passengers, passengers needing assistance, visitors, user feedback, customer feedback, admissions and transfers",
    )
    stems: ClassVar[Text] = Text(
        "客人, 来宾, 家长, 对外服务",
        "guests",
    )

    items: tuple[Customer, ...] = field(
        default=(),
        metadata=spec("客户", "Customers", "逐个客户写明联系人和需求", "Each with contact and needs", REQUIRED),
    )
    mechanism: FeedbackMechanism | None = field(
        default=None,
        metadata=spec(
            "反馈机制", "Feedback mechanism", "客户意见由谁按什么流程处理", "Who deals with what customers say, and how"
        ),
    )
