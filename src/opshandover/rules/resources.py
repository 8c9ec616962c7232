"""Rules about resources: their allocation, and what is done about a shortage."""

import re
from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Resource, ResourceKind, Resources, Systems
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_ENOUGH = re.compile(
    r"(?:目前|暂时?|现在)?(?:无|没有|不存在)(?:缺口|短缺|不足|问题)|不缺|够用|充足|足够"
    r"|no (?:shortfall|shortage|gap)s?|(?:nothing|none)(?: is)? missing|enough|sufficient",
    re.IGNORECASE,
)
_PEOPLE = (ResourceKind.PEOPLE,)
_BUDGET = (ResourceKind.BUDGET,)
_TOOLS = (ResourceKind.TOOL, ResourceKind.SOFTWARE, ResourceKind.EQUIPMENT)


def _allocated(resource: Resource) -> bool:
    return has_any(resource, "allocation", "usage", "amount")


def _is_short(resource: Resource) -> bool:
    """Whether a resource is not enough; a shortfall such as “none” does not count."""
    if resource.sufficient is not None:
        return not resource.sufficient
    return not empty(resource.shortfall) and not _ENOUGH.fullmatch(resource.shortfall.strip(" 。.,，"))


@rule(
    "RES001",
    "resources-incomplete",
    Severity.WARNING,
    on=Resources,
    joins="what",
    lacks=True,
    thorough=True,
    message=("资源状况没有写{what}", "the resources lack {what}"),
    hint=(
        "人力、预算、工具各写一项，写明现有多少；用不到的也写一句，例如“本班不涉及预算”",
        "give one entry each for people, budget and tools, with the amount; if one is not used, say so in its entry",
    ),
)
def resources_incomplete(resources: Resources, at: Context) -> Iterator[Hit]:
    """A resource has no current allocation, or a final handover leaves out a whole kind.

    The kinds are people, budget, and tools or software. A kind that is left out may be taken as absent, or as
    unlimited. The section on systems may replace the tools; kinds are checked only if every entry has one.

    zh: 资源没有写现有配置，或定稿的交接文档漏掉了人力、预算、工具软件中的一类。
    zh: 没有写的资源，有人当作没有，有人当作用不完。写了系统与账号的，可以不再列工具；每项都写了类别时才判断是否漏类。

    Bad::
        state: final
        resources: {items: [{name: 晚班客服, kind: people, allocation: 8 人}]}
    Good::
        state: final
        resources:
          items:
            - {name: 晚班客服, kind: people, allocation: 8 人}
            - {name: 小额补偿, kind: budget, allocation: 本月 20000 元，余 6840 元}
            - {name: 工单系统, kind: software, allocation: 8 个席位}
    """
    for i, resource in enumerate(resources.items):
        if not _allocated(resource) and not _is_short(resource):
            what = Text(f"第 {i + 1} 项的现有配置", f"the allocation of entry {i + 1}")
            yield hit(f"items[{i}].allocation", what=what)
    kinds = {resource.kind for resource in resources.items}
    if not (at.profile.handover and at.final) or not kinds or None in kinds:
        return
    if not kinds.intersection(_PEOPLE):
        yield hit("items", what=Text("人力", "people"))
    if not kinds.intersection(_BUDGET) and not any(r.amount for r in resources.items):
        yield hit("items", what=Text("资金预算", "a budget"))
    if not kinds.intersection(_TOOLS) and not isinstance(at.document.systems, Systems):
        yield hit("items", what=Text("工具或软件", "tools or software"))


@presence_rule(
    "RES002",
    "shortage-unsolved",
    Severity.ERROR,
    on=Resource,
    asks=(("allocation", "usage", "amount"), "shortfall", "how_to_obtain"),
    severities={"shortfall": Severity.WARNING},
    message=("资源“{item}”不足，但没有写{field}", "there is a shortage of '{item}', but no {field}"),
    hint=(
        "写明现有多少、还缺多少、向谁怎样申请",
        "say how much there is, how much is missing, and how to obtain it from whom",
    ),
)
def shortage_unsolved(resource: Resource, _at: Context) -> bool:
    """A resource is not enough, but has no current allocation, or does not say how to obtain more.

    The receiver needs both to request more. A missing shortfall is a warning.

    zh: 资源不足，却没有写现有配置，或没有写怎样获取。
    zh: 只写缺，接收人只能着急；写明现有多少、找谁申请，才能去办。没有写缺多少的为警告。

    Bad::
        resources: {items: [{name: 晚班客服, kind: people, shortfall: 缺 6 人}]}
    Good::
        resources:
          items:
            - name: 晚班客服
              kind: people
              allocation: 36 人
              shortfall: 缺 6 人
              how_to_obtain: 提前 30 分钟请外包主管赵倩加派，超过 4 人要经理批准
    """
    return _is_short(resource)


RULES = rules_of(__name__)
