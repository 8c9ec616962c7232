"""Tests of what headings are most like, by weights that were learned."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.model import OpsDocument
from opshandover.model.fields import section_fields
from opshandover.reading.foreign.likeness import (
    ITEM,
    STEP,
    Learned,
    Seen,
    learned,
    likest,
    likest_sections,
    nearest_sections,
    pieces_of,
)
from opshandover.reading.foreign.mapping import EXTRA
from opshandover.reading.foreign.meanings import ZERO, Meanings
from opshandover.text import LANGUAGES

SECTIONS = {section.name for section in section_fields(OpsDocument)}


@pytest.mark.parametrize(
    ("heading", "below", "section"),
    [
        ("带新人的办法", "每周培训一次，先看手册再跟班", "training"),
        ("Servers and machines we look after", "web-1 and web-2, a database on db-1", "systems"),
        ("还没弄完的活", "- 接口联调，预计周五完成\n- 文档待补", "work_progress"),
        ("How we got things out of the door", "1. Build the image. 2. Push the tag. 3. Deploy.", "processes"),
        ("Things that still break", "The export fails on empty files; error 500", "issues"),
    ],
)
def test_a_heading_in_own_words_is_most_like_the_section_that_people_would_file_it_in(
    heading: str, below: str, section: str
) -> None:
    """No declared word stands in these headings as a whole; their words and what stands below them tell."""
    assert section in nearest_sections(Seen(heading=heading, below=below))


def test_what_stands_below_and_around_decides() -> None:
    """“Resources” above links are documents, above machines and money they are resources."""
    links = Seen(heading="Resources", below="Slides: https://example.org/a, video: https://example.org/b, paper (pdf)")
    means = Seen(heading="Resources", below="Budget of 4,000 for servers; two people, one laptop is missing")
    documents = [{one.section: one.probability for one in likest(seen)}["documents"] for seen in (links, means)]
    assert documents[0] > documents[1]


def test_a_heading_below_another_is_rather_an_item() -> None:
    """A name below a section that lists such is an item; at the top it is none."""
    below = Seen(heading="Order database", above="Systems", parent="systems", depth=1, below="PostgreSQL 15")
    top = Seen(heading="Order database", below="PostgreSQL 15")
    items = [{one.section: one.probability for one in likest(seen)}[ITEM] for seen in (below, top)]
    assert items[0] > items[1]


def test_sections_are_like_their_own_labels() -> None:
    """A label that the declared words know is among the sections that it is most like.

    All but a few, which mostly say something else in public documents: “Resources” stands above links.
    """
    labels = [(one.name, one.label[lang]) for one in section_fields(OpsDocument) for lang in LANGUAGES]
    found = [name in nearest_sections(Seen(heading=label, home=(name, 1.0))) for name, label in labels]
    assert sum(found) >= 0.9 * len(found)


def test_a_section_that_a_heading_has_got_is_not_named_again() -> None:
    """Beside the place that a heading was given stand two others at most."""
    seen = Seen(heading="客户投诉与供应商问题")
    for one in SECTIONS:
        others = nearest_sections(seen, without=one)
        assert len(others) <= 2
        assert one not in others


TEXTS = st.text(max_size=60) | st.text(alphabet="系统问题计划 abcd's-._/:：（）", max_size=40)


@given(TEXTS, st.text(max_size=200), TEXTS, st.sampled_from([None, ("issues", 0.6)]))
def test_whatever_the_text_probabilities_sum_up(
    heading: str, below: str, above: str, home: tuple[str, float] | None
) -> None:
    """All sections, `extra` and an item have their share, the likeliest first; at most three sections are named."""
    seen = Seen(heading=heading, below=below, above=above, home=home)
    for found in (likest(seen), likest_sections(seen)):
        assert math.isclose(sum(one.probability for one in found), 1)
        assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)
    assert {one.section for one in likest(seen)} == {*SECTIONS, EXTRA, ITEM}
    assert {one.section for one in likest_sections(seen)} == {*SECTIONS, EXTRA}
    assert set(nearest_sections(seen)) <= SECTIONS
    assert len(nearest_sections(seen)) <= 3


@given(TEXTS, TEXTS)
def test_a_place_counts_the_same_however_much_stands_there(heading: str, below: str) -> None:
    """The squares of the shares of all pieces in one place sum up to the same; a long text does not drown a heading.

    So do those of what the words there mean, if any of them is known.
    """
    sums: dict[str, float] = {}
    for piece, share in pieces_of(Seen(heading=heading, below=below)).items():
        place = piece.partition("~")[0] if " ~" in piece else piece.partition(" ")[0]
        sums[place] = sums.get(place, 0) + share**2
    for place in ("heading", "below"):
        assert math.isclose(sums.get(place, 4), 4)
        assert math.isclose(sums.get(f"{place} ", 0.49), 0.49)


def test_what_words_mean_counts_where_the_words_themselves_are_unknown() -> None:
    """No piece of this heading has a weight but the dimensions of what it means."""
    step = chr(ord(ZERO) + 10)
    known = Learned(start={"a": 0.0, "b": 0.0}, weights={"heading ~0": step + ZERO}, words=Meanings({"abc": "RO"}))
    first, second = known.likest(Seen(heading="abc"))
    assert first.section == "a"
    assert math.isclose(math.log(first.probability / second.probability), 10 * STEP * 0.7)


def test_a_weight_is_a_sign() -> None:
    """Each sign is the weight of a piece for one section, in steps from the middle."""
    two_up, one_down = chr(ord(ZERO) + 2), chr(ord(ZERO) - 1)
    small = Learned(start={"a": 0.0, "b": 0.0}, weights={"heading abc": two_up + one_down})
    first, second = small.likest(Seen(heading="abc"))
    assert (first.section, second.section) == ("a", "b")
    share = pieces_of(Seen(heading="abc"))["heading abc"]
    assert math.isclose(math.log(first.probability / second.probability), 3 * STEP * share)


def test_the_weights_are_for_the_sections_of_the_model() -> None:
    """A section that is added or renamed has to be learned; signs are of the printable ones, one for each section."""
    known = learned()
    assert set(known.start) == {*SECTIONS, EXTRA, ITEM}
    assert {len(signs) for signs in known.weights.values()} == {len(known.start)}
    assert all("!" <= sign <= "~" for signs in known.weights.values() for sign in signs)


def test_no_piece_is_longer_than_a_pair_of_words() -> None:
    """Nothing of a document can be read out of the weights: pieces are runs of three characters, words and pairs."""
    pieces = [piece.partition(" ")[2] for piece in learned().weights if not piece.startswith(("home ", "form "))]
    assert max(len(piece.split()) for piece in pieces) <= 2
    chinese = [piece for piece in pieces if any("\u4e00" <= char <= "\u9fff" for char in piece)]
    assert max(len(piece.strip("_")) for piece in chinese) <= 3
