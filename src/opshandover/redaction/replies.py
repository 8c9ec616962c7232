"""Secrets in the answer to a question, on the line below a label, or after “set to”."""

import re
from collections.abc import Iterator

from opshandover.redaction.harmless import is_english_remark, is_identifier, is_not_secret, is_phone
from opshandover.redaction.spelled_out import recipe_at
from opshandover.redaction.values import Span, can_be_secret, code_at, ends_clause, has_special_character, span_at

_QUESTION = re.compile(
    r"[^。！\n?？,，]{0,16}?(?:[?？][”\"」』’']?|(?:啥|什么|多少)[呀啊来着]{0,2}[”\"」』’'\n])\s{0,3}"
    r"(?:[^\s:：]{1,12}[:：] ?|[-–—] ?)?[“\"「『‘']?(?:(?:还|就|应该)?是 ?|it(?:'s|’s| is) )?(?=[!-~])"
)
_FORGOTTEN = re.compile(r"(?:忘记?|找回|重置|修改|forg[eo]t(?:ten)?|reset|lost)[^\n]{0,8}$", re.IGNORECASE)
_LABEL = re.compile(r"(?:^|\n)[ \t#*-]{0,4}[^\s,，。:：|\t]{0,12} ?$")
_BELOW = re.compile(r"[*_]{0,2}[ \t]{0,8}\r?\n[ \t]{0,8}")
_ALONE = re.compile(r"[\"'”’」』`]?[ \t]{0,8}(?:$|\r?\n)")
_SETTING = re.compile(r"\b(?:chang|re?set|updat|switch|rotat)\w{0,5} [^.\n]{0,32}$|\bset [^.\n]{0,32}$", re.IGNORECASE)
_TO = re.compile(r"(?: (?:for|of|on) [^\n,.:]{1,32}?)? (?:back )?to:? (?=[\"'“‘`]?[!-~])", re.IGNORECASE)
_HINT = re.compile(r" ?的?(?:提示|规律|规则|格式|组成|hint|pattern|format)(?: is |[:： 是为]{1,3})")
_USED = re.compile(
    r"[^。！\n?？,，]{0,20}[?？] ?(?=\d)|[,，;；] ?(?:(?:use|enter|type|it is|it's|it’s) |(?:就|请)?(?:用|是|填|输入?) ?)(?=\d)"
)
_LISTED = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,12}[ :：=]{1,2}(?=[!-~]{5})")
_NEXT = re.compile(r" ?[,，;；、] ?| ?\n")
_COLON = re.compile(r"[:：]\s?")
_ACCOUNT_BEFORE = re.compile(
    r"(?:(?:[账帐][号户]|用户名?|登[录陆]名|user ?name|login)[:： ]{1,2}|(?:user|account)[:：] ?)"
    r"[\w.@+-]{1,40}[ ,，;；/]{1,3}$",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[:： ]{0,2}(?=[a-z])")
_PINYIN = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|[aeiou]ng|i[ae]n|iao|uan|uai|[aeiouv]n|[aeiouv]{1,2})|er){2,6}"
)
_LOWER = re.compile(r"[a-z]{5,20}(?![!-~])")
_REACH = 48


def reply_after(text: str, word: re.Match[str]) -> Span | None:
    """Return the span of the value that answers a keyword."""
    before = text[max(0, word.start() - _REACH) : word.start()]
    if word.lastgroup == "digits" and (used := _USED.match(text, word.end())):
        span = None if _FORGOTTEN.search(before) else span_at(text, used.end())
        return span if span and can_be_secret(text, span, "digits", explicit=True) else None
    if word.lastgroup == "codes":
        to = _TO.match(text, word.end()) if _SETTING.search(before) else None
        return code_at(text, to.end()) if to else None
    if word.lastgroup != "open":
        return None
    if (hint := _HINT.match(text, word.end())) and (recipe := recipe_at(text, hint.end())):
        return recipe
    searches = (_answered, _below, _set_value, _plain_word_after)
    return next((span for search in searches if (span := search(text, word, before))), None)


def listed_after(text: str, word: re.Match[str]) -> Iterator[Span]:
    """Yield the spans of the values in a list such as `密码：淘宝 tb77，京东 jd55`, each after a name."""
    colon = _COLON.match(text, word.end()) if word.lastgroup == "open" else None
    at = colon.end() if colon else -1
    spans: list[Span] = []
    while at >= 0 and (named := _LISTED.match(text, at)):
        span = _value_at(text, named.end())
        value = text[slice(*span)] if span else ""
        if span is None or value.isdigit() or is_identifier(value):
            break
        spans.append(span)
        following = _NEXT.match(text, span[1])
        at = following.end() if following else -1
    if len(spans) > 1:
        yield from spans


def _plain_word_after(text: str, word: re.Match[str], before: str) -> Span | None:
    """Return the span of a password that is one lower-case word, where it can be nothing else."""
    at = _SPACE.match(text, word.end())
    value = _LOWER.match(text, at.end()) if at else None
    owned = bool(_ACCOUNT_BEFORE.search(before))
    if value is None or _FORGOTTEN.search(before):
        return None
    if not (owned or (word[0][-1] in "码令" and _PINYIN.fullmatch(value[0]))):
        return None
    is_remark = is_not_secret(value[0]) or is_english_remark(value[0]) or not ends_clause(text, value.end())
    return None if is_remark and not (owned and value[0] in before) else value.span()


def _answered(text: str, word: re.Match[str], before: str) -> Span | None:
    asked = _QUESTION.match(text, word.end())
    if asked is None or _FORGOTTEN.search(before):
        return None
    span = _value_at(text, asked.end())
    value = text[slice(*span)] if span else ""
    return span if not value.isdigit() or len(value) <= 6 else None


def _below(text: str, word: re.Match[str], before: str) -> Span | None:
    below = _BELOW.match(text, word.end()) if _LABEL.search(before) else None
    span = _value_at(text, below.end()) if below else None
    if span is None or not _ALONE.match(text, span[1]):
        return None
    value = text[slice(*span)]
    mixed = any(map(str.isalpha, value)) and (any(map(str.isdigit, value)) or has_special_character(value))
    return span if mixed and len(value) >= 6 else None


def _set_value(text: str, word: re.Match[str], before: str) -> Span | None:
    to = _TO.match(text, word.end()) if _SETTING.search(before) else None
    return _value_at(text, to.end(), closed=False) if to else None


def _value_at(text: str, at: int, *, closed: bool = True) -> Span | None:
    span = span_at(text, at)
    if span is None or is_phone(text[slice(*span)]) or (closed and not ends_clause(text, span[1])):
        return None
    return span if can_be_secret(text, span, "open", explicit=False) else None
