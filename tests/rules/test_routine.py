"""Rules about routine work."""

import pytest
from tests.rules.asked import document, found

from opshandover.rules import check
from opshandover.rules.routine import no_recurring_duty, routine_without_order
from opshandover.text import LANGUAGES


def test_routine_without_a_duty() -> None:
    """Every document that speaks of routine work names what comes back."""
    text = "routine_work: {department_cooperation: [每月对账]}"
    assert found(no_recurring_duty, text, "offboarding") == ["warning routine_work.tasks"]
    assert found(no_recurring_duty, text, "daily_work") == ["warning routine_work.tasks"]


@pytest.mark.parametrize(
    "section",
    [
        "{tasks: [{title: 月报, cadence: monthly}]}",
        "{division: [{post: 主管, duty: 选题}]}",
        "{tasks: []}",
        "{nothing: 岗位没有固定事务}",
    ],
)
def test_routine_that_is_answered(section: str) -> None:
    """A duty or a division of duties answers; what is empty or left out is another rule's."""
    assert found(no_recurring_duty, f"routine_work: {section}", "offboarding") == []


def test_routine_has_times_and_an_order() -> None:
    """Each task says when; of several, one says by its priority that it matters."""
    text = "routine_work: {tasks: [%s]}"
    both = text % "巡查店铺, {title: 核对库存, cadence: daily, due: 2026-11-21}"
    expected = ["warning routine_work.tasks[0].cadence", "warning routine_work.tasks"]
    assert sorted(found(routine_without_order, both)) == sorted(expected)
    assert found(routine_without_order, both, "offboarding") == expected[:1]
    ranked = both.replace("cadence: daily", "scheduled_on: 2026-11-21 14:00, priority: urgent_not_important")
    assert found(routine_without_order, ranked) == expected[:1]
    assert found(routine_without_order, text % "{title: 巡查, cadence: daily}") == []
    assert found(routine_without_order, text % "") == []


def test_long_titles_and_secrets_stay_out_of_the_message() -> None:
    """The title of a routine task is shown as all others are."""
    text = 'routine_work: {tasks: ["密码：Abc@12345 %s"]}' % ("长" * 10_000)
    for finding in check(document(text), rules=[routine_without_order]).findings:
        for lang in LANGUAGES:
            assert "Abc@12345" not in finding.message[lang]
            assert len(finding.message[lang]) < 200
