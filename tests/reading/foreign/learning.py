"""Learn what headings are like: `nox -s learn -- FOLDER… [-o FILE]` makes the weights of `reading.foreign.likeness`.

A folder holds documents (`NAME.md` or `NAME.docx`) with `NAME.yaml` beside each, which says for its headings where a
person would file what stands below them:

    headings:
      "2. Open issues": issues
      "环境与账号": systems|resources
      "Notes": [notes, item]

Several sections that are as good as each other stand with `|` between them, the best first; a list has one for each
heading of that text, in order. `item` is the name of one item, a field, or a part of the section above; `extra` is of a
kind that no section takes. A heading below another that is not named is an item; one that is named without a section
is not learned from. Folders may stand in folders: all documents of one folder are of one source, and a piece counts
only if it stands in several sources. A folder that is given several times counts as often: the weights of the package
are from 98,868 headings of 1,528 public repositories, labelled for this; from 18,810 of 1,897 documents of trades that
public texts seldom speak of, written for this, twice; and from `tests/data/foreign` four times.

With `--texts FOLDER`, what words mean is learned anew, too, from all texts in that folder, labelled or not: that of the
package is from 46,000 files of 1,180 public repositories. It is written as `meanings.json` beside the weights.
"""

import json
import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

from attrs import frozen
from tests.reading.foreign.measuring import expected, heading_key, imported
from tests.reading.foreign.vectors import narrowed, signs_of, texts_in, vectors_of

from opshandover.model import OpsDocument, Section
from opshandover.model.fields import fields_of, section_fields
from opshandover.model.header import Header
from opshandover.reading.foreign import read_foreign, reader
from opshandover.reading.foreign.around import look_around
from opshandover.reading.foreign.homes import vocabulary, words_of
from opshandover.reading.foreign.likeness import ITEM, STEP, Learned, Seen, pieces_of
from opshandover.reading.foreign.mapping import EXTRA
from opshandover.reading.foreign.meanings import Meanings, meanings
from opshandover.reading.foreign.outline import Node
from opshandover.reading.imported import Imported

SECTIONS = frozenset({*(one.name for one in section_fields(OpsDocument)), EXTRA, ITEM})
HEADER = frozenset(one.name for one in fields_of(Header))
"""What a heading may name as well, and is found by its label alone."""
HEADING_SOURCES, OTHER_SOURCES = 4, 20
"""In so many sources must a piece stand: one of the heading itself, and one of what stands around it."""
_DECLARED = 0.5
"""What a declared word counts for beside a heading of a document."""
_BEST = 1.4
"""So much more the first of several sections counts."""
_TRUST = 0.5
"""How far the headings are followed against keeping weights small; with more, single headings are learned by heart."""
_SHARPER = 1.3
"""The weights are learned with care not to be too sure; by so much they are too careful."""
_SMALLEST = 2
"""Pieces whose weights are all below so many steps are left out."""


@frozen
class Labelled:
    """A heading with the sections that are right for it, the best first, and the source of its document.

    `weight` is what it counts for; if it is `declared`, nothing stands around it.
    """

    seen: Seen
    sections: tuple[str, ...]
    source: str
    weight: float = 1
    declared: bool = False

    def pieces(self, words: Meanings | None = None) -> dict[str, float]:
        """What is learned from it, with the vectors of words that are given, or those of the package."""
        pieces = pieces_of(self.seen, words)
        return {piece: share for piece, share in pieces.items() if not self.declared or piece.startswith("heading ")}


def declared_words() -> Iterator[Labelled]:
    """The words that the model declares for its sections, each a heading and a source of its own.

    They teach the words of trades that public documents seldom speak of.
    """
    words = [(word, path[0]) for word, (path, _) in vocabulary().items()]
    for section in section_fields(OpsDocument):
        words += [(stem, section.name) for stem in words_of(cast("type[Section]", section.record).stems)]
    for word, name in words:
        yield Labelled(Seen(heading=word), (name,), f"the word {word}", weight=_DECLARED, declared=True)


def labelled_in(folder: Path) -> Iterator[Labelled]:
    """The headings of all documents in a folder that a file beside the document names, and the items among the others.

    Raises:
        ValueError: a section is unknown, or a list has not one for each heading of its text; names the file.
    """
    for path in sorted(folder.rglob("*.yaml")):
        names = {heading_key(str(heading)): given for heading, given in (expected(path).get("headings") or {}).items()}
        seen = list(seen_in(imported(path)))
        times: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(seen):
            times[heading_key(one.heading)].append(at)
        for key, places in times.items():
            given = names.get(key, ITEM if len(places) == 1 and seen[places[0]].depth else None)
            every = given if isinstance(given, list) else [given] * len(places)
            if len(every) != len(places):
                raise ValueError(f"{path}: {key!r} stands {len(places)} times, and {len(every)} sections are given")
            for at, sections in zip(places, every, strict=True):
                if sections is None:
                    continue
                found = tuple(str(sections).split("|"))
                if found[0] in HEADER:
                    continue
                if unknown := set(found) - SECTIONS:
                    raise ValueError(f"{path}: no section of ours: {', '.join(sorted(unknown))}")
                yield Labelled(seen[at], found, str(path.parent))


