"""Secrets below a heading, in the answers to a question, and in the column below its head."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.below import find_below

SECRETS = (
    "登录密码\n⟦hello-kefu-77⟧",
    "系统 账号 密码\nERP ops01 ⟦Erp@2026⟧",
    "## 密码\n\n⟦Abc@12345678⟧",
    "密码：\n\n- ⟦Ops!2026a⟧\n- ⟦Ops!2026b⟧",
    "密码：\n```\n⟦Wx_77182a⟧\n```",
    "# 账号密码\nops01,⟦Ty!88213⟧\nops02,⟦Ty!88214⟧",
    "### 各系统密码\n\n- 商城：⟦Sc!2026x⟧\n- 仓库：⟦Ck!2026y⟧\n\n以上 2 项已核对",
    "账号密码\n\nviewer / ⟦Vw@2026b⟧",
    "System\tUser\tPass\nCourier portal\tdepot7\t⟦van-Route66⟧",
    "账号\t密码\nadmin\t⟦123456⟧",
    "name,password\nkefu,⟦Kf-2026⟧\nyunying,⟦Yy-2027⟧",
    "| 系统 | 账号 | 密码 |\n|---|---|---|\n| 商城后台 | admin | ⟦Sc2026!!⟧ |",
    "| 名称 | WiFi密码 |\n| --- | --- |\n| Shop-5G | ⟦88662026⟧ |",
    "小丁：冷库门怎么开\n老方：⟦3358#⟧",
    "10:03 小美：谁有外卖后台的密码\n10:05 阿强：⟦wm_Yang2023⟧\n10:05 小美：ok",
    "<ann> what's the wifi upstairs\n<bob> Loft, then ⟦paperboat88⟧",
    "Ed: what's the NAS login\nFay: try nasadmin / ⟦Blue-kite-22⟧",
    "店长\n谁知道后台口令\n小陈\n⟦hongmei⟧",
    "192.0.2.7 由小刘提供，帐号密码如下：\napp ⟦pier@2291⟧\nroot ⟦Quay#2291(2!⟧\n已部署到 app 目录",
    "| 拨入 | 12 |\n| Passcode | ⟦0512345678⟧ |",
)
HARMLESS = (
    "密码重置步骤：\n1. 打开 portal2026\n2. 点 Reset1",
    "密码要求如下：\n1. 长度 12\n2. 例如 Abc@1234",
    "def f(user, password, url):\n    g(user, Abc1234x, url)",
    "Each of them keeps the code and the path that a waiver names, and what they join, which is said once below\n`ISS007`",
    "### 密码\n\n- 每 90 天更换\n- 至少 12 位",
    '## Passwords\n\nAll of them are in the vault; see entry "Shop 2026".',
    "## 密码\n\n见密码库。\n\n型号 HP-M227fdw",
    "密码\n\n统一由张凯保管。\n\nadmin2026",
    "| Login | Pass | Fail |\n|---|---|---|\n| 3 | 1280 | 12 |",
    "| 系统 | 账号 | 密码 |\n|---|---|---|\n| 商城后台 | admin | 见保险库 |",
    "| 密码 | 备注 |\n|---|---|\n| 已移交 | 2026-11-20 |",
    "| 编号 | 操作 | 预期 |\n|---|---|---|\n| TC01 | 输入错误密码 | 提示 E1001 |\n| TC02 | 密码为空 | 提示 E1002 |",
    "| account_key | amount |\n|---|---|\n| AC-10293 | 1200.50 |",
    "| 字段 | 类型 |\n|---|---|\n| password | varchar(64) |\n| salt | char(16) |",
    "甲：订单查不到密码\n乙：单号 20488 吧",
    "Ann: what's the door number?\nBob: room 1204",
    "甲：锁什么时候修\n乙：20240612",
    "Sam: who has the alarm code?\nKit: ask Denise, she's on 0161 496 0337",
    "甲：wifi 好慢啊？\n乙：换 5G 试试",
    "甲：系统登不上\n乙：清缓存用 Ctrl+F5",
    "店长：后台密码多少\n小王：收到",
    "credentials\nrules/crashed\nrules/customers",
    "| Token | Value |\n|---|---|\n| `backgroundSecondary` | `#F5F5F7` |\n| `yellowForeground` | `#FFFFFF` |",
    "Ann: who has the wifi password?\nBen: ask Cy\nAnn: thanks",
    "* say what the pass would do\n* the PR is slow",
    "- which criteria count as PASS\n- evidence: logs, manifests, artifacts",
    "Zoom: https://zoom.example/j/9?pwd=$PWD\n\n# Agenda\n\n1. Updates",
    "privateKey:\n  size: 256\n---\napiVersion: trust.example.io/v1alpha1",
    "2. Password verified\n3. System checks: `two_factor = true`",
    "- 团队账号运营，会议纪要的整理与发布\n- 前端：Vue3、HTML、CSS3\n- 后端：Django",
    "密码找回是重要需求，由小张提供\n主要用到：Redis、PostgresSQL",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_below, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms, answers another question or is no value raises no alarm."""
    assert_passes(find_below, line)
