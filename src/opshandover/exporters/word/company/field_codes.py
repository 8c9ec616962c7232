"""Fields: which of them show only what the document itself knows."""

import re
from collections.abc import Iterator

from opshandover.ooxml.tree import Element, W, value

ADDRESSES = ("http://", "https://", "mailto:", "tel:", "#")
"""The beginnings of addresses that a reader may follow."""

_HARMLESS = frozenset(
    "ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BARCODE BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE"
    " DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT"
    " GOTOBUTTON HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD NOTEREF NUMCHARS NUMPAGES NUMWORDS"
    " PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE STYLEREF SUBJECT SYMBOL"
    " TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE =".split()
)
"""All other fields load, run, print or ask something."""
_KEYWORD = re.compile(r'\s*(=|[^\s\\"]*)')
_SWITCH = re.compile(r'\\[lost]\s*(?:"[^"]*"|[^\s"\\]+)|\\[a-z]', re.IGNORECASE)
"""A switch of a link, with its text if it has one: place, tip, window."""
_NESTED = "\0"
"""Stands for a field within the code of another, which could complete its keyword or its address."""
_FIELD, _SIMPLE = f"{W}fldChar", f"{W}fldSimple"
_TAGS = (_FIELD, _SIMPLE, f"{W}instrText", f"{W}delInstrText")


def is_address(text: str) -> bool:
    """Whether a reader may follow an address."""
    return text.strip().casefold().startswith(ADDRESSES)


def harmful_fields(root: Element) -> Iterator[str]:
    """Yield the keywords of the fields in a part that are not known to be harmless."""
    for code in _codes(root):
        found = _KEYWORD.match(code)
        keyword = found[1].upper() if found else ""
        address = _SWITCH.sub("", code.strip()[len(keyword) :]).strip(' "') if keyword == "HYPERLINK" else ""
        if keyword not in _HARMLESS or not is_address(address or "#"):
            yield keyword.replace(_NESTED, "…") or "{ }"


def _codes(root: Element) -> Iterator[str]:
    """Yield the code of each field; Word splits it over runs, and a field may be within the code of another."""
    fields: list[list[str]] = []
    in_code: list[bool] = []
    for element in root.iter(*_TAGS):
        if element.tag == _SIMPLE:
            yield value(element, "instr")
        elif element.tag != _FIELD:
            if fields and in_code[-1]:
                fields[-1].append(element.text or "")
            elif not fields and element.text and element.text.strip():
                yield element.text
        elif (kind := value(element, "fldCharType")) == "begin":
            if fields and in_code[-1]:
                fields[-1].append(_NESTED)
            fields.append([])
            in_code.append(True)
        elif fields:
            in_code[-1] = False
            if kind == "end":
                in_code.pop()
                yield "".join(fields.pop())
    yield from map("".join, fields)
