"""Which texts say nothing, and which only look like it."""

import pytest
from hypothesis import given
from tests.support.documents import texts

from opshandover.placeholders import is_blank, is_placeholder, is_vague, says_nothing

PLACEHOLDERS_ZH = """
无 同上 详见附件 见附件 略 待定 待补充 待填写 暂无 没有 不适用 参见附件 未知 （无） 【待补充】 无。
“同上” 无，无 －－ …… 某某 ○○○ ××× ＸＸＸ ＴＢＤ Ｎ／Ａ □ ☐无 √待定 －无－ 单击或点击此处输入文字。
""".split()
PLACEHOLDERS_EN = [
    "待 定", "TBD", "T.B.D.", "tbd!", "TODO", "To-do", "N/A", "n.a.", "NA", "none", "None.", "- none", "**none**",
    "same as above", "Same  as\nAbove.", "SEE ATTACHMENT", "Please see attached.", "xxx", "XX", "-", "/",
    "...", "???", "_", "--", "[]()", "not applicable", "TBD (to be determined)", "TBD\nTBD", "t\u200bbd", "\u3164TBD", "T\u1160BD",
    "Lorem ipsum", "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "Person Name", "~", "|",
    "Click or tap here to enter text.", "⚠️ TBD", "none\x00", "T\u0042D", "<TBD>", "`todo`", "# TODO",
]  # fmt: skip
CONTENT = [
    "无异常", "无新问题", "本班没有新问题", "客户资料详见附件三第 2 页", "同上周五的方案，改用新渠道", "略阳县仓库",
    "待定方案由周岩 8 月 3 日确认", "无锡", "否", "是", "0", "1", "x", "张三", "某超市", "附件已发王敏", "✅", "👍", "50%",
    "no", "yes", "None of the customers complained.", "See attachment 3 of the ticket", "TBD by Zhou on Monday",
    "Replace the lorem ipsum on the start page", "To do: call the bank", "Na Li", "X team", "C++", "√",
    "To be", "See", "Finance — later", "T\u1160BDs", "x y", "请填", "in", "id", "sit", "N/A for shift B only", "𠮷", "𠮷野家", "€", "Tod", "ipsumX", "\U000323af", "\U000323af无",
    "长" * 10_000, "مرحبا", "שלום",
]  # fmt: skip
BLANK = [
    "",
    " ",
    "\n\t",
    "\u3000",
    "\x00",
    "\u200b\ufeff",
    "\u2028",
    "\u202e",
    "\u2800",
    "\u3164",
    "\x1f" * 10_000,
]


@pytest.mark.parametrize("text", PLACEHOLDERS_ZH + PLACEHOLDERS_EN)
def test_placeholders(text: str) -> None:
    """A text that as a whole only fills its place is a placeholder, however it is written."""
    assert is_placeholder(text)
    assert says_nothing(text)
    assert not is_blank(text)


@pytest.mark.parametrize("text", CONTENT)
def test_content(text: str) -> None:
    """A text that says something is none, even with such a word inside."""
    assert not says_nothing(text)
    assert not is_placeholder(text)
    assert not is_blank(text)


@pytest.mark.parametrize("text", BLANK)
def test_blank(text: str) -> None:
    """What shows nothing is blank, and no placeholder."""
    assert is_blank(text)
    assert says_nothing(text)
    assert not is_placeholder(text)


@given(texts())
def test_what_surrounds_a_text_does_not_matter(text: str) -> None:
    """White space round any text changes nothing, and a real sentence after it makes it content."""
    assert says_nothing(f" \n{text}\u3000") is says_nothing(text)
    assert not says_nothing(f"{text}\n周岩已于周一告知客户")
    assert not (is_blank(text) and is_placeholder(text))


@pytest.mark.parametrize(
    "text",
    [
        "继续跟进",
        "跟进。",
        "一切 正常！",
        "注意安全",
        "Follow up",
        "As usual.",
        "ASAP",
        "in progress",
        "跟进一下",
        "再看看",
        "尽快处理一下",
        "持续关注",
        "催一下",
        "Look into it",
        "will follow up",
        "Check again.",
    ],
)
def test_phrases_that_fit_anything(text: str) -> None:
    """They are vague, but no placeholders: elsewhere they may be an answer."""
    assert is_vague(text)
    assert not says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "跟进客户",
        "周岩继续跟进退款单",
        "一切正常，20 点查过冷柜",
        "Follow up with Ann",
        "",
        "，",
        "跟进" * 9,
        "催采购下单",
        "处理退款",
        "看监控",
        "check the fridge",
    ],
)
def test_a_phrase_with_anything_beside_it_says_something(text: str) -> None:
    """Only whole texts are compared."""
    assert not is_vague(text)
