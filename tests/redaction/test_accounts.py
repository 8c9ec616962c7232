"""Secrets that only the account beside them gives away."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.accounts import find_account_passwords

SECRETS = (
    "抖店后台我的号 13800000000/⟦dd2024dd⟧，先用着",
    "打印机管理页 账号 admin ⟦admin8888⟧",
    "登录：zhangsan / ⟦lvdao2025⟧",
    "Kate: what's the CMS login?\nJo: editor / ⟦Blue-Heron3⟧",
    "Credentials for the survey tool: marketing:⟦T4ngerine⟧",
    "千牛登录：旗舰店:小张 / ⟦xz2025!⟧",
    "wifi 改了：⟦chaguan2025⟧",
)
HARMLESS = (
    "手机/微信：13800138000/zhouyan01",
    "登录：iPhone14 / Mate60 都正常",
    "User: dana / store2041",
    "Login issues? web/Android14 only",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_account_passwords, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_account_passwords, line)
