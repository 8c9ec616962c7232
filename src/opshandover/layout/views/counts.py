"""A document in numbers: how many of each sort there are, and how many are still open."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from attrs import frozen

from opshandover.layout.views.attention import identity, is_high
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Record
from opshandover.model.customers import Customer
from opshandover.model.document import OpsDocument
from opshandover.model.documents import DocumentRef
from opshandover.model.fields import records_in
from opshandover.model.handover import HandoverItem
from opshandover.model.issues import Issue
from opshandover.model.projects import Project
from opshandover.model.risks import Risk
from opshandover.model.routine import Question
from opshandover.model.systems import System
from opshandover.model.tasks import Task
from opshandover.text import Message, Text, message


def is_open(record: Any) -> bool:
    """Says whether an open item is still open."""
    return bool(record.open)


def is_high_still(risk: Risk) -> bool:
    """Whether a risk is still there, and likely or grave."""
    return risk.open and is_high(risk)


def is_undone(change: AccessChange) -> bool:
    """Says whether a right has yet to be granted, revoked or passed on."""
    return change.done_on is None


def is_out(asset: Asset) -> bool:
    """Says whether a thing has yet to be given back."""
    return asset.returned_on is None


def is_unanswered(question: Question) -> bool:
    """Says whether a question has neither an answer nor a day on which it was answered."""
    return not question.answer.strip() and question.answered_on is None


@frozen(kw_only=True)
class _Counted:
    """What is counted: records of a class, and those of them that need something to be done."""

    of: type[Record]
    label: Text
    few: Text
    wanting: Callable[[Any], bool] | None = None


_COUNTED: Sequence[_Counted] = (
    _Counted(
        of=HandoverItem,
        label=Text("交接事项", "Handover items"),
        few=Text("未确认 {few}", "{few} not confirmed"),
        wanting=is_open,
    ),
    _Counted(
        of=Task,
        label=Text("任务", "Tasks"),
        few=Text("未完成 {few}", "{few} not done"),
        wanting=is_open,
    ),
    _Counted(
        of=Project,
        label=Text("项目", "Projects"),
        few=Text("未结束 {few}", "{few} under way"),
        wanting=is_open,
    ),
    _Counted(
        of=Issue,
        label=Text("问题", "Issues"),
        few=Text("未解决 {few}", "{few} not solved"),
        wanting=is_open,
    ),
    _Counted(of=Risk, label=Text("风险", "Risks"), few=Text("高 {few}", "{few} high"), wanting=is_high_still),
    _Counted(
        of=AccessChange,
        label=Text("权限变更", "Access changes"),
        few=Text("待办 {few}", "{few} to do"),
        wanting=is_undone,
    ),
    _Counted(
        of=Asset,
        label=Text("物品", "Assets"),
        few=Text("待归还 {few}", "{few} to give back"),
        wanting=is_out,
    ),
    _Counted(
        of=Question,
        label=Text("提问", "Questions"),
        few=Text("未答复 {few}", "{few} not answered"),
        wanting=is_unanswered,
    ),
    _Counted(of=System, label=Text("系统", "Systems"), few=Text("", "")),
    _Counted(of=Customer, label=Text("客户", "Customers"), few=Text("", "")),
    _Counted(of=DocumentRef, label=Text("文档", "Documents"), few=Text("", "")),
)
"""What a reader wants to know the number of, in the order in which it is told."""


R = TypeVar("R", bound=Record)


def distinct(document: OpsDocument, of: type[R]) -> list[R]:
    """All records of a class; one that stands in two places is listed once, as it stands first."""
    found: dict[object, R] = {}
    for _, record in records_in(document, of):
        found.setdefault(identity(record), record)
    return list(found.values())


def counts_of(document: OpsDocument) -> Iterator[tuple[Text, Message]]:
    """Gives what there is of each sort, with its label; what there is none of is left out.

    An item that stands in two sections is one item.
    """
    for counted in _COUNTED:
        found = distinct(document, counted.of)
        if not found:
            continue
        said = message("共 {all}", "{all} in all", all=len(found))
        if counted.wanting:
            few = Message(counted.few, {"few": sum(map(counted.wanting, found))})
            said = message("共 {all}，{few}", "{all} in all, {few}", all=len(found), few=few)
        yield counted.label, said
