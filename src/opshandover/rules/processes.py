"""Rules about processes: each step says who does what, and somewhere it is written down."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import (
    DocumentKind,
    Documents,
    OpsDocument,
    Process,
    Processes,
    ProcessStep,
    RoutineWork,
)
from opshandover.rules.predicates import filled
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text


@presence_rule(
    "PRC001",
    "step-incomplete",
    Severity.WARNING,
    on=ProcessStep,
    asks=("time", "standard"),
    unless={"standard": lambda _, at: isinstance(at.owner, Process) and filled(at.owner, "manual")},
    severities={"standard": Severity.WARNING},
    by_trait={"charter": Severity.ERROR, "workday": Severity.ERROR},
    message=("步骤“{item}”没有写{field}", "the step '{item}' has no {field}"),
    hint=(
        "写明何时或多久内做完、做到什么程度算完成",
        "say when or within what time it is done, and what counts as done",
    ),
)
def step_incomplete(_step: ProcessStep, _at: Place) -> bool:
    """A step of a process says not by when it is done, or to which standard.

    What a step leaves open, each decides for themselves. A missing time is an error where the process is the rule
    (charter, daily work), else a warning. A missing standard is a warning, and none if the process names a manual.

    zh: 流程步骤没有写时间要求或标准。
    zh: 步骤里没有写明的，各人就各做各的。缺时间要求在总则和每日工作里为错误，其他文档为警告；缺标准为警告，流程有手册的不再要求。

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
    message=("流程“{item}”没有{what}", "the process '{item}' has {what}"),
    hint=(
        "写明手册、SOP 或流程图在哪里，或把每一步的操作、负责人、时间写全；复杂流程要有手册或视频，日常交接要有手册",
        "say where its manual, SOP or flowchart is kept, or give each step in full; a complex one needs a "
        "manual or a video, and a daily handover the manual",
    ),
)
def process_undocumented(process: Process, at: Place) -> Iterator[Hit]:
    """A process has no manual, SOP or flowchart, or a complex one neither manual nor video.

    Then it lives in the heads of those who do it. Steps of which each says what is done, by whom and when are a
    written procedure in themselves, and can be drawn; they do not make up for the manual of a process that cannot
    be learnt from text alone. In daily work only a flowchart or such steps will do, and in a daily handover only a
    manual, be it one among its documents.

    zh: 流程没有手册、SOP 或流程图；复杂流程既没有手册也没有视频。
    zh: 这样的流程只在做的人脑子里。步骤写全了操作、负责人和时间，本身就是成文的流程；但复杂流程仍要有手册或视频。每日工作里要有流程图，或步骤写全；日常交接要有手册，列在文档资料里的也算。

    Bad::
        processes: {items: [{name: 退款审核, steps: [初审, 复核]}]}
    Good::
        processes:
          items:
            - name: 退款审核
              steps: [初审, 复核]
              manual: {title: 退款处理手册, location: 知识库的“售后”栏目}
    """
    told = filled(process, "manual", "flowchart", "video") or _in_full(process)
    if process.complex and not filled(process, "manual", "video"):
        yield hit("manual", what=Text("手册或视频，而它是复杂流程", _NEITHER))
    elif at.profile.handover and not at.profile.departure:
        if not filled(process, "manual") and not _has_manuals(at.document):
            yield hit("manual", what=Text("操作手册", "no manual"))
    elif at.profile.workday:
        if not filled(process, "flowchart") and not _in_full(process):
            what = Text("流程图，步骤也没有写全", "no flowchart, and its steps are not complete")
            yield hit("flowchart", what=what)
    elif not told:
        yield hit("manual", what=Text("手册、SOP 或流程图", "no manual, SOP or flowchart"))


_NEITHER = "neither manual nor video, though it is complex"
_MANUALS = (DocumentKind.OPERATION_MANUAL, DocumentKind.WORK_MANUAL, DocumentKind.SOP)


def _has_manuals(document: OpsDocument) -> bool:
    """Says whether a manual is among the documents that are handed over."""
    section = document.documents
    return isinstance(section, Documents) and any(d.kind in _MANUALS for d in section.items)


def _in_full(process: Process) -> bool:
    """Says whether each of the steps tells what is done, by whom and when."""
    return bool(process.steps) and not any(
        empty(value) for step in process.steps for value in (step.operation, step.owner, step.time)
    )


@rule(
    "PRC003",
    "category-without-process",
    Severity.WARNING,
    on=Processes,
    traits=("workday",),
    message=(
        "日常任务里有“{category}”，却没有一个这类的流程",
        "routine work has tasks of the kind '{category}', but no process is of that kind",
    ),
    hint=(
        "给这类工作写一个流程，或在已有流程的 category（类别）标明",
        "write down the process for this kind of work, or set the `category` of one that is there",
    ),
)
def category_without_process(section: Processes, at: Place) -> Iterator[Hit]:
    """In daily work, routine tasks are of a kind for which no process is written down.

    The kinds of work that come back every day are those for which a process pays; the one that is left out is done
    differently by everybody. Tasks without a category are not asked.

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
    written = {process.category for process in section.items}
    for category in dict.fromkeys(task.category for task in routine.tasks):
        if category and category not in written:
            yield hit("items", category=category.label)


RULES = rules_of(__name__)
