"""Routine work: recurring work, who does it, and what to do if it goes wrong."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, Section, record
from opshandover.model.responsibilities import Responsibility
from opshandover.model.tasks import Task
from opshandover.spec import REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Question(Record):
    """A frequent or expected question, with its answer."""

    label: ClassVar[Text] = Text("问答", "Question and answer")
    main: ClassVar[str] = "question"

    question: str = field(
        default="", metadata=spec("问题", "Question", "用提问人的原话", "In the words of the person who asks", REQUIRED)
    )
    answer: Prose = field(
        default="", metadata=spec("答复", "Answer", "可以直接照做的回答", "An answer that can be acted on")
    )
    asked_on: date | None = field(
        default=None, metadata=spec("提问日期", "Asked on", "哪天提出", "The day on which it was asked")
    )
    answered_on: date | None = field(
        default=None, metadata=spec("答复日期", "Answered on", "哪天答复", "The day on which it was answered")
    )


@record(kw_only=True)
class RoutineWork(Section):
    """The work that recurs every day."""

    label: ClassVar[Text] = Text("日常工作安排", "Routine work")
    hint: ClassVar[Text] = Text("每天、每周固定要做的事和分工", "What is done every day or week, and by whom")

    tasks: tuple[Task, ...] = field(
        default=(),
        metadata=spec("日常任务", "Tasks", "写明频率、时间和负责人", "Each with how often, when and who", REQUIRED),
    )
    division: tuple[Responsibility, ...] = field(
        default=(),
        metadata=spec("分工", "Division of work", "哪个岗位负责哪些日常工作", "Which post does which part of it"),
    )
    department_cooperation: tuple[str, ...] = field(
        default=(), metadata=spec("部门配合", "Cooperation", "和哪些部门怎样配合", "How other departments take part")
    )
    troubleshooting: tuple[Question, ...] = field(
        default=(),
        metadata=spec("常见问题", "Troubleshooting", "出问题时怎么办", "What to do when something goes wrong"),
    )
