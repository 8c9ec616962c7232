"""How far a document is, and what its receivers have declared."""

from collections.abc import Sequence

from opshandover.exporters.digest.words import labelled, people_names
from opshandover.layout.words.labels import PUNCTUATION
from opshandover.model import (
    OpsDocument,
    Person,
    SignatoryRole,
    Signature,
    SignDecision,
    SignOff,
)
from opshandover.profiles import Profile
from opshandover.rules.predicates import same_person
from opshandover.text import Lang, Text

_NOT_ACKNOWLEDGED = Text("接收人尚未确认", "Not acknowledged by")
_REFUSED = Text("接收人拒绝接收", "Refused by")


def state(document: OpsDocument, profile: Profile, lang: Lang) -> str:
    """Says how far the document is, and which receiver has refused or not yet answered."""
    stands = document.state.label[lang] if document.state else ""
    decided = {person: _decision(document, person) for person in document.receivers}
    refused = [one for one, said in decided.items() if said is SignDecision.REFUSED]
    silent = [one for one, said in decided.items() if said is None]
    handed = profile.handover and bool(document.receivers)
    parts = (
        labelled(OpsDocument, "state", stands, lang),
        _list(_REFUSED, refused, lang) if handed else "",
        _list(_NOT_ACKNOWLEDGED, silent, lang) if handed else "",
    )
    return PUNCTUATION[lang].semicolon.join(filter(None, parts))


def _list(label: Text, people: Sequence[Person], lang: Lang) -> str:
    return f"{label[lang]}{PUNCTUATION[lang].colon}{people_names(people, lang)}" if people else ""


def _decision(document: OpsDocument, receiver: Person) -> SignDecision | None:
    """Gives what a receiver has declared; where there is one only, the role may do for a name."""
    section = document.sign_off
    alone = len(document.receivers) == 1
    for signature in section.signatures if isinstance(section, SignOff) else ():
        if signature.decision and _is_by(signature, receiver, alone=alone):
            return signature.decision
    return None


def _is_by(signature: Signature, receiver: Person, *, alone: bool) -> bool:
    if signature.role not in (SignatoryRole.RECEIVER, None):
        return False
    if signature.person is None or not signature.person.name.strip():
        return alone and signature.role is not None
    return same_person(signature.person, receiver)
