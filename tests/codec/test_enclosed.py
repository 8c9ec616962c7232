"""A baseline travels in a comment, and is refused once it is not what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.codec.baseline import Baseline
from opshandover.codec.enclosed import enclosed, is_enclosed, read_enclosed
from opshandover.errors import LoadError


def text_of(comment: str) -> str:
    """The text within a comment."""
    return comment.removeprefix("<!--").removesuffix("-->").strip()


@given(st.text(), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2))
def test_it_is_read_as_it_was_written(json: str, options: dict[str, str]) -> None:
    """Any document and any option come back, and nothing of them ends the comment."""
    baseline = Baseline(json=json, lang="zh", options=options)
    comment = enclosed(baseline)
    assert comment.count("--") == 2
    assert is_enclosed(text_of(comment))
    assert read_enclosed(text_of(comment), "a") == baseline


def test_lines_may_be_wrapped_anew() -> None:
    """A program that ends lines in another way, or indents them, does no harm."""
    baseline = Baseline(json='{"a": "' + "甲乙" * 500 + '"}', lang="en")
    text = text_of(enclosed(baseline))
    head, _, body = text.partition("\n")
    assert read_enclosed(f"{head}\r\n   {body.replace(chr(10), chr(13) + chr(10) + '  ')}", "a") == baseline


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        (lambda text: text.replace("sha256:", "sha256:0", 1), "digest"),
        (lambda text: text[:-8] + "AAAA" + text[-4:], "digest"),
        (lambda text: text[:-9], "digest"),
        (lambda text: text.replace("opshandover:1", "opshandover:2"), "newer version"),
        (lambda text: text.replace("\n", "\n-", 1), "digest"),
    ],
)
def test_what_was_changed_is_refused(changed: object, problem: str) -> None:
    """One clear error with the line says what to do."""
    text = text_of(enclosed(Baseline(json="{}" * 90, lang="zh")))
    assert callable(changed)
    with pytest.raises(LoadError, match=problem) as raised:
        read_enclosed(changed(text), "a.md", 7)
    assert [fault.line for fault in raised.value.faults] == [7]
