"""Secrets beside a keyword: after it, further on, before it, several of one keyword."""

import pytest
from tests.redaction.corpus import assert_finds, assert_passes

from opshandover.redaction.labelled import find_labelled

SECRETS = (
    "密码：⟦~12345⟧",
    "密码：⟦fG7{kL9#pQ⟧",
    "密码：⟦%Ab7kL9#x⟧",
    "密码：⟦admin=2024⟧",
    "Password: ⟦high-tide-lamp⟧",
    "密码：⟦100MB⟧",
    "Password: ⟦~5abc⟧",
    "密码：⟦KEFU_Q2026⟧",
    "后台密码 ⟦SHOP2026_B7⟧",
    "🔑 ⟦Kf#2025night⟧",
    "wifi 改了：⟦chaguan2025⟧",
    "密码(root)：⟦toor2024!⟧",
    "初始密码为 ⟦Qwer1234⟧，首次登录后修改",
    "The admin password is ⟦Winter2025!⟧ for now.",
    "服务器 root 的密码我换了，现在是 ⟦NewRoot#7⟧",
    "旧的 ⟦Abc123456⟧ 作废，新密码见密码库",
    "use ⟦Tiger77⟧ as the password",
    "try ⟦Rain5Gear!⟧ if the old password fails",
    "passwords: staging ⟦stg5gear⟧, prod ⟦prd7gear⟧",
    "支付宝登录密码: ⟦a1b2c3d4⟧ 支付密码: ⟦246810⟧",
    "密码：⟦我爱运营2026⟧",
    "“后台密码多少来着？”“⟦lihua0923⟧，全小写。”",
    "“密码是啥”“还是 ⟦moon2020⟧ 呀”",
    "I changed the helpdesk password to '⟦Qwerty-Helpdesk1⟧' last Friday",
    "I set the alarm code to ⟦9942⟧ this morning",
    "密码：淘宝 ⟦tb7788⟧，京东 ⟦jd5566⟧",
    "用户名 scott 密码 ⟦tiger⟧",
    "客服台密码 ⟦k f 2 0 2 4 @⟧（中间没有空格）",
    "邮箱客户端专用密码 ⟦abcd efgh ijkl mnop⟧",
)
HARMLESS = (
    "只写账号和密码存放的位置<br>field [`a.ref = str`](#record)<br>rule [`SEC001`](#rule)",
    "密码 settings",
    "密码保管人电话 13800138000",
    "账号 admin 密码 KeePass",
    "🔑 关键指标：GMV_2026",
    "password: !vault ops/courier",
    "推流码率 4000kbps，720P",
    "共享密钥由安全组保管",
    "密码是什么我也不知道，问张敏",
    "客户问忘记密码？4008208820",
    "Lost PIN? 80011",
    "登录密码\n门禁卡\n工牌",
    "密码\nOPS-2291",
    "We changed the password policy to 14 characters",
    "密码：联系 8001",
    "Password: ext 20441",
    "密码：淘宝 3 个，京东 2 个",
    "密码：大小写字母加数字",
    "密码为字母加 8-16 位数字",
    "密码是手机号后四位",
    "密码首字母大写",
    "密码请加QQ288512345",
    "Password: sent by SMS plus 2FA",
    "密码：SSO+短信验证",
    "还原卡密码在信封，换了5块硬盘，剩2台花屏",
    "PASS → deploy. REVISE → back to the author",
    "Pass `{ limit: 100, page: 1 }` to getTasks",
    "User submits email + password → Validate",
    "You suspect password reuse (spray works)",
    "even if the password is correct.",
    "administrator passwords will be ***DELETED*** at once",
    "添加用户时，密码应采用MD5加密，然后存储",
    "set `RAVE_PASSWORD`, `KUMQ_KQB198103_EDC_PASSWORD`",
    "session_id 生成格式: session_{random8}",
    "users=$(getent passwd | tail -n 3)",
    "`generate_password(length=24)`",
    "POST /login {username, password, code, uuid}",
    "JUPYTER_PASSWORD=\\${PW_8888}",
)


@pytest.mark.parametrize("marked", SECRETS)
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is found, and what was hidden once is left alone."""
    assert_finds(find_labelled, marked)


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the forms raises no alarm."""
    assert_passes(find_labelled, line)
