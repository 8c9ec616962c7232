"""What every drawing of a chart has in common: its scale and its caption."""

from decimal import Decimal

from opshandover.pages.blocks import Chart
from opshandover.text import Lang, Text

FIGURE = Text("图", "Figure")
_GAP = Text("\u3000", "  ")
_NOTE = Text("；{}", "; {}")

_BEYOND = Decimal("1.15")
"""The length of the scale relative to the longest bar, to leave room for its number."""


def scale_of(chart: Chart) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value of the scale, which has 0 and the reference in it."""
    values = [value for one in chart.series for value in one.values if value is not None]
    values += [Decimal(0), chart.reference or Decimal(0)]
    least, most = min(values) * _BEYOND, max(values) * _BEYOND
    return least, most if most > least else Decimal(1)


def caption_of(chart: Chart, lang: Lang) -> str:
    """Return what follows the number of a chart in its caption: title and note."""
    return _GAP[lang] + chart.title + (_NOTE[lang].format(chart.note) if chart.note else "")
