"""How far a part of a form extends that is repeated or shown on a condition: text, paragraphs, or rows."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from attrs import define, field
from lxml import etree

from opshandover.exporters.word.form.marks import Sign
from opshandover.exporters.word.form.place import TARGET, Line, Placed
from opshandover.exporters.word.form.structure import Region
from opshandover.ooxml.tree import Element, W
from opshandover.text import Message, message

FRESH_ID = "opshandover-id"
"""Stands for an id of its own for each repetition."""
_P, _ROW, _TABLE, _CELL = f"{W}p", f"{W}tr", f"{W}tbl", f"{W}tc"
_BLOCKS = (f"{W}body", _CELL, f"{W}txbxContent", f"{W}hdr", f"{W}ftr")
_ONCE = tuple(
    f"{W}{name}"
    for name in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference permStart permEnd".split()
)
"""What may be only once in a file, or has another end elsewhere."""
_PARAGRAPH_IDS = ("paraId", "textId")


@define
class Extents:
    """Moves the ends of regions to where they belong, and notes what may be left empty by them.

    Args:
        lines: the paragraphs with marks.
        order: the places of the marks in the text.
    """

    lines: Mapping[Element, Line]
    order: Mapping[Element, int]
    containers: dict[Element, None] = field(factory=dict[Any, None], init=False)
    tables: dict[Element, None] = field(factory=dict[Any, None], init=False)
    _only_bounds: dict[Element, bool] = field(factory=dict[Any, bool], init=False)
    _gone: set[Element] = field(factory=set[Any], init=False)

    def place(self, region: Region) -> Message | None:
        """Put the ends of a region where they belong; return what is wrong if they cannot be paired."""
        start, end = region.start, region.end
        if end is None:
            return None
        above = dict.fromkeys(start.at.iterancestors())
        common = next(each for each in end.at.iterancestors() if each in above)
        first, last = _child_of(common, start.at), _child_of(common, end.at)
        if common.tag == _TABLE:
            self._rows(region, first, last)
        elif common.tag == _ROW:
            self._around(region, common, common)
            self.tables[common.getparent()] = None
        elif common.tag in _BLOCKS:
            if first is not start.line.paragraph or last is not end.line.paragraph or not _are_edges(start, end):
                return _CROSSED
            self._paragraphs(region, first, last)
            self.containers[common] = None
        elif start.line is not end.line:
            return _CROSSED
        elif start.line.first is start and start.line.last is end:
            paragraph = start.line.paragraph
            self._around(region, paragraph, paragraph)
            self.containers[paragraph.getparent()] = None
        else:
            self._around(region, first, last)
        return None

    def _rows(self, region: Region, first: Element, last: Element) -> None:
        self.tables[first.getparent()] = None
        self._over(region, first, last, self._has_only_bounds)

    def _paragraphs(self, region: Region, first: Element, last: Element) -> None:
        self._over(region, first, last, self._is_bounds_line)

    def _is_bounds_line(self, paragraph: Element) -> bool:
        """Whether a paragraph holds only marks, and does not end a section of the file."""
        return self.lines[paragraph].only_bounds and paragraph.find(f"{W}pPr/{W}sectPr") is None

    def _over(self, region: Region, first: Element, last: Element, goes: Callable[[Element], bool]) -> None:
        """Let a region extend from one paragraph or row to another, without those that hold only its marks."""
        if goes(first):
            first.addnext(region.start.at)
            self._drop_if_done(first)
        else:
            self._before(region.start.at, first)
        if region.end is None:
            return
        if goes(last):
            last.addprevious(region.end.at)
            self._drop_if_done(last)
        else:
            self._after(region.end.at, last)

    def _around(self, region: Region, first: Element, last: Element) -> None:
        self._before(region.start.at, first)
        if region.end:
            self._after(region.end.at, last)

    def _before(self, start: Element, first: Element) -> None:
        """Put the start of a region before an element, and before the starts of regions within it."""
        if first is start:
            return
        while (earlier := first.getprevious()) is not None and self.order.get(earlier, -1) > self.order[start]:
            first = earlier
        first.addprevious(start)

    def _after(self, end: Element, last: Element) -> None:
        if last is end:
            return
        while (later := last.getnext()) is not None and 0 <= self.order.get(later, -1) < self.order[end]:
            last = later
        last.addnext(end)

    def _has_only_bounds(self, row: Element) -> bool:
        if row not in self._only_bounds:
            lines = [self.lines.get(each) for each in row.iter(_P)]
            others = any(each.text and each.text.strip() for each in row.iter(f"{W}t"))
            self._only_bounds[row] = not others and all(line is None or line.only_bounds for line in lines)
        return self._only_bounds[row]

    def _drop_if_done(self, element: Element) -> None:
        """Remove a paragraph or a row that held nothing but marks, once these are gone."""
        if element not in self._gone and next(element.iter(etree.ProcessingInstruction), None) is None:
            self._gone.add(element)
            element.getparent().remove(element)


_CROSSED = message(
    "开始和结束要在同一段、同一行表格里，或者各自在段首和段尾",
    "begin and end it in one paragraph or one row, or at the beginning and the end of paragraphs",
)


def _child_of(common: Element, at: Element) -> Element:
    """Return the child of an element that holds a mark, or is one."""
    while at.getparent() is not common:
        at = at.getparent()
    return at


def _are_edges(start: Placed, end: Placed) -> bool:
    """Whether nothing precedes the start in its paragraph, or follows the end in its own, but other bounds."""
    return _leads(start) and _trails(end)


def _leads(start: Placed) -> bool:
    line = start.line
    before = line.marks[: line.marks.index(start)]
    return line.first in (start, *before) and all(placed.mark.sign is not Sign.VALUE for placed in before)


def _trails(end: Placed) -> bool:
    line = end.line
    after = line.marks[line.marks.index(end) + 1 :]
    return line.last in (end, *after) and all(placed.mark.sign is not Sign.VALUE for placed in after)


def make_repeatable(start: Element, end: Element) -> None:
    """Take out of a region what may be only once in a file, and let its ids be given anew each time."""
    for top in _between(start, end):
        for each in [*top.iter(*_ONCE)]:
            each.getparent().remove(each)
        for each in top.iter("{*}docPr"):
            each.set("id", FRESH_ID)
        for each in top.iter(f"{W}sdtPr"):
            for number in each.findall(f"{W}id"):
                number.set(f"{W}val", FRESH_ID)
        for each in top.iter(_P, _ROW):
            for key in [key for key in each.attrib if etree.QName(key).localname in _PARAGRAPH_IDS]:
                del each.attrib[key]


def _between(start: Element, end: Element) -> list[Element]:
    found: list[Element] = []
    for each in start.itersiblings():
        if each is end:
            break
        if not callable(each.tag):
            found.append(each)
    return found


def mark_containers(containers: Collection[Element], tables: Collection[Element]) -> None:
    """Put instructions around the content of what must not be left empty: cells and boxes; and around tables."""
    for each in tables:
        each.addprevious(instruction("t"))
        each.addnext(instruction("/t"))
    for each in containers:
        if each.tag == f"{W}body":
            continue
        properties = each.find(f"{W}tcPr")
        if properties is None:
            each.insert(0, instruction("c"))
        else:
            properties.addnext(instruction("c"))
        each.append(instruction("/c"))


def instruction(text: str) -> Any:
    """Return a processing instruction for the program of a form."""
    return etree.ProcessingInstruction(TARGET, text)
