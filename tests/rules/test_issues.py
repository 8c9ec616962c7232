"""Rules about issues."""

import pytest
from tests.rules.asked import found

from opshandover.rules.issues import complaint_incomplete as complaint
from opshandover.rules.issues import (
    issue_incomplete,
    issue_kind_incomplete,
    issue_no_impact,
    issue_unowned,
    recurring_issue_unsolved,
)

ONE = "issues: {{items: [{{{}}}]}}"


def test_what_was_done_is_asked_once_it_is_handled() -> None:
    """Nobody has done anything yet about an issue that was only noted; a placeholder is nothing."""
    assert found(issue_incomplete, ONE.format("title: 超时")) == []
    for done in ("", ", actions_taken: [待补充]"):
        text = ONE.format(f"title: 超时, status: handling{done}")
        assert found(issue_incomplete, text, "shift_handover") == []
        assert found(issue_incomplete, text) == ["warning issues.items[0].actions_taken"]


def test_solved_issue_needs_no_plan() -> None:
    """A solved issue tells what was done; any of the fields for that will do."""
    text = ONE.format("title: 超时, status: resolved, description: 晚间超时, response: 已扩容")
    assert found(issue_incomplete, text) == []


def test_issue_mentioned_at_a_customer_may_be_short() -> None:
    """Only the section of issues asks for the whole story."""
    text = "customers: {items: [{name: 星河, open_issues: [发票未寄]}]}"
    assert found(issue_incomplete, text) == []
    assert found(issue_no_impact, text) == []


def test_complaint_needs_number_and_answer() -> None:
    """Zero is a number; other kinds are not asked."""
    assert found(complaint, ONE.format("title: 漏发, kind: complaint, affected_users: 0")) == [
        "error issues.items[0].response"
    ]
    assert found(complaint, ONE.format("title: 漏发, kind: quality")) == []


def test_recurring_issue_needs_cause_and_solution() -> None:
    """The solution of an open one is asked for elsewhere."""
    assert found(recurring_issue_unsolved, ONE.format("title: 延迟, recurring: true, status: resolved")) == [
        "error issues.items[0].root_cause",
        "error issues.items[0].approach",
    ]
    assert found(recurring_issue_unsolved, ONE.format("title: 延迟")) == []


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("system_fault", "handling", ["warning root_cause", "error emergency_action"]),
        ("system_fault", "resolved", ["error root_cause", "error emergency_action"]),
        ("staff_turnover", "open", ["error response"]),
        ("market_fluctuation", "open", ["error response"]),
        ("quality", "open", []),
    ],
)
def test_kind_asks_for_its_own_parts(kind: str, status: str, expected: list[str]) -> None:
    """Each kind has its own list, and an unsolved fault may not know its cause."""
    hits = found(issue_kind_incomplete, ONE.format(f"title: 打不开, kind: {kind}, status: {status}"))
    assert [h.replace("issues.items[0].", "") for h in hits] == expected


def test_cause_of_recurring_fault_is_found_once() -> None:
    """What ISS003 reports is not reported a second time."""
    text = ONE.format("title: 打不开, kind: system_fault, recurring: true, emergency_action: 切换")
    assert found(issue_kind_incomplete, text) == []


def test_open_issue_needs_somebody_and_a_day() -> None:
    """In handovers the new owner is asked for by another rule."""
    text = ONE.format("title: 超时")
    assert found(issue_unowned, text, "daily_work") == [
        "warning issues.items[0].owner",
        "warning issues.items[0].due",
    ]
    assert found(issue_unowned, text) == ["warning issues.items[0].due"]


def test_next_check_is_a_day_too() -> None:
    """A due date or a check, an owner or a new owner: one of each is enough."""
    text = ONE.format("title: 超时, new_owner: 王敏, next_check: 2026-11-22")
    assert found(issue_unowned, text, "daily_work") == []
    assert found(issue_unowned, ONE.format("title: 超时, status: resolved"), "daily_work") == []


@pytest.mark.parametrize("words", ["约三成用户收不到短信", "checkout is down", "少发 20 单"])
def test_impact_may_stand_in_the_text(words: str) -> None:
    """Words about who suffers, or a figure, tell the impact."""
    text = ONE.format(f"title: 短信, status: handling, description: {words}")
    assert found(issue_no_impact, text) == []


def test_no_impact_and_nothing_done() -> None:
    """Both are reported; without a description only the second is."""
    assert found(issue_no_impact, ONE.format("title: 样式错乱, description: 升级浏览器之后出现")) == [
        "warning issues.items[0].affected_users",
        "warning issues.items[0].actions_taken",
    ]
    assert found(issue_no_impact, ONE.format("title: 样式错乱")) == ["warning issues.items[0].actions_taken"]


def test_a_page_may_name_an_issue_in_a_word() -> None:
    """A short kind of document is not asked for the impact."""
    assert found(issue_no_impact, ONE.format("title: 查单慢"), "shift_handover") == []


@pytest.mark.parametrize("told", ["Answered, offered a free dessert", "已回电道歉，补发一份", "换了新皮带，停了十分钟"])
def test_a_description_may_say_what_was_done(told: str) -> None:
    """An action told in the description is one; a bare description of the fault is none."""
    text = 'issues: {{items: [{{title: 差评, status: handling, description: "{}"}}]}}'
    assert found(issue_incomplete, text.format(told)) == []
    assert found(issue_incomplete, text.format("客户说等了四十分钟")) == ["warning issues.items[0].actions_taken"]
