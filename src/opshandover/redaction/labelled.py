"""Secrets beside a keyword: behind it in its clause, or before it.

A keyword reaches to the end of its clause. How it is written there says how closely it announces a value:
behind a colon, stated, side by side, or only in the same clause.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from opshandover.redaction.folding import Span
from opshandover.redaction.keywords import NAME, find_keywords
from opshandover.redaction.mask import MASK
from opshandover.redaction.patterns import Match, Pattern, any_of, either
from opshandover.redaction.points import ASKS, BESIDE, COLON, FAR, IS, LED, NEAR, START, secret_at
from opshandover.redaction.values import code_at, ends_clause, look, value_at
from opshandover.redaction.vocabulary import NOT_STATED, SOUGHT, STATES, STATES_ZH

_REACH = 80
"""How far behind a keyword a value may begin."""
_CLOSED = r"(?:[\"'`*\])>）】]{1,2}(?=[ \t:=是为,，|-]))?"
_SIGN = r"(?::=|=>|->|→|[:=]{1,2}(?: ?!!\w+)?)"
_NEXT = Pattern(
    rf"(?:(?P<sign>[\"'] value=|{_CLOSED}(?: ?[(（][^()（）\n]{{1,16}}[)）](?= ?[:=是为]))?[ \t]{{0,4}}{_SIGN})"
    rf"|{_CLOSED}(?:[四五六七八\d] ?位(?:数字?)?[,，是:]?)?[ \t]{{0,4}}[,，|-]?)[ \t]{{0,4}}"
)
"""Behind a sign, or side by side."""
_STATED_ZH = rf"(?:[\u4e00-\u9fff ]{{0,12}}，)?[\u4e00-\u9fff]{{0,8}}(?:{any_of(STATES_ZH)})了?"
_OF = r"(?: ?(?:for|of|to|on|in|at|we|I|that) [^\n:=.,;]{1,40}?)?"
_STATED = Pattern(
    rf"{_CLOSED}[ \t]{{0,4}}(?:{_STATED_ZH}|{_OF}(?:\??(?: (?:{either(STATES)})){{1,4}}|[:=]| to(?= [*#]?\d))|'s(?= ))"
    r"[: ]{0,3}",
    re.IGNORECASE,
)
_GOES_ON = Pattern(r"(?![\s:=\"'`(\[<,|*)\]>]|-[ >-]|\?\s)[!-~]")
"""What makes a keyword the beginning of something else, such as `password_file`."""
_ABOUT = Pattern(either(NOT_STATED), re.IGNORECASE)
_LISTED = Pattern(
    r"[\"'`*]{0,2}[ ,，;；、/:]{0,3}(?:(?P<and>和|及|或|and |or )|(?P<new>[旧老新]的是?|(?:the )?new (?:one )?is )|[\u4e00-\u9fff]{1,6}|(?:[a-z]{1,12} ){1,4})?[ ,:]{0,2}[\"'`]?"
)
"""What stands between two values of one keyword."""
_FIRST = Pattern(r"[\w.@-]{2,64}(?P<by> ?[/|] ?)(?=[!-~]{4}|●)", re.ASCII)
"""The account before its password."""
_ACCOUNT_BEFORE = Pattern(
    rf"{NAME}(?: as)?[:= ]{{1,3}}(?!and |or |\|)[!-~]{{1,64}}[ ,，;；/]{{1,3}}(?:and |with (?:the )?)?\w{{0,8}}$",
    re.IGNORECASE,
)
_BEFORE = Pattern(
    r"(?<![!-~])[\"'`(<\[]{0,2}(?P<value>[!-~]{5,64}?)[\"'`)>\]]{0,2}"
    r"(?: ?(?:这个)?[就才]?[是作]为?[^\n，。,]{0,12}| (?P<as>as|is) (?:the |our )?(?:[a-z0-9-]{1,16} ){0,2}| ?(?:if|when|until|作废|已?失效|停用)[^\n。.]{0,20})$",
    re.IGNORECASE,
)


def find_labelled(text: str) -> Iterator[Span]:
    """Yield the spans of values that belong to a keyword such as `密码`."""
    words = find_keywords(text)
    for word, following in zip_longest(words, words[1:]):
        end = min(word.end() + _REACH, following.start() if following else len(text))
        if not (word[0][-1].isascii() and _GOES_ON.match(text, word.end())):
            yield from _behind(text, word, end)
        if word.lastgroup == "open":
            yield from _before(text, word)


def _behind(text: str, word: Match, end: int) -> Iterator[Span]:
    """The values in the clause behind a keyword."""
    kind = word.lastgroup or ""
    last, named = None, False
    for at, link in _places(text, word, end):
        if last and at <= last[1]:
            continue
        begin = _second(text, at) if kind == "open" else at
        named = named or (last is None and _is_item(text[word.end() : at]))
        span = _next(text, last, begin, kind, named=named) if last else secret_at(text, begin, kind, link)
        if span:
            yield span
            last = span


def _second(text: str, at: int) -> int:
    """Where the password begins if an account is before it, or else the place itself."""
    first = _FIRST.match(text, at)
    one = first and (first["by"] != "/" or look(text[slice(*value_at(text, at) or (at, at))]).harmless)
    return first.end() if first and one else at


def _places(text: str, word: Match, end: int) -> Iterator[tuple[int, int]]:
    """Where a value may begin behind a keyword, and the points of its link to it."""
    start = word.end()
    before = text[max(0, word.start() - 64) : word.start()]
    phone = any(word in before[-10:].casefold() for word in SOUGHT)
    near, stated = _NEXT.match(text, start), _STATED.match(text, start)
    if near and near["sign"]:
        yield near.end(), BESIDE if phone else COLON
    elif stated and not _ABOUT.search(stated[0].rpartition("，")[2]):
        yield stated.end(), IS
    elif near:
        owned = _ACCOUNT_BEFORE.search(before)
        part = word[0].casefold() in ("pass", "passwd") or (
            word[0].isascii() and before[-1:].isascii() and before[-1:].isalpha()
        )
        yield near.end(), IS if owned else FAR if part else BESIDE
    for stop in ("\n", "。", MASK):
        at = text.find(stop, start, end)
        end = at if at >= 0 else end
    for found in START.finditer(text, start, end):
        between = text[start : found.end()]
        if phone or _ABOUT.search(between):
            link = FAR
        elif between.rstrip("\"'`( ").endswith((":", "=", "→")):
            link = NEAR if word.lastgroup == "open" else IS
        else:
            link = NEAR if LED.search(between) or _is_item(between) or ASKS.search(between) else FAR
        yield found.end(), link


def _is_item(between: str) -> bool:
    """Whether a colon and one name stand between a keyword and a value, as in `密码：淘宝 …，京东 …`."""
    return between.startswith(":") and len(between) < 16 and between[1:].strip().isalpha()


def _next(text: str, last: Span, at: int, kind: str, *, named: bool) -> Span | None:
    """A further value of a list: strong, or of the same shape as the one before."""
    span = (code_at(text, at) if kind != "strict" else None) or value_at(text, at)
    if span is None:
        return None
    one, other = look(text[slice(*last)]), look(text[slice(*span)])
    joined = _LISTED.fullmatch(text, last[1], at)
    if joined is None or other.harmless:
        return None
    alike = one.shape == other.shape and abs(len(one.value) - len(other.value)) <= 4
    several = alike and (named or kind == "codes" or other.signs or joined["and"])
    return span if several or joined["new"] else None


def _before(text: str, word: Match) -> Iterator[Span]:
    """The value before its keyword, as in `use … as the password`."""
    at = word.start()
    if found := _BEFORE.search(text, max(0, at - 80), at):
        value = look(found["value"].rstrip(",;."))
        stated = found["as"] == "as" or (
            found["as"] and (ends_clause(text, word.end()) or text.startswith((" for", " on"), word.end()))
        )
        if value.strong or (stated and value.mixed and not value.harmless):
            yield found.start("value"), found.start("value") + len(value.value)
