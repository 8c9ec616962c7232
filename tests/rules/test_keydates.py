"""Rules about the days that must not be missed."""

import pytest
from tests.rules.asked import found

from opshandover.rules.keydates import key_date_near, key_date_without_action

ONE = "key_dates: {{items: [{{title: 年费到期, {}}}]}}"
DAY = "prepared_on: 2026-11-21\n"
AT = "warning key_dates.items[0]."


@pytest.mark.parametrize(
    ("on", "near"),
    [("2026-11-20", False), ("2026-11-21", True), ("2026-12-05", True), ("2026-12-06", False)],
)
def test_two_weeks_both_ends_included(on: str, near: bool) -> None:
    """A day that has passed or is further away is not asked about."""
    text = DAY + ONE.format(f"on: {on}, owner: 运营团队")
    assert found(key_date_near, text) == ([AT + "owner"] if near else [])
    assert found(key_date_without_action, text) == ([AT + "action"] if near else [])


@pytest.mark.parametrize("owner", ["运营团队", "相关同事"])
def test_group_is_nobody(owner: str) -> None:
    """Only a person will remember the day."""
    assert found(key_date_near, DAY + ONE.format(f"on: 2026-11-30, owner: {owner}")) == [AT + "owner"]
    assert found(key_date_near, DAY + ONE.format("on: 2026-11-30, owner: 程亦凡")) == []


def test_nothing_is_near_without_dates() -> None:
    """The clock is not asked, and an entry without a day is another rule's."""
    assert found(key_date_near, ONE.format("on: 2026-11-30")) == []
    assert found(key_date_near, DAY + ONE.format("action: 续费")) == []
    assert found(key_date_without_action, DAY + ONE.format("on: 2026-11-30, action: 续费")) == []
