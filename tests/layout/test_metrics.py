"""What is derived from figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.layout.metrics import derived_of
from opshandover.model.base import Period
from opshandover.model.data import Metric


@pytest.mark.parametrize(
    ("value", "previous", "unit", "zh", "en"),
    [
        ("103.2", "100", "", "▲ 上升 +3.2%", "▲ up +3.2%"),
        ("90", "100", "单", "▼ 下降 -10.0%", "▼ down -10.0%"),
        ("-90", "-100", "", "▲ 上升 +10.0%", "▲ up +10.0%"),
        ("96.4", "99.1", "%", "▼ 下降 -2.7 个百分点", "▼ down -2.7 points"),
        ("5.0", "5", "", "持平", "unchanged"),
    ],
)
def test_a_figure_is_compared_with_the_one_before(
    value: str, previous: str, unit: str, zh: str, en: str
) -> None:
    """The change has a sign and a word; a change of percentages is given in points."""
    metric = Metric(value=Decimal(value), previous=Decimal(previous), unit=unit)
    assert [derived.text["zh"] for derived in derived_of(metric)] == [zh]
    assert [derived.text["en"] for derived in derived_of(metric)] == [en]


@pytest.mark.parametrize(
    ("value", "previous"), [("1", None), (None, "1"), ("1", "0"), ("NaN", "1")]
)
def test_no_change_is_made_up(value: str | None, previous: str | None) -> None:
    """Where there is nothing to compare with, nothing is said."""
    metric = Metric(
        value=None if value is None else Decimal(value),
        previous=None if previous is None else Decimal(previous),
    )
    assert derived_of(metric) == ()


@given(st.decimals(), st.decimals(), st.sampled_from(["", "%"]))
def test_any_figures_can_be_compared(value: Decimal, previous: Decimal, unit: str) -> None:
    """No figure, however large or odd, breaks the page or fills it with digits."""
    for derived in derived_of(Metric(value=value, previous=previous, unit=unit)):
        assert len(derived.text["zh"]) < 30


def test_other_records_derive_nothing() -> None:
    """Only figures are compared."""
    assert derived_of(Period()) == ()
