"""Charts as bars of characters: a table with a bar for each figure, full where the aim is reached.

Mermaid's bar chart is not used: it is marked as a trial, shows no two rows of figures side by side,
and turns Chinese names over one another.
"""

from decimal import ROUND_DOWN, Decimal

from opshandover.pages.blocks import Block, Cell, Chart, Column, Paragraph, Row, Run, Table
from opshandover.plain_text import bar

_BAR, _LONGEST = 10, 30
"""A bar is so long where the aim is reached, and never longer than the second."""


def chart_blocks(chart: Chart) -> tuple[Block, ...]:
    """Gives a chart as its title, a table of bars, and what is not in it; none without figures."""
    if not (chart.categories and chart.series):
        return ()
    columns = (Column(label=""), *(Column(label=one.name) for one in chart.series))
    rows = tuple(
        Row(cells=tuple(map(_cell, (name, *(_bar(one.values[at], chart) for one in chart.series)))))
        for at, name in enumerate(chart.categories)
    )
    title = Paragraph(runs=(Run(text=chart.title, strong=True),))
    note = (Paragraph(runs=(Run(text=chart.note, emphasis=True),)),) if chart.note.strip() else ()
    return (title, Table(columns=columns, rows=rows), *note)


def _cell(text: str) -> Cell:
    return Cell(blocks=(Paragraph(runs=(Run(text=text),)),) if text else ())


def _bar(value: Decimal | None, chart: Chart) -> str:
    """Draws a figure with characters, and its number behind."""
    if value is None:
        return ""
    said = f"{value:f}{chart.unit}"
    if not chart.reference or chart.reference < 0 or value < 0:
        return said
    full = min(int((_BAR * value / chart.reference).to_integral_value(ROUND_DOWN)), _LONGEST)
    return f"{bar(full, _BAR)} {said}"
