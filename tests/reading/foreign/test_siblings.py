"""Tests of what headings say that their neighbours do not."""

import pytest
from tests.support.foreign import imported

from opshandover.codec.files import dumps
from opshandover.reading.foreign import read_foreign
from opshandover.reading.foreign.leaves import parts_of
from opshandover.reading.foreign.outline import outline
from opshandover.reading.foreign.siblings import distinguish


def names(*headings: str) -> list[str]:
    """The names of headings of one level."""
    root = outline(parts_of(imported("".join(f"## {one}\n\n一\n\n" for one in headings)).page.blocks))
    distinguish(root)
    return [child.name for child in root.children]


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["活动目标", "活动预算", "活动的风险", "备注"], ["目标", "预算", "风险", "备注"]),
        (
            ["Meeting ground rules", "Risk ground rules", "Zyx ground rules"],
            ["meeting", "risk", "Zyx ground rules"],
        ),
        (["Shop systems", "Shop contacts", "Shop risks"], ["systems", "contacts", "risks"]),
        (["活动目标", "活动预算", "备注"], ["活动目标", "活动预算", "备注"]),
        (["活动甲乙", "活动丙丁", "活动戊己"], ["活动甲乙", "活动丙丁", "活动戊己"]),
        (["风险", "风险", "风险"], ["风险", "风险", "风险"]),
    ],
)
def test_what_neighbours_share_is_left_out_where_the_rest_is_known(headings: list[str], found: list[str]) -> None:
    """Three must share it, and the rest must be a declared word; otherwise the heading stays."""
    assert names(*headings) == found


def test_the_whole_heading_is_kept() -> None:
    """The words that are left out for finding the place are in the document."""
    (part,) = read_foreign(
        imported("# 征文\n\n## 活动目标\n\n- 百篇\n\n## 活动预算\n\n- 两千\n\n## 活动风险\n\n- 雷雨\n")
    )
    document = part.document
    assert document.goals
    assert document.resources
    assert document.risks
    assert "活动预算" in dumps(document, format="yaml")
