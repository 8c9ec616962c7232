"""Rules about the charter itself, and about what a team holds to."""

from tests.rules.asked import found

from opshandover.rules.governance import (
    charter_no_revision,
    charter_no_version,
    praise_no_reason,
    term_undefined,
)


def test_charter_says_what_for_and_when_it_changes() -> None:
    """Purpose and triggers are two findings; a procedure does for triggers."""
    expected = ["warning governance.purpose", "warning governance.revision_triggers"]
    assert found(charter_no_revision, "governance: {scope: 全体}", "charter") == expected
    assert found(charter_no_revision, "governance: {scope: 全体}", "daily_work") == []
    assert found(charter_no_revision, "governance: {scope: TBD}", "charter") == []
    told = "governance: {purpose: 统一做法, amendment: 经理提出，副总批准}"
    assert found(charter_no_revision, told, "charter") == []


def test_terms_have_a_meaning() -> None:
    """Either half of a definition is missed."""
    text = "governance: {definitions: [{term: 一次解决}, {meaning: 七天内不再联系}]}"
    assert found(term_undefined, text, "charter") == [
        "warning governance.definitions[0].meaning",
        "warning governance.definitions[1].term",
    ]


def test_praise_has_a_reason() -> None:
    """Praise for nothing in particular is found, in every kind of document."""
    text = "culture: {recognitions: [{person: 王敏, reason: %s}]}"
    assert found(praise_no_reason, text % "无") == ["warning culture.recognitions[0].reason"]
    assert found(praise_no_reason, text % "补齐漏发的三单") == []


def test_a_charter_in_force_has_a_version() -> None:
    """Only what is final is in force, and a placeholder is no version."""
    for state, expected in (("draft", []), ("final", ["warning version"])):
        assert found(charter_no_version, f"state: {state}", "charter") == expected
        assert found(charter_no_version, f"state: {state}\nversion: 待定", "charter") == expected
        assert found(charter_no_version, f"state: {state}\nversion: '2.0'", "charter") == []
        assert found(charter_no_version, f"state: {state}", "daily_work") == []
