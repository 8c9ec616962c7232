"""Titles of records in headings and labels."""

import pytest

from opshandover.layout.words.titles import LONGEST_LABEL, is_title, short_title
from opshandover.model.tasks import Task


@pytest.mark.parametrize(
    ("text", "fits"), [("甲", True), (" ", False), ("一\n二", False), ("长" * 30, True), ("长" * 31, False)]
)
def test_a_title_is_short_and_on_one_line(text: str, fits: bool) -> None:
    """What is longer, or nothing, is called by kind and number instead."""
    assert is_title(text) is fits
    assert short_title(Task(title=text), "en", 3) == (text if fits else "Task 3")


def test_a_label_may_be_longer_than_a_heading() -> None:
    """The limit is the caller's."""
    assert short_title(Task(title="长" * 50), "zh", 1, LONGEST_LABEL) == "长" * 50
