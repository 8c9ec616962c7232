"""Tests of the outline of a page: headings and what serves as such."""

import pytest
from tests.support.foreign import imported

from opshandover.reading.foreign.leaves import parts_of
from opshandover.reading.foreign.outline import Node, outline


def headings(text: str) -> list[str]:
    """The headings of a text in order, with two blanks for each level below the first."""
    found: list[str] = []

    def walk(node: Node, depth: int) -> None:
        for child in node.children:
            found.append("  " * depth + child.heading)
            walk(child, depth + 1)

    page = imported(text).page
    walk(outline(parts_of(page.blocks)), 0)
    return [page.title, *found] if page.title else found


FORMS = {
    "# a\n\nx\n\n## b\n\ny\n\n# c\n": ["a", "  b", "c"],
    "**一、职责**\n\nx\n\n**二、问题**\n\ny\n": ["一、职责", "二、问题"],
    "一、职责\n\nx\n\n（一）日常\n\ny\n": ["一、职责", "  （一）日常"],
    "【今日工作】\n\nx\n": ["【今日工作】"],
    "x\n\n##待办\n\ny\n": ["待办"],
    "第一章 总则\n\n第一条 目的\n\nx\n": ["第一章 总则", "  第一条 目的"],
    "**第一条 目的** 让人放心。\n": ["第一条 目的"],
    "待跟进：\n\n- x\n": ["待跟进："],
    "1. Overview\n\n   x\n\n2. Contacts\n\n   y\n": ["Overview", "Contacts"],
    "| 今日工作 | 存在问题 |\n|---|---|\n| x | y |\n": ["今日工作", "存在问题"],
    "| 备注 | x |\n|---|---|\n| 交接事项 | y |\n": ["备注", "交接事项"],
    "1. Till\n- x\n\n---\n\n2. Doors\n- y\n\n---\n\n3. Lights\n- z\n": ["Till", "Doors", "Lights"],
    "第一部分：我们是谁？\n\nx\n\n一、 班次\n\ny\n": ["第一部分：我们是谁？", "  一、 班次"],
    "2026-07-10\n\nx\n\n2026-07-11\n\ny\n": ["2026-07-10", "2026-07-11"],
    "**Calls and reports**:\n\n- x\n": ["Calls and reports:"],
    "# 第一章 总则\n\nx\n\n**第二章 经费**\n\ny\n\n# 第三章 附则\n\nz\n": ["第一章 总则", "第二章 经费", "第三章 附则"],
}


@pytest.mark.parametrize("text", FORMS)
def test_what_serves_as_a_heading_is_one(text: str) -> None:
    """Bold lines, Chinese numbers, brackets, signs, labels, items and cells, as people use them."""
    assert headings(text) == FORMS[text]


@pytest.mark.parametrize(
    "text",
    [
        "**很重要！**\n\nx\n",
        "负责人：周岩\n\n- x\n",
        "1. 收货\n2. 发货\n",
        "| 名称 | 数量 |\n|---|---|\n| x | 1 |\n",
        "一天过去了。\n\nx\n",
        "1. Till\n- x\n\n---\n\n4. Doors\n- y\n\n---\n\n2. Lights\n- z\n",
        "各位同事：\n\n请看。\n\n谢谢大家。\n\n2026 年 7 月\n\nx\n",
    ],
)
def test_what_is_none_stays_a_line(text: str) -> None:
    """An exclamation, a value with its label, a plain list or table, and the day below a letter are no headings."""
    assert headings(text) == []


def test_a_table_of_measures_is_no_form_of_sections() -> None:
    """What is counted has the names of sections, and figures beside it instead of texts."""
    rows = "| 指标 | 当前值 |\n|---|---|\n| 问题数 | 3 |\n| 联系人数 | 5 人 |\n| 任务进展 | 80% |\n| 更新 | 2026-07-06T12:32:19 |\n"
    assert headings(f"# 现状\n\n{rows}") == ["现状"]
