"""The words that announce a secret, by what may follow them.

`open` words may be followed by any value, `strict` ones by what looks made by a machine, `codes`
by figures and short mixed values, `answer` and `phrase` by words of a language.
"""

import re

OPEN = (
    r"密[ \u3000]{0,4}[码碼](?![箱学锁])|(?<!淘)口令(?!红包)|提取码|访问码|PIN ?码|账密|帐密"
    r"|(?<![\u4e00-\u9fff])密(?=[:：])"
    r"|pass[ -]?(?:word|wd|code|phrase)s?(?![a-z])|(?<![a-z])(?:pw|psw|mima)(?![a-z])|pwd(?![a-z])"
)
STRICT = (
    r"(?:api|access|secret|private|encryption|encoding|master|app|auth|signing|account|storage"
    r"|consumer|licen[cs]e|product|client|session|refresh|aes|webhook|shared ?access|wpa|serial)"
    r"[ _-]?(?:key|secret|token)(?:[ _-]?(?:id|secret))?s?(?![a-z])"
    r"|encodingaeskey|secret[ _-]?id(?![a-z])|token(?![a-z])|secret(?![a-z])"
    r"|j?sess(?:ion)?[_-]?id|[?&](?:key|sign?|signature)(?==)|(?:totp|2fa) ?seed|(?<=[a-z\d]_)key(?==)"
    r"|(?:动态|令牌|验证器)[^\n]{0,6}种子|recovery[ _-]?key(?![a-z])"
    r"|[密秘私]钥|授权码|激活码|注册码|令牌|(?-i:(?<![A-Za-z])[AS]K(?![A-Za-z]))"
)
_PLACES = (
    r"(?:safe|door|gate|lock(?:box|er)?|alarm|entry|entrance|unlock|keypad|building|garage|vault"
    r"|lift|elevator|till|cabinet|office|shed|room|front ?desk)"
)
_CODES = (
    r"(?:解[锁压]|开[门锁机]|门[禁锁]|锁屏|备[用份]|恢复|验证|动态|撤防|布防|一次性|应急|主管|管理|操作员|登[录陆]|入会|进门|救援)"
    r"(?:代|数字)?[码碼]|备用代码|(?-i:(?<![A-Za-z])OTP(?![A-Za-z]))"
    rf"|{_PLACES}[ -](?:codes?|pin|combo|combination)(?![a-z])|(?<![a-z])combo(?= ?(?:is|was|[:：=]))"
    r"|(?:backup|back-up|recovery|rescue|verification|security|sms|one[ -]time|[2m]fa"
    r"|auth(?:entication|enticator)?|access|emergency|scratch|supervisor|manager|staff|master|override|login|sign-in|pairing|voicemail)"
    r"[ -](?:codes?|pin)(?![a-z])"
    rf"|(?<![a-z])(?:codes?|combination) (?:for|to|of|on) (?:the |our )?(?:\w{{1,20}} ){{0,2}}?{_PLACES}(?![a-z])"
    r"|(?:phone|tablet|laptop|screen|ipad) unlock(?![a-z])"
)
_ANSWER = (
    r"密保答案|(?:密保|安全)问题[^\n。]{0,40}?答(?:案|(?=[:：]))|密保[^\n。]{0,20}?(?=[—–=]{1,2})"
    r"|answer to the (?:security|secret) question|(?:security|secret) answer"
    r"|security q(?:uestion)?(?![a-z])[^\n.]{0,40}? a(?:nswer|(?=:))|maiden name"
)
_PHRASE = r"助记词|恢复短语|(?:seed|recovery|mnemonic) phrase"
_WORD = re.compile(
    # What the words begin with: rejects most places at once.
    r"(?=[密秘私口提访授激注令账帐主管操解开门锁备恢验动撤布一应登入进救安助?&abcdefgijklmoprstvw12])(?:"
    rf"(?P<answer>{_ANSWER})|(?P<phrase>{_PHRASE})|(?P<codes>{_CODES})"
    rf"|(?P<open>{OPEN})|(?P<strict>{STRICT})"
    r"|(?P<key>(?<![a-z_.-])key(?= ?[:：=＝]))|(?P<guarded>(?<![a-z])pass(?![a-z]))"
    r"|(?P<digits>(?-i:(?<![A-Za-z])(?:PIN|PUK|CVV2?|CVC2?)(?![A-Za-z]))|安全码))",
    re.IGNORECASE,
)
NAME = r"账号|帐号|账户|帐户|用户名?|登[录陆]名|user(?: ?name|id)?|login|account"
HEADING = re.compile(
    rf"[\s*`]{{0,8}}[^\s|]{{0,10}}? ?(?:{OPEN}|{STRICT}|{_CODES}|PIN)"
    r"(?:[（(][^（）()]{0,20}[）)])?[\s*`]{0,8}",
    re.IGNORECASE,
)
"""The heading of a column that holds secrets."""


def words(text: str) -> tuple[re.Match[str], ...]:
    """Gives the places of the words; the name of the group that matched says the kind."""
    return tuple(_WORD.finditer(text))
