"""Texts compared and merged by line and by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.growth import growth

from opshandover.continuity.wording import line_edits, merged_text, word_edits

TEXTS = st.lists(st.sampled_from(("先看队列。", "call Ann at 16:00", "再看账单", " ", "\n", "\n\n", "a", "b"))).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_edits_are_the_whole_of_both(old: str, new: str) -> None:
    """The parts of a comparison make up both texts."""
    for edits in (line_edits(old, new), word_edits(old, new)):
        assert "".join(edit.old for edit in edits) == old
        assert "".join(edit.new for edit in edits) == new


@given(TEXTS, TEXTS, TEXTS)
def test_laws(base: str, ours: str, theirs: str) -> None:
    """One side's text is the result where the other changed nothing; exchanging the sides exchanges the results."""
    for merged in (merged_text(base, base, theirs), merged_text(base, theirs, base), merged_text(base, theirs, theirs)):
        assert merged.agrees
        assert merged.ours == theirs
    one, other = merged_text(base, ours, theirs), merged_text(base, theirs, ours)
    assert (one.ours, one.theirs) == (other.theirs, other.ours)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [
        ("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n", "A\nb\nc\nD\n"),
        ("财务每天 16:00 补跑一次", "财务每天 17:00 补跑一次", "财务每天 16:00 补跑两次", "财务每天 17:00 补跑两次"),
        ("one two three", "ONE two three", "one two THREE", "ONE two THREE"),
        ("a\nb\n", "a\nb\nc\n", "b\n", "b\nc\n"),
        ("8 月 3 日前答复", "8 月 5 日前答复", "8 月 7 日前答复", None),
        ("a b c", "a X c", "a b Y", None),
        ("", "x", "y", None),
        ("a\n", "a\nx\n", "a\ny\n", None),
        ("a\nb\nc\n", "a\nc\n", "a\nB\nc\n", None),
    ],
)
def test_three_texts(base: str, ours: str, theirs: str, result: str | None) -> None:
    """Edits apart from each other are joined; those that touch, or insert at one place, are conflicts."""
    merged = merged_text(base, ours, theirs)
    assert merged.agrees == (result is not None)
    assert result is None or merged.ours == result


def test_what_does_not_contradict_is_in_both() -> None:
    """Around a conflict the other edits of both sides are kept, whichever is chosen."""
    merged = merged_text("a\nb\nc\nd\ne\n", "A\nb\nX\nd\ne\n", "a\nb\nY\nd\nE\n")
    assert (merged.ours, merged.theirs) == ("A\nb\nX\nd\nE\n", "A\nb\nY\nd\nE\n")


def test_a_line_that_contradicts_is_taken_whole() -> None:
    """Neither choice is a sentence that nobody wrote, nor half a pair of marks."""
    merged = merged_text("九点前到仓库", "八点前到仓库 http://a.cn/x", "十点前到**北仓**")
    assert (merged.ours, merged.theirs) == ("八点前到仓库 http://a.cn/x", "十点前到**北仓**")


@pytest.mark.parametrize("part", ["长", "a b ", "x\n", "a\nb\nc\n"])
def test_texts_that_repeat_themselves(part: str) -> None:
    """A text of ten thousand times the same does not take the square of its length."""
    assert growth(lambda n: lambda: merged_text(part * n, f"x{part}y" * n, f"{part * n}z"), 2500) < 12
