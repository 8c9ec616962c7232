"""The five built-in kinds of document.

The weights follow how often and how strongly the source articles ask for each section, corrected by
what real handovers miss: who hands over to whom, and when.
"""

from opshandover.profiles.profile import HEADER, Profile, Share
from opshandover.spec import Need
from opshandover.text import Text


def _required(weight: int) -> Share:
    return Share(Need.REQUIRED, weight)


def _recommended(weight: int) -> Share:
    return Share(Need.RECOMMENDED, weight)


_HANDOVER_HEADER = {"giver": 3, "receivers": 3, "prepared_on": 2, "title": 1, "department": 1}

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
        HEADER: _required(8),
        "overview": _recommended(2),
        "changes": _recommended(2),
        "work_progress": _required(14),
        "issues": _required(10),
        "risks": _required(8),
        "work_plan": _required(7),
        "data_analysis": _required(8),
        "goals": _recommended(1),
        "resources": _required(7),
        "systems": _required(6),
        "documents": _required(5),
        "team": _required(5),
        "contacts": _required(4),
        "projects": _recommended(2),
        "customers": _recommended(3),
        "partners": _recommended(1),
        "responsibilities": _recommended(1),
        "routine_work": _recommended(1),
        "processes": _recommended(1),
        "culture": _recommended(1),
        "training": _recommended(1),
        "support": _recommended(1),
        "notes": _recommended(1),
    },
    weights=_HANDOVER_HEADER,
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
        HEADER: _required(7),
        "handover_plan": _required(8),
        "responsibilities": _required(8),
        "projects": _required(15),
        "work_progress": _recommended(2),
        "routine_work": _recommended(1),
        "issues": _recommended(2),
        "customers": _required(9),
        "partners": _required(5),
        "systems": _required(6),
        "assets": _required(5),
        "documents": _required(7),
        "key_dates": _recommended(2),
        "team": _recommended(2),
        "processes": _recommended(1),
        "data_analysis": _recommended(1),
        "training": _required(7),
        "support": _required(6),
        "sign_off": _required(6),
    },
    weights={**_HANDOVER_HEADER, "effective_on": 2, "witness": 1, "reason": 1},
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
        HEADER: _required(4),
        "work_plan": _required(19),
        "routine_work": _required(9),
        "goals": _required(10),
        "data_analysis": _required(17),
        "issues": _required(10),
        "communication": _required(8),
        "customers": _recommended(2),
        "resources": _recommended(2),
        "processes": _recommended(3),
        "performance": _recommended(2),
        "training": _recommended(3),
        "improvement": _recommended(4),
        "review": _required(7),
    },
    weights={"prepared_by": 3, "prepared_on": 2, "title": 1, "department": 1},
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
        HEADER: _required(4),
        "communication": _required(24),
        "work_progress": _required(11),
        "projects": _required(10),
        "issues": _required(11),
        "data_analysis": _required(9),
        "goals": _recommended(6),
        "resources": _recommended(5),
        "partners": _recommended(5),
        "customers": _recommended(5),
        "work_plan": _recommended(2),
        "team": _recommended(1),
        "culture": _recommended(3),
        "review": _recommended(4),
    },
    weights={"prepared_by": 3, "prepared_on": 2, "title": 1, "department": 1},
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
        HEADER: _required(6),
        "governance": _recommended(4),
        "responsibilities": _required(15),
        "goals": _required(14),
        "processes": _required(14),
        "quality_standards": _recommended(3),
        "communication": _required(10),
        "performance": _required(9),
        "data_analysis": _required(4),
        "risks": _required(5),
        "training": _required(4),
        "culture": _required(5),
        "improvement": _required(7),
    },
    weights={"organisation": 2, "version": 1, "effective_on": 3, "title": 1, "prepared_on": 0},
)
