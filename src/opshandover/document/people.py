"""Whether an entry names anybody, whether two name the same person, and who takes over an open item."""

import unicodedata
from collections.abc import Iterable
from itertools import takewhile

from opshandover.document.open import is_open
from opshandover.model.header import Header
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.placeholders import says_nothing


def unnamed(person: Person | None) -> bool:
    """Whether nobody is named: no person, or one whose name is blank or a placeholder."""
    return person is None or says_nothing(person.name)


def same_person(one: Person, other: Person) -> bool:
    """Whether two entries name the same person.

    Names are compared; entries with equal names differ if both give a phone, e-mail or chat address and
    these differ.
    """
    if unnamed(one) or unnamed(other) or _joined(one.name) != _joined(other.name):
        return False
    reached = ((one.phone, other.phone), (one.email, other.email), (one.im, other.im))
    return all(_joined(a) == _joined(b) for a, b in reached if a.strip() and b.strip())


def new_owner_of(item: OpenItem, document: Header, holders: Iterable[OpenItem] = ()) -> Person | None:
    """The person who is responsible for an item from now on; `None` if nobody can be told.

    That is the new owner that it names, or its owner unless that is the giver; else the new owner of the nearest
    open item that holds it, such as a project; of what names nobody, the only receiver; and else the owner of what
    holds it.

    Args:
        item: the item.
        document: the document that hands it over.
        holders: the items that hold it, the nearest first.
    """
    if item.new_owner and not unnamed(item.new_owner):
        return item.new_owner
    if not item.open:
        return None
    receivers = [person for person in document.receivers if not unnamed(person)]
    inherited: Person | None = None
    for one in (item, *takewhile(is_open, holders)):
        if one.new_owner and not unnamed(one.new_owner):
            return one.new_owner
        owner: Person | None = getattr(one, "owner", None)
        if owner and any(same_person(owner, person) for person in receivers):
            return owner
        gives = owner and document.giver and same_person(owner, document.giver)
        if unnamed(owner) or gives:
            continue
        if one is item:
            return owner
        inherited = inherited or owner
    return receivers[0] if len(receivers) == 1 else inherited


def plain_name(text: str) -> str:
    """A name in the form in which names are compared: NFKC, case folded, single spaces, no final full stop."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .。")


def _joined(text: str) -> str:
    return plain_name(text).replace(" ", "")
