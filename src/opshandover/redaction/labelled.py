"""Secrets near a keyword: right after it, later in the sentence, or before it."""

import re
from collections.abc import Iterator

from opshandover.redaction.harmless import is_not_secret, is_phone
from opshandover.redaction.keywords import NAME, OPEN, find_keywords
from opshandover.redaction.mask import MASK
from opshandover.redaction.replies import listed_after, reply_after
from opshandover.redaction.spelled_out import recipe_at, spaced_at, spelled_at
from opshandover.redaction.values import (
    CHAR,
    Span,
    can_be_secret,
    character_kinds,
    code_at,
    counted_at,
    ends_clause,
    is_password_like,
    is_quoted,
    span_at,
    words_at,
)

_PAIR_BEFORE = re.compile(rf"(?:{NAME}) ?(?:[/／、和及与&+]|and|or)? ?$", re.IGNORECASE)
_PAIR_WORD = re.compile(r"[账帐]密")
_PAIR = re.compile(r"[\w.@+-]{1,64}(?P<by> ?[/／:：] ?| ?[,，、;；] ?| {0,4}(?:和|and) {0,4}| {1,4})")
_RESET_BEFORE = re.compile(r"(?:忘记|找回|重置|修改|更改|更换|forgot(?:ten)?|reset|change) ?$", re.IGNORECASE)

