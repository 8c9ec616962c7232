"""Rules about tasks."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import (
    CommKind,
    CommRecord,
    Milestone,
    NotApplicable,
    Nothing,
    RoutineWork,
    Task,
    TaskStatus,
    WorkPlan,
)
from opshandover.rules.dependencies import dependency_broken
from opshandover.rules.predicates import filled, missing, overdue
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text


@presence_rule(
    "TSK001",
    "task-undated",
    Severity.ERROR,
    on=Task,
    asks=(("due", "next_check"),),
    message=("任务“{item}”没有写{field}", "the task '{item}' has no {field}"),
    hint=("写明哪天完成；没有截止日期就写下次检查的日期", "say by when; without a due date, when it is looked at next"),
)
def task_undated(task: Task, _at: Place) -> bool:
    """An open task names no day to hold it against.

    Without one, nobody notices when the task slips.

    zh: 未完成的任务没有截止日期，也没有下次检查的日期。
    zh: 没有日期，任务拖期时没有人发现。

    Bad::
        work_progress: {tasks: [{title: 双十一售后单对账, status: in_progress}]}
    Good::
        work_progress: {tasks: [{title: 双十一售后单对账, status: in_progress, due: 2026-11-25}]}
    """
    return task.open


@rule(
    "TSK002",
    "unfinished-task-unexplained",
    Severity.WARNING,
    on=Task,
    message=("任务“{item}”没有完成，也没有写{field}", "the task '{item}' is not finished and has no {field}"),
    hint=(
        "写明卡在哪里、为什么，以及接下来做什么；按计划进行的，写还剩什么没有做",
        "say where it is stuck, why, and what comes next; if it is on schedule, what is left to do",
    ),
)
def unfinished_task_unexplained(task: Task, at: Place) -> Iterator[Hit]:
    """An unfinished task does not say why it is unfinished, or what is done about it.

    It is an error when the task is delayed or was due before the document's own date. In a handover, a task that is
    under way and on schedule gives a warning, which what is left to do answers as well. The next step of a task is
    asked here outside of handovers; there, ITM003 asks.

    zh: 没完成的任务没有说明原因，或没有写接下来怎么办。
    zh: 任务已延迟，或在文档日期之前已到期，为错误。交接文档中按计划进行的任务为警告，写明剩余工作也可以。交接文档的下一步由 ITM003 检查。

    Bad::
        prepared_on: 2026-11-21
        work_progress: {tasks: [{title: 核对退款单, status: delayed, due: 2026-11-20}]}
    Good::
        prepared_on: 2026-11-21
        work_progress:
          tasks:
            - title: 核对退款单
              status: delayed
              due: 2026-11-20
              reason_unfinished: 支付渠道的对账文件晚到一天
              next_step: 收到文件后核对剩下的 80 单
    """
    if task.open and (task.status is TaskStatus.DELAYED or overdue(task, at)):
        yield from missing(task, "reason_unfinished", severity=Severity.ERROR)
        if not at.profile.handover:
            yield from missing(task, "next_step", severity=Severity.ERROR)
    elif at.profile.handover and task.status is TaskStatus.IN_PROGRESS:
        told = _only_a_word(task) or filled(task, "reason_unfinished", "remaining")
        yield from () if told else (hit("remaining"),)


def _only_a_word(task: Task) -> bool:
    """Says whether a task is under way and nothing else is told of how it stands."""
    told = ("progress", "result", "remaining", "reason_unfinished", "next_step", "feedback")
    return task.status is TaskStatus.IN_PROGRESS and not filled(task, *told)


@presence_rule(
    "TSK003",
    "delayed-task-incomplete",
    Severity.ERROR,
    on=Task,
    asks=("priority", "expected_finish", ("support_needed", "resources_needed")),
    message=("延迟的任务“{item}”没有写{field}", "the delayed task '{item}' has no {field}"),
    hint=(
        "写明优先级、预计哪天完成、需要谁帮什么忙；不需要支持时也写清楚",
        "give its priority, the day on which it will be finished and the help that it needs; if it needs none, say so",
    ),
)
def delayed_task_incomplete(task: Task, _at: Place) -> bool:
    """A delayed task lacks its priority, the day now expected, or the support that it needs.

    Only with these can somebody else decide what to do first, what to tell those who wait, and whom to ask for
    help.

    zh: 延迟的任务没有写优先级、预计完成日期或所需支持。
    zh: 有了这些，别人才能决定先做什么、怎样答复在等的人、找谁帮忙。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: delayed}]}
    Good::
        work_progress:
          tasks:
            - title: 核对退款单
              status: delayed
              priority: urgent_important
              expected_finish: 2026-11-23
              support_needed: [请财务部在 11 月 22 日前导出支付流水]
    """
    return task.status is TaskStatus.DELAYED


@presence_rule(
    "TSK004",
    "finished-task-no-result",
    Severity.WARNING,
    on=Task,
    asks=("result", "feedback"),
    unless={"feedback": lambda _, at: isinstance(at.owner, RoutineWork)},
    severities={"feedback": Severity.INFO},
    message=("任务“{item}”已完成，但没有写{field}", "the task '{item}' is done, but has no {field}"),
    hint=(
        "写明产出了什么、在哪里能看到，以及别人怎样评价",
        "say what came of it, where it can be seen and what others said of it",
    ),
)
def finished_task_no_result(task: Task, _at: Place) -> bool:
    """A finished task does not say what came of it, or what others said of it.

    "Done" alone cannot be built upon. The result is a warning; the feedback, which not all work gets, a mere hint,
    and routine work is not asked for any.

    zh: 已完成的任务没有写成果，或没有写反馈。
    zh: 只有“已完成”三个字，后面的人无从接续。没有成果为警告；反馈不一定都有，只作提示；日常例行任务不要求反馈。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: done}]}
    Good::
        work_progress:
          tasks:
            - title: 核对退款单
              status: done
              result: 420 单全部核对，差异 3 单已转财务
              feedback: 财务部确认差异属实
    """
    return task.status is TaskStatus.DONE


@rule(
    "TSK005",
    "planned-task-incomplete",
    Severity.ERROR,
    on=Task,
    traits=("workday", "conversation", "charter"),
    message=("安排的任务“{item}”没有写{field}", "the planned task '{item}' has no {field}"),
    hint=(
        "每日计划写明优先级、预计完成日期、目标和所需资源；安排给别人的任务写明目标；总则里的任务写明优先级",
        "a plan gives priority, expected finish, goal and resources of each task; an assignment its goal; a "
        "charter the priority",
    ),
)
def planned_task_incomplete(task: Task, at: Place) -> Iterator[Hit]:
    """A task in a day's plan, or one that is assigned to somebody, lacks what makes it doable.

    A plan needs the priority, the day on which the task is to be finished and (warnings) what it is for and the
    resources; both may be given for the plan as a whole, by goals of its own or as results that are expected. Who
    is assigned a task needs to know its goal, and a task that a charter hands out has a priority. Owner and due
    date are asked by TSK001.

    zh: 计划中的任务或安排给别人的任务，缺少做好它需要的信息。
    zh: 计划要有优先级、完成日期、目标和所需资源（后两项为警告，也可以在整个计划的目标、预期成果或资源安排里写）；安排给别人的任务要有目标；总则里分派的任务要有优先级。负责人和截止日期由 TSK001 检查。

    Bad::
        profile: daily_work
        work_plan: {tasks: [{title: 上线周末活动页, owner: 王敏, due: 2026-11-22}]}
    Good::
        profile: daily_work
        work_plan:
          tasks:
            - title: 上线周末活动页
              owner: 王敏
              due: 2026-11-22
              priority: urgent_important
              resources_needed: [{name: 设计师半天}]
    """
    if not task.open:
        return
    if isinstance(at.owner, WorkPlan) and at.profile.workday:
        yield from missing(task, "priority")
        if task.next_check and not filled(task, "due", "expected_finish"):
            yield hit("expected_finish")
        if empty(task.resources_needed) and empty(at.owner.resources):
            yield hit("resources_needed", Severity.WARNING)
        aimless = isinstance(at.document.goals, (Nothing, NotApplicable))
        if aimless and empty(task.goal) and empty(at.owner.expected_results):
            yield hit("goal", Severity.WARNING)
    elif at.profile.charter:
        yield from missing(task, "priority")
    elif isinstance(at.owner, CommRecord) and at.owner.kind is CommKind.TASK_ASSIGNMENT:
        yield from missing(task, "goal")


@rule(
    "TSK006",
    "task-contradicts-itself",
    Severity.WARNING,
    on=Task,
    message=("任务“{item}”前后矛盾：{what}", "the task '{item}' contradicts itself: {what}"),
    hint=("核对后改正其中一处", "find out which of the two is right, and correct the other"),
)
def task_contradicts_itself(task: Task, at: Place) -> Iterator[Hit]:
    """Status, progress and dates of a task do not fit together.

    A task is done but not at 100 %, not started but has progress, or past its due date but not marked as delayed.
    One of the two is out of date, and the reader cannot tell which.

    zh: 任务的状态、进度和日期对不上。
    zh: 例如已完成但进度不到 100%，未开始却有进度，过了截止日期却没有标为已延迟。总有一处没有更新，读的人不知道是哪一处。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: done, progress: 60}]}
    Good::
        work_progress: {tasks: [{title: 核对退款单, status: done, progress: 100}]}
    """
    done, progress = task.status is TaskStatus.DONE, task.progress
    if done and progress is not None and progress < 100:
        yield hit("progress", what=Text("状态是已完成，进度不到 100%", "done, but below 100 %"))
    if task.status is TaskStatus.NOT_STARTED and progress is not None and progress > 0:
        yield hit("progress", what=Text("状态是未开始，却有进度", "not started, but with progress"))
    if task.status in (TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS) and overdue(task, at):
        what = Text("已过截止日期，状态却不是已延迟", "past its due date, but not marked as delayed")
        yield hit("status", what=what)


@rule(
    "TSK007",
    "status-vague",
    Severity.WARNING,
    on=Task,
    message=(
        "任务“{item}”只写了“进行中”，看不出做到哪一步",
        "the task '{item}' is only said to be in progress, not how far it has come",
    ),
    hint=("写明进度、已有的成果或剩余的工作", "give its progress, what has come of it so far, or what is left to do"),
)
def status_vague(task: Task, _at: Place) -> Iterator[Hit]:
    """A task is in progress, and nothing else is said about how it stands.

    "In progress" is true of a task begun this morning and of one that is all but finished.

    zh: 任务只写了“进行中”，没有进度、成果、剩余工作、原因或下一步。
    zh: 今天早上刚开始和马上就要做完，都是“进行中”。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: in_progress, owner: 周岩, due: 2026-11-22}]}
    Good::
        work_progress: {tasks: [{title: 核对退款单, status: in_progress, remaining: 还有 80 单没有核对}]}
    """
    if _only_a_word(task):
        yield hit("status")


@presence_rule(
    "TSK008",
    "milestone-no-result",
    Severity.WARNING,
    on=Milestone,
    asks=("result",),
    message=("里程碑“{item}”已达成，但没有写成果", "the milestone '{item}' is reached, but has no result"),
    hint=("写明达到时产出了什么", "say what was there when it was reached"),
)
def milestone_no_result(milestone: Milestone, _at: Place) -> bool:
    """A milestone has been reached, and nothing says what was there by then.

    The next stage builds upon it, so its reader needs to know what there is.

    zh: 里程碑已达成，却没有写当时的成果。
    zh: 下一阶段要在它的基础上做，接手的人需要知道有什么。

    Bad::
        projects: {items: [{name: 会员改版, milestones: [{name: 灰度上线, done: true}]}]}
    Good::
        projects:
          items: [{name: 会员改版, milestones: [{name: 灰度上线, done: true, result: 一成用户已使用新版}]}]
    """
    return milestone.done


RULES = (*rules_of(__name__), dependency_broken)
