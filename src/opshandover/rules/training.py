"""Rules about the training of receivers."""

from collections.abc import Iterator
from datetime import date

from opshandover.document.dates import is_before
from opshandover.findings import Severity
from opshandover.model import Team, Training, TrainingKind, TrainingSession, TrainingTopic
from opshandover.rules.predicates import has_any
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_FOR_RECEIVERS = (TrainingKind.HANDOVER, TrainingKind.ONBOARDING, None)


def _for_receivers(session: TrainingSession) -> bool:
    """Whether a session may be meant for receivers: handover, onboarding or no kind."""
    return session.kind in _FOR_RECEIVERS


@rule(
    "TRN001",
    "training-not-in-time",
    Severity.ERROR,
    on=Training,
    traits=("handover",),
    message=("交接培训{what}", "the handover training {what}"),
    hint=(
        "安排在接收人开始负责之前，写明日期；已经进行过的在“已完成”写“是”",
        "hold it before the receiver is responsible, and give the date; mark what has been held as `done`",
    ),
)
def training_not_in_time(training: Training, at: Context) -> Iterator[Hit]:
    """No training is scheduled, or it is scheduled after the handover takes effect.

    A receiver who is responsible before being trained makes mistakes in front of customers. Only handover and
    onboarding sessions are compared with the effective date.

    zh: 没有排定培训，或培训排在交接生效之后。
    zh: 先负责、后培训，错误就会出在客户面前。只有交接和入职培训才与生效日期比较。

    Bad::
        profile: offboarding
        effective_on: 2026-12-01
        training: {sessions: [{topics: [workflow], kind: handover, scheduled_on: 2026-12-03}]}
    Good::
        profile: offboarding
        effective_on: 2026-12-01
        training: {sessions: [{topics: [workflow], kind: handover, scheduled_on: 2026-11-27}]}
    """
    if training.sessions and not any(session.done or session.scheduled_on for session in training.sessions):
        yield hit("sessions", what=Text("没有排定日期", "has no date"))
    for i, session in enumerate(training.sessions):
        if _for_receivers(session) and _too_late(session, at.document.effective_on):
            what = Text("排在交接生效之后", "is scheduled after the handover takes effect")
            yield hit(f"sessions[{i}].scheduled_on", what=what)


def _too_late(session: TrainingSession, effective_on: date | None) -> bool:
    planned = session.scheduled_on
    return not session.done and bool(planned and effective_on and is_before(effective_on, planned))


_TEAM = {TrainingTopic.TEAM_MEMBERS, TrainingTopic.TEAM_CULTURE}
_FOCUS = {TrainingTopic.WORK_FOCUS}
_NEEDED = (
    (
        Text("工作流程", "workflow"),
        {TrainingTopic.WORKFLOW, TrainingTopic.BUSINESS_PROCESS, TrainingTopic.OPERATING_NORMS},
    ),
    (Text("系统和工具", "systems and tools"), {TrainingTopic.SYSTEM_OPERATION, TrainingTopic.TOOLS}),
)
_NEXT_SHIFT = (*_NEEDED, (Text("团队成员和工作重点", "team members and focus of work"), _TEAM | _FOCUS))
_SUCCESSOR = (*_NEEDED, (Text("团队成员", "team members"), _TEAM), (Text("工作重点", "focus of work"), _FOCUS))
"""What the training for a handover must cover, each with the topics that count for it."""


@rule(
    "TRN002",
    "training-one-sided",
    Severity.WARNING,
    on=Training,
    joins="what",
    thorough=True,
    traits=("handover",),
    message=("交接培训没有讲{what}", "the handover training does not cover {what}"),
    hint=(
        "补一场，或在已有培训的“主题”里写上",
        "add a session, or add the topic to the `topics` of an existing one",
    ),
)
def training_one_sided(training: Training, at: Context) -> Iterator[Hit]:
    """In a final document, the handover training does not cover the workflow, the systems, or team members and focus of work.

    A receiver who does not know the next step, how to use a system or whom to ask is blocked on the first day. If the
    document describes the team, its members need no session. In an offboarding handover, the focus of work is a
    topic of its own.

    zh: 文档已定稿，交接培训没有覆盖工作流程、系统操作、团队和工作重点这三类中的某一类。
    zh: 不知道下一步、不会用系统、不知道问谁，缺哪一样第一天都会卡住。文档里已经介绍团队成员的，不必再为此安排培训。离职交接里，工作重点单独算一类。

    Bad::
        profile: offboarding
        state: final
        training: {sessions: [{topics: [workflow], kind: handover, scheduled_on: 2026-11-27}]}
    Good::
        profile: offboarding
        state: final
        training:
          sessions:
            - topics: [workflow, system_operation, team_members, work_focus]
              kind: handover
              scheduled_on: 2026-11-27
    """
    sessions = [s for s in training.sessions if _for_receivers(s)] if at.final else []
    covered = {topic for session in sessions for topic in session.topics}
    if not covered:
        return
    team = at.document.team
    if isinstance(team, Team) and has_any(team, "members"):
        covered.add(TrainingTopic.TEAM_MEMBERS)
    needed = _SUCCESSOR if at.profile.departure else _NEXT_SHIFT
    for what, topics in needed:
        if not covered & topics:
            yield hit("sessions", what=what)


RULES = rules_of(__name__)
