"""Parse the XML of other people's files, and serialize it again."""

import re
from typing import Any

from lxml import etree

Element = Any
"""An lxml element; its class is private in lxml."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT = "http://purl.oclc.org/ooxml/"
"""The prefix of all namespaces in a file saved as Strict Open XML."""

MOST_XML = 20_000_000
"""The maximum size of a part (bytes); a larger one would take too much memory as a tree."""


_KNOWN_ENCODING = re.compile(
    rb"\xff\xfe(?!\0\0)|\xfe\xff|(?:\xef\xbb\xbf)?\s*<(?!\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|utf-16|us-ascii))",
    re.IGNORECASE,
)
"""The encodings that packages may have; in others an element could begin with another byte, and not be counted."""


class BadXmlError(Exception):
    """A part that is not well-formed XML, or not safe to parse."""


def parse(data: bytes, most: int = MOST_XML) -> Element:
    """Parse a part of at most so many bytes: nothing is fetched, no entity is expanded, no document type is allowed.

    Raises:
        BadXmlError: it cannot be parsed, is too large, has a document type, or is in an unusual encoding.
    """
    if len(data) > most or not _KNOWN_ENCODING.match(data):
        raise BadXmlError
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise BadXmlError from cause
    info = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise BadXmlError
    return root


def serialize(root: Element) -> bytes:
    """Return a part as bytes."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute in the w: namespace, or "" where it or the element is missing."""
    return "" if element is None else str(element.get(f"{W}{name}", ""))
