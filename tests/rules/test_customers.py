"""Rules about customers."""

import pytest
from tests.rules.asked import found

from opshandover.rules.customers import (
    customer_incomplete,
    customer_no_history,
)

ONE = "customers: {{items: [{{name: 海棠酒店, {}}}]}}\n"
AT = "customers.items[0]."
SOFT = ["profile", "preferences", "communications", "feedback", "next_communications"]


@pytest.mark.parametrize("blank", ["无", "TBD", " "])
def test_each_part_is_a_warning(blank: str) -> None:
    """Each missing part is found, and a placeholder is missing."""
    text = ONE.format(f"profile: '{blank}', feedback: ['{blank}']")
    assert found(customer_incomplete, text) == [f"warning {AT}{name}" for name in SOFT]


def test_talks_may_stand_elsewhere() -> None:
    """A record of a talk with a customer in the section on communication is one."""
    log = "communication: {{log: [{{subject: 交货, audience: {}}}]}}"
    asked = f"warning {AT}communications"
    assert asked not in found(customer_incomplete, ONE.format("") + log.format("customer"))
    assert asked in found(customer_incomplete, ONE.format("") + log.format("partner"))


def test_history_is_asked_when_the_giver_leaves() -> None:
    """Past orders, what is unsolved and advice, of a key customer; only in offboarding."""
    plain, key = ONE.format("key: false"), ONE.format("key: true")
    assert found(customer_no_history, plain, "daily_handover") == []
    assert found(customer_no_history, plain, "offboarding") == []
    assert len(found(customer_no_history, key, "offboarding")) == 3
    assert found(customer_no_history, key + "issues: {nothing: 逐家问过}", "offboarding") == [
        f"warning {AT}transactions",
        f"warning {AT}handling_advice",
    ]