_NOTE = r"[\"'”’」】\]*_`]{0,3}(?: ?[（(][^（）()\n]{0,30}[）)])?[*_]{0,2}"
_ABOUT = r"(?: ?(?:给你|发[给你]你?|如下|在这))?(?: (?:for|of|to|on|as|in) [^\n:：=,.]{1,40}?)?"
_WHEN = r"(?:已经?|现在?|都|均|统一|暂时?|目前|一律|还|仍然?|就|分别|重新|上周|昨天|今天|[我我们]{0,2}刚?|临时|最新)"
_IS = r"(?:是|为|默认|用|[写填设定留记](?:的是|的|成|了)|(?:改|换|设|设置|重置|更新|变更?|更换|调整)(?:[成为用]|了?[:：]))"
_FORMER = r"(?:原来|以前|之前|上次|去年|原先|[老旧])(?:的那?个?|那[个串套]|设?的)? ?"
_COPULA = (
    rf"[，,]?[ \u3000]{{0,4}}{_WHEN}{{0,2}}(?:[由从让请给][^\n。，,:：]{{1,12}}?)?{_IS}了?(?:成|新的)?"
    rf"(?:(?:全?[大小]写的? ?(?=[!-~]{{4}})|纯数字的? ?|{_FORMER}))?[ \u3000:：]{{0,4}}"
)
_VERB_FORMS = (
    r"(?: {1,4}(?:(?:is|was|are|has been) )?(?:(?:now|still|currently|re)?(?:set|changed|switched) to"
    r"|is|was|are|remains|stays)|(?:'s|’s))(?: now| still| currently)?:? {1,4}"
)
_SEPARATOR = re.compile(
    rf"{_NOTE}{_ABOUT}(?:[ \t\u3000]{{0,8}}(?P<colon>[:：=＝]{{1,2}}>?|[-=]>|→|>(?=[^<\s]{{3}})|[—–]{{2}}|(?<=答案)都?填的?)[ \t\u3000*_]{{0,8}}"
    rf"(?P<break>\r?\n[ \t]{{0,8}}(?:[-*] |\d[.)] )?)?|{_COPULA})",
    re.IGNORECASE,
)
_VERB = re.compile(rf"{_NOTE}{_ABOUT}{_VERB_FORMS}", re.IGNORECASE)
_WEAK_SEPARATOR = re.compile(
    rf"{_NOTE}(?:[ \t\u3000]{{0,8}}[|｜][ \t]{{0,8}}| -{{1,2}} | ?[–—]{{1,2}} ?"
    rf"|[ \t\u3000]{{1,8}}|[ ]?(?:别忘了?|记[好住一]下?了?|{_WHEN}{{1,2}})(?<=[\u4e00-\u9fff]) ?(?=[!-~])"
    rf"|(?<=[\"'])[,，] ?(?=[\"'])|[ ]?[～~] ?(?=[!-~]{{4}})"
    rf"|[ ]?[四五六七八4-8] ?位(?:数字?)?[是为:： ]{{1,2}}|[ ]?[（(\[【「“]|(?<=[\u4e00-\u9fff][）】]))|(?<=[^!-~])",
    re.IGNORECASE,
)
_LATER_CLAUSE = re.compile(
    r"(?! (?:manager|policy|tool|vault|length|rules?|guide|page|field)|管理器|策略|规则|长度|强度|页|框)"
    rf"[^。！？\n|:：]{{0,36}}?(?:"
    rf"[，,；; ](?:[现新如]?[在今的]|目前|最新的?|还|仍然?|暂时)?{_WHEN}?(?:{_IS}|登)了?[ :：]{{0,3}}"
    rf"|(?:都|就|仍|还)是 ?(?:{_FORMER})?|[,，]? (?:type|enter|try|put in) {{1,3}}"
    r"|(?:factory|default|usual|same|original)(?: one)?[,:] {1,2}"
    r"|(?:same|usual|unchanged|changed|(?:lower|upper)[ -]?case|capitals?|没变|不变|没改|[大小]写|一样|[反倒][过来着]{2}|连起来)[^\n:：。]{0,12}[:：] ?"
    r"|[大小]写[ ，,]{1,2}"
    r"|新的?(?:密码)?(?:是|为)?[ :：]{0,3}|换成(?:了)?(?:新的)?[ :：]{1,3}"
    r"|(?:it(?:'s|’s| is)(?: now| still)?|(?:the )?new one(?: is|:|'s)|now(?: is|:)?|is now|still(?: is|:)?"
    r"|currently(?: is)?|instead(?: is)?|(?:I|we)(?: have|['’]ve)? (?:set|put|chose|picked|made|used)(?: it (?:to|as))?|(?:changed|switched|set|back) to|use) {1,3})",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(r"[^。！？\n|,，:：]{0,40}?[，,][ ]?")
_AFTER_COLON = re.compile(r"[^。！？\n|:：]{0,36}[:：] ?")
_CODE_AFTER_COLON = re.compile(r"[^。！？\n|:：\d]{1,12}[:：] ?")
_IN_REACH = re.compile(rf"[^。！？\n|]{{0,48}}?(?<!{CHAR})(?=[!-~]{{0,40}}[@#$%^&*!~])(?={CHAR})")
_JOINED = re.compile(
    r"(?: ?[（(][^（）()\n]{1,20}[)）])?(?: ?[、/／,，;；&+] ?| {0,2}(?:和|或|及|以及|跟) {0,2}| {1,2}(?:and|or|&) {1,2}|,? (?:and|or) )(?:(?:and|or) )?"
)
_NEXT_LINE = re.compile(r"[,，;；、]?[ \t]{0,4}\r?\n[ \t]{0,8}(?:[-*] |\d[.)] )?")
_BEFORE = re.compile(
    rf"(?<!{CHAR})(?P<value>{CHAR}{{4,64}})[”’」』]?(?: ?(?:as (?:the |its |a )?|作为|是)(?:{OPEN})"
    rf"| ?(?:这个|这串|就)?(?:是|is|was)[^\n。，,.!]{{0,16}}?(?:{OPEN})"
    rf"| ?[（(][^（）()\n]{{0,16}}?(?:{OPEN})[)）])",
    re.IGNORECASE,
)

_MODEL = re.compile(r"[A-Z][a-z]+\d{1,2}")
_TRIED = re.compile(
    rf"(?:(?:try|enter|旧的?|老的|原来的|试试) {{0,2}}(?P<value>{CHAR}{{5,64}}) ?"
    rf"(?:(?:if|when|should|before|until)\b|作废|已?失效|停用|不再?用|不行)[^\n。.]{{0,24}}?(?:{OPEN}))",
    re.IGNORECASE,
)


def find_labelled(text: str) -> Iterator[Span]:
    """Yield the spans of values that belong to a keyword such as `密码`."""
    found = find_keywords(text)
    for word in found:
        if first := _value_after(text, word):
            yield first
            yield from _joined_values(text, first, word)
            if (newer := _value_in_later_clause(text, word, first[1])) and is_password_like(text[slice(*newer)]):
                yield newer
        elif further := _value_in_later_clause(text, word, word.end()):
            yield further
        elif reply := reply_after(text, word):
            yield reply
        else:
            yield from listed_after(text, word)
    if found:
        yield from (m.span("value") for m in _BEFORE.finditer(text) if _is_before(m))
        yield from (m.span("value") for m in _TRIED.finditer(text) if _is_tried(m["value"]))


def _is_before(match: re.Match[str]) -> bool:
    text, span = match.string, match.span("value")
    used = re.match(r" ?(?:as|作为|是)", text[span[1] : span[1] + 4])
    if used:
        return can_be_secret(text, span, "open", explicit=False)
    return is_password_like(match["value"]) or _is_hyphened(match["value"])


def _is_tried(value: str) -> bool:
    return is_password_like(value) and not _MODEL.fullmatch(value)


def _is_hyphened(value: str) -> bool:
    parts = value.split("-")
    return (
        len(parts) >= 3
        and all(map(str.isalnum, parts))
        and any(map(str.isupper, parts))
        and (any(map(str.islower, parts)) and any(map(str.isdigit, parts)))
    )


def _value_after(text: str, word: re.Match[str]) -> Span | None:
    """Return the span of the value right after a keyword, if there is one."""
    end, kind = word.end(), word.lastgroup or ""
    if separator := _SEPARATOR.match(text, end):
        at = separator.end()
        if found := _value_at(text, at, word, explicit=not separator["break"]):
            return found
        if found := _worded_value_at(text, at, kind, colon=bool(separator["colon"]) and not separator["break"]):
            return found
    if verb := _VERB.match(text, end):
        found = _value_at(text, verb.end(), word, explicit=False)
        return found or _worded_value_at(text, verb.end(), kind, colon=kind in ("answer", "phrase"))
    if kind == "key" or (weak := _WEAK_SEPARATOR.match(text, end)) is None:
        return None
    at = weak.end()
    found = _value_at(text, at, word, explicit=False)
    return (
        found
        or (_spelled_value_at(text, at, loosely=True) if kind == "open" else None)
        or (words_at(text, at, kind) if kind == "answer" else None)
    )


def _worded_value_at(text: str, at: int, kind: str, *, colon: bool) -> Span | None:
    if kind == "digits" and (counted := counted_at(text, at)):
        return counted
    if kind == "open" and (said := _spelled_value_at(text, at)):
        return said
    if kind == "open" and (quoted := span_at(text, at)) and is_quoted(text, quoted):
        value = text[slice(*quoted)]
        if len(value) >= 4 and value[0].isalnum() and not is_not_secret(value) and not find_keywords(value):
            return quoted
    return words_at(text, at, kind) if colon or kind in ("answer", "phrase") else None


def _spelled_value_at(text: str, at: int, *, loosely: bool = False) -> Span | None:
    recipe = None if loosely else recipe_at(text, at)
    return recipe or counted_at(text, at) or spaced_at(text, at) or spelled_at(text, at)


def _value_at(text: str, at: int, word: re.Match[str], *, explicit: bool) -> Span | None:
    kind = word.lastgroup or ""
    before = text[max(0, word.start() - 16) : word.start()]
    paired = _PAIR_WORD.fullmatch(word[0]) or _PAIR_BEFORE.search(before)
    if kind in ("open", "guarded") and paired and (pair := _PAIR.match(text, at)):
        if text.startswith(MASK, pair.end()):
            return None
        span = span_at(text, pair.end())
        pair_explicit = explicit and bool(pair["by"].strip())
        is_remark = is_not_secret(text[at : pair.start("by")]) and text[at : pair.start("by")].isalpha()
        if span and not is_remark and can_be_secret(text, span, "open", explicit=pair_explicit):
            return span
    code = code_at(text, at) if kind in ("open", "codes") else None
    span = code or span_at(text, at)
    if span is None:
        return None
    value = text[slice(*span)]
    if _RESET_BEFORE.search(before) and is_phone(value):
        return None
    if code and (kind == "codes" or not value.isdigit()):
        grouped = kind == "open" and not explicit and len(set(map(len, value.split(" ")))) > 1
        return None if grouped and not ends_clause(text, span[1]) else span
    return span if can_be_secret(text, span, kind, explicit=explicit) else None


def _joined_values(text: str, first: Span, word: re.Match[str]) -> Iterator[Span]:
    """Yield the spans of values that are joined to the first one and have the same kinds of characters."""
    like = character_kinds(text[slice(*first)])
    codes = word.lastgroup == "codes"
    end = first[1]
    while True:
        closing = 1 if text[end : end + 1] in ("”", '"', "`", "'", "」") else 0
        joined = _JOINED.match(text, end + closing)
        if joined is None and codes:
            joined = _NEXT_LINE.match(text, end)
        if joined is None or not (codes or joined[0].strip() not in (",", "，", ";", "；")):
            return
        span = (code_at(text, joined.end()) if codes else None) or span_at(text, joined.end())
        if span is None or character_kinds(text[slice(*span)]) != like:
            return
        value = text[slice(*span)]
        if not (codes or is_password_like(value) or value.isdigit()) or is_not_secret(value):
            return
        if abs(span[1] - span[0] - (first[1] - first[0])) > 4:
            return
        yield span
        end = span[1]


def _value_in_later_clause(text: str, word: re.Match[str], at: int) -> Span | None:
    """Return the span of a value that a clause separates from its keyword, or from the value before."""
    if word.lastgroup == "codes" and (colon := _CODE_AFTER_COLON.match(text, at)):
        code = code_at(text, colon.end())
        return code if code and ends_clause(text, code[1]) else None
    if word.lastgroup != "open":
        return None
    links = ((_LATER_CLAUSE, False), (_AFTER_COMMA, True), (_AFTER_COLON, True), (_IN_REACH, True))
    for link, strict in links if at == word.end() else links[:1]:
        found = link.match(text, at)
        span = span_at(text, found.end()) if found else None
        if span is None:
            continue
        value = text[slice(*span)]
        dotted = re.fullmatch(r"[A-Za-z]{2,20}[.][0-9]{2,6}[A-Za-z]{0,4}", value)
        plain = can_be_secret(text, span, "open", explicit=False) and not is_phone(value)
        if is_password_like(value) or (strict and dotted and ends_clause(text, span[1])):
            return span
        if not strict and plain and ends_clause(text, span[1]):
            return span
    return None
