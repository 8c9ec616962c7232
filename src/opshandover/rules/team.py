"""Rules about the team: its members, its plan, and whom the receiver can ask."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Contacts, Member, Team, WorkPlan
from opshandover.rules.predicates import has_any, missing
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


@presence_rule(
    "TEA001",
    "member-incomplete",
    Severity.WARNING,
    on=Member,
    thorough=True,
    traits=("departure",),
    asks=(("focus", "work_progress"), ("communication_style", "past_collaboration")),
    unless={"communication_style": lambda _, at: not at.document.manages_people},
    message=("成员“{item}”没有写{field}", "the member '{item}' has no {field}"),
    hint=(
        "写明目前的重点、怎样沟通最顺畅、以前合作的经验",
        "give their current focus, how best to communicate with them, and the past collaboration",
    ),
)
def member_incomplete(_member: Member, _at: Context) -> bool:
    """Who leaves does not say what a team member works on; a leader who leaves does not say how to work with them.

    The giver knows it; the receiver does not. In other handovers the member's role, which is required, is enough. Who
    leads the team and leaves also gives the communication style of each member, or the past collaboration.

    zh: 离职交接里，成员没有写工作重点；带团队的人离职，没有写与成员怎样沟通或过往协作。
    zh: 这些移交人清楚，接收人不清楚。离职交接以外，写了必填的角色即可。

    Bad::
        team: {members: [{person: 何佳}]}
    Good::
        team:
          members:
            - person: 何佳
              role: 售后组长
              duties: [审核退款, 处理投诉]
              focus: 双十一的退款
              communication_style: 急事打电话，其他写在群里
              past_collaboration: 一起做过两次大促，排班由她定最稳
    """
    return True


@rule(
    "TEA002",
    "receiver-without-contact",
    Severity.WARNING,
    on=Team,
    thorough=True,
    traits=("handover",),
    message=("没有写接收人可以找谁", "no contact for the receiver in everyday work"),
    hint=(
        "在“接收人的对接人”写明接收人遇事可以直接找的同事，以及找他做什么",
        "name under `receiver_contacts` the colleagues whom the receiver can ask, and for what",
    ),
)
def receiver_without_contact(team: Team, at: Context) -> Iterator[Hit]:
    """An offboarding or final handover describes the team, but names no contact for the receiver.

    A newcomer does not know whom to ask. A list of key contacts is enough, and so are members with recommended
    topics.

    zh: 离职交接或已定稿的交接写了团队，却没有写接收人可以找谁。
    zh: 新来的人不知道遇事该问谁。写了重要联系人，或写了成员的推荐合作事项，也算回答。

    Bad::
        state: final
        team: {members: [{person: 何佳, role: 售后组长, duties: [审核退款]}]}
    Good::
        state: final
        team:
          members: [{person: 何佳, role: 售后组长, duties: [审核退款]}]
          receiver_contacts: [{person: {name: 刘倩, phone: 028-5550-0171}, relationship: 报价和合同}]
    """
    if not (at.profile.departure or at.final):
        return
    contacts = at.document.contacts
    has_contacts = isinstance(contacts, Contacts) and not empty(contacts.items)
    recommended = any(has_any(m, "recommended_for", "cooperation_items") for m in team.members)
    if not (has_contacts or recommended):
        yield from missing(team, "receiver_contacts")


@rule(
    "TEA003",
    "team-not-handed-over",
    Severity.ERROR,
    on=Team,
    joins="what",
    lacks=True,
    traits=("departure",),
    message=("移交人带团队，但没有写{what}", "the giver leads a team, but the team section has no {what}"),
    hint=(
        "逐人写明成员资料和手上工作的进展，并写团队接下来的计划（“团队计划”）",
        "describe each member and the progress of their work, and give the team's `plan`",
    ),
)
def team_not_handed_over(team: Team, at: Context) -> Iterator[Hit]:
    """The giver leads a team, but the progress of its members or its plan is missing.

    The new leader should not have to begin by asking each member what they do. Progress may also be in the sections
    on work progress and projects, the plan in the work plan.

    zh: 离职的人带团队，却没有写成员工作的进展或团队计划。
    zh: 新负责人不该从逐个问“你在做什么”开始。进展也可以写在工作进展或项目总结部分，计划也可以写在工作计划部分。

    Bad::
        manages_people: true
        team: {members: [{person: 邓小雨, role: 内容编辑, duties: [图文食谱]}]}
    Good::
        manages_people: true
        team:
          members:
            - {person: 邓小雨, role: 内容编辑, duties: [图文食谱], work_progress: 20 道冬至食谱已试做 14 道}
          plan: 12 月再招一名视频编导
    """
    document = at.document
    if not document.manages_people:
        return
    described = any(has_any(member, "work_progress", "focus") for member in team.members)
    if team.members and not described and document.work_progress is None and document.projects is None:
        yield hit("members", what=Text("成员工作的进展", "progress of its members"))
    if empty(team.plan) and not isinstance(document.work_plan, WorkPlan):
        yield hit("plan", what=Text("团队计划", "plan"))


RULES = rules_of(__name__)
