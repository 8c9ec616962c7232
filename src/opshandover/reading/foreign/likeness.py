"""Which sections a heading in people's own words is most like, where no declared word stands in it as a whole.

Every pair and every triple of Chinese characters and every English word speaks for the sections among whose labels,
synonyms and stems it occurs: the more of its occurrences are theirs, the more. The heading counts most, towards its
end more than at its beginning in Chinese; what stands below it only decides between the sections that it names.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from opshandover.model import OpsDocument, Section
from opshandover.model.fields import section_fields
from opshandover.reading.foreign.homes import SAYS_LITTLE, words_of
from opshandover.reading.foreign.labels import normal, title_of

_LEAST = 0.3
"""A section with fewer points is not worth a word."""
_MOST = 3
_BELOW = 1.2
"""The points of all that stands below a heading."""
_READ = 600
"""The characters below a heading that are looked at."""
_SPEAK_FOR_NONE = SAYS_LITTLE | frozenset(
    "about after are been before being between but can could did doe during each from get had has have here how into "
    "its like look make may need not off onto out over should such than that their them then there these they thi "
    "those through under until upon use via want wa were what when where which while who why will within without "
    "would you".split()
)
"""Words, the English ones without an s at their end, that stand in declared words but speak for none."""
_WORD = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]+")


def nearest_sections(heading: str, below: str) -> tuple[str, ...]:
    """The keys of the sections that a heading and what stands below it are most like, the likeliest first.

    Of 63 headings in public documents for which it names any, the first was right for 23 and one of the three for 37:
    good enough to suggest, too little to put a text there.

    Args:
        heading: the heading, as it is written.
        below: the text below it.
    """
    points = _points(title_of(heading).text, rising=True)
    content = _points(below[:_READ])
    whole = sum(content.values())
    for section in points:
        points[section] += _BELOW * content.get(section, 0) / (whole or 1)
    best = sorted(points, key=lambda section: -points[section])[:_MOST]
    return tuple(section for section in best if points[section] >= _LEAST)


def _points(text: str, *, rising: bool = False) -> dict[str, float]:
    """What the pieces of a text say for each section; `rising` if the last ones of a Chinese text count twice."""
    points: dict[str, float] = {}
    known = _pieces_of_sections()
    text = normal(text)
    for piece, end in _pieces(text):
        weight = 1 + end / len(text) if rising and not piece.isascii() else 1
        for section, share in known.get(piece, {}).items():
            points[section] = points.get(section, 0) + weight * share
    return points


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The pieces of a text, each with the place behind it."""
    for word in _WORD.finditer(text):
        if word[0].isascii():
            yield word[0].rstrip("s"), word.end()
            continue
        for size in (2, 3):
            for at in range(len(word[0]) - size + 1):
                yield word[0][at : at + size], word.start() + at + size


@cache
def _pieces_of_sections() -> Mapping[str, Mapping[str, float]]:
    """For each piece, the sections that it speaks for, and how much: its share there, as if one more word had it."""
    counts: dict[str, Counter[str]] = {}
    for section in section_fields(OpsDocument):
        record = cast("type[Section]", section.record)
        said = (section.label, record.synonyms, record.stems)
        for word in {normal(word) for words in said for word in words_of(words)}:
            for piece in {piece for piece, _ in _pieces(word)} - _SPEAK_FOR_NONE:
                counts.setdefault(piece, Counter())[section.name] += 1
    return {piece: {name: n / (found.total() + 1) for name, n in found.items()} for piece, found in counts.items()}
