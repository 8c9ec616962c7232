"""Rules about plans: upcoming campaigns, and the risks, resources and flexibility of a plan."""

from collections.abc import Iterator

from opshandover.document.dates import is_before
from opshandover.document.required import empty
from opshandover.document.walk import records_in
from opshandover.findings import Severity
from opshandover.model import Campaign, Resource, Risk, WorkPlan
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of


@presence_rule(
    "PLN001",
    "campaign-incomplete",
    Severity.ERROR,
    on=Campaign,
    thorough=True,
    asks=("goal", "budget", "steps"),
    message=("活动“{item}”没有写{field}", "the campaign '{item}' has no {field}"),
    hint=(
        "写明要达到的目标、批准的预算和按顺序的步骤；不花钱就写 0",
        "give its goal, the approved budget and the steps in order; if it costs nothing, write 0",
    ),
)
def campaign_incomplete(campaign: Campaign, at: Context) -> bool:
    """An upcoming campaign has no goal, budget or steps.

    Those who carry it out have to guess what counts as success, how much they may spend and what comes first.
    Campaigns before the document's own date are over and not checked.

    zh: 即将举办的活动没有写目标、预算或步骤。
    zh: 执行的人只能猜怎样算成功、能花多少钱、先做什么。文档日期之前的活动已经结束，不再要求。

    Bad::
        work_plan: {campaigns: [{name: 周末红茶专场}]}
    Good::
        work_plan:
          campaigns:
            - name: 周末红茶专场
              goal: 两天成交 18 万元
              budget: 9000
              steps: [周四设置优惠券, 周五晚上发预热短信]
    """
    return not (campaign.scheduled_on and at.as_of and is_before(campaign.scheduled_on, at.as_of))


@rule(
    "PLN002",
    "plan-no-room",
    Severity.WARNING,
    on=WorkPlan,
    joins="field",
    lacks=True,
    thorough=True,
    traits=("workday",),
    message=("工作计划没有写{field}", "the work plan has no {field}"),
    hint=(
        "写明什么会打乱计划、到时怎么办，需要的人手和预算，以及哪些事可以推迟或缩减",
        "give the risks and the responses, the people and budget needed, and what can be postponed or cut",
    ),
)
def plan_no_room(plan: WorkPlan, at: Context) -> Iterator[Hit]:
    """A final work plan has no risks, no resources or no flexibility.

    Such a plan works only if nothing goes wrong. Other parts of the document count as well: the sections on risks and
    resources, the resources and support that tasks need, and a contingency plan of any risk as flexibility.

    zh: 每日工作已定稿，计划没有考虑风险、资源，或没有留调整余地。
    zh: 这样的计划只有一切顺利才成立。写在别处的也算：风险和资源两个部分、任务所需的资源和支持；任何一项风险的应急预案就是调整余地。

    Bad::
        state: final
        work_plan: {tasks: [{title: 上线周末活动页}]}
    Good::
        state: final
        work_plan:
          tasks: [{title: 上线周末活动页}]
          resources: [{name: 设计师半天}]
          risks: [{title: 主图当天交不出来, response: 上午 11 点催一次, contingency: 先用去年的主图上线}]
    """
    if not at.final:
        return
    risks = [risk for _, risk in records_in(at.document, Risk)]
    if not risks and at.document.risks is None:
        yield hit("risks")
    needs = any(has_any(task, "resources_needed", "support_needed") for task in plan.tasks)
    if not needs and at.document.resources is None and not records_in(plan, Resource):
        yield hit("resources")
    if empty(plan.flexibility) and not any(has_any(risk, "contingency") for risk in risks):
        yield hit("flexibility")


RULES = rules_of(__name__)
