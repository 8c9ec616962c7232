"""Values made of words, or spelled out in words: `密码统一用 guyu`, `大写A然后2020`.

Any word may be a password, so the words decide that a text about passwords goes on with: `expired`, `SSO`.
"""

import re

from opshandover.redaction.folding import Span
from opshandover.redaction.patterns import Pattern
from opshandover.redaction.values import ends_clause, is_about, is_remark, look, value_at
from opshandover.redaction.vocabulary import DEMANDS_ZH

PINYIN = Pattern(
    r"(?=[a-z]{6,24}(?![a-z]))"
    r"(?:er|(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:[iu]?(?:ang|eng|ong|an|en|ao|ai|ei|ou|[ae])|ing?|un|u[eio]|i[eu]|[iuv])){2,6}",
)
"""Chinese words in Latin letters, which are no remark between Chinese characters."""
_MORE = r"[\"'`*]{0,2} ?(?:[一二两三四五六七八]个|就|即可|不变|全?[小大]写)| (?:on|yesterday|today|last|for now|until|since)\b"
_WORD = Pattern(
    r"(?:[的个那]|店名|公司|英文名?|名字|全拼|拼音|小写){0,3}[: ]{0,2}[\"'`*]{0,2}"
    rf"(?P<value>[A-Z](?:[\w.~&@#!'-]{{1,30}}[\w~&@#!])?)(?![\w~&@#/:(=\\-]|[.!']\w)(?P<more>{_MORE})?",
    re.IGNORECASE | re.ASCII,
)
_REST = r"[^\n，。,;；.（）()]{0,40}"
_SPELLED = {
    "letters by case": rf"[^\n，。,:;；（）()\d位和]{{0,8}}[大小]写的?(?:字母)? ?[A-Z](?![+/、-]|[开打]头){_REST}(?:[，,](?:[大小]写|然后|再){_REST})?",
    "so many of one sign": r"[一二两三四五六七八\d] ?个 ?[\d零A-Z](?! ?[\w、:])|(?:three|four|five|six|eight) (?:zeroe?|one|two|three|four|five|sixe?|seven|eight|nine)s",
    "capitals": r"(?:all )?(?:capital|upper ?case|lower ?case) [A-Z](?![\w+/-])(?:,(?= then| and| plus| lower| small)|[^\n.,;]){2,64}",
}
_IS_SPELLED = Pattern(rf"[ \"]{{0,2}}(?P<value>{'|'.join(_SPELLED.values())})", re.IGNORECASE)
_PHRASE = Pattern(r"[a-z]{3,14}(?: (?:[a-z]{3,14}|\d{1,4})){3,23}(?![\w-]| [\w])")
_SPACED = Pattern(r"(?:[!-~](?: [!-~]){4,24}|[a-z]{4}(?: [a-z]{4}){3}|[A-Z\d]{4}(?: [A-Z\d]{4}){3,7})(?![!-~]| [a-z])")
_SENTENCE = Pattern(r"[\u4e00-\u9fff][,，。;；:：]|[,，。;；:：] ?[\u4e00-\u9fff]")
"""Signs between Chinese words, of which a password has none."""
_CHINESE = Pattern(r"(?=[!-~]{0,23}[\u4e00-\u9fff])[\u4e00-\u9fff\w@#$%^&*!+=~.-]{2,24}")


def word_at(text: str, at: int) -> Span | None:
    """Return the span of one word that ends its clause and is no remark."""
    found = _WORD.match(text, at)
    if found is None or len(found["value"]) < 3 or not (found["more"] or ends_clause(text, found.end("value"))):
        return None
    start, stop = found.span("value")
    chinese = not text[max(0, start - 8) : start].isascii() and PINYIN.fullmatch(text, start, stop)
    harmless = look(found["value"]).harmless or (not chinese and is_about(found["value"]))
    return None if harmless else (start, stop)


def phrase_at(text: str, at: int) -> Span | None:
    """Return the span of a passphrase: some words that are no remark, and numbers."""
    found = _PHRASE.match(text, at)
    if found is None or not ends_clause(text, found.end()):
        return None
    return None if any(word.isalpha() and look(word).harmless for word in found[0].split()) else found.span()


def spelled_at(text: str, at: int, kind: str) -> Span | None:
    """Return the span of a value that is spelled out, or written with spaces between its parts."""
    spelled = _IS_SPELLED.match(text, at) if kind in ("open", "codes") else None
    if spelled and not any(word in spelled[0] for word in DEMANDS_ZH):
        return spelled.span("value")
    spaced = _SPACED.match(text, at) if kind in ("open", "strict") else None
    return spaced.span() if spaced and (kind == "open" or spaced[0].isupper()) else None


def words_at(text: str, at: int, *, plain: bool = False) -> Span | None:
    """Return the span of a value of words: a passphrase, a quoted text, Chinese with digits or, if `plain`, without."""
    if span := phrase_at(text, at) or word_at(text, at):
        return span
    span = value_at(text, at)
    quoted = span and text[span[0] - 1] in "\"'`"
    chinese = None if quoted else _CHINESE.match(text, at)
    span = chinese.span() if chinese else span
    if not span or not (quoted or chinese) or not ends_clause(text, span[1]):
        return None
    value = look(text[slice(*span)])
    said = (
        len(value.value) > (1 if plain else 3)
        and (quoted or value.digits or plain)
        and not (is_remark(value.value) or value.harmless or _SENTENCE.search(value.value))
    )
    return span if said else None
