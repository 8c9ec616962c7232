"""People are shown with all details where they are introduced, and by name elsewhere."""

from collections.abc import Iterator
from functools import cache

from opshandover.document.walk import records_in, rewrite
from opshandover.layout.words.values import as_tuple
from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, filled_values, values_of
from opshandover.model.people import Contact, Member, Person

_INTRODUCING = (OpsDocument, Contact, Member)
"""The records that introduce people: readers look for them in the header, the contacts and the team."""

_texts_of = values_of(Person)


def without_repeated_details(document: OpsDocument) -> OpsDocument:
    """Return a copy in which people who are introduced elsewhere have only their names.

    A person with a detail that is missing from the introduction keeps all details. Each is compared only
    with those who share the rarest of its details.
    """
    known: dict[tuple[int, str], list[tuple[str, ...]]] = {}
    for introduced in {_texts_of(person) for person in _introduced(document)}:
        for detail in enumerate(introduced):
            known.setdefault(detail, []).append(introduced)

    @cache
    def is_known(texts: tuple[str, ...]) -> bool:
        sharing = (known.get(detail, ()) for detail in enumerate(texts) if detail[1])
        return any(_has_all(others, texts) for others in min(sharing, key=len, default=()))

    def shortened(person: Person, _field: Field, owner: Record) -> Person:
        texts = _texts_of(person)
        has_only_a_name = texts.count("") >= len(texts) - 1
        if has_only_a_name or isinstance(owner, _INTRODUCING) or not person.name.strip():
            return person
        return Person(name=person.name) if is_known(texts) else person

    return rewrite(document, Person, shortened)


def _introduced(document: OpsDocument) -> Iterator[Person]:
    contacts = (contact for _, contact in records_in(document, Contact))
    members = (member for _, member in records_in(document, Member))
    for record in (document, *contacts, *members):
        for field, value in filled_values(record):
            if field.type is Person:
                yield from as_tuple(field, value)


def _has_all(others: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    """Whether all details of a person are among those of another."""
    return all(mine in ("", theirs) for mine, theirs in zip(texts, others, strict=True))
