"""Which section a heading in people's own words is likely to name: by its words, what stands below it and around it.

Each piece of those texts has a weight for each section, and so has each dimension of what their words mean, learned
from headings of public documents that people had labelled (`nox -s learn`); the sum of the weights gives the
probability of each section. No word of a document is in the project, only single words, pairs of them and short runs
of characters that stand in many documents.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, repeat
from operator import mul

from attrs import field, frozen

from opshandover.reading.foreign.mapping import EXTRA
from opshandover.reading.foreign.meanings import ZERO, Meanings, meanings, plain, words_in

ITEM = "item"
"""What stands for a heading that names one item, a field or a part of the section above it."""
LOOKED_AT = 300
"""The characters below a heading that are looked at."""
_WITHIN = 8
"""So many of the headings right below it are looked at."""
_BEGINNING = 5
"""So long is the beginning of an English word that its forms share: purchase, purchasing."""


@frozen(kw_only=True)
class Seen:
    """What is looked at of a heading.

    Attributes:
        heading: the heading, as it is written.
        title: the title of the document.
        kind: the kind of document, the name of a profile.
        above: the heading above it, empty for one at the top.
        before: the heading before it, of the same level.
        after: the heading behind it, of the same level.
        below: the beginning of the text below it, `LOOKED_AT` characters.
        within: the headings right below it.
        shape: a letter for each of the first parts below it: list, numbered list, table, code or text.
        document: the headings of the whole document, a line each.
        depth: the number of headings above it.
        home: the section that declared words give it, and how sure they are, if any.
        parent: the section that declared words give to the heading above it.
    """

    heading: str
    title: str = ""
    kind: str = ""
    above: str = ""
    before: str = ""
    after: str = ""
    below: str = ""
    within: tuple[str, ...] = ()
    shape: str = ""
    document: str = ""
    depth: int = 0
    home: tuple[str, float] | None = None
    parent: str = ""


@frozen
class Likeness:
    """A section by its key, `extra` or `ITEM`, and how likely it is."""

    section: str
    probability: float


@lru_cache(maxsize=256)
def likest(seen: Seen) -> tuple[Likeness, ...]:
    """The sections that a heading is like, the likeliest first; the probabilities of all sum up to 1."""
    return learned().likest(seen)


def likest_sections(seen: Seen) -> tuple[Likeness, ...]:
    """The sections that a heading is like if it is none of the items of another section; `extra` is one of them."""
    found = [one for one in likest(seen) if one.section != ITEM]
    total = sum(one.probability for one in found)
    return tuple(Likeness(one.section, one.probability / total) for one in found)


def nearest_sections(seen: Seen, *, without: str = "") -> tuple[str, ...]:
    """The keys of the few sections that a heading may belong to, `without` the one that it has got."""
    others = (one for one in likest_sections(seen) if one.section not in (without, EXTRA))
    near = (one.section for one in others if one.probability >= _WORTH_NAMING)
    return tuple(islice(near, 2 if without else 3))


_WORTH_NAMING = 0.15
"""So likely is a section that is worth a word."""


def pieces_of(seen: Seen, words: Meanings | None = None) -> dict[str, float]:
    """The pieces of the texts in and around a heading, by where they stand, each with its share.

    However many pieces stand in one place, the squares of their shares sum up to the same. So do those of the
    dimensions of what the words there mean, which have a sign before their number: “below ~3”.
    """
    found: dict[str, float] = {}
    for place, weight, pieces in _places(seen):
        different = dict.fromkeys(pieces)
        for piece in different:
            found[f"{place} {piece}"] = weight / math.sqrt(len(different))
    for place, text in _texts(seen):
        for dimension, share in enumerate((words or meanings()).of(text)):
            found[f"{place} ~{dimension}"] = _MEANING * share
    return found


_MEANING = 0.7
"""What the meaning of a text counts for, beside its pieces."""


def _texts(seen: Seen) -> Iterator[tuple[str, str]]:
    """The texts whose meaning tells what a heading is like."""
    yield "heading", seen.heading
    yield "below", seen.below
    yield "above", seen.above
    yield "document", seen.document


def _places(seen: Seen) -> Iterator[tuple[str, float, Iterable[str]]]:
    """Where pieces stand, with what each place counts for; found by trying on documents that were not learned from."""
    yield "heading", 2, [*_pieces(seen.heading, (1, 2, 3)), *_ends(seen.heading)]
    yield "home", 3, [seen.home[0], f"{seen.home[0]} {seen.home[1]:.2f}"] if seen.home else ["none"]
    yield "below", 2, _pieces(seen.below, (2,))
    yield "above", 0.8, _pieces(seen.above, (1, 2))
    yield "within", 0.8, (piece for heading in seen.within[:_WITHIN] for piece in _pieces(heading, (2,)))
    yield "before", 0.6, _pieces(seen.before, (2,))
    yield "after", 0.6, _pieces(seen.after, (2,))
    yield "title", 0.4, _pieces(seen.title, (2,))
    yield "parent", 1, [seen.parent or "none"] if seen.above else ["top"]
    yield "form", 0.5, _form(seen)


def _form(seen: Seen) -> Iterator[str]:
    yield from seen.shape[:3]
    yield f"depth {min(seen.depth, 3)}"
    yield f"kind {seen.kind}"
    yield "within" if seen.within else "nothing within"
    if not seen.before:
        yield "first"
    if not seen.below:
        yield "empty"
    if seen.heading.rstrip().endswith(("?", "？")):
        yield "question"


def _pieces(text: str, sizes: Sequence[int]) -> Iterator[str]:
    """The words of a text, their beginnings and pairs; of Chinese, the runs of so many characters."""
    before = ""
    for word in words_in(text):
        if not word.isascii():
            yield from (word[at : at + size] for size in sizes for at in range(len(word) - size + 1))
            before = ""
            continue
        bare = plain(word)
        yield bare
        if len(bare) > _BEGINNING:
            yield f"{bare[:_BEGINNING]}…"
        if before:
            yield f"{before} {bare}"
        before = bare


def _ends(text: str) -> Iterator[str]:
    """The first and the last word of a heading: 问题 at its end says more than elsewhere."""
    if words := words_in(text):
        first, last = words[0], words[-1]
        yield f"{plain(first) if first.isascii() else first[:2]}_"
        yield f"_{plain(last) if last.isascii() else last[-2:]}"


@frozen
class Learned:
    """What was learned: what each section begins with, and the weights of pieces for the sections in that order."""

    start: Mapping[str, float]
    weights: Mapping[str, str]
    """A sign for each section: how far it stands from `ZERO` in the order of signs is the weight, in steps of `STEP`."""
    words: Meanings = field(factory=meanings)
    """The vectors of words that the weights were learned with."""

    def likest(self, seen: Seen) -> tuple[Likeness, ...]:
        """The sections that a heading is like, the likeliest first: a logistic regression."""
        known = [
            (self.weights[piece], share)
            for piece, share in pieces_of(seen, self.words).items()
            if piece in self.weights
        ]
        shares = [share for _, share in known]
        columns = zip(*(signs.encode() for signs, _ in known), strict=True) if known else repeat(())
        middle = ord(ZERO) * sum(shares)
        begun = zip(self.start.values(), columns, strict=False)
        sums = [start + STEP * (sum(map(mul, column, shares)) - middle) for start, column in begun]
        most = max(sums)
        powers = [math.exp(points - most) for points in sums]
        total = sum(powers)
        found = [Likeness(section, power / total) for section, power in zip(self.start, powers, strict=True)]
        return tuple(sorted(found, key=lambda one: -one.probability))


STEP = 0.1
"""What the sign next to that of no weight is worth."""


@cache
def learned() -> Learned:
    """The weights in the package."""
    return Learned(**json.loads((files("opshandover.reading.foreign") / "likeness.json").read_text("utf-8")))
