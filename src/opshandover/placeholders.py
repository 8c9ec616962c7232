"""Whether a text has content, or is blank or a placeholder.

Whole texts are compared, after width, letter case, punctuation and white space are normalized, so that
`T.B.D.`, `（ＴＢＤ）` and `tbd` are equal. A sentence that contains such a word is not a placeholder:
“客户资料详见附件三第 2 页” is content. Answers such as “是” and “no”, and findings such as “无异常”, are
content and are not listed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import filterfalse

from opshandover.text import Text

EXAMPLE = Text("（示例）", "(example) ")
"""What the examples of a starter file begin with, so that they are no content."""
_EXAMPLE = re.compile(r"\s*[（(【\[]\s*(?:示例|example)\s*[)）】\]]", re.IGNORECASE)

_ZH = """
无 没有 暂无 暂时没有 目前没有 无内容 无数据 空 空白 未知 不详 不清楚 不适用 略 省略
同上 同前 如上 如前 如前所述 如上所述 见上 见上文 见前文 同上班 同上一班 同昨日 同昨天 同前日 同上周
附件 见附件 详见附件 参见附件 请见附件 详情见附件 见附表 详见附表 见附录 详见附录 见文档 详见文档
待定 待补 待补充 待填 待填写 待完善 待更新 待确认 待确定 待续 待办 后补 后续补充 稍后补充 补充中 未填 未填写
请填写 请输入 在此填写 在此输入 此处填写 此处输入 这里填写 单击此处输入文字 单击或点击此处输入文字
单击或点击以输入日期 单击或点击此处输入日期 选择一项 姓名 您的姓名 某 某人 某某
"""

_EN = """
none, nothing, nothing to report, none to report, nil, null, n/a, na, not applicable,
not available, not known, unknown, undefined, empty, blank, void
same, ditto, same as above, same as before, same as yesterday, same as last time, as above,
see above, as before, as stated above
attachment, attached, see attachment, see attachments, see the attachment, see attached,
see attached file, see the attached file, please see attached, see appendix, see annex,
refer to attachment, details in attachment, see document
tbd, tba, tbc, tbs, todo, to do, fixme, to be determined, to be decided, to be defined,
to be confirmed, to be announced, to be added, to be filled in, to be completed, to follow,
coming soon, pending, placeholder, fill in, fill in here, please fill in, insert text here,
enter text here, your text here, text here, click here to enter text,
click or tap here to enter text, click or tap to enter a date, click here to enter a date,
choose an item, person name, your name, name here, first name last name, asdf, qwerty
"""

_VAGUE = """
跟进, 继续跟进, 持续跟进, 正常跟进, 跟进中, 待跟进, 继续, 继续处理, 处理中, 尽快处理, 尽快, 按流程处理, 注意, 注意安全,
多注意, 一切正常, 一切顺利, 一切照常, 都正常, 正常, 没问题, 照常, 在共享盘, 在共享盘里, 共享盘, 在网盘, 网盘,
有事微信我, 有事微信联系, 有事微信找我, 微信我, 微信联系, 有事找我, 有事联系我,
follow up, following up, to be followed up, will follow up, look into it, look into this, will look into it, monitor,
monitor it, keep an eye on it, keep an eye on this, check, check again, check it, deal with it, handle it, continue, continue to follow up, keep following up, in progress, ongoing,
asap, as soon as possible, be careful, take care, stay safe, safety first, all normal, all good, all fine, all ok,
all is well, everything is fine, everything is normal, everything ok, as usual, business as usual, ok, fine,
on the shared drive, shared drive, wechat me, message me, call me, ask me, just ask me
"""
SPECIFIC = frozenset(
    "next_step next_steps approach content remaining reason reason_unfinished response guidance contingency text"
    " location im".split()
)
"""The names of the fields that ask for what, who, where or why, so that a vague text answers nothing there."""

_LOREM = frozenset(
    """
    lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor
    incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation
    ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit
    voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non
    proident sunt culpa qui officia deserunt mollit anim id est laborum
    """.split()
)

_LOREM_START = frozenset(("lorem", "ipsum"))
"""The words that the dummy text begins with."""
_MAX_WORDS = 8
"""No placeholder has as many words."""
_WORD = re.compile(r"[^\W_]+")
_FILLER = re.compile(r"x{2,}|[某×○〇◯●□■]+")
_INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\ufffd"
"""Characters that Unicode classes as letters or symbols, but that show nothing."""
_REMOVE_INVISIBLE = str.maketrans("", "", _INVISIBLE)
_DRAWN = frozenset("~=|+<>×○〇◯●□■☐")
"""Symbols for lines and empty boxes; other symbols, such as emoji, may have a meaning."""
_UNASSIGNED = ("Cn", "Co")
"""Categories of characters unknown to this version of Unicode, or private: rare names use them."""


def _words(text: str) -> list[str]:
    """The words of a text, with width and letter case normalized, without separators."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).translate(_REMOVE_INVISIBLE).casefold())


