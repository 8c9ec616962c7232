"""Charts as inline SVG: bars in percent of the width, so that they fit every screen with text of one size."""

from collections.abc import Iterator
from decimal import Decimal

from opshandover.exporters.charts import FIGURE, caption_of, scale_of
from opshandover.html import NOTHING, Html, element, escaped, joined
from opshandover.pages.blocks import Chart
from opshandover.text import Lang

_NAME, _BAR, _LINE, _BETWEEN, _BELOW = 22, 12, 17, 12, 16
"""The heights of a category's name, a bar, a bar with the space below it, between two groups, and of the axis (px)."""
_BASELINE, _ASIDE = 14, 6
_FILLS = 3
"""The number of different fills, which the style sheet has."""


def chart_figure(chart: Chart, number: int, lang: Lang) -> Html:
    """Return a chart with its legend and its numbered caption; nothing if it has no bars."""
    if not (chart.categories and chart.series):
        return NOTHING
    name = f"{FIGURE[lang]} {number}"
    height = len(chart.categories) * (_NAME + len(chart.series) * _LINE + _BETWEEN) + _BELOW
    drawing = element(
        "svg",
        *_drawn(chart, height),
        role="img",
        aria_label=chart.description.strip() or chart.title.strip() or name,
        width="100%",
        height=str(height),
    )
    legend = (
        element("li", escaped(one.name), class_=f"fill-{at % _FILLS}")
        for at, one in enumerate(chart.series)
        if len(chart.series) > 1 and one.name.strip()
    )
    items = joined(legend)
    return element(
        "figure",
        element("ul", items, class_="legend") if items else NOTHING,
        drawing,
        element("figcaption", escaped(name + caption_of(chart, lang))),
        class_="chart",
    )


def _drawn(chart: Chart, height: int) -> Iterator[Html]:
    least, most = scale_of(chart)

    def at(value: Decimal) -> str:
        return f"{(value - least) / (most - least) * 100:.2f}%"

    bottom = str(height - _BELOW)
    yield element("line", class_="axis", x1=at(Decimal(0)), x2=at(Decimal(0)), y1="0", y2=bottom)
    if chart.reference:
        place = at(chart.reference)
        yield element("line", class_="reference", x1=place, x2=place, y1="0", y2=bottom)
        says = escaped(f"{chart.reference:f}{chart.unit}")
        yield element("text", says, class_="tick", x=place, y=str(height - 2), text_anchor="middle")
    y = 0
    for group, category in enumerate(chart.categories):
        yield element("text", escaped(category), class_="name", x="0", y=str(y + _BASELINE))
        y += _NAME
        for fill, one in enumerate(chart.series):
            value = one.values[group]
            if value is not None:
                start, end = sorted((value, Decimal(0)))
                width = f"{(end - start) / (most - least) * 100:.2f}%"
                fill_class = f"fill-{fill % _FILLS}"
                yield element("rect", class_=fill_class, x=at(start), y=str(y), width=width, height=str(_BAR))
                says = escaped(f"{value:f}{chart.unit}")
                yield element("text", says, x=at(end), dx=str(_ASIDE), y=str(y + _BAR - 2))
            y += _LINE
        y += _BETWEEN
