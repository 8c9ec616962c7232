"""The quick look that lets most texts pass overlooks none that the searches would find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.redaction.corpus import DATA

from opshandover.redaction import SIGNS, find_secrets
from opshandover.redaction.prefilter import build_prefilter, either_case, mark, word
from opshandover.redaction.search import every_secret

FILES = sorted(path.name for path in DATA.iterdir() if "heldout" not in path.name)
"""A test that fails shows the line, and those of the half that is held out are never shown."""
PIECES = (
    *"密码钥令账号锁开门进入用和跟加配是为，。：:/@=#- \n|",
    "密码", "口令", "账号", "用户", "保险柜", "门禁", "输入", "解锁", "开门", "WiFi", "password",
    "pin", "key", "admin", "U", "P", "u1", "8841", "Abc@12", "x9#Kq2w", "现在是", "改成", "左转",
    "://", "-p", "１２３４ａｂ", "张三", "7", "48-07-93", "安全问题", "答案", "种子", "助记词",
    "加2024", "大写", "小写k", "二零", "按 *", "再按", "2580#", "左3圈到48", "右7", "秘匙", "🔑", "生日",
    "解压", "打开输", "撤防", "布防", "1a2b3c", "门锁", "？", "\t", "分享码", "四个6", "a b c d 1",
)  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_every_text_with_a_secret_has_a_sign(name: str) -> None:
    """No line of any list is let pass in which something would be found."""
    texts = (DATA / name).read_text("utf-8").replace("⟦", "").replace("⟧", "").replace("¦", "")
    for line in texts.splitlines():
        for text in (line, *line.split("\t"), line.replace("\\n", "\n").replace("\\t", "\t")):
            if every_secret(text):
                assert SIGNS.search(text)
                assert find_secrets(text)


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_no_made_up_secret_is_overlooked(text: str) -> None:
    """Whatever is put together of the words and values that matter, the quick look agrees."""
    if every_secret(text):
        assert SIGNS.search(text)
        assert find_secrets(text)


@given(st.sampled_from(("wifi", "pass:", "密码", "保险", " opens ", "🔑")), st.data())
def test_a_word_is_seen_in_any_case_and_place(said: str, data: st.DataObject) -> None:
    """Small letters stand for either case; a text that lacks one letter of the word passes."""
    seen = build_prefilter([word(said)])
    cased = "".join(data.draw(st.sampled_from((char, char.upper()))) for char in said)
    assert seen.search(f"《9{cased}9》")
    assert not seen.search(f"《9{cased[:-1]}9》")


def test_capital_letters_stand_for_themselves() -> None:
    """`PIN` is a word of its own, a pin is not; a `<` asks that no letter stands before."""
    assert build_prefilter([word("PIN")]).search("the PIN")
    assert not build_prefilter([word("PIN")]).search("the pin")
    assert build_prefilter([word("<hook")]).search("a hook")
    assert not build_prefilter([word("<hook")]).search("unhook")


def test_a_mark_asks_for_what_stands_around_it() -> None:
    """One character of a class, the character after it, and all else that must hold."""
    seen = build_prefilter([mark("@%", r"\d{2}"), mark("k", "x", "[eE]")])
    assert seen.search("a@12")
    assert not seen.search("a@1b")
    assert seen.search("kEx")
    assert not seen.search("kx")


def test_either_case() -> None:
    """A pattern for small letters in both cases; any white space stands for a space."""
    assert either_case("a B") == r"[aA][\s][B]"
