"""Writes last night's handovers: 200 documents of 20 tickets each into a company's form.

Run: python nightly.py [FOLDER]
"""

import sys
from datetime import date, datetime
from pathlib import Path

import opshandover as oh
from opshandover.model import Person, Shift, Task, TaskStatus, WorkProgress

FORM = Path(__file__).with_name("forms") / "office.docx"
GIVER = Person(name="范志刚")
OPEN = (TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.DELAYED)


def ticket(title: str, status: TaskStatus) -> Task:
    """One ticket; a real script reads it from the ticket system."""
    return Task(title=title, status=status, owner=GIVER, due=date(2026, 11, 20), next_step="等仓库回电")


def handover(team: int) -> oh.OpsDocument:
    """The handover of one team."""
    shift = Shift(name="夜班", start=datetime(2026, 11, 19, 22), end=datetime(2026, 11, 20, 6))  # noqa: DTZ001
    tickets = tuple(ticket(f"工单 {team:03}-{number:02}", OPEN[number % 3]) for number in range(20))
    return oh.OpsDocument(
        profile="shift_handover",
        id=f"NS-{team:03}",
        giver=GIVER,
        receivers=(Person(name="莫小雨"),),
        shift=shift,
        work_progress=WorkProgress(tasks=tickets),
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "nightly")
    paths = oh.export_many(map(handover, range(200)), "word", folder, template=FORM, left_out="refuse")
    print(f"{len(paths)} 份，第一份 {paths[0].name}")
