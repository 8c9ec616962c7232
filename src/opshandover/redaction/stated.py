"""Values of letters or of words that a keyword and an assignment state: `密码统一用 guyu`, `大写A然后2020`.

Any word may be a password, so the words decide that a text about passwords goes on with: `expired`, `SSO`.
"""

import re

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Match, Pattern
from opshandover.redaction.values import ends_clause, is_harmless

_AHEAD = (
    "(?:[^\n。；:?？]{0,16}，(?=现在|目前|我的|也|还|新的|应该|没记错))?"
    "(?:没记错的话|新的|应该|[今昨前上本周月天日刚才已经也都现在目暂时临统一直没动变过嘛啊全部默认始出厂我们给设写这儿里下了的就还仍先]){0,10}?"
)
"""Words between a keyword and what it is: none that make it another noun."""
_GAP = r"(?:[的个那]|店名|店铺|公司|品牌|英文|名字|全拼|拼音|缩写|原来|以前|之前|大写|小写){0,4}[: ]{0,2}[\"'`*]{0,2}"
_STATED = rf"(?={_GAP}[A-Za-z]|[ \"]?[一二两三四五六七八大小\d]|[\u4e00-\u9fff]{{2,12}}(?:加|\+|后面|[一二两三四五六七八]个字))"
_ASSIGNED = Pattern(
    rf"[\"'`*)\]）】]{{0,2}} ?(?:{_AHEAD}(?:(?:(?:[改换设填用定写](?:成|为|的是)?了?|[是为叫])[: ]*|[:=→【] ?){_STATED}|[^\n。；:?？（(]{{0,12}}一样[（(]|[^\n。；:?？]{{0,12}}，就(?= ?[A-Za-z])|(?<=[码令] )\"|(?<=[码令])\")"
    r"|(?: ?(?:for|of|on|to) [^\n,.;:=]{1,32}?)? ?(?:(?:is|was|remains|stays)|(?:has been |was |is )?(?:now )?(?:changed|set|reset) to)"
    r"(?: (?:now|still|simply|just|currently|literally|the word))? )",
    re.IGNORECASE,
)
_WORD = Pattern(
    rf"{_GAP}(?P<value>[A-Z](?:[\w.~&@#!'-]{{1,30}}[\w~&@#!])?)(?![\w~&@#/:(=\\-]|[.!']\w)"
    r"(?P<more>[\"'`*]{0,2} ?(?:[一两二三四五六七八]个|就[行好可]|即可|不变|没变|作废|全?[小大]写|，)| (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last|for now|until|since|again)\b)?",
    re.IGNORECASE | re.ASCII,
)
_ABOUT = Pattern(
    r"[a-z]*(?:ed|ing|ly|able|ible|al|ful|less|ive|ous|ary|ory|ent|ant|ic|wn|ure|tion|rity)|hidden|forgotten|broken|taken|written|chosen|given"
    r"|weak|strong|safe|short|long|right|fine|ok(?:ay)?|good|bad|there|gone|due|stale|ready|live|dead|enough|it|that|what|who|yours|mine"
    r"|his|hers|now|here|again|still|expire|protect|renew|rotate|prevent|require|ensure|reflect|unlock|lock|keep|make|use|be|have|stop|reduce|theirs|ours|numeric|plain|text|simple|complex|common|void|lost|set|left|sent|stuck|put|found|bound|identical|up|out|off|too|also|both|one|all"
    r"|no|any|an?|he|she|they|we|you|i|how|when|where|why|whether|because|if|part|like|case|hard|easy|comply|match|avoid|allow|meet|up-to-date|[a-z]+-(?:only|based|free|safe|(?:in)?sensitive)|[a-z]+'s|back"
    r"|jumpserver|excel|confluence|notion|wiki|ansible|jenkins|gitlab|pwgen|openssl|chrome|edge|icloud|authenticator|duo|e?mail|wechat|sms|ukey|hash|passphrases?|md5|oidc|ad|ca|id|ip|it",
    re.IGNORECASE,
)
PINYIN = Pattern(
    r"(?=[a-z]{6,24}$|[a-z]{6,24}(?![a-z]))"
    r"(?:er|(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:[iu]?(?:ang|eng|ong|an|en|ao|ai|ei|ou|[ae])|ing?|un|u[eio]|i[eu]|[iuv])){2,6}",
)
"""Chinese words in Latin letters, which are no remark between Chinese characters."""
_TAIL = r"[^\n，。,;；.（）()]"
_SPELLED = Pattern(
    rf"[ \"]{{0,2}}(?P<value>[^\n，。,:;；（）()\d位和]{{0,8}}[大小]写的?(?:字母)? ?[A-Z](?![+/、-]|[开打]头){_TAIL}{{0,24}}(?:[，,](?:[大小]写|然后|再|后面|最后|中间){_TAIL}{{1,24}}){{0,3}}"
    rf"|(?=[^\n，。]{{0,12}}(?:拼音|全拼|首字母|缩写|店名|公司|名字|[A-Z]{{2}}))[\w ]{{2,20}}?(?:加上?|\+|后面[是跟]|接) ?(?:[今去本当前]年|年份|成立|\w{{0,4}}\d{{2,8}}){_TAIL}{{0,12}}"
    r"|[一二两三四五六七八\d] ?个 ?[\d零A-Z](?! ?[\w、:])"
    r"|(?<=\")[\w ]{4,40}(?=\"[^\n。]{0,8}空格)"
    r"|[\u4e00-\u9fff]{2,12}(?=[一二两三四五六七八]个字)"
    rf"|(?:all )?(?:capital|upper ?case|lower ?case) [A-Z](?![\w+/-])(?:,(?= then| and| plus| lower| small| capital)|[^\n.,;]){{2,64}}"
    rf"|(?:the |our )?[a-z ]{{3,32}}?(?: name| street| word) (?:plus|followed by|then|and) [\w!]{{0,12}}\d[\w!]{{0,12}}"
    rf"|(?:three|four|five|six|eight) (?:zeroe?s|ones|twos|threes|fours|fives|sixes|sevens|eights|nines))",
    re.IGNORECASE,
)
_RULE = Pattern(r"\d ?[-~到至]? ?\d* ?位|字母[加和]|字符|至少|必须|要求|不[要能得]|[?？吗]$")
_FURTHER = Pattern(
    r"[^\n。?？:]{0,24}?(?:[我还就也]的?是|[先再要][按输]入?|员用|[一二三四五六八]个.:) ?(?P<value>[*#]?\d{4,8}[A-Z#*]?)(?![\w.-])"
)


