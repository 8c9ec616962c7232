"""A small profile whose points can be worked out by hand, and documents for it."""

from datetime import date
from typing import Any

import attrs
from tests.scoring.filling import profile_with

from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.tasks import Task, TaskStatus
from opshandover.profiles.profile import HEADER
from opshandover.scoring import Scorecard

WEIGHTS = {f"work_progress.tasks{name}": 3 for name in ("", ".title", ".status", ".owner")}
TRIAL = profile_with({HEADER: 20, "work_progress": 80}, {"title": 3, "prepared_on": 1, **WEIGHTS})


TASK = Task(title="上线活动页", status=TaskStatus.DONE, progress=100, owner=Person(name="周岩"))


def document(**sections: Any) -> OpsDocument:
    """A document with a full header and these sections."""
    head = OpsDocument(profile="trial", title="运营交接", prepared_on=date(2026, 8, 1))
    return attrs.evolve(head, **sections)


def steps(card: Scorecard) -> list[tuple[str, object, int]]:
    """The path, gain and effort of each step."""
    return [(step.path, step.gain, step.effort) for step in card.next_steps]
