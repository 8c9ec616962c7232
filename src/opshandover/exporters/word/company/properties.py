"""The company's own properties and custom XML, next to ours."""

from collections.abc import Iterable
from copy import deepcopy
from hashlib import sha256
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover.exporters.word.company.relations import Archive
from opshandover.ooxml.baseline import PREFIX
from opshandover.ooxml.tree import parse, serialize
from opshandover.ooxml.xml import DECLARATION

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_FIRST_NUMBER = 2
_ITEM_PROPERTIES = "customXml/itemProps%d.xml"


def add_missing_properties(items: Iterable[Part], archive: Archive) -> None:
    """Add the properties that custom XML parts lack.

    LibreOffice drops all custom XML of a file on saving if one part has no properties.
    """
    names = (PackURI(f"/{name}") for name in map(_ITEM_PROPERTIES.__mod__, count(1)) if not archive.holds(name))
    for item in items:
        if any(rel.reltype == RELATIONSHIP_TYPE.CUSTOM_XML_PROPS for rel in item.rels.values()):
            continue
        store = str(uuid5(NAMESPACE_URL, sha256(item.blob).hexdigest())).upper()
        text = (
            f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{{{store}}}">'
            "<ds:schemaRefs/></ds:datastoreItem>"
        )
        kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
        item.relate_to(Part(next(names), kind, text.encode()), RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def add_properties(package: OpcPackage, theirs: Part) -> None:
    """Add the company's custom properties to a package, before those that it already has."""
    kind = RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
    theirs = Part(theirs.partname, theirs.content_type, _without_ours(theirs.blob))
    ours = [(rid, rel.target_part) for rid, rel in package.rels.items() if rel.reltype == kind]
    for rid, part in ours:
        theirs = Part(theirs.partname, theirs.content_type, _joined(theirs.blob, part.blob))
        del package.rels[rid]
    package.relate_to(theirs, kind)


def _without_ours(theirs: bytes) -> bytes:
    """Remove the properties of a document that was written into the file before."""
    root = parse(theirs)
    for old in [each for each in root if each.get("name", "").startswith(PREFIX)]:
        root.remove(old)
    return serialize(root)


def _joined(theirs: bytes, ours: bytes) -> bytes:
    """Append properties to others; ours replace those of the same name."""
    root, mine = parse(theirs), parse(ours)
    names = {each.get("name", "").casefold() for each in mine}
    for old in [each for each in root if each.get("name", "").casefold() in names]:
        root.remove(old)
    for new in mine:
        root.append(deepcopy(new))
    for number, each in enumerate(root, start=_FIRST_NUMBER):
        each.set("pid", str(number))
    return serialize(root)
