"""Rules about tasks."""

import re
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
from opshandover.rules.predicates import has_any, missing, overdue, says_when
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


@presence_rule(
    "TSK001",
    "task-undated",
    Severity.ERROR,
    on=Task,
    asks=(("due", "next_check", "expected_finish", "scheduled_on", "cadence"),),
    message=("任务“{item}”没有写{field}", "the task '{item}' has no {field}"),
    hint=("写明哪天完成；没有截止日期就写下次检查的日期", "give the due date; without one, the next check"),
)
def task_undated(task: Task, at: Context) -> bool:
    """An open task has no due date, nor anything else that says when it is done or looked at again.

    Without a date, nobody notices when the task is late. In short kinds of document a next step that says when is
    enough.

    zh: 未完成的任务没有截止日期，也没有写下次检查、预计完成、安排时间或频率。
    zh: 没有日期，任务拖期时没有人发现。简短的文种里，下一步写明什么时候做也可以。

    Bad::
        work_progress: {tasks: [{title: 双十一售后单对账, status: in_progress}]}
    Good::
        work_progress: {tasks: [{title: 双十一售后单对账, status: in_progress, due: 2026-11-25}]}
    """
    return task.open and not (at.profile.brief and says_when(task.next_step))


@rule(
    "TSK002",
    "unfinished-task-unexplained",
    Severity.ERROR,
    on=Task,
    joins="field",
    lacks=True,
    message=("任务“{item}”没有完成，也没有写{field}", "the task '{item}' is not finished and has no {field}"),
    hint=(
        "写明卡在哪里、为什么，以及接下来做什么",
        "say what blocks it, why, and what comes next",
    ),
)
def unfinished_task_unexplained(task: Task, at: Context) -> Iterator[Hit]:
    """A task that is delayed or overdue does not say why, or what comes next.

    Whoever takes it over runs into the same obstacle. Overdue is what was due before the document's own date. The
    next step is checked here outside handovers, and by ITM003 in handovers.

    zh: 任务已延迟，或在文档日期之前已到期，却没有说明原因，或没有写接下来怎么办。
    zh: 接手的人会卡在同一个地方。交接文档的下一步由 ITM003 检查。

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
        yield from missing(task, "reason_unfinished")
        if not at.profile.handover and not has_any(task, "next_step", "remaining"):
            yield hit("next_step")


def _has_status_only(task: Task) -> bool:
    """Whether a task is in progress, and no other field says how far it is."""
    details = ("progress", "result", "remaining", "reason_unfinished", "next_step", "feedback")
    return task.status is TaskStatus.IN_PROGRESS and not has_any(task, *details)


_SHORT_OF = re.compile(r"缺|不足|不够|没有?人手|\b(?:short of|shortage|lack|not enough|understaffed)", re.IGNORECASE)


def _lacks_resources(task: Task, at: Context) -> bool:
    """Whether a task is late because people, money or things are missing; not asked in short kinds."""
    short = has_any(task, "resources_needed") or bool(_SHORT_OF.search(task.reason_unfinished))
    return short and not at.profile.brief


def _still_due(task: Task, at: Context) -> bool:
    """Whether a delayed task has a date that is not over yet, or a next step that says when."""
    return (task.due is not None and not overdue(task, at)) or says_when(task.next_step)


@presence_rule(
    "TSK003",
    "delayed-task-incomplete",
    Severity.ERROR,
    on=Task,
    asks=("expected_finish", "priority", ("support_needed", "resources_needed")),
    unless={
        "expected_finish": _still_due,
        "priority": lambda task, at: not _lacks_resources(task, at),
        "support_needed": lambda task, at: not _lacks_resources(task, at),
    },
    message=("延迟的任务“{item}”没有写{field}", "the delayed task '{item}' has no {field}"),
    hint=(
        "写明预计哪天完成；缺人手或资源的，还要写优先级和需要谁帮什么忙",
        "give the expected finish; if people or things are missing, the priority and the support needed as well",
    ),
)
def delayed_task_incomplete(task: Task, _at: Context) -> bool:
    """A delayed task does not say when it will be finished; one short of resources has no priority or support needed.

    With these, others can decide what to do first, what to tell those who are waiting, and whom to ask for help. A due
    date that is not over yet, or a next step that says when, is an expected finish.

    zh: 延迟的任务没有写预计完成日期；因为缺人手或资源而延迟的，没有写优先级或所需支持。
    zh: 有了这些，别人才能决定先做什么、怎样答复在等的人、找谁帮忙。截止日期还没有过，或下一步写明了什么时候做，就算有预计完成日期。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: delayed, reason_unfinished: 缺一个人手}]}
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
    unless={"feedback": lambda task, at: not at.final or not task.goal or isinstance(at.owner, RoutineWork)},
    severities={"feedback": Severity.INFO},
    thorough=True,
    message=("任务“{item}”已完成，但没有写{field}", "the task '{item}' is done, but has no {field}"),
    hint=(
        "写明产出了什么、在哪里能看到，以及别人怎样评价",
        "say what was produced, where it can be seen and how others judged it",
    ),
)
def finished_task_no_result(task: Task, at: Context) -> bool:
    """A finished task has no result or no feedback.

    Others cannot build on "done" alone. It is asked of final documents, and of tasks that had a goal; feedback, which
    not all work gets, only where both is so, as an info, and not of routine work.

    zh: 已完成的任务没有写成果，或没有写反馈。
    zh: 只有“已完成”三个字，后面的人无从接续。定稿的文档，或写了目标的任务才要求成果；反馈不一定都有，定稿且写了目标时只作提示，日常例行任务不要求。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: done, goal: 差异全部有着落}]}
    Good::
        work_progress:
          tasks:
            - title: 核对退款单
              status: done
              result: 420 单全部核对，差异 3 单已转财务
              feedback: 财务部确认差异属实
    """
    return task.status is TaskStatus.DONE and (at.final or has_any(task, "goal"))


