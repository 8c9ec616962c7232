"""Processes: how recurring work is done, step by step, by whom and to which standard."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Prose, Record, ReviewCycle, Section, record
from opshandover.model.documents import DocumentRef
from opshandover.model.people import Person
from opshandover.model.tasks import WorkCategory
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class ProcessStep(Record):
    """One step of a process."""

    label: ClassVar[Text] = Text("流程步骤", "Process step")
    main: ClassVar[str] = "name"

    name: str = field(
        default="",
        metadata=spec(
            "步骤", "Step", "这一步叫什么，如“初审”", "What the step is called, such as “first check”", REQUIRED
        ),
    )
    operation: Prose = field(
        default="", metadata=spec("操作", "Operation", "具体怎么做，在哪里做", "What is done, and where", RECOMMENDED)
    )
    owner: Person | None = field(
        default=None, metadata=spec("负责人", "Owner", "由谁执行这一步", "Who carries out the step", REQUIRED)
    )
    time: str = field(
        default="",
        metadata=spec("时间要求", "Time", "何时做或多久内做完", "When it is done, or within what time", RECOMMENDED),
    )
    standard: str = field(
        default="", metadata=spec("标准", "Standard", "做到什么程度算完成", "What counts as done", RECOMMENDED)
    )


@record(kw_only=True)
class Process(Record):
    """A recurring piece of work that is always done in the same way."""

    label: ClassVar[Text] = Text("流程", "Process")
    main: ClassVar[str] = "name"

    name: str = field(
        default="", metadata=spec("名称", "Name", "流程的通用叫法", "What everybody calls the process", REQUIRED)
    )
    category: WorkCategory | None = field(
        default=None, metadata=spec("类别", "Category", "属于哪一类工作", "The kind of work it belongs to")
    )
    steps: tuple[ProcessStep, ...] = field(
        default=(),
        metadata=spec("步骤", "Steps", "按先后顺序逐步写", "One after the other, in order", RECOMMENDED, weight=3),
    )
    complex: bool = field(
        default=False, metadata=spec("复杂流程", "Complex", "光看文字学不会的流程", "Cannot be learnt from text alone")
    )
    manual: DocumentRef | None = field(
        default=None,
        metadata=spec("操作手册", "Manual", "手册或 SOP 在哪里", "Where the manual or SOP is kept", RECOMMENDED),
    )
    flowchart: DocumentRef | None = field(
        default=None, metadata=spec("流程图", "Flowchart", "流程图文件在哪里", "Where the drawing is kept")
    )
    video: DocumentRef | None = field(
        default=None,
        metadata=spec("视频教程", "Video", "复杂流程的演示视频", "A recording that shows a complex process"),
    )
    tools: tuple[str, ...] = field(
        default=(), metadata=spec("工具", "Tools", "用到的软件和表格", "Software and sheets that it needs")
    )
    bottlenecks: tuple[str, ...] = field(
        default=(), metadata=spec("瓶颈", "Bottlenecks", "容易卡住或变慢的环节", "Where it gets stuck or slow")
    )
    adaptation: Prose = field(
        default="",
        metadata=spec("灵活调整", "Adaptation", "什么情况下可以怎样变通", "When and how one may depart from it"),
    )
    review: ReviewCycle | None = field(
        default=None, metadata=spec("定期检查", "Review", "多久检查一次流程是否合用", "How often it is looked at again")
    )


@record(kw_only=True)
class Processes(Section):
    """The processes that the work follows."""

    label: ClassVar[Text] = Text("工作流程", "Processes")
    hint: ClassVar[Text] = Text(
        "每个流程的步骤、负责人、时间和标准", "The steps of each process, with owner, time and standard"
    )

    items: tuple[Process, ...] = field(
        default=(), metadata=spec("流程", "Processes", "逐个流程写清步骤", "Each process with its steps", REQUIRED)
    )
