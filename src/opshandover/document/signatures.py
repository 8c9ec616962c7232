"""Who has signed a document, and what its receivers have declared."""

from opshandover.document.people import same_person, unnamed
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.signoff import SignatoryRole, Signature, SignDecision, SignOff


def signatures_of(document: OpsDocument) -> tuple[Signature, ...]:
    """The signatures that a document holds."""
    return document.sign_off.signatures if isinstance(document.sign_off, SignOff) else ()


def is_signed_by(signature: Signature, role: SignatoryRole, person: Person | None, *, by_role: bool) -> bool:
    """Whether a signature is that of a person in a role.

    Args:
        signature: the signature; without a role of its own the name alone decides.
        role: the role.
        person: the person, if anybody is named.
        by_role: whether the role may do where either of the two names nobody.
    """
    if signature.role not in (role, None):
        return False
    if person is None or signature.person is None or unnamed(signature.person):
        return by_role and signature.role is role
    return same_person(signature.person, person)


def decision_of(document: OpsDocument, receiver: Person) -> SignDecision | None:
    """What a receiver has declared; where there is one only, the role may do for a name."""
    alone = len(document.receivers) == 1
    for signature in signatures_of(document):
        if signature.decision and is_signed_by(signature, SignatoryRole.RECEIVER, receiver, by_role=alone):
            return signature.decision
    return None
