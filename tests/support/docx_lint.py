"""Says what is wrong with a Word file where schemas see nothing: ids, pairs, order, package."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TEXT_PART = re.compile(r"word/[^/]+\.xml$")
_CUSTOM_XML = re.compile(r"customXml/item\d+\.xml$")

_ORDER = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs spacing ind contextualSpacing jc"
    " outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs strike noProof color sz szCs u lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "tbl": "tblPr tblGrid tr",
    "sdtPr": "rPr alias tag id lock placeholder showingPlcHdr",
}
"""The order in which the schema wants the children that this project writes."""


def lint(data: bytes) -> list[str]:
    """Gives one line for each fault of a file; a good file has none."""
    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        faults = [f"{name}: twice in the file" for name in _twice(names)]
        parts = {name: package.read(name) for name in dict.fromkeys(names)}
    faults += _relationship_faults(parts)
    faults += _custom_xml_faults(parts)
    for name in filter(_TEXT_PART.match, parts):
        root = etree.fromstring(parts[name])
        faults += (f"{name}: {fault}" for fault in _part_faults(root, _relations(parts, name)))
    return faults


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
            target = posixpath.normpath(posixpath.join("/", base, rel.get("Target", ""))).lstrip(
                "/"
            )
            if rel.get("TargetMode") != "External" and target not in parts:
                yield f"{name}: {rel.get('Id')} leads to {target}, which is not there"


def _custom_xml_faults(parts: dict[str, bytes]) -> Iterator[str]:
    for name in filter(_CUSTOM_XML.match, parts):
        kinds = [rel.get("Type", "") for rel in _relations(parts, name).values()]
        if not any(kind.endswith("/customXmlProps") for kind in kinds):
            yield f"{name}: no properties beside it"


def _part_faults(root: Any, relations: dict[str, Any]) -> Iterator[str]:
    yield from _id_faults(root)
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
            found = [places.get(child.tag, -1) for child in element]
            if found != sorted(found) or -1 in found:
                yield f"{name}: {[etree.QName(child).localname for child in element]}"


def _id_faults(root: Any) -> Iterator[str]:
    starts = [e.get(f"{W}id") for e in root.iter(f"{W}bookmarkStart")]
    ends = [e.get(f"{W}id") for e in root.iter(f"{W}bookmarkEnd")]
    names = [e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart")]
    controls = [e.get(f"{W}val") for e in root.iterfind(f".//{W}sdtPr/{W}id")]
    drawings = [e.get("id") for e in root.iter(f"{_DRAWING}docPr")]
    for what, values in (
        ("bookmark", starts),
        ("bookmark end", ends),
        ("bookmark name", names),
        ("control", controls),
        ("drawing", drawings),
    ):
        yield from (f"{what} {value} comes twice" for value in _twice(values))
    yield from (f"bookmark {one} has no other end" for one in sorted({*starts} ^ {*ends}))
