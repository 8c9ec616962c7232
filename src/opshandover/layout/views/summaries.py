"""Records of a document as single lines, for memo and digest."""

from collections.abc import Iterator

from opshandover.document.open import is_out, is_undone
from opshandover.document.walk import records_in
from opshandover.layout.words.labels import PUNCTUATION, TO_GIVE_BACK
from opshandover.layout.words.metrics import derived_of
from opshandover.layout.words.short import due_text, name_of, person_name, with_details
from opshandover.layout.words.values import inline_field, inline_record
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.communication import Decision
from opshandover.model.data import Metric
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.handover import HandoverPlan
from opshandover.model.people import Contact, Contacts, Team
from opshandover.model.signoff import SignOff
from opshandover.model.support import Support
from opshandover.pages.blocks import text_of
from opshandover.plain_text import LONGEST, shortened
from opshandover.text import Lang


def figures(document: OpsDocument, lang: Lang, room: int = LONGEST) -> Iterator[str]:
    """The figures that can be compared with a target or a previous value, one per line, each name cut to `room`."""
    marks = PUNCTUATION[lang]
    for _, metric in records_in(document, Metric):
        if metric.name and (derived := derived_of(metric)):
            value = text_of(inline_field(metric, field_map(Metric)["value"], lang))
            said = marks.comma.join([shortened(value), *(d.text[lang] for d in derived)])
            yield f"{name_of(metric, lang, room)}{marks.colon}{said}"


def accesses(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """The access rights that have yet to be granted, revoked or transferred."""
    for _, change in records_in(document, AccessChange):
        if is_undone(change):
            action = change.action.label[lang] if change.action else ""
            asides = (action, person_name(change.person), due_text(change.due))
            yield text_of(with_details(name_of(change, lang), asides, lang))


def assets(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """The assets that have yet to be returned."""
    for _, asset in records_in(document, Asset):
        if is_out(asset):
            asides = (TO_GIVE_BACK[lang], person_name(asset.return_to), due_text(asset.return_by))
            yield text_of(with_details(name_of(asset, lang), asides, lang))


def agreements(document: OpsDocument) -> Iterator[str]:
    """Decisions and agreements, from communication, handover plan and sign-off."""
    said = [decision.content for _, decision in records_in(document, Decision)]
    if isinstance(document.handover_plan, HandoverPlan):
        said += document.handover_plan.adjustments
    if isinstance(document.sign_off, SignOff):
        said.append(document.sign_off.summary)
    return (shortened(text) for text in said if text.strip())


def contacts(document: OpsDocument, lang: Lang, room: int = LONGEST) -> Iterator[str]:
    """The people who answer questions, those for emergencies first; the giver if nobody else is named."""
    listed = document.contacts.items if isinstance(document.contacts, Contacts) else ()
    team = document.team.receiver_contacts if isinstance(document.team, Team) else ()
    support = document.support.contact if isinstance(document.support, Support) else None
    asked = (*sorted(listed, key=lambda contact: not contact.emergency), *((support,) if support else ()), *team)
    for contact in asked or (Contact(person=document.giver),):
        who = text_of(inline_record(contact.person, lang)) if contact.person else ""
        parts = [shortened(part, room) for part in (who, contact.relationship)]
        if contact.emergency:
            parts.append(field_map(Contact)["emergency"].label[lang])
        if who:
            yield PUNCTUATION[lang].semicolon.join(filter(None, parts))
