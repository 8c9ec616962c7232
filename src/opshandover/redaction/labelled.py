"""Secrets beside a keyword: right behind it, further on in its clause, or before it."""

import re
from collections.abc import Iterator
from itertools import filterfalse

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME, find_keywords
from opshandover.redaction.mask import MASK
from opshandover.redaction.patterns import Match, Pattern
from opshandover.redaction.stated import PINYIN, find_stated, is_about, word_at
from opshandover.redaction.values import (
    SPECIALS,
    code_at,
    ends_clause,
    is_harmless,
    is_machine_made,
    is_mixed,
    is_phone,
    is_quantity,
    is_remark,
    is_strong,
    value_at,
)

_CLOSED = r"[\"'`*\])>）】]{0,2}"
_LINK = Pattern(
    rf"{_CLOSED}(?: ?[(（][^()（）\n]{{1,16}}[)）](?= ?[:=是为]))?[ \t]{{0,4}}"
    r"(?:(?P<explicit>:=|=>|->|→|[:=]{1,2}(?: ?!!\w+)?|(?:就|还|仍|仍然|分别|一直|都)?是(?:(?:原来|老|旧)的?那?个?)?|为(?!空)|is (?:now |still |currently )?(?![a-z]{1,12} [a-z])|(?:remains|stays|becomes|reads|will be|should be) "
    r"|was |['’]s |[\"'] value=)"
    r"|(?P<set>(?:(?![人员])[\u4e00-\u9fff]){0,6}?(?:(?:改|换|设|置|新|定|写)(?:成|为|的是)了?|填的?是?)[: ]?"
    r"|统一用?|to (?=[*#]?\d{4})|(?:for|of|to|on|in|at|we|I|that) [^\n:=.,;]{1,40}?(?: is|[:=])|(?:has been |was |is |now )?(?:changed|changes|set|reset) to"
    r"|[ \t]{0,4}[,，:] ?(?=[!-~]{4})|unchanged, still|-{1,2} ?(?=[\w\"'])|[\t ]?\|(?= ?[!-~])))"
    r"[ \t]{0,4}(?:[:=] ?)?"
)
_SPACE = Pattern(rf"{_CLOSED}(?:[四五六七八\d] ?位(?:数字?)?[,，是:]?)?[ \t]{{0,4}}[:=-]?[ \t]{{0,4}}")
_PAIR = Pattern(
    r"[!-~]{2,64}?(?P<by> ?[/|] ?|: ?(?!/)|[,，] ?| (?:and|和|[/]) | {1,4})(?=[!-~]{4}|●)",
)
_PAIR_BEFORE = Pattern(rf"{NAME} ?(?:[/|和与及、&+]| and )? ?(?:分别)?$", 2)
_ACCOUNT_BEFORE = Pattern(
    rf"{NAME}(?: as)?[:= ]{{1,3}}(?!and |or )[!-~]{{1,64}}[ ,，;；/]{{1,3}}(?:and |with (?:the )?)?[^\s,，]{{1,12}}[:= ]{{1,2}}$",
    2,
)
_SPACED = Pattern(r"(?:[!-~](?: [!-~]){4,24}|[a-z]{4}(?: [a-z]{4}){3}|[A-Z\d]{4}(?: [A-Z\d]{4}){3,7})(?![!-~]| [a-z])")
_GOES_ON = Pattern(r"(?![\s:=\"'`(\[<,|*)\]>]|-[ >-]|\?\s)[!-~]")
"""What makes a keyword the beginning of something else, such as `password_file`."""
_REACH = Pattern(r"(?<![!-~])[\"'`(=:]*(?P<value>[!-~]{4,64})")
_NEWER = Pattern(
    r"[\u4e00-\u9fff][是用] ?$|(?:现在|新的?|如今|改|还|仍然?|依然|一直|就|换|即)(?:就?是|用|成|叫|为)? ?$|(?:now|still|it|it is|it's|ours|mine|which|try|use)(?: is)? $"
)
_LATER = Pattern(r"(?![\w-]*[\w.(]*=)[^\n。:=]{1,48}(?:: ?|[=是为→] ?| is )(?=[\"'`]?[!-~]{4})")
_ABOUT = Pattern(
    "错误|状态|返回|类型|版本|长度|有效|数|指标|编号|工单|人(?!记)|日期|时间|见|error|name|id|type|version|count|status|expire|due|in use",
    2,
)
"""What a clause is about that speaks of keys and codes, but states none."""
_QUESTION = Pattern(
    r"[^\n。?？]{0,12}(?:[?？]|多少|什么|啥|[发给]我|pl[sz]|please)[^\n:]{0,4}?[\"\s]{0,3}(?:[^\s:\"]{1,12}(?:: ?| \d\d?:\d\d(?::\d\d)?\n)|[^\s:\"]{1,6}[,，]?[现还]?在?是 ?)?(?:试试 ?|用 ?|(?:[Ii]t's|[Ii]t is|try|use) )?(?=[\"'`]?[!-~]{4})"
)
_BEFORE = Pattern(
    r"(?<![!-~])[\"'`(<\[]{0,2}(?P<value>[!-~]{5,64}?)[\"'`)>\]]{0,2}"
    r"(?: ?(?:这个)?[就才]?[是作]为?[^\n，。,]{0,12}| (?:as|is) (?:the |our )?(?:[a-z0-9-]{1,16} ){0,2}| \((?:[\w-]{1,16} ){0,2}| ?(?:if|when|until|作废|已?失效|停用|不再?用|不行)[^\n。.]{0,20})$",
    2,
)
_WIFI = Pattern(r"wi-?fi|ssid|无线|热点", re.IGNORECASE)
_TWO = Pattern(r"(?!Ctrl|Alt|Shift)[A-Za-z]{3,16}[@#$%^&*!+~?][A-Za-z]{3,16}")
_ASKS_FOR_PHONE = Pattern(r"(?:忘记?|重置|找回|咨询|保管|联系|reset|lost|forg[eo]t)[^\n，。]{0,8}$", 2)
_CHINESE = Pattern(r"(?P<value>(?=[!-~]{0,23}[\u4e00-\u9fff])[\u4e00-\u9fff\w@#$%^&*!+=~.-]{3,24})")
_ANSWER = Pattern(
    r"[\"'<\[](?P<quoted>[^\n\"'<>\[\]]{1,40})[\"'>\]]|(?P<chinese>[\u4e00-\u9fff·]{1,12}\w{0,8}(?: [\u4e00-\u9fff]{1,4}){0,23})"
    r"|(?P<phrase>[a-z]{3,10}(?:[ ,、]{1,2}[a-z]{3,10}){5,23})|(?P<latin>[A-Z0-9][\w'-]{1,30}(?: [A-Z0-9][\w'-]{0,30}){0,3})"
)
_LISTED = Pattern(
    r"[\"'`*]{0,2}(?:[ ,，;；、/]{0,3}(?:和|及|或|and |or |(?:the )?new (?:one )?is |(?P<words>[\u4e00-\u9fff]{1,6}|(?:[a-z]{1,12} ){1,4}))?[ ,，;；、/:]{0,2})(?=[\"'`]?[!-~]{3})"
    r"|\n(?=[!-~]{4,24}(?:\n|$))"
)
_OPENED = Pattern("(?:门|柜|箱|库|box|door|gate|shed|safe)(?:的|是| is)? ?$")
_ITEM = Pattern(
    r"[ ,，;；、]{0,2}(?:[\u4e00-\u9fff]{1,8} ?|[A-Za-z]{2,12} )(?P<value>(?=[!-~]{0,23}\d)[!-~]{4,24}?)(?=$|[\s，；、。]|[,;] )"
)
_PHRASE = Pattern(r"[a-z]{3,14}(?: (?:[a-z]{3,14}|\d{1,4})){3,7}(?![\w-]| [\w])")


