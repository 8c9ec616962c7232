"""Rules about customers: what the receiver must know before talking to them."""

from opshandover.findings import Severity
from opshandover.model import Audience, Communication, Customer
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, rules_of


@presence_rule(
    "CUS001",
    "customer-incomplete",
    Severity.WARNING,
    on=Customer,
    asks=("profile", "preferences", "communications", "feedback", "next_communications"),
    unless={"communications": lambda _, at: talked_with(at, Audience.CUSTOMER)},
    message=("客户“{item}”没有写{field}", "the customer '{item}' has no {field}"),
    hint=(
        "写明基本情况、偏好、沟通记录、反馈和下次沟通",
        "give profile, preferences, communication records, feedback and the next communication",
    ),
)
def customer_incomplete(_customer: Customer, _at: Context) -> bool:
    """A customer lacks profile, preferences, communication records, feedback or the next communication.

    Without them the customer has to explain everything again. Communication records may also be in the section on
    communication.

    zh: 客户没有写基本情况、偏好、沟通记录、反馈或下次沟通。
    zh: 缺了这些，客户什么都要重讲一遍。与客户的沟通记录也可以写在沟通与协作部分。

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
        "open_issues": lambda _, at: at.document.issues is not None,
        "handling_advice": lambda customer, _: not customer.key,
    },
    traits=("departure",),
    message=("客户“{item}”没有写{field}", "the customer '{item}' has no {field}"),
    hint=(
        "写明以往的交易和没解决的问题（没有就在问题反馈部分声明）；重点客户写明该怎样对待",
        "give past transactions and open issues (if there are none, write `nothing` in the section on issues); "
        "for a key customer, how to treat them",
    ),
)
def customer_no_history(_customer: Customer, _at: Context) -> bool:
    """In an offboarding handover, a customer has no past transactions or no open issues.

    For a key customer, advice on how to treat them is required as well: otherwise it leaves with the giver. A section
    on issues, or the statement that there are none, is enough for the open issues.

    zh: 离职交接没有写客户的交易记录，或没有交代遗留问题；重点客户没有写维护建议。
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
