"""Who has signed a document, and what its receivers have decided."""

from opshandover.document.people import same_person, unnamed
from opshandover.model.document import OpsDocument
from opshandover.model.people import Person
from opshandover.model.signoff import SignatoryRole, Signature, SignDecision, SignOff


def signatures_of(document: OpsDocument) -> tuple[Signature, ...]:
    """The signatures of a document."""
    return document.sign_off.signatures if isinstance(document.sign_off, SignOff) else ()


def is_signed_by(signature: Signature, role: SignatoryRole, person: Person | None, *, by_role: bool) -> bool:
    """Whether a signature is that of a person in a role.

    Args:
        signature: the signature; if it has no role, only the names are compared.
        role: the role.
        person: the person, or `None` if nobody is named.
        by_role: whether an equal role is enough where one of the two names nobody.
    """
    if signature.role not in (role, None):
        return False
    if person is None or signature.person is None or unnamed(signature.person):
        return by_role and signature.role is role
    return same_person(signature.person, person)


def decision_of(document: OpsDocument, receiver: Person) -> SignDecision | None:
    """What a receiver has decided; with a single receiver, a signature needs no name."""
    alone = len(document.receivers) == 1
    for signature in signatures_of(document):
        if signature.decision and is_signed_by(signature, SignatoryRole.RECEIVER, receiver, by_role=alone):
            return signature.decision
    return None
