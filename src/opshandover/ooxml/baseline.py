"""The document itself, stored in its Word file: the baseline for merging what people edited.

It is in a custom XML part of its own without data binding, so the body holds the only text that an
office program shows or changes. Custom properties describe the part.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from attrs import Factory, field, frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from opshandover._version import __version__
from opshandover.codec import SCHEMA_VERSION
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.xml import DECLARATION, escaped, visible
from opshandover.text import Lang

NAMESPACE = "urn:opshandover:document:1"
PREFIX = "opshandover."
"""The prefix of the names of our properties, next to those of others."""

_ITEM = "/customXml/item%d.xml"
_ITEM_PROPERTIES = "/customXml/itemProps%d.xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_NUMBER = 2
_LONGEST_VALUE = 255
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


@frozen(kw_only=True)
class Baseline:
    """A document as it was written, with the options that a reader needs to lay it out the same again.

    `json` is the document with its secrets masked, as the exporter received it.
    """

    json: str
    id: str
    lang: Lang
    view: str
    theme: str
    _digest: str = field(
        init=False,
        default=Factory(lambda self: sha256(self.json.encode(errors="surrogatepass")).hexdigest(), takes_self=True),
    )

    def add_to(self, package: OpcPackage, document: Part) -> None:
        """Add the parts to a package; parts that a template brought along keep their names."""
        item = TextPart(package.next_partname(_ITEM), CONTENT_TYPE.XML, (self._item(),))
        document.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
        # LibreOffice drops all custom XML parts if one of them has no properties.
        name = package.next_partname(_ITEM_PROPERTIES)
        kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
        properties = Part(name, kind, self._item_properties().encode())
        item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        custom = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, self._properties().encode())
        package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def _item(self) -> str:
        # Characters that XML forbids occur only within JSON strings, where they can be written as escapes.
        content = escape(_NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", self.json))
        return (
            f'{DECLARATION}<oh:document xmlns:oh="{NAMESPACE}" lang="{self.lang}"'
            f' view="{escaped(self.view)}" theme="{escaped(self.theme)}">{content}</oh:document>'
        )

    def _item_properties(self) -> str:
        store = str(uuid5(NAMESPACE_URL, NAMESPACE + self._digest)).upper()
        return (
            f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{{{store}}}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
            "</ds:datastoreItem>"
        )

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield the custom properties: all of them text, as LibreOffice changes numbers when it saves."""
        yield f"{PREFIX}schema_version", str(SCHEMA_VERSION)
        yield f"{PREFIX}version", __version__
        if self.id:
            yield f"{PREFIX}id", visible(self.id)[:_LONGEST_VALUE]
        yield f"{PREFIX}sha256", self._digest
        yield f"{PREFIX}lang", self.lang
        yield f"{PREFIX}view", self.view
        yield f"{PREFIX}theme", self.theme

    def _properties(self) -> str:
        properties = "".join(
            f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
            f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(self.values(), start=_FIRST_NUMBER)
        )
        return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{properties}</Properties>'
