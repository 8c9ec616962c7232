"""Key figures as a chart: what is drawn of them, and what is left to the table."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.samples import daily_handover
from tests.layout.shown import in_word

from opshandover.exporters.markdown.chart import bar_table_blocks as bars
from opshandover.layout import View, lay_out
from opshandover.layout.views.chart import MOST, chart_blocks, with_one_chart
from opshandover.model.data import DataAnalysis, DataReport, Metric
from opshandover.model.document import OpsDocument
from opshandover.pages.blocks import Block, Chart, Table
from opshandover.text import LANGUAGES, Lang

CALLS = Metric(name="会话量", value=Decimal(1284), previous=Decimal(987), target=Decimal(1200))
WAIT = Metric(name="响应时间", value=Decimal(33), target=Decimal(30), unit="秒", lower_is_better=True)
NO_TARGET = Metric(name="访客", value=Decimal(5), previous=Decimal(4))


def only_chart(blocks: tuple[Block, ...]) -> Chart:
    """The one chart among some blocks."""
    (chart,) = (block for block in blocks if isinstance(block, Chart))
    return chart


def test_figures_stand_on_one_scale() -> None:
    """Each figure and the one before are given in percent of the figure's target."""
    chart = only_chart(chart_blocks((CALLS, WAIT), "zh"))
    assert chart.categories == ("会话量", "响应时间（越低越好）")
    assert [(one.name, one.values) for one in chart.series] == [
        ("当前值", (Decimal(107), Decimal(110))),
        ("上期值", (Decimal("82.2"), None)),
    ]
    assert (chart.unit, chart.reference, chart.note) == ("%", Decimal(100), "")
    assert "会话量（当前值 107%，上期值 82.2%）" in chart.description


def test_figures_without_a_target_are_left_to_the_table() -> None:
    """The chart says how many there are; one figure alone is not drawn."""
    assert only_chart(chart_blocks((CALLS, NO_TARGET, WAIT), "zh")).note == ("另有 1 项未入图，见上表")
    assert chart_blocks((CALLS, NO_TARGET), "zh") == ()


def test_nobody_measured_before() -> None:
    """Without figures of the time before there is one row of bars."""
    assert len(only_chart(chart_blocks((WAIT, WAIT), "en")).series) == 1


def test_a_chart_stays_small() -> None:
    """More than a dozen figures are not drawn; the rest is counted."""
    chart = only_chart(chart_blocks((CALLS,) * (MOST + 3), "en"))
    assert len(chart.categories) == MOST
    assert chart.note == "3 more in the table above"


@pytest.mark.parametrize(
    ("value", "target"),
    [("1", "0"), ("1", "-5"), ("-1", "5"), ("1E+40", "1"), ("NaN", "1"), ("1", "Infinity"),
     ("301", "100"), ("1E-400000", "1E-999999")],
)  # fmt: skip
def test_what_the_scale_does_not_hold_is_not_drawn(value: str, target: str) -> None:
    """A target of nothing, a figure below zero or far beyond leave the others as they are."""
    odd = Metric(name="怪", value=Decimal(value), target=Decimal(target))
    assert only_chart(chart_blocks((CALLS, odd, WAIT), "zh")).categories[0] == "会话量"
    assert len(only_chart(chart_blocks((CALLS, odd, WAIT), "zh")).categories) == 2


def test_the_chart_follows_its_table() -> None:
    """It stands right below, in the full page alone."""
    page = lay_out(daily_handover(), "zh")
    at = next(n for n, block in enumerate(page.blocks) if isinstance(block, Chart))
    assert isinstance(page.blocks[at - 1], Table)
    memo = lay_out(daily_handover(), "zh", view=View.MEMO)
    assert not any(isinstance(block, Chart) for block in memo.blocks)


def test_a_section_has_one_chart() -> None:
    """Of several lists of figures the longest is drawn."""
    report = DataReport(title="周报", metrics=(CALLS, WAIT, WAIT))
    section = DataAnalysis(metrics=(CALLS, WAIT), reports=(report,))
    page = lay_out(OpsDocument(profile="daily_work", data_analysis=section), "zh")
    assert len(only_chart(page.blocks).categories) == 3
    none = lay_out(OpsDocument(profile="daily_work"), "zh").blocks
    assert with_one_chart(none) == none


def test_word_draws_and_numbers_charts() -> None:
    """A document with two charts counts them."""
    chart = only_chart(chart_blocks((CALLS, WAIT), "zh"))
    page = evolve(lay_out(OpsDocument(profile="charter"), "zh"), blocks=(chart, chart))
    text = in_word(page).text()
    assert "图 1\u3000关键指标" in text
    assert "图 2\u3000关键指标" in text


_FIGURES = st.one_of(st.none(), st.decimals(allow_nan=True, allow_infinity=True))


@settings(max_examples=30)
@given(
    st.lists(
        st.builds(
            Metric, name=st.text(), value=_FIGURES, previous=_FIGURES, target=_FIGURES,
            lower_is_better=st.booleans(),
        ),
        max_size=20,
    ),
    st.sampled_from(LANGUAGES),
)  # fmt: skip
def test_any_figures_can_be_drawn(metrics: list[Metric], lang: Lang) -> None:
    """A chart has a number or nothing for each category, all within its scale."""
    for chart in chart_blocks(metrics, lang):
        assert isinstance(chart, Chart)
        assert bars(chart)
        assert 2 <= len(chart.categories) <= MOST
        for series in chart.series:
            assert len(series.values) == len(chart.categories)
            assert all(value is None or 0 <= value <= 300 for value in series.values)
