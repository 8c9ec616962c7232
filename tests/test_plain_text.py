"""How wide plain text is."""

import pytest

from opshandover.plain_text import fits_width, greatest_width, width


@pytest.mark.parametrize("text", ["", "abc", "周岩ab", "“é” · …", "👍🏽", "𠮷", "\x00\ud800", "مرحبا", "長" * 10_000])
def test_what_fits_is_not_wider(text: str) -> None:
    """A text fits from its own width on, and the widest of many has its own width."""
    assert fits_width(text, width(text))
    assert not fits_width(text, width(text) - 1)
    assert greatest_width(("", text, "a")) == max(1, width(text))
    assert greatest_width(()) == 0


def test_chinese_letters_take_two_places() -> None:
    """The width of a text counts Chinese letters twice."""
    assert width("周岩ab") == 6
