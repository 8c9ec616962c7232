"""Rules about routine work."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import RoutineWork
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, called, hit, rule, rules_of
from opshandover.text import Text


@presence_rule(
    "RTN001",
    "no-recurring-duty",
    Severity.WARNING,
    on=RoutineWork,
    asks=(("tasks", "division"),),
    message=("日常工作安排里没有一件固定要做的事", "the routine work has no recurring duty"),
    hint=(
        "逐件写每天、每周、每月固定要做的事；确实没有就写“无内容”和原因",
        "list what recurs every day, week or month; if there is none, write `nothing` with the reason",
    ),
)
def no_recurring_duty(section: RoutineWork, _at: Context) -> bool:
    """The section on routine work has no recurring duty.

    Recurring duties are not in the list of open tasks, so nobody notices them until they are not done. A division of
    work by post is enough. A missing or empty section is reported by GEN001 and GEN003.

    zh: 文档有日常工作安排，却没有写任何固定要做的事。
    zh: 固定要做的事不在待办清单里，等到第一次没有人做时才会发现。按岗位写的分工也可以。整个部分缺失或空着，由 GEN001 和 GEN003 检查。

    Bad::
        routine_work: {department_cooperation: [每月与财务部对账]}
    Good::
        routine_work:
          department_cooperation: [每月与财务部对账]
          tasks: [{title: 每月 5 日前出内容月报, cadence: monthly}]
    """
    return not empty(section)


@rule(
    "RTN002",
    "routine-without-order",
    Severity.WARNING,
    on=RoutineWork,
    thorough=True,
    traits=("handover",),
    message=("日常任务“{task}”{what}", "the routine task '{task}' {what}"),
    hint=(
        "每件写明“频率”或“安排时间”；用“优先级”标出重要的",
        "give each its `cadence` or `scheduled_on`, and set the `priority` of the important ones",
    ),
)
def routine_without_order(section: RoutineWork, at: Context) -> Iterator[Hit]:
    """Routine tasks do not say when they are done, or none of several has a priority.

    A shift has more routine work than time: the receiver must know what cannot wait, and when each task is done. An
    offboarding handover needs only the latter. The due date of an open task is checked by TSK001.

    zh: 日常任务没有写什么时候做；或有几件日常任务，却没有一件标明优先级。
    zh: 一个班的例行工作往往做不完，接手的人要知道哪些不能等、各在什么时候做；离职交接只要求写明什么时候做。未完成任务的截止日期由 TSK001 检查。

    Bad::
        routine_work: {tasks: [巡查店铺首页, 核对库存]}
    Good::
        routine_work:
          tasks:
            - {title: 巡查店铺首页, cadence: daily, priority: deferrable}
            - {title: 核对库存, scheduled_on: 2026-11-21 14:00, priority: urgent_important}
    """
    for i, task in enumerate(section.tasks):
        if not has_any(task, "cadence", "scheduled_on"):
            what = Text("没有写什么时候做", "does not say when it is done")
            yield hit(f"tasks[{i}].cadence", task=called(task), what=what)
    if at.profile.departure:
        return
    if len(section.tasks) > 1 and not any(task.priority for task in section.tasks):
        first = section.tasks[0]
        what = Text("和其他几件都没有写优先级", "and the others have no priority")
        yield hit("tasks", task=called(first), what=what)


RULES = rules_of(__name__)