def find_labelled(text: str) -> Iterator[Span]:
    """Yield the spans of values that belong to a keyword such as `密码`."""
    words = find_keywords(text)
    for number, word in enumerate(words):
        end = words[number + 1].start() if number + 1 < len(words) else len(text)
        found = _behind(text, word) or _in_reach(text, word, min(end, word.end() + 80))
        if found is None and word.lastgroup in ("open", "codes"):
            found = find_stated(text, word)
        if found is None and word.lastgroup == "open":
            yield from _named(text, word, end)
        elif found:
            yield found
            yield from _listed(text, found, word.lastgroup or "", end)
            if word.lastgroup == "open" and (later := _further(text, found[1], min(end, found[1] + 48), newer=True)):
                yield later
        if word.lastgroup == "open":
            yield from _before(text, word)


def _behind(text: str, word: Match) -> Span | None:
    """The value right behind a keyword, a colon, or a verb such as `是`."""
    end = word.end()
    if word[0][-1].isascii() and _GOES_ON.match(text, end):
        return None
    if link := _LINK.match(text, end):
        found = _value(text, link.end(), word, explicit=bool(link["explicit"]))
        if found and (not is_about(text, found) or any(sign in link[0] for sign in ":='")):
            return found
    space = _SPACE.match(text, end)
    return _value(text, space.end(), word, explicit=False) if space and not link else None


