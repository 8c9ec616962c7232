"""What is kept of the company's main part: the section properties, and the text around a placeholder."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cached_property
from typing import Any

from attrs import frozen
from lxml import etree

from opshandover.exporters.word.form.place import TARGET, unwrap
from opshandover.exporters.word.form.program import DOCUMENT, PartOfForm, Program, program_of
from opshandover.exporters.word.form.reading import read_part
from opshandover.ooxml.anchors import BOOKMARKS, TAG
from opshandover.ooxml.tree import Element, R, W, parse, serialize, value
from opshandover.ooxml.xml import DECLARATION, escaped

_NAME = re.compile(r"(?<=[^<\s/>])(?=[\s/>])")
"""Finds the end of the root's name."""
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_RELATIONS = etree.XPath("//@r:*", namespaces={"r": R[1:-1]}, smart_strings=False)
_OFFICE_RELATIONS = etree.XPath(
    "//@o:relid", namespaces={"o": "urn:schemas-microsoft-com:office:office"}, smart_strings=False
)
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_BEFORE_PAGE = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
_PAGE = ("pgSz", "pgMar")
_LONGEST_ID = 10
_ROOM = 1_000_000
"""The maximum gap in the ids that are taken into account; more ids than that are not needed."""
_PAIRS = (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd"), ("permStart", "permEnd"))


class NamespaceClashError(Exception):
    """A namespace prefix has different meanings in the company's part and in ours."""


@frozen
class Frame:
    """The company's main part, with its marks and a gap for the document."""

    root: Element
    section: Element
    declarations: str
    form: PartOfForm

    @cached_property
    def program(self) -> Program:
        """What writes the part."""
        return program_of(declared(self.root, self.declarations), self.form)

    @cached_property
    def relations(self) -> frozenset[str]:
        """The ids of the relationships that it uses."""
        return relations_in(self.root)

    @cached_property
    def has_comments(self) -> bool:
        """Whether it refers to a comment."""
        return self.root.find(f".//{W}commentReference") is not None

    def notes(self, name: str, part: bytes) -> bytes:
        """Return a part of notes without those that the text does not refer to."""
        root = parse(part)
        used = {value(each, "id") for each in self.root.iter(f"{W}{name}Reference")}
        for note in root.findall(f"{W}{name}"):
            if value(note, "type") in ("", "normal") and value(note, "id") not in used:
                root.remove(note)
        return serialize(root)


def declared(root: Element, declarations: str) -> str:
    """Return a part as text, whose root declares further namespaces."""
    text: str = etree.tostring(root, encoding="unicode")
    name, rest = _NAME.split(text, maxsplit=1)
    return f"{DECLARATION}{name}{declarations}{rest}"


def relations_in(root: Element) -> frozenset[str]:
    """Return the ids of the relationships that a part uses."""
    return frozenset(_RELATIONS(root)).union(_OFFICE_RELATIONS(root))


def build_frame(theirs: Element, ours: str) -> Frame:
    """Build the frame from the company's main part.

    If the text has marks, all of it is kept. Without any the whole text is dropped, and only the properties
    of the last section are kept, with the headers and footers that it inherits from sections before it.

    Args:
        theirs: the root of the company's main part, which is modified.
        ours: our main part, for its namespaces.

    Raises:
        NamespaceClashError: our namespaces cannot be declared.
    """
    body = theirs.find(f"{W}body")
    form = read_part(theirs)
    last = _last_section(body)
    for change in last.findall(f"{W}sectPrChange"):
        last.remove(change)
    for settings in [*theirs.iter(f"{W}printerSettings")]:
        settings.getparent().remove(settings)
    gap = etree.ProcessingInstruction(TARGET, DOCUMENT)
    if not form.has_marks and form.place is None:
        for element in reversed(_inherited_references(body, last)):
            last.insert(0, element)
        body[:] = [gap, last]
        section = last
    else:
        section = last
        if form.place is not None and not form.structure.faults:
            section = _section_from(form.place, last)
            _replace(form.place, gap)
        _remove_earlier_export(body)
        _remove_unpaired(body)
    _add_page_defaults(section, ours)
    return Frame(root=theirs, section=section, declarations=declarations_of(theirs, ours), form=form)


def _last_section(body: Element) -> Element:
    """Return the properties of the last section, which are at the end of the body; add them if missing."""
    if len(body) and body[-1].tag == f"{W}sectPr":
        return body[-1]
    made: Any = etree.Element(f"{W}sectPr")
    body.append(made)
    return made


def _inherited_references(body: Element, last: Element) -> list[Any]:
    """Return the headers and footers that the last section inherits from the sections before it."""
    found: dict[tuple[str, str], Element] = {}
    for section in body.iter(f"{W}sectPr"):
        found |= {_kind(e): e for e in section if e.tag in _REFERENCES}
    own = {_kind(e) for e in last if e.tag in _REFERENCES}
    return [deepcopy(element) for kind, element in found.items() if kind not in own]


def _kind(reference: Element) -> tuple[str, str]:
    return str(reference.tag), value(reference, "type") or "default"


def _section_from(placeholder: Element, last: Element) -> Element:
    """Return the properties of the section that contains the placeholder: the next ones after it."""
    for paragraph in (placeholder, *placeholder.itersiblings()):
        section = paragraph.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            return section
    return last


def _replace(placeholder: Element, gap: Element) -> None:
    """Replace the placeholder by the gap; a paragraph that ends a section is kept for that."""
    placeholder.addprevious(gap)
    gap.tail = None
    if placeholder.find(f"{W}pPr/{W}sectPr") is None:
        placeholder.getparent().remove(placeholder)
    else:
        for element in placeholder[1:]:
            placeholder.remove(element)


def _remove_earlier_export(body: Element) -> None:
    """Remove the controls and bookmarks of an earlier export, which would be read back as this document's.

    Their text is kept. The ends of bookmarks are removed when they are paired.
    """
    for control in [*body.iter(f"{W}sdt")]:
        if value(control.find(f"{W}sdtPr/{W}tag")).startswith(TAG):
            unwrap(control, control.find(f"{W}sdtContent"))
    for bookmark in [*body.iter(f"{W}bookmarkStart")]:
        if value(bookmark, "name").startswith(BOOKMARKS):
            bookmark.getparent().remove(bookmark)


def _remove_unpaired(body: Element) -> None:
    """Remove elements that lost their other end together with the placeholder."""
    for pair in _PAIRS:
        starts, ends = ({value(e, "id") for e in body.iter(f"{W}{name}")} for name in pair)
        paired = starts & ends
        for name in pair:
            for element in [*body.iter(f"{W}{name}")]:
                if value(element, "id") not in paired:
                    element.getparent().remove(element)


def _add_page_defaults(section: Element, ours: str) -> None:
    """Add our page size and margins to a section that has none."""
    own = parse(ours.encode()).find(f"{W}body/{W}sectPr")
    for number, name in enumerate(_PAGE, start=len(_BEFORE_PAGE)):
        if section.find(f"{W}{name}") is None:
            before = (*_BEFORE_PAGE, *_PAGE)[:number]
            place = sum(len(section.findall(f"{W}{each}")) for each in before)
            section.insert(place, deepcopy(own.find(f"{W}{name}")))


def declarations_of(theirs: Element, our_part: str) -> str:
    """Return the attributes by which the root of theirs declares our namespaces as well.

    They are added as text: moving everything under another root would look up each namespace again.
    """
    ours = parse(our_part.encode())
    if any(theirs.nsmap.get(prefix, uri) != uri for prefix, uri in ours.nsmap.items()):
        raise NamespaceClashError
    added = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in ours.nsmap.items() if prefix not in theirs.nsmap)
    ignorable = " ".join(dict.fromkeys(_prefixes(theirs) + _prefixes(ours)))
    theirs.attrib.pop(_IGNORABLE, None)
    return f'{added} mc:Ignorable="{escaped(ignorable)}"'


def _prefixes(root: Element) -> list[str]:
    return str(root.get(_IGNORABLE, "")).split()


def last_id_in(roots: Iterable[Element]) -> int:
    """Return a number above all ids of bookmarks, content controls and drawings of some parts."""
    found = {text for root in roots for text in _ids(root)}
    last = 0
    for number in sorted(
        int(text) for text in found if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_ID
    ):
        if number <= last + _ROOM:
            last = max(last, number)
    return last


def _ids(root: Element) -> Iterator[str]:
    yield from (value(each, "id") for each in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))
    yield from (each.get("id", "") for each in root.iter("{*}docPr"))
    yield from (value(each) for each in root.iter("{*}id"))
