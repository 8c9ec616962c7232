"""Append our numberings to those of the company, with ids of their own."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from opshandover.exporters.word.company.relations import BrokenError
from opshandover.ooxml.tree import Element, W, parse, serialize, value

GREATEST = 1_000_000
"""The maximum id; greater ones would leave no room for ours."""


@frozen
class Offsets:
    """What is added to the ids of our numberings and of their definitions."""

    number: int
    abstract: int


def greatest_ids(theirs: bytes) -> Offsets:
    """Return the greatest ids in the company's part.

    Raises:
        BrokenError: an id is not a number, or leaves no room for ours.
    """
    root = parse(theirs)
    return Offsets(number=_greatest(root, "num", "numId"), abstract=_greatest(root, "abstractNum", "abstractNumId"))


def _greatest(root: Element, name: str, attribute: str) -> int:
    try:
        greatest = max((int(value(e, attribute)) for e in root.findall(f"{W}{name}")), default=0)
    except ValueError as cause:
        raise BrokenError(attribute) from cause
    if not 0 <= greatest <= GREATEST:
        raise BrokenError(attribute)
    return greatest


def append_numbering(theirs: bytes, ours: str, first: Offsets, ids: Mapping[str, str], *, numbered: bool) -> bytes:
    """Append our numberings to theirs.

    Args:
        theirs: the company's part.
        ours: our part.
        first: what is added to our ids.
        ids: the ids that our styles have in the company's file.
        numbered: whether the headings are ours, and bound to our numbering.
    """
    root, mine = parse(theirs), parse(ours.encode())
    for style in [*mine.iter(f"{W}pStyle")]:
        if numbered:
            style.set(f"{W}val", ids[value(style)])
        else:
            style.getparent().remove(style)
    for abstract in mine.findall(f"{W}abstractNum"):
        _raise(abstract, "abstractNumId", first.abstract)
    for number in mine.findall(f"{W}num"):
        _raise(number, "numId", first.number)
        _raise(number.find(f"{W}abstractNumId"), "val", first.abstract)
    _insert_after(root, mine.findall(f"{W}abstractNum"), ("numPicBullet", "abstractNum"))
    _insert_after(root, mine.findall(f"{W}num"), ("numPicBullet", "abstractNum", "num"))
    return serialize(root)


def _raise(element: Element, attribute: str, by: int) -> None:
    element.set(f"{W}{attribute}", str(int(value(element, attribute)) + by))


def _insert_after(root: Element, added: Iterable[Element], names: Iterable[str]) -> None:
    """Insert elements after the last that has one of some names, or else at the beginning."""
    tags = {f"{W}{name}" for name in names}
    before = next((child for child in root.iterchildren(reversed=True) if child.tag in tags), None)
    for element in added:
        if before is None:
            root.insert(0, element)
        else:
            before.addnext(element)
        before = element
