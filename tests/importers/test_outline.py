"""The title, the headings and the language of a page are found by the same rules in all formats."""

from opshandover.importers.outline import is_heading_text, language_of, page_of
from opshandover.pages.blocks import Block, Heading, Paragraph, Run


def bold(text: str, *more: Run) -> Paragraph:
    """A paragraph that begins in bold."""
    return Paragraph((Run(text, strong=True), *more))


def levels(*blocks: Block) -> tuple[str, list[tuple[int, str]]]:
    """The title and the headings of a page."""
    page = page_of(blocks)
    return page.title, [(block.level, block.text) for block in page.blocks if isinstance(block, Heading)]


def test_the_only_heading_above_all_others_is_the_title() -> None:
    """If it comes first; several of them keep their levels, of which the highest is 1."""
    assert levels(Heading(1, "甲"), Heading(2, "乙"), Heading(3, "丙")) == ("甲", [(1, "乙"), (2, "丙")])
    assert levels(Heading(1, "甲"), Heading(3, "乙"), Heading(1, "丙")) == ("", [(1, "甲"), (3, "乙"), (1, "丙")])
    assert levels(Heading(3, "甲"), Heading(4, "乙"), Heading(3, "丙")) == ("", [(1, "甲"), (2, "乙"), (1, "丙")])
    assert levels(bold("x"), Heading(2, "甲")) == ("", [(1, "甲")])


def test_a_line_in_italics_below_the_title_is_the_kind() -> None:
    """It is what our export writes there; anywhere else it is a paragraph."""
    kind = Paragraph((Run("值班交接", emphasis=True),))
    assert page_of((Heading(1, "甲"), kind)).kind == "值班交接"
    assert page_of((kind,)).blocks == (kind,)
    assert page_of((Heading(1, "甲"), Heading(2, "乙"), kind)).kind == ""


def test_lines_in_bold_are_headings_where_there_are_no_others() -> None:
    """One that ends a page or is a sentence is none, and lines below one in the same paragraph stay text."""
    text = Paragraph((Run("做完了"),))
    assert levels(bold("一、完成"), text, bold("二、计划", Run("\n无"))) == ("", [(1, "一、完成"), (1, "二、计划")])
    assert levels(bold("一、完成"), text, bold("完。"), text, bold("签字")) == ("一、完成", [])
    assert levels(Heading(1, "甲"), bold("一、完成"), text) == ("甲", [])
    assert page_of((bold("一、完成", Run("\n无")), text)).blocks == (Paragraph((Run("无"),)), text)


def test_a_heading_is_a_short_line() -> None:
    """What ends like a sentence or is long is none."""
    assert is_heading_text("三、遗留问题：")
    assert not any(map(is_heading_text, ("", "  ", "做完了。", "a\nb", "很" * 31, "done;")))


def test_the_language_is_that_of_most_headings() -> None:
    """Texts that people filled in may be in another; without headings they decide."""
    english = (Heading(1, "Tasks"), Heading(1, "Issues"), Heading(1, "补充"), Paragraph((Run("做完了"),)))
    assert language_of(english) == "en"
    assert language_of((Paragraph((Run("做完了"),)),)) == "zh"
    assert language_of((Paragraph((Run("All done"),)),)) == "en"
    assert language_of(()) == "zh"
