"""Secrets that are spelled out: character by character, in words, or as a recipe with a literal."""

import re

from opshandover.redaction.harmless import is_chinese_remark, is_english_remark, is_not_secret, is_phone, is_quantity
from opshandover.redaction.values import Span, ends_clause

_SPACED = re.compile(r"(?<![!-~])[!-~](?: [!-~]){4,31}(?![!-~]| [!-~])")
_GROUPED = re.compile(r"[a-z]{4}(?: [a-z]{4}){3}(?![\w-]| [a-z])")
_SYMBOL_NAME = r"空格|[下中]划线|横[杠线]|井号|艾特|感?叹号|星号|美元符号?|小数点|点"
_SPOKEN_ZH = re.compile(
    rf"(?:全?[大小]写(?:的|字母)? ?(?:[A-Za-z] ?){{1,12}}|[零〇一二三四五六七八九幺两]{{1,12}}"
    rf"|[A-Za-z\d@#$%^&*!_.-]{{1,16}}|{_SYMBOL_NAME}|然后是?|再?加上?|接着|后面是?|[ 、]|[，,](?=全?[大小]写|然后|再|后面|加)){{1,24}}"
)
_SPELLED_ZH = re.compile(rf"[大小]写(?:的|字母)? ?[A-Za-z]|{_SYMBOL_NAME}")
_TAIL_ZH = re.compile(r"(?:然后是?|再?加上?|接着|后面是?|[ 、])+$")
_SPOKEN_EN = re.compile(
    r"(?:[a-z]{3,14},? (?:with )?(?:an? )?)?(?:(?:capital|upper[ -]?case|lower[ -]?case) [a-z]|small [b-hj-z])"
    r"(?![a-z'’])(?:(?:,? (?:then|and|followed by))? [A-Za-z\d!@#$%&*_-]{1,14}){0,12}",
    re.IGNORECASE,
)
_RECIPE_ZH = re.compile(
    r"(?=[A-Za-z\d]{0,16}[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z\d]{1,24}?"
    r"(?:再?加上?|[+＋]|后面?[跟接加]|接上?) ?[“\"「]?(?P<literal>[!-~]{3,24})"
)
_RECIPE_EN = re.compile(
    r"(?:the |our |your |my )?[a-z][a-z'’ -]{2,40}? (?:plus|\+|followed by|and then) [\"'“]?"
    r"(?P<literal>[!-~]{3,24})",
    re.IGNORECASE,
)
_LITERAL_FIRST = re.compile(
    r"(?P<literal>(?=[!-~]{0,24}?[A-Za-z]{3})[!-~]{3,24}?) ?(?:再?加上?|[+＋]|后面?[跟接加])"
    r" ?[\u4e00-\u9fff]{0,4}(?:年份?|工号|生日|日期|月份|姓名|编号|尾号|后四位)"
)
_DERIVED = re.compile(
    r"(?P<whose>[^\n，。,:：\d]{0,8}?)(?:生日|纪念日|工号|商户号|车牌|门牌|店名|名字|拼音|谐音|首字母|年份)"
    r"(?:[倒反][过来着]{1,2}|后[四六]位)?[，,:：]? ?(?P<value>[!-~]{4,24})"
)
_REQUEST = re.compile(r"[请找问须需加]|联系|sent|send|ask|see", re.IGNORECASE)
_ENDING = ".,:;)]}>\"'`"


def spaced_at(text: str, at: int) -> Span | None:
    """Return the span of a value with spaces in it, as in `k f 2 0 2 4` or in four groups of four."""
    if grouped := _GROUPED.match(text, at):
        plain = is_english_remark(grouped[0]) or not ends_clause(text, grouped.end())
        return None if plain else grouped.span()
    found = _SPACED.match(text, at)
    return found.span() if found and any(map(str.isdigit, found[0])) else None


def _derived_at(text: str, at: int) -> Span | None:
    """Return the span of a value that follows what it was derived from, as in `生日 0816`."""
    found = _DERIVED.match(text, at)
    if found is None or is_chinese_remark(found["whose"]):
        return None
    value = found["value"].rstrip(_ENDING)
    stop = found.start("value") + len(value)
    fits = len(value) >= 4 and any(map(str.isdigit, value)) and ends_clause(text, stop)
    return (found.start("value"), stop) if fits and not (is_not_secret(value) or is_phone(value)) else None


def spelled_at(text: str, at: int) -> Span | None:
    """Return the span of a value that is described in words that say exactly what to type."""
    return _spoken_at(text, at) or _derived_at(text, at)


def _spoken_at(text: str, at: int) -> Span | None:
    if found := _SPOKEN_ZH.match(text, at):
        said = _TAIL_ZH.sub("", found[0])
        enough = len(said) >= 4 and any(c.isnumeric() or (c.isascii() and c.isalpha()) for c in said)
        if enough and _SPELLED_ZH.search(said) and ends_clause(text, at + len(said)):
            return at, at + len(said)
    found = _SPOKEN_EN.match(text, at)
    return found.span() if found and ends_clause(text, found.end()) else None


def recipe_at(text: str, at: int) -> Span | None:
    """Return the span of a recipe; one without a literal does not reveal the secret."""
    for recipe in (_RECIPE_ZH, _RECIPE_EN):
        if found := recipe.match(text, at):
            literal = found["literal"].rstrip(_ENDING)
            stop = found.start("literal") + len(literal)
            telling = len(literal) >= 3 and any(map(str.isdigit, literal)) and not is_not_secret(literal)
            counts = _REQUEST.match(text, at) or is_quantity(text, literal, stop)
            if telling and not counts and ends_clause(text, stop):
                return at, stop
    if found := _LITERAL_FIRST.match(text, at):
        return found.span("literal")
    return None
