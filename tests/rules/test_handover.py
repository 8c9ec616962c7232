"""Rules about the plan of a handover."""

import pytest
from tests.rules.asked import document, found

from opshandover.rules import check
from opshandover.rules.handover import (
    handover_item_incomplete,
    item_unassigned,
    plan_not_agreed,
    signed_with_items_open,
)
from opshandover.text import LANGUAGES

ITEM = "handover_plan: {items: [{title: 客户%s}]}"
REFUSED = """
state: %s
receivers: [王敏]
work_progress:
  tasks:
    - {id: T-1, title: 核对退款单, status: in_progress, new_owner: 王敏}
    - {title: 清点库存, status: done, new_owner: 王敏}
    - {title: 更新手册, status: in_progress, new_owner: 陈洁}
sign_off:
  summary: %s
  signatures: [{role: receiver, person: 王敏, decision: %s}]
"""


def test_each_part_of_an_item() -> None:
    """The day is an error, the priority a warning if other items have one, in every handover."""
    day = ["error handover_plan.items[0].scheduled_on"]
    ranked = "handover_plan: {items: [{title: 客户}, {title: 系统, due: 2026-11-24, priority: important_not_urgent}]}"
    for profile in ("offboarding", "daily_handover"):
        assert found(handover_item_incomplete, ITEM % "", profile) == day
        assert found(handover_item_incomplete, ranked, profile) == [*day, "warning handover_plan.items[0].priority"]
    assert found(handover_item_incomplete, ITEM % "", "daily_work") == []


def test_confirmed_item_needs_no_priority() -> None:
    """A due date does for a planned day, and what is settled is not ranked any more."""
    done = ITEM % ", due: 2026-11-24, status: confirmed"
    assert found(handover_item_incomplete, done, "offboarding") == []


def test_plan_needs_agreement_and_notice() -> None:
    """No agreement is an error in the end, and a warning before; no notice a warning."""
    notice = "warning handover_plan.announcements"
    agreed = "handover_plan.supervisor_agreed_on"
    assert found(plan_not_agreed, ITEM % "", "offboarding") == [f"warning {agreed}", notice]
    assert found(plan_not_agreed, "state: final\n" + ITEM % "", "offboarding") == [f"error {agreed}", notice]
    assert found(plan_not_agreed, ITEM % "", "daily_handover") == []
    assert found(plan_not_agreed, "handover_plan: {readiness: [耐心]}", "offboarding") == []


def test_signature_and_briefing_count() -> None:
    """The superior's dated signature is agreement, a briefing of the team is notice."""
    text = f"""
{ITEM % ""}
communication: {{meetings: [{{title: 交接说明会, kind: handover_briefing}}]}}
sign_off: {{signatures: [{{role: supervisor, person: 陈洁%s}}]}}
"""
    assert found(plan_not_agreed, text % ", on: 2026-11-16", "offboarding") == []
    assert len(found(plan_not_agreed, text % "", "offboarding")) == 1


@pytest.mark.parametrize(
    ("audience", "findings"),
    [("audience: team", 0), ("on: 2026-11-17", 0), ("audience: customer", 1)],
)
def test_customers_are_not_the_team(audience: str, findings: int) -> None:
    """A notice to customers does not tell the team; one without an audience may."""
    text = f"""
handover_plan:
  supervisor_agreed_on: 2026-11-16
  announcements: [{{subject: 交接, {audience}}}]
"""
    assert len(found(plan_not_agreed, text, "offboarding")) == findings


@pytest.mark.parametrize("profile", ["daily_handover", "offboarding"])
def test_signed_with_open_items(profile: str) -> None:
    """Each item that is not confirmed is found once the handover is signed for."""
    items = "handover_plan: {items: [{title: 客户, status: delivered}, {title: 系统}]}\n"
    both = [f"error handover_plan.items[{i}].status" for i in (0, 1)]
    accepted = "sign_off: {signatures: [{role: receiver, decision: accepted}]}"
    assert found(signed_with_items_open, items, profile) == []
    assert found(signed_with_items_open, items + "state: final", profile) == []
    assert found(signed_with_items_open, items + "state: signed", profile) == both
    assert found(signed_with_items_open, items + accepted, profile) == both


@pytest.mark.parametrize("decision", ["accepted_with_remarks", "refused"])
def test_reservations_leave_items_open(decision: str) -> None:
    """Who accepts with remarks knows what is open, and who refuses takes nothing."""
    text = f"""
state: signed
{ITEM % ""}
sign_off: {{signatures: [{{role: receiver, decision: {decision}}}]}}
"""
    assert found(signed_with_items_open, text) == []


def test_follow_up_may_be_open() -> None:
    """What belongs to the time after the signature is not asked before."""
    text = "state: signed\n" + ITEM % ", phase: follow_up"
    assert found(signed_with_items_open, text) == []


def test_refused_items_have_to_go_somewhere() -> None:
    """One finding for the signature, however many items; an error once the document is final."""
    assert found(item_unassigned, REFUSED % ("final", "''", "refused")) == ["error sign_off.signatures[0].decision"]
    assert found(item_unassigned, REFUSED % ("draft", "''", "refused")) == ["warning sign_off.signatures[0].decision"]
    assert found(item_unassigned, REFUSED % ("final", "''", "accepted")) == []


@pytest.mark.parametrize("summary", ["核对退款单由陈洁另行指定", "T-1 没有人接手"])
def test_listed_items_are_known(summary: str) -> None:
    """What the summary names by title or ID is known to belong to nobody."""
    assert found(item_unassigned, REFUSED % ("final", summary, "refused")) == []


def test_only_what_is_open_and_theirs_is_counted() -> None:
    """Finished things and those of others are not counted, and the message tells the first."""
    report = check(document(REFUSED % ("final", "''", "refused")), rules=[item_unassigned])
    for lang in LANGUAGES:
        said = report.findings[0].message[lang]
        assert "核对退款单" in said
        assert "1" in said
