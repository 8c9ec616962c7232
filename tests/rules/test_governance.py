"""Rules about the charter itself, and about what a team holds to."""

from tests.rules.asked import found

from opshandover.rules.governance import (
    charter_no_revision,
    charter_no_version,
)


def test_charter_says_when_it_changes() -> None:
    """A cycle is asked for; triggers or a procedure do as well."""
    expected = ["warning governance.revision"]
    assert found(charter_no_revision, "governance: {scope: 全体}", "charter") == expected
    assert found(charter_no_revision, "governance: {scope: 全体}", "daily_work") == []
    assert found(charter_no_revision, "governance: {scope: TBD}", "charter") == []
    told = "governance: {purpose: 统一做法, amendment: 经理提出，副总批准}"
    assert found(charter_no_revision, told, "charter") == []


def test_a_charter_in_force_has_a_version() -> None:
    """Only what is final is in force, and a placeholder is no version."""
    for state, expected in (("draft", []), ("final", ["warning version"])):
        assert found(charter_no_version, f"state: {state}", "charter") == expected
        assert found(charter_no_version, f"state: {state}\nversion: 待定", "charter") == expected
        assert found(charter_no_version, f"state: {state}\nversion: '2.0'", "charter") == []
        assert found(charter_no_version, f"state: {state}", "daily_work") == []
