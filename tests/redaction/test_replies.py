"""Secrets in answers, on the line below their label, or set by somebody's hand."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.labelled import find_labelled

SECRETS = (
    "“后台密码多少来着？”“⟦lihua0923⟧，全小写。”",
    "“密码是啥”“还是 ⟦moon2020⟧ 呀”",
    "My PIN for the till? ⟦5512⟧",
    "登录密码\n⟦hello-kefu-77⟧",
    "I changed the helpdesk password to '⟦Qwerty-Helpdesk1⟧' last Friday",
    "I set the alarm code to ⟦9942⟧ this morning",
    "密码提示：⟦老板女儿名字拼音+0412⟧",
    "密码：淘宝 ⟦tb7788⟧，京东 ⟦jd5566⟧",
    "后台密码 ⟦lvdaochaye⟧",
    "用户名 scott 密码 ⟦tiger⟧",
)
HARMLESS = (
    "密码是什么我也不知道，问张敏",
    "客户问忘记密码？4008208820",
    "Lost PIN? 80011",
    "登录密码\n门禁卡\n工牌",
    "密码\nOPS-2291",
    "We changed the password policy to 14 characters",
    "密码：联系 8001",
    "Password: ext 20441",
    "密码：淘宝 3 个，京东 2 个",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_labelled, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_labelled, line)
