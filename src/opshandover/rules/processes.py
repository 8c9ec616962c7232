"""Rules about processes: each step says who does what, and somewhere it is written down."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import Process, ProcessStep
from opshandover.rules.asking import empty, filled, missing
from opshandover.rules.rule import Hit, Place, hit, rule
from opshandover.text import Text


@rule(
    "PRC001",
    "step-incomplete",
    Severity.WARNING,
    on=ProcessStep,
    by_profile={"charter": Severity.ERROR, "daily_work": Severity.ERROR},
    message=Text("步骤“{item}”没有写{field}", "the step '{item}' has no {field}"),
    hint=Text(
        "写明怎么做、谁来做、何时或多久内做完、做到什么程度算完成",
        "say what is done, by whom, when or within what time, and what counts as done",
    ),
)
def step_incomplete(step: ProcessStep, at: Place) -> Iterator[Hit]:
    """A step of a process says not what is done, by whom, by when, or to which standard.

    What a step leaves open, each decides for themselves. The first three are errors where the
    process is the rule (charter, daily work), else warnings. A missing standard is a warning, and
    none if the process names a manual. The owner may be a post.

    zh: 流程步骤没有写操作、负责人、时间要求或标准。
    zh: 步骤里没有写明的，各人就各做各的。前三项在总则和每日工作里为错误，其他文档为警告；缺标准为警告，流程有手册的不再要求标准。负责人可以写岗位。

    Bad::

        processes:
          items:
            - name: 退款审核
              steps: [{name: 初审}]

    Good::

        processes:
          items:
            - name: 退款审核
              steps:
                - name: 初审
                  operation: 核对订单号和签收照片
                  owner: 何佳
                  time: 2 小时内
                  standard: 金额与订单一致，照片清晰
    """
    yield from missing(step, "operation", "owner", "time")
    if not (isinstance(at.owner, Process) and filled(at.owner, "manual")):
        yield from missing(step, "standard", severity=Severity.WARNING)


@rule(
    "PRC002",
    "process-undocumented",
    Severity.WARNING,
    on=Process,
    message=Text("流程“{item}”没有{what}", "the process '{item}' has {what}"),
    hint=Text(
        "写明手册、SOP 或流程图在哪里，或把每一步的操作、负责人、时间写全；复杂流程要有手册或视频",
        "say where its manual, SOP or flowchart is kept, or give each step in full; a complex one "
        "needs a manual or a video",
    ),
)
def process_undocumented(process: Process, _at: Place) -> Iterator[Hit]:
    """A process has no manual, SOP or flowchart, or a complex one neither manual nor video.

    Then it lives in the heads of those who do it. Steps of which each says what is done, by whom
    and when are a written procedure in themselves, and can be drawn; they do not make up for the
    manual of a process that cannot be learnt from text alone.

    zh: 流程没有手册、SOP 或流程图；复杂流程既没有手册也没有视频。
    zh: 这样的流程只在做的人脑子里。步骤写全了操作、负责人和时间，本身就是成文的流程；但复杂流程仍要有手册或视频。

    Bad::

        processes:
          items:
            - name: 退款审核
              steps: [初审, 复核]

    Good::

        processes:
          items:
            - name: 退款审核
              steps: [初审, 复核]
              manual: {title: 退款处理手册, location: 知识库的“售后”栏目}
    """
    if process.complex:
        if not filled(process, "manual", "video"):
            yield hit("manual", what=Text("手册或视频，而它是复杂流程", _NEITHER))
    elif not filled(process, "manual", "flowchart", "video") and not _in_full(process):
        yield hit("manual", what=Text("手册、SOP 或流程图", "no manual, SOP or flowchart"))


_NEITHER = "neither manual nor video, though it is complex"


def _in_full(process: Process) -> bool:
    """Says whether each of the steps tells what is done, by whom and when."""
    return bool(process.steps) and not any(
        empty(value) for step in process.steps for value in (step.operation, step.owner, step.time)
    )


RULES = (step_incomplete, process_undocumented)
