"""Rules about who hands over to whom, and when."""

from datetime import date, datetime
from typing import Any

import pytest
from tests.rules.built import (
    BLANKS,
    ERROR,
    HANDOVERS,
    OTHERS,
    WARNING,
    document,
    found,
    paths,
    person,
)

from opshandover.model import CommRecord, Communication, Governance, HandoverPlan, Period, Shift
from opshandover.rules import check
from opshandover.rules.header import (
    author_missing,
    charter_no_effect,
    effect_missing,
    giver_missing,
    period_missing,
    receiver_missing,
    self_handover,
    witness_missing,
)

NOBODY = (*BLANKS, "运营团队", "相关同事", "the team")


@pytest.mark.parametrize("profile", HANDOVERS)
def test_a_handover_names_both_sides_and_a_date(profile: str) -> None:
    """Each of the three is an error of its own."""
    doc = document(profile)
    assert found(receiver_missing, doc) == [("receivers", ERROR)]
    assert found(giver_missing, doc) == [("giver", ERROR)]
    assert found(period_missing, doc) == [("prepared_on", ERROR)]


@pytest.mark.parametrize("profile", OTHERS)
def test_other_documents_have_no_sides(profile: str) -> None:
    """A charter or a day's work is not handed over."""
    doc = document(profile, giver=person("周岩"), receivers=(person("周岩"),))
    for rule in (receiver_missing, giver_missing, period_missing, self_handover, witness_missing):
        assert found(rule, document(profile)) == []
        assert found(rule, doc) == []


@pytest.mark.parametrize("name", NOBODY)
def test_placeholders_and_groups_are_no_names(name: str) -> None:
    """Each entry that names nobody is found where it stands."""
    doc = document(giver=person(name), receivers=(person("王敏"), person(name)))
    assert paths(giver_missing, doc) == ["giver"]
    assert paths(receiver_missing, doc) == ["receivers[1]"]


@pytest.mark.parametrize(
    "given",
    [
        {"prepared_on": date(2026, 11, 21)},
        {"handover_plan": HandoverPlan(period=Period(end=date(2026, 11, 30)))},
        {"shift": Shift(end=datetime(2026, 11, 21, 14, 0))},  # noqa: DTZ001 - as people write it
        {"period": Period(start=date(2026, 11, 1))},
    ],
)
def test_any_date_or_shift_will_do(given: dict[str, Any]) -> None:
    """Date, period or shift: one of them tells for when the document speaks."""
    assert found(period_missing, document(**given)) == []


def test_empty_dates_are_none() -> None:
    """A period without days tells nothing, and the name of a shift recurs every day."""
    doc = document(period=Period(), shift=Shift(name="早班"))
    assert paths(period_missing, doc) == ["prepared_on"]


@pytest.mark.parametrize("profile", ["daily_work", "daily_report", "communication", "meeting_notes"])
def test_a_record_has_an_author_and_a_date(profile: str) -> None:
    """One finding names both; the day of a talk or a meeting is a date, a group is no author."""
    bare = document(profile, prepared_by=person("运营团队"))
    assert found(author_missing, bare) == [("prepared_by", ERROR), ("prepared_on", ERROR)]
    (finding,) = check(bare, rules=[author_missing]).findings
    assert finding.message["zh"] == "看不出这份记录是谁写的、哪天的"
    held = Communication(log=(CommRecord(subject="对账", on=date(2026, 11, 21)),))
    assert paths(author_missing, document(profile, communication=held)) == ["prepared_by"]
    full = document(profile, prepared_by=person("王敏"), prepared_on=date(2026, 11, 21))
    assert found(author_missing, full) == []


def test_nobody_hands_over_to_themselves() -> None:
    """Each place where the giver appears again is found, named by its role."""
    doc = document(giver=person("周岩"), receivers=(person("王敏"), person("周 岩")), witness=person("周岩"))
    report = check(doc, rules=[self_handover])
    assert [f.path for f in report.findings] == ["receivers[1]", "witness"]
    assert "接收人" in report.findings[0].message["zh"]
    assert "witness" in report.findings[1].message["en"]


def test_namesakes_can_hand_over_to_each_other() -> None:
    """Two people of one name are told apart by their extensions."""
    doc = document(giver=person("张伟", phone="8001"), receivers=(person("张伟", phone="8002"),))
    assert found(self_handover, doc) == []


def test_blank_names_are_not_the_same_person() -> None:
    """Missing names are other rules' business."""
    doc = document(giver=person("待定"), receivers=(person("待定"),), witness=person(""))
    assert found(self_handover, doc) == []


def test_only_an_offboarding_needs_witness_and_day() -> None:
    """A shift change has no witness; who leaves for good has one, and a last day."""
    assert found(witness_missing, document("offboarding")) == [("witness", WARNING)]
    assert found(effect_missing, document("offboarding")) == [("effective_on", WARNING)]
    assert found(witness_missing, document("offboarding_brief")) == found(witness_missing, document()) == []
    assert found(effect_missing, document()) == []
    doc = document("offboarding", witness=person("陈洁"), effective_on=date(2026, 12, 1))
    assert found(witness_missing, doc) + found(effect_missing, doc) == []


def test_a_charter_holds_from_a_day_for_somebody() -> None:
    """Date and scope are found one by one; without the section, that is missing instead."""
    doc = document("charter", governance=Governance(purpose="统一做法", scope="略"))
    assert found(charter_no_effect, doc) == [
        ("effective_on", WARNING),
        ("governance.scope", WARNING),
    ]
    assert paths(charter_no_effect, document("charter")) == ["effective_on"]
    assert found(charter_no_effect, document("daily_work", governance=Governance())) == []


def test_the_message_names_the_field() -> None:
    """The finding on a field further down speaks of that field."""
    doc = document("charter", governance=Governance(), effective_on=date(2026, 1, 1))
    (finding,) = check(doc, rules=[charter_no_effect]).findings
    assert "适用范围" in finding.message["zh"]
    assert "Scope" in finding.message["en"]
