"""The words that announce a secret, and the headings made of them."""

import pytest

from opshandover.redaction.keywords import find_keywords, has_keyword, is_heading


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("后台密码", "密码", "open"),
        ("密 碼：", "密 碼", "open"),
        ("PASSWORD=", "PASSWORD", "open"),
        ("the api key", "api key", "strict"),
        ("OTP 1", "OTP", "codes"),
        ("the door code", "door code", "codes"),
        ("PIN: 1234", "PIN", "digits"),
        ("密保答案", "密保答案", "answer"),
        ("助记词", "助记词", "phrase"),
        ("key: x", "key", "key"),
        ("🔑", "🔑", "guarded"),
    ],
)
def test_a_word_is_of_a_kind(text: str, word: str, kind: str) -> None:
    """The kind says what may follow."""
    assert [(found[0], found.lastgroup) for found in find_keywords(text)] == [(word, kind)]
    assert has_keyword(text)


@pytest.mark.parametrize("text", ["关键指标", "密码箱", "淘口令", "keyboard", "pinned", "passwordless", "tokenise"])
def test_part_of_another_word_is_none(text: str) -> None:
    """Letters of such a word inside another announce nothing."""
    assert find_keywords(text) == ()


@pytest.mark.parametrize("text", ["密码", "**WiFi password**", "后台密码（初始）", "API key", "PIN"])
def test_a_heading(text: str) -> None:
    """A word with a few others, emphasis and a remark in brackets."""
    assert is_heading(text)


@pytest.mark.parametrize("text", ["", "账号", "密码保管人", "which password is it", "secretary"])
def test_no_heading(text: str) -> None:
    """What stands above names, people or questions is none."""
    assert not is_heading(text)
