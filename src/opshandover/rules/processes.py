"""Rules about processes: whether their steps are complete, and whether they are documented."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import DocumentKind, Documents, OpsDocument, Process, Processes, ProcessStep, RoutineWork
from opshandover.rules.predicates import has_any, says_when
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


@presence_rule(
    "PRC001",
    "step-incomplete",
    Severity.WARNING,
    on=ProcessStep,
    asks=("time", "standard"),
    unless={
        "time": lambda step, at: not at.final or says_when(f"{step.operation} {step.standard}"),
        "standard": lambda step, at: (
            has_any(step, "operation") or (isinstance(at.owner, Process) and has_any(at.owner, "manual"))
        ),
    },
    thorough=True,
    message=("步骤“{item}”没有写{field}", "the step '{item}' has no {field}"),
    hint=(
        "写明何时或多久内做完、做到什么程度算完成",
        "give the time by or within which it is done, and what counts as done",
    ),
)
def step_incomplete(_step: ProcessStep, _at: Context) -> bool:
    """A step of a process has no standard, or one of a final document no time.

    Where a step is silent, everyone does it differently. The operation and the standard may give the time; a standard
    is not asked for where the operation is described, or the process has a manual.

    zh: 流程步骤没有写标准，定稿里没有写时间要求。
    zh: 步骤里没有写明的，各人就各做各的。操作或标准里写了时间的，不再要求时间；写了操作、或流程有手册的，不再要求标准。

    Bad::
        processes: {items: [{name: 退款审核, steps: [{name: 初审}]}]}
    Good::
        processes:
          items:
            - {name: 退款审核, steps: [{name: 初审, time: 2 小时内, standard: 金额与订单一致，照片清晰}]}
    """
    return True


@rule(
    "PRC002",
    "process-undocumented",
    Severity.WARNING,
    on=Process,
    joins="what",
    lacks=True,
    thorough=True,
    message=("流程“{item}”没有{what}", "the process '{item}' has no {what}"),
    hint=(
        "写明手册、SOP 或流程图在哪里，或把每一步的操作、负责人、时间写全；复杂流程要有手册或视频，日常交接要有手册",
        "give the location of its manual, SOP or flowchart, or describe each step completely; a complex "
        "process needs a manual or a video, a daily handover the manual",
    ),
)
def process_undocumented(process: Process, at: Context) -> Iterator[Hit]:
    """A process has no manual, SOP or flowchart, or a complex one neither manual nor video.

    Then only the people who do it know it. Steps that all have operation, owner and time count as documentation,
    but a complex process needs a manual or video even then. A charter is a manual itself: there, the steps
    are enough. Daily work needs a flowchart or such steps; a daily handover needs a manual, which may be in
    the list of documents.

    zh: 流程没有手册、SOP 或流程图；复杂流程既没有手册也没有视频。
    zh: 这样的流程只在做的人脑子里。步骤写全了操作、负责人和时间，本身就是成文的流程；但复杂流程仍要有手册或视频。总则本身就是手册，其中写了步骤即可。每日工作里要有流程图，或步骤写全；日常交接要有手册，列在文档资料里的也算。

    Bad::
        processes: {items: [{name: 退款审核, steps: [初审, 复核]}]}
    Good::
        processes:
          items:
            - name: 退款审核
              steps: [初审, 复核]
              manual: {title: 退款处理手册, location: 知识库的“售后”栏目}
    """
    documented = has_any(process, "manual", "flowchart", "video") or _in_full(process)
    if process.complex and not has_any(process, "manual", "video"):
        yield hit("manual", what=Text("手册或视频，而它是复杂流程", "manual or video, although it is complex"))
    elif at.profile.handover and not at.profile.departure:
        if not has_any(process, "manual") and not at.once(_has_manuals, at.document):
            yield hit("manual", what=Text("操作手册", "manual"))
    elif at.profile.workday:
        if not has_any(process, "flowchart") and not _in_full(process):
            what = Text("流程图，步骤也没有写全", "flowchart, and its steps are not complete")
            yield hit("flowchart", what=what)
    elif not documented and not (at.profile.charter and process.steps):
        yield hit("manual", what=Text("手册、SOP 或流程图", "manual, SOP or flowchart"))


_MANUALS = (DocumentKind.OPERATION_MANUAL, DocumentKind.WORK_MANUAL, DocumentKind.SOP)


def _has_manuals(document: OpsDocument) -> bool:
    """Whether the list of documents has a manual."""
    section = document.documents
    return isinstance(section, Documents) and any(d.kind in _MANUALS for d in section.items)


def _in_full(process: Process) -> bool:
    """Whether all steps have operation, owner and time."""
    return bool(process.steps) and not any(
        empty(value) for step in process.steps for value in (step.operation, step.owner, step.time)
    )


@rule(
    "PRC003",
    "category-without-process",
    Severity.WARNING,
    on=Processes,
    thorough=True,
    traits=("workday",),
    message=(
        "日常任务里有“{category}”，却没有一个这类的流程",
        "routine tasks have the category '{category}', but no process has it",
    ),
    hint=(
        "给这类工作写一个流程，或在已有流程的“类别”标明",
        "add a process for this category, or set the `category` of an existing one",
    ),
)
def category_without_process(section: Processes, at: Context) -> Iterator[Hit]:
    """In daily work, routine tasks have a category that no process has.

    Work that recurs every day is most worth a written process; without one, everyone does it differently. Tasks
    without a category are not checked.

    zh: 每日工作的日常任务属于某一类工作，流程里却没有这一类。
    zh: 天天要做的工作最值得写成流程，漏掉的那一类就各做各的。没有标类别的任务不检查。

    Bad::
        profile: daily_work
        routine_work: {tasks: [{title: 回复差评, category: user_feedback}]}
        processes: {items: [{name: 换主图, category: content_update}]}
    Good::
        profile: daily_work
        routine_work: {tasks: [{title: 回复差评, category: user_feedback}]}
        processes: {items: [{name: 差评处理, category: user_feedback}]}
    """
    routine = at.document.routine_work
    if empty(section) or not isinstance(routine, RoutineWork):
        return
    documented = {process.category for process in section.items}
    for category in dict.fromkeys(task.category for task in routine.tasks):
        if category and category not in documented:
            yield hit("items", category=category.label)


RULES = rules_of(__name__)
