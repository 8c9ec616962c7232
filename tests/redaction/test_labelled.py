"""Secrets beside a word that announces them: after it, further on, before it, several of one word."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.labelled import find_labelled

SECRETS = (
    "🔑 ⟦Kf#2025night⟧",
    "密码(root)：⟦toor2024!⟧",
    "密码：\n⟦Abc@12345⟧",
    "初始密码为 ⟦Qwer1234⟧，首次登录后修改",
    "The admin password is ⟦Winter2025!⟧ for now.",
    "服务器 root 的密码我换了，现在是 ⟦NewRoot#7⟧",
    "旧的 ⟦Abc123456⟧ 作废，新密码见密码库",
    "use ⟦Tiger77⟧ as the password",
    "try ⟦Rain5Gear!⟧ if the old password fails",
    "passwords: staging ⟦stg5gear⟧, prod ⟦prd7gear⟧",
    "支付宝登录密码: ⟦a1b2c3d4⟧ 支付密码: ⟦246810⟧",
    "username and password: kefu01 / ⟦Kf-2026⟧",
    "密码：⟦我爱运营2026⟧",
)
HARMLESS = (
    "密码 settings",
    "密码保管人电话 13800138000",
    "账号 admin 密码 KeePass",
    "🔑 关键指标：GMV_2026",
    "password: !vault ops/courier",
    "推流码率 4000kbps，720P",
    "共享密钥由安全组保管",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_labelled, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_labelled, line)
