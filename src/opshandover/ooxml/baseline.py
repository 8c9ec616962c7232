"""The baseline in a Word file: the document that it was made from, to compare with what people edited.

It is in a custom XML part of its own without data binding, so the body holds the only text that an
office program shows or changes. Custom properties describe the part.
"""

import re
from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from attrs import evolve
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover._version import __version__
from opshandover.codec import SCHEMA_VERSION
from opshandover.codec.baseline import Baseline
from opshandover.ooxml.archive import unpacked_in
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.seal import seal_of
from opshandover.ooxml.tree import BadXmlError, Element, parse
from opshandover.ooxml.xml import DECLARATION, escaped, visible

NAMESPACE = "urn:opshandover:document:1"
PREFIX = "opshandover."
"""The prefix of the names of our properties, next to those of others."""
DIGEST = "sha256"
"""The name of the digest, as an attribute of the part and as a property: some programs keep only one of them."""
SEAL = "seal"
"""The name of the attribute with the seal of all entries before it."""

_LANG = "lang"
_ITEM = "/customXml/item%d.xml"
_ITEM_PROPERTIES = "/customXml/itemProps%d.xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_NUMBER = 2
_LONGEST_VALUE = 255
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_FOLDED = str.maketrans({"\n": "&#10;", "\t": "&#9;"})
"""White space that a parser would turn into blanks within an attribute."""


class ChangedBaselineError(Exception):
    """The document in a file is not the one that its digest was made of."""


def add_baseline(package: OpcPackage, document: Part, baseline: Baseline, identifier: str = "") -> TextPart:
    """Add a baseline to a package, and return its part; parts that a template brought along keep their names.

    Args:
        package: the package.
        document: its main part.
        baseline: the baseline.
        identifier: the id of the document.
    """
    # Characters that XML forbids occur only within JSON strings, where they can be written as escapes.
    baseline = evolve(baseline, json=_NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", baseline.json))
    item = TextPart(package.next_partname(_ITEM), CONTENT_TYPE.XML, _item(baseline))
    document.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    # LibreOffice drops all custom XML parts if one of them has no properties.
    name = package.next_partname(_ITEM_PROPERTIES)
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    properties = Part(name, kind, _item_properties(baseline).encode())
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    custom = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, _custom(baseline, identifier))
    package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    return item


def put_seal(item: TextPart, seal: str) -> None:
    """Put a seal into the part of a baseline."""
    before, after = item.pieces
    item.pieces = (f'{before} {SEAL}="{seal}"', after)


def _item(baseline: Baseline) -> tuple[str, str]:
    """The part in two pieces, between which more attributes have their place."""
    values = {_LANG: baseline.lang, DIGEST: baseline.digest, **baseline.options}
    attributes = "".join(f' {name}="{escaped(text).translate(_FOLDED)}"' for name, text in values.items())
    before = f'{DECLARATION}<oh:document xmlns:oh="{NAMESPACE}"{attributes}'
    return before, f">{escape(baseline.json)}</oh:document>"


def _item_properties(baseline: Baseline) -> str:
    store = str(uuid5(NAMESPACE_URL, NAMESPACE + baseline.digest)).upper()
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{{{store}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )


def _values(baseline: Baseline, identifier: str) -> Iterator[tuple[str, str]]:
    """Yield the custom properties: all of them text, as LibreOffice changes numbers when it saves."""
    yield f"{PREFIX}schema_version", str(SCHEMA_VERSION)
    yield f"{PREFIX}version", __version__
    if identifier:
        yield f"{PREFIX}id", visible(identifier)[:_LONGEST_VALUE]
    yield f"{PREFIX}{DIGEST}", baseline.digest
    yield f"{PREFIX}{_LANG}", baseline.lang


def _custom(baseline: Baseline, identifier: str) -> bytes:
    properties = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(_values(baseline, identifier), start=_FIRST_NUMBER)
    )
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{properties}</Properties>'.encode()


def read_baseline(parts: Mapping[str, bytes]) -> Baseline | None:
    """Return the baseline in the parts of a file, if there is one.

    Of several, as when one file was pasted into another, the one counts that the properties describe.

    Raises:
        ChangedBaselineError: it is not as it was written.
    """
    found = [root for root in map(_root, _items(parts)) if root is not None]
    told = _told_digest(parts)
    known = [root for root in found if told and root.get(DIGEST) == told]
    for root in known or found[:1]:
        options = {str(name): str(text) for name, text in root.items() if name not in (_LANG, DIGEST, SEAL)}
        lang = root.get(_LANG)
        baseline = Baseline(json=root.text or "", lang="en" if lang == "en" else "zh", options=options)
        if {told, root.get(DIGEST, "")} - {"", baseline.digest}:
            raise ChangedBaselineError
        return baseline
    return None


def unsaved_baseline(data: bytes) -> Baseline | None:
    """The baseline of a file that nobody has saved since it was written; `None` if somebody may have.

    It is the last entry of the file then, and its seal is that of all others. Only what may hold it is unpacked.

    Raises:
        UnusableError: the file is too large, or is no Office file at all.
    """
    (*others, last), parts = unpacked_in(("customXml/", "docProps/"), data)
    root = _root(parts.get(last.filename, b""))
    if root is None or root.get(SEAL) != seal_of(others):
        return None
    try:
        return read_baseline(parts)
    except ChangedBaselineError:
        return None


def _items(parts: Mapping[str, bytes]) -> Iterator[bytes]:
    named = NAMESPACE.encode()
    yield from (data for name, data in sorted(parts.items()) if name.lower().startswith("customxml/") and named in data)


def _root(data: bytes) -> Element | None:
    try:
        root = parse(data)
    except BadXmlError:
        return None
    return root if root.tag == f"{{{NAMESPACE}}}document" else None


def _told_digest(parts: Mapping[str, bytes]) -> str:
    """Return the digest that the properties name."""
    try:
        root = parse(parts.get("docProps/custom.xml", b""))
    except BadXmlError:
        return ""
    texts = ("".join(each.itertext()) for each in root if each.get("name") == f"{PREFIX}{DIGEST}")
    return next(texts, "").strip()
