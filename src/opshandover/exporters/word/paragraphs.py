"""The surroundings of a block, and the paragraph that all content is written in."""

from attrs import evolve, frozen

from opshandover.exporters.word import design
from opshandover.exporters.word.alt_text import Above
from opshandover.pages.blocks import Align, Role

_DRAWING, _ONE_LINE = "<w:drawing>", '<w:spacing w:line="240" w:lineRule="auto"/>'
"""A picture is cut off in a line of fixed height, so its paragraph gets the natural line height.

It is also aligned to the left: justified, the line before a large picture would be stretched.
"""
_NO_FIRST_LINE = ' w:firstLineChars="0" w:firstLine="0"'
_JUSTIFICATION = {Align.START: "", Align.CENTER: "center", Align.END: "right"}

TABLE_START = "<w:tbl>"
KEPT_GAP = '<w:p><w:pPr><w:pStyle w:val="TableGap"/><w:keepNext/></w:pPr></w:p>'
"""Precedes a table that would otherwise touch the line above it."""


@frozen(kw_only=True)
class BlockContext:
    """The context in which a block is written.

    `width` is the width between the margins, of which `left` is taken by indentation (twips), and `hanging` of that by
    the innermost list. `depth` counts the enclosing lists, `keep` keeps a paragraph on the page of the next, `keep_end` the last row or
    item of a block. `path` is for blocks that have none of their own, `label` names the value there; `by_grid` says that an enclosing table is
    read by its grid, without content controls. `above` are the headings that lead here.
    """

    width: int = 0
    left: int = 0
    hanging: int = 0
    depth: int = 0
    style: str = "Normal"
    list_style: str = "ListParagraph"
    quote_style: str = "Quote"
    step: int = 0
    align: Align = Align.START
    role: Role = Role.NONE
    inside: bool = False
    keep: bool = False
    keep_end: bool = False
    path: str = ""
    label: str = ""
    by_grid: bool = False
    above: Above = ()

    @property
    def room(self) -> int:
        """The available width (twips); never zero, however deep the nesting."""
        return max(design.LEAST_ROOM, self.width - self.left)

    def indented(self, step: int) -> int:
        """Return the indentation one step further in: less where there is little room, but always some.

        Steps keep their proportions, because the indentation alone shows, and tells readers, what belongs to what.
        """
        room = self.width - design.LEAST_ROOM - self.left
        share = min(1, max(room / max(self.step, step), design.LEAST_SHARE))
        return self.left + max(1, round(step * share))

    def quoted(self) -> "BlockContext":
        """Return the context within a quotation."""
        left = self.indented(min(design.QUOTE_STEP, self.step * 17 // 20))
        return evolve(self, left=left, style=self.quote_style, list_style=self.quote_style, inside=True)

    @property
    def is_quoted(self) -> bool:
        """Whether paragraphs look like a part of a quotation."""
        return self.style == self.quote_style


@frozen(kw_only=True)
class ListMarker:
    """What precedes the first line of a list item: a numbering, or a marker as text."""

    numbering: str = ""
    sign: str = ""


def numbering_properties(level: int, number: int) -> str:
    """Return the properties that put a paragraph into a numbering."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def paragraph(
    content: str, context: BlockContext, *, style: str = "", marker: ListMarker | None = None, unnumbered: bool = False
) -> str:
    """Return a paragraph element; `unnumbered` takes it out of its style's numbering."""
    name = style or context.style
    parts = [f'<w:pStyle w:val="{name}"/>' if name != "Normal" else ""]
    parts.append("<w:keepNext/>" if context.keep else "")
    if marker is not None:
        parts.append(marker.numbering)
    elif unnumbered:
        parts.append(numbering_properties(0, design.NO_NUMBERS))
    drawn = _DRAWING in content
    parts.append(_ONE_LINE if drawn else "")
    if marker is not None:
        parts.append(f'<w:ind w:left="{context.left}" w:hanging="{context.hanging}"/>')
    elif context.left or drawn:
        first = _NO_FIRST_LINE if drawn else ""
        parts.append(f'<w:ind w:left="{context.left}"{first}/>')
    justification = _JUSTIFICATION[context.align] or ("left" if drawn else "")
    parts.append(f'<w:jc w:val="{justification}"/>' if justification else "")
    properties = "".join(parts)
    sign = marker.sign if marker is not None else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{sign}{content}</w:p>"
