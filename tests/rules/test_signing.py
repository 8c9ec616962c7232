"""Rules about signatures."""

from datetime import date
from typing import Any

import pytest
from tests.rules.built import BLANKS, ERROR, OTHERS, WARNING, document, found, paths, person

from opshandover.model import (
    DocumentState,
    NotApplicable,
    Nothing,
    OpsDocument,
    SignatoryRole,
    Signature,
    SignDecision,
    SignOff,
)
from opshandover.rules.signing import decision_unexplained, not_acknowledged, not_signed

DAY = date(2026, 11, 21)
RECEIVER, GIVER = SignatoryRole.RECEIVER, SignatoryRole.GIVER


def signed(
    *signatures: Signature,
    state: DocumentState | None = DocumentState.FINAL,
    profile: str = "daily_handover",
    **fields: Any,
) -> OpsDocument:
    """A handover from 周岩 to 王敏 with these signatures."""
    fields = {"giver": person("周岩"), "receivers": (person("王敏"),), **fields}
    return document(profile, state=state, sign_off=SignOff(signatures=signatures), **fields)


@pytest.mark.parametrize("state", [DocumentState.FINAL, DocumentState.SIGNED])
def test_a_final_handover_needs_the_receivers_decision(state: DocumentState) -> None:
    """Without any signature the receiver is named, also where there is no such section."""
    assert found(not_acknowledged, signed(state=state)) == [("receivers[0]", ERROR)]
    bare = document(state=state, receivers=(person("王敏"),))
    assert found(not_acknowledged, bare) == [("receivers[0]", ERROR)]


@pytest.mark.parametrize("state", [None, DocumentState.DRAFT])
def test_a_draft_needs_none(state: DocumentState | None) -> None:
    """A draft is not done yet."""
    assert found(not_acknowledged, signed(state=state)) == []


@pytest.mark.parametrize("decision", list(SignDecision))
def test_each_decision_counts(decision: SignDecision) -> None:
    """A refusal is a decision as well."""
    by_role = Signature(role=RECEIVER, person=person("王敏"), decision=decision)
    by_name = Signature(person=person("王 敏"), decision=decision)
    by_role_alone = Signature(role=RECEIVER, decision=decision)
    for signature in (by_role, by_name, by_role_alone):
        assert found(not_acknowledged, signed(signature)) == []


@pytest.mark.parametrize(
    "signature",
    [
        Signature(role=RECEIVER, person=person("王敏"), on=DAY),
        Signature(role=GIVER, person=person("周岩"), decision=SignDecision.ACCEPTED),
        Signature(role=GIVER, person=person("王敏"), decision=SignDecision.ACCEPTED),
        Signature(role=RECEIVER, person=person("李想"), decision=SignDecision.ACCEPTED),
        Signature(decision=SignDecision.ACCEPTED),
    ],
)
def test_other_signatures_do_not_count(signature: Signature) -> None:
    """No decision, another side or another person is no acknowledgement."""
    assert paths(not_acknowledged, signed(signature)) == ["receivers[0]"]


def test_each_receiver_decides() -> None:
    """With several receivers each has to say so by name; one without a name cannot."""
    accepted = Signature(role=RECEIVER, person=person("王敏"), decision=SignDecision.ACCEPTED)
    unnamed = Signature(role=RECEIVER, decision=SignDecision.ACCEPTED)
    people = (person("王敏"), person("李想"), person("待定"))
    assert paths(not_acknowledged, signed(accepted, receivers=people)) == ["receivers[1]"]
    assert len(paths(not_acknowledged, signed(unnamed, receivers=people))) == 2


def test_sign_off_can_be_left_out_with_a_reason() -> None:
    """Not applicable with a reason is respected; nothing to report is no decision."""
    final: dict[str, Any] = {"state": DocumentState.FINAL, "receivers": (person("王敏"),)}
    left_out = document(**final, sign_off=NotApplicable(reason="在交接系统里确认"))
    assert found(not_acknowledged, left_out) == []
    for absence in (NotApplicable(reason="无"), Nothing(reason="电话里说过")):
        assert paths(not_acknowledged, document(**final, sign_off=absence)) == ["receivers[0]"]


@pytest.mark.parametrize("profile", OTHERS)
def test_only_handovers_are_acknowledged(profile: str) -> None:
    """A charter has no receiver who decides."""
    assert found(not_acknowledged, signed(profile=profile)) == []


def test_signed_means_signed_by_both_sides() -> None:
    """Each side that is missing is found; the state alone proves nothing."""
    giver = Signature(role=GIVER, person=person("周岩"), on=DAY)
    receiver = Signature(person=person("王敏"), on=DAY)
    state = DocumentState.SIGNED
    assert found(not_signed, signed(state=state)) == [("sign_off.signatures", ERROR)] * 2
    assert found(not_signed, signed(giver, state=state)) == [("sign_off.signatures", ERROR)]
    assert found(not_signed, signed(giver, receiver, state=state)) == []
    assert found(not_signed, signed()) == []


def test_a_signature_has_a_date_and_a_name() -> None:
    """Undated and nameless signatures do not count."""
    undated = Signature(role=GIVER, person=person("周岩"))
    nameless = Signature(role=RECEIVER, person=person("待定"), on=DAY)
    assert len(found(not_signed, signed(undated, nameless, state=DocumentState.SIGNED))) == 2


@pytest.mark.parametrize("profile", OTHERS)
def test_other_documents_are_signed_by_anybody(profile: str) -> None:
    """Outside of handovers one dated signature is enough."""
    chief = Signature(role=SignatoryRole.SUPERVISOR, person=person("陈洁"), on=DAY)
    assert found(not_signed, signed(chief, state=DocumentState.SIGNED, profile=profile)) == []
    assert len(found(not_signed, signed(state=DocumentState.SIGNED, profile=profile))) == 1


@pytest.mark.parametrize("blank", BLANKS)
def test_reservations_are_explained(blank: str) -> None:
    """Who refuses or has remarks says which; who accepts need not."""
    for decision in (SignDecision.REFUSED, SignDecision.ACCEPTED_WITH_REMARKS):
        doc = signed(Signature(decision=decision, opinion=blank))
        assert found(decision_unexplained, doc) == [("sign_off.signatures[0].opinion", WARNING)]
        assert found(decision_unexplained, signed(Signature(decision=decision, opinion="缺权限"))) == []
    assert found(decision_unexplained, signed(Signature(decision=SignDecision.ACCEPTED))) == []
