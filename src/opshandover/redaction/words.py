"""Values made of words, or spelled out in words: `密码统一用 guyu`, `大写A然后2020`.

Any word may be a password, so the words decide that a text about passwords goes on with: `expired`, `SSO`.
"""

import re

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.values import ends_clause, has_digit, is_harmless, is_remark, value_at

_ABOUT = Pattern(
    r"[a-z]*(?:ed|ing|ly|able|ible|al|ful|less|ive|ous|ary|ory|ent|ant|ic|wn|ure|tion|rity)|hidden|forgotten|broken|taken|written|chosen|given"
    r"|weak|strong|safe|short|long|right|fine|ok(?:ay)?|good|bad|there|gone|due|stale|ready|live|dead|enough|it|that|what|who|yours|mine"
    r"|his|hers|now|here|again|still|expire|protect|renew|rotate|prevent|require|ensure|reflect|unlock|lock|keep|make|use|be|have|stop|reduce|theirs|ours|numeric|plain|text|simple|complex|common|void|lost|set|left|sent|stuck|put|found|bound|identical|up|out|off|too|also|both|one|all"
    r"|no|any|an?|he|she|they|we|you|i|how|when|where|why|whether|because|if|part|like|case|hard|easy|comply|match|avoid|allow|meet|up-to-date|[a-z]+-(?:only|based|free|safe|(?:in)?sensitive)|[a-z]+'s|back"
    r"|thanks?|thx|cheers|sorry|hello|morning|later|lol|yeah|yep|nope?|sure|idk|dunno|wait|please|nothing|maybe|noted|asap|perfect|works?"
    r"|jumpserver|excel|confluence|notion|wiki|ansible|jenkins|gitlab|pwgen|openssl|chrome|edge|icloud|authenticator|duo|e?mail|wechat|sms|ukey|hash|passphrases?|md5|oidc|ad|ca|id|ip|it",
    re.IGNORECASE,
)
PINYIN = Pattern(
    r"(?=[a-z]{6,24}(?![a-z]))"
    r"(?:er|(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:[iu]?(?:ang|eng|ong|an|en|ao|ai|ei|ou|[ae])|ing?|un|u[eio]|i[eu]|[iuv])){2,6}",
)
"""Chinese words in Latin letters, which are no remark between Chinese characters."""
_GAP = r"(?:[的个那]|店名|店铺|公司|品牌|英文|名字|全拼|拼音|缩写|原来|以前|之前|大写|小写){0,4}[: ]{0,2}[\"'`*]{0,2}"
_WORD = Pattern(
    rf"{_GAP}(?P<value>[A-Z](?:[\w.~&@#!'-]{{1,30}}[\w~&@#!])?)(?![\w~&@#/:(=\\-]|[.!']\w)"
    r"(?P<more>[\"'`*]{0,2} ?(?:[一两二三四五六七八]个|就[行好可]|即可|不变|没变|作废|全?[小大]写|，)| (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last|for now|until|since|again)\b)?",
    re.IGNORECASE | re.ASCII,
)
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
_RULE = Pattern(r"\d ?[-~到至]? ?\d* ?位|(?<!首)字母[加和]|字符|至少|必须|要求|不[要能得]|[?？吗]$")
_PHRASE = Pattern(r"[a-z]{3,14}(?: (?:[a-z]{3,14}|\d{1,4})){3,7}(?![\w-]| [\w])")
_SPACED = Pattern(r"(?:[!-~](?: [!-~]){4,24}|[a-z]{4}(?: [a-z]{4}){3}|[A-Z\d]{4}(?: [A-Z\d]{4}){3,7})(?![!-~]| [a-z])")
_CHINESE = Pattern(r"(?=[!-~]{0,23}[\u4e00-\u9fff])[\u4e00-\u9fff\w@#$%^&*!+=~.-]{3,24}")


def word_at(text: str, at: int) -> Span | None:
    """Return the span of one word that ends its clause and is no remark."""
    found = _WORD.match(text, at)
    if found is None or not (found["more"] or ends_clause(text, found.end("value"))):
        return None
    span = found.span("value")
    harmless = len(found["value"]) < 3 or is_harmless(found["value"]) or is_about(text, span)
    return None if harmless else span


def is_about(text: str, span: Span) -> bool:
    """Whether a word is one that is said of a password; Chinese words in Latin letters are none in Chinese text."""
    chinese = not text[max(0, span[0] - 8) : span[0]].isascii() and PINYIN.fullmatch(text, *span)
    return not chinese and bool(_ABOUT.fullmatch(text, *span))


def phrase_at(text: str, at: int) -> Span | None:
    """Return the span of a passphrase: some words that are no remark, and numbers."""
    found = _PHRASE.match(text, at)
    if found is None or not ends_clause(text, found.end()):
        return None
    return None if any(word.isalpha() and is_harmless(word) for word in found[0].split()) else found.span()


def spelled_at(text: str, at: int, kind: str) -> Span | None:
    """Return the span of a value that is spelled out, or written with spaces between its parts."""
    spelled = _SPELLED.match(text, at) if kind in ("open", "codes") else None
    if spelled and not _RULE.search(spelled[0]):
        return spelled.span("value")
    spaced = _SPACED.match(text, at) if kind in ("open", "strict") else None
    return spaced.span() if spaced and (kind == "open" or spaced[0].isupper()) else None


def words_at(text: str, at: int) -> Span | None:
    """Return the span of a value of words: a passphrase, a quoted text, Chinese with digits."""
    if span := phrase_at(text, at) or word_at(text, at):
        return span
    span = value_at(text, at)
    quoted = span and text[span[0] - 1] in "\"'`"
    chinese = None if quoted else _CHINESE.match(text, at)
    span = chinese.span() if chinese else span
    if not span or not (quoted or chinese) or not ends_clause(text, span[1]):
        return None
    value = text[slice(*span)]
    return (
        span
        if len(value) > 3 and (quoted or has_digit(value)) and not (is_remark(value) or is_harmless(value))
        else None
    )
