"""Headings and placeholders."""

from opshandover.layout.headings import heading, to_be_filled_in
from opshandover.pages.blocks import Heading, Paragraph, Role, text_of


def test_what_goes_too_deep_is_a_line_in_bold() -> None:
    """A label has no path of its own then, unless it is a value."""
    assert heading("甲", 4, "x") == Heading(level=4, text="甲", path="x")
    for is_value, path in ((False, ""), (True, "x")):
        block = heading("甲", 5, "x", is_value=is_value)
        assert isinstance(block, Paragraph)
        assert (text_of(block.runs), block.runs[0].strong, block.path) == ("甲", True, path)


def test_a_placeholder_may_have_a_hint() -> None:
    """It says what belongs there, and is known by its role."""
    bare, told = to_be_filled_in("", "x", "zh"), to_be_filled_in("一句话", "x", "zh")
    assert bare.role is told.role is Role.PLACEHOLDER
    assert "一句话" in text_of(told.runs)
    assert text_of(bare.runs)
