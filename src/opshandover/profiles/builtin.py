"""The five kinds of document of the source articles; `brief.py` has the short forms of four of them.

The weights follow how often and how strongly the source articles ask for each section, corrected by
what real handovers miss: who hands over to whom, and when.
"""

from opshandover.profiles.profile import HEADER, Profile, Share
from opshandover.spec import Need
from opshandover.text import Text


def required(weight: int) -> Share:
    """A section that the document is not ready without."""
    return Share(Need.REQUIRED, weight)


def recommended(weight: int) -> Share:
    """A section that most documents of the kind have."""
    return Share(Need.RECOMMENDED, weight)


PLANNED = {"work_plan.tasks.status": 0}
"""What is planned is not started; a status need not be written."""
HANDOVER_HEADER = {"giver": 6, "receivers": 6, "prepared_on": 4, "title": 2, "department": 2}

DAILY_HANDOVER = Profile(
    name="daily_handover",
    label=Text("运营日常交接", "Daily operations handover"),
    short=Text("日常交接", "Daily handover"),
    purpose=Text(
        "换班、轮岗或休假时，把手上的工作完整交给下一位",
        "Passes the work in hand to the next person at a change of shift, post or leave",
    ),
    handover=True,
    days_fresh=7,
    sections={
        HEADER: required(8),
        "overview": recommended(2),
        "changes": recommended(2),
        "work_progress": required(14),
        "issues": required(10),
        "risks": required(8),
        "work_plan": required(7),
        "data_analysis": required(8),
        "goals": recommended(1),
        "resources": required(7),
        "systems": required(6),
        "documents": required(5),
        "team": required(5),
        "contacts": required(4),
        "projects": recommended(2),
        "customers": recommended(3),
        "partners": recommended(1),
        "responsibilities": recommended(1),
        "routine_work": recommended(1),
        "processes": recommended(1),
        "culture": recommended(1),
        "training": recommended(1),
        "support": recommended(1),
        "notes": recommended(1),
    },
    weights={**HANDOVER_HEADER, **PLANNED},
)

OFFBOARDING = Profile(
    name="offboarding",
    label=Text("离职运营交接", "Offboarding handover"),
    short=Text("离职交接", "Offboarding"),
    purpose=Text(
        "离职或调岗时，把岗位的全部工作、资产和权限交给继任者",
        "Passes a whole post with its work, assets and rights to the successor",
    ),
    handover=True,
    departure=True,
    sections={
        HEADER: required(7),
        "handover_plan": required(8),
        "responsibilities": required(8),
        "projects": required(15),
        "work_progress": recommended(2),
        "routine_work": recommended(1),
        "issues": recommended(2),
        "customers": required(9),
        "partners": required(5),
        "systems": required(6),
        "assets": required(5),
        "documents": required(7),
        "key_dates": recommended(2),
        "team": recommended(2),
        "processes": recommended(1),
        "data_analysis": recommended(1),
        "training": required(7),
        "support": required(6),
        "sign_off": required(6),
    },
    weights={**HANDOVER_HEADER, "effective_on": 4, "witness": 2, "reason": 2},
)

DAILY_WORK = Profile(
    name="daily_work",
    label=Text("每日运营工作", "Daily operations work"),
    short=Text("每日工作", "Daily work"),
    purpose=Text(
        "一天的运营工作：计划、执行、数据、问题和复盘",
        "A day of operations: plan, work, figures, issues and what was learnt",
    ),
    handover=False,
    workday=True,
    days_fresh=7,
    sections={
        HEADER: required(4),
        "work_plan": required(19),
        "routine_work": required(9),
        "goals": required(10),
        "data_analysis": required(17),
        "issues": required(10),
        "communication": required(8),
        "customers": recommended(2),
        "resources": recommended(2),
        "processes": recommended(3),
        "performance": recommended(2),
        "training": recommended(3),
        "improvement": recommended(4),
        "review": required(7),
    },
    weights={"prepared_by": 6, "prepared_on": 4, "title": 2, "department": 2, **PLANNED},
)

COMMUNICATION = Profile(
    name="communication",
    label=Text("运营日常沟通", "Communication record"),
    short=Text("日常沟通", "Communication"),
    purpose=Text(
        "记录与团队、伙伴、客户的沟通：谈了什么、定了什么、谁去做",
        "Records what was discussed with team, partners and customers, decided, and who acts on it",
    ),
    handover=False,
    conversation=True,
    sections={
        HEADER: required(4),
        "communication": required(24),
        "work_progress": required(11),
        "projects": required(10),
        "issues": required(11),
        "data_analysis": required(9),
        "goals": recommended(6),
        "resources": recommended(5),
        "partners": recommended(5),
        "customers": recommended(5),
        "work_plan": recommended(2),
        "team": recommended(1),
        "culture": recommended(3),
        "review": recommended(4),
    },
    weights={
        "prepared_by": 6,
        "prepared_on": 4,
        "title": 2,
        "department": 2,
        **PLANNED,
        "communication.log": 9,
        "communication.meetings": 3,
        "communication.channels": 1,
    },
)

CHARTER = Profile(
    name="charter",
    label=Text("运营工作总则", "Operating charter"),
    short=Text("工作总则", "Charter"),
    purpose=Text(
        "团队长期遵守的规则：职责、目标、流程、沟通、考核和改进",
        "The lasting rules of a team: duties, goals, processes, communication, performance",
    ),
    handover=False,
    charter=True,
    days_fresh=365,
    sections={
        HEADER: required(6),
        "governance": recommended(4),
        "responsibilities": required(15),
        "goals": required(14),
        "processes": required(14),
        "quality_standards": recommended(3),
        "communication": required(10),
        "performance": required(9),
        "data_analysis": required(4),
        "risks": required(5),
        "training": required(4),
        "culture": required(5),
        "improvement": required(7),
    },
    weights={"organisation": 4, "version": 2, "effective_on": 6, "title": 2, "prepared_on": 0},
)