_KNOWN = frozenset("".join(_words(entry)) for entry in (*_ZH.split(), *re.split(r"[,\n]", _EN)) if entry)
_VAGUE_TEXTS = frozenset("".join(_words(entry)) for entry in re.split(r"[,\n]", _VAGUE)) - {""}
_FOLLOW_UP = re.compile(
    "(?:请|再|先|还要|需要|继续|持续|尽快|抓紧|及时|密切|多|后续|有空){0,3}"
    "(?:跟进|处理|解决|看看?|关注|留意|盯|沟通|协调|推进|确认|催|问)(?:一?下|着|即可|就行|吧|中){0,2}"
)
"""A verb that fits anything, with nothing but how."""
_NEVER_VAGUE = re.compile(
    f"(?![{''.join({text[0] for text in _VAGUE_TEXTS})}请再先还需继持尽抓及密多后有跟处解看关留盯沟协推确催问])"
    r"[0-9A-Za-z\u4e00-\u9fff]|.*[0-9]",
    re.IGNORECASE,
)
"""A first character with which no vague phrase begins, or a figure, which none contains; most texts have one."""
_MAX_VAGUE = 30
"""No vague phrase is as long, whatever its punctuation."""

_PREFIXES = frozenset(word[:end] for word in _KNOWN for end in range(1, len(word) + 1))
"""All prefixes of known placeholders: what a first word must be among; few texts begin so."""
_FILLER_START = re.compile(r"x+|[某×○〇◯●□■]+")
_PLAIN_WORD = re.compile(
    r"([0-9A-Za-z\u4e00-\u9fff]+)(?:[\x00-/:-@\[-`{-\x7f\u2000-\u206f\u3000-\u3002\uff0c\uff1a\uff1b]|\Z)"
)
"""A word that normalization does not change, up to a character that cannot become a letter."""


def says_nothing(text: str) -> bool:
    """Whether a text counts as empty: blank, or only a placeholder."""
    return not _starts_with_other_word(text) and (is_blank(text) or is_placeholder(text))


def _starts_with_other_word(text: str) -> bool:
    """Whether the first word is easy to find, and no placeholder begins with it."""
    word = _PLAIN_WORD.match(text)
    return word is not None and not _may_start_placeholder(word[1])


@lru_cache(maxsize=1024)
def _may_start_placeholder(word: str) -> bool:
    """Whether a placeholder may begin with a word."""
    word = word.lower()
    return word in _PREFIXES or word in _LOREM_START or bool(_FILLER_START.fullmatch(word))


def is_vague(text: str) -> bool:
    """Whether a text is only a phrase that fits anything, such as 继续跟进, 一切正常 or “as usual”.

    It may be an answer, but not in a `SPECIFIC` field.
    """
    if len(text) > _MAX_VAGUE or _NEVER_VAGUE.match(text):
        return False
    phrase = "".join(_words(text))
    return phrase in _VAGUE_TEXTS or _FOLLOW_UP.fullmatch(phrase) is not None


def vague_among(texts: Iterable[str]) -> Iterator[str]:
    """Those of many texts that are vague; nearly all others have a sign of it."""
    return filter(is_vague, filterfalse(_NEVER_VAGUE.match, texts))


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: empty, white space, control and other invisible characters."""
    return not any(map(_is_visible, text))


def is_example(text: str) -> bool:
    """Whether a text is marked as the example of a starter file."""
    return _EXAMPLE.match(text) is not None


def have_example(texts: Iterable[str]) -> bool:
    """Whether one of many texts is such an example."""
    return any(map(_EXAMPLE.match, texts))


def is_placeholder(text: str) -> bool:
    """Whether a text is only a placeholder: 无, 同上, 详见附件, TBD, N/A, lorem ipsum, “-”, “……”.

    Several placeholders in a row (“无。无。”, “TBD（待定）”) count as one; a blank text is not one. So is a text
    marked as an example, whatever follows.
    """
    if is_example(text):
        return True
    if _starts_with_other_word(text):
        return False
    words = _words(text)
    if words and not _may_start_placeholder(words[0]):
        return False
    symbols = set(_WORD.sub("", text))
    if any(unicodedata.category(char) in _UNASSIGNED for char in symbols):
        return False
    if not words:
        return not is_blank(text) and not any(_has_meaning(char) for char in symbols)
    return _is_lorem(words) or _is_sequence_of_placeholders(words)


def _is_sequence_of_placeholders(words: list[str]) -> bool:
    """Whether the words can be cut into placeholders, with none left over."""
    ends, furthest = {0}, 0
    for start in range(len(words)):
        if start in ends:
            pieces = ("".join(words[start:end]) for end in range(start + 1, start + _MAX_WORDS))
            found = {end for end, piece in enumerate(pieces, start + 1) if piece in _KNOWN or _FILLER.fullmatch(piece)}
            ends |= found
            furthest = max(furthest, *found) if found else furthest
        if furthest <= start:
            return False
    return True


def _is_lorem(words: list[str]) -> bool:
    """Whether all words come from the dummy text of printers, beginning with one of its first."""
    return words[0] in _LOREM_START and _LOREM.issuperset(words)


def _is_visible(char: str) -> bool:
    category = unicodedata.category(char)
    return category in _UNASSIGNED or (category[0] not in "CZ" and char not in _INVISIBLE)


def _has_meaning(char: str) -> bool:
    """Whether a character that is neither letter nor digit may have a meaning of its own."""
    category = unicodedata.category(char)
    return category in {"So", "Sc", "Sm"} and char not in _DRAWN and char not in _INVISIBLE
