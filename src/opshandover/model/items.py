"""What all items that pass from one handover to the next have in common."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, When, record
from opshandover.model.people import Person
from opshandover.spec import spec


@record(kw_only=True)
class OpenItem(Record):
    """Something that may still be open when the document is handed over.

    `id` identifies the item in the documents before and after.
    """

    inherited_last: ClassVar[bool] = True

    next_step: Prose = field(
        default="",
        metadata=spec(
            "下一步",
            "Next step",
            "接下来要做的具体动作",
            "The very next thing to be done",
            in_starter=True,
            synonyms="下一步计划, 下一步行动, 后续动作, 后续计划, 后续, 后续处理, 待办, 接下来, 后续跟进, 需要做, 要做的事, next action, next, action needed, action required, to do, follow up, action",
        ),
    )
    due: When | None = field(
        default=None,
        metadata=spec(
            "截止日期",
            "Due",
            "最迟什么时候完成",
            "The day, or day and time, by which it is to be done",
            in_starter=True,
            synonyms="截止, 截止时间, 截止日, 到期日, 到期日期, 到期时间, 最后期限, 完成时间, 完成日期, 期限, 时限, 计划完成, 计划完成时间, 完成时限, 交付时间, 要求完成时间, due date, deadline, due on, due by, eta, by when, target date, when",
        ),
    )
    next_check: When | None = field(
        default=None,
        metadata=spec(
            "下次检查", "Next check", "没有截止日期时，哪天再看一次", "Without a due date: when to look at it again"
        ),
    )
    new_owner: Person | None = field(
        default=None,
        metadata=spec(
            "接手人",
            "New owner",
            "交接后由谁负责",
            "Who is responsible from now on",
            synonyms="交接给, 移交给, 后续负责人, 接班人, 接收人, 新负责人, 承接人, handed over to, taken over by, receiver, 接办人, 承办人, 接手, 接管人, 接班",
        ),
    )
    id: str = field(
        default="",
        metadata=spec(
            "编号",
            "ID",
            "跨文档不变的编号",
            "The same in every document that mentions the item",
            synonyms="单号, 工单号, 工单编号, 任务编号, 任务号, 问题编号, 需求编号, 缺陷编号, bug编号, issue key, key, ticket, ticket id, ticket no, ticket number, issue id, number, no",
        ),
    )
    carried_from: str = field(
        default="",
        metadata=spec(
            "沿自", "Carried from", "从哪份文档延续而来", "The document from which the item was carried over"
        ),
    )

    @property
    def open(self) -> bool:
        """Whether something is still to be done; each class overrides it."""
        return True
