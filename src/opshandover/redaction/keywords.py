"""The keywords that announce a secret, by kind: the kind says which values may follow.

`open` keywords may be followed by any value, `strict` ones by what a program made, `codes` by digits
and short mixed values, `answer` by words.
"""

import re

from opshandover.redaction.patterns import Match, Pattern, Signs, any_of

_PLACE = (
    r"(?:safe|door|gate|lock(?:box|er)?|alarm|entry|entrance|unlock|keypad|building|garage|vault|lift|till|cage"
    r"|locker|drawer|(?:stock|store) ?room|cabinet|office|shed|room|backup|recovery|verification|security|sms|one[ -]time"
    r"|[2m]fa|auth(?:enticator)?|access|emergency|moderator|supervisor|master|override|login|duress|installer|engineer|manager|pairing|voicemail|host|support)"
)
_KINDS = {
    "open": (
        r"(?<!流量|财富|错误)[密蜜][码玛马](?![箱学锁框器键栏子]|管理(?!员)|本(?!\s*(?:\n|$)))|(?<!淘)口令(?![红牌卡])|(?:提取|访问|分享|查看|解压)码|账密|卡密"
        r"|共享密[钥匙]|(?<![\u4e00-\u9fff])密(?=[:=]|是 ?[!-~]| [A-Za-z])"
        r"|(?<!wrong )(?:p[a@]ss|psw|pas|ps)[ _-]?(?:w[oa0]?r[dt]|wrod|wd|code|phrase)s?(?![a-z])|requirepass|masterauth"
        r"|(?<![a-z])(?:pw|pword|psw|psd|mima)(?![a-z])|pwd(?![a-z])|pswd|(?:(?<![a-z])|(?-i:(?<=[a-z])(?=P)))pass(?![a-z])"
        r"|enable[ _-]secret|pre-?shared[ _-]?key|(?<![a-z])psk(?![a-z])|(?:wpa\d?|wep|wi-?fi)[ _-]key|(?:snmp(?:-server)?|\br[ow])[ _-]?community|团体[字名]"
        r"|(?:wi-?fi|无线|热点)(?=(?: ?[改换][了成为]{0,2})?[ :]{1,2}[a-z]{3,16}\d{4})|[🔑🔐🗝]"
    ),
    "strict": (
        r"(?:api|access|secret|private|encryption|encoding|master|app|auth|signing|storage|consumer|licen[cs]e|product"
        r"|client|session|refresh|aes|webhook|shared ?access|account|serial|stream|recovery)[ _-]?(?:aes)?(?:key|secret|token)"
        r"(?:[ _-]?(?:id|secret|base))?s?(?![a-z])|(?<![a-z])tokens?(?![a-z])|(?<=[a-z_])token(?![a-z])|secret(?![a-z]|id)"
        r"|community(?=[\"']? ?[:=])|j?sess(?:ion)?[_-]?id|(?<=[?&])(?:key|sig|sign|signature)(?==)|(?:totp|authenticator|[2m]fa|otp) (?:seed|secret|key)|(?<![a-z])salt(?=[\"']? ?[:=])|[密秘私][钥匙]|令牌|(?:授权|激活|注册|推流)码"
        r"|(?<![A-Za-z])(?-i:[AS]K)(?![A-Za-z])|(?<![a-z])key(?=[\"'`]? ?[:=]| ?[是为])|(?<=[a-z_])key(?=[\"'`]? ?[:=] ?[\"'`]?[\w+/=-]{16})"
    ),
    "codes": (
        r"(?:解锁|开[门锁机]|门[禁锁]|锁屏|备[用份]|恢复|验证|动态|撤防|布防|一次性|应急|操作员|登录|入会|进门|安全|管理|编程|工程|胁迫|设备验证|配对|投屏|主持人?)"
        r"(?:代|数字|口令)?码|(?:[主值]管|店长|经理|初始|临时|开机|出厂|维护|维修|操作|权限|万能|通用|后台|打开|[开钱]箱|开柜|退款|[门房锁箱柜梯闸]|设置|菜单|超级|屏保|支付|提现|交易|取款|审批|复位|清零|通行|放行|出入|访客|[车仓]库|[库机]房)码|(?:锁屏|屏保)(?= ?[A-Za-z\d])|(?:解锁|锁屏)(?:图案|手势|数字|[/和]){0,3}(?= ?[:=])|门禁(?= ?[:=])|(?<![A-Za-z-])(?-i:PIN[s\d]?|PUK|CVV2?|CVC2?|OTP)(?![A-Za-z])(?: ?码)?"
        rf"|{_PLACE}(?: (?!error|status|zip|area|country|bar|qr|promo)[a-z\d]{{1,12}})?[ -](?:codes?|pin|key|combo|combination)(?![a-z])|(?:override|disarm|duress)(?=(?: is| was|:)? ?\d{{4}})|(?<![a-z-])pin(?= (?:for|to|of|on|is) )|(?<![a-z])comb(?:o|ination)(?= ?(?:is|was|to|for|[:=]))"
        rf"|(?<![a-z])(?:codes?|combination) (?:for|to|of|on) (?:the |our )?(?:\w{{1,20}} ){{0,2}}?{_PLACE}(?![a-z])"
        r"|(?:phone|tablet|laptop|screen|ipad) unlock(?![a-z])|(?<![a-z-])pin(?=(?: code| number)?(?: is|[:=])? ?\d{4,8}(?![\w.-]))"
    ),
    "answer": (
        r"密保答案|(?:密保|安全|密码的?|找回)问题[^\n。]{0,24}?答(?:案|(?=:))|(?:security|secret) answer"
        r"|security question[^\n]{0,40}? answer|maiden name|助记词|(?:seed|recovery|backup) phrase"
    ),
}
KEYWORD = Pattern("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.IGNORECASE)
NAME = r"(?:[账小]号|账户|用户名?|登录名|管理员|user(?:[ _-]?(?:name|id))?s?|account|log ?in|uid|id|cred(?:ential)?s?|u/p|u)(?![a-z])"
WORDS = (
    *"wifi wi-fi 无线 热点 密 蜜 口 令 解锁 锁屏 码 碼 钥 匙 鑰 门禁 門禁 答案 助记词 团体 pass psw pwd pw pword p@ss psd mima 🔑 🔐 🗝".split(),
    *"key token secret sess sig pin puk cvv cvc otp code comb unlock answer maiden phrase masterauth seed psk community salt overr disarm duress".split(),
)
"""Letters of which some are in every keyword."""
_SIGN = Pattern(any_of((*WORDS, "ak", "sk")), re.IGNORECASE)
HEADING_SIGNS = Signs((*WORDS, "ak", "sk", "cred", "信息"))
_HEADING = Pattern(
    r"(?!\W*pass\W*$)[\s#>*•+\d.、)【\[-]{0,8}(?!.{0,12}?(?:忘记|修改|重置|找回|错误|输入|更换|更改|设置|要求|强度|策略))"
    r"(?:[^\s，。；:=|,]{1,12}[ 的]?|(?:[\w-]{1,16} ){1,3})??"
    r"(?:[账]号(?:[/和与及、 ]{0,2})|user(?:name)?s?[ /&+and]{0,5})?"
    rf"(?:{KEYWORD.source}|cred(?:ential)?s|账号信息|登录信息)"
    r"(?:[和与及/、](?:密码|账号|令牌))?(?:如下|列表|清单|一览|汇总|表|本|们)?"
    r"(?: (?:for|of|to|on|at|in) [\w '-]{1,40})?"
    r" ?(?:[(（][^()（）\n]{0,16}[)）])?[\s:*#=】\]-]{0,4}",
    re.IGNORECASE,
)


def find_keywords(text: str) -> list[Match]:
    """Return the keywords in a folded text; `lastgroup` is their kind. Only lines that hold a sign are searched."""
    found: list[Match] = []
    end = 0
    while sign := _SIGN.search(text, end):
        start = text.rfind("\n", end, sign.start()) + 1 or end
        end = text.find("\n", sign.end())
        end = len(text) if end < 0 else end
        found += KEYWORD.finditer(text, start, end)
    return found


def is_heading(text: str) -> bool:
    """Whether a text is a heading below or beside which secrets need no keyword of their own."""
    return len(text) <= 60 and HEADING_SIGNS.search(text) and bool(_HEADING.fullmatch(text))
