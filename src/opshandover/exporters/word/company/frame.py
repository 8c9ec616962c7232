"""What stays of the company's main part: the section's settings, and what stands round a mark."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from attrs import frozen
from lxml import etree

from opshandover.ooxml.carriers import SECTION, TABLE, TAG
from opshandover.ooxml.tree import Element, R, W, parse, value, written
from opshandover.ooxml.xml import DECLARATION

MARK = re.compile(r"\{\{\s*(?:opshandover|content|内容|正文)\s*\}\}", re.IGNORECASE)
_HERE = ("opshandover", "here")
_GAP = "<?opshandover here?>"
"""Parts are parsed without instructions like this, so that no other can be in them."""
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_OFFICE_RELATION = "{urn:schemas-microsoft-com:office:office}relid"
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_BEFORE_PAGE = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
_PAGE = ("pgSz", "pgMar")
_ROOM = 1_000_000
"""So many numbers in a row are enough for a document."""
_PAIRS = (
    ("bookmarkStart", "bookmarkEnd"),
    ("commentRangeStart", "commentRangeEnd"),
    ("permStart", "permEnd"),
)


class MarkError(Exception):
    """The mark stands where the document cannot be put, or more than once."""


class ClashError(Exception):
    """A prefix means one thing in the company's part and another in ours."""


@frozen
class Frame:
    """The company's main part with a gap where the document goes."""

    root: Element
    section: Element

    def halves(self) -> tuple[str, str]:
        """Gives the text before the gap and after it."""
        text: str = etree.tostring(self.root, encoding="unicode")
        before, after = text.split(_GAP)
        return DECLARATION + before, after

    def relations(self) -> frozenset[str]:
        """Gives the ids of the relationships that it uses."""
        return relations_in(self.root)

    def has(self, name: str) -> bool:
        """Says whether there is an element of this name."""
        return self.root.find(f".//{W}{name}") is not None

    def notes(self, name: str, part: bytes) -> bytes:
        """Gives a part of notes without those that the text does not refer to."""
        root = parse(part)
        used = {value(each, "id") for each in self.root.iter(f"{W}{name}Reference")}
        for note in root.findall(f"{W}{name}"):
            if value(note, "type") in ("", "normal") and value(note, "id") not in used:
                root.remove(note)
        return written(root)


def relations_in(root: Element) -> frozenset[str]:
    """Gives the ids of the relationships that a part uses."""
    return frozenset(
        text
        for element in root.iter(etree.Element)
        for name, text in element.items()
        if name.startswith(R) or name == _OFFICE_RELATION
    )


def frame(theirs: Element, ours: str) -> Frame:
    """Makes a frame of the company's main part.

    With a mark, a paragraph that holds nothing but `{{opshandover}}`, everything else stays. Without
    one the whole text goes, and only the last section's settings stay, with the headers and footers
    that it takes over from sections before it.

    Args:
        theirs: the root of the company's main part, which is used up.
        ours: our main part; its namespaces must be known where our text goes.

    Raises:
        MarkError: there are several marks, or one stands in a table, a text box or a sentence.
        ClashError: our namespaces cannot be declared.
    """
    body = theirs.find(f"{W}body")
    mark = _mark(body)
    last = _last_section(body)
    for change in last.findall(f"{W}sectPrChange"):
        last.remove(change)
    here = etree.ProcessingInstruction(*_HERE)
    if mark is None:
        for element in reversed(_taken_over(body, last)):
            last.insert(0, element)
        body[:] = [here, last]
        section = last
    else:
        section = _section_from(mark, last)
        _replace(mark, here)
        _forget(body)
        _pair(body)
    _complete(section, ours)
    return Frame(root=_rooted(theirs, parse(ours.encode())), section=section)


def _last_section(body: Element) -> Element:
    """Gives the properties of the last section, which stand at the end, or are made there."""
    if len(body) and body[-1].tag == f"{W}sectPr":
        return body[-1]
    made: Any = etree.Element(f"{W}sectPr")
    body.append(made)
    return made


def _mark(body: Element) -> Element | None:
    """Finds the paragraph that the document is to stand in place of."""
    marked = [p for p in body.iter(f"{W}p") if MARK.search(_text(p))]
    # A text box is written twice, for new programs and for old ones, within its paragraph.
    if not marked:
        return None
    if len(marked) > 1 or marked[0].getparent() is not body:
        raise MarkError
    if not MARK.fullmatch(_text(marked[0]).strip()):
        raise MarkError
    return marked[0]


