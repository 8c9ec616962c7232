"""Tests of what is learned from: labelled documents, declared words, and the file of weights."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.foreign.learning import Labelled, declared_words, labelled_in, right_of, write, write_meanings

from opshandover.reading.foreign.likeness import STEP, Learned, Seen
from opshandover.reading.foreign.meanings import ZERO, Meanings

TEXT = "# 交接\n\n## 系统\n\n- 三台\n\n### 订单后台\n\n- a\n\n### 备注\n\n- b\n\n## 备注\n\n- c\n\n## 没人说的\n\n- d\n"


def _folder(path: Path, headings: object) -> Path:
    (path / "note.md").write_text(TEXT, "utf-8")
    (path / "note.yaml").write_text(json.dumps({"headings": headings}), "utf-8")
    return path


def test_headings_are_learned_with_the_sections_that_people_gave(tmp_path: Path) -> None:
    """The best first; a list has one for each heading of a text, and what is not named below another is an item."""
    folder = _folder(tmp_path, {"系统": "systems|resources", "备注": ["item", "notes"]})
    found = [(one.seen.heading, one.seen.above, one.sections) for one in labelled_in(folder)]
    assert sorted(found) == sorted(
        [
            ("系统", "", ("systems", "resources")),
            ("订单后台", "系统", ("item",)),
            ("备注", "系统", ("item",)),
            ("备注", "", ("notes",)),
        ]
    )


def test_a_heading_named_without_a_section_is_not_learned_from(tmp_path: Path) -> None:
    """Nor is one at the top that is not named, or one of the header."""
    folder = _folder(tmp_path, {"系统": "title", "备注": "notes", "订单后台": None})
    assert {one.seen.heading for one in labelled_in(folder)} == {"备注"}


@pytest.mark.parametrize("headings", [{"系统": "sistems"}, {"备注": ["notes"]}, {"备注": ["notes", "item", "item"]}])
def test_a_wrong_label_names_its_file(tmp_path: Path, headings: object) -> None:
    """A section that is none, and a list that has not one for each heading."""
    with pytest.raises(ValueError, match=r"note\.yaml"):
        list(labelled_in(_folder(tmp_path, headings)))


def test_declared_words_teach_their_pieces_alone() -> None:
    """Nothing stands around them, so nothing around a heading is learned from them."""
    words = list(declared_words())
    assert len(words) > 1000
    assert {piece.partition(" ")[0] for one in words[:200] for piece in one.pieces()} == {"heading"}


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.lists(st.integers(-46, 46), min_size=2, max_size=2)))
def test_weights_come_back_as_they_were_written(tmp_path_factory: pytest.TempPathFactory, steps: object) -> None:
    """Whatever the pieces, also with quotation marks and signs in them."""
    assert isinstance(steps, dict)
    weights = {piece: "".join(chr(ord(ZERO) + one) for one in both) for piece, both in steps.items()}
    learned = Learned(start={"notes": 0.5, "team": -1.0}, weights=weights)
    path = tmp_path_factory.mktemp("weights") / "likeness.json"
    write(learned, path)
    assert Learned(**json.loads(path.read_text("utf-8"))) == learned


def test_meanings_come_back_as_they_were_written(tmp_path: Path) -> None:
    """A line for each word."""
    write_meanings(Meanings({"abc": "OPQ", "会议": '"\\O'}), tmp_path / "meanings.json")
    text = (tmp_path / "meanings.json").read_text("utf-8")
    assert json.loads(text) == {"abc": "OPQ", "会议": '"\\O'}
    assert text.count("\n") == 4


def test_what_is_right_is_counted() -> None:
    """A heading without a section of ours is not asked for."""
    plus = chr(ord(ZERO) + round(3 / STEP))
    learned = Learned(start={"notes": 0.0, "team": 0.0}, weights={"heading abc": f"{plus}{ZERO}"})
    headings = [
        Labelled(Seen(heading="abc"), ("team", "notes"), "a"),
        Labelled(Seen(heading="abc"), ("team",), "a"),
        Labelled(Seen(heading="abc"), ("extra",), "a"),
    ]
    assert right_of(learned, headings) == (1, 2)
