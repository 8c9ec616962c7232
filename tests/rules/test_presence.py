"""Rules about sections, numbers, periods and shifts."""

from datetime import UTC, date, datetime

import pytest
from tests.rules.built import BLANKS, ERROR, INFO, WARNING, document, found, paths, with_task

from opshandover.model import (
    DocumentState,
    Governance,
    Issue,
    Issues,
    Metric,
    NotApplicable,
    Nothing,
    Overview,
    Period,
    Risks,
    Shift,
    Task,
    Waiver,
    WorkProgress,
)
from opshandover.model.data import DataAnalysis
from opshandover.profiles import Profile, all_profiles
from opshandover.profiles.profile import HEADER
from opshandover.rules import check
from opshandover.rules.presence import (
    absence_unexplained,
    number_out_of_range,
    period_inverted,
    section_empty,
    section_missing,
    shift_inverted,
)
from opshandover.spec import Need


@pytest.mark.parametrize("profile", all_profiles(), ids=lambda p: p.name)
def test_each_missing_section_is_found_once(profile: Profile) -> None:
    """A final one that is empty misses what its profile names: required ones are an error, others are not on a page."""
    gravity = {Need.REQUIRED: ERROR, Need.RECOMMENDED: INFO}
    shares = [(key, share.need) for key, share in profile.sections.items() if key != HEADER]
    expected = [(k, gravity[need]) for k, need in shares if need is Need.REQUIRED or not profile.brief]
    final = document(profile.name, state=DocumentState.FINAL)
    assert sorted(found(section_missing, final), key=str) == sorted(expected, key=str)
    drafted = [(k, ERROR) for k, need in shares if need is Need.REQUIRED and k != "sign_off"]
    assert sorted(found(section_missing, document(profile.name)), key=str) == sorted(drafted, key=str)
    assert len(check(final, rules=[section_missing]).findings) == len({severity for _, severity in expected})


def test_a_waiver_takes_one_section_out_of_the_list() -> None:
    """The finding names the other ones, and what is waived is told apart."""
    waiver = Waiver(rule="GEN001", path="risks", reason="由总部管理")
    (missing,) = [f for f in check(document(waivers=(waiver,))).findings if f.code == "GEN001"]
    assert "risks" not in [part.path for part in missing.parts]
    assert "风险与应急" not in missing.message["zh"]
    (waived,) = check(document(waivers=(waiver,))).waived
    assert (waived.code, waived.path) == ("GEN001", "risks")


def test_a_reasoned_absence_is_no_missing_section() -> None:
    """Nothing to report and not applicable both answer the question."""
    doc = document(issues=Nothing(reason="查过工单"), risks=NotApplicable(reason="由总部管理"))
    assert not {"issues", "risks"} & set(paths(section_missing, doc))


def test_who_leads_a_team_must_hand_it_over() -> None:
    """The team is recommended in an offboarding, required of a giver who leads one."""
    assert ("team", INFO) in found(section_missing, document("offboarding", state=DocumentState.FINAL))
    leading = document("offboarding", manages_people=True)
    assert found(section_missing, leading).count(("team", ERROR)) == 1
    assert "team" not in paths(section_missing, document("charter", manages_people=True))


def test_the_message_names_section_and_content() -> None:
    """One text says which sections are missing, and where each belongs."""
    (missing,) = check(document(), rules=[section_missing]).findings
    assert missing.path == ""
    for label in (Issues.label, Risks.label):
        assert label.zh in missing.message["zh"]
        assert label.en in missing.message["en"]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_section_of_placeholders_is_empty(blank: str) -> None:
    """A heading with an empty list or blank items is found, as grave as if it were missing."""
    for section in (Issues(), Issues(items=(Issue(title=blank),))):
        assert found(section_empty, document(issues=section)) == [("issues", ERROR)]
    assert found(section_empty, document(overview=Overview(summary=blank))) == [("overview", WARNING)]
    assert found(section_empty, document(governance=Governance())) == [("governance", INFO)]


