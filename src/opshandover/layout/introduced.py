"""Who is introduced where: a person's details are read once, after that the name will do."""

from collections.abc import Iterator
from functools import cache

from opshandover.document.walk import records_in, rewrite
from opshandover.layout.words.values import as_tuple
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, given, values_of
from opshandover.model.people import Contact, Member, Person

_INTRODUCING = (OpsDocument, Contact, Member)
"""The head of the document, contacts and the team are where people look for somebody."""

_texts_of = values_of(Person)


def by_name(document: OpsDocument) -> OpsDocument:
    """Gives a copy in which persons are but their names where others say all that is known.

    A person with a detail that stands nowhere else keeps all details.
    """
    known = {_texts_of(person) for person in _introduced(document)}

    @cache
    def is_known(texts: tuple[str, ...]) -> bool:
        return any(_says_all(others, texts) for others in known)

    def shortened(person: Person, _field: Field, owner: Record) -> Person:
        texts = _texts_of(person)
        is_but_a_name = texts.count("") >= len(texts) - 1
        if is_but_a_name or isinstance(owner, _INTRODUCING) or not person.name.strip():
            return person
        return Person(name=person.name) if is_known(texts) else person

    return rewrite(document, Person, shortened)


def _introduced(document: OpsDocument) -> Iterator[Person]:
    contacts = (contact for _, contact in records_in(document, Contact))
    members = (member for _, member in records_in(document, Member))
    for record in (document, *contacts, *members):
        for field, value in given(record):
            if field.type is Person:
                yield from as_tuple(field, value)


def _says_all(others: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    """Says whether all that is filled of a person is filled alike in another."""
    return all(mine in ("", theirs) for mine, theirs in zip(texts, others, strict=True))
