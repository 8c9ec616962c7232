"""Rules about resources."""

import pytest
from tests.rules.asked import found

from opshandover.rules.resources import resources_incomplete, shortage_unsolved

ALL = "{kind: people, allocation: 8 人}, {kind: budget, allocation: 2 万}, {kind: tool, usage: 每日}"
ITEMS = "resources: {{items: [{}]}}"
AT = "resources.items[0]."


def test_each_sort_is_asked_for() -> None:
    """A final handover names people, budget and tools; each that is missing is found."""
    assert found(resources_incomplete, "state: final\n" + ITEMS.format(ALL)) == []
    one = "state: final\n" + ITEMS.format("{kind: channel, allocation: 3 个账号}")
    assert found(resources_incomplete, one) == ["warning resources.items"] * 3
    assert found(resources_incomplete, one, "daily_work") == []
    assert found(resources_incomplete, one.replace("final", "draft")) == []


def test_systems_stand_for_tools_and_money_for_a_budget() -> None:
    """What another place of the document says is not asked for here."""
    text = "state: final\n" + ITEMS.format("{kind: people, allocation: 8 人}, {kind: channel, amount: 2000}")
    assert found(resources_incomplete, text) == ["warning resources.items"]
    assert found(resources_incomplete, text + "\nsystems: {items: [工单系统]}") == []


def test_sorts_are_not_guessed() -> None:
    """An entry without a kind may be of any, and without entries there is nothing to judge."""
    assert found(resources_incomplete, ITEMS.format("{name: 客服, allocation: 8 人}")) == []
    assert found(resources_incomplete, ITEMS.format("")) == []


def test_allocation_is_asked_once() -> None:
    """The rule on shortages asks for the allocation of what falls short."""
    bare = ITEMS.format("{name: 客服}")
    short = ITEMS.format("{name: 客服, shortfall: 缺 2 人}")
    assert found(resources_incomplete, bare) == [f"warning {AT}allocation"]
    assert found(resources_incomplete, short) == []
    assert found(shortage_unsolved, bare) == []
    assert found(shortage_unsolved, short) == [f"error {AT}allocation", f"error {AT}how_to_obtain"]


def test_insufficient_without_saying_how_much() -> None:
    """What is missing has to be said as well, as a warning."""
    text = ITEMS.format("{sufficient: false, allocation: 8 人, how_to_obtain: 找赵倩}")
    assert found(shortage_unsolved, text) == [f"warning {AT}shortfall"]


@pytest.mark.parametrize("denied", ["无", "无缺口。", "没有缺口", "充足", "no shortage", "none"])
def test_denied_shortage_is_none(denied: str) -> None:
    """A shortage that is denied in words, or by `sufficient`, needs no remedy."""
    assert found(shortage_unsolved, ITEMS.format(f"{{shortfall: {denied}}}")) == []
    assert found(shortage_unsolved, ITEMS.format("{sufficient: true, shortfall: 明年再看}")) == []


def test_resources_of_a_plan_are_asked_too() -> None:
    """A shortage is one wherever the resource stands."""
    text = "work_plan: {resources: [{name: 设计, sufficient: false, shortfall: 半天}]}"
    assert len(found(shortage_unsolved, text, "daily_work")) == 2
