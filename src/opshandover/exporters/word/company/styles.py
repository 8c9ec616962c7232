"""Merge our styles with those of the company: existing ones are used, missing ones are added."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from attrs import frozen

from opshandover.exporters.word.company.style_reset import base_chain, inherited_properties, reset_inherited
from opshandover.ooxml.tree import Element, W, parse, serialize, value

_NAMED_BY = ("basedOn", "next", "link")
_HEADING = "heading "
_OURS = "opshandover "
"""The prefix of a style name of ours that a company style of another kind already has."""
_SIZE_WITHOUT_ANY = 20
_AS_ALL_TEXT = frozenset({"body text"})
"""Styles for which the company's default style is used if it has none of this name."""


@frozen
class MergedStyles:
    """The styles part of the result, and the ids of our styles in it.

    `numbered` says whether the heading styles are ours and therefore numbered; `table_size` and
    `body_size` are type sizes in half points.
    """

    part: bytes
    ids: Mapping[str, str]
    numbered: bool
    body_size: int
    table_size: int


def merge_styles(theirs: bytes, ours: str, first_number: int) -> MergedStyles:
    """Add those of our styles for which the company's part has no style of the same name.

    A heading of theirs keeps its own numbering or none; if any heading is theirs, ours are not numbered
    either, so that all headings of a document are numbered alike. Added styles take their fonts from the
    company's defaults.

    Args:
        theirs: the company's part.
        ours: our part.
        first_number: what is added to the ids of our numberings.
    """
    root, mine = parse(theirs), parse(ours.encode())
    existing = _styles(root)
    known = {_key(style): value(style, "styleId") for style in existing}
    defaults = {value(s, "type"): value(s, "styleId") for s in existing if _is_default(s)}
    for style in _styles(mine):
        kind, name = _key(style)
        if (_is_default(style) or name in _AS_ALL_TEXT) and kind in defaults:
            known.setdefault((kind, name), defaults[kind])
    by_id = {value(style, "styleId"): style for style in existing}
    ids = dict(_ids(by_id, mine, known))
    added = [deepcopy(style) for style in _styles(mine) if _key(style) not in known]
    numbered = sum(_is_numbered(style) for style in added) == sum(map(_is_numbered, _styles(mine)))
    names = {value(style.find(f"{W}name")).casefold() for style in existing}
    fonts = _attributes(mine.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts"))
    base = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    for style in added:
        _rename_style(style, ids, names)
        on = value(style.find(f"{W}basedOn"))
        if on in by_id and value(style, "type") == "paragraph":
            reset_inherited(style, inherited_properties(on, by_id, base))
        _drop_default_fonts(style, fonts)
        _renumber(style, first_number if numbered else None)
        root.append(style)
    by_id |= {value(style, "styleId"): style for style in added}
    size = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    return MergedStyles(
        part=serialize(root),
        ids=ids,
        numbered=numbered,
        body_size=_size(ids["BodyText"], by_id, size),
        table_size=_size(ids["TableText"], by_id, size),
    )


def _styles(root: Element) -> list[Any]:
    return [style for style in root.findall(f"{W}style") if value(style, "styleId")]


def _key(style: Element) -> tuple[str, str]:
    """Return the key of a style; Word appends aliases to its name, after a comma."""
    name = value(style.find(f"{W}name")).split(",")[0]
    return value(style, "type") or "paragraph", " ".join(name.split()).casefold()


def _is_default(style: Element) -> bool:
    return value(style, "default") in ("1", "true", "on")


def _is_numbered(style: Element) -> bool:
    return _key(style)[1].startswith(_HEADING) and style.find(f"{W}pPr/{W}numPr") is not None


def _ids(theirs: Iterable[str], mine: Element, known: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    taken = {name.casefold() for name in theirs}
    for style in _styles(mine):
        own = value(style, "styleId")
        found = known.get(_key(style), "")
        if not found:
            found = _unused_id(own, taken)
            taken.add(found.casefold())
        yield own, found


def _unused_id(wanted: str, taken: set[str]) -> str:
    found, number = wanted, 1
    while found.casefold() in taken:
        number += 1
        found = f"{wanted}{number}"
    return found


def _rename_style(style: Element, ids: Mapping[str, str], names: set[str]) -> None:
    """Set the id and the name of a style in the company's file, and its references to other styles."""
    style.set(f"{W}styleId", ids[value(style, "styleId")])
    style.attrib.pop(f"{W}default", None)
    name = style.find(f"{W}name")
    if value(name).casefold() in names:
        name.set(f"{W}val", _OURS + value(name))
    for other in _NAMED_BY:
        for reference in style.findall(f"{W}{other}"):
            reference.set(f"{W}val", ids.get(value(reference), value(reference)))


def _drop_default_fonts(style: Element, fonts: Mapping[str, str]) -> None:
    """Remove the fonts that equal those of our defaults, so that the company's defaults apply."""
    for named in style.findall(f"{W}rPr/{W}rFonts"):
        if _attributes(named) == fonts:
            named.getparent().remove(named)


def _attributes(element: Element | None) -> dict[str, str]:
    return {} if element is None else dict(element.attrib)


def _renumber(style: Element, first: int | None) -> None:
    """Set the numbering of a style to its id among theirs, or remove it."""
    for numbering in style.findall(f"{W}pPr/{W}numPr"):
        number = numbering.find(f"{W}numId")
        if first is None:
            numbering.getparent().remove(numbering)
        else:
            number.set(f"{W}val", str(int(value(number)) + first))


def _size(name: str, by_id: Mapping[str, Element], base: Element | None) -> int:
    """Return the type size of a style: its own, or that of a style it is based on."""
    for style in base_chain(name, by_id):
        if size := _half_points(style.find(f"{W}rPr/{W}sz")):
            return size
    return _half_points(base) or _SIZE_WITHOUT_ANY


def _half_points(element: Element | None) -> int:
    given = value(element)
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 5 else 0