@rule(
    "TSK005",
    "planned-task-incomplete",
    Severity.WARNING,
    on=Task,
    joins="field",
    lacks=True,
    thorough=True,
    traits=("workday", "conversation", "charter"),
    message=("安排的任务“{item}”没有写{field}", "the planned task '{item}' has no {field}"),
    hint=(
        "每日计划写明优先级、预计完成日期、目标和所需资源；安排给别人的任务写明目标；总则里的任务写明优先级",
        "give each task of a daily plan a priority, an expected finish, a goal and resources; an assigned task "
        "a goal; a task in a charter a priority",
    ),
)
def planned_task_incomplete(task: Task, at: Context) -> Iterator[Hit]:
    """A planned or assigned task lacks information that it needs.

    A task in a daily plan needs an expected finish, a goal, a priority if another task of the plan has one, and, once
    the document is final, priority and resources; goals, expected results and resources may also be given for the plan as a whole. An assigned task needs a goal, and
    a task in a charter a priority. Owner and due date are checked by GEN008 and TSK001.

    zh: 计划中的任务或安排给别人的任务，缺少做好它需要的信息。
    zh: 计划要有完成日期和目标，别的任务写了优先级的也要有优先级，定稿时还要有优先级和所需资源（目标和资源也可以在整个计划的目标、预期成果或资源安排里写）；安排给别人的任务要有目标；总则里分派的任务要有优先级。负责人和截止日期由 GEN008 和 TSK001 检查。

    Bad::
        profile: daily_work
        state: final
        work_plan: {tasks: [{title: 上线周末活动页, owner: 王敏, due: 2026-11-22}]}
    Good::
        profile: daily_work
        state: final
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
        if at.final or at.once(_has_priorities, at.owner):
            yield from missing(task, "priority")
        if task.next_check and not has_any(task, "due", "expected_finish"):
            yield hit("expected_finish")
        if at.final and empty(task.resources_needed) and empty(at.owner.resources):
            yield hit("resources_needed")
        no_goals = isinstance(at.document.goals, (Nothing, NotApplicable))
        if no_goals and empty(task.goal) and empty(at.owner.expected_results):
            yield hit("goal")
    elif at.profile.charter:
        yield from missing(task, "priority")
    elif isinstance(at.owner, CommRecord) and at.owner.kind is CommKind.TASK_ASSIGNMENT:
        yield from missing(task, "goal")


def _has_priorities(plan: WorkPlan) -> bool:
    return any(has_any(task, "priority") for task in plan.tasks)


@rule(
    "TSK006",
    "task-contradicts-itself",
    Severity.WARNING,
    on=Task,
    message=("任务“{item}”前后矛盾：{what}", "the task '{item}' contradicts itself: {what}"),
    hint=("核对后改正其中一处", "find out which of the two is right, and correct the other"),
)
def task_contradicts_itself(task: Task, at: Context) -> Iterator[Hit]:
    """Status, progress and dates of a task contradict each other.

    For example, a task is done but below 100 %, at 100 % but not done and nothing said of what is left, not started but has progress, or past its due
    date, with the reason, but not marked as delayed. One of the two is out of date, and the reader cannot tell which. A
    task past its due date without a reason is reported by TSK002 alone.

    zh: 任务的状态、进度和日期对不上。
    zh: 例如已完成但进度不到 100%，进度 100% 却没有完成、也没写还剩什么，未开始却有进度，过了截止日期、也写了原因却没有标为已延迟。总有一处没有更新，读的人不知道是哪一处。过了截止日期又没有写原因的，只由 TSK002 报告。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: done, progress: 60}]}
    Good::
        work_progress: {tasks: [{title: 核对退款单, status: done, progress: 100}]}
    """
    done, progress = task.status is TaskStatus.DONE, task.progress
    if done and progress is not None and progress < 100:
        yield hit("progress", what=Text("状态是已完成，进度不到 100%", "done, but below 100 %"))
    left = has_any(task, "next_step", "remaining")
    if task.status in (TaskStatus.IN_PROGRESS, TaskStatus.DELAYED) and progress == 100 and not left:
        yield hit("status", what=Text("进度是 100%，状态却不是已完成", "at 100 %, but not done"))
    if task.status is TaskStatus.NOT_STARTED and progress is not None and progress > 0:
        yield hit("progress", what=Text("状态是未开始，却有进度", "not started, but with progress"))
    explained = has_any(task, "reason_unfinished")
    if task.status in (TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS) and explained and overdue(task, at):
        what = Text("已过截止日期，状态却不是已延迟", "past its due date, but not marked as delayed")
        yield hit("status", what=what)


@rule(
    "TSK007",
    "status-vague",
    Severity.WARNING,
    on=Task,
    joins="what",
    lacks=True,
    message=(
        "任务“{item}”只写了“进行中”，看不出{what}",
        "the task '{item}' is in progress, but does not say {what}",
    ),
    hint=("写明进度、已有的成果或剩余的工作", "give its progress, its results so far, or what is left to do"),
)
def status_vague(task: Task, _at: Context) -> Iterator[Hit]:
    """A task is in progress, but no other field says how far it is.

    "In progress" applies to a task begun this morning as well as to one that is nearly finished.

    zh: 任务只写了“进行中”，没有进度、成果、剩余工作、原因或下一步。
    zh: 今天早上刚开始和马上就要做完，都是“进行中”。

    Bad::
        work_progress: {tasks: [{title: 核对退款单, status: in_progress, owner: 周岩, due: 2026-11-22}]}
    Good::
        work_progress: {tasks: [{title: 核对退款单, status: in_progress, remaining: 还有 80 单没有核对}]}
    """
    if _has_status_only(task):
        yield hit("status", what=Text("做到哪一步", "how far it is"))


@presence_rule(
    "TSK008",
    "milestone-no-result",
    Severity.WARNING,
    on=Milestone,
    asks=("result",),
    thorough=True,
    message=("里程碑“{item}”已达成，但没有写成果", "the milestone '{item}' is reached, but has no result"),
    hint=("写明达到时产出了什么", "say what was produced when it was reached"),
)
def milestone_no_result(milestone: Milestone, _at: Context) -> bool:
    """A milestone is reached, but has no result.

    The next stage builds on it, so the receiver needs to know what exists.

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
