"""Where on the page something is written, and the paragraph that everything ends up in."""

from attrs import frozen

from opshandover.exporters.word import design as look
from opshandover.pages.blocks import Align, Role

_DRAWING, _ONE_LINE = "<w:drawing>", '<w:spacing w:line="240" w:lineRule="auto"/>'
"""A picture is cut off in a line of fixed height, and stands alone in one that is stretched.

The line before a large one would be pulled apart to the margin, if it were not set to the left.
"""
_NO_FIRST_LINE = ' w:firstLineChars="0" w:firstLine="0"'
_JUSTIFICATION = {Align.START: "", Align.CENTER: "center", Align.END: "right"}

TABLE_START = "<w:tbl>"
KEPT_GAP = '<w:p><w:pPr><w:pStyle w:val="TableGap"/><w:keepNext/></w:pPr></w:p>'
"""Stands before a table that would touch the line above it."""


@frozen(kw_only=True)
class Place:
    """What the surroundings mean for a block.

    `width` is the room from margin to margin, of which `left` is taken by indentation (twips).
    `depth` counts the lists around, `keep` binds a paragraph to the next one's page. `path` is for
    blocks that have none of their own, `label` names the value there; `by_grid` says that a table
    around is read by its grid, without controls.
    """

    width: int = 0
    left: int = 0
    depth: int = 0
    style: str = "Normal"
    list_style: str = "ListParagraph"
    step: int = 0
    align: Align = Align.START
    role: Role = Role.NONE
    inside: bool = False
    keep: bool = False
    path: str = ""
    label: str = ""
    by_grid: bool = False

    @property
    def room(self) -> int:
        """How wide something may be here (twips); never nothing, however deep it stands."""
        return max(look.LEAST_ROOM, self.width - self.left)

    def indented(self, step: int) -> int:
        """Gives the indentation one step further in, as long as that leaves room for text."""
        return min(self.left + step, max(self.left, self.width - look.LEAST_ROOM))


@frozen(kw_only=True)
class Marker:
    """What stands before the first line of a list's item: a numbering, or a sign as text."""

    numbering: str = ""
    sign: str = ""


def numbered(level: int, number: int) -> str:
    """Gives the properties that put a paragraph into a numbering."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def paragraph(
    content: str,
    place: Place,
    *,
    style: str = "",
    marker: Marker | None = None,
    unnumbered: bool = False,
) -> str:
    """Gives a paragraph's element; `unnumbered` takes it out of its style's numbering."""
    name = style or place.style
    parts = [f'<w:pStyle w:val="{name}"/>' if name != "Normal" else ""]
    parts.append("<w:keepNext/>" if place.keep else "")
    if marker is not None:
        parts.append(marker.numbering)
    elif unnumbered:
        parts.append(numbered(0, look.NO_NUMBERS))
    drawn = _DRAWING in content
    parts.append(_ONE_LINE if drawn else "")
    if marker is not None:
        parts.append(f'<w:ind w:left="{place.left}" w:hanging="{min(place.step, place.left)}"/>')
    elif place.left or drawn:
        first = _NO_FIRST_LINE if drawn else ""
        parts.append(f'<w:ind w:left="{place.left}"{first}/>')
    justification = _JUSTIFICATION[place.align] or ("left" if drawn else "")
    parts.append(f'<w:jc w:val="{justification}"/>' if justification else "")
    properties = "".join(parts)
    sign = marker.sign if marker is not None else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{sign}{content}</w:p>"
