"""Tests of sections that stand as items of lists."""

import pytest
from tests.support.foreign import imported

from opshandover.reading.foreign.leaves import parts_of
from opshandover.reading.foreign.outline import Node, outline

NUMBERED = "1.  总则\n\n第一条 名称。\n\n2.  会员\n\n第二条 会员。\n\n3.  附则\n\n第三条 生效。\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (NUMBERED, ["总则", "会员", "附则"]),
        (f"**某某分会**\n\n**章程**\n\n{NUMBERED}", ["某某分会", "章程", "总则", "会员", "附则"]),
        (NUMBERED.replace("附则", "修改。"), ["总则", "会员", "修改。"]),
        (f"# 甲\n\n{NUMBERED}\n# 乙\n\n一\n", ["甲", "乙"]),
    ],
)
def test_numbered_lists_of_one_item_are_sections_unless_headings_stand_among_them(text: str, found: list[str]) -> None:
    """A title of two lines in bold does not make them items; headings behind the first of them do."""
    texts = [node.heading for node in _all_nodes(outline(parts_of(imported(text).page.blocks)))]
    assert [one for one in texts if one and not one.startswith("第")] == found


BOLD = "1. **背景**\n\n   x\n\n2. **经过**\n\n- y\n\n  1. **难处**\n\n- z\n\n  1. **打算**\n\n- w\n"


def test_bold_items_with_something_below_are_sections_wherever_they_hang() -> None:
    """A word processor indents a numbered line below the list before it, and what follows is no part of that item."""
    root = outline(parts_of(imported(BOLD).page.blocks))
    assert [child.heading for child in root.children] == ["背景", "经过", "难处", "打算"]
    assert all(child.content for child in root.children)


@pytest.mark.parametrize(
    "text",
    [
        "1. **收货**\n2. **发货**\n3. **盘点**\n",
        f"# 甲\n\n## 乙\n\n{BOLD}",
        BOLD.replace("**难处**", "难处在这里"),
    ],
)
def test_other_bold_items_stay_items(text: str) -> None:
    """A plain list, a list below a heading, and one of which not all lines are bold."""
    root = outline(parts_of(imported(text).page.blocks))
    assert [child.heading for child in root.children if child.heading != "乙"] == []


def _all_nodes(node: Node) -> list[Node]:
    return [node, *(inner for child in node.children for inner in _all_nodes(child))]
