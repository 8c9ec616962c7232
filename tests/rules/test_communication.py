"""Rules about communication."""

import pytest
from tests.rules.asked import found

from opshandover.rules.communication import (
    briefing_no_content,
    channel_no_cadence,
    party_not_covered,
    talk_incomplete,
)

LOG = "communication: {log: [{subject: 周进展, kind: %s%s}]}"


def talk(kind: str, fields: str = "") -> list[str]:
    """The fields that a talk of a kind is found to lack."""
    paths = found(talk_incomplete, LOG % (kind, fields), "communication")
    return [path.rpartition(".")[2] for path in paths]


@pytest.mark.parametrize(
    ("kind", "lacks"),
    [
        ("progress_report", ["progress", "problems", "solutions"]),
        ("requirement_confirmation", ["confirmed"]),
        ("problem_feedback", ["problems", "solutions"]),
        ("data_report", ["next_steps"]),
        ("complaint_handling", ["solutions", "confirmed"]),
        ("greeting", []),
        ("task_assignment", ["tasks"]),
    ],
)
def test_each_kind_of_talk(kind: str, lacks: list[str]) -> None:
    """Each part that a kind of talk is held for is one finding."""
    assert talk(kind) == lacks


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("progress_report", ", progress: 六成, problems: [退订], solutions: [减频]"),
        ("progress_report", ", content: 六成，退订升高, direction: 减频"),
        ("requirement_confirmation", ", content: A5, confirmed: true"),
        ("requirement_confirmation", ", content: A5, next_steps: [24 日前回函]"),
        ("problem_feedback", ", problems: [扫不出码], tasks: [{title: 请厂家上门}]"),
        ("task_assignment", ", tasks: [{title: 写周报}]"),
        ("data_report", ", content: 到店多了, next_steps: [加券]"),
        ("complaint_handling", ", solutions: [退款], confirmed: true"),
        ("complaint_handling", ", outcome: 退款到账，客户已确认"),
    ],
)
def test_any_fitting_field_tells(kind: str, fields: str) -> None:
    """A part may stand in any field that people would write it into."""
    assert talk(kind, fields) == []


def test_blank_and_unconfirmed_tell_nothing() -> None:
    """A placeholder is no solution, and that something is not confirmed is no confirmation."""
    assert talk("problem_feedback", ", content: 扫不出码, solutions: [待定]") == ["solutions"]
    assert talk("requirement_confirmation", ", content: A5, confirmed: false") == ["confirmed"]


def test_talks_are_asked_in_communication_only() -> None:
    """Records of talks in other documents are mentions; a talk without a kind is not measured."""
    assert found(talk_incomplete, LOG % ("progress_report", ""), "daily_work") == []
    bare = "communication: {log: [{subject: 周进展}]}"
    assert found(talk_incomplete, bare, "communication") == []


@pytest.mark.parametrize("profile", ["charter", "communication", "daily_work"])
def test_each_part_of_a_channel(profile: str) -> None:
    """Frequency and form of each channel, and the frequency of each meeting; a group chat needs neither."""
    text = "communication: {channels: [{name: 运营群}, {}], meetings: [{title: 例会}]}"
    missing = ("channels[1].cadence", "channels[1].form", "meetings[0].cadence")
    assert found(channel_no_cadence, text, profile) == [f"warning communication.{path}" for path in missing]


@pytest.mark.parametrize("channel", ["{name: 应急电话, purpose: 停电、火警}", "{name: Outage line, purpose: faults}"])
def test_a_channel_for_emergencies_has_no_frequency(channel: str) -> None:
    """Nobody knows how often something happens; its name says what it is."""
    assert found(channel_no_cadence, f"communication: {{channels: [{channel}]}}", "charter") == []


def test_channels_that_need_no_more() -> None:
    """What is always open has no frequency, and a tool is a form; a closed channel has neither."""
    text = "communication: {channels: [{name: 客诉台, purpose: 退换货, open: %s, kind: crm}]}"
    assert found(channel_no_cadence, text % "true", "charter") == []
    assert found(channel_no_cadence, text % "false", "charter") == ["warning communication.channels[0].cadence"]
    assert found(channel_no_cadence, text % "false", "offboarding") == []


@pytest.mark.parametrize("when", ["cadence: weekly", "on: 2026-11-20 15:00", "next_meeting: 2026-11-27 15:00"])
def test_meetings_with_a_time(when: str) -> None:
    """A meeting is regular, was held, or has its next one."""
    text = f"communication: {{meetings: [{{title: 例会, {when}}}]}}"
    assert found(channel_no_cadence, text, "communication") == []


def test_parties_that_do_not_appear() -> None:
    """Each party that appears in no talk, meeting or section of a final document is a hint."""
    text = "state: final\ncommunication: {log: [{subject: 周进展, audience: %s}]%s}"
    once = "info communication.log"
    assert found(party_not_covered, text % ("leader", ""), "communication") == [once, once]
    met = text % ("leader", ", meetings: [{title: 对账, kind: partner}]")
    assert found(party_not_covered, met, "communication") == [once]
    assert found(party_not_covered, met.replace("final", "draft"), "communication") == []
    told = met + "\ncustomers: {nothing: 本周没有客户来访}"
    assert found(party_not_covered, told, "communication") == []
    assert found(party_not_covered, "communication: {channels: [{name: 群}]}", "communication") == []


def test_briefing_needs_content_and_outlook() -> None:
    """State with risks, and what comes next, are two findings; minutes answer both."""
    text = "communication: {meetings: [{title: 汇报, kind: %s%s}]}"
    assert found(briefing_no_content, text % ("project_briefing", ""), "communication") == [
        "error communication.meetings[0].agenda",
        "error communication.meetings[0].actions",
    ]
    minutes = text % ("project_briefing", ", minutes: {title: 纪要}")
    assert found(briefing_no_content, minutes, "communication") == []
    told = text % ("project_briefing", ", agenda: [进度和风险], decisions: [放量到三成]")
    assert found(briefing_no_content, told, "communication") == []
    assert found(briefing_no_content, text % ("team", ""), "communication") == []
