"""Rules about goals: whether they are SMART, and how they are to be reached."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import Goal, Goals, Horizon, Task
from opshandover.rules.predicates import has_any, missing
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


@rule(
    "GOL001",
    "goal-not-smart",
    Severity.ERROR,
    on=Goal,
    covers=("due",),
    joins="field",
    lacks=True,
    message=("目标“{item}”没有写{field}", "the goal '{item}' has no {field}"),
    hint=(
        "按 SMART 写全：具体内容、衡量指标和目标值、可行性、相关性、截止日期",
        "complete the SMART parts: specific, metric with target, achievable, relevant, due",
    ),
)
def goal_not_smart(goal: Goal, at: Context) -> Iterator[Hit]:
    """A goal lacks some of the SMART parts; one finding names them.

    A goal without a metric and a due date can be neither reached nor missed: a missing metric, target or due date is
    an error. In a final charter, where goals are set, a goal that is not specific, achievable and relevant is a
    warning. A daily goal needs no due date.

    zh: 目标缺少 SMART 中的某几项，合在一起报告。
    zh: 没有指标和期限的目标，既谈不上达成也谈不上落空：衡量指标、目标值、截止日期缺失是错误。
    zh: 具体内容、可行性、相关性只在制定目标的工作总则定稿时要求，为警告。当日目标不要求截止日期。

    Bad::
        goals: {items: [{statement: 提升用户满意度}]}
    Good::
        goals:
          items:
            - statement: 提升用户满意度
              specific: 客服组缩短首次响应时间，覆盖全部在线渠道
              metric: {name: 满意度, target: 92, unit: "%"}
              achievable: 去年同期已达到 91%，新增两名客服
              relevant: 支撑全年复购率目标
              due: 2026-12-31
    """
    if goal.metric and not empty(goal.metric) and goal.metric.target is None:
        yield hit("metric.target")
    if goal.horizon is not Horizon.DAILY:
        yield from missing(goal, "due")
    if at.profile.charter and at.final:
        yield from missing(goal, "specific", "achievable", "relevant", severity=Severity.WARNING)


@rule(
    "GOL002",
    "goals-one-sided",
    Severity.WARNING,
    on=Goals,
    joins="term",
    thorough=True,
    message=("没有一个{term}目标", "no goal for the {term} term"),
    hint=(
        "用“期限”标明每个目标是短期还是长期，并补上缺的一类",
        "set the `horizon` of each goal, and add a goal of the missing kind",
    ),
    by_trait={"workday": Severity.INFO},
)
def goals_one_sided(goals: Goals, _at: Context) -> Iterator[Hit]:
    """Of several goals with a horizon, all are short-term or all are long-term.

    Short-term goals alone lose direction; long-term goals alone are not begun. Goals for a day, a week or a month
    count as short-term. In daily work it is only an info.

    zh: 有几个写明期限的目标，全是短期，或全是长期。
    zh: 只有短期目标容易跑偏，只有长期目标迟迟不动手。当日、本周、本月都算短期。每日工作中只作提示。

    Bad::
        goals:
          items:
            - {statement: 本周退款率降到 2% 以下, horizon: weekly}
            - {statement: 本月复购率达到 30%, horizon: monthly}
    Good::
        goals:
          items:
            - {statement: 本周退款率降到 2% 以下, horizon: weekly}
            - {statement: 明年退款率稳定在 1.5%, horizon: long_term}
    """
    given = [goal.horizon for goal in goals.items if goal.horizon]
    horizons = set(given)
    if len(given) < 2:
        return
    if not horizons - {Horizon.LONG_TERM}:
        yield hit("items", term=Text("短期", "short"))
    if Horizon.LONG_TERM not in horizons:
        yield hit("items", term=Text("长期", "long"))


@presence_rule(
    "GOL003",
    "goal-no-path",
    Severity.WARNING,
    on=Goal,
    asks=(("path", "tasks"),),
    thorough=True,
    message=("目标“{item}”没有写靠什么达到", "the goal '{item}' does not say how it is to be reached"),
    hint=(
        "在“实现路径”写策略或步骤，或在“分解任务”拆成任务",
        "give strategies or steps under `path`, or break it down into `tasks`",
    ),
)
def goal_no_path(_goal: Goal, at: Context) -> bool:
    """A goal has neither a path nor tasks, in a charter or a final document.

    Without them it is only a wish, and nobody knows what to do next.

    zh: 工作总则或定稿的文档里，目标既没有实现路径，也没有分解任务。
    zh: 没有路径的目标只是愿望，没有人知道接下来该做什么。

    Bad::
        state: final
        goals: {items: [{statement: 明年退款率稳定在 1.5%}]}
    Good::
        goals: {items: [{statement: 明年退款率稳定在 1.5%, path: [详情页补充尺码表, 出库前抽检]}]}
    """
    return at.profile.charter or at.final


@rule(
    "GOL004",
    "goal-no-task",
    Severity.WARNING,
    on=Goals,
    traits=("workday",),
    thorough=True,
    message=("目标“{goal}”没有分解成任务", "the goal '{goal}' has no tasks"),
    hint=(
        "在目标的“分解任务”列出任务，或在任务的“目标”写上这个目标",
        "list its tasks under `tasks`, or name the goal under `goal` of a task",
    ),
)
def goal_no_task(goals: Goals, at: Context) -> Iterator[Hit]:
    """In daily work, a goal has no task of its own, and no task elsewhere names it.

    A path says how it could be reached, a task who does something about it today. Long-term goals are reached through
    short-term ones and need no tasks. A goal with neither path nor task is reported by GOL003.

    zh: 每日工作里的目标没有分解任务，别处也没有任务写明是为了这个目标。
    zh: 实现路径只说可以怎样达到，任务才说今天谁来做。长期目标通过短期目标实现，不要求；路径和任务都没有的，由 GOL003 检查。

    Bad::
        profile: daily_work
        goals: {items: [{statement: 本周退款率降到 2% 以下, path: [出库前抽检]}]}
    Good::
        profile: daily_work
        work_plan: {tasks: [{title: 抽检今天出库的 200 单, goal: 本周退款率降到 2% 以下}]}
        goals: {items: [{statement: 本周退款率降到 2% 以下, path: [出库前抽检]}]}
    """
    pursued = {task.goal.strip() for _, task in records_in(at.document, Task)}
    for i, goal in enumerate(goals.items):
        checked = goal.horizon is not Horizon.LONG_TERM and has_any(goal, "path")
        if checked and not has_any(goal, "tasks") and goal.statement.strip() not in pursued:
            yield hit(f"items[{i}].tasks", goal=goal.statement)


RULES = rules_of(__name__)
