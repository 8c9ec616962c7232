"""Rules about customers."""

import pytest
from tests.rules.asked import found

from opshandover.rules.customers import (
    customer_incomplete,
    customer_no_history,
    special_request_incomplete,
)

ONE = "customers: {{items: [{{name: 海棠酒店, {}}}]}}\n"
AT = "customers.items[0]."
SOFT = ["profile", "preferences", "communications", "feedback", "next_communications"]


@pytest.mark.parametrize("blank", ["无", "TBD", " "])
def test_two_errors_and_five_warnings(blank: str) -> None:
    """Each missing part is found, and a placeholder is missing."""
    text = ONE.format(f"profile: '{blank}', needs: ['{blank}'], contact: {{kind: customer}}")
    assert found(customer_incomplete, text) == [
        f"error {AT}needs",
        *(f"warning {AT}{name}" for name in SOFT),
    ]
    assert found(customer_incomplete, ONE.format("key: true"))[0] == f"error {AT}contact"


def test_talks_may_stand_elsewhere() -> None:
    """A record of a talk with a customer in the section on communication is one."""
    log = "communication: {{log: [{{subject: 交货, audience: {}}}]}}"
    asked = f"warning {AT}communications"
    assert asked not in found(customer_incomplete, ONE.format("") + log.format("customer"))
    assert asked in found(customer_incomplete, ONE.format("") + log.format("partner"))


def test_request_needs_reason_and_state() -> None:
    """Both parts of a special request are asked for."""
    path = AT + "special_requests[0]."
    assert found(special_request_incomplete, ONE.format("special_requests: [单独开票]")) == [
        f"error {path}background",
        f"error {path}status",
    ]


def test_history_is_asked_when_the_giver_leaves() -> None:
    """Past orders and what is unsolved, and for a key customer advice; only in offboarding."""
    plain, key = ONE.format("key: false"), ONE.format("key: true")
    assert found(customer_no_history, plain, "daily_handover") == []
    assert found(customer_no_history, plain, "offboarding") == [
        f"warning {AT}transactions",
        f"warning {AT}open_issues",
    ]
    details = ONE.format("cooperation_details: 按季结算") + "issues: {nothing: 逐家问过}"
    assert found(customer_no_history, details, "offboarding") == [f"warning {AT}transactions"]
    assert found(customer_no_history, key + "issues: {nothing: 逐家问过}", "offboarding") == [
        f"warning {AT}transactions",
        f"warning {AT}handling_advice",
    ]
