"""A document as its page shows it: what a page that is read back can be compared with.

It differs from the document in this alone:

- Prose is written from its own parse, and shows the same; prose without markup is as it was.
- Texts of white space alone, and those that a page shows in empty fields, are empty; items, records and sections that
  hold nothing are not there.
- The details of a person stand where the person is introduced: in the header, the contacts and the team.
- Documents stand in the order of their index, items of the handover in that of its phases.
- A signature without a date, a decision or an opinion is a line to sign, and not there; the others stand in the order
  of their table, each with the role and the name in its line.
- The language is that of the page, if the document names none.
"""

from typing import Any, cast

import attrs

from opshandover.layout.introduced import without_repeated_details
from opshandover.layout.signoff import signature_lines
from opshandover.layout.words.order import shown_order
from opshandover.layout.words.settled import holds_something, settled
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.documents import DocumentRef
from opshandover.model.fields import filled_values
from opshandover.model.handover import HandoverItem
from opshandover.model.header import Language
from opshandover.model.people import Person
from opshandover.model.signoff import Signature, SignOff
from opshandover.text import Lang

_ORDERED = (DocumentRef, HandoverItem)


def normal(document: OpsDocument, lang: Lang | None = None) -> OpsDocument:
    """The document that its page shows.

    Args:
        document: the document.
        lang: the language of the labels of the page; without it, that of the document.
    """
    said = document.lang or Language(lang or document.output_lang)
    document = attrs.evolve(without_repeated_details(document), lang=said)
    document = _signed(document)
    return settled(cast("OpsDocument", _ordered(document)))


def _signed(document: OpsDocument) -> OpsDocument:
    if not isinstance(document.sign_off, SignOff) or not document.sign_off.signatures:
        return document
    signatures = tuple(
        attrs.evolve(
            line.signature,
            role=line.signature.role or line.role,
            person=_signatory(line.signature, line.person),
        )
        for line in signature_lines(document)
        if line.signature and _says_something(line.signature)
    )
    return attrs.evolve(document, sign_off=attrs.evolve(document.sign_off, signatures=signatures))


def _says_something(signature: Signature) -> bool:
    bare = settled(signature)
    return bool(bare.on or bare.decision or bare.opinion)


def _signatory(signature: Signature, person: Person | None) -> Person | None:
    if signature.person and holds_something(signature.person):
        return signature.person
    return Person(name=person.name) if person else None


def _ordered(record: Record) -> Record:
    """A copy of a record in which lists stand in the order in which they are shown."""
    changes: dict[str, Any] = {}
    for field, value in filled_values(record):
        if isinstance(value, Record):
            new: Any = _ordered(value)
        elif field.many and issubclass(field.type, Record):
            new = tuple(map(_ordered, value))
            new = tuple(new[i] for i in shown_order(value)) if field.type in _ORDERED else new
        else:
            continue
        if new is not value and new != value:
            changes[field.name] = new
    return attrs.evolve(record, **changes) if changes else record
