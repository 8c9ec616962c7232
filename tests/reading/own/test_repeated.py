"""What repeats other parts of a page is known by its words."""

import pytest

from opshandover.pages.blocks import Block, Column, Paragraph, Run, Table
from opshandover.reading.own.context import Context
from opshandover.reading.own.repeated import is_repeated_part, is_view, pass_over


def test_headings_of_repeated_parts_are_known_in_both_languages() -> None:
    """Sections are none of them."""
    assert is_repeated_part("接手先看")
    assert is_repeated_part("To follow up")
    assert is_view("优先级矩阵")
    assert not is_repeated_part("风险与应急")


@pytest.mark.parametrize(
    ("block", "is_left"),
    [
        (Table(tuple(map(Column, ("事项", "原因", "Due"))), ()), False),
        (Table((Column("别的"),), ()), True),
        (Paragraph((Run("另有 3 项，见下文（风险 3）"),)), False),
        (Paragraph((Run("负责人是周岩、没有另写接手人的，由林珊接手。"),)), False),
        (Paragraph((Run("手写的一句"),)), True),
    ],
)
def test_what_people_add_there_is_left(block: Block, is_left: bool) -> None:
    """Only what has the words of the page itself is passed over."""
    context = Context("zh")
    pass_over((block,), context)
    assert (context.left == [block]) is is_left
