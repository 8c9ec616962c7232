"""The rule about information that may have gone stale."""

from datetime import date, timedelta

import pytest
from tests.rules.asked import document, found

from opshandover.model import DataAnalysis, DataReport, OpsDocument, Period
from opshandover.profiles import Profile, all_profiles
from opshandover.rules import check
from opshandover.rules.freshness import LIFE, information_outdated
from opshandover.text import LANGUAGES

DAY = "prepared_on: 2026-11-21\n"
REPORT = DAY + "data_analysis: {{reports: [{{title: 周报, {}}}]}}"
LISTED = DAY + "documents: {{items: [{{title: {}}}]}}"
PERIOD = "warning data_analysis.reports[0].period"
UPDATED = "warning documents.items[0].updated_on"


def of_age(days: int, profile: str) -> int:
    """Counts what is found about the figures of one day, so many days before the document."""
    today = date(2026, 11, 21)
    day = today - timedelta(days=days)
    report = DataReport(period=Period(start=day, end=day))
    made = OpsDocument(profile=profile, prepared_on=today, data_analysis=DataAnalysis(reports=(report,)))
    return len(check(made, rules=[information_outdated]).findings)


@pytest.mark.parametrize("profile", all_profiles(), ids=lambda p: p.name)
def test_window_depends_on_the_kind_of_document(profile: Profile) -> None:
    """Figures of one day are old once the window and that day have passed."""
    assert of_age(profile.days_fresh + 1, profile.name) == 0
    assert of_age(profile.days_fresh + 2, profile.name) == 1


def test_a_long_period_holds_longer() -> None:
    """The report on October is the latest until the one on November can be there."""
    assert found(information_outdated, REPORT.format("period: {start: 2026-10-01, end: 2026-10-31}")) == []
    assert found(information_outdated, REPORT.format("period: {start: 2026-09-01, end: 2026-09-30}")) == [PERIOD]


def test_report_without_any_date_is_found() -> None:
    """The dates of its figures, of its file or of the document's own period will do."""
    bare = REPORT.format("source: 订单库")
    assert found(information_outdated, bare) == [PERIOD]
    assert found(information_outdated, bare + "\nperiod: {start: 2026-11-20, end: 2026-11-20}") == []
    assert found(information_outdated, bare + "\nshift: 早班") == []
    dated = REPORT.format("metrics: [{name: 新客, period: {end: 2026-11-20}}]")
    assert found(information_outdated, dated) == []
    assert found(information_outdated, REPORT.format("document: {updated_on: 2026-11-20}")) == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("手册, updated_on: 2026-06-01", []),
        ("手册, updated_on: 2025-06-01", [UPDATED]),
        ("手册, updated_on: 2025-06-01, verified: true", []),
        ("周报, kind: operations_report, updated_on: 2026-11-01", []),
        ("周报, kind: operations_report, updated_on: 2026-10-01", [UPDATED]),
        ("供货合同, updated_on: 2023-06-01", []),
        ("供货, kind: contract, updated_on: 2023-06-01", []),
        ("例会, kind: meeting_minutes, updated_on: 2023-06-01", []),
        ("手册, updated_on: 2027-06-01", []),
        ("手册", []),
    ],
)
def test_documents_age_by_what_they_are(rest: str, expected: list[str]) -> None:
    """A manual lasts a year, a report a month; what was agreed, said or checked does not age."""
    assert found(information_outdated, LISTED.format(rest)) == expected


def test_documents_that_only_prove_something_do_not_age() -> None:
    """What a project was planned by is no longer in use, a manual of a system is."""
    old = "{title: 方案, updated_on: 2020-01-01}"
    assert found(information_outdated, DAY + f"projects: {{items: [{{documents: [{old}]}}]}}") == []
    assert found(information_outdated, DAY + f"systems: {{items: [{{guide: {old}}}]}}") == [
        "warning systems.items[0].guide.updated_on"
    ]


def test_research_lasts_a_year() -> None:
    """Research is asked for its age only if it has a date."""
    text = DAY + "data_analysis: {{research: [{{{}}}]}}"
    day = date(2026, 11, 21) - timedelta(days=LIFE + 1)
    assert found(information_outdated, text.format(f"conducted_on: {day}")) == [
        "warning data_analysis.research[0].conducted_on"
    ]
    assert found(information_outdated, text.format("subject: market")) == []


def test_nothing_is_old_without_a_date_of_the_document() -> None:
    """The clock is not asked."""
    text = "documents: {items: [{title: 手册, updated_on: 1999-01-01}]}"
    assert found(information_outdated, text) == []


def test_age_is_said() -> None:
    """The finding names the day, the age and the limit, in both languages."""
    report = check(document(LISTED.format("手册, updated_on: 2025-11-20")), rules=[information_outdated])
    for lang in LANGUAGES:
        said = report.findings[0].message[lang]
        assert all(part in said for part in ("手册", "2025-11-20", "366", "365"))