def test_one_real_value_fills_a_section() -> None:
    """A single statement is content; absent and declared sections are other rules' business."""
    doc = document(issues=Issues(items=(Issue(), Issue(title="退款重复"))), risks=Nothing())
    assert found(section_empty, doc) == []


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("absence", [Nothing, NotApplicable])
def test_an_absence_needs_a_reason(blank: str, absence: type[Nothing | NotApplicable]) -> None:
    """A placeholder is no reason; the gravity is that of the section."""
    doc = document(issues=absence(reason=blank), overview=absence(reason=blank))
    assert found(absence_unexplained, doc) == [
        ("overview.reason", WARNING),
        ("issues.reason", ERROR),
    ]


def test_absences_without_a_reason_are_one_finding() -> None:
    """All such sections are named together, and in a short kind of document none of them keeps it from being final."""
    fields = {"work_progress": Nothing(reason="无"), "issues": Nothing(), "risks": NotApplicable(reason="无")}
    for profile, severity in (("daily_handover", ERROR), ("shift_handover", WARNING)):
        (finding,) = check(document(profile, **fields), rules=[absence_unexplained]).findings
        assert (finding.path, finding.severity) == ("", severity)
        assert finding.message["zh"].count("写着“无内容”") == 2
        assert finding.message["zh"].count("写着“不适用”") == 1
        assert [part.path for part in finding.parts] == [f"{name}.reason" for name in fields]


def test_a_real_reason_is_enough() -> None:
    """What has been checked is a reason."""
    doc = document(issues=Nothing(reason="查过工单系统，没有新问题"))
    assert found(absence_unexplained, doc) == []


@pytest.mark.parametrize("progress", [-1, 101, 10**17], ids=["below", "above", "absurd"])
def test_numbers_out_of_range_are_found(progress: int) -> None:
    """Below, above and absurdly far above the range; the text never holds the number."""
    report = check(with_task(Task(progress=progress)), rules=[number_out_of_range])
    (finding,) = report.findings
    assert (finding.path, finding.severity) == ("work_progress.tasks[0].progress", ERROR)
    assert "0 到 100%" in finding.message["zh"]
    assert "from 0 to 100%" in finding.message["en"]


@pytest.mark.parametrize("progress", [None, 0, 1, 100])
def test_numbers_in_range_are_fine(progress: int | None) -> None:
    """Both ends of the range belong to it."""
    assert found(number_out_of_range, with_task(Task(progress=progress))) == []


def test_a_range_open_at_one_end() -> None:
    """Where only the least value is declared, the text says so."""
    doc = document(issues=Issues(items=(Issue(affected_users=-3),)))
    (finding,) = check(doc, rules=[number_out_of_range]).findings
    assert "0 or more" in finding.message["en"]


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), True),
        (date(2026, 11, 1), date(2026, 11, 1), False),
        (date(2026, 11, 1), None, False),
        (None, date(2026, 11, 1), False),
    ],
)
def test_a_period_runs_forward(start: date | None, end: date | None, wrong: bool) -> None:
    """A single day is a period; an end before the start is none."""
    doc = document(period=Period(start=start, end=end))
    assert paths(period_inverted, doc) == (["period.end"] if wrong else [])


NIGHT = datetime(2026, 11, 21, 22, 0)  # noqa: DTZ001 - shifts are written without a time zone
ZONED = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (NIGHT, NIGHT.replace(hour=6), True),
        (NIGHT, NIGHT, True),
        (NIGHT, NIGHT.replace(day=22, hour=6), False),
        (NIGHT, None, False),
        (NIGHT, ZONED, False),
        (ZONED, ZONED.replace(hour=5), True),
    ],
)
def test_a_shift_runs_forward(start: datetime, end: datetime | None, wrong: bool) -> None:
    """An end at or before the start is wrong; times that cannot be compared are left alone."""
    doc = document(shift=Shift(start=start, end=end))
    assert paths(shift_inverted, doc) == (["shift.end"] if wrong else [])


def test_periods_are_found_wherever_they_stand() -> None:
    """The rule looks at every period of a document, not only at that of its header."""
    late = Period(start=date(2026, 2, 1), end=date(2026, 1, 1))
    doc = document(
        work_progress=WorkProgress(tasks=()),
        data_analysis=DataAnalysis(metrics=(Metric(period=late),)),
    )
    assert paths(period_inverted, doc) == ["data_analysis.metrics[0].period.end"]
