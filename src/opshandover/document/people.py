"""Whether an entry names anybody, and whether two entries name the same person."""

import unicodedata

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


def plain_name(text: str) -> str:
    """A name in the form in which names are compared: NFKC, case folded, single spaces, no final full stop."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .。")


def _joined(text: str) -> str:
    return plain_name(text).replace(" ", "")
