"""Rules about routine work."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import RoutineWork
from opshandover.rules.asking import empty, filled
from opshandover.rules.rule import Hit, Place, hit, rule
from opshandover.text import Text


@rule(
    "RTN001",
    "no-recurring-duty",
    Severity.WARNING,
    on=RoutineWork,
    profiles=("offboarding",),
    message=Text("日常工作安排里没有一件固定要做的事", "the routine work names no recurring duty"),
    hint=Text(
        "逐件写每天、每周、每月固定要做的事；确实没有就写 nothing 和原因",
        "list what comes back every day, week or month; if there is none, write `nothing` with the "
        "reason",
    ),
)
def no_recurring_duty(section: RoutineWork, _at: Place) -> Iterator[Hit]:
    """An offboarding handover speaks of routine work, and names no duty that comes back.

    Recurring duties are in no list of open tasks, so they are missed only when they have not been
    done for the first time. A division of duties by post will do. A section that is missing or
    empty is found by GEN001 and GEN003.

    zh: 离职交接有日常工作安排，却没有写任何固定要做的事。
    zh: 固定要做的事不在待办清单里，等到第一次没有人做时才会发现。按岗位写的分工也可以。整个部分缺失或空着，由 GEN001 和 GEN003 检查。

    Bad::

        routine_work:
          department_cooperation: [每月与财务部对账]

    Good::

        routine_work:
          department_cooperation: [每月与财务部对账]
          tasks: [{title: 每月 5 日前出内容月报, cadence: monthly}]
    """
    if not empty(section) and not filled(section, "tasks", "division"):
        yield hit("tasks")


RULES = (no_recurring_duty,)
