"""Documents as people write them: nobody is told off for what a colleague would not miss, and the score says so."""

from pathlib import Path

import attrs
import pytest

import opshandover as oh
from opshandover.findings import Severity
from opshandover.model import Communication, OpsDocument
from opshandover.profiles import profile_of
from opshandover.rules import check

FILES = {path.name.partition(".")[0]: path for path in sorted((Path(__file__).parent / "data" / "honest").glob("*"))}
SHORT = ("daily_report", "meeting", "offboarding_two", "shift_note", "shift_note_night", "shift_tickets")


def honest(name: str) -> OpsDocument:
    """One of the documents."""
    return oh.load(FILES[name])


def counts(document: OpsDocument) -> tuple[int, int]:
    """The number of its errors and of its warnings."""
    report = check(document)
    return report.count(Severity.ERROR), report.count(Severity.WARNING)


MOST = {
    "communication": (0, 1),
    "daily_good": (0, 0),
    "daily_report": (0, 0),
    "daily_work": (0, 3),
    "manual": (2, 1),
    "meeting": (0, 0),
    "offboarding_full": (2, 5),
    "offboarding_two": (1, 1),
    "shift_note": (0, 0),
    "shift_note_night": (0, 0),
    "shift_tickets": (0, 0),
    "sloppy": (6, 1),
    "weekly_service": (5, 2),
}
"""The most errors and warnings of each, all of which a colleague who reads it would raise."""


@pytest.mark.parametrize("name", FILES)
def test_findings_are_those_of_a_colleague(name: str) -> None:
    """No more errors and warnings than those that were judged to be right, one by one."""
    errors, warnings = counts(honest(name))
    most_errors, most_warnings = MOST[name]
    assert errors <= most_errors
    assert warnings <= most_warnings


def test_a_shift_note_is_no_disgrace_in_the_full_kind() -> None:
    """As a daily handover it lacks sections, which is said once."""
    as_daily = attrs.evolve(honest("shift_note"), profile="daily_handover")
    assert counts(as_daily) == (1, 0)


@pytest.mark.parametrize(
    ("name", "missed"),
    [
        ("sloppy", {"HDR001", "HDR003", "GEN008", "TSK001", "ITM003", "CON001"}),
        ("weekly_service", {"GEN001", "TSK001", "ITM003", "ISS005", "DOC001"}),
        ("offboarding_two", {"ITM001"}),
        ("manual", {"QUA001", "GEN001"}),
    ],
)
def test_what_a_reader_would_miss_is_found(name: str, missed: set[str]) -> None:
    """Nobody is named, nothing is dated, nothing is planned, a file is nowhere."""
    assert missed <= {code for finding in check(honest(name)).findings for code in finding.codes}


@pytest.mark.parametrize("name", SHORT)
def test_a_good_page_reaches_eighty(name: str) -> None:
    """What people write on a page or two is most of what a short kind counts."""
    document = honest(name)
    assert profile_of(document.profile).brief
    assert (oh.score(document).score or 0) >= 80


def test_a_good_handover_of_the_full_kind_is_far_above_the_middle() -> None:
    """All required sections, sparsely filled in, are worth more than half and less than a complete document."""
    assert 60 <= (oh.score(honest("daily_good")).score or 0) <= 80


def test_a_sloppy_page_stays_below_fifty() -> None:
    """Half of what is required is missing."""
    assert (oh.score(honest("sloppy")).score or 0) <= 50


def test_a_good_meeting_reaches_ninety() -> None:
    """A meeting with decisions and actions is all that its notes need."""
    meeting = honest("meeting").communication
    assert isinstance(meeting, Communication)
    alone = attrs.evolve(
        honest("meeting"), communication=attrs.evolve(meeting, log=()), work_progress=None, issues=None
    )
    score = oh.score(alone).score
    assert score is not None
    assert score >= 90
