"""Regular expressions that are compiled when they are first used, and a search for words in many texts.

Most runs need few of the patterns, and compiling one costs more than looking for it in a whole document.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

Match = re.Match[str]


class Pattern:
    """A regular expression that is compiled when one of its searches is first asked for."""

    compiled: re.Pattern[str]
    search: Callable[..., Match | None]
    match: Callable[..., Match | None]
    fullmatch: Callable[..., Match | None]
    finditer: Callable[..., Iterator[Match]]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in Pattern.__annotations__:
            raise AttributeError(name)
        self.compiled = one = re.compile(self.source, self.flags)
        self.search, self.match, self.fullmatch, self.finditer = one.search, one.match, one.fullmatch, one.finditer
        return vars(self)[name]


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of the longest of some words, by their first letter: so the engine skips all other letters."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())


def any_spelling(words: Iterable[str]) -> str:
    """Return the pattern of any of some words, a `_` in one standing for any or no sign between its parts."""
    return any_of(words).replace("_", "[ _-]?")


def either(words: Collection[str]) -> str:
    """Return the pattern of any of some words in any spelling, Latin ones whole but for a number behind them."""
    latin = any_spelling(filter(str.isascii, words))
    other = any_of(word for word in words if not word.isascii())
    return "|".join(filter(None, (other, latin and rf"(?<![A-Za-z0-9])(?:{latin})(?![A-Za-z])")))


_MANY = 500
"""So many texts are searched as one."""


class Texts(tuple[str, ...]):
    """Many texts in which signs are looked for, in lower case and joined once for all who look."""

    @cached_property
    def lower(self) -> Sequence[str]:
        """Each text in lower case."""
        return [text.lower() for text in self]

    @cached_property
    def whole(self) -> str:
        """All of them in lower case, a line break between two."""
        return "\n".join(self.lower)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each text starts in the whole."""
        return list(accumulate((len(text) + 1 for text in self.lower), initial=0))


class Signs:
    """Words and a few cheap patterns, one of which a text must hold before any other pattern is tried.

    Words are given in lower case and stand for either case.
    """

    def __init__(self, words: Iterable[str], *patterns: str) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._any_word = Pattern(any_of(self._words))
        self._patterns = tuple(map(Pattern, patterns))

    def search(self, text: str) -> bool:
        """Whether a text holds one of the signs."""
        lower = text.lower()
        for word in self._words:  # measured, `any` takes twice as long
            if word in lower:
                return True
        return any(pattern.search(text) for pattern in self._patterns)

    def among(self, texts: Collection[str]) -> set[str]:
        """Return those of many texts that hold a sign; few are not worth compiling the pattern of all words."""
        each = texts if isinstance(texts, Texts) else Texts(texts)
        found = {text for pattern in self._patterns for text in filter(pattern.search, each)}
        if len(each) < _MANY:
            present = [word for word in self._words if word in each.whole]
            found.update(text for text, low in zip(each, each.lower, strict=True) if any(w in low for w in present))
        elif self._words:
            at = 0
            while hit := self._any_word.search(each.whole, at):
                number = bisect_right(each.starts, hit.start()) - 1
                found.add(each[number])
                at = each.starts[number + 1]
        return found
