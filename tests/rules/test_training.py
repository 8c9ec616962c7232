"""Rules about training."""

import pytest
from tests.rules.asked import found

from opshandover.rules.training import training_not_in_time, training_one_sided

LATE = """
effective_on: 2026-12-01
training: {sessions: [{topics: [workflow], kind: %s, scheduled_on: 2026-12-02, done: %s}]}
"""


@pytest.mark.parametrize("profile", ["daily_handover", "offboarding"])
def test_training_after_the_handover(profile: str) -> None:
    """A session after the day on which the handover takes effect comes too late."""
    late = ["error training.sessions[0].scheduled_on"]
    assert found(training_not_in_time, LATE % ("handover", "false"), profile) == late
    assert found(training_not_in_time, LATE % ("onboarding", "false"), profile) == late


def test_training_that_is_in_time() -> None:
    """Sessions that are done, of other kinds, or on the very day are fine."""
    assert found(training_not_in_time, LATE % ("handover", "true")) == []
    assert found(training_not_in_time, LATE % ("external", "false")) == []
    on_time = LATE.replace("12-01", "12-02") % ("handover", "false")
    assert found(training_not_in_time, on_time) == []
    assert found(training_not_in_time, LATE % ("handover", "false"), "charter") == []


def test_no_training_is_scheduled() -> None:
    """One finding when no session has a day; an empty section is another rule's."""
    bare = "training: {sessions: [{topics: [workflow]}, {topics: [tools]}]}"
    assert found(training_not_in_time, bare) == ["error training.sessions"]
    assert found(training_not_in_time, "training: {sessions: []}") == []
    held = "training: {sessions: [{topics: [workflow], done: true}]}"
    assert found(training_not_in_time, held) == []


def test_training_covers_three_groups() -> None:
    """Each group that a final document leaves out is found; one topic of a group will do."""
    two = ["warning training.sessions"] * 2
    assert found(training_one_sided, "training: {sessions: [{topics: [tools]}]}") == []
    assert found(training_one_sided, "state: final\ntraining: {sessions: [{topics: [tools]}]}") == two
    spread = "state: final\ntraining: {sessions: [{topics: [tools, work_focus]}, {topics: [operating_norms]}]}"
    assert found(training_one_sided, spread) == []


def test_a_successor_hears_what_matters_most() -> None:
    """Team and focus are one group for the next shift, and two for a successor."""
    one = ["warning training.sessions"]
    text = "state: final\ntraining: {sessions: [{topics: [workflow, tools, %s]}]}"
    for topic in ("team_members", "work_focus"):
        assert found(training_one_sided, text % topic) == []
        assert found(training_one_sided, text % topic, "offboarding") == one
    both = text % "team_members, work_focus"
    assert found(training_one_sided, both, "offboarding") == []
    assert found(training_one_sided, text % "skills", "offboarding") == one * 2


def test_team_may_be_described_instead() -> None:
    """A section with the members of the team stands for a session about them."""
    text = """
state: final
team: {members: [{person: 王敏, role: 组长}]}
training: {sessions: [{topics: [workflow, tools]}]}
"""
    assert found(training_one_sided, text) == []
    assert len(found(training_one_sided, text.replace("members: [{person: 王敏, role: 组长}]", ""))) == 1


def test_other_trainings_are_not_measured() -> None:
    """A course outside of the handover need not cover anything."""
    text = "training: {sessions: [{topics: [skills], kind: external}]}"
    assert found(training_one_sided, text) == []
    assert found(training_one_sided, "training: {sessions: [{kind: handover}]}") == []
