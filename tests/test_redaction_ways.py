"""Each further way of giving a secret, beside the harmless text that looks most like it."""

import re
import time

import pytest

from opshandover.redaction import MASK, find_secrets, redact

MARKED = re.compile("⟦([^⟧]*)⟧")
SPELLED = (
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
REPLIES = (
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
    "🔑 ⟦Kf#2025night⟧",
)
ACCOUNTS = (
    "抖店后台我的号 13800000000/⟦dd2024dd⟧，先用着",
    "打印机管理页 账号 admin ⟦admin8888⟧",
    "登录：zhangsan / ⟦lvdao2025⟧",
    "Kate: what's the CMS login?\nJo: editor / ⟦Blue-Heron3⟧",
    "Credentials for the survey tool: marketing:⟦T4ngerine⟧",
    "千牛登录：旗舰店:小张 / ⟦xz2025!⟧",
    "System\tUser\tPass\nCourier portal\tdepot7\t⟦van-Route66⟧",
    "wifi 改了：⟦chaguan2025⟧",
)
LOCKS = (
    "三楼会议室门锁 ⟦159753#⟧ 进门后顺手带上",
    "门禁先按 * 再按 ⟦2580⟧",
    "保险柜⟦左 3 圈到 48，右 2 圈到 07，左 1 圈到 93⟧",
    "保险箱现在的数字是 ⟦29-55-03⟧",
    "Gate keypad: ⟦C1945⟧ after 8 pm",
    "The lock on the cage is set to ⟦4-7-1-9⟧",
    "The archive is protected; unzip with ⟦stocktake99⟧",
    "表格打开输 ⟦biao2025⟧",
    "disarm ⟦4321⟧, then close the door",
)
COMMANDS = (
    "machine git.example.com login bot password ⟦hedgehog⟧",
    "db1:5432:*:ro:⟦Sail.22x⟧",
    'echo "root:⟦T0or!x⟧" | chpasswd',
    "net user ops ⟦P@ss2025x⟧ /add",
    "xfreerdp /v:10.0.0.3 /u:ops /p:⟦Harbor77⟧",
    "htpasswd -b .htpasswd ops ⟦gate88keeper⟧",
    "https://api.example.com/pull?token=⟦a8f3k2⟧",
    "https://acme.example.com/IncomingWebhook/⟦9f0c2e71d4b84aa6b3e5c1d7⟧/post",
)
HARMLESS = (
    *("密码：大小写字母加数字", "密码为字母加 8-16 位数字", "密码是手机号后四位", "密码首字母大写"),
    *("密码是什么我也不知道，问张敏", "客户问忘记密码？4008208820", "Lost PIN? 80011"),
    *(
        "登录密码\n门禁卡\n工牌",
        "密码\nOPS-2291",
        "We changed the password policy to 14 characters",
    ),
    *("密码：联系 8001", "Password: ext 20441", "密码：淘宝 3 个，京东 2 个", "密码 settings"),
    *("密码保管人电话 13800138000", "账号 admin 密码 KeePass", "🔑 关键指标：GMV_2026"),
    *(
        "手机/微信：13800138000/zhouyan01",
        "登录：iPhone14 / Mate60 都正常",
        "User: dana / store2041",
    ),
    *(
        "Login issues? web/Android14 only",
        "| Login | Pass | Fail |\n|---|---|---|\n| 3 | 1280 | 12 |",
    ),
    *("门锁安装 1380 元", "撤防 2 次失败", "Alarm: 0900 to 1800", "解压后用 Excel2019 打开"),
    *("Unlock the sheet with your own login", "decrypt with gpg2", "按 # 键结束，按 1 重听"),
    *("echo done | sudo tee log", "net user count up 2025", "db1:5432 is slow"),
    *("https://shop.example.com/webhooks/settings/orders-created-2025", "首页按钮改为 #FF6600"),
    *("密码请加QQ288512345", "Password: sent by SMS plus 2FA", "密码：SSO+短信验证"),
    *("password: !vault ops/courier", "推流码率 4000kbps，720P", "共享密钥由安全组保管"),
)
HOSTILE = (
    *(
        "大写a",
        "密码是大写a",
        "密码：a+",
        "密码 a b ",
        "密码？a ",
        "密码：淘宝 tb7788，",
        "密码生日",
    ),
    *(
        "root/",
        "login for a",
        "what login?",
        "unzip with a1",
        "保险柜左3",
        "/hook/",
        "key is a",
        "🔑",
    ),
    *("password: the plus ", "new password to a1", "try a1#B2 if ", "capital a then ", "1:1:1:"),
)


@pytest.mark.parametrize("marked", [*SPELLED, *REPLIES, *ACCOUNTS, *LOCKS, *COMMANDS])
def test_secret_is_hidden_and_words_around_stay(marked: str) -> None:
    """Exactly the marked part is replaced, and what was hidden once is left alone."""
    hidden = redact(MARKED.sub(r"\1", marked))
    assert hidden == MARKED.sub(MASK, marked)
    assert redact(hidden) == hidden


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_is_untouched(line: str) -> None:
    """What only resembles one of the ways raises no alarm."""
    assert find_secrets(line) == ()


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """100,000 characters of any pattern's beginning are done with in a moment."""
    begun = time.process_time()
    redact("密码 " + unit * (100_000 // len(unit)))
    assert time.process_time() - begun < 5
