"""HTML and its reading are inverses of each other, for whatever HTML carries."""

import pytest
from hypothesis import example, given, settings
from tests.exporters.html.reading import page, paragraph
from tests.support.chance import page_of_seed, read_pages

from opshandover.exporters.html.render import render
from opshandover.importers.html.carried import carried
from opshandover.importers.html.parse import parse
from opshandover.layout import lay_out
from opshandover.pages.blocks import Facts, Flow, FlowStep, Heading, Image, Page, Paragraph, Role, Run
from opshandover.testing import a_document


def read(shown: Page) -> Page:
    """A page as it is read from its HTML."""
    return parse(render(shown).encode()).page


@settings(max_examples=300)
@example(page(Heading(level=3, text="a"), Heading(level=9, text="b", role=Role.ATTENTION)))
@example(page(paragraph(Run("a", path=".b"), Run("https://a.cn/x", path=".b"), Run(" ", link="https://a.cn/"))))
@given(read_pages())
def test_what_is_written_is_read(shown: Page) -> None:
    """Every page comes back as HTML carries it."""
    assert read(shown) == carried(shown)


@pytest.mark.nightly
def test_what_is_written_is_read_at_length() -> None:
    """The same for 20,000 pages, each of which a seed makes again."""
    for seed in range(20_000):
        shown = page_of_seed(seed)
        assert read(shown) == carried(shown), seed


def test_a_page_of_a_document_comes_back_whole() -> None:
    """Of a page that a document is laid out in, only numbers for the layout and properties are lost."""
    laid = lay_out(a_document(), "zh")
    found = carried(laid)
    assert (found.title, found.kind, found.lang, len(found.blocks)) == (laid.title, laid.kind, "zh", len(laid.blocks))
    for block, before in zip(found.blocks, laid.blocks, strict=True):
        if isinstance(block, Heading | Paragraph | Facts) and isinstance(before, Heading | Paragraph | Facts):
            assert (block.path, block.role, block.derived) == (before.path, before.role, before.derived)


def test_pictures_and_flows_come_back() -> None:
    """A picture keeps its address and its text, whether or not it could be shown, and a flow its steps."""
    shown = page(paragraph(Run("图", image=Image("a.png", "题"))), Flow((FlowStep("甲", "乙"), FlowStep("丙")), "流程"))
    assert read(shown).blocks == shown.blocks
