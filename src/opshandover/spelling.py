"""The known name that a misspelt one is nearest to, if it may have been meant.

Nearness of letters is not nearness of meaning: “未完成” has two of the three characters of “已完成”, and
“unresolved” all the letters of “resolved”. A proposal never crosses a negation, and short words must
be nearly the same.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from itertools import product

_LONGEST = 80
"""Nobody misspells so long a name; comparing takes time."""
_CUTOFF, _CUTOFF_SHORT, _HALF = 0.7, 0.6, 0.5
"""How similar names must be: in Latin letters; in codes and Chinese; in Chinese that begins alike."""
_ALIKE = 0.85
_SLIP = 0.8
"""How similar Latin words must be if one is to be a slip of the other."""

_NOT_YET = frozenset("未不没无非否勿待拟将快半缺欠拒")
"""Characters that turn a word into its opposite, or say that it is not so yet."""
_OPPOSITES = frozenset(
    "上下 前后 开关 收发 进出 增减 高低 买卖 新旧 有无 始终 先后 内外 左右 大小 多少 长短 快慢 移接 给收 供需 甲乙".split()
)
_NOT = frozenset(("not", "no", "non", "never", "without", "half", "almost", "nearly"))
_PREFIXES = (
    "",
    *"un in im ir non not no dis de en em ex re mis up down over under pre post out bi semi tri multi half mid".split(),
)
"""Beginnings of English words that differ in meaning though the rest is the same."""


def fold(written: str) -> str:
    """A name with width, case and surrounding space normalized, for comparison."""
    text = written if written.isascii() else unicodedata.normalize("NFKC", written)
    return text.strip().casefold()


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known name that was meant, as far as its spelling says; `None` if that would be a guess."""
    word = fold(written)
    if not 2 <= len(word) <= _LONGEST:
        return None
    names = {fold(name): name for name in reversed(tuple(known))}
    if word in names:
        return names[word]
    if word.isascii():
        close = difflib.get_close_matches(word, names, n=5, cutoff=_CUTOFF if len(word) > 3 else _CUTOFF_SHORT)
    else:
        close = difflib.get_close_matches(word, names, n=5, cutoff=_HALF)
        if len(word) > 2:
            close = [name for name in close if name[:2] == word[:2] or _ratio(word, name) >= _CUTOFF_SHORT]
            close = [name for name in close if not _is_opposite(word, name)]
            best = _ratio(word, close[0]) if close else 0
            close = [] if len(close) > 1 and len(word) < 4 and _ratio(word, close[1]) == best else close
        else:
            close = [name for name in close if _shares_a_place(word, name)]
            close = close if len(close) == 1 else []
    return next((names[name] for name in close if not _is_opposite(word, name)), None)


def slip_of(written: str, known: Iterable[str]) -> str | None:
    """The known word of which another is only a slip of the keyboard, with the same meaning.

    Stricter than `nearest`: to put one value of a list in place of another would make a claim. One character more
    or less changes a Chinese word (每周, 每两周), and half of the characters are half of the meaning.
    """
    word = fold(written)
    near = nearest(written, known)
    if near is None:
        return None
    name = fold(near)
    if word.isascii():
        return near if _ratio(word, name) >= _SLIP or sorted(word) == sorted(name) else None
    differing = sum(a != b for a, b in zip(word, name, strict=False))
    return near if len(word) == len(name) > 2 and differing == 1 else None


def _shares_a_place(word: str, name: str) -> bool:
    """Whether a name is a word of two characters and one more, or has one of them at the same place."""
    if len(name) == 3:
        return word in name
    return len(name) == 2 and (name[0] == word[0] or name[1] == word[1])


def _is_opposite(one: str, other: str) -> bool:
    """Whether two similar words differ in a negation, or in characters that are opposites."""
    if sum(c in _NOT_YET for c in one) != sum(c in _NOT_YET for c in other):
        return True
    if any(frozenset(pair) <= {*one} ^ {*other} for pair in _OPPOSITES):
        return True
    words, others = _words(one), _words(other)
    if sum(w in _NOT for w in words) != sum(w in _NOT for w in others):
        return True
    return any(_differ_in_prefix(a, b) for a, b in ((one, other), *product(words, others)))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text)


def _differ_in_prefix(one: str, other: str) -> bool:
    """Whether two words are alike but for prefixes such as `un-` and `in-`."""
    if one == other:
        return False
    for a, b in product(_PREFIXES, _PREFIXES):
        if a != b and one.startswith(a) and other.startswith(b):
            rests = one[len(a) :], other[len(b) :]
            if min(map(len, rests)) > 2 and (rests[0] == rests[1] or _ratio(*rests) > max(_ALIKE, _ratio(one, other))):
                return True
    return False


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
