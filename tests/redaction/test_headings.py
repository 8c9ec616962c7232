"""Secrets below a heading or a label in a line of its own."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.headings import find_below_headings

SECRETS = (
    "登录密码\n⟦hello-kefu-77⟧",
    "系统 账号 密码\nERP ops01 ⟦Erp@2026⟧",
    "## 密码\n\n⟦Abc@12345678⟧",
    "密码：\n\n- ⟦Ops!2026a⟧\n- ⟦Ops!2026b⟧",
    "密码：\n```\n⟦Wx_77182a⟧\n```",
    "# 账号密码\nops01,⟦Ty!88213⟧\nops02,⟦Ty!88214⟧",
    "### 各系统密码\n\n- 商城：⟦Sc!2026x⟧\n- 仓库：⟦Ck!2026y⟧\n\n以上 2 项已核对",
    "账号密码\n\nviewer / ⟦Vw@2026b⟧",
)
HARMLESS = (
    "### 密码\n\n- 每 90 天更换\n- 至少 12 位",
    '## Passwords\n\nAll of them are in the vault; see entry "Shop 2026".',
    "## 密码\n\n见密码库。\n\n型号 HP-M227fdw",
    "密码\n\n统一由张凯保管。\n\nadmin2026",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_below_headings, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_below_headings, line)
