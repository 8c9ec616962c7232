"""The values themselves: where one begins and ends, and whether it can be a secret."""

import re
import unicodedata

from opshandover.redaction.harmless import (
    is_chinese_remark,
    is_english_remark,
    is_harmless,
    is_identifier,
    is_not_secret,
    is_phone,
    is_quantity,
    is_ticket,
)
from opshandover.redaction.prefilter import mark

Span = tuple[int, int]

CHAR = r"[!-~０-９Ａ-Ｚａ-ｚ]"
CODE = (
    r"(?:(?<!\d)\d{1,4}(?:[-–·. ]\d{1,4}){1,5}(?![A-Za-zＡ-Ｚａ-ｚ\d]|[-–·.:]\d)"
    r"|[*#]?\d{4,10}(?![A-Za-zＡ-Ｚａ-ｚ\d])[*#]?|\d{3}[*#](?!\d)|#\d{3}(?!\d))"
)
"""A code for a lock: digits, also in groups, also with the keys `*` and `#`."""
SPECIALS = "@#$%^&*!+=~"
_SPECIALS = frozenset(SPECIALS)
_REST_OF_FIVE = "|".join(f"(?<={CHAR}{{{n}}}.){CHAR}{{{4 - n}}}" for n in range(5))
_LETTER, _OTHER = "[A-Za-zＡ-Ｚａ-ｚ]", r"[!-/:-@\[-`{-~]"
_BEHIND_A_LETTER = "|".join((*(f"(?<={_LETTER}{_OTHER}{{{n}}}.)" for n in range(3)), f"(?<={_OTHER}{{3}}.)"))
_TICKET_BEFORE = r"(?<!(?<![!-~])[A-Z]-.)"
_BY_A_LETTER = f"(?={_OTHER}{{0,200}}{_LETTER})|(?<![0-9].){_TICKET_BEFORE}(?:{_BEHIND_A_LETTER})"
VALUE_SIGNS = (
    mark(re.escape(SPECIALS), _REST_OF_FIVE),
    mark("0-9０-９", f"(?:{_BY_A_LETTER})(?:{_REST_OF_FIVE})"),
    mark("0-9０-９", "[0-9０-９]{5}"),
    mark(r"\"'`", f"{CHAR}{{3}}"),
)
"""Signs of a value that has a digit and a letter, many digits, a special character, or quotes."""
_QUOTED = re.compile(r"[\"'`“‘「『](?P<value>[!#-&(-_a-~ \u4e00-\u9fff０-９Ａ-Ｚａ-ｚ]{3,128})[\"'`”’」』]")
_BARE = re.compile(rf"(?P<value>{CHAR}{{1,200}})")
_CUT = re.compile(r"\||&(?=[\w.-]{1,40}=)|<(?:br|/)|\*\*|;(?=\w{1,30}=)")
_CODE = re.compile(CODE)
_PLAIN = re.compile(r"[\w+/=-]+")
_ENDS_CLAUSE = re.compile(
    r"[\"'”’」』`*]{0,3}[ \t]{0,8}(?:$|[\r\n，。；、！（,;.)）|】\]}]|<br| ?[(—呀啊哈哦吧呢嘛噢])"
)
_CHINESE = re.compile(
    r"(?P<value>(?=[A-Za-z0-9@#$%^&*!+=~_.-]{0,23}[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z0-9@#$%^&*!+=~_.-]{3,24})"
)
_CONTINUES = re.compile(r" ?[a-z\u4e00-\u9fff-]")
_PLACE = re.compile(r" (?:on|at|for|to|in|and|then|but|until) ")
_COUNTED = re.compile(
    r"(?P<value>[一二两三四五六七八九十\d]{1,2} ?个 ?[\d零〇一二三四五六七八九](?![\d位月小])"
    r"|(?:three|four|five|six|seven|eight|nine) (?:zero|one|two|three|four|five|six|seven|eight|nine|\d)(?:e?s|['’]s)(?![a-z]))"
)
_PASSPHRASE = re.compile(r"(?P<value>[A-Za-z]{3,14}(?: [a-z]{3,14}){3,7}(?: \d{1,4})?)(?![\w-]| [A-Za-z\d])")
_ANSWER = re.compile(
    r"(?:[“\"「『'](?P<quoted>[^\n“”\"「」『』]{1,40})[”\"」』']"
    r"|(?P<chinese>[\u4e00-\u9fff·]{1,20}[\w]{0,12})|(?P<latin>[A-Z0-9][\w'-]{1,30}(?: [A-Z0-9][\w'-]{0,30}){0,3}))"
)
_WORDS = re.compile(r"(?P<value>[a-z]{3,10}(?:[ ,、]{1,2}[a-z]{3,10}){5,23})")


def ends_clause(text: str, at: int) -> bool:
    """Whether a clause, a line or a cell ends at an offset."""
    return bool(_ENDS_CLAUSE.match(text, at))


