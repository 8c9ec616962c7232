"""Charts: bars on one scale, with their numbers, a text alternative and a caption."""

from decimal import Decimal

from hypothesis import given
from tests.exporters.html.reading import main_of, only, text_in
from tests.support.pages import charts

from opshandover.exporters.html.chart import chart_figure
from opshandover.pages.blocks import Chart, Series

_CHART = Chart(
    title="完成情况",
    categories=("成交率", "好评"),
    series=(
        Series(name="当前", values=(Decimal(115), Decimal(-23))),
        Series(name="上期", values=(Decimal("57.5"), None)),
    ),
    unit="%",
    reference=Decimal(100),
    description="成交率 115%",
    note="1 项未画出",
)


def percent(value: str | None) -> float:
    """A length in percent."""
    return float((value or "").removesuffix("%"))


def test_bars_are_in_proportion() -> None:
    """A bar begins at 0, is as long as its value, and has its number at its end; what is missing has no bar."""
    bars = list(main_of(_CHART).iter("rect"))
    zero = percent(bars[0].get("x"))
    assert len(bars) == 3
    assert percent(bars[0].get("width")) == 2 * percent(bars[1].get("width"))
    assert abs(percent(bars[2].get("x")) + percent(bars[2].get("width")) - zero) < 0.02
    found = text_in(main_of(_CHART)).split("\n")
    assert {"115%", "57.5%", "-23%", "成交率", "好评", "当前", "上期"} <= set(found)


def test_a_chart_has_a_text_alternative_and_a_caption() -> None:
    """Those who do not see it are told what it says; its number is that of its order."""
    main = main_of(_CHART, _CHART)
    assert [each.get("aria-label") for each in main.iter("svg")] == ["成交率 115%"] * 2
    assert [text_in(each).strip() for each in main.iter("figcaption")] == [
        f"图 {number}　完成情况；1 项未画出" for number in (1, 2)
    ]


@given(charts())
def test_any_chart_can_be_drawn(chart: Chart) -> None:
    """All bars lie on the drawing; a chart without bars is nothing."""
    if not chart_figure(chart, 1, "en"):
        assert not (chart.categories and chart.series)
        return
    drawing = only(main_of(chart), "svg")
    assert drawing.get("aria-label")
    for bar in drawing.iter("rect"):
        start, width = percent(bar.get("x")), percent(bar.get("width"))
        assert -0.01 <= start <= start + width <= 100.02
