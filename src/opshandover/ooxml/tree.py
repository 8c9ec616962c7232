"""Parses the XML of somebody else's file, and writes it again."""

from typing import Any

from lxml import etree

Element = Any
"""An element of lxml, whose own name for it is private."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT = "http://purl.oclc.org/ooxml/"
"""What the names of all elements begin with in a file saved as Strict Open XML."""

MOST_XML = 20_000_000
"""A part of more bytes is no part of a template, and would take too much memory as a tree."""


class BadXmlError(Exception):
    """A part that is no XML, or XML that is not to be trusted."""


def parse(data: bytes) -> Element:
    """Parses a part: nothing is fetched, no entity is replaced, no document type is allowed.

    Raises:
        BadXmlError: it cannot be parsed, is too large, or brings a document type along.
    """
    if len(data) > MOST_XML:
        raise BadXmlError
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise BadXmlError from cause
    info = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise BadXmlError
    return root


def written(root: Element) -> bytes:
    """Gives a part as bytes."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def value(element: Element | None, name: str = "val") -> str:
    """Gives an attribute of Word's namespace, or "" where it or the element is missing."""
    return "" if element is None else str(element.get(f"{W}{name}", ""))
