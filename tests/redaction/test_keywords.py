"""The keywords that announce a secret, and the headings made of them."""

import pytest

from opshandover.redaction.keywords import find_keywords, is_heading


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("后台密码", "密码", "open"),
        ("PASSWORD=", "PASSWORD", "open"),
        ("pswd: x", "pswd", "open"),
        ("the api key", "api key", "strict"),
        ("SK：", "SK", "strict"),
        ("OTP 1", "OTP", "codes"),
        ("the door code", "door code", "codes"),
        ("PIN: 1234", "PIN", "codes"),
        ("密保答案", "密保答案", "answer"),
        ("🔑", "🔑", "open"),
    ],
)
def test_a_keyword_is_of_a_kind(text: str, word: str, kind: str) -> None:
    """The kind says what may follow."""
    assert [(found[0], found.lastgroup) for found in find_keywords(text)] == [(word, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "关键指标",
        "密码箱",
        "淘口令",
        "口令红包",
        "流量密码",
        "keyboard",
        "pinned",
        "passwordless",
        "tokenise",
        "SKU-PIN-1",
    ],
)
def test_part_of_another_word_is_none(text: str) -> None:
    """Letters of such a word inside another announce nothing."""
    assert not find_keywords(text)


@pytest.mark.parametrize(
    "text",
    ["密码", "**WiFi password**", "后台密码（初始）", "API key", "PIN", "## 密码", "各系统密码如下:", "- 密码:"],
)
def test_a_heading(text: str) -> None:
    """A keyword with a few other words, signs of Markdown and a remark in brackets."""
    assert is_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "账号",
        "密码保管人",
        "which password is it",
        "secretary",
        "修改密码",
        "输入错误密码",
        "忘记密码",
        "a,密码",
        "密码：123",
    ],
)
def test_no_heading(text: str) -> None:
    """What stands above names, people, steps or questions is none."""
    assert not is_heading(text)
