"""The faults of a Word file that schemas do not see: ids, pairs, order, package."""

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TEXT_PART = re.compile(r"word/[^/]+\.xml$")
_BOOKMARK = re.compile(r"[A-Za-z_]\w*")
_CUSTOM_XML = re.compile(r"customXml/item\d+\.xml$")

_LONGEST_TAG = 64
_LONGEST_BOOKMARK = 40
_REPEATING = ("repeatingSection", "repeatingSectionItem")
"""Controls around the rows of a form, which other programs than Word pass over."""
_KINDS = {f"{W14}checkbox", *(f"{W15}{name}" for name in _REPEATING)}
"""The kinds of controls that office programs leave whole; most have none."""

_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect"
    " bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW"
    " jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
    " tblDescription tblPrChange",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr sdt",
    "sdtPr": "rPr alias tag id lock placeholder showingPlcHdr dropDownList date",
}
"""The order in which the schema wants the children of elements."""


def lint(data: bytes) -> list[str]:
    """One line for each fault of a file; a good file has none."""
    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        faults = [f"{name}: twice in the file" for name in _twice(names)]
        parts = {name: package.read(name) for name in dict.fromkeys(names)}
    faults += _relationship_faults(parts)
    faults += _custom_xml_faults(parts)
    faults += (f"word/document.xml: {fault}" for fault in _comment_faults(parts))
    drawings: list[str] = []
    for name in filter(_TEXT_PART.match, parts):
        own, found = _looked_at(parts[name], frozenset(_relations(parts, name)))
        drawings += own
        faults += (f"{name}: {fault}" for fault in found)
    return faults + [f"drawing {number} comes twice" for number in _twice(drawings)]


@lru_cache(maxsize=256)
def _looked_at(part: bytes, relations: frozenset[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The ids of the drawings of a part, and its faults; styles and numbers are the same in most files of a run."""
    root = etree.fromstring(part)
    return [each.get("id", "") for each in root.iter(f"{_DRAWING}docPr")], list(_part_faults(root, relations))


def _twice(values: Iterable[str]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


def _relations(parts: dict[str, bytes], name: str) -> dict[str, Any]:
    folder, file = posixpath.split(name)
    rels = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    return {} if rels is None else {rel.get("Id", ""): rel for rel in etree.fromstring(rels)}


def _relationship_faults(parts: dict[str, bytes]) -> Iterator[str]:
    for name in (name for name in parts if name.endswith(".rels")):
        base = posixpath.dirname(posixpath.dirname(name))
        for rel in etree.fromstring(parts[name]).iter(_RELATIONSHIP):
            target = posixpath.normpath(posixpath.join("/", base, rel.get("Target", ""))).lstrip("/")
            if rel.get("TargetMode") != "External" and target not in parts:
                yield f"{name}: {rel.get('Id')} leads to {target}, which is not there"


def _custom_xml_faults(parts: dict[str, bytes]) -> Iterator[str]:
    for name in filter(_CUSTOM_XML.match, parts):
        kinds = [rel.get("Type", "") for rel in _relations(parts, name).values()]
        if not any(kind.endswith("/customXmlProps") for kind in kinds):
            yield f"{name}: no properties beside it"


def _comment_faults(parts: dict[str, bytes]) -> Iterator[str]:
    part, body = parts.get("word/comments.xml"), etree.fromstring(parts["word/document.xml"])
    written = [] if part is None else [e.get(f"{W}id", "") for e in etree.fromstring(part).iter(f"{W}comment")]
    yield from (f"comment {number} comes twice" for number in _twice(written))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [e.get(f"{W}id", "") for e in body.iter(f"{W}{name}")]
        yield from (f"{name} {number} comes twice" for number in _twice(found))
        yield from (f"comment {number} has no {name}, or this no comment" for number in sorted({*written} ^ {*found}))


def _part_faults(root: Any, relations: Collection[str]) -> Iterator[str]:
    yield from _id_faults(root)
    yield from _control_faults(root)
    used = (value for element in root.iter() for key, value in element.items() if key.startswith(R))
    yield from (f"{rid} is used, but leads nowhere" for rid in used if rid not in relations)
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield "a table cell does not end in a paragraph"
    for table in root.iter(f"{W}tbl"):
        after = table.getnext()
        if after is not None and after.tag == f"{W}tbl":
            yield "two tables without a paragraph between them become one"
    for name, order in _ORDER.items():
        places = {f"{W}{child}": place for place, child in enumerate(order.split())}
        for element in root.iter(f"{W}{name}"):
            found = [places.get(child.tag, -1) for child in element if child.tag not in _KINDS]
            if found != sorted(found) or -1 in found:
                yield f"{name}: {[etree.QName(child).localname for child in element]}"


def _control_faults(root: Any) -> Iterator[str]:
    tags = [e.get(f"{W}val", "") for e in root.iterfind(f".//{W}sdtPr/{W}tag")]
    yield from (f"tag {tag} comes twice" for tag in _twice(tags))
    aliases = [e.get(f"{W}val", "") for e in root.iterfind(f".//{W}sdtPr/{W}alias")]
    for what, values in (("tag", tags), ("alias", aliases)):
        long = (each for each in values if len(each.encode("utf-16-le")) > 2 * _LONGEST_TAG)
        yield from (f"{what} {each} is longer than Word takes" for each in long)
    for control in root.iter(f"{W}sdt"):
        repeats = any(control.find(f"{W}sdtPr/{W15}{name}") is not None for name in _REPEATING)
        if control.getparent().tag != f"{W}p" and not repeats:
            yield "a control does not stand in a paragraph itself"
        if control.find(f"{W}sdtPr/{W}text") is not None:
            yield "a control for plain text: LibreOffice multiplies what is in it"
        if control.find(f"{W}sdtPr/{W}dataBinding") is not None:
            yield "a control is bound to data, which hides what people type"


def _id_faults(root: Any) -> Iterator[str]:
    starts = [e.get(f"{W}id") for e in root.iter(f"{W}bookmarkStart")]
    ends = [e.get(f"{W}id") for e in root.iter(f"{W}bookmarkEnd")]
    names = [e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart")]
    controls = [e.get(f"{W}val") for e in root.iterfind(f".//{W}sdtPr/{W}id")]
    for what, values in (
        ("bookmark", starts),
        ("bookmark end", ends),
        ("bookmark name", names),
        ("control", controls),
    ):
        yield from (f"{what} {value} comes twice" for value in _twice(values))
    yield from (f"bookmark {one} has no other end" for one in sorted({*starts} ^ {*ends}))
    for name in names:
        if len(name) > _LONGEST_BOOKMARK or not _BOOKMARK.fullmatch(name):
            yield f"bookmark {name} has a name that Word does not take"
