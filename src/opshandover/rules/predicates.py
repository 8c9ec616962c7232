"""Predicates that many rules share: is a field filled, is a person named, is an item overdue."""

import re
from collections.abc import Iterator
from functools import lru_cache

from opshandover.document.dates import is_before
from opshandover.document.people import plain_name
from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import OpenItem, Person, Record
from opshandover.placeholders import says_nothing
from opshandover.rules.rule import Context, Hit, hit

_GROUPS = re.compile(
    r".*(?:团队|小组|班组|项目组|部门)(?:成员|全体|同事)?"
    r"|(?:大夜|小夜|[早中晚夜白下本当值]|下一)班"
    r"|(?:相关|有关|其他|各位|全体|所有|对应|接手|后续|后台|当班|值班|下一班)?的?"
    r"(?:同事|同学|人员|人士|员工|成员|负责人|责任人|经办人|接手人)们?"
    r"|全体|大家|所有人|各部门|有人|某人|相关方|待指定|待安排|未定"
)
_GROUPS_EN = re.compile(
    r"(?:the |our |your |whole |entire |all |any |relevant |other |responsible )*"
    r"(?:teams?|groups?|departments?|staff|colleagues?|people|persons?|members?|parties|party)"
    r"|(?:[\w&-]+ ){1,4}(?:team|group|department)"
    r"|(?:the )?(?:night|day|early|late|morning|evening|next) shift|on[- ]call"
    r"|all|all of us|everyone|everybody|anyone|anybody|someone|somebody|whoever"
)


_TIME = re.compile(
    r"[\d一二三四五六七八九十两半](?:\s*个?)\s*(?:秒|分钟|小时|天|日|工作日|周|星期|月|季度|年|点|号)"
    r"|\d:\d\d|每(?:[天日周月季年班次单]|季度)|[周月早晚例]会|班[前后]|盘点日|当[天日班场]|次日|实时|立即"
    r"|\d\s*(?:seconds?|minutes?|min|hours?|h|days?|weeks?|months?)\b"
    r"|\b(?:daily|weekly|monthly|quarterly|yearly|at once|immediately|same day|by the \w+)\b",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"[今明后][天早晚日]|上午|中午|下午|晚上|凌晨|开[门店工]前|下班前|(?:周|星期)[一二三四五六日天]|下周|月[初底末]"
    r"|\b(?:today|tonight|tomorrow|noon|morning|afternoon|evening|next (?:shift|week)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


EMERGENCY = re.compile(
    r"紧急|应急|突发|急事|值班|故障|报修|维修|抢修|坏了|异常|报警|停电|火警|升级|宕机|热线"
    r"|emergenc|urgent|incident|outage|on[- ](?:call|duty)|hotline|escalat|fault|repair|maintenance|alarm",
    re.IGNORECASE,
)
"""Words for what cannot wait, and for those who are called then."""


def names_time(text: str) -> bool:
    """Whether a text says how long something takes, or how often it is done."""
    return bool(_TIME.search(text))


def says_when(text: str) -> bool:
    """Whether a text says when something is done: a time of day, a day, or a span."""
    return bool(_TIME.search(text) or _SOON.search(text))


def has_figure(text: str) -> bool:
    """Whether a text contains a figure; a single 一 is mostly part of another word."""
    return any(char.isnumeric() and char != "一" for char in text)


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
    return person is None or is_nobody(person.name)


def is_nobody(name: str) -> bool:
    """Whether a name is a placeholder, or stands for a group."""
    return says_nothing(name) or is_generic(name)


def overdue(item: OpenItem, at: Context) -> bool:
    """Whether an open item was due before the document's own date."""
    return item.open and item.due is not None and at.as_of is not None and is_before(item.due, at.as_of)
