"""The styles of tables: comparisons, forms, facts, boxes and flows."""

from opshandover.exporters.word.design import BOX_BOTTOM, BOX_SIDE, BOX_TOP, CELL_SIDE, FLOW_SIDE, Design
from opshandover.exporters.word.style import Style, border_line


def _margins(side: int, top: int, bottom: int) -> str:
    sizes = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    margins = "".join(f'<w:{name} w:w="{size}" w:type="dxa"/>' for name, size in sizes)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def _borders(*sides: str, margins: str) -> str:
    return f"<w:tblPr><w:tblBorders>{''.join(sides)}</w:tblBorders>{margins}</w:tblPr>"


def table_styles(design: Design) -> tuple[Style, ...]:
    """Return the styles of tables."""
    rule, within = design.hairline, _margins(CELL_SIDE, design.cell_top, design.cell_top)
    grid = (border_line("insideH", rule), border_line("insideV", rule))
    sides = (border_line("left", rule, design.table_sides), border_line("right", rule, design.table_sides))
    top, bottom = border_line("top", design.accent, design.table_top), border_line("bottom", rule)
    return (
        Style(
            id="TableNormal",
            name="Normal Table",
            kind="table",
            table=(f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{within}</w:tblPr>'),
            listed=False,
        ),
        Style(
            id="Things",
            name="Things",
            kind="table",
            based="TableNormal",
            table=_borders(top, sides[0], bottom, sides[1], *grid, margins=within),
        ),
        Style(
            id="Marked",
            name="Marked Things",
            kind="table",
            based="TableNormal",
            table=_borders(
                top, border_line("left", design.accent, design.bar), bottom, sides[1], *grid, margins=within
            ),
        ),
        Style(
            id="Form",
            name="Form",
            kind="table",
            based="TableNormal",
            table=_borders(border_line("top", rule), sides[0], bottom, sides[1], *grid, margins=within),
        ),
        Style(
            id="Flow",
            name="Flow",
            kind="table",
            based="TableNormal",
            table=f"<w:tblPr>{_margins(FLOW_SIDE, design.cell_top, design.cell_top)}</w:tblPr>",
        ),
        Style(
            id="Facts",
            name="Facts",
            kind="table",
            based="TableNormal",
            table=_borders(border_line("top", rule), bottom, border_line("insideH", rule), margins=within),
        ),
        Style(
            id="Box",
            name="Box",
            kind="table",
            based="TableNormal",
            table=_borders(
                border_line("top", design.accent, design.box_frame),
                border_line("left", design.accent, design.bar),
                border_line("bottom", design.accent, design.box_frame),
                border_line("right", design.accent, design.box_frame),
                margins=_margins(BOX_SIDE, BOX_TOP, BOX_BOTTOM),
            ),
        ),
    )
