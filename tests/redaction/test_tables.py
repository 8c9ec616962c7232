"""Secrets in the column below a heading."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.tables import find_in_tables

SECRETS = (
    "System\tUser\tPass\nCourier portal\tdepot7\t⟦van-Route66⟧",
    "账号\t密码\nadmin\t⟦123456⟧",
    "name,password\nkefu,⟦Kf-2026⟧\nyunying,⟦Yy-2027⟧",
    "| 系统 | 账号 | 密码 |\n|---|---|---|\n| 商城后台 | admin | ⟦Sc2026!!⟧ |",
    "| 名称 | WiFi密码 |\n| --- | --- |\n| Shop-5G | ⟦88662026⟧ |",
)
HARMLESS = (
    "| Login | Pass | Fail |\n|---|---|---|\n| 3 | 1280 | 12 |",
    "| 系统 | 账号 | 密码 |\n|---|---|---|\n| 商城后台 | admin | 见保险库 |",
    "| 密码 | 备注 |\n|---|---|\n| 已移交 | 2026-11-20 |",
    "| 编号 | 操作 | 预期 |\n|---|---|---|\n| TC01 | 输入错误密码 | 提示 E1001 |\n| TC02 | 密码为空 | 提示 E1002 |",
    "| account_key | amount |\n|---|---|\n| AC-10293 | 1200.50 |",
    "| 字段 | 类型 |\n|---|---|\n| password | varchar(64) |\n| salt | char(16) |",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_in_tables, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_in_tables, line)
