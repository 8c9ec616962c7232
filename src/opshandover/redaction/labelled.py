"""Secrets beside a keyword: behind it in its clause, or before it."""

import re
from collections.abc import Iterator
from itertools import filterfalse

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME, find_keywords
from opshandover.redaction.mask import MASK
from opshandover.redaction.patterns import Match, Pattern
from opshandover.redaction.points import BESIDE, COLON, FAR, IS, NEAR, secret_at
from opshandover.redaction.values import (
    SPECIALS,
    code_at,
    ends_clause,
    is_harmless,
    is_mixed,
    is_remark,
    is_strong,
    value_at,
)

_CLOSED = r"(?:[\"'`*\])>）】]{1,2}(?=[ \t:=是为,，|-]))?"
_SIGN = r"(?::=|=>|->|→|[:=]{1,2}(?: ?!!\w+)?)"
_AHEAD = (
    "(?:[^\n。；:?？]{0,16}，(?=现在|目前|我的|也|还|新的|应该|没记错))?"
    "(?:没记错的话|新的|应该|[今昨前上本周月天日刚才已经也都现在目暂时临统一直没动变过嘛啊全部默认始出厂我们给设写这儿里下了的就还仍先分别]){0,10}?"
)
"""Words between a keyword and what it is: none that make it another noun."""
_STATED = Pattern(
    rf"{_CLOSED}[ \t]{{0,4}}(?:{_AHEAD}(?:[改换设填用定写](?:成|为|的是)?了?|[是为叫]|[:=→【])|(?P<set>(?:(?![人员])[\u4e00-\u9fff]){{0,6}}?[改换设置新定写](?:成|为|的是)了?)"
    r"|[^\n。；:?？（(]{0,12}一样(?=[（(])|[^\n。；:?？]{0,12}，就|[?？] ?It(?:'s| is)"
    r"|(?: ?(?:for|of|to|on|in|at|we|I|that) [^\n:=.,;]{1,40}?)?(?: ?\b(?:is|was|remains|stays|becomes|reads|will be|should be|(?:has been |was |is )?(?:now )?(?:changed|changes|set|reset) to)|[:=])"
    r"(?: (?:now|still|simply|just|currently|literally|the word))?(?= )|['’]s(?= )|[^\n:=.,;]{0,12} to(?= [*#]?\d{4})|unchanged, still(?= ))[: ]*"
    r"(?=(?:[的个那]|店名|店铺|公司|品牌|英文|名字|全拼|拼音|缩写|原来|以前|之前|大写|小写){0,4}[: ]{0,2}[!-~（【]|[一二两三四五六七八大小\d]|[\u4e00-\u9fff]{1,12}(?:加|\+|后面|[一二两三四五六七八]个字|\d))",
    re.IGNORECASE,
)
_BEHIND = Pattern(
    rf"(?:(?P<sign>[\"'] value=|{_CLOSED}(?: ?[(（][^()（）\n]{{1,16}}[)）](?= ?[:=是为]))?[ \t]{{0,4}}{_SIGN})|{_CLOSED}(?:[四五六七八\d] ?位(?:数字?)?[,，是:]?)?[ \t]{{0,4}}[,，|-]?)[ \t]{{0,4}}"
)
_GOES_ON = Pattern(r"(?![\s:=\"'`(\[<,|*)\]>]|-[ >-]|\?\s)[!-~]")
"""What makes a keyword the beginning of something else, such as `password_file`."""
_START = Pattern(r"(?<![!-~])[`(\[<=:>-]*(?=[!-~])")
_NEWER = Pattern(
    r"(?:[\u4e00-\u9fff][是用] ?|那个 ?|[先再要][按输]入? ?|(?:现在|新的?|如今|改|还|仍然?|依然|一直|就|换|即)(?:就?是|用|成|叫|为)? ?|(?:now|still|it|it is|it's|ours|mine|which|try|use)(?: is)? )[\"'`(]?$"
)
_ABOUT = Pattern(
    "不[要能]|错误|状态|返回|类型|版本|长度|有效|数|指标|编号|工单|人(?!记)|日期|时间|见|error|name|id|type|version|count|status|expire|due|in use",
    re.IGNORECASE,
)
"""What a clause is about that speaks of keys and codes, but states none."""
_QUESTION = Pattern(
    r"[^\n。?？]{0,12}(?:[?？]|多少|什么|啥|[发给]我|pl[sz]|please)[^\n]{0,12}[\" :]{0,3}(?:试试|用|(?:try|use))? ?"
)
_ITEM = Pattern(r": ?(?:[\u4e00-\u9fff]{1,8}|[A-Za-z]{2,12} ) ?(?=[!-~]{4})(?=[!-~]{0,12}[A-Za-z])")
_LISTED = Pattern(
    r"[\"'`*]{0,2}[ ,，;；、/]{0,3}(?:和|及|或|and |or |(?P<new>[旧老新]的|原来的|(?:the )?new (?:one )?is )|(?P<name>[\u4e00-\u9fff]{1,6}|(?:[a-z]{1,12} ){1,4}))?[ ,，;；、/:]{0,2}[\"'`]?"
)
_PAIR_BEFORE = Pattern(rf"{NAME} ?(?:[/|和与及、&+]| and )? ?(?:分别)?$|账密$", re.IGNORECASE)
_PAIR = Pattern(r"[^\s<>()\[\]\u0080-\uffff]{2,64}?(?: ?[/|] ?|: ?(?!/)|[,，] ?| (?:and|和|[/]) | {1,4})(?=[!-~]{4}|●)")
_ACCOUNT_BEFORE = Pattern(
    rf"{NAME}(?: as)?[:= ]{{1,3}}(?!and |or |\|)[!-~]{{1,64}}[ ,，;；/]{{1,3}}(?:and |with (?:the )?)?\w{{0,8}}$",
    re.IGNORECASE,
)
_BEFORE = Pattern(
    r"(?<![!-~])[\"'`(<\[]{0,2}(?P<value>[!-~]{5,64}?)[\"'`)>\]]{0,2}"
    r"(?: ?(?:这个)?[就才]?[是作]为?[^\n，。,]{0,12}| (?:as|is) (?:the |our )?(?:[a-z0-9-]{1,16} ){0,2}| \((?:[\w-]{1,16} ){0,2}| ?(?:if|when|until|作废|已?失效|停用|不再?用|不行)[^\n。.]{0,20})$",
    re.IGNORECASE,
)
_ASKS_FOR_PHONE = Pattern(r"(?:忘记?|重置|找回|咨询|保管|联系|reset|lost|forg[eo]t)[^\n，。]{0,8}$", re.IGNORECASE)
_ANSWER = Pattern(
    r"[\"'<\[](?P<quoted>[^\n\"'<>\[\]]{1,40})[\"'>\]]|(?P<chinese>[\u4e00-\u9fff·]{1,12}\w{0,8}(?: [\u4e00-\u9fff]{1,4}){0,23})"
    r"|(?P<phrase>[a-z]{3,10}(?:[ ,、]{1,2}[a-z]{3,10}){5,23})|(?P<latin>[A-Z0-9][\w'-]{1,30}(?: [A-Z0-9][\w'-]{0,30}){0,3})"
)
_REACH = 80


