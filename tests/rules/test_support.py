"""Rules about the time after a handover."""

from tests.rules.asked import found

from opshandover.rules.support import (
    no_support_channel,
    question_unanswered,
    support_ends_early,
)


def test_questions_have_a_channel() -> None:
    """A channel is asked for, as an error when somebody leaves."""
    text = "support: {suggestions: [多留一天]}"
    assert found(no_support_channel, text) == ["warning support.channel"]
    assert found(no_support_channel, text, "offboarding") == ["error support.channel"]
    assert found(no_support_channel, text, "charter") == []


def test_check_ins_are_a_channel() -> None:
    """Meetings that are arranged are a place for questions."""
    text = """
support: {until: 2026-12-31, contact: {person: 周岩}, check_ins: [{title: 周五回访}]}
"""
    assert found(no_support_channel, text, "offboarding") == []


def test_empty_support_is_another_rules() -> None:
    """An empty section, or one that does not apply, is not asked for its parts."""
    assert found(no_support_channel, "support: {questions: []}") == []
    assert found(no_support_channel, "support: {not_applicable: 双方同班}") == []


def test_support_that_ends_early() -> None:
    """The support ends no sooner than the handover takes effect; without both days it may."""
    text = "effective_on: 2026-12-01\nsupport: {until: 2026-%s}"
    assert found(support_ends_early, text % "11-30") == ["warning support.until"]
    assert found(support_ends_early, text % "12-01") == []
    assert found(support_ends_early, "support: {until: 2026-11-30}") == []


def test_questions_need_answers() -> None:
    """Each question without an answer is found, wherever it stands; placeholders answer nothing."""
    text = """
support: {questions: [{question: 谁批补偿}, {question: 谁排班, answer: 王敏}]}
routine_work: {troubleshooting: [{question: 打印机卡纸, answer: 待补充}]}
"""
    assert sorted(found(question_unanswered, text)) == [
        "warning routine_work.troubleshooting[0].answer",
        "warning support.questions[0].answer",
    ]
