"""Rules about communication: what a record must say, and how often people meet."""

import re
from collections.abc import Iterator, Mapping

from opshandover.document.required import empty
from opshandover.findings import Severity
from opshandover.model import Audience, Channel, CommKind, CommRecord, Communication, Meeting, MeetingKind
from opshandover.rules.predicates import EMERGENCY, has_any, missing, names_time
from opshandover.rules.rule import Context, Hit, called, hit, rule, rules_of
from opshandover.text import Text

_ANSWERS = ("solutions", "next_steps", "decisions", "direction", "tasks", "outcome")
_AHEAD = ("next_steps", "tasks", "decisions", "solutions", "direction")

_PARTS: Mapping[CommKind, tuple[tuple[tuple[str, ...], Text], ...]] = {
    CommKind.TASK_ASSIGNMENT: ((("tasks", "next_steps"), Text("布置的任务", "the tasks that were assigned")),),
    CommKind.PROGRESS_REPORT: (
        (("progress", "content", "outcome"), Text("进展", "progress")),
        (("problems", "content"), Text("问题（没有就写明）", "problems, or that there are none")),
        (_ANSWERS, Text("解决办法或后续安排", "solutions or next steps")),
    ),
    CommKind.REQUIREMENT_CONFIRMATION: (
        (("confirmed", "outcome", "next_steps", "tasks"), Text("对方是否确认", "whether it was confirmed")),
    ),
    CommKind.PROBLEM_FEEDBACK: (
        (("problems", "content"), Text("问题", "the problem")),
        (_ANSWERS, Text("解决办法", "a solution")),
    ),
    CommKind.DATA_REPORT: ((_AHEAD, Text("下一步", "a next action")),),
    CommKind.COMPLAINT_HANDLING: (
        (_ANSWERS, Text("解决办法", "a solution")),
        (("confirmed", "outcome", "next_steps"), Text("怎样答复客户", "the answer to the customer")),
    ),
}
"""What each kind of record must say: the fields that may say it, the usual one first, and a label."""


@rule(
    "COM001",
    "talk-incomplete",
    Severity.ERROR,
    on=CommRecord,
    joins="what",
    lacks=True,
    traits=("conversation",),
    message=("沟通记录“{item}”没有写{what}", "the record '{item}' does not say: {what}"),
    hint=(
        "按沟通的类别补上：汇报要有进展、问题、解法，需求要有确认，投诉要有答复",
        "add what this kind of record must say: a report progress, problems and solutions, a "
        "requirement its confirmation, a complaint its answer",
    ),
)
def talk_incomplete(record: CommRecord, _at: Context) -> Iterator[Hit]:
    """A communication record lacks what records of its kind must say.

    A progress report needs progress, problems and solutions; a requirement its confirmation; a problem its
    solution; a data report the next action; a complaint its solution and the answer to the customer. Any related
    field will do; for a progress report it is a warning. What an assigned task needs is checked by TSK001 and TSK005.

    zh: 沟通记录缺少这类沟通必须有的内容。
    zh: 进展汇报要有进展、问题和解法，需求确认要有确认，问题反馈要有解法，数据汇报要有下一步，投诉处理要有解法和对客户的答复。写在哪个相关字段都可以；进展汇报缺内容为警告。布置的每项任务要写什么，由 TSK001 和 TSK005 检查。

    Bad::
        communication: {log: [{subject: 印刷尺寸, kind: requirement_confirmation, content: 改为 A5}]}
    Good::
        communication:
          log: [{subject: 印刷尺寸, kind: requirement_confirmation, content: 改为 A5, confirmed: true}]
    """
    severity = Severity.WARNING if record.kind is CommKind.PROGRESS_REPORT else None
    for names, what in _PARTS.get(record.kind, ()) if record.kind else ():
        if not any(_answers(record, name) for name in names):
            yield hit(names[0], severity, what=what)


def _answers(record: CommRecord, name: str) -> bool:
    """Whether a field is filled; `false`, as in not confirmed, is not enough."""
    value: object = getattr(record, name)
    return value is not False and not empty(value)


@rule(
    "COM002",
    "channel-no-cadence",
    Severity.WARNING,
    on=Communication,
    joins="field",
    lacks=True,
    thorough=True,
    traits=("charter", "conversation", "workday"),
    message=("“{what}”没有写{field}", "'{what}' has no {field}"),
    hint=(
        "渠道写明多久用一次、什么形式；例会写明多久开一次",
        "give the frequency and form of a channel, and the frequency of a regular meeting",
    ),
)
def channel_no_cadence(section: Communication, _at: Context) -> Iterator[Hit]:
    """A channel has no frequency or form, or a regular meeting has no frequency.

    People then use whatever channel is at hand, and important messages are missed. A channel that is always open, such as a
    group chat, or for emergencies, needs no frequency, and one whose kind is given or whose name says it needs no form. A meeting
    with its own date or the date of the next one needs no frequency.

    zh: 沟通渠道没有写频率或形式，或例会没有写频率。
    zh: 大家随手找个地方说，要紧的事就漏了。随时畅通的（例如聊天群）和应急的渠道不要求频率，写了工具类别、或名称里看得出的不要求形式；写明某天召开或下次时间的会议不要求频率。

    Bad::
        profile: charter
        communication: {channels: [{name: 公告栏}]}
    Good::
        profile: charter
        communication: {channels: [{name: 公告栏, purpose: 新规定, cadence: weekly, form: 张贴}]}
    """
    for i, channel in enumerate(section.channels):
        for name in _lacking(channel):
            yield hit(f"channels[{i}].{name}", what=called(channel))
    for i, meeting in enumerate(section.meetings):
        if not has_any(meeting, "cadence", "on", "next_meeting"):
            yield hit(f"meetings[{i}].cadence", what=called(meeting))