def find_labelled(text: str) -> Iterator[Span]:
    """Yield the spans of values that belong to a keyword such as `密码`."""
    words = find_keywords(text)
    for number, word in enumerate(words):
        end = words[number + 1].start() if number + 1 < len(words) else len(text)
        if not (word[0][-1].isascii() and _GOES_ON.match(text, word.end())):
            yield from _behind(text, word, min(end, word.end() + _REACH))
        if word.lastgroup == "open":
            yield from _before(text, word)


def _behind(text: str, word: Match, end: int) -> Iterator[Span]:
    """The values in the clause behind a keyword."""
    kind = word.lastgroup or ""
    before = text[max(0, word.start() - 64) : word.start()]
    if kind == "strict" and word[0][-1] == "码":
        kind = "codes"
    paired = kind == "open" and _PAIR_BEFORE.search(
        text, max(0, word.start() - 24), word.end() if word[0] == "账密" else word.start()
    )
    named = _ITEM.match(text, word.end(), end)
    last: Span | None = None
    for place, link in _places(text, word, end, before):
        if last and place <= last[1]:
            continue
        pair = _PAIR.match(text, place) if paired else None
        at = place if pair is None or is_harmless(pair[0].strip(" /|,")) else pair.end()
        if kind == "answer":
            span = _answer(text, at) if link > FAR and at > word.end() else None
        elif last:
            span = _next(text, last, at, kind, named=bool(named))
        else:
            span = secret_at(text, at, kind, link)
        if span:
            yield span
            last = span


