"""How wide text is on a terminal, and where its lines may be broken."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.support.documents import HOSTILE

from opshandover.text_width import break_lines, cells, padded, wrapped

TEXTS = st.text(max_size=60) | st.sampled_from(HOSTILE) | st.text("交接，。“”（） ab-c👍", max_size=80)


@given(TEXTS, st.integers(4, 30), st.integers(0, 10))
def test_nothing_is_lost_but_spaces(text: str, width: int, hang: int) -> None:
    """Broken lines hold all characters, in order; only spaces at their ends may go."""
    spans = break_lines(text, width, hang)
    assert spans[0][0] == 0
    ends = [*(start for start, _ in spans[1:]), len(text)]
    for (start, stop), end in zip(spans, ends, strict=True):
        assert start <= stop <= end
        assert not text[stop:end].strip()


@given(TEXTS, st.integers(6, 30))
@example("\x1f0000000", 6)
def test_lines_fit(text: str, width: int) -> None:
    """No line is wider than there is room."""
    assert all(cells(text[start:stop]) <= width for start, stop in break_lines(text, width))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("核对退款单，然后回访", 10, ["核对退款", "单，然后回", "访"]),
        ("他说（好的）就走了", 6, ["他说", "（好", "的）就", "走了"]),
        ("one two three", 8, ["one two", "three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("", 10, [""]),
    ],
)
def test_breaks(text: str, width: int, lines: list[str]) -> None:
    """Lines end between words and characters, but not before closing punctuation."""
    assert wrapped(text, width).split("\n") == lines


def test_hanging_lines_are_indented() -> None:
    """All lines but the first stand under the text."""
    assert wrapped("- one two three", 7, 2) == "- one\n  two\n  three"


def test_cells() -> None:
    """Chinese takes two cells, marks and joiners none."""
    assert cells("交a接") == 5
    assert cells("e\u0301\u200b") == 1
    assert padded("交接", 6) == "交接  "
