"""Reset what our styles inherit from the company's base styles.

Chinese companies often indent the first line of all text by two characters, and justify it, in the
style that all others are based on. That is wrong in a table cell or a heading.
"""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from lxml import etree

from opshandover.exporters.word.company.unknown_properties import PARAGRAPH_PROPERTIES
from opshandover.ooxml.tree import Element, W, value

_INSTEAD = ("beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing")
"""Spacing attributes that override those in twips."""
_LONGEST_CHAIN = 50


def base_chain(name: str, by_id: Mapping[str, Element]) -> Iterator[Element]:
    """Yield a style and those that it is based on, one after another."""
    for _ in range(_LONGEST_CHAIN):
        style = by_id.get(name)
        if style is None:
            return
        yield style
        name = value(style.find(f"{W}basedOn"))


def inherited_properties(name: str, by_id: Mapping[str, Element], base: Element | None) -> dict[str, set[str]]:
    """Return the paragraph properties set by a company style, its base styles and the defaults.

    Args:
        name: the style's id.
        by_id: the company's styles.
        base: the defaults of all paragraphs.
    """
    found: dict[str, set[str]] = {"ind": set(), "spacing": set(), "jc": set()}
    levels = [style.find(f"{W}pPr") for style in base_chain(name, by_id)]
    for properties in (p for p in (*levels, base) if p is not None):
        for kind, names in found.items():
            for element in properties.findall(f"{W}{kind}"):
                names |= {etree.QName(key).localname for key in element.attrib}
    return found


def reset_inherited(style: Element, inherited: Mapping[str, set[str]]) -> None:
    """Reset in one of our styles the indentation, spacing and alignment that it inherits."""
    if inherited["ind"]:
        _zero(_own(style, "ind"), inherited["ind"])
    if style.find(f"{W}pPr/{W}spacing") is not None:
        _zero(_own(style, "spacing"), inherited["spacing"].intersection(_INSTEAD))
    if inherited["jc"] and style.find(f"{W}pPr/{W}jc") is None:
        _own(style, "jc").set(f"{W}val", "left")


def _zero(element: Element, names: set[str]) -> None:
    for name in sorted(names):
        if value(element, name) == "":
            element.set(f"{W}{name}", "0")


def _own(style: Element, name: str) -> Element:
    """Return a paragraph property of a style, adding it in schema order if it is missing."""
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        run = style.find(f"{W}rPr")
        style.insert(len(style) if run is None else style.index(run), properties)
    found = properties.find(f"{W}{name}")
    if found is None:
        before = {f"{W}{each}" for each in takewhile(lambda each: each != name, PARAGRAPH_PROPERTIES)}
        found = etree.Element(f"{W}{name}")
        properties.insert(sum(each.tag in before for each in properties), found)
    return found
