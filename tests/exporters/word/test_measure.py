"""How wide text is, and how wide columns have to be for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.word.opened import grid_of, row, table_of, written

from opshandover.exporters.word import design
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.measure import TextMeasurer, widths_of

RULER = TextMeasurer.of(Design())


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9000)), min_size=1, max_size=30),
    st.integers(900, 9072),
)
def test_widths_fill_the_room_exactly(columns: list[tuple[int, int]], width: int) -> None:
    """However shares and words lie, no column vanishes and the sum is the width."""
    shares, least = [list(values) for values in zip(*columns, strict=True)]
    widths = widths_of(shares, least, width)
    assert sum(widths) == width
    assert min(widths) >= 0


def test_a_date_is_not_broken() -> None:
    """A narrow column is as wide as the longest word in its short cells."""
    (table,) = written(table_of(row("2026-11-20", "乙"), shares=(1, 30))).find(".//tbl")
    assert grid_of(table)[0] >= RULER.width("x" * 10)


@pytest.mark.parametrize("text", ["2026-11-12 00:00", "▲▲ 紧急且重要", "1286.4 万元", "In progress"])
def test_short_values_stay_on_one_line(text: str) -> None:
    """A time stays with its date, a sign with its word, a unit with its figure."""
    (table,) = written(table_of(row(text, "乙"), shares=(1, 30))).find(".//tbl")
    assert grid_of(table)[0] - 2 * design.CELL_SIDE >= RULER.width(text)


def test_words_stay_whole_where_answers_cannot() -> None:
    """In a table with too little room, short answers are broken between words, not within them."""
    words = ("Being handled", "Employee", "Lin Xiaowen", "2026-11-11")
    (table,) = written(table_of(row(*words, *words), shares=(1,) * 8)).find(".//tbl")
    assert grid_of(table)[1] - 2 * design.CELL_SIDE >= RULER.width("Employee")


def test_narrow_columns_break_answers_before_long_texts() -> None:
    """In a crowded table the title still has room, and short answers are broken between words."""
    words = (
        "Supply chain",
        "Being handled",
        "Resource gap",
        "Shen Yiming",
        "Not started",
        "Medium",
    )
    title = "Part of the backlog misses the 48-hour dispatch limit"
    (table,) = written(table_of(row(title, *words), shares=(1,) * 7)).find(".//tbl")
    assert grid_of(table)[0] >= design.LEAST_TEXT
    assert sum(grid_of(table)) == Design().text_width
