"""Tests of the kind of document that is guessed."""

import pytest

from opshandover.profiles import profile_named
from opshandover.reading.foreign.kind import kind_of

TITLES = {
    "离职工作交接": "offboarding",
    "Night shift log": "shift_handover",
    "门店日报": "daily_report",
    "第三次周会纪要": "meeting_notes",
    "客服中心工作管理办法": "charter",
    "与老库管的访谈": "communication",
    "Handover": "daily_handover",
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_tells_the_kind(title: str) -> None:
    """The words of a title weigh most."""
    assert kind_of(title, ()).profile == TITLES[title]


def test_headings_tell_it_where_the_title_does_not() -> None:
    """Without such a title the headings decide, and less surely."""
    guess = kind_of("记录", ("参会人员", "议题", "决议"))
    assert guess.profile == "meeting_notes"
    assert 0.3 < guess.certainty < 1


def test_logs_of_machines_are_no_diary() -> None:
    """A handover with headings on the logs of a system stays a handover."""
    logs = ("错误日志", "访问日志", "日志轮转", "日志在哪里")
    assert kind_of("项目交接文档", logs).profile == "daily_handover"
    assert kind_of("实习日志", ()).profile == "daily_report"


def test_nothing_to_go_by_is_a_guess_that_says_so() -> None:
    """A registered kind with little certainty stands for none."""
    guess = kind_of("abc", ())
    assert profile_named(guess.profile)
    assert guess.certainty <= 0.3
