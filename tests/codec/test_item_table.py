"""The tables of open items that we write are known, and what was guarded in them comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.codec.item_table import guarded, is_of, marks_of, unguarded
from opshandover.model import Issue, Task

SIGNS = st.text(alphabet="'=+-@;＝ \t\u3164a1)", max_size=12)


@given(SIGNS | st.text())
def test_what_is_guarded_comes_back(text: str) -> None:
    """Whatever signs and apostrophes a text has."""
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("cell", ["'", "it's", "'tis", "rock 'n' roll", "a;'b", "=1", "'' ", "5' 3\""])
def test_other_apostrophes_stay(cell: str) -> None:
    """Only those that the guard puts are taken away."""
    assert unguarded(cell) == cell


def test_our_tables_are_known() -> None:
    """By all of their three columns, in either language or by names."""
    assert marks_of(("位置", "种类", "部分", "标题")) == ("种类", "部分", "位置")
    assert marks_of(("kind", "section", "paths")) == ("kind", "section", "paths")
    assert marks_of(("Kind", "Section", "位置")) == ()
    assert is_of("Task", Task)
    assert not is_of("Task", Issue)
