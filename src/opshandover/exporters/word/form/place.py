"""Where the marks of a form are: found over the runs that Word splits them into, and cut out of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import accumulate
from typing import Any

from attrs import define, field, frozen
from lxml import etree

from opshandover.exporters.word.form.marks import ANY_MARK, Mark, Sign, marks_in, near_misses
from opshandover.exporters.word.form.run_format import RunFormat, format_of
from opshandover.ooxml.tree import Element, W
from opshandover.redaction import excerpt
from opshandover.text import Message, Text, message

TARGET = "opshandover"
"""The target of the processing instructions that stand for marks; parsing drops all others."""
_P, _R, _T, _PROPERTIES = f"{W}p", f"{W}r", f"{W}t", f"{W}rPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CELL, _ROW, _TABLE, _BOX, CONTROL = f"{W}tc", f"{W}tr", f"{W}tbl", f"{W}txbxContent", f"{W}sdt"
_WRAPPERS = (CONTROL, f"{W}customXml", f"{W}smartTag")
_LINK = f"{W}hyperlink"
_BREAKS = tuple(f"{W}{name}" for name in "tab br cr noBreakHyphen softHyphen".split())
"""What may be within a mark, where it means nothing."""
_NO_CONTENT = (_PROPERTIES, f"{W}lastRenderedPageBreak", f"{W}proofErr")


@define(eq=False)
class Line:
    """A paragraph with marks; `filled` says whether it holds anything else."""

    paragraph: Element
    text: str
    marks: "list[Placed]" = field(factory=list["Placed"])
    filled: bool = False
    first: object = None
    last: object = None

    @property
    def only_bounds(self) -> bool:
        """Whether it holds nothing but the ends of parts that are repeated or shown on a condition."""
        return not self.filled and all(placed.mark.sign is not Sign.VALUE for placed in self.marks)


@frozen(eq=False)
class Placed:
    """A mark in its place: `at` is the processing instruction that stands for it."""

    mark: Mark
    at: Element
    line: Line
    run_format: RunFormat
    in_link: bool

    @property
    def alone(self) -> bool:
        """Whether the paragraph holds nothing but this mark."""
        return not self.line.filled and len(self.line.marks) == 1


@frozen
class NearMiss:
    """What looks like a mark in a paragraph: its text, the name in it, and whether it can be nothing else."""

    paragraph: Element
    text: str
    looks: str
    name: str
    sure: bool


def place_marks(root: Element) -> tuple[list[Placed], list[NearMiss]]:
    """Put a processing instruction in the place of each mark; return the marks in the order of the text."""
    lines: list[Line] = []
    misses: list[NearMiss] = []
    for paragraph, texts in _paragraphs(root):
        text = "".join(each.text or "" for each in texts)
        if not text:
            continue
        misses += (NearMiss(paragraph, text, *found) for found in near_misses(text))
        if found := list(marks_in(text)):
            lines.append(_cut_out(paragraph, text, texts, found))
    by_place = {placed.at: placed for line in lines for placed in line.marks}
    for placed in by_place.values():
        _unwrap_around(placed.at)
    for line in lines:
        _look_at(line)
    return [by_place[at] for at in root.iter(etree.ProcessingInstruction) if at in by_place], misses


def _paragraphs(root: Element) -> Iterator[tuple[Element, list[Any]]]:
    """Yield the paragraphs with their texts; what is in a text box belongs to the paragraphs in it."""
    has_boxes = root.find(f".//{_BOX}") is not None
    for paragraph in [*root.iter(_P)]:
        texts = [
            each
            for each in paragraph.iter(_T)
            if each.getparent().tag == _R and (not has_boxes or next(each.iterancestors(_P)) is paragraph)
        ]
        yield paragraph, texts


def _cut_out(paragraph: Element, text: str, texts: Sequence[Any], found: Sequence[tuple[int, int, Mark]]) -> Line:
    """Cut the marks out of the runs of a paragraph, the last first so that the places of others stay."""
    line = Line(paragraph, text)
    starts = [0, *accumulate(len(each.text or "") for each in texts)]
    for start, end, mark in reversed(found):
        first, last = (bisect_right(starts, at) - 1 for at in (start, end - 1))
        run = texts[first].getparent()
        links = any(each.tag == _LINK for each in run.iterancestors(_LINK, _P))
        prompt = any(each.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for each in run.iterancestors(CONTROL))
        at = etree.ProcessingInstruction(TARGET, "")
        after = _split(texts, first, last, start - starts[first], end - starts[last])
        run.addnext(at)
        if after is not None:
            at.addnext(after)
        line.marks.append(Placed(mark, at, line, format_of(run, styled=not prompt), links))
        for touched in dict.fromkeys([run, *(each.getparent() for each in texts[first + 1 : last + 1])]):
            _drop_empty(touched)
    line.marks.reverse()
    return line


def _split(texts: Sequence[Any], first: int, last: int, start: int, end: int) -> Element | None:
    """Cut a mark out of the texts from first to last; return a run with what follows it in its first run, if any."""
    run, rest = texts[first].getparent(), texts[last].text[end:]
    for each in texts[first + 1 : last + 1]:
        for before in [*each.itersiblings(f"{W}t", *_BREAKS, preceding=True)]:
            if before.tag == _T:
                break
            before.getparent().remove(before)
    following = [*texts[first].itersiblings()]
    texts[first].text = texts[first].text[:start]
    for each in texts[first + 1 : last + 1]:
        each.text = ""
    texts[first].set(_SPACE, "preserve")
    after: Any = None
    if first == last or following:
        after = run.makeelement(_R, run.attrib)
        properties = run.find(_PROPERTIES)
        if properties is not None:
            after.append(deepcopy(properties))
    if first == last:
        if rest:
            etree.SubElement(after, _T, {_SPACE: "preserve"}).text = rest
    else:
        texts[last].text = rest
        texts[last].set(_SPACE, "preserve")
    if after is not None:
        after.extend(following)
        if not any(child.tag != _PROPERTIES and (child.tag != _T or child.text) for child in after):
            return None
    return after


def _drop_empty(run: Element) -> None:
    """Remove the empty texts of a run, and the run if nothing is left of it."""
    for text in run.findall(_T):
        if not text.text:
            run.remove(text)
    if all(child.tag == _PROPERTIES for child in run) and run.getparent() is not None:
        run.getparent().remove(run)


def _unwrap_around(at: Element) -> None:
    """Take a mark out of the content controls around it, which would keep their kind, binding and prompt."""
    for around in [*at.iterancestors(*_WRAPPERS)]:
        content = around.find(f"{W}sdtContent") if around.tag == CONTROL else around
        unwrap(around, content)


def unwrap(element: Element, content: Element | None) -> None:
    """Replace an element by what is in it."""
    for child in [] if content is None else [*content]:
        if child.tag not in (f"{W}smartTagPr", f"{W}customXmlPr"):
            element.addprevious(child)
    element.getparent().remove(element)


def _look_at(line: Line) -> None:
    """Note what else a paragraph holds, and what is first and last in it."""
    own = {placed.at: placed for placed in line.marks}
    for each in line.paragraph.iter():
        event = own.get(each) or (each if _is_content(each) else None)
        if event is not None:
            line.filled = line.filled or each not in own
            line.first = event if line.first is None else line.first
            line.last = event


def _is_content(element: Element) -> bool:
    """Whether an element of a paragraph shows something."""
    if callable(element.tag) or element.tag in _NO_CONTENT:
        return False
    if element.tag == _T and not (element.text or "").strip():
        return False
    return element.getparent().tag == _R or etree.QName(element).localname == "oMath"


def place_of(paragraph: Element, text: str, part: Text | None) -> Message:
    """Return where a text is, in words: which part, which row of which table.

    Args:
        paragraph: the paragraph of the text.
        text: the text itself, of which the beginning is quoted.
        part: the part of the file, if it is not the main one.
    """
    quoted = excerpt(" ".join(text.split()))
    rows = [*paragraph.iterancestors(_ROW)]
    box = next(paragraph.iterancestors(_BOX), None) is not None
    inside = Text("文本框", "a text box") if box else Text("表格", "a table") if rows else None
    where = part or inside or Text("正文", "the text")
    if not rows:
        return message("{where}中的“{text}”", "'{text}' in {where}", where=where, text=quoted)
    row = rows[-1]
    table = next(row.iterancestors(_TABLE))
    top = next(each for each in row.iterancestors() if each.getparent() is None)
    outer = (each for each in top.iter(_TABLE) if next(each.iterancestors(_TABLE), None) is None)
    number = next((n for n, each in enumerate(outer, start=1) if each is table), 0)
    return message(
        "{where}（第 {table} 个表格第 {row} 行）中的“{text}”",
        "'{text}' in {where} (table {table}, row {row})",
        where=where,
        text=quoted,
        table=number,
        row=1 + sum(1 for _ in row.itersiblings(_ROW, preceding=True)),
    )


def has_marks(text: str) -> bool:
    """Whether a text has a mark in it."""
    return ANY_MARK.search(text) is not None
