"""Rules about customers: what the receiver must know before talking to them."""

from opshandover.findings import Severity
from opshandover.model import Audience, Communication, Customer
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, rules_of


def _matters(customer: Customer, at: Context) -> bool:
    """Whether a customer must be known through and through: a key customer of someone who leaves for good."""
    return customer.key and at.profile.departure


def _known_enough(customer: Customer, at: Context) -> bool:
    """Whether enough is said of a customer who does not matter above all: one thing that helps in talking to them."""
    told = ("profile", "preferences", "communications", "feedback", "next_communications", "handling_advice")
    more = ("transactions", "open_issues", "special_requests", "cooperation_details")
    return not _matters(customer, at) and has_any(customer, *told, *more)


@presence_rule(
    "CUS001",
    "customer-incomplete",
    Severity.WARNING,
    on=Customer,
    asks=("profile", "preferences", "communications", "feedback", "next_communications"),
    unless={
        **dict.fromkeys(("preferences", "feedback", "next_communications"), _known_enough),
        "profile": lambda customer, at: not _matters(customer, at) and _known_enough(customer, at),
        "communications": lambda customer, at: _known_enough(customer, at) or talked_with(at, Audience.CUSTOMER),
    },
    thorough=True,
    message=("客户“{item}”没有写{field}", "the customer '{item}' has no {field}"),
    hint=(
        "写明基本情况、偏好、沟通记录、反馈和下次沟通",
        "give profile, preferences, communication records, feedback and the next communication",
    ),
)
def customer_incomplete(_customer: Customer, _at: Context) -> bool:
    """Nothing is said of a customer that helps in talking to them.

    Without profile, preferences, communication records, feedback and the next communication the customer has to
    explain everything again. All of them are asked of key customers in an offboarding handover; else one is enough.
    Communication records may also be in the section on communication.

    zh: 客户没有写基本情况、偏好、沟通记录、反馈和下次沟通。
    zh: 缺了这些，客户什么都要重讲一遍。离职交接里的重点客户要求写全，其他客户写一项即可。与客户的沟通记录也可以写在沟通与协作部分。

    Bad::
        customers: {items: [{name: 海棠酒店}]}
    Good::
        customers:
          items:
            - name: 海棠酒店
              profile: 2024 年起合作，连锁酒店 12 家
              preferences: [先发邮件再打电话]
              communications: [{subject: 确认交货日期, on: 2026-11-10}]
              feedback: [上一批的包装有破损]
              next_communications: [{title: 答复到货时间, due: 2026-11-12}]
    """
    return True


def talked_with(at: Context, audience: Audience) -> bool:
    """Whether the section on communication has a record with this audience."""
    section = at.document.communication
    return isinstance(section, Communication) and any(c.audience is audience for c in section.log)


@presence_rule(
    "CUS003",
    "customer-no-history",
    Severity.WARNING,
    on=Customer,
    asks=("transactions", "open_issues", "handling_advice"),
    unless={
        "transactions": lambda customer, _: not customer.key,
        "open_issues": lambda customer, at: not customer.key or at.document.issues is not None,
        "handling_advice": lambda customer, _: not customer.key,
    },
    traits=("departure",),
    thorough=True,
    message=("客户“{item}”没有写{field}", "the customer '{item}' has no {field}"),
    hint=(
        "写明以往的交易和没解决的问题（没有就在问题反馈部分声明）；重点客户写明该怎样对待",
        "give past transactions and open issues (if there are none, write `nothing` in the section on issues); "
        "for a key customer, how to treat them",
    ),
)
def customer_no_history(_customer: Customer, _at: Context) -> bool:
    """In an offboarding handover, a key customer has no past transactions, open issues or advice on how to treat them.

    Otherwise all of it leaves with the giver. A section
    on issues, or the statement that there are none, is enough for the open issues.

    zh: 离职交接里，重点客户没有写交易记录、遗留问题或维护建议。
    zh: 怎样对待重点客户，只在移交人心里，人走了就没有了。文档写了问题反馈部分，或声明没有问题，就算交代了遗留问题。

    Bad::
        customers: {items: [{name: 海棠酒店, key: true}]}
    Good::
        issues: {nothing: 逐家问过，没有遗留问题}
        customers:
          items:
            - name: 海棠酒店
              key: true
              transactions: [2026 年 6 月 200 套，5.2 万元，已结清]
              handling_advice: 报价前先确认库存，对方采购和财务要同时抄送
    """
    return True


RULES = rules_of(__name__)