def span_at(text: str, at: int) -> Span | None:
    """Return the span of the value that begins at an offset, without quotes and final punctuation."""
    if quoted := _QUOTED.match(text, at):
        return quoted.span("value")
    bare = _BARE.match(text, at)
    if bare is None:
        return None
    start, stop = bare.span()
    if cut := _CUT.search(text, start, stop):
        stop = cut.start()
    while stop > start and text[stop - 1] in ".,:;)]}>\"'`":
        stop -= 1
    while start < stop and text[start] in "\"'`([{*":
        start += 1
    return (start, stop) if stop > start else None


def code_at(text: str, at: int) -> Span | None:
    """Return the span of the code that begins at an offset, including a longer group of digits."""
    found = _CODE.match(text, at)
    if found is None or sum(map(str.isdigit, found[0])) < 3:
        return None
    value = found[0]
    harmless = is_harmless(value) or is_quantity(text, value.replace(" ", ""), found.end())
    phone = is_phone(value) and value.count("-")
    return None if harmless or phone else found.span()


def words_at(text: str, at: int, kind: str) -> Span | None:
    """Return the span of a value made of words of a language, if the kind of keyword allows one."""
    if kind == "phrase":
        found = _WORDS.match(text, at)
        return found.span("value") if found else None
    if kind == "answer":
        return _answer_at(text, at)
    return _phrase_at(text, at) if kind == "open" else None


def _answer_at(text: str, at: int) -> Span | None:
    found = _ANSWER.match(text, at)
    if found is None or is_not_secret(found[0].split(" ")[0]):
        return None
    chinese = found["chinese"]
    is_remark = chinese is not None and (is_chinese_remark(chinese) or not ends_clause(text, found.end()))
    return None if is_remark else found.span(found.lastgroup or 0)


def _phrase_at(text: str, at: int) -> Span | None:
    if (found := _PASSPHRASE.match(text, at)) and ends_clause(text, found.end()):
        return None if is_english_remark(found["value"]) else found.span("value")
    found = _CHINESE.match(text, at)
    if found is None or not ends_clause(text, found.end()) or is_chinese_remark(found[0]):
        return None
    mixed = any(c.isascii() for c in found[0])
    return found.span("value") if mixed or len(found[0]) >= 4 else None


def counted_at(text: str, at: int) -> Span | None:
    """Return the span of a value that is stated by counting, as in `六个8`."""
    found = _COUNTED.match(text, at)
    return found.span("value") if found and ends_clause(text, found.end()) else None


def is_quoted(text: str, span: Span) -> bool:
    """Whether a value is in quotation marks."""
    return span[0] > 0 and text[span[0] - 1] in "\"'`“‘「『"


def has_special_character(value: str) -> bool:
    """Whether a value has one of the special characters that password policies ask for."""
    return not _SPECIALS.isdisjoint(value)


def is_password_like(value: str) -> bool:
    """Whether a value looks like a password: letters, digits, and a special character or both cases.

    One of lower-case letters and digits only is as often the name of a server or an account.
    """
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    cases = any(map(str.isupper, value)) and any(map(str.islower, value)) and len(value) >= 6
    shaped = has_special_character(value) or cases or ("_" in value and len(value) >= 6)
    return (
        letters
        and digits
        and shaped
        and len(value) >= 5
        and not (is_not_secret(value) or is_ticket(value) or is_identifier(value))
    )


def character_kinds(value: str) -> tuple[bool, ...]:
    """Return which kinds of characters a value has, to find similar values."""
    kinds = (str.isdigit, str.isalpha, str.isupper)
    return (*(any(map(kind, value)) for kind in kinds), has_special_character(value))


def _continues(text: str, span: Span) -> bool:
    """Whether digits are only the beginning of a quantity or a name."""
    placed = span[1] - span[0] >= 4 and _PLACE.match(text, span[1])
    return bool(_CONTINUES.match(text, span[1])) and not placed


def can_be_secret(text: str, span: Span, kind: str, *, explicit: bool) -> bool:
    """Whether a value after a keyword of a kind can be a secret.

    With `explicit`, a colon or the like separates the keyword from the value, so less is required of the
    value itself.
    """
    value = unicodedata.normalize("NFKC", text[slice(*span)])
    if is_not_secret(value) and kind != "digits":
        return False
    if is_quantity(text, value, span[1]):
        return False
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    match kind:
        case "strict" | "key":
            long = digits or (len(value) >= 16 and value.isalnum())
            least = 8 if kind == "strict" else 16
            made = len(value) >= least and letters and long and not is_identifier(value)
            plain = kind == "strict" or bool(_PLAIN.fullmatch(value))
            return made and plain and not is_ticket(value) and value.isascii()
        case "digits":
            value = value.rstrip("#*")
            return value.isdigit() and len(value) >= 3 and not _continues(text, span)
        case "codes":
            return letters and digits and len(value) >= 4 and not is_ticket(value)
        case "answer" | "phrase":
            return False
        case _:
            pass
    if (letters and (digits or has_special_character(value))) or (value.isdigit() and kind == "open"):
        return len(value) >= 4 and (explicit or not is_ticket(value))
    return explicit and kind == "open" and len(value) >= 3 and ends_clause(text, span[1])
