"""Blocks as Markdown again: what people wrote shows the same, with no more escapes than it needs."""

import pytest
from hypothesis import given, settings
from tests.support.pages import typed_texts

from opshandover.pages.blocks import Paragraph, Run, text_of
from opshandover.pages.markdown import blocks_of
from opshandover.reading.returned.lines import lines_of, styled
from opshandover.reading.returned.prose import prose_of


@pytest.mark.parametrize(
    "text",
    [
        "一行字",
        "**粗** 和 *斜* 和 ~~删~~ 和 `码`",
        "第一段\n\n第二段",
        "- 甲\n- 乙\n  - 丙",
        "1. 甲\n2. 乙",
        "- [x] 做了\n- [ ] 没做",
        "> 引用",
        "```py\nx = 1\n```",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "[链接](https://a.cn/)",
        "![图](a.png)",
        "见 https://a.cn/x_y_z 与 D:\\共享\\新",
    ],
)
def test_common_markup_is_written_as_people_write_it(text: str) -> None:
    """It comes back letter for letter."""
    assert prose_of(blocks_of(text)) == text


@settings(max_examples=300)
@given(typed_texts())
def test_any_text_shows_the_same(text: str) -> None:
    """Whatever signs are in it, the words and their styles are those of before."""
    blocks = blocks_of(text)
    again = blocks_of(prose_of(blocks))
    assert [styled(line.runs) for line in lines_of(again)] == [styled(line.runs) for line in lines_of(blocks)]


@pytest.mark.parametrize("text", ["*不斜*", "# 不是标题", "1. 不是列表", "- 不是", "a_b_c", "<b>", "&#65;", "> 5 单"])
def test_plain_text_stays_plain(text: str) -> None:
    """Signs that are markup elsewhere are escaped where they would be taken for such."""
    (line,) = lines_of(blocks_of(prose_of((Paragraph((Run(text),)),))))
    assert text_of(line.runs) == text
