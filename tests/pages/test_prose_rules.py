"""What is no markup in prose although CommonMark takes it for some."""

import pytest
from tests.support.steps import calls

from opshandover.pages.blocks import Block, Code, ListBlock, ListItem, Paragraph, Quote, Run
from opshandover.pages.markdown import blocks_of


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


@pytest.mark.parametrize(
    "text",
    [
        *("> 50 单的先审", ">50 单", "> ￥3,000.50 的", ">= 5 天", ">5%", "> -5 ℃", "> ５０ 单"),
        *("< 3 天", "<订单号>", "a<b", "#1 号机", "#4711", "#", "## ##"),
        *("2026. 3月", "3.5 倍", "+ 5%", "- 5 ℃", "-5℃", "- 12.5% 退货率"),
        *("~~~ 好的", "&amp; &nbsp; &copy;", "2^10 a|b $5$ ==x== [^1] [1] [x] ![注] (c) :) 1:100:5"),
        r"D:\logs\*.csv，\\nas01\客服\_备份_\3月.xlsx",
        r"见 \\nas01 与 C:\_x_\，HKLM\Soft\[x]，\d+\.\d+",
        "https://a.cn/_x_/y_z_?q=~a（旧）*x",
    ],
)
def test_what_is_typed_is_shown(text: str) -> None:
    """Comparisons, numbers, years, paths, names of characters and addresses are text."""
    assert blocks_of(text) == (_paragraph(text),)
    assert blocks_of(f"甲\n\n{text}\n\n乙") == (_paragraph("甲"), _paragraph(text), _paragraph("乙"))


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("> 引用", Quote((_paragraph("引用"),))),
        ("> 2026-03-05 客户来电", Quote((_paragraph("2026-03-05 客户来电"),))),
        ("> 18:30 客户来电", Quote((_paragraph("18:30 客户来电"),))),
        ("> 3 月的报表", Quote((_paragraph("3 月的报表"),))),
        ("> 引用\n> 50 单", Quote((_paragraph("引用\n50 单"),))),
        ("> 2. 甲", Quote((ListBlock((ListItem((_paragraph("甲"),)),), ordered=True, start=2),))),
        ("- 5 台", ListBlock((ListItem((_paragraph("5 台"),)),))),
        ("- 5%\n- 6%", ListBlock((ListItem((_paragraph("5%"),)), ListItem((_paragraph("6%"),))))),
        ("- 甲\n- 5%", ListBlock((ListItem((_paragraph("甲"),)), ListItem((_paragraph("5%"),))))),
        ("1. 甲\n2026. 乙", ListBlock((ListItem((_paragraph("甲"),)), ListItem((_paragraph("乙"),))), ordered=True)),
        ("# 1 号机", Paragraph((Run("1 号机", strong=True),), level=1)),
        ("    code()", Code("code()")),
        ("    四格缩进", _paragraph("四格缩进")),
        ("　　缩进两格", _paragraph("缩进两格")),
        (r"\*注\* snake\_case \\ \# a\.b &#42;", _paragraph(r"*注* snake_case \ # a.b *")),
    ],
)
def test_markup_is_still_markup(source: str, block: Block) -> None:
    """Quotations, lists, headings, code and escapes are read by the rules of CommonMark."""
    assert blocks_of(source) == (block,)


def test_words_behind_a_fence_are_shown() -> None:
    """What names no language would be seen nowhere."""
    assert blocks_of("```日志\na\n```") == (_paragraph("日志"), Code("a"))
    assert blocks_of("~~~ 12\na") == (_paragraph("12"), Code("a"))


@pytest.mark.parametrize("address", ["smb://nas/a", "ms-word:ofe|u|x", "search-ms:q", "javascript:x", "file:///a"])
def test_addresses_that_open_programs_are_no_links(address: str) -> None:
    """They stay as typed, so that a reader sees what they are; a picture may lie on a drive."""
    for source in (f"[甲]({address})", f"<{address}>"):
        assert blocks_of(source) == (_paragraph(source),)
    (block,) = blocks_of(r"![图](C:\a.png)")
    assert isinstance(block, Paragraph)
    assert block.runs[0].image is not None


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "_",
            "a_",
            "a_b.",
            "*",
            "甲*",
            "甲**",
            "**甲：",
            "(*",
            "*1",
            "~~甲",
            "\\",
            "D:\\",
            "客\\_",
            "\\\\a ",
            "a\\b\\*",
        ),
        *("http://a)", "http://a(", "http://a[", "http://a.cn ", "mailto:a@", "http:", "&#1;", "&", "> 1\n", "- 5%\n"),
    ],
)
def test_no_text_takes_long(unit: str) -> None:
    """Four times as much takes no more than about four times the steps."""
    blocks_of("x")
    few, many = calls(blocks_of, (unit * 1_500)[:1_500]), calls(blocks_of, (unit * 6_000)[:6_000])
    assert many < 5.5 * few + 1_000
