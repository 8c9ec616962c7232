"""Tests of parts of a page written as Markdown again."""

import pytest

from opshandover.pages import blocks_of
from opshandover.reading.foreign.leaves import parts_of
from opshandover.reading.foreign.prose import inline, markdown

TEXTS = (
    "一行字",
    "第一行  \n第二行",
    "**粗** 和 *斜*，`code`，~~旧~~",
    "[手册](https://a.example/x)",
    "- a\n- b\n  - c",
    "1. a\n2. b",
    "- [x] a\n- [ ] b",
    "```bash\nrun | wc\n```",
    "> 引用\n> \n> 再引用",
    "| a | b |\n| --- | --- |\n| 1\\|2 | x<br>y |",
)


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_shows_the_same_again(text: str) -> None:
    """What is written is parsed as the blocks that it came from."""
    blocks = blocks_of(text)
    assert blocks_of(markdown(parts_of(blocks))) == blocks


def test_runs_are_one_line() -> None:
    """Styles and links are written within a line."""
    (block,) = blocks_of("见 [群](https://a.example) **急**")
    assert inline(block.runs) == "见 [群](https://a.example) **急**"  # type: ignore[union-attr]
