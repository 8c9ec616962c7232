"""Styles of ours keep their shape on the company's ground, whatever its text is like.

Chinese companies indent the first line of all text by two characters, and set it justified, in the
very style that all others are based on. In a cell of a table or a heading that is no good.
"""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from lxml import etree

from opshandover.ooxml.tree import Element, W, value

_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc"
).split()
"""The order of a paragraph's properties in the schema, up to the last that is added here."""
_INSTEAD = ("beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing")
"""Spaces that are in force instead of those in twips."""
_LONGEST_CHAIN = 50


def chain(name: str, by_id: Mapping[str, Element]) -> Iterator[Element]:
    """Gives a style and those that it is based on, one after another."""
    for _ in range(_LONGEST_CHAIN):
        style = by_id.get(name)
        if style is None:
            return
        yield style
        name = value(style.find(f"{W}basedOn"))


def inherited(name: str, by_id: Mapping[str, Element], base: Element | None) -> dict[str, set[str]]:
    """Gives what a style of the company, its base and the defaults say of a paragraph's shape.

    Args:
        name: the style's id.
        by_id: the company's styles.
        base: the defaults of all paragraphs.
    """
    found: dict[str, set[str]] = {"ind": set(), "spacing": set(), "jc": set()}
    grounds = [style.find(f"{W}pPr") for style in chain(name, by_id)]
    for properties in (p for p in (*grounds, base) if p is not None):
        for kind, names in found.items():
            for element in properties.findall(f"{W}{kind}"):
                names |= {etree.QName(key).localname for key in element.attrib}
    return found


def keep_shape(style: Element, ground: Mapping[str, set[str]]) -> None:
    """Takes back in a style of ours what its ground says of indentation, spaces and alignment."""
    if ground["ind"]:
        _zero(_own(style, "ind"), ground["ind"])
    if style.find(f"{W}pPr/{W}spacing") is not None:
        _zero(_own(style, "spacing"), ground["spacing"].intersection(_INSTEAD))
    if ground["jc"] and style.find(f"{W}pPr/{W}jc") is None:
        _own(style, "jc").set(f"{W}val", "left")


def _zero(element: Element, names: set[str]) -> None:
    for name in sorted(names):
        if value(element, name) == "":
            element.set(f"{W}{name}", "0")


def _own(style: Element, name: str) -> Element:
    """Gives a property of a style's paragraphs, adding it in its place if it is not there."""
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        run = style.find(f"{W}rPr")
        style.insert(len(style) if run is None else style.index(run), properties)
    found = properties.find(f"{W}{name}")
    if found is None:
        before = {f"{W}{each}" for each in takewhile(lambda each: each != name, _ORDER)}
        found = etree.Element(f"{W}{name}")
        properties.insert(sum(each.tag in before for each in properties), found)
    return found
