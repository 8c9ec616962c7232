"""Questions that many rules ask: is a field filled, is a person named, is an item late."""

import re
from collections.abc import Iterator
from functools import lru_cache

from opshandover.document.people import plain_name, same_person, unnamed
from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import OpenItem, Record
from opshandover.rules.rule import Hit, Place, hit

__all__ = ["empty", "filled", "missing", "overdue", "same_person", "unnamed", "vague"]

_GROUPS = re.compile(
    r".*(?:团队|小组|班组|项目组|部门)(?:成员|全体|同事)?"
    r"|(?:相关|有关|其他|各位|全体|所有|对应|接手|后续|后台|当班|值班|下一班)?的?"
    r"(?:同事|同学|人员|人士|员工|成员|负责人|责任人|经办人|接手人)们?"
    r"|全体|大家|所有人|各部门|有人|某人|相关方|待指定|待安排|未定"
)
_GROUPS_EN = re.compile(
    r"(?:the |our |your |whole |entire |all |any |relevant |other |responsible )*"
    r"(?:teams?|groups?|departments?|staff|colleagues?|people|persons?|members?|parties|party)"
    r"|(?:[\w&-]+ ){1,4}(?:team|group|department)"
    r"|all|all of us|everyone|everybody|anyone|anybody|someone|somebody|whoever"
)


def missing(record: Record, *names: str, severity: Severity | None = None) -> Iterator[Hit]:
    """Yields a hit for each of these fields of a record that is empty."""
    for name in names:
        if empty(getattr(record, name)):
            yield hit(name, severity)


def filled(record: Record, *names: str) -> bool:
    """Says whether at least one of these fields says something; a field not known says nothing."""
    return any(not empty(getattr(record, name, None)) for name in names)


@lru_cache(maxsize=1024)
def vague(name: str) -> bool:
    """Says whether a name is that of a group or of nobody in particular, in either language."""
    plain = plain_name(name)
    return bool(_GROUPS.fullmatch(plain) or _GROUPS_EN.fullmatch(plain))


def overdue(item: OpenItem, at: Place) -> bool:
    """Says whether an open item was due before the document's own date."""
    if item.due is None or not item.open:
        return False
    return at.as_of is not None and item.due < at.as_of
