"""Values of letters or words that a keyword and an assignment state."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.labelled import find_labelled

SECRETS = (
    "所有平板的密码统一用 ⟦qiufen⟧ 两个字拼音",
    "密码上周改成了 ⟦Yunwu⟧",
    "锁屏密码是⟦五个 8⟧",
    "后台密码 👉 ⟦shanquan⟧ 👈",
    "密码我写这儿了：⟦shan-quan⟧ （看完删）",
    "共享盘密码是⟦店名拼音加2023⟧",
    "密码是⟦大写Q小写f后面是开业年份⟧",
    "PIN is ⟦four zeros⟧",
    "Password is ⟦capital M then arigold 4 4⟧, keep it",
    "The password is now ⟦sycamore⟧.",
    "the wifi pw changed to ⟦chutney⟧ on Friday",
    "Password for the plotter is simply ⟦plotter⟧",
)
HARMLESS = (
    "密码统一用 Bitwarden 保存",
    "密码改成功后重新登录",
    "密码是 CEO 定的",
    "密码为字母加 8-16 位数字",
    "密码用 AES 加密",
    "密码：大写字母、小写字母至少各一个",
    "The password is expired.",
    "The password is confidential",
    "Password is with Dana on Friday",
    "The password was changed to comply with the policy",
    "Password is up to date",
    "password: one upper case letter and a digit",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """The value goes, in whatever words it is stated."""
    assert_finds(find_labelled, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """Words about a password are none."""
    assert_passes(find_labelled, line)
