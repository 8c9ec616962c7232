"""Rules about risks."""

from tests.rules.asked import found

from opshandover.rules.risks import (
    risk_incomplete,
    risk_no_contingency,
    risk_no_guidance,
    risk_no_if_then,
)

DRAFT = "risks: {items: [{title: 断货}]}"
BARE = "state: final\n" + DRAFT
GONE = "state: final\nrisks: {items: [{title: 断货, status: closed}]}"


def test_a_risk_says_what_it_would_affect() -> None:
    """A placeholder is no effect, a description is one; not asked on a page."""
    assert found(risk_incomplete, BARE, "shift_handover") == []
    assert found(risk_incomplete, BARE) == ["warning risks.items[0].impact_description"]
    told = "state: final\nrisks: {items: [{title: 断货, impact_description: %s}]}"
    assert len(found(risk_incomplete, told % "待定")) == 1
    assert found(risk_incomplete, told % "周末销售额下降三成") == []


def test_risk_that_is_gone_is_not_asked() -> None:
    """A closed risk needs no plan, and that of a draft no more than the required response."""
    for rule in (risk_incomplete, risk_no_contingency, risk_no_guidance, risk_no_if_then):
        assert found(rule, GONE) == found(rule, DRAFT) == []


def test_contingency_is_graver_in_a_charter() -> None:
    """A warning in a handover is an error where the rules of a team are set."""
    assert found(risk_no_contingency, BARE) == ["warning risks.items[0].contingency"]
    assert found(risk_no_contingency, BARE, "charter") == ["error risks.items[0].contingency"]


def test_guidance_is_asked_in_handovers_only() -> None:
    """Guidance needs somebody who receives it."""
    assert found(risk_no_guidance, BARE, "offboarding") == ["warning risks.items[0].guidance"]
    assert found(risk_no_guidance, BARE, "charter") == []
    told = "state: final\nrisks: {items: [{title: 断货, next_step: 周一催供应商}]}"
    assert found(risk_no_guidance, told) == []


def test_trigger_may_be_signs_or_circumstances() -> None:
    """A blank sign is none."""
    assert found(risk_no_if_then, BARE) == ["warning risks.items[0].warning_signs"]
    blank = 'state: final\nrisks: {items: [{title: 断货, warning_signs: ["  ", TBD]}]}'
    assert found(risk_no_if_then, blank) == ["warning risks.items[0].warning_signs"]
    told = "state: final\nrisks: {items: [{title: 断货, description: 单日销量超过 500 件时}]}"
    assert found(risk_no_if_then, told) == []
