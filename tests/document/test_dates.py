"""Days and moments: they are compared by what both have, and sorted in one order."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from tests.support.documents import values
from tests.support.patience import one_in

import opshandover as oh
from opshandover.document.dates import day_of, due_order, has_come, is_before
from opshandover.layout import lay_out
from opshandover.model import (
    AccessChange,
    Asset,
    Assets,
    Campaign,
    KeyDate,
    KeyDates,
    Milestone,
    OpsDocument,
    Priority,
    Project,
    Projects,
    ReviewCycle,
    Risks,
    Shift,
    Support,
    Task,
    TaskStatus,
    Training,
    TrainingSession,
    When,
    WorkPlan,
    WorkProgress,
)
from opshandover.model.fields import field_map
from opshandover.pages.blocks import Page
from opshandover.text import LANGUAGES, Lang

DAY = date(2026, 11, 29)
MORNING = datetime.combine(DAY, time(9, 30))
WHENS = values(field_map(Task)["due"])


def test_the_day_and_the_order() -> None:
    """A day alone lasts until its end, an earlier time comes first, and what has no date comes last."""
    in_order = [DAY - timedelta(days=1), MORNING, MORNING + timedelta(hours=1), DAY, DAY + timedelta(days=1), None]
    for mixed in permutations(in_order):
        assert sorted(mixed, key=due_order) == in_order
    assert day_of(MORNING) == day_of(DAY) == DAY


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        (MORNING, DAY, False),
        (DAY, MORNING, False),
        (DAY, MORNING + timedelta(days=1), True),
        (MORNING, MORNING + timedelta(minutes=1), True),
        (MORNING.replace(tzinfo=UTC), MORNING.replace(tzinfo=timezone(timedelta(hours=8))), False),
        (MORNING.replace(tzinfo=timezone(timedelta(hours=8))), MORNING.replace(tzinfo=UTC), True),
        (MORNING.replace(tzinfo=UTC), MORNING + timedelta(minutes=1), True),
    ],
)
def test_what_is_before(one: When, other: When, before: bool) -> None:
    """Times count only where both have one, and offsets likewise."""
    assert is_before(one, other) is before


@given(WHENS, WHENS)
def test_any_two_can_be_compared(one: When, other: When) -> None:
    """Days, times and offsets in any mixture are compared without an error, and never both ways."""
    assert not (is_before(one, other) and is_before(other, one))
    assert has_come(one, day_of(other)) is (day_of(one) <= day_of(other))
    assert due_order(one) <= due_order(None)


def _document(due: When) -> OpsDocument:
    """A document in which every kind of commitment has this date."""
    tasks = tuple(
        Task(title=title, status=TaskStatus.IN_PROGRESS, priority=Priority.URGENT_IMPORTANT, due=on, next_check=due)
        for title, on in (("甲", due), ("乙", DAY), ("丙", None), ("丁", MORNING.replace(tzinfo=UTC)))
    )
    return OpsDocument(
        profile="offboarding",
        prepared_on=DAY,
        effective_on=DAY,
        shift=Shift(end=MORNING.replace(tzinfo=UTC)),
        work_progress=WorkProgress(tasks=tasks),
        projects=Projects(items=(Project(name="p", due=due, milestones=(Milestone(name="m", due=due),)),)),
        assets=Assets(assets=(Asset(name="a", return_by=due),), accesses=(AccessChange(what="w", due=due),)),
        key_dates=KeyDates(items=(KeyDate(title="k", on=due),)),
        risks=Risks(review=ReviewCycle(next=due)),
        support=Support(until=due),
        training=Training(sessions=(TrainingSession(scheduled_on=due),)),
        work_plan=WorkPlan(campaigns=(Campaign(name="c", scheduled_on=due),)),
    )


@one_in(4)
@given(WHENS)
def test_everything_takes_any_due_date(due: When) -> None:
    """Check, score, page, digest, table and dump take days and moments side by side."""
    document = _document(due)
    oh.check(document)
    assert oh.score(document).score is not None
    assert isinstance(lay_out(document, "zh"), Page)
    for form in ("digest", "tasks", "json"):
        assert oh.export(document, form)
    for form in ("yaml", "json"):
        assert oh.loads(oh.dumps(document, format=form), format=form) == document


@pytest.mark.parametrize("hour", ["", " 00:00", " 09:30", " 23:59:59"])
def test_rules_and_score_go_by_the_day(hour: str) -> None:
    """A time of day changes no finding and no point: what is due on the document's own day is not overdue."""

    def asked(on: str) -> tuple[set[str], object]:
        task = f"{{title: 甲, status: in_progress, due: {on}, reason_unfinished: 缺人}}"
        text = f"{{profile: offboarding, prepared_on: 2026-11-29, work_progress: {{tasks: [{task}]}}}}"
        document = oh.loads(text, format="yaml")
        return {finding.code for finding in oh.check(document).findings}, oh.score(document).score

    for day, late in (("2026-11-28", True), ("2026-11-29", False), ("2026-11-30", False)):
        assert asked(day + hour) == asked(day)
        assert ("TSK006" in asked(day + hour)[0]) is late


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_time_is_shown_wherever_the_date_is(lang: Lang) -> None:
    """Page, digest and table show the hour of what is due; a day alone stays a day."""
    document = _document(MORNING)
    for form in ("markdown", "digest", "tasks"):
        shown = oh.export(document, form, lang=lang).decode()
        assert "2026-11-29 09:30" in shown
        assert "2026-11-29T" not in shown
        assert "00:00" not in shown.replace("+00:00", "")
