"""Tests of what is gathered of a heading before it gets its place."""

from hypothesis import given
from hypothesis import strategies as st

from opshandover.importers.markdown import MarkdownImporter
from opshandover.reading.foreign.around import look_around
from opshandover.reading.foreign.leaves import parts_of
from opshandover.reading.foreign.likeness import LOOKED_AT, Seen
from opshandover.reading.foreign.outline import Node, outline


def _seen(text: str) -> list[Seen]:
    root = outline(parts_of(MarkdownImporter().parse(text.encode()).page.blocks))
    look_around(root, "交接", "offboarding")

    def below(node: Node) -> list[Seen]:
        return [one for child in node.children for one in (child.seen, *below(child))]

    return below(root)


def test_a_heading_knows_its_neighbours() -> None:
    """What stands above, before, behind and within it, and what declared words say of it and of the one above."""
    text = "## 系统\n\n三台\n\n### 订单后台\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n### 门店\n\n- x\n\n## 待办\n\n1. y\n"
    systems, orders, shops, todo = _seen(text)
    assert (systems.heading, systems.above, systems.before, systems.after) == ("系统", "", "", "待办")
    assert systems.within == ("订单后台", "门店")
    assert systems.home
    assert systems.home[0] == "systems"
    assert (orders.above, orders.before, orders.after, orders.depth) == ("系统", "", "门店", 1)
    assert orders.parent == "systems"
    assert [one.shape for one in (systems, orders, shops, todo)] == ["P", "T", "L", "O"]
    assert systems.below.startswith("三台 订单后台")
    assert {(one.title, one.kind) for one in (systems, orders, shops, todo)} == {("交接", "offboarding")}


@given(st.lists(st.text(alphabet="甲乙 ab。", min_size=1, max_size=400), max_size=8))
def test_no_more_is_looked_at_than_is_said(lines: list[str]) -> None:
    """However much stands below a heading, its beginning is enough."""
    *_, seen = _seen("## 概述\n\n## 说明\n\n" + "\n\n".join(f"x{line}" for line in lines))
    assert len(seen.below) <= LOOKED_AT
    assert seen.below.strip().startswith("x") is bool(lines)
