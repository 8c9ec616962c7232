"""Runs of text keep their styles, whatever stands beside them."""

import pytest
from tests.exporters.markdown.writing import line

from opshandover.pages.blocks import Image, Run
from opshandover.pages.writing.inline import heading_text, paragraph_text, single_line


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ((Run(text="重点：", strong=True), "后面"), "**重点：**&#21518;面"),
        ((Run(text="重点", strong=True), "：后面"), "**重点**：后面"),
        (("见", Run(text="「甲」", emphasis=True)), "&#35265;*「甲」*"),
        ((Run(text=" a ", strong=True),), "**&#32;a&#32;**"),
        ((Run(text="a", strong=True), Run(text="b", emphasis=True)), "**a**_b_"),
        ((Run(text="a", strong=True, strike=True), Run(text="b", strong=True)), "**~~a~~b**"),
        ((Run(text="a``b`", code=True),), "``` a``b` ```"),
        (("!", Run(text="a]", link="https://a.cn/b c")), "\\![a\\]](<https://a.cn/b c>)"),
        (("\\", Run(text="x", strong=True)), "\\\\**x**"),
        ((Run(text="图", image=Image("a.png")),), "![图](a.png)"),
        (
            (Run(text="a]*", image=Image("a b.png", '"&amp;')),),
            '![a\\]\\*](<a b.png> "\\"\\&amp;")',
        ),
        (("!", Run(text="", link="b", image=Image("i")), "x"), "\\![![](i)](b)x"),
        ((Run(text="图", image=Image("a")),) * 2, "![图](a)![图](a)"),
        (
            ("见", Run(text="图", strong=True, image=Image("a")), "后"),
            "&#35265;**![图](a)**&#21518;",
        ),
    ],
)
def test_styles_hold_on_chinese_text(parts: tuple[str | Run, ...], written: str) -> None:
    """Marks open and close whatever stands beside them."""
    assert line(*parts) == written


def test_neighbours_of_one_style_are_one() -> None:
    """Marks between them would show; paths make no difference, and two equal pictures are still two."""
    runs = (Run(text="a", strong=True, path="title"), Run(text=" ", emphasis=True), Run(text="b", strong=True))
    assert paragraph_text(runs[::2]) == "**ab**"
    assert paragraph_text(runs) == "**a** **b**"


def test_a_line_break_is_written_as_its_place_allows() -> None:
    """A paragraph goes on in the next line, a cell or a heading in the same one."""
    runs = (Run(text="a\nb", strong=True),)
    assert paragraph_text(runs) == "**a**\\\n**b**"
    assert single_line(runs) == "**a**<br>**b**"
    assert heading_text("a\n# b #") == "a<br># b \\#"


def test_an_address_that_is_its_own_text_stands_in_angle_brackets() -> None:
    """A link of another text has brackets of its own."""
    address = "https://a.cn/b"
    assert paragraph_text((Run(text=address, link=address),)) == f"<{address}>"
    assert paragraph_text((Run(text="看板", link=address),)) == f"[看板]({address})"
