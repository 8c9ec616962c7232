"""Who is introduced where: a person's details are read once, after that the name will do."""

from collections.abc import Iterator
from typing import TypeVar, cast

import attrs

from opshandover.model.base import Record
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map, fields_of, walk
from opshandover.model.people import Contact, Member, Person

_INTRODUCING = (OpsDocument, Contact, Member)
"""The head of the document, contacts and the team are where people look for somebody."""

R = TypeVar("R", bound=Record)


def by_name(document: OpsDocument) -> OpsDocument:
    """Gives a copy in which persons are but their names where others say all that is known.

    A person with a detail that stands nowhere else keeps all details.
    """
    return _shortened(document, tuple(_introduced(document)))


def _introduced(document: OpsDocument) -> Iterator[Person]:
    for node in walk(document, filled=True, wanted=lambda value: isinstance(value, Person)):
        if isinstance(node.value, Person) and isinstance(node.owner, _INTRODUCING):
            yield node.value


def _shortened(record: R, known: tuple[Person, ...]) -> R:
    """Copies only what changes, as most of a document does not."""
    introduces = isinstance(record, _INTRODUCING)
    changes: dict[str, object] = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        new = value if introduces and field.type is Person else _with_names(value, known)
        if new is not value:
            changes[field.name] = new
    return attrs.evolve(record, **changes) if changes else record


def _with_names(value: object, known: tuple[Person, ...]) -> object:
    if isinstance(value, Person):
        return _known_by_name(value, known)
    if isinstance(value, Record):
        return _shortened(value, known)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        new = tuple(_with_names(item, known) for item in items)
        return new if any(a is not b for a, b in zip(new, items, strict=True)) else items
    return value


def _known_by_name(person: Person, known: tuple[Person, ...]) -> Person:
    name = Person(name=person.name)
    if not person.name.strip() or person == name:
        return person
    return name if any(_says_all(other, person) for other in known) else person


def _says_all(other: Person, person: Person) -> bool:
    """Says whether all that is filled of a person is filled alike in another."""
    values = ((getattr(person, name), getattr(other, name)) for name in field_map(Person))
    return all(mine in ("", theirs) for mine, theirs in values)
