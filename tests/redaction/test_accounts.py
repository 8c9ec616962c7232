"""Passwords beside an account, without a keyword."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.accounts import find_account_passwords

SECRETS = (
    "抖店后台我的号 13800000000/⟦dd2024dd⟧，先用着",
    "打印机管理页 账号 admin ⟦admin8888⟧",
    "登录：zhangsan / ⟦lvdao2025⟧",
    "Credentials for the survey tool: marketing:⟦T4ngerine⟧",
    "username and password: kefu01 / ⟦Kf-2026⟧",
    "| 系统 | 账号 | 密码 |\n|---|---|---|\n| 商城后台 | admin | ⟦Sc2026!!⟧ |",
    "admin/⟦Abc@12345678⟧",
    "root  ⟦Gs2025!x⟧",
)
HARMLESS = (
    "3f2db40cb9d4\tWhen a notebook with intel-3165-wifi wakes up",
    "手机/微信：13800138000/zhouyan01",
    "登录：iPhone14 / Mate60 都正常",
    "User: dana / store2041",
    "Login issues? web/Android14 only",
    "files/report%202026.xlsx",
    "assets/img/logo@3x.png",
    "50%off.jpg",
    "npm install @babel/core@7.23.6",
    "docs/a/Pay@v2.1#refund-step-3",
    "Node@20、Vue@3.4",
    "Data: ~100MB database, ~1GB of files",
    "| Page | 48px–96px+ | between major sections |",
    "v2.2.1-ISO-final + v2.2.1-ISO-submittal",
    "pos = (got_data & 0b00000011);",
    "`tabs.tsx` removed, ~130-line rewrite",
    "Database: Kwabena Osei until 18:00. Fraud: #fraud-oncall. Escalate to Petra.",
    "cells of the wallet (OMNI + HASH256_CELL20)",
    "| MySQL 三主 | StatefulSet? | Headless? | 待填 |",
    "| 👑 **Leader** | DeepSeek-V3.1 | DeepSeek | Reasoning |",
    "child of *Hotel System → Overview*.",
    "Gate-2 + Gate-3 unanimous, real Postgres",
    "NAS interface note: nas-prod-01 has two networks",
    "The Alpha System: 10BitWorks bought it",
    "sum = v1x*v2x + v1y*v2y + v1z*v2z",
    "| Monthly target | ~$140K | ~$100K |",
    "gcc version 7.5.0 (Ubuntu 7.5.0-3ubuntu1~18.04)",
    "git clone git@github.com:Shop-2/Orders-3.git",
    "测试库备份 `backups/db_20260813_2321.sqlite3`，用户 5 个",
    "mailing list of the TAC: o3d-tac@lists.o3d.example",
    "style api fill:#B74AA545,stroke:#333",
    "Added indexes in server/task.js: createdAt_-1, task_1",
    "[![Board](https://img.example.io/x.svg)](edge/rk3568-gateway)",
    "fixedtime.html?msg=Conference+2020+Update+Call+1&iso=20201106",
    "内存约 +300–500MB，已加 2G",
    "issues?q=sort:desc+label:%22High+priority%22",
    "数据库用户已建（可运行 `scripts/setup-db2.ps1`）",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_account_passwords, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_account_passwords, line)