def _value(text: str, at: int, word: Match, *, explicit: bool) -> Span | None:
    """The value at an offset, if a keyword of this kind can have it."""
    kind = word.lastgroup or ""
    if kind == "strict" and _WIFI.search(text[max(0, word.start() - 64) : word.start()]):
        kind = "open"
    explicit = explicit and not _asks_for_phone(text, word)
    owned = explicit or bool(_ACCOUNT_BEFORE.search(text[max(0, at - 80) : at]))
    if kind == "answer":
        return _answer(text, at) if text[at - 1] != word[0][-1] else None
    if kind == "open" and (pair := _pair_at(text, at, word)):
        second = value_at(text, pair.end())
        if second is None or fits(text, second, kind, explicit=bool(pair["by"].strip())):
            return second
    if (kind != "strict" or word[0][-1] == "码") and (code := code_at(text, at)):
        if is_phone(text[slice(*code)]) and not explicit:
            return None
        joined = text[code[0] - 1 : code[0]].isalnum() and kind == "codes" and not explicit and code[1] - code[0] < 4
        if not joined and (explicit or ends_clause(text, code[1]) or _continues(text, code)):
            return code
    span = value_at(text, at)
    if span and fits(text, span, kind, explicit=owned):
        inside = text[word.start() - 1 : word.start()].isascii() and text[word.start() - 1 : word.start()].isalpha()
        vague = (inside or word[0].lower() in ("pass", "passwd")) and not owned
        return None if vague and not is_strong(text[slice(*span)]) else span
    if (
        kind == "open"
        and span
        and not word[0].isascii()
        and PINYIN.fullmatch(text, *span)
        and not is_harmless(text[slice(*span)])
        and ends_clause(text, span[1])
    ):
        return span
    if kind == "open" and explicit:
        return _in_words(text, at, span)
    if (spaced := _SPACED.match(text, at)) and (kind == "open" or (kind == "strict" and spaced[0].isupper())):
        return spaced.span()
    return None


def _asks_for_phone(text: str, word: Match) -> bool:
    """Whether the number behind a keyword is to be called by those who lost theirs."""
    return bool(_ASKS_FOR_PHONE.search(text[max(0, word.start() - 12) : word.start()]))


def _continues(text: str, span: Span) -> bool:
    """Whether words go on behind a code, so that it is no beginning of a longer value."""
    return text[span[1] : span[1] + 1] in (" ", "") or text[span[1]] > "\u2e80"


def fits(text: str, span: Span, kind: str, *, explicit: bool) -> bool:
    """Whether a keyword of a kind can have a value; `explicit` after a colon, which asks less of it."""
    value = text[slice(*span)]
    spaced = " " in value and not (explicit and text[span[0] - 1] in "\"'`")
    if spaced or is_harmless(value) or is_quantity(text, span):
        return False
    match kind:
        case "strict":
            return is_machine_made(value, 8 if explicit else 10) and " " not in value
        case "codes":
            return (
                is_mixed(value) and any(map(str.isdigit, value)) and len(value) <= 24 and (explicit or "=" not in value)
            )
        case _:
            pass
    if is_mixed(value) and value.isascii():
        return explicit or any(map(str.isdigit, value)) or bool(_TWO.fullmatch(value) and ends_clause(text, span[1]))
    if not value.isascii():
        return False
    if value.isdigit():
        return len(value) >= 4 and (explicit or not is_phone(value))
    passed = text[span[0] - 1] == "=" and text[: span[0] - 1].endswith(("PASSWORD", "PASS", "PWD"))
    return explicit and len(value) >= 3 and (ends_clause(text, span[1]) or passed)


def _pair_at(text: str, at: int, word: Match) -> Match | None:
    """Two values behind `账号/密码：`, of which the second is the secret."""
    before = text[max(0, word.start() - 24) : word.start()]
    pair = _PAIR.match(text, at) if word[0] == "账密" or _PAIR_BEFORE.search(before) else None
    return None if pair is None or is_harmless(text[at : pair.start("by")]) else pair


def _in_words(text: str, at: int, span: Span | None) -> Span | None:
    """A value of words: a passphrase, a quoted text, Chinese with digits."""
    if spaced := _SPACED.match(text, at):
        return spaced.span()
    if phrase := phrase_at(text, at):
        return phrase
    if span and text[span[0] - 1] in "\"'`":
        value = text[slice(*span)]
        return span if len(value) >= 4 and not (is_remark(value) or is_harmless(value)) else None
    found = _CHINESE.match(text, at)
    if found is None or not ends_clause(text, found.end()) or is_remark(found[0]):
        return None
    return found.span() if any(map(str.isdigit, found[0])) else None


def phrase_at(text: str, at: int) -> Span | None:
    """Return the span of a passphrase: some words that are no remark, and numbers."""
    found = _PHRASE.match(text, at)
    if found is None or not ends_clause(text, found.end()):
        return None
    return None if any(word.isalpha() and is_harmless(word) for word in found[0].split()) else found.span()


