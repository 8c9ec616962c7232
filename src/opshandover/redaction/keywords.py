"""The keywords that announce a secret, by kind: the kind says which values may follow.

`open` keywords may be followed by any value, `strict` ones by what a program made, `codes` by digits
and short mixed values, `answer` by words.
"""

import re
from itertools import pairwise

from opshandover.redaction.patterns import Match, Pattern, Signs, any_of, any_spelling, either
from opshandover.redaction.vocabulary import (
    CODE_OWNERS,
    CODES_ZH,
    KEY_OWNERS,
    NO_HEADINGS,
    PASSWORDS,
    PASSWORDS_ZH,
    THINGS,
)

_NOT_PASSING = "".join(f"(?<!{word})" for word in ("proxy_", "is_", "test ", "tests ", "checks ", "journey ", "this "))
"""What stands before `pass` where it says that something passes, or what an option is."""
_NOT_PASSED = (
    r"(?! (?:the|an?|in|on|by|it|th[ei]s[em]?|that|through|over|would|will|all|along|if|when|null)\b| ?[`{]{1,2})"
    r"(?!(?<=(?-i:PASS))(?:[/,]| (?:is|and|or|→|->)|$))"
)
"""What follows `pass` where it is what somebody does, or where tests end with it."""
_KINDS = {
    "open": (
        rf"(?<!流量|财富|错误)(?<!淘)(?:{any_of(PASSWORDS_ZH)})(?![箱学锁框器键栏子红牌卡]|套件|管理(?!员)|本(?!\s*(?:\n|$)))",
        r"(?<![\u4e00-\u9fff])密(?=[:=]|是 ?[!-~]| [A-Za-z])|[🔑🔐🗝]",
        r"(?<!wrong )(?:p[a@]ss|psw|pas|ps)[ _-]?(?:w[oa0]?r[dt]|wrod|wd|code|phrase)s?(?![a-z])|pwd(?![a-z])",
        rf"{either(PASSWORDS)}|{_NOT_PASSING}(?:(?<![a-z])|(?-i:(?<=[a-z])(?=P)))pass(?![a-z]){_NOT_PASSED}",
        r"(?:wi-?fi|无线|热点)(?=(?: ?[改换][了成为]{0,2})?[ :]{1,2}[a-z]{3,16}\d{4})|(?:wi-?fi|ssid)[^\n,，]{1,32}[,，] ?key(?= )",
    ),
    "strict": (
        rf"(?:{any_spelling(KEY_OWNERS)})[ _-]?(?:aes)?(?:key|secret|seed|token)(?:[ _-]?(?:id|secret|base))?s?(?![a-z])",
        r"tokens?(?![a-z])|secret(?![a-z]|id)|(?:community|salt)(?=[\"']? ?[:=])|j?sess(?:ion)?[_-]?id",
        r"[密秘私][钥匙]|令牌|(?<![A-Za-z])(?-i:[AS]K)(?![A-Za-z])",
        r"(?<![a-z])key(?=[\"'`]? ?[:=]| ?[是为])|(?<=[a-z_])key(?=[\"'`]? ?[:=] ?[\"'`]?[\w+/=-]{16})",
    ),
    "codes": (
        rf"(?:{any_of(CODES_ZH)})(?:代|数字|口令)?码|(?:锁屏|屏保)(?= ?[A-Za-z\d])|门禁(?= ?[:=])",
        r"(?<![A-Za-z-])(?-i:PIN[s\d]?|PUK|CVV2?|CVC2?|OTP)(?![A-Za-z])(?: ?码)?",
        rf"(?:{any_spelling((*CODE_OWNERS, *filter(str.isascii, THINGS)))})[ -](?:codes?|pin|key|combo|combination)(?![a-z])",
        r"(?:override|disarm|duress)(?=(?: is| was|:)? ?\d{4})|(?<![a-z-])pin(?= (?:for|to|of|on|is) |(?: code| number)?(?: is|[:=])? ?\d{4,8}(?![\w.-]))",
        r"(?<![a-z])comb(?:o|ination)(?= ?(?:is|was|to|for|[:=]))",
    ),
    "answer": (
        r"密保答案|(?:密保|安全|密码的?|找回)问题[^\n。]{0,24}?答(?:案|(?=:))|助记词|(?:seed|recovery|backup) phrase",
        r"(?:security|secret) answer|security question[^\n]{0,40}? answer|maiden name",
    ),
}
KEYWORD = Pattern("|".join(f"(?P<{kind}>{'|'.join(forms)})" for kind, forms in _KINDS.items()), re.IGNORECASE)
NAME = r"(?:[账小]号|账户|用户名?|登录名|管理员|user(?:[ _-]?(?:name|id))?s?|account|log ?in|uid|id|cred(?:ential)?s?|u/p|u)(?![a-z])"
WORDS = (
    *"wifi wi-fi 无线 热点 密 蜜 口 令 解锁 锁屏 码 碼 钥 匙 鑰 门禁 門禁 答案 助记词 团体 pass psw pwd pw pword p@ss psd mima 🔑 🔐 🗝".split(),
    *"key token secret sess sig pin puk cvv cvc otp code comb unlock answer maiden phrase masterauth seed psk community salt overr disarm duress".split(),
)
"""Letters of which some are in every keyword."""
_SIGN = Pattern(any_of((*WORDS, "ak", "sk")), re.IGNORECASE)
HEADING_SIGNS = Signs((*WORDS, "ak", "sk", "cred", "信息"))
_ACCOUNTS = Pattern(r"cred(?:ential)?s|账号信息|登录信息", re.IGNORECASE)
_LEAD = Pattern(r"[\s#>*•+\d.、)【\[-]{0,8}(?:[^\s，。；:=|,]{1,16}[ 的]?|(?:[\w/&+-]{1,16} ){1,4})?")
_TAIL = Pattern(
    r"(?:[和与及/、]账号)?(?:如下|列表|清单|一览|汇总|表|本|们)?(?: (?:for|of|to|on|at|in) [\w '-]{1,40})?"
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
    if len(text) > 60 or not HEADING_SIGNS.search(text) or any(word in text[:24] for word in NO_HEADINGS):
        return False
    words = find_keywords(text) or [*_ACCOUNTS.finditer(text)]
    if not words or text.strip(" #*:").casefold() == "pass":
        return False
    between = all(text[one.end() : other.start()].strip("和与及/、& ") in ("", "and") for one, other in pairwise(words))
    return bool(between and _LEAD.fullmatch(text, 0, words[0].start()) and _TAIL.fullmatch(text, words[-1].end()))
