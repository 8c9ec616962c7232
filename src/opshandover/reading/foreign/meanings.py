"""What words mean: those that stand in like company in public texts lie near each other.

So a heading in words that nobody labelled is known by those that mean much the same. A word is one in English, and a
pair of characters in Chinese; its vector was learned from where it stands, in 225 MB of public text (`nox -s learn`).
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from attrs import frozen

from opshandover.reading.foreign.labels import normal, title_of

ZERO = "O"
"""The sign of nothing, in the middle of those that can be printed; the others count from there, up or down."""
_WORD = re.compile(r"[a-z][a-z'-]*|[\u4e00-\u9fff]+")


def words_in(text: str) -> list[str]:
    """The English words of a text and its runs of Chinese characters, without the number of a heading."""
    title = title_of(text)
    return _WORD.findall(normal(f"{title.text} {title.aside}"))


def plain(word: str) -> str:
    """An English word without the ending of several, or of what belongs to it."""
    return word.removesuffix("'s").rstrip("s") or word


def meant(text: str) -> Iterator[str]:
    """The words of a text that have a meaning of their own: of Chinese each pair of characters, or one that is alone."""
    for word in words_in(text):
        if word.isascii():
            yield plain(word)
        elif len(word) == 1:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))


@frozen(eq=False)
class Meanings:
    """The vectors of words, each a sign for each of its dimensions."""

    vectors: Mapping[str, str]

    def of(self, text: str) -> tuple[float, ...]:
        """The direction of a text, the sum of the vectors of its words: of length 1, or empty if it has none."""
        return _of(self, text)


@lru_cache(maxsize=256)
def _of(meanings: Meanings, text: str) -> tuple[float, ...]:
    words = dict.fromkeys(meant(text))
    vectors = [vector.encode() for vector in map(meanings.vectors.get, words) if vector is not None]
    middle = len(vectors) * ord(ZERO)
    sums = [sum(column) - middle for column in zip(*vectors, strict=True)]
    length = math.hypot(*sums)
    return tuple(one / length for one in sums) if length else ()


@cache
def meanings() -> Meanings:
    """The vectors in the package."""
    return Meanings(json.loads((files("opshandover.reading.foreign") / "meanings.json").read_text("utf-8")))
