"""Tests of how weights and meanings are learned; `nox -s learn` runs them, as they need scikit-learn."""

import json
import random
from operator import mul
from pathlib import Path

import pytest
from tests.reading.foreign.learning import Labelled, learned_from, main
from tests.reading.foreign.vectors import narrowed, vectors_of

from opshandover.reading.foreign.likeness import Learned, Seen
from opshandover.reading.foreign.meanings import Meanings

pytest.importorskip("sklearn", reason="learning needs scikit-learn, of the group learn")

FRUIT, TOOLS = "apple pear plum cherry grape".split(), "hammer saw drill chisel wrench".split()


def _texts() -> list[tuple[str, str]]:
    """Texts of two kinds, each of a source of its own."""
    chance = random.Random(1)  # noqa: S311
    of = [(FRUIT, "sweet juice tree"), (TOOLS, "steel workshop nail")]
    texts = [" ".join(chance.choices([*words, *company.split()], k=40)) for words, company in of * 30]
    return [(str(number), text) for number, text in enumerate(texts)]


def test_words_that_stand_together_get_like_vectors() -> None:
    """Two kinds of text: the words of one kind are nearer each other than any of the other."""
    found = vectors_of(_texts(), words=20, dimensions=4)
    near = [sum(map(mul, found.of("apple"), found.of(word))) for word in (*FRUIT, *TOOLS)]
    assert min(near[: len(FRUIT)]) > max(near[len(FRUIT) :])


def test_the_words_of_headings_come_first() -> None:
    """They are what is asked for; the rest is filled up with what stands in the most sources."""
    found = vectors_of(
        [*_texts(), ("a", "sweet rare"), ("b", "rare"), *[("c", "rare")] * 3], ["Rare", "rare!"], words=6
    )
    assert len(found.vectors) == 6
    assert next(iter(found.vectors)) == "rare"


def _learned(found: Meanings) -> Learned:
    headings = [Labelled(Seen(heading=word), ("resources",), word) for word in FRUIT[1:]]
    headings += [Labelled(Seen(heading=word), ("assets",), word) for word in TOOLS[1:]]
    return learned_from(headings * 20, found)


def test_a_word_that_nobody_labelled_is_known_by_its_company() -> None:
    """And it still is when the vectors have been made shorter by what tells the sections apart."""
    wide = vectors_of(_texts(), words=20, dimensions=4)
    few = narrowed(wide, _learned(wide), dimensions=2)
    assert {len(vector) for vector in few.vectors.values()} == {2}
    learned = _learned(few)
    for word, right, other in (("apple", "resources", "assets"), ("hammer", "assets", "resources")):
        likely = {one.section: one.probability for one in learned.likest(Seen(heading=word))}
        assert likely[right] > likely[other]


def test_weights_and_meanings_are_written_side_by_side(tmp_path: Path) -> None:
    """From a folder of labelled documents and one of texts."""
    for source, text in _texts():
        (tmp_path / "texts" / source).mkdir(parents=True)
        (tmp_path / "texts" / source / "a.txt").write_text(text, "utf-8")
    for source in "abcd":
        folder = tmp_path / "labelled" / source
        folder.mkdir(parents=True)
        (folder / "a.md").write_text("# 交接\n\n## Apples\n\nsweet\n\n## Saws\n\nsteel\n", "utf-8")
        (folder / "a.yaml").write_text("headings: {Apples: resources, Saws: assets}\n", "utf-8")
    out = tmp_path / "likeness.json"
    main([str(tmp_path / "labelled"), "--texts", str(tmp_path / "texts"), "-o", str(out)])
    written = json.loads(out.read_text("utf-8"))
    known = Learned(**written, words=Meanings(json.loads(out.with_name("meanings.json").read_text("utf-8"))))
    assert "apple" in known.words.vectors
    assert any(piece.startswith("heading ~") for piece in known.weights)
    likely = {one.section: one.probability for one in known.likest(Seen(heading="Pears", below="sweet"))}
    assert likely["resources"] > likely["assets"]


def test_meanings_that_taught_nothing_stay_as_they_are() -> None:
    """There is no direction to narrow them to."""
    wide = vectors_of(_texts(), words=20, dimensions=4)
    assert narrowed(wide, Learned(start={"notes": 0.0}, weights={})) is wide