def _named(text: str, word: Match, end: int) -> Iterator[Span]:
    """Values of a list that have names: `密码：淘宝 …，京东 …`."""
    at = text.find(":", word.end(), word.end() + 3) + 1
    while at and (item := _ITEM.match(text, at, end)):
        if not is_harmless(item["value"]) and is_mixed(item["value"]):
            yield item.span("value")
        at = item.end()


def _answer(text: str, at: int) -> Span | None:
    found = _ANSWER.match(text, at)
    if found is None or is_harmless(found[0].split(" ")[0]) or is_remark(found[0]):
        return None
    return found.span(found.lastgroup or 0) if ends_clause(text, found.end()) else None


def _in_reach(text: str, word: Match, end: int) -> Span | None:
    """A value further on in the clause or the answer, if it could be nothing but a password."""
    if word.lastgroup in ("strict", "codes"):
        question = word.lastgroup == "codes" and _QUESTION.match(text, word.end())
        if (
            question
            and not _asks_for_phone(text, word)
            and (code := code_at(text, question.end()))
            and ends_clause(text, code[1])
        ):
            return code
        later = _LATER.match(text, word.end())
        return _value(text, later.end(), word, explicit=True) if later and not _ABOUT.search(later[0]) else None
    if word.lastgroup != "open" or (word[0][-1].isascii() and _GOES_ON.match(text, word.end())):
        return None
    if (question := _QUESTION.match(text, word.end())) and (span := value_at(text, question.end())):
        said = question[0].endswith(("是", "是 ", "t's ", "t is ")) and word_at(text, question.end())
        return span if is_mixed(text[slice(*span)]) and not is_harmless(text[slice(*span)]) else said or None
    return _further(text, word.end(), end, newer=False)


def _further(text: str, start: int, end: int, *, newer: bool) -> Span | None:
    """The first value in a clause that is said to be the new one, or else is one by its look."""
    for stop in ("\n", "。", " --", MASK):
        at = text.find(stop, start, end)
        end = at if at >= 0 else end
    for found in _REACH.finditer(text, start, end):
        span = value_at(text, found.start("value"))
        if span is None:
            continue
        value = text[slice(*span)]
        between = text[start : span[0]]
        newest = _NEWER.search(between) and not _ABOUT.search(between)
        code = code_at(text, span[0]) if newest else None
        if code and ends_clause(text, code[1]) and code[1] - code[0] >= 4:
            return code
        stated = between.rstrip().endswith((":", "=", "→")) and ends_clause(text, span[1])
        said = (stated or _NEWER.search(between)) and not _ABOUT.search(between)
        if (is_strong(value) and not newer) or (
            said and is_mixed(value) and (stated or any(map(str.isdigit, value))) and not is_harmless(value)
        ):
            return span
        if said and between.lstrip().startswith(("是", "为", "is ")) and (word := word_at(text, span[0])):
            return word
    return None


def _before(text: str, word: Match) -> Iterator[Span]:
    """The value before its keyword, as in `use … as the password`."""
    at = word.start()
    if found := _BEFORE.search(text[max(0, at - 80) : at]):
        is_all = " is " in found[0] and (ends_clause(text, word.end()) or text.startswith((" for", " on"), word.end()))
        start = max(0, at - 80) + found.start("value")
        value = found["value"].rstrip(",;.")
        if is_strong(value) or ((" as " in found[0] or is_all) and is_mixed(value) and not is_harmless(value)):
            yield start, start + len(value)


def _listed(text: str, first: Span, kind: str, end: int) -> Iterator[Span]:
    """The values that follow the first one in a list, if they are of its kind."""
    like = _kinds(text[slice(*first)])
    several = "分别" in text[max(0, first[0] - 4) : first[0]]
    at = first[1]
    while (joined := _LISTED.match(text, at)) and joined.end() < end:
        span = (code_at(text, joined.end()) if kind != "strict" else None) or value_at(text, joined.end())
        if span is None:
            return
        value = text[slice(*span)]
        kinds, near = _kinds(value), abs(len(value) - (first[1] - first[0])) <= 4
        strong = is_strong(value) and (not joined["words"] or (kinds[-1] and kinds == like))
        words = joined["words"] or ""
        code = value[-1] in "#*" or several or (kind == "codes" and (not words or _OPENED.search(words)))
        code = code or (words in ("旧的", "老的", "新的", "原来的") and kinds == like)
        alike = kinds[:3] == like[:3] and near and not is_harmless(value) and (strong or code)
        if not (alike or (is_strong(value) and kinds[-1] & SPECIALS)):
            return
        yield span
        at = span[1]


def _kinds(value: str) -> tuple[bool, bool, bool, frozenset[str]]:
    """Whether a value has digits, letters and capitals, and which signs it has."""
    digits, letters, capitals = (any(map(kind, value)) for kind in (str.isdigit, str.isalpha, str.isupper))
    return digits, letters, capitals, frozenset(filterfalse(str.isalnum, value))
