"""Figures as a chart: how far each came towards its target, and where it stood before.

Figures have units of their own, so they are put on one scale: each in percent of its target, where
that is above zero. What is far beyond the target would leave the others no length, and is left to
the table, like all that has no target.
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
"""One bar compares nothing; more than so many groups are read in the table."""

_FURTHEST = 300
"""What is more percent of its target than this is not drawn."""

_LONGEST_NAME = 32
_LONGEST_SAID = 600
_TARGET = Decimal(100)
_DRAWN = ("value", "previous")


def chart_blocks(metrics: Sequence[Metric], lang: Lang) -> tuple[Block, ...]:
    """Gives a chart of figures that have a target; nothing if that is fewer than two of them."""
    able = [metric for metric in metrics if _share(metric, "value") is not None]
    drawn = able[:MOST]
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
        says=_says(AGAINST_TARGET[lang], categories, series, lang),
        note=NOT_DRAWN[lang].format(number=left) if left else "",
    )
    return (chart,)


def with_one_chart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Keeps of some charts the one that shows most, for more than one would drown the text."""
    charts = [block for block in blocks if isinstance(block, Chart)]
    if len(charts) < 2:
        return tuple(blocks)
    kept = max(charts, key=lambda chart: len(chart.categories))
    return tuple(block for block in blocks if not isinstance(block, Chart) or block is kept)


def _share(metric: Metric, name: str) -> Decimal | None:
    share = percentage(getattr(metric, name), metric.target)
    return share if share is not None and share <= _FURTHEST else None


def _name(metric: Metric, lang: Lang) -> str:
    """Gives what a figure is called, and that less of it is better."""
    name = shortened(metric.name or metric.label[lang], _LONGEST_NAME)
    if not metric.lower_is_better:
        return name
    marks = PUNCTUATION[lang]
    remark = field_map(Metric)["lower_is_better"].label[lang]
    return name + marks.opening + remark + marks.closing


def _says(title: str, categories: Sequence[str], series: Sequence[Series], lang: Lang) -> str:
    marks = PUNCTUATION[lang]
    figures = (
        marks.comma.join(f"{one.name} {one.values[at]}%" for one in series if one.values[at] is not None)
        for at in range(len(categories))
    )
    said = (name + marks.opening + figure + marks.closing for name, figure in zip(categories, figures, strict=True))
    return shortened(title + marks.colon + marks.semicolon.join(said), _LONGEST_SAID)
