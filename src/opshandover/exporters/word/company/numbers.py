"""Append our numberings to those of the company, with ids of their own."""

from collections.abc import Mapping

from attrs import frozen

from opshandover.exporters.word.company.parts import BrokenError
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
    definitions = [*root.findall(f"{W}numPicBullet"), *root.findall(f"{W}abstractNum")]
    place = len(definitions)
    for abstract in mine.findall(f"{W}abstractNum"):
        _raise(abstract, "abstractNumId", first.abstract)
        root.insert(place, abstract)
        place += 1
    place += len(root.findall(f"{W}num"))
    for number in mine.findall(f"{W}num"):
        _raise(number, "numId", first.number)
        _raise(number.find(f"{W}abstractNumId"), "val", first.abstract)
        root.insert(place, number)
        place += 1
    return serialize(root)


def _raise(element: Element, attribute: str, by: int) -> None:
    element.set(f"{W}{attribute}", str(int(value(element, attribute)) + by))
