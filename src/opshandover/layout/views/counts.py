"""How many items of each class a document has, and how many of them are open."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import frozen

from opshandover.document.identity import distinct
from opshandover.document.open import is_high, is_open, is_out, is_unanswered, is_undone
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Record
from opshandover.model.customers import Customer
from opshandover.model.document import OpsDocument
from opshandover.model.documents import DocumentRef
from opshandover.model.handover import HandoverItem
from opshandover.model.issues import Issue
from opshandover.model.projects import Project
from opshandover.model.risks import Risk
from opshandover.model.routine import Question
from opshandover.model.systems import System
from opshandover.model.tasks import Task
from opshandover.text import Message, Text, message


@frozen(kw_only=True)
class _Counted:
    """A class of records to count, and which of them need action."""

    of: type[Record]
    label: Text
    remaining: Text
    needs_action: Callable[[Any], bool] | None = None


_COUNTED: Sequence[_Counted] = (
    _Counted(
        of=HandoverItem,
        label=Text("交接事项", "Handover items"),
        remaining=Text("未确认 {n}", "{n} not confirmed"),
        needs_action=is_open,
    ),
    _Counted(of=Task, label=Text("任务", "Tasks"), remaining=Text("未完成 {n}", "{n} not done"), needs_action=is_open),
    _Counted(
        of=Project, label=Text("项目", "Projects"), remaining=Text("未结束 {n}", "{n} under way"), needs_action=is_open
    ),
    _Counted(
        of=Issue, label=Text("问题", "Issues"), remaining=Text("未解决 {n}", "{n} not solved"), needs_action=is_open
    ),
    _Counted(of=Risk, label=Text("风险", "Risks"), remaining=Text("高 {n}", "{n} high"), needs_action=is_high),
    _Counted(
        of=AccessChange,
        label=Text("权限变更", "Access changes"),
        remaining=Text("待办 {n}", "{n} to do"),
        needs_action=is_undone,
    ),
    _Counted(
        of=Asset, label=Text("物品", "Assets"), remaining=Text("待归还 {n}", "{n} to give back"), needs_action=is_out
    ),
    _Counted(
        of=Question,
        label=Text("提问", "Questions"),
        remaining=Text("未答复 {n}", "{n} not answered"),
        needs_action=is_unanswered,
    ),
    _Counted(of=System, label=Text("系统", "Systems"), remaining=Text("", "")),
    _Counted(of=Customer, label=Text("客户", "Customers"), remaining=Text("", "")),
    _Counted(of=DocumentRef, label=Text("文档", "Documents"), remaining=Text("", "")),
)
"""What is counted, in order."""


def counts_of(document: OpsDocument) -> Iterator[tuple[Text, Message]]:
    """The number of records of each class with its label, without classes that have none.

    An item listed in two sections is counted once.
    """
    for counted in _COUNTED:
        found = distinct(document, counted.of)
        if not found:
            continue
        said = message("共 {all}", "{all} in all", all=len(found))
        remains = sum(map(counted.needs_action, found)) if counted.needs_action else 0
        if remains or (counted.needs_action and counted.of is not Risk):  # most risks are not rated
            remaining = Message(counted.remaining, {"n": remains})
            said = message("共 {all}，{remaining}", "{all} in all, {remaining}", all=len(found), remaining=remaining)
        yield counted.label, said
