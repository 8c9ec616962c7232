"""Charts as a table with a bar of characters for each number, full where the target is reached.

Mermaid's bar chart is not used: it is marked experimental, cannot show two series side by side, and
prints Chinese category names over one another.
"""

from decimal import ROUND_DOWN, Decimal

from opshandover.pages.blocks import Block, Cell, Chart, Column, Paragraph, Row, Run, Table
from opshandover.plain_text import bar

_BAR, _LONGEST = 10, 30
"""The length of a bar that reaches the target, and the maximum length."""


def bar_table_blocks(chart: Chart) -> tuple[Block, ...]:
    """Return a chart as its title, a table of bars and its note; nothing if it has no numbers."""
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
    """Draw a number as a bar of characters, followed by the number."""
    if value is None:
        return ""
    text = f"{value:f}{chart.unit}"
    if not chart.reference or chart.reference < 0 or value < 0:
        return text
    full = min(int((_BAR * value / chart.reference).to_integral_value(ROUND_DOWN)), _LONGEST)
    return f"{bar(full, _BAR)} {text}"
