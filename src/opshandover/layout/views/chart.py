"""Figures as a bar chart: current and previous value against the target.

Figures have different units, so each is drawn in percent of its target, if that is above zero. Figures
without a target, and those far above it, which would make all other bars too short, are only in the
table.
"""

from collections.abc import Sequence
from decimal import Decimal

from opshandover.layout.words.labels import AGAINST_TARGET, NOT_DRAWN, PUNCTUATION
from opshandover.layout.words.metrics import percentage
from opshandover.model.data import Metric
from opshandover.model.fields import field_map
from opshandover.pages.blocks import Block, Chart, Series
from opshandover.plain_text import shortened
from opshandover.text import Lang

FEWEST, MOST = 2, 12
"""The minimum and the maximum number of figures in a chart."""

_FURTHEST = 300
"""The maximum percentage of the target; figures above it are not drawn."""

_LONGEST_NAME = 32
_LONGEST_DESCRIPTION = 600
_TARGET = Decimal(100)
_DRAWN = ("value", "previous")


def chart_blocks(metrics: Sequence[Metric], lang: Lang) -> tuple[Block, ...]:
    """Return a chart of the figures with a target; nothing if there are fewer than two."""
    drawable = [metric for metric in metrics if _share(metric, "value") is not None]
    drawn = drawable[:MOST]
    if len(drawn) < FEWEST:
        return ()
    labels = field_map(Metric)
    shares = ((name, tuple(_share(metric, name) for metric in drawn)) for name in _DRAWN)
    series = tuple(
        Series(name=labels[name].label[lang], values=values)
        for name, values in shares
        if values.count(None) < len(values)
    )
    categories = tuple(_name(metric, lang) for metric in drawn)
    left = len(metrics) - len(drawn)
    chart = Chart(
        title=AGAINST_TARGET[lang],
        categories=categories,
        series=series,
        unit="%",
        reference=_TARGET,
        description=_description(AGAINST_TARGET[lang], categories, series, lang),
        note=NOT_DRAWN[lang].format(number=left) if left else "",
    )
    return (chart,)


def with_one_chart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with only the largest of their charts, as several would push the text apart."""
    charts = [block for block in blocks if isinstance(block, Chart)]
    if len(charts) < 2:
        return tuple(blocks)
    kept = max(charts, key=lambda chart: len(chart.categories))
    return tuple(block for block in blocks if not isinstance(block, Chart) or block is kept)


def _share(metric: Metric, name: str) -> Decimal | None:
    share = percentage(getattr(metric, name), metric.target)
    return share if share is not None and share <= _FURTHEST else None


def _name(metric: Metric, lang: Lang) -> str:
    """The name of a figure, with a note if lower is better."""
    name = shortened(metric.name or metric.label[lang], _LONGEST_NAME)
    if not metric.lower_is_better:
        return name
    marks = PUNCTUATION[lang]
    remark = field_map(Metric)["lower_is_better"].label[lang]
    return name + marks.opening + remark + marks.closing


def _description(title: str, categories: Sequence[str], series: Sequence[Series], lang: Lang) -> str:
    marks = PUNCTUATION[lang]
    figures = (
        marks.comma.join(f"{one.name} {one.values[at]}%" for one in series if one.values[at] is not None)
        for at in range(len(categories))
    )
    said = (name + marks.opening + figure + marks.closing for name, figure in zip(categories, figures, strict=True))
    return shortened(title + marks.colon + marks.semicolon.join(said), _LONGEST_DESCRIPTION)
