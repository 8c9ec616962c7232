"""Who has signed: by name, and by role where nobody is named."""

import pytest

from opshandover.document.signatures import decision_of, is_signed_by, signatures_of
from opshandover.model import OpsDocument, Person, SignatoryRole, Signature, SignDecision, SignOff

ANN, BOB = Person(name="周岩"), Person(name="林晓")
GIVER, RECEIVER = SignatoryRole.GIVER, SignatoryRole.RECEIVER


@pytest.mark.parametrize(
    ("signature", "person", "by_role", "expected"),
    [
        (Signature(person=ANN), ANN, False, True),
        (Signature(person=Person(name="周 岩"), role=RECEIVER), ANN, False, True),
        (Signature(person=ANN, role=GIVER), ANN, True, False),
        (Signature(person=BOB, role=RECEIVER), ANN, True, False),
        (Signature(role=RECEIVER), ANN, True, True),
        (Signature(role=RECEIVER), ANN, False, False),
        (Signature(person=Person(name=" "), role=RECEIVER), ANN, True, True),
        (Signature(person=BOB, role=RECEIVER), None, True, True),
        (Signature(), None, True, False),
    ],
)
def test_a_signature_is_that_of_a_person(
    signature: Signature, person: Person | None, by_role: bool, expected: bool
) -> None:
    """The name decides; another role refuses; the role does for a name only where it may."""
    assert is_signed_by(signature, RECEIVER, person, by_role=by_role) is expected


def test_what_receivers_have_declared() -> None:
    """A date alone declares nothing, and a role speaks for a receiver only where there is one."""
    yes = SignDecision.ACCEPTED
    both = OpsDocument(
        profile="daily_handover",
        receivers=(ANN, BOB),
        sign_off=SignOff(signatures=(Signature(role=RECEIVER, decision=yes),)),
    )
    alone = OpsDocument(profile="daily_handover", receivers=(ANN,), sign_off=both.sign_off)
    assert [decision_of(both, one) for one in both.receivers] == [None, None]
    assert decision_of(alone, ANN) is yes
    assert decision_of(OpsDocument(profile="daily_handover", receivers=(ANN,)), ANN) is None
    assert len(signatures_of(both)) == 1
    assert signatures_of(OpsDocument(profile="charter")) == ()
