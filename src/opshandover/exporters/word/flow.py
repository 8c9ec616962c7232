"""Flows drawn as a table: boxes in a row, arrows between them, as many rows as needed.

Shapes would need anchors and alternative texts, and are hard to edit. Rows are read from left to
right like lines of text; each but the last ends in an arrow. Where there is room for one box only,
the boxes are one below the other.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from opshandover.exporters.word import design as look
from opshandover.exporters.word.position import Place, paragraph
from opshandover.exporters.word.runs import RunWriter
from opshandover.exporters.word.style import line
from opshandover.exporters.word.tables import GAP, TABLE_END, cell_xml, table_start
from opshandover.pages.blocks import Align, Flow, FlowStep

_ACROSS, _DOWN = "→", "↓"
_SIDES = ("top", "left", "bottom", "right")
_WHOLE_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_IN_BOX = Place(style="TableText", align=Align.CENTER, inside=True)


def flow_table(flow: Flow, place: Place, runs: RunWriter) -> Iterator[str]:
    """Yield a flow as its title and a table; one without steps has no table."""
    if flow.title.strip():
        yield paragraph(runs.plain(flow.title), evolve(place, keep=True), style="Subheading")
    if not flow.steps:
        return
    each = max(1, min(look.FLOW_ACROSS, place.room // look.FLOW_LEAST, len(flow.steps)))
    lines = [flow.steps[at : at + each] for at in range(0, len(flow.steps), each)]
    widths = _widths(each, place.room, wraps=len(lines) > 1)
    yield table_start("Flow", widths, place.left, {})
    for number, boxes in enumerate(lines, start=1):
        more = number < len(lines)
        within = evolve(_IN_BOX, keep=more and len(lines) <= look.KEPT_ROWS)
        yield from (_WHOLE_ROW, *_line(boxes, widths, runs, within, more=more), "</w:tr>")
        if more:
            sign = _DOWN if each == 1 else ""
            yield from (_WHOLE_ROW, *_between(widths, runs, within, sign), "</w:tr>")
    yield TABLE_END


def _widths(each: int, room: int, *, wraps: bool) -> list[int]:
    """Return the widths of boxes and of the arrows after them; the last arrow leads to the next row."""
    if each == 1:
        return [room]
    arrows = each if wraps else each - 1
    box = (room - arrows * look.FLOW_ARROW) // each
    return [width for _ in range(each) for width in (box, look.FLOW_ARROW)][: each + arrows]


def _line(
    steps: Sequence[FlowStep], widths: Sequence[int], runs: RunWriter, place: Place, *, more: bool
) -> Iterator[str]:
    for at, width in enumerate(widths):
        number, is_arrow = divmod(at, 2)
        if is_arrow:
            leads = number < len(steps) - 1 or (more and number == len(steps) - 1)
            yield _arrow(width, _ACROSS if leads else "", runs, place)
        elif number < len(steps):
            yield _box(steps[number], width, runs, place)
        else:
            yield cell_xml(width, GAP)


def _box(step: FlowStep, width: int, runs: RunWriter, place: Place) -> str:
    label = paragraph(runs.plain(step.label), place, style="FlowLabel")
    note = paragraph(runs.plain(step.note), place) if step.note.strip() else ""
    borders = "".join(line(side, runs.look.accent, 6) for side in _SIDES)
    return cell_xml(width, label + note, borders=borders, fill=runs.look.pale, align="center")


def _arrow(width: int, sign: str, runs: RunWriter, place: Place) -> str:
    content = paragraph(runs.plain(sign), place, style="FlowArrow") if sign else GAP
    return cell_xml(width, content, align="center")


def _between(widths: Sequence[int], runs: RunWriter, place: Place, sign: str) -> Iterator[str]:
    yield from (_arrow(width, sign, runs, place) for width in widths)
