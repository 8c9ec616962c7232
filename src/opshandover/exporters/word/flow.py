"""Flows drawn as a table: boxes in a row, arrows between them, as many rows as needed.

Shapes would need anchors and alternative texts, and are hard to edit. Rows are read from left to
right like lines of text; each but the last ends in an arrow. Where there is room for one box only,
the boxes are one below the other.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from opshandover.exporters.word import design
from opshandover.exporters.word.alt_text import alt_text, in_column
from opshandover.exporters.word.paragraphs import BlockContext, paragraph
from opshandover.exporters.word.runs import RunWriter
from opshandover.exporters.word.style import border_line
from opshandover.exporters.word.tables import GAP, TABLE_END, cell_xml, table_start
from opshandover.pages.blocks import Align, Flow, FlowStep

_ACROSS, _DOWN = "→", "↓"
_SIDES = ("top", "left", "bottom", "right")
_WHOLE_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_IN_BOX = BlockContext(style="TableText", align=Align.CENTER, inside=True)


def flow_table(flow: Flow, context: BlockContext, runs: RunWriter) -> Iterator[str]:
    """Yield a flow as its title and a table; one without steps has no table."""
    if flow.title.strip():
        title = runs.plain(flow.title, strong=context.is_quoted)
        yield paragraph(title, evolve(context, keep=True), style="" if context.is_quoted else "Subheading")
    if not flow.steps:
        return
    each = max(1, min(design.FLOW_ACROSS, context.room // design.FLOW_LEAST, len(flow.steps)))
    lines = [flow.steps[at : at + each] for at in range(0, len(flow.steps), each)]
    widths = _widths(each, context.room, wraps=len(lines) > 1)
    alt = alt_text(flow, in_column(context.above, flow.title), runs.lang)
    yield table_start("Flow", widths, context.left, {}, alt)
    for number, boxes in enumerate(lines, start=1):
        more = number < len(lines)
        within = evolve(_IN_BOX, keep=more and len(lines) <= design.KEPT_ROWS)
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
    box = (room - arrows * design.FLOW_ARROW) // each
    return [width for _ in range(each) for width in (box, design.FLOW_ARROW)][: each + arrows]


def _line(
    steps: Sequence[FlowStep], widths: Sequence[int], runs: RunWriter, context: BlockContext, *, more: bool
) -> Iterator[str]:
    for at, width in enumerate(widths):
        number, is_arrow = divmod(at, 2)
        if is_arrow:
            leads = number < len(steps) - 1 or (more and number == len(steps) - 1)
            yield _arrow(width, _ACROSS if leads else "", runs, context)
        elif number < len(steps):
            yield _box(steps[number], width, runs, context)
        else:
            yield cell_xml(width, GAP)


def _box(step: FlowStep, width: int, runs: RunWriter, context: BlockContext) -> str:
    label = paragraph(runs.plain(step.label), context, style="FlowLabel")
    note = paragraph(runs.plain(step.note), context) if step.note.strip() else ""
    borders = "".join(border_line(side, runs.design.accent, 6) for side in _SIDES)
    return cell_xml(width, label + note, borders=borders, fill=runs.design.pale, align="center")


def _arrow(width: int, sign: str, runs: RunWriter, context: BlockContext) -> str:
    content = paragraph(runs.plain(sign), context, style="FlowArrow") if sign else GAP
    return cell_xml(width, content, align="center")


def _between(widths: Sequence[int], runs: RunWriter, context: BlockContext, sign: str) -> Iterator[str]:
    yield from (_arrow(width, sign, runs, context) for width in widths)
