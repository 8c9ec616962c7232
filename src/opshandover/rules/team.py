"""Rules about the team: who its members are, and whom the receiver can turn to."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Contacts, Member, Team, WorkPlan
from opshandover.rules.predicates import filled, missing
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text


@presence_rule(
    "TEA001",
    "member-incomplete",
    Severity.INFO,
    on=Member,
    by_trait={"departure": Severity.WARNING},
    traits=("handover",),
    asks=(("focus", "work_progress"), "communication_style", "past_collaboration"),
    severities={"focus": Severity.WARNING},
    message=("成员“{item}”没有写{field}", "the member '{item}' has no {field}"),
    hint=(
        "写明目前的重点、怎样沟通最顺畅、以前合作的经验",
        "say what they are busy with, how to talk to them and what working together has shown",
    ),
)
def member_incomplete(_member: Member, _at: Place) -> bool:
    """In a handover, nothing says how to work with a member of the team.

    Present focus, way of communicating and past collaboration: the giver knows them, the receiver does not. They
    are warnings. At a change of shift, where people know each other, the last two are mere hints.

    zh: 交接文档里，成员没有写工作重点、沟通方式或过往协作（警告；日常交接里后两项只作提示）。
    zh: 怎样与每个人合作，移交人清楚，接收人不清楚。

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
    traits=("handover",),
    message=("没有写接收人可以找谁", "nobody is named to whom the receiver can turn in everyday work"),
    hint=(
        "在 receiver_contacts 写明接收人遇事可以直接找的同事，以及找他做什么",
        "name under `receiver_contacts` the colleagues whom the receiver can ask, and for what",
    ),
)
def receiver_without_contact(team: Team, at: Place) -> Iterator[Hit]:
    """A handover describes the team, but names nobody to whom the receiver can turn.

    Whoever is new does not know whom one may ask. A list of contacts answers the question as well, and so do
    members of whom is said what to turn to them for.

    zh: 交接文档写了团队，却没有写接收人可以找谁。
    zh: 新来的人不知道遇事该问谁。写了重要联系人，或写了成员的推荐合作事项，也算回答。

    Bad::
        team: {members: [{person: 何佳, role: 售后组长, duties: [审核退款]}]}
    Good::
        team:
          members: [{person: 何佳, role: 售后组长, duties: [审核退款]}]
          receiver_contacts: [{person: {name: 刘倩, phone: 028-5550-0171}, relationship: 报价和合同}]
    """
    contacts = at.document.contacts
    listed = isinstance(contacts, Contacts) and not empty(contacts.items)
    recommended = any(filled(m, "recommended_for", "cooperation_items") for m in team.members)
    if not (listed or recommended):
        yield from missing(team, "receiver_contacts")


@rule(
    "TEA003",
    "team-not-handed-over",
    Severity.ERROR,
    on=Team,
    traits=("departure",),
    message=("移交人带团队，但没有写{what}", "the giver leads a team, but nothing says {what}"),
    hint=(
        "逐人写明成员资料和手上工作的进展，并写团队接下来的计划（plan）",
        "describe each member and how far their work has come, and give the team's `plan`",
    ),
)
def team_not_handed_over(team: Team, at: Place) -> Iterator[Hit]:
    """The one who leaves leads a team, and members, their progress or the team's plan is missing.

    The team stays without a head, and its new one must not start by asking each member what they do. Progress may
    also stand in the sections on tasks and projects, the plan in the work plan.

    zh: 离职的人带团队，却没有写成员资料、成员工作的进展或团队计划。
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
    told = any(filled(member, "work_progress", "focus") for member in team.members)
    if team.members and not told and document.work_progress is None and document.projects is None:
        yield hit("members", what=Text("成员工作的进展", "how far their work has come"))
    if empty(team.plan) and not isinstance(document.work_plan, WorkPlan):
        yield hit("plan", what=Text("团队计划", "what the team is to do next"))


RULES = rules_of(__name__)
