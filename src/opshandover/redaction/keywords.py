"""The keywords that announce a secret, by kind: the kind says which values may follow.

`open` keywords may be followed by any value, `strict` ones by what looks machine-generated, `codes`
by digits and short mixed values, `answer` and `phrase` by words of a language.
"""

import re

from opshandover.redaction.prefilter import build_prefilter, mark, word

_Rows = tuple[tuple[str, str], ...]
"""Each row has the letters of which one is in every match, and the pattern of keywords.

Upper-case letters match as they are, lower-case ones in either case.
"""


def _either(rows: _Rows) -> str:
    return "|".join(pattern for _, pattern in rows)


_KEYS = "key|secret|token"
_COMBOS = "combo|combination"
_PLACES = (
    r"(?:safe|door|gate|lock(?:box|er)?|alarm|entry|entrance|unlock|keypad|building|garage|vault"
    r"|lift|elevator|till|cage|locker|drawer|(?:stock|store) ?room|cash ?box|cabinet|office|shed|room|front ?desk)"
)
_OPEN: _Rows = (
    ("密", r"密[ \u3000]{0,4}[码碼](?![箱学锁])"),
    ("口令", r"(?<!淘)口令(?!红包)"),
    ("码", r"提取码|访问码|分享码|查看码|PIN ?码"),
    ("密", r"账密|帐密"),
    ("码", r"设备验证码"),
    ("pass", r"(?-i:(?<=[A-Z\d]_)PASS(?=[=:]))"),
    ("密", r"共享密[钥匙]|(?<![\u4e00-\u9fff])密(?=[:：]|是 ?[!-~])"),
    ("pass", r"pass[ -]?(?:word|wd|code|phrase)s?(?![a-z])"),
    ("pw|psw|mima", r"(?<![a-z])(?:pw|psw|mima)(?![a-z])"),
    ("pwd", r"pwd(?![a-z])"),
)
_STRICT: _Rows = (
    (
        _KEYS,
        r"(?:api|access|secret|private|encryption|encoding|master|app|auth|signing|account|storage"
        r"|consumer|licen[cs]e|product|client|session|refresh|aes|webhook|shared ?access|wpa|serial)"
        rf"[ _-]?(?:{_KEYS})(?:[ _-]?(?:id|secret|base))?s?(?![a-z])",
    ),
    ("key", r"encodingaeskey"),
    ("secret", r"secret[ _-]?id(?![a-z])"),
    ("token", r"token(?![a-z])"),
    ("secret", r"secret(?![a-z])"),
    ("sessid|sess_id|sess-id|sessionid|session_id|session-id", r"j?sess(?:ion)?[_-]?id"),
    ("?key=|?sig|&key=|&sig", r"[?&](?:key|sign?|signature)(?==)"),
    ("totp seed|totpseed|2fa", r"(?:totp|2fa) ?seed"),
    ("key=", r"(?<=[a-z\d]_)key(?==)"),
    ("种子", r"(?:动态|令牌|验证器)[^\n]{0,6}种子"),
    ("key", r"recovery[ _-]?key(?![a-z])|stream[ _-]?key(?![a-z])"),
    ("码", r"[推串]流码"),
    ("钥|匙", r"[密秘私][钥匙]"),
    ("码", r"授权码|激活码|注册码"),
    ("令牌", r"令牌"),
    ("AK|SK", r"(?-i:(?<![A-Za-z])[AS]K(?![A-Za-z]))"),
)
_CODES: _Rows = (
    (
        "码|碼",
        r"(?:解[锁压]|开[门锁机]|门[禁锁]|锁屏|备[用份]|恢复|验证|动态|撤防|布防|一次性|应急|主管|管理|操作员|登[录陆]|入会|进门|救援)"
        r"(?:代|数字)?[码碼]|备用代码",
    ),
    ("OTP", r"(?-i:(?<![A-Za-z])OTP(?![A-Za-z]))"),
    (
        " code|-code| pin|-pin| combo|-combo| combination|-combination",
        rf"{_PLACES}[ -](?:codes?|pin|{_COMBOS})(?![a-z])",
    ),
    ("combo", r"(?<![a-z])combo(?= ?(?:is|was|[:：=]))"),
    (
        " code|-code| pin|-pin",
        r"(?:backup|back-up|recovery|rescue|verification|security|sms|one[ -]time|[2m]fa"
        r"|auth(?:entication|enticator)?|access|emergency|scratch|moderator|organi[sz]er|supervisor|manager|staff|master|override|login|sign-in|pairing|voicemail)"
        r"[ -](?:codes?|pin)(?![a-z])",
    ),
    ("host key|host code|host pin", r"(?<=host )(?:key|code|pin)(?![a-z])"),
    ("key", r"(?:moderator|organi[sz]er) key(?![a-z])"),
    ("密", r"主持人?密钥"),
    (
        "code for|code to|code of|code on|codes |combination ",
        rf"(?<![a-z])(?:codes?|combination) (?:for|to|of|on) (?:the |our )?(?:\w{{1,20}} ){{0,2}}?{_PLACES}(?![a-z])",
    ),
    ("unlock", r"(?:phone|tablet|laptop|screen|ipad) unlock(?![a-z])"),
)
_ANSWER: _Rows = (
    ("密", r"密保答案|密码问题[^\n。]{0,6}答案"),
    ("密|安全问题", r"(?:密保|安全)问题[^\n。]{0,40}?答(?:案|(?=[:：]))"),
    ("密", r"密保[^\n。]{0,20}?(?=[—–=]{1,2})"),
    ("security q|security answer|secret", r"answer to the (?:security|secret) question|(?:security|secret) answer"),
    ("security q", r"security q(?:uestion)?(?![a-z])[^\n.]{0,40}? a(?:nswer|(?=:))"),
    ("maiden name", r"maiden name"),
)
_PHRASE: _Rows = (
    ("助记词|恢复短语", r"助记词|恢复短语"),
    ("seed phrase|recovery phrase|mnemonic phrase", r"(?:seed|recovery|mnemonic) phrase"),
)
_KEY: _Rows = (
    (
        "key",
        r"(?:(?<![a-z_.-])|(?-i:(?<=[a-z])(?=K)))key(?=[\"'”’]? ?[:：=＝]| ?(?:是|为)| (?:for|to|of) [^\n:：,.]{1,32}[:：=]"
        r"|(?: (?:for|to|of|in|on) [^\n:：,.]{1,32}?)? (?:is|was) [\w+/=-]{16})",
    ),
)
_GUARDED: _Rows = (("pass", r"(?<![a-z])pass(?![a-z])"), ("🔑|🔐|🗝", r"[🔑🔐🗝]\ufe0f?"))
_DIGITS: _Rows = (
    ("PIN|PUK|CVV|CVC", r"(?-i:(?<![A-Za-z])(?:PIN|PUK|CVV2?|CVC2?)(?![A-Za-z]))"),
    ("码", r"安全码"),
    (
        "pin is|pin:|pin：|pin=|pin code|pin number|pin'|pin’",
        r"(?<![a-z-])pin(?=(?:(?: code| number)?(?: is(?: now| still)?|['’]s)|[:：=]) ?\d{4})",
    ),
)
_KINDS = {
    "answer": _ANSWER,
    "phrase": _PHRASE,
    "codes": _CODES,
    "open": _OPEN,
    "strict": _STRICT,
    "key": _KEY,
    "guarded": _GUARDED,
    "digits": _DIGITS,
}
_KEYWORD = re.compile(
    # The first characters of keywords: rejects most offsets at once.
    r"(?=[密秘私口提访授激注令账帐主管操解开门锁备恢验动撤布一应登入进救安助共设推串分查🔑🔐🗝?&abcdefgijklmoprstvw12])(?:"
    + "|".join(f"(?P<{kind}>{_either(rows)})" for kind, rows in _KINDS.items())
    + ")",
    re.IGNORECASE,
)
OPEN = _either(_OPEN)
NAME = r"账号|帐号|账户|帐户|用户名?|登[录陆]名|user(?: ?name|id)?|login|account"
HEADING = re.compile(
    rf"[\s*`]{{0,8}}[^\s|]{{0,10}}? ?(?:{OPEN}|{_either(_STRICT)}|{_either(_CODES)}|PIN)"
    r"(?:[（(][^（）()]{0,20}[）)])?[\s*`]{0,8}",
    re.IGNORECASE,
)
"""The heading of a column that holds secrets."""
SIGNS = (
    *(word(letters) for rows in _KINDS.values() for row, _ in rows for letters in row.split("|")),
    # A heading may have it after other letters.
    mark("pP", r"[nN](?=[\s*`]{0,8}\Z|[\s\S]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])", "[iI]"),
)
_PREFILTER = build_prefilter(SIGNS)


def has_keyword(text: str) -> bool:
    """Whether a text has the letters of a keyword or a heading; most texts have none."""
    return bool(_PREFILTER.search(text))


def find_keywords(text: str) -> tuple[re.Match[str], ...]:
    """Return the matches of keywords; the name of the group that matched is the kind."""
    return tuple(_KEYWORD.finditer(text)) if has_keyword(text) else ()


def is_heading(text: str) -> bool:
    """Whether a text is a heading above secrets, such as `密码` or `WiFi password`."""
    return has_keyword(text) and HEADING.fullmatch(text) is not None
