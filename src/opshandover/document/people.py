"""Whether an entry names anybody, whether two name the same person, and who takes over an open item."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile

from opshandover.document.open import is_open
from opshandover.document.paths import nearest_first
from opshandover.model.base import Record
from opshandover.model.header import Header
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.placeholders import says_nothing
from opshandover.text import Text

NO_NEW_OWNER = Text("未指定接手人", "no new owner yet")
"""What a part for one receiver has as the new owner of an item for which the document names nobody."""


def unnamed(person: Person | None) -> bool:
    """Whether nobody is named: no person, or one whose name is blank or a placeholder."""
    return person is None or says_nothing(person.name)


def same_person(one: Person, other: Person) -> bool:
    """Whether two entries name the same person.

    Names are compared; entries with equal names differ if both give a phone, e-mail or chat address and
    these differ.
    """
    if unnamed(one) or unnamed(other) or name_key(one.name) != name_key(other.name):
        return False
    reached = ((one.phone, other.phone), (one.email, other.email), (one.im, other.im))
    return all(name_key(a) == name_key(b) for a, b in reached if a.strip() and b.strip())


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
    inherited: Person | None = None
    for one in (item, *takewhile(is_open, holders)):
        if one.new_owner and not unnamed(one.new_owner):
            return one.new_owner
        owner: Person | None = getattr(one, "owner", None)
        gives = owner and document.giver and same_person(owner, document.giver)
        if unnamed(owner) or gives:
            continue
        if one is item:
            return owner
        inherited = inherited or owner
    if inherited and any(same_person(inherited, person) for person in document.receivers):
        return inherited
    first, second = (*islice((one for one in document.receivers if not unnamed(one)), 2), None, None)[:2]
    return first if first and not second else inherited


def has_one_receiver(document: Header) -> bool:
    """Whether a document names the one person who receives all that it hands over."""
    return len(document.receivers) == 1 and not unnamed(document.receivers[0])


def has_no_new_owner(item: OpenItem, document: Header, holders: Iterable[OpenItem] = ()) -> bool:
    """Whether several people receive a document, and nobody can tell which of them takes over an open item."""
    if not item.open or not document.receivers:
        return False
    if item.new_owner is None and has_one_receiver(document):
        return False
    owner = new_owner_of(item, document, holders)
    return owner is None or owner.name in (NO_NEW_OWNER.zh, NO_NEW_OWNER.en)


def responsible_for(record: Record, document: Header, holders: Iterable[OpenItem] = ()) -> Person | None:
    """Who sees to a record from now on: the new owner of an open item that is handed over, else whoever it names."""
    if isinstance(record, OpenItem) and record.open and document.receivers:
        return new_owner_of(record, document, holders)
    named: Iterator[Person | None] = (getattr(record, name, None) for name in _RESPONSIBLE)
    return next(filter(None, named), None)


_RESPONSIBLE = ("new_owner", "owner", "keeper", "person")


def holders_of(path: str, at: Callable[[str], object]) -> Iterator[OpenItem]:
    """The items around the one at a path, such as the project of a task, the nearest first; `at` finds a value."""
    for place in nearest_first(path):
        if place and place != path and isinstance(one := at(place), OpenItem):
            yield one


def plain_name(text: str) -> str:
    """A name in the form in which names are compared: NFKC, case folded, single spaces, no final full stop."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .。")


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """A name without blanks, in the form in which names are compared; the same few recur in thousands of items."""
    return plain_name(text).replace(" ", "")
