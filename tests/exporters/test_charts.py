"""The scale of charts."""

from decimal import Decimal

from hypothesis import given
from tests.support.pages import charts

from opshandover.exporters.charts import scale_of
from opshandover.pages.blocks import Chart


@given(charts())
def test_everything_is_on_the_scale(chart: Chart) -> None:
    """Each value, 0 and the reference lie on it, and it is never of no length."""
    least, most = scale_of(chart)
    values = [value for one in chart.series for value in one.values if value is not None]
    assert least < most
    assert all(least <= value <= most for value in (*values, Decimal(0), chart.reference or Decimal(0)))