def _next(text: str, last: Span, at: int, kind: str, *, named: bool) -> Span | None:
    """A further value of a list."""
    span = (code_at(text, at) if kind != "strict" else None) or value_at(text, at)
    if span is None:
        return None
    one, other = text[slice(*last)], text[slice(*span)]
    signs = set(filterfalse(str.isalnum, other))
    joined = _LISTED.fullmatch(text, last[1], at)
    if joined and _shape(one) == _shape(other) and abs(len(one) - len(other)) <= 4 and not is_harmless(other):
        strong = is_strong(other) and (not joined["name"] or (signs and signs == set(filterfalse(str.isalnum, one))))
        several = kind == "codes" or other[-1] in "#*" or joined["new"] or "分别" in text[max(0, last[0] - 4) : last[0]]
        if strong or several or named:
            return span
    return span if is_strong(other) and signs & SPECIALS else None


def _shape(value: str) -> tuple[bool, ...]:
    return tuple(any(map(kind, value)) for kind in (str.isdigit, str.isalpha, str.isupper))


def _places(text: str, word: Match, end: int, before: str) -> Iterator[tuple[int, int]]:
    """Where a value may begin behind a keyword, and the points of its link to it."""
    start = word.end()
    near = _BEHIND.match(text, start)
    phone = _ASKS_FOR_PHONE.search(before)
    if near and near["sign"]:
        yield near.end(), BESIDE if phone else COLON
        if item := _ITEM.match(text, start, end):
            yield item.end(), NEAR
    elif stated := _STATED.match(text, start):
        yield stated.end(), NEAR if stated["set"] else IS
    elif near:
        owned = _ACCOUNT_BEFORE.search(before) and text[near.end() - 1] in " :="
        vague = word[0].lower() in ("pass", "passwd") or (
            word[0].isascii() and before[-1:].isascii() and before[-1:].isalpha()
        )
        yield near.end(), IS if owned else FAR if vague else BESIDE
    for stop in ("\n", "。", " --", MASK):
        at = text.find(stop, start, end)
        end = at if at >= 0 else end
    for found in _START.finditer(text, start, end):
        between = text[start : found.end()]
        if phone or _ABOUT.search(between):
            link = FAR
        elif between.rstrip("\"'`( ").endswith((":", "=", "→")):
            link = NEAR if word.lastgroup == "open" else IS
        else:
            link = NEAR if _NEWER.search(between) or _QUESTION.fullmatch(between) else FAR
        yield found.end(), link


def _answer(text: str, at: int) -> Span | None:
    found = _ANSWER.match(text, at)
    if found is None or is_harmless(found[0].split(" ")[0]) or is_remark(found[0]):
        return None
    return found.span(found.lastgroup or 0) if ends_clause(text, found.end()) else None


def _before(text: str, word: Match) -> Iterator[Span]:
    """The value before its keyword, as in `use … as the password`."""
    at = word.start()
    if found := _BEFORE.search(text[max(0, at - 80) : at]):
        is_all = " is " in found[0] and (ends_clause(text, word.end()) or text.startswith((" for", " on"), word.end()))
        start = max(0, at - 80) + found.start("value")
        value = found["value"].rstrip(",;.")
        if is_strong(value) or ((" as " in found[0] or is_all) and is_mixed(value) and not is_harmless(value)):
            yield start, start + len(value)
