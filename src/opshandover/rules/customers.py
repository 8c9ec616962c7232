"""Rules about customers: what the next person has to know before they call."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import Audience, Communication, Customer, SpecialRequest
from opshandover.rules.predicates import missing
from opshandover.rules.rule import Hit, Place, rule
from opshandover.text import Text


@rule(
    "CUS001",
    "customer-incomplete",
    Severity.ERROR,
    on=Customer,
    message=Text("客户“{item}”没有写{field}", "the customer '{item}' has no {field}"),
    hint=Text(
        "写明联系人和需求，再补基本情况、偏好、沟通记录、反馈和下次沟通",
        "give contact and needs, then profile, preferences, talks, feedback and the next talk",
    ),
)
def customer_incomplete(customer: Customer, at: Place) -> Iterator[Hit]:
    """A customer comes without contact or needs, or without what makes the next talk go well.

    The first two are errors. Warnings: the basic facts, preferences, the last talks, feedback, and
    when to talk next. Talks with customers may also stand in the section on communication.

    zh: 客户没有写联系人或需求（错误），或没有写基本情况、偏好、沟通记录、反馈、下次沟通（警告）。
    zh: 换了人，客户最怕什么都要重讲一遍。与客户的沟通记录也可以写在沟通与协作部分。

    Bad::

        customers:
          items:
            - name: 海棠酒店

    Good::

        customers:
          items:
            - name: 海棠酒店
              contact: {person: {name: 方雅, phone: 010-5550-0134}, relationship: 团购订单}
              profile: 2024 年起合作，连锁酒店 12 家
              needs: [300 套四件套 11 月 18 日前送到]
              preferences: [先发邮件再打电话]
              communications: [{subject: 确认交货日期, on: 2026-11-10}]
              feedback: [上一批的包装有破损]
              next_communications: [{title: 答复到货时间, due: 2026-11-12}]
    """
    yield from missing(customer, "contact", "needs")
    yield from missing(customer, "profile", "preferences", severity=Severity.WARNING)
    if not talked_with(at, Audience.CUSTOMER):
        yield from missing(customer, "communications", severity=Severity.WARNING)
    yield from missing(customer, "feedback", "next_communications", severity=Severity.WARNING)


def talked_with(at: Place, audience: Audience) -> bool:
    """Says whether the section on communication records talks with customers, or with partners."""
    section = at.document.communication
    return isinstance(section, Communication) and any(c.audience is audience for c in section.log)


@rule(
    "CUS002",
    "special-request-incomplete",
    Severity.ERROR,
    on=SpecialRequest,
    message=Text("特殊要求“{item}”没有写{field}", "the special request '{item}' has no {field}"),
    hint=Text("写明为什么提出、现在办到哪一步", "say why it came up, and how far it has been met by now"),
)
def special_request_incomplete(request: SpecialRequest, _at: Place) -> Iterator[Hit]:
    """A special request of a customer has no background, or nothing says how far it has been met.

    Without the reason it looks like a whim and is dropped; without the state it is promised twice.

    zh: 客户的特殊要求没有写背景，或没有写处理状态。
    zh: 不知道缘由，容易当成随口一说；不知道办到哪一步，容易重复承诺。

    Bad::

        customers:
          items:
            - name: 海棠酒店
              special_requests: [{request: 每件单独开票}]

    Good::

        customers:
          items:
            - name: 海棠酒店
              special_requests:
                - request: 每件单独开票
                  background: 12 家门店各自入账
                  status: 财务已同意，12 月起执行
    """
    yield from missing(request, "request", "background", "status")


@rule(
    "CUS003",
    "customer-no-history",
    Severity.WARNING,
    on=Customer,
    profiles=("offboarding",),
    message=Text("客户“{item}”没有写{field}", "the customer '{item}' has no {field}"),
    hint=Text(
        "写明以往的交易和没解决的问题（没有就在问题反馈部分声明）；重点客户写明该怎样对待",
        "give past orders and what is still unsolved (if nothing is, declare that in the section "
        "on issues); for a key customer, how to treat them",
    ),
)
def customer_no_history(customer: Customer, at: Place) -> Iterator[Hit]:
    """An offboarding handover tells no past orders of a customer, or not what is still unsolved.

    For a key customer it also has to say how the receiver should treat them; that is what leaves
    with the giver. A document that has a section on issues, or declares that there are none, has
    answered the question of what is unsolved.

    zh: 离职交接没有写客户的交易记录，或没有交代遗留问题；重点客户没有写维护建议。
    zh: 怎样对待重点客户，只在移交人心里，人走了就没有了。文档写了问题反馈部分，或声明没有问题，就算交代了遗留问题。

    Bad::

        customers:
          items:
            - {name: 海棠酒店, key: true}

    Good::

        issues: {nothing: 逐家问过，没有遗留问题}
        customers:
          items:
            - name: 海棠酒店
              key: true
              transactions: [2026 年 6 月 200 套，5.2 万元，已结清]
              handling_advice: 报价前先确认库存，对方采购和财务要同时抄送
    """
    yield from missing(customer, "transactions")
    if at.document.issues is None:
        yield from missing(customer, "open_issues")
    if customer.key:
        yield from missing(customer, "handling_advice")


RULES = (customer_incomplete, special_request_incomplete, customer_no_history)
