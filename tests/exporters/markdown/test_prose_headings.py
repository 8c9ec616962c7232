"""Headings within a text, among those of the page."""

from tests.exporters.markdown.writing import written

from opshandover.exporters.markdown.prose_headings import set_apart, taken_back
from opshandover.pages.blocks import Block, Heading, ListBlock, ListItem, Paragraph, Quote, Role, Run

_HEAD = Paragraph((Run("背景", strong=True),), level=2)


def test_a_heading_of_a_text_does_not_part_the_page() -> None:
    """It stands in a quotation among the headings of the page, and as it is within a list."""
    listed = ListBlock((ListItem((_HEAD,)),))
    assert written(Heading(1, "概述"), _HEAD, listed) == "## 概述\n\n> ## 背景\n\n- ## 背景"


def test_quotations_keep_their_depth() -> None:
    """Whatever would be read as a heading of a text gets one quotation more; nothing else is touched."""
    block: Block = _HEAD
    for depth in range(4):
        shown = set_apart(block)
        assert shown == Quote((block,)), depth
        assert taken_back(shown) == block, depth
        block = Quote((block,))
    for other in (Quote((_HEAD, _HEAD)), Paragraph((Run("背景", strong=True),)), Heading(2, "背景"), Quote(())):
        assert set_apart(other) == taken_back(other) == other


def test_a_heading_that_asks_for_attention_is_quoted_once() -> None:
    """The quotation of what asks for attention is the same."""
    urgent = Paragraph(_HEAD.runs, role=Role.ATTENTION, level=2)
    assert written(urgent) == "> ## 背景"
