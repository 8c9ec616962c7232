"""Prose: Markdown becomes blocks, and nothing that people wrote is lost."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.pages import texts
from tests.support.steps import calls

from opshandover.pages.blocks import (
    Align,
    Block,
    Cell,
    Code,
    Column,
    Divider,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Run,
    Table,
    text_of,
)
from opshandover.pages.markdown import blocks_of, runs_of


def _paragraph(*parts: str | Run) -> Paragraph:
    return Paragraph(runs=tuple(Run(text=p) if isinstance(p, str) else p for p in parts))


def _all_text(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield text_of(block.runs) + "".join(run.link for run in block.runs)
            case ListBlock():
                for item in block.items:
                    yield from _all_text(item.blocks)
            case Quote():
                yield from _all_text(block.blocks)
            case Code():
                yield block.language + block.text
            case Table():
                yield from (column.label for column in block.columns)
                for row in block.rows:
                    for cell in row.cells:
                        yield from _all_text(cell.blocks)
            case _:
                pass


def _text(source: str) -> str:
    return "".join(_all_text(blocks_of(source)))


def test_inline_styles() -> None:
    """Styles nest, and neighbours of one style are one run."""
    assert blocks_of("a **b *c*** ~~d~~ `e*`") == (
        _paragraph(
            "a ",
            Run(text="b ", strong=True),
            Run(text="c", strong=True, emphasis=True),
            " ",
            Run(text="d", strike=True),
            " ",
            Run(text="e*", code=True),
        ),
    )


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("[a](https://b.cn)", [Run(text="a", link="https://b.cn")]),
        ("<https://b.cn>", ["https://b.cn"]),
        ("[https://b.cn](https://b.cn)", ["https://b.cn"]),
        ("<https://b.cn|c>", [Run(text="https://b.cn|c", link="https://b.cn%7Cc")]),
        ("<b@c.cn>", [Run(text="b@c.cn", link="mailto:b@c.cn")]),
        ("![图](a.png)", [Run(text="图", image=Image("a.png"))]),
        ('![图](a.png "题")', [Run(text="图", image=Image("a.png", "题"))]),
        ("![](a.png)", [Run(text="", image=Image("a.png"))]),
        ("![x](i)![x](i)", [Run(text="x", image=Image("i"))] * 2),
        ("**![x](i)**", [Run(text="x", strong=True, image=Image("i"))]),
        ("![a *b*\n[c](d) ![e](f)](g)", [Run(text="a b c (d) e (f)", image=Image("g"))]),
        ("[![](i)](b)", [Run(text="", link="b", image=Image("i"))]),
        ("[](b)", [Run(text="b", link="b")]),
        ("[](https://a.cn/b)", [Run(text="https://a.cn/b")]),
        ("[ \u3000](b)", [Run(text="b", link="b")]),
        ("甲[\u200b`  `](b)乙", ["甲", Run(text="b", link="b"), "乙"]),
        ('[ ](b "题")', [Run(text="b", link="b"), " (题)"]),
        ('[a](b "题")', [Run(text="a", link="b"), " (题)"]),
        ("[![x](i)](b)", [Run(text="x", link="b", image=Image("i"))]),
        ("[a]\n\n[a]: b", ["[a]"]),
        ("[x](javascript:y)", ["[x](javascript:y)"]),
    ],
)
def test_links_keep_text_and_address(source: str, parts: list[str | Run]) -> None:
    """Links and images are runs; what stands in no run of theirs is text."""
    assert blocks_of(source)[0] == _paragraph(*parts)


def test_line_breaks_are_kept() -> None:
    """Each way to break a line gives a line feed."""
    assert blocks_of("一\n二  \n三\\\n四<br>五\r\n六") == (_paragraph("一\n二\n三\n四\n五\n六"),)


def test_headings_are_paragraphs_with_a_level() -> None:
    """A heading in prose does not break the outline of the document."""
    assert blocks_of("# 甲 *乙*\n\n丙\n---") == (
        Paragraph((Run(text="甲 ", strong=True), Run(text="乙", strong=True, emphasis=True)), level=1),
        Paragraph((Run(text="丙", strong=True),), level=2),
    )


def test_lists_nest_and_start_where_they_say() -> None:
    """Ordered lists keep their first number, boxes say whether they are ticked."""
    source = "3. a\n   - [x] b\n   - [ ] **c**\n   - \\[ ] d\n4. e"
    inner = ListBlock(
        items=(
            ListItem(blocks=(_paragraph("b"),), checked=True),
            ListItem(blocks=(_paragraph(Run(text="c", strong=True)),), checked=False),
            ListItem(blocks=(_paragraph("[ ] d"),)),
        )
    )
    items = (ListItem(blocks=(_paragraph("a"), inner)), ListItem(blocks=(_paragraph("e"),)))
    assert blocks_of(source) == (ListBlock(items=items, ordered=True, start=3),)


@pytest.mark.parametrize("source", ["- [x]", "- [x] \n  a", "- [X]\ta", "- [x]  \n  a"])
def test_boxes_need_no_text_beside_them(source: str) -> None:
    """A box is one whatever white space follows it, and none of the text is cut."""
    (block,) = blocks_of(source)
    assert isinstance(block, ListBlock)
    assert block.items[0].checked is True
    assert "".join(_all_text((block,))) == ("a" if "a" in source else "")


def test_code_quotes_and_dividers() -> None:
    """Code is kept letter by letter, with what its fence says of it."""
    source = "```py title=x\na\n\n  b\n```\n\n    c\n\n> d\n>\n> > e\n\n***"
    assert blocks_of(source) == (
        Code(text="a\n\n  b", language="py title=x"),
        Code(text="c"),
        Quote(blocks=(_paragraph("d"), Quote(blocks=(_paragraph("e"),)))),
        Divider(),
    )


def test_tables_lose_no_cell() -> None:
    """Missing cells are empty, surplus cells go into the last one, the head keeps addresses."""
    source = "| a | [b](c) |\n|:-:|--:|\n| 1 |\n| 1 | 2 | 3\\|4 | **5** |"
    last = _paragraph("2 | 3|4 | ", Run(text="5", strong=True))
    (table,) = blocks_of(source)
    assert table == Table(
        columns=(Column(label="a", align=Align.CENTER), Column(label="b (c)", align=Align.END)),
        rows=(
            Row(cells=(Cell(blocks=(_paragraph("1"),)), Cell(blocks=()))),
            Row(cells=(Cell(blocks=(_paragraph("1"),)), Cell(blocks=(last,)))),
        ),
    )


def test_html_and_nul_are_shown() -> None:
    """Nothing is run or swallowed: tags, comments and NUL are visible."""
    assert _text("<b>x</b> <!-- y -->\0") == "<b>x</b> <!-- y -->\u2400"
    assert _text("<div>\n*z*\n</div>") == "<div>\nz\n</div>"


def test_each_block_gets_the_path() -> None:
    """The blocks of a text know where it stands; blank texts have none."""
    blocks = blocks_of("a\n\n- b\n\n|c|\n|-|\n\n`d`", "x.y")
    assert [getattr(block, "path", None) for block in blocks] == ["x.y"] * 4
    assert blocks_of(" \n ", "x") == ()


def test_plain_text_is_not_parsed() -> None:
    """Names and short values are never taken for Markdown."""
    assert runs_of("# *a*\n|") == (Run(text="# *a*\n|"),)
    assert runs_of("") == ()


@pytest.mark.parametrize("mark", [">", "> ", "- ", "1. ", "> - "])
def test_deep_nesting_keeps_the_text(mark: str) -> None:
    """What is nested beyond the limit becomes a paragraph with its marks."""
    assert _text(mark * 3000 + "底").endswith("底")
    steps = "\n".join(f"{'  ' * depth}- {depth}层" for depth in range(40))
    assert all(f"{depth}层" in _text(steps) for depth in range(40))


@pytest.mark.parametrize(
    "source",
    [
        lambda size: ">" * size,
        lambda size: "[" * size,
        lambda size: "![" * (size // 2),
        lambda size: "[a](" * (size // 4),
        lambda size: "[" * (size // 3) + "](x)" * (size // 6),
        lambda size: "*_" * (size // 2),
        lambda size: "a**b" * (size // 4),
        lambda size: "<" * size,
        lambda size: "`" * (size - 1) + "a",
        lambda size: "a\n" * (size // 2),
        lambda size: "[a\n" * (size // 3),
        lambda size: "|".join("a" * 25) + "\n" + "|".join("-" * 25) + "\n" + "|\n" * (size // 2),
    ],
)
def test_no_text_takes_long(source: Callable[[int], str]) -> None:
    """Twice as much hostile text takes no more than about twice the steps, however busy the machine is."""
    blocks_of("x")
    assert calls(blocks_of, source(4_000)) < 2.6 * calls(blocks_of, source(2_000)) + 1_000


@given(texts(), st.text(max_size=20))
def test_every_letter_survives(hostile: str, any_text: str) -> None:
    """Letters and digits of any text are found again, in order."""
    found = iter(_text(f"{hostile} {any_text}".replace("&", "＆")))
    read = f"{hostile} {any_text}".replace("<br>", "").replace("[x]", "")
    letters = [c for c in read if c.isalpha()]
    assert all(letter in found for letter in letters)
