"""Charts are drawn with characters, in a table."""

from decimal import Decimal

import pytest
from attrs import evolve
from tests.exporters.markdown.writing import written

from opshandover.exporters.markdown.chart import bar_table_blocks
from opshandover.pages.blocks import Chart, Series

CHART = Chart(
    title="关键指标",
    categories=("会话量", "响应时间"),
    series=(
        Series(name="当前值", values=(Decimal(107), Decimal(110))),
        Series(name="上期值", values=(Decimal("82.2"), None)),
    ),
    unit="%",
    reference=Decimal(100),
)


def test_markdown_draws_with_characters() -> None:
    """A bar is full where the target is reached, and its number stands behind it."""
    assert written(CHART) == (
        "**关键指标**\n\n"
        "|  | 当前值 | 上期值 |\n| --- | --- | --- |\n"
        "| 会话量 | ██████████ 107% | ████████░░ 82.2% |\n"
        "| 响应时间 | ███████████ 110% |  |"
    )


@pytest.mark.parametrize(
    ("value", "bar"),
    [
        ("0", "░░░░░░░░░░ 0%"),
        ("99.9", "█████████░ 99.9%"),
        ("300", "█" * 30 + " 300%"),
        ("1E+6", "█" * 30 + " 1000000%"),
        ("-1", "-1%"),
    ],
)
def test_a_bar_ends_where_it_should(value: str, bar: str) -> None:
    """It is never rounded up to the target, never longer than a line, and there is none below zero."""
    chart = evolve(CHART, categories=("甲",), series=(Series(name="值", values=(Decimal(value),)),))
    assert f"| 甲 | {bar} |" in written(chart)


@pytest.mark.parametrize("reference", [None, Decimal(0), Decimal(-5)])
def test_without_a_target_there_are_only_numbers(reference: Decimal | None) -> None:
    """No length could be measured against it."""
    assert "| 会话量 | 107% | 82.2% |" in written(evolve(CHART, reference=reference))


def test_a_note_stands_below_and_nothing_without_numbers() -> None:
    """What is not in the chart is said in italics; a chart of nothing is left out."""
    assert written(evolve(CHART, note="另有 1 项")).endswith("|\n\n*另有 1 项*")
    assert bar_table_blocks(evolve(CHART, series=())) == bar_table_blocks(evolve(CHART, categories=())) == ()
