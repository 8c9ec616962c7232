"""Rules about routine work."""

import pytest
from tests.rules.asked import found

from opshandover.rules.routine import no_recurring_duty


def test_routine_without_a_duty() -> None:
    """An offboarding handover names what comes back; other documents need not."""
    text = "routine_work: {department_cooperation: [每月对账]}"
    assert found(no_recurring_duty, text, "offboarding") == ["warning routine_work.tasks"]
    assert found(no_recurring_duty, text, "daily_work") == []


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
