"""The handover of a warehouse shift (仓储交班), on a page; `rules` has what is asked of it beyond what all handovers are."""

import opshandover as oh
from opshandover.profiles import Profile, Share
from opshandover.spec import Need

__all__ = ["WAREHOUSE_SHIFT"]

_NOT_ASKED = (
    *("work_progress.summary", "work_progress.next_steps", "work_progress.tasks.progress"),
    *("issues.items.kind", "issues.items.reported_on", "data_analysis.reports", "data_analysis.metrics.target"),
    *("notes.items.kind", "contacts.items.kind"),
)
"""What handovers of an office are asked for, and nobody writes at the dock."""

WAREHOUSE_SHIFT = Profile(
    name="warehouse_shift",
    label=oh.Text("仓储班次交接", "Warehouse shift handover"),
    short=oh.Text("仓储交班", "Warehouse shift"),
    purpose=oh.Text(
        "仓库交班时，写清在库作业、差异和冷链温度",
        "The work, stock differences and temperatures that a shift leaves behind",
    ),
    handover=True,
    brief=True,
    days_fresh=1,
    sections={
        "header": Share(Need.REQUIRED, 20),
        "work_progress": Share(Need.REQUIRED, 30),
        "issues": Share(Need.REQUIRED, 20),
        "data_analysis": Share(Need.REQUIRED, 20),
        "notes": Share(Need.RECOMMENDED, 5),
        "contacts": Share(Need.RECOMMENDED, 5),
    },
    weights={**dict.fromkeys(_NOT_ASKED, 0), "giver": 6, "receivers": 6, "shift": 6, "next_shift": 2, "title": 2},
)
