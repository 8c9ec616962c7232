"""Planning: the work ahead, with campaigns, resources, risks and contingencies."""

from typing import ClassVar

from attrs import field

from opshandover.model.base import Horizon, Money, Prose, Record, ReviewCycle, Section, When, record
from opshandover.model.data import Metric
from opshandover.model.resources import Resource
from opshandover.model.risks import Risk
from opshandover.model.tasks import Task
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


@record(kw_only=True)
class Campaign(Record):
    """A campaign or an event in preparation."""

    label: ClassVar[Text] = Text("活动", "Campaign")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "steps"

    name: str = field(default="", metadata=spec("名称", "Name", "活动的名称", "What the campaign is called", REQUIRED))
    goal: str = field(
        default="", metadata=spec("目标", "Goal", "希望活动带来什么结果", "What it is meant to bring about", REQUIRED)
    )
    budget: Money | None = field(
        default=None, metadata=spec("预算", "Budget", "批准的总金额", "The sum that has been approved", REQUIRED)
    )
    steps: tuple[str, ...] = field(
        default=(), metadata=spec("步骤", "Steps", "按先后顺序写要做的事", "What has to be done, in order", REQUIRED)
    )
    scheduled_on: When | None = field(
        default=None,
        metadata=spec("计划日期", "Scheduled on", "活动哪天开始", "The day on which it starts", RECOMMENDED),
    )
    kpis: tuple[Metric, ...] = field(
        default=(),
        metadata=spec(
            "指标", "Indicators", "用哪些数字判断效果", "The numbers that show whether it worked", RECOMMENDED
        ),
    )


@record(kw_only=True)
class WorkPlan(Section):
    """What is to be done next, and with which resources."""

    label: ClassVar[Text] = Text("工作计划", "Work plan")
    hint: ClassVar[Text] = Text(
        "接下来做什么、谁做、何时完成、需要什么", "What comes next, by whom, by when, and what it takes"
    )
    synonyms: ClassVar[Text] = Text(
        "计划, 下一步计划, 后续计划, 明日计划, 下周计划, 下步工作, 下一步工作, 后续工作, 明日工作, 明日工作计划, 下周工作, 下周工作计划, 近期计划, 下一步, 下一步安排, 后续安排, 工作安排, 接下来的工作, 下阶段计划, 下阶段工作, 下月计划, 明天计划, 明天工作, 下周安排, 明日安排, 未来计划, 后续规划, 后续工作安排, 下班计划, 计划工作, 后续待完成, 未来工作, 接下来, 接下来要做的, 近期工作安排, 后续开发, 后续开发计划, 下一步建议, 待开发, 待开发功能, 后续优化, 待实现, 待实现功能, 下周重点, 今后工作, 迭代计划, 开发计划, 项目计划, 规划, 未来规划, 预约, 预约情况, 排期, 下班任务, 下个班次, 明日重点, 明日待办, 次日计划, 明天要做, 明早要做, 下周要做, 下周要做的, 下一步打算, 明日预约, 预抵, 特殊检查, 明日检查, 待检查, 下一场, 下次, 上新, 上新计划, 近期活动, 活动安排, 促销, 促销活动, 营销活动, 档期, 预订, 预定, 宴会预订, 会议预订, 今日预订, 预订宴席, 后面的安排, 接手第一周, 头一周, 优先级, 重要且紧急, 月底要做, 行动建议, 下一阶段, 行动计划, 后续行动建议",
        "plan, plans, next steps, upcoming, upcoming work, upcoming tasks, next week, tomorrow, plan for tomorrow, plans for tomorrow, roadmap, what's next, what is next, next actions, coming up, future work, planned work, planned tasks, plan for next week, plan for the week, next, work planned, to be done, immediate next steps, recommended next steps, suggested next steps, next session, for next session, next priorities, next up, what to do next, future improvements, future enhancements, future plans, upcoming priorities, priorities for next week, short-term plan, long-term plan, planned for tomorrow, the plan, plans for next shift, tasks for next shift, to do next, action plan, future tasks, next milestones, what comes next, next phase, plan for next shift, enhancements, coming shifts, expected arrivals, arrivals today, tomorrow's arrivals, appointments, upcoming appointments, scheduled for tomorrow, tomorrow's priorities, scheduled tasks, scheduled work, focus for next week, goals for next week, plans for next week, what is coming up, first 30 days, first 90 days, your first week, first week, suggested first steps, where to start, bookings, reservations, functions, this week, next month, order of work, suggested order, suggested order of work, short term, longer term, long term, recommended next work, next work, future development",
    )
    stems: ClassVar[Text] = Text(
        "计划, 下一步, 接下来, 后续, 明天, 明日, 下周, 规划, 准备做, 打算, 将要, 想做, 下一场, 下次, 下一期, 班要做, 班要办, 近期要做, 先做, 后面的安排, 第一周, 头一周, 首周, 往后, 中午要做, 晚上要做, 今天要做, 待办, 要干的, 要跟的, 要办的, 准备, 待开发, 未来",
        "next step, plan, upcoming, tomorrow, next week, coming up, roadmap, planned, going forward, ahead, to come, want to, would do, first week, first month, first 30, first 90, order of work, to-do, follow-ups for, promised, future",
    )

    horizon: Horizon | None = field(
        default=None, metadata=spec("计划期限", "Horizon", "计划管到多远", "How far ahead the plan looks", RECOMMENDED)
    )
    tasks: tuple[Task, ...] = field(
        default=(),
        metadata=spec(
            "任务", "Tasks", "写明优先级、负责人和完成时间", "Each with priority, owner and finish", REQUIRED
        ),
    )
    project_plans: tuple[str, ...] = field(
        default=(), metadata=spec("项目规划", "Project plans", "各项目接下来的规划", "What the projects are to do next")
    )
    campaigns: tuple[Campaign, ...] = field(
        default=(), metadata=spec("活动", "Campaigns", "即将举办的活动", "The campaigns that are coming up")
    )
    strategies: tuple[str, ...] = field(
        default=(), metadata=spec("策略", "Strategies", "打算采用的做法和方向", "The direction and the means chosen")
    )
    expected_results: tuple[str, ...] = field(
        default=(),
        metadata=spec("预期成果", "Expected results", "计划完成后应看到什么", "What should be there in the end"),
    )
    risks: tuple[Risk, ...] = field(
        default=(),
        metadata=spec("风险", "Risks", "什么会打乱计划，怎样应对", "What could upset the plan, and what then"),
    )
    resources: tuple[Resource, ...] = field(
        default=(),
        metadata=spec("资源安排", "Resources", "所需的人手、预算和工具", "The people, money and tools that it takes"),
    )
    flexibility: Prose = field(
        default="",
        metadata=spec(
            "调整余地", "Room for change", "哪些可以推迟、替换或缩减", "What can be put off, replaced or cut"
        ),
    )
    deviations: tuple[str, ...] = field(
        default=(),
        metadata=spec("偏差", "Deviations", "实际与目标差多少，为什么", "How far results are from the goals, and why"),
    )
    review: ReviewCycle | None = field(
        default=None,
        metadata=spec("定期检查", "Review", "多久对照计划检查一次", "How often progress is held against the plan"),
    )