def seen_in(page: Imported) -> Iterator[Seen]:
    """What the reader sees of the headings of a document, before any of them has got a place."""
    seen: list[Seen] = []

    def look(root: Node, title: str, kind: str) -> None:
        look_around(root, title, kind)
        seen.extend(node.seen for node in root.below())

    with patch.object(reader, "look_around", look):
        read_foreign(page)
    return iter(seen)


def learned_from(headings: Sequence[Labelled], words: Meanings | None = None) -> Learned:
    """The weights that tell the sections of headings best: a logistic regression over their pieces."""
    words = words or meanings()
    numpy: Any = import_module("numpy")
    headings = [*headings, *declared_words()]
    vectors: Any = import_module("sklearn.feature_extraction").DictVectorizer(dtype=numpy.float32)
    rows = vectors.fit_transform(one.pieces(words) for one in headings)
    pieces = vectors.get_feature_names_out()
    numbers = {source: number for number, source in enumerate({one.source for one in headings})}
    many = len({one.source for one in headings if not one.declared})
    known = _sources_with(rows, [numbers[one.source] for one in headings]) >= [_least(one, many) for one in pieces]
    rows, pieces = rows[:, known], pieces[known]
    places: list[int] = []
    right: list[str] = []
    counts: list[float] = []
    for place, one in enumerate(headings):
        for at, section in enumerate(one.sections):
            places.append(place)
            right.append(section)
            counts.append(one.weight * (_BEST if at == 0 and len(one.sections) > 1 else 1) / len(one.sections))
    model: Any = import_module("sklearn.linear_model").LogisticRegression(C=_TRUST, max_iter=1000, tol=2e-4)
    model.fit(rows[places], right, sample_weight=counts)
    weights = (model.coef_ - model.coef_.mean(axis=0)) * _SHARPER
    start = (model.intercept_ - model.intercept_.mean()) * _SHARPER
    told = {piece: weights[:, at] / STEP for at, piece in enumerate(pieces)}
    signs = {
        piece: signs_of(steps)
        for piece, steps in told.items()
        if max(abs(round(float(one))) for one in steps) >= _SMALLEST
    }
    return Learned(
        start={section: round(float(one), 2) for section, one in zip(model.classes_, start, strict=True)},
        weights=dict(sorted(signs.items())),
        words=words,
    )


def _sources_with(rows: Any, sources: Sequence[int]) -> Any:
    """In how many sources each piece stands; rows are headings, whose sources have numbers."""
    sparse: Any = import_module("scipy.sparse")
    ones = [1] * len(sources)
    by_source = sparse.csr_matrix((ones, (sources, range(len(sources)))))
    return ((by_source @ (rows != 0)) > 0).sum(axis=0).A1


def _least(piece: str, many: int) -> int:
    """In how many of so many sources a piece must stand; in a few of them, two are enough."""
    return min(HEADING_SOURCES if piece.startswith("heading ") else OTHER_SOURCES, max(2, many // 10))


def write(learned: Learned, path: Path) -> None:
    """Write weights as the package has them: a line for each piece."""
    path.write_text(f'{{"start": {_json(learned.start)},\n"weights": {_lines(learned.weights)}}}\n', "utf-8")


def write_meanings(found: Meanings, path: Path) -> None:
    """Write the vectors of words as the package has them: a line for each word."""
    path.write_text(f"{_lines(found.vectors)}\n", "utf-8")


def _lines(signs: Mapping[str, str]) -> str:
    lines = (f"{_json(name)}: {_json(value)}" for name, value in signs.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def right_of(learned: Learned, headings: Sequence[Labelled]) -> tuple[int, int]:
    """How many headings that have a section get a right one, and how many there are."""
    asked = [one for one in headings if not {EXTRA, ITEM} & set(one.sections)]
    found = [
        next(like.section for like in learned.likest(one.seen) if like.section not in (EXTRA, ITEM)) for one in asked
    ]
    return sum(section in one.sections for section, one in zip(found, asked, strict=True)), len(asked)


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn from folders, say how a fifth of the sources fares by what is learned from the others, write the weights."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument(
        "--texts", type=Path, help="a folder of texts from which the meanings of words are learned anew"
    )
    parser.add_argument("-o", type=Path, help="where to write; without it the figures are shown, and no more")
    given = parser.parse_args(arguments)
    headings = [one for folder in given.folders for one in labelled_in(folder)]
    sources = sorted({one.source for one in headings})
    apart = set(sources[::5])
    sys.stdout.write(f"{len(headings)} headings of {len(sources)} sources\n")
    rest = [one for one in headings if one.source not in apart]
    words = meanings()
    if given.texts:
        named = (one.seen.heading for one in [*headings, *declared_words()])
        wide = vectors_of(texts_in(given.texts), named)
        words = narrowed(wide, learned_from(rest, wide))
    if rest and apart:
        right, asked = right_of(learned_from(rest, words), [one for one in headings if one.source in apart])
        sys.stdout.write(f"of {asked} headings of {len(apart)} sources that were kept apart, {right} are right\n")
    if given.o:
        write(learned_from(headings, words), given.o)
        if given.texts:
            write_meanings(words, given.o.with_name("meanings.json"))


if __name__ == "__main__":
    main()
