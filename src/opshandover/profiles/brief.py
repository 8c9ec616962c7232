"""The short kinds of document: a page or two, written in minutes.

Each is a form of one of the five kinds with the few sections that people really fill in; whatever else
a document has to say may be added, and is neither asked for nor scored.
"""

from opshandover.profiles.builtin import HANDOVER_HEADER, PLANNED, recommended, required
from opshandover.profiles.profile import HEADER, Profile
from opshandover.text import Text

_LEFT_OUT = (
    *("work_progress.summary", "work_progress.next_steps", "work_progress.tasks.progress"),
    *("work_plan.horizon", "work_plan.tasks.progress"),
    *("work_progress.tasks.owner", "issues.items.kind", "issues.items.reported_on", "issues.items.owner"),
    *("risks.items.kind", "risks.items.likelihood", "risks.items.impact", "risks.items.description"),
    *("risks.items.impact_description", "risks.items.contingency", "risks.items.owner"),
    *("data_analysis.reports", "notes.items.kind", "contacts.items.kind"),
    *("responsibilities.items.scope", "responsibilities.items.expected_result"),
    *("systems.items.credentials.holder", "systems.items.credentials.granted_by", "systems.items.receiver_trained"),
    *("documents.items.category", "documents.items.version", "documents.items.updated_on"),
    *("assets.assets.kind", "assets.assets.quantity", "assets.accesses"),
)
_LITTLE = {
    **dict.fromkeys(_LEFT_OUT, 0),
    **PLANNED,
    "issues.items.approach": 2,
    "work_progress.tasks.next_step": 3,
    "work_progress.tasks.due": 3,
}
"""What the full kinds ask of each item, and nobody writes on a page or two."""

SHIFT_HANDOVER = Profile(
    name="shift_handover",
    label=Text("班次交接", "Shift handover"),
    short=Text("交班", "Shift"),
    purpose=Text(
        "交班时，用一页写清接班人必须知道的事", "One page at the end of a shift with what the next one must know"
    ),
    handover=True,
    brief=True,
    days_fresh=7,
    sections={
        HEADER: required(20),
        "work_progress": required(36),
        "issues": required(18),
        "risks": recommended(10),
        "notes": recommended(6),
        "contacts": recommended(10),
    },
    weights={**_LITTLE, "giver": 6, "receivers": 6, "shift": 6, "next_shift": 2, "title": 2, "prepared_on": 0},
)

OFFBOARDING_BRIEF = Profile(
    name="offboarding_brief",
    label=Text("离职简要交接", "Short offboarding handover"),
    short=Text("离职交接单", "Offboarding sheet"),
    purpose=Text(
        "离职或调岗时，用两三页交清职责、在办事项、系统、资料和物品",
        "Duties, work in hand, systems, documents and things of a post on two or three pages",
    ),
    handover=True,
    departure=True,
    brief=True,
    sections={
        HEADER: required(15),
        "responsibilities": required(12),
        "work_progress": required(24),
        "systems": required(17),
        "documents": recommended(10),
        "assets": recommended(10),
        "contacts": recommended(8),
        "notes": recommended(4),
        "sign_off": recommended(0),
    },
    weights={**_LITTLE, **HANDOVER_HEADER, "effective_on": 4},
)

DAILY_REPORT = Profile(
    name="daily_report",
    label=Text("工作日报", "Daily report"),
    short=Text("日报", "Report"),
    purpose=Text("一天做了什么、结果如何、明天做什么", "What was done in a day, what came of it, and what is next"),
    handover=False,
    workday=True,
    brief=True,
    days_fresh=7,
    sections={
        HEADER: required(12),
        "work_progress": required(40),
        "work_plan": required(20),
        "issues": required(15),
        "data_analysis": recommended(8),
        "notes": recommended(5),
    },
    weights={**_LITTLE, "prepared_by": 6, "prepared_on": 4, "title": 2, "department": 0},
)

MEETING_NOTES = Profile(
    name="meeting_notes",
    label=Text("会议纪要", "Meeting notes"),
    short=Text("纪要", "Notes of a meeting"),
    purpose=Text(
        "一次会议或沟通：谈了什么、定了什么、谁去做", "One meeting: what was discussed and decided, and who acts"
    ),
    handover=False,
    conversation=True,
    brief=True,
    sections={
        HEADER: required(15),
        "communication": required(85),
        "work_progress": recommended(0),
        "issues": recommended(0),
    },
    weights={
        **_LITTLE,
        "prepared_by": 6,
        "prepared_on": 4,
        "title": 2,
        "communication.meetings": 12,
        "communication.log": 1,
        "communication.channels": 0,
        "communication.coordination_rules": 0,
        "communication.meetings.title": 6,
        "communication.meetings.on": 4,
        "communication.meetings.attendees": 4,
        "communication.meetings.agenda": 2,
        "communication.meetings.decisions": 6,
        "communication.meetings.actions": 4,
        "communication.meetings.kind": 0,
        "communication.meetings.organiser": 0,
        "communication.meetings.actions.progress": 0,
        "communication.meetings.decisions.topic": 0,
        "communication.log.kind": 0,
        "communication.log.audience": 0,
    },
)
