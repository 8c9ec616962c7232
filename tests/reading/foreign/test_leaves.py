"""Tests of the leaves of a page."""

from tests.reading.foreign.measuring import FOLDER
from tests.support.foreign import imported_file

from opshandover.continuity.ledger import Fate, Found
from opshandover.pages.blocks import Cell, Fact, Facts, Flow, FlowStep, Heading, Paragraph, Quote, Run
from opshandover.reading.foreign.leaves import Leaf, count_texts, leaves_of, lines_of, parts_of


def test_leaves_are_as_many_as_texts() -> None:
    """The tree and the count are made apart from each other, and agree on all documents."""
    for path in FOLDER.glob("*.md"):
        blocks = imported_file(path).page.blocks
        assert len(list(leaves_of(parts_of(blocks)))) == count_texts(blocks)


def test_facts_and_quotations_are_counted_alike() -> None:
    """Kinds of block that Markdown has none of."""
    one = Fact("移交人", Cell((Paragraph((Run("周岩"),)),)))
    two = Fact("备注", Cell((Paragraph((Run("a\nb"),)), Quote((Paragraph((Run("c"),)),)))))
    blocks = (Facts((one, two)), Heading(1, " "), Heading(1, "d"))
    leaves = list(leaves_of(parts_of(blocks)))
    assert [leaf.text for leaf in leaves] == ["移交人：周岩", "备注：", "a", "b", "c", "d"]
    assert count_texts(blocks) == len(leaves)


def test_the_steps_of_a_flow_are_texts() -> None:
    """What only draws the steps of a page of ours is all that a page of others says of them."""
    flow = (Flow((FlowStep("1 · 收货", "周岩"), FlowStep("2 · 质检"))),)
    assert [leaf.text for leaf in leaves_of(parts_of(flow))] == ["1 · 收货", "周岩", "2 · 质检"]
    assert count_texts(flow) == 3


def test_a_line_feed_begins_a_line() -> None:
    """Runs keep their style on each line, and blank lines are none."""
    lines = lines_of((Run("a\n\nb", strong=True), Run("c")))
    assert [[(run.text, run.strong) for run in line] for line in lines] == [[("a", True)], [("b", True), ("c", False)]]


def test_the_first_place_counts_and_parts_go_along() -> None:
    """The rest of a line that was split takes the whole with it; what was left may still find a place."""
    whole = Leaf((Run("a：b"),), 1)
    rest = Leaf((Run("b"),), 1, shares=whole)
    rest.leave()
    assert whole.fate is Fate.LEFT
    rest.home("issues.items[0]", Found.GRID)
    rest.home("risks")
    assert (whole.path, whole.fate, whole.found) == ("issues.items[0]", Fate.NEW, Found.GRID)
