"""Predicates that many rules share: is a field filled, is a person named, is an item overdue."""

import re
from collections.abc import Iterator
from functools import lru_cache

from opshandover.document.dates import is_before
from opshandover.document.people import plain_name, unnamed
from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import OpenItem, Person, Record
from opshandover.rules.rule import Context, Hit, hit

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
    """A hit for each of these fields of a record that is empty."""
    for name in names:
        if empty(getattr(record, name)):
            yield hit(name, severity)


def has_any(record: Record, *names: str) -> bool:
    """Whether at least one of these fields is filled; a class without the field counts as empty."""
    return any(not empty(getattr(record, name, None)) for name in names)


@lru_cache(maxsize=1024)
def is_generic(name: str) -> bool:
    """Whether a name stands for a group or for nobody in particular, in either language."""
    plain = plain_name(name)
    return bool(_GROUPS.fullmatch(plain) or _GROUPS_EN.fullmatch(plain))


def names_nobody(person: Person | None) -> bool:
    """Whether no single person is named: no entry, a placeholder, or a group."""
    return person is None or unnamed(person) or is_generic(person.name)


def overdue(item: OpenItem, at: Context) -> bool:
    """Whether an open item was due before the document's own date."""
    return item.open and item.due is not None and at.as_of is not None and is_before(item.due, at.as_of)