def find_stated(text: str, word: Match) -> Span | None:
    """Return the span of a value that is stated behind a keyword, though it does not look like a secret."""
    assigned = _ASSIGNED.match(text, word.end())
    at = assigned.end() if assigned else word.end()
    spelled = _SPELLED.match(text, at)
    if spelled and not _RULE.search(spelled[0]):
        return spelled.span("value")
    if word.lastgroup != "open":
        return None
    further = _FURTHER.match(text, word.end())
    if further and ends_clause(text, further.end()):
        return further.span("value")
    return word_at(text, at) if assigned else None


def word_at(text: str, at: int) -> Span | None:
    """Return the span of one word that ends its clause and is no remark."""
    found = _WORD.match(text, at)
    if found is None or not (found["more"] or ends_clause(text, found.end("value"))):
        return None
    value = found["value"]
    harmless = len(value) < 3 or is_harmless(value) or is_about(text, found.span("value"))
    return None if harmless else found.span("value")


def is_about(text: str, span: Span) -> bool:
    """Whether a word is one that is said of a password; Chinese words in Latin letters are none in Chinese text."""
    chinese = not text[max(0, span[0] - 8) : span[0]].isascii() and PINYIN.fullmatch(text, *span)
    return not chinese and bool(_ABOUT.fullmatch(text, *span))
