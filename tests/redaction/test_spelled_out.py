"""Secrets that are spelt out: letter by letter, by counting, or as a recipe with a literal."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.labelled import find_labelled

SECRETS = (
    "共享盘密码是⟦公司拼音首字母加2024⟧",
    "密码是⟦大写K小写f然后二零二四⟧，记一下",
    "后台密码：⟦大写的 L，小写的 vdao88⟧",
    "客服台密码 ⟦k f 2 0 2 4 @⟧（中间没有空格）",
    "邮箱客户端专用密码 ⟦abcd efgh ijkl mnop⟧",
    "密码是老板生日 ⟦0816⟧",
    "密码是 ⟦lvdao⟧ 加今年年份",
    "the password is ⟦capital M then arigold 4 4⟧, keep it",
    "Password is ⟦the company name plus 2024!⟧",
    "PIN is ⟦four zeros⟧",
)
HARMLESS = (
    "密码：大小写字母加数字",
    "密码为字母加 8-16 位数字",
    "密码是手机号后四位",
    "密码首字母大写",
    "密码请加QQ288512345",
    "Password: sent by SMS plus 2FA",
    "密码：SSO+短信验证",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_labelled, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_labelled, line)
