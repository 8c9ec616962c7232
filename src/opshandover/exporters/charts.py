"""What every drawing of a chart has in common: its scale, and what its number is called."""

from decimal import Decimal

from opshandover.pages.blocks import Chart
from opshandover.text import Text

FIGURE = Text("图", "Figure")

_BEYOND = Decimal("1.15")
"""The length of the scale relative to the longest bar, to leave room for its number."""


def scale_of(chart: Chart) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value of the scale, which has 0 and the reference in it."""
    values = [value for one in chart.series for value in one.values if value is not None]
    values += [Decimal(0), chart.reference or Decimal(0)]
    least, most = min(values) * _BEYOND, max(values) * _BEYOND
    return least, most if most > least else Decimal(1)