def _text(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def _taken_over(body: Element, last: Element) -> list[Any]:
    """Gives the headers and footers that the last section has from the sections before it."""
    found: dict[tuple[str, str], Element] = {}
    for section in body.iter(f"{W}sectPr"):
        found |= {_kind(e): e for e in section if e.tag in _REFERENCES}
    own = {_kind(e) for e in last if e.tag in _REFERENCES}
    return [deepcopy(element) for kind, element in found.items() if kind not in own]


def _kind(reference: Element) -> tuple[str, str]:
    return str(reference.tag), value(reference, "type") or "default"


def _section_from(mark: Element, last: Element) -> Element:
    """Gives the settings of the section that the mark stands in: the next that follow."""
    for paragraph in (mark, *mark.itersiblings()):
        section = paragraph.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            return section
    return last


def _replace(mark: Element, here: Element) -> None:
    """Puts the gap in the place of the mark; a paragraph that ends a section still does so."""
    mark.addprevious(here)
    here.tail = None
    if mark.find(f"{W}pPr/{W}sectPr") is None:
        mark.getparent().remove(mark)
    else:
        for element in mark[1:]:
            mark.remove(element)


def _forget(body: Element) -> None:
    """Takes out what an earlier export left to be read back: its text is not this document's.

    The text itself stays. The ends of bookmarks go when they are paired.
    """
    for control in [*body.iter(f"{W}sdt")]:
        if value(control.find(f"{W}sdtPr/{W}tag")).startswith(TAG):
            parent, content = control.getparent(), control.find(f"{W}sdtContent")
            place = parent.index(control)
            parent[place : place + 1] = [] if content is None else [*content]
    for mark in [*body.iter(f"{W}bookmarkStart")]:
        if value(mark, "name").startswith((TABLE, SECTION)):
            mark.getparent().remove(mark)


def _pair(body: Element) -> None:
    """Takes out what has lost its other end together with the mark."""
    for pair in _PAIRS:
        ends = [{value(e, "id") for e in body.iter(f"{W}{name}")} for name in pair]
        for name in pair:
            for element in [*body.iter(f"{W}{name}")]:
                if value(element, "id") not in ends[0] & ends[1]:
                    element.getparent().remove(element)


def _complete(section: Element, ours: str) -> None:
    """Gives a section without a page's size or margins those of our own paper."""
    own = parse(ours.encode()).find(f"{W}body/{W}sectPr")
    for number, name in enumerate(_PAGE, start=len(_BEFORE_PAGE)):
        if section.find(f"{W}{name}") is None:
            before = (*_BEFORE_PAGE, *_PAGE)[:number]
            place = sum(len(section.findall(f"{W}{each}")) for each in before)
            section.insert(place, deepcopy(own.find(f"{W}{name}")))


def _rooted(theirs: Element, ours: Element) -> Element:
    """Moves everything under a root that declares the namespaces of both."""
    clash = {p for p, uri in ours.nsmap.items() if theirs.nsmap.get(p, uri) != uri}
    if clash:
        raise ClashError
    root = etree.Element(f"{W}document", nsmap={**theirs.nsmap, **ours.nsmap})
    ignorable = dict.fromkeys(_prefixes(theirs) + _prefixes(ours))
    if ignorable:
        root.set(_IGNORABLE, " ".join(ignorable))
    for child in [*theirs]:
        root.append(child)
    return root


def _prefixes(root: Element) -> list[str]:
    return str(root.get(_IGNORABLE, "")).split()


def free_from(roots: Iterable[Element]) -> int:
    """Gives a number after which no bookmark, control or drawing of some parts has its own."""
    found = (text for root in roots for element in root.iter(etree.Element) for text in _numbers(element))
    last = 0
    for number in sorted({int(t) for t in found if t.isascii() and t.isdecimal()}):
        if number <= last + _ROOM:
            last = max(last, number)
    return last


def _numbers(element: Element) -> Iterator[str]:
    name = etree.QName(element).localname
    if name in ("bookmarkStart", "bookmarkEnd"):
        yield value(element, "id")
    elif name == "docPr":
        yield str(element.get("id", ""))
    elif name == "id":
        yield value(element)