_CHAT = re.compile(r"群$|\b(?:chat|slack|teams|channel|group)\b", re.IGNORECASE)
"""Names of channels that are in use all day."""


def _lacking(channel: Channel) -> Iterator[str]:
    words = f"{channel.name} {channel.purpose} {channel.form}"
    always = channel.open is True or bool(EMERGENCY.search(words)) or bool(_CHAT.search(channel.name))
    if channel.cadence is None and not always and not names_time(words):
        yield "cadence"
    if not has_any(channel, "form", "kind") and not _FORM.search(channel.name):
        yield "form"


_FORM = re.compile(
    r"群|电话|热线|邮|微信|钉钉|飞书|会|文档|看板|公告|工单|周报|日报|短信"
    r"|phone|call|line|mail|chat|group|meeting|board|ticket|report|message|slack|teams",
    re.IGNORECASE,
)
"""Words in the name of a channel that say what it is."""


_PARTIES = (
    (
        Text("团队内部", "the team itself"),
        {Audience.TEAM, Audience.LEADER, Audience.OTHER_DEPARTMENT},
        {
            MeetingKind.TEAM,
            MeetingKind.PROJECT_BRIEFING,
            MeetingKind.FEEDBACK,
            MeetingKind.DATA_REVIEW,
            MeetingKind.RETROSPECTIVE,
            MeetingKind.BRAINSTORMING,
            MeetingKind.ONE_ON_ONE,
            MeetingKind.CROSS_DEPARTMENT,
        },
        "team",
    ),
    (Text("合作伙伴", "partners"), {Audience.PARTNER}, {MeetingKind.PARTNER}, "partners"),
    (Text("客户", "customers"), {Audience.CUSTOMER}, {MeetingKind.CUSTOMER}, "customers"),
)
"""The parties: label, audiences and kinds of meetings that count for each, and the section about it."""


@rule(
    "COM003",
    "party-not-covered",
    Severity.INFO,
    on=Communication,
    joins="what",
    thorough=True,
    traits=("conversation",),
    message=("没有与{what}的沟通", "no communication with {what}"),
    hint=(
        "补上记录；这段时间确实没有，就在相应部分写“无内容”和原因",
        "add a record; if there was none, write `nothing` with the reason in the section about them",
    ),
)
def party_not_covered(section: Communication, at: Context) -> Iterator[Hit]:
    """One of the three parties, team, partners and customers, does not appear at all.

    Without a record nobody can tell whether there was no communication. A section of the document about the party,
    even one that says `nothing`, is enough. Asked once the document is final.

    zh: 团队、合作伙伴、客户三方中，有一方完全没有出现；定稿时才检查。
    zh: 没有记录和没有沟通，看起来是一样的。文档里有关于这一方的部分（包括写明没有）就算回答。

    Bad::
        state: final
        communication: {log: [{subject: 周进展, kind: progress_report, audience: team}]}
    Good::
        partners: {nothing: 本周没有合作方的事}
        customers: {nothing: 本周没有客户来访}
        communication: {log: [{subject: 周进展, kind: progress_report, audience: team}]}
    """
    if not (section.log and at.final):
        return
    audiences = {entry.audience for entry in section.log}
    kinds = {meeting.kind for meeting in section.meetings}
    for what, party_audiences, party_meetings, about in _PARTIES:
        if not (audiences & party_audiences or kinds & party_meetings) and getattr(at.document, about) is None:
            yield hit("log", what=what)


@rule(
    "COM004",
    "briefing-no-content",
    Severity.ERROR,
    on=Meeting,
    joins="what",
    lacks=True,
    traits=("conversation",),
    message=("项目汇报会“{item}”没有写{what}", "the project briefing '{item}' does not give {what}"),
    hint=(
        "写明项目状态、风险和后续计划，或写会议纪要在哪里",
        "give the state, risks and next steps of the project, or where the minutes are kept",
    ),
)
def briefing_no_content(meeting: Meeting, _at: Context) -> Iterator[Hit]:
    """A project briefing does not give the state of the project, or what comes next.

    State, risks and plan are its purpose. A reference to the minutes is enough.

    zh: 项目汇报会没有写汇报内容（状态、风险），或没有写后续计划。
    zh: 汇报会就是为了状态、风险、计划这三样而开的。纪要存放在别处的，写明位置即可。

    Bad::
        communication: {meetings: [{title: 会员改版汇报, kind: project_briefing, on: 2026-11-20 15:00}]}
    Good::
        communication:
          meetings:
            - title: 会员改版汇报
              kind: project_briefing
              on: 2026-11-20 15:00
              agenda: [灰度进度, 短信退订的风险]
              decisions: [下周一放量到三成]
    """
    if meeting.kind is not MeetingKind.PROJECT_BRIEFING or has_any(meeting, "minutes"):
        return
    for part in missing(meeting, "agenda"):
        yield hit(part.field, what=Text("状态和风险", "its state and risks"))
    if not has_any(meeting, "decisions", "actions", "next_meeting"):
        yield hit("actions", what=Text("后续计划", "the next steps"))


RULES = rules_of(__name__)
