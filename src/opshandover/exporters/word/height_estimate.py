"""Estimate the height of the body content from its XML and the styles that it names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, evolve, field, frozen

from opshandover.exporters.pictures import EMU_PER_TWIP
from opshandover.exporters.word.design import CELL_SIDE, HALF_POINT
from opshandover.exporters.word.font_widths import Font, find_font
from opshandover.ooxml.xml import count_wide

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"

_CHINESE, _LATIN = 1.38, 1.15
"""The natural line height relative to the type size.

That of 微软雅黑 is 1.32, that of the Noto fonts, which often replace it, 1.45.
"""
_RULE = 10
"""The height of the border between two rows (twips)."""
_TABLE_LINE = 240
"""The approximate line height in a table (twips); a row that may be split is split between lines."""


_MATTERS = {f"{W}{name}" for name in ("spacing", "ind", "keepNext", "contextualSpacing")}


@frozen
class Segment:
    """Content that is never split between pages; heights are in twips.

    `before` is left out at the top of a page. With `keep` the next segment is on the same page. `head` is
    the height of the table head that is repeated at the top of the next page. `marks` are its bookmarks.
    """

    height: float
    before: float = 0
    keep: bool = False
    head: float = 0
    marks: tuple[str, ...] = ()


@frozen(kw_only=True)
class _ParagraphFormat:
    """The paragraph format of a style (twips, half points)."""

    name: str = ""
    size: int = 21
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    left: int = 0
    character_spacing: int = 0
    keep: bool = False
    contextual: bool = False

    def changed(self, properties: Any) -> "_ParagraphFormat":
        """Return the format, overridden by the properties of a paragraph."""
        if properties is None or not any(child.tag in _MATTERS for child in properties):
            return self
        spacing, indent = properties.find(f"{W}spacing"), properties.find(f"{W}ind")
        return evolve(
            self,
            before=_number(spacing, "before", self.before),
            after=_number(spacing, "after", self.after),
            line=_number(spacing, "line", self.line),
            rule=self.rule if spacing is None else spacing.get(f"{W}lineRule", self.rule),
            left=_number(indent, "left", self.left),
            keep=self.keep or properties.find(f"{W}keepNext") is not None,
            contextual=self.contextual or properties.find(f"{W}contextualSpacing") is not None,
        )

    def height(self, *, chinese: bool) -> float:
        """Return the height of a line."""
        natural = self.size * HALF_POINT * (_CHINESE if chinese else _LATIN)
        match self.rule:
            case "exact":
                return self.line
            case "atLeast":
                return max(self.line, natural)
            case _:
                return natural * self.line / 240


@define
class HeightEstimator:
    """Estimates the height of body content; `styles` is the root of the styles part."""

    styles: Any
    _font: Font = field(init=False)
    _cell_margins: int = field(init=False)
    _elements: Mapping[str, Any] = field(init=False)
    _known: dict[str, _ParagraphFormat] = field(factory=dict[str, _ParagraphFormat], init=False)

    def __attrs_post_init__(self) -> None:
        """Find the font of the text, and index the styles by id."""
        fonts = self.styles.find(f"{W}docDefaults//{W}rFonts")
        self._font = find_font("" if fonts is None else fonts.get(f"{W}ascii", ""))
        margins = self.styles.find(f"{W}style[@{W}styleId='TableNormal']//{W}tblCellMar")
        self._cell_margins = (
            0 if margins is None else sum(_number(margins.find(f"{W}{side}"), "w", 0) for side in ("top", "bottom"))
        )
        self._elements = {one.get(f"{W}styleId"): one for one in self.styles.iter(f"{W}style")}

    def segments(self, parent: Any, width: int) -> Iterator[Segment]:
        """Yield the segments, top to bottom, of an element of a width."""
        last = _ParagraphFormat()
        for child in parent:
            if child.tag == f"{W}tbl":
                yield from self._rows(child, last.after)
                last = _ParagraphFormat()
            elif child.tag == f"{W}p":
                style = self._style_of(child)
                close = style.contextual and style.name == last.name
                yield from self._lines(child, style, width, 0 if close else last.after + style.before)
                last = style

    def _rows(self, table: Any, before: float) -> Iterator[Segment]:
        head = 0.0
        for row in table.iterchildren(f"{W}tr"):
            inner = (self.segments(cell, _room(cell)) for cell in row.iterchildren(f"{W}tc"))
            content = max((sum(one.before + one.height for one in each) for each in inner), default=0)
            height = max(content, _least(row)) + self._cell_margins + _RULE
            properties, marks = row.find(f"{W}trPr"), tuple(_marks(row))
            keep = _has(row.find(f"{W}tc/{W}p/{W}pPr"), "keepNext")
            if _has(properties, "tblHeader"):
                head += height
                yield Segment(height, before, keep=True, marks=marks)
                before = 0
                continue
            parts = 1 if _has(properties, "cantSplit") else max(1, int(height / _TABLE_LINE))
            for _ in range(parts):
                yield Segment(height / parts, before, keep=keep, head=head, marks=marks)
                before, marks = 0, ()

    def _lines(self, paragraph: Any, style: _ParagraphFormat, width: int, before: float) -> Iterator[Segment]:
        """Yield a paragraph line by line; up to three lines, or the first and last two, are kept together."""
        text = "".join(_characters(paragraph))
        size = style.size * HALF_POINT
        room = max(1, width - style.left) / size
        count = self._font.lines(text, room, more=style.character_spacing / size)
        line = style.height(chinese=count_wide(text) > 0)
        pictures = sum(int(each.get("cy")) for each in paragraph.iter(_EXTENT)) / EMU_PER_TWIP
        marks = tuple(_marks(paragraph))
        if count <= 3 or style.keep or pictures:
            yield Segment(count * line + pictures, before, keep=style.keep, marks=marks)
            return
        yield Segment(2 * line, before, marks=marks)
        yield from [Segment(line)] * (count - 4)
        yield Segment(2 * line)

    def _style_of(self, paragraph: Any) -> _ParagraphFormat:
        properties = paragraph.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        return self._named(named.get(f"{W}val") if named is not None else "Normal").changed(properties)

    def _named(self, name: str) -> _ParagraphFormat:
        if name not in self._elements:  # a company's own style, whose format is unknown
            return _ParagraphFormat(name=name)
        if name not in self._known:
            element = self._elements[name]
            based = element.find(f"{W}basedOn")
            under = _ParagraphFormat() if based is None else self._named(based.get(f"{W}val"))
            own = under.changed(element.find(f"{W}pPr"))
            size = _number(element.find(f"{W}rPr/{W}sz"), "val", own.size)
            character_spacing = _number(element.find(f"{W}rPr/{W}spacing"), "val", own.character_spacing)
            self._known[name] = evolve(own, name=name, size=size, character_spacing=character_spacing)
        return self._known[name]


def _number(element: Any, name: str, default: int) -> int:
    return default if element is None else int(element.get(f"{W}{name}", default))


def _has(properties: Any, name: str) -> bool:
    return properties is not None and properties.find(f"{W}{name}") is not None


def _room(cell: Any) -> int:
    return _number(cell.find(f"{W}tcPr/{W}tcW"), "w", 0) - 2 * CELL_SIDE


def _least(row: Any) -> int:
    return _number(row.find(f"{W}trPr/{W}trHeight"), "val", 0)


def _marks(element: Any) -> Iterable[str]:
    return (mark.get(f"{W}name") for mark in element.iter(f"{W}bookmarkStart"))


def _characters(paragraph: Any) -> Iterator[str]:
    for each in paragraph.iter(f"{W}t", f"{W}br"):
        yield each.text or "" if each.tag == f"{W}t" else "\n"
