"""Tests of what parts of a page are by their form alone."""

import pytest
from tests.support.foreign import imported

from opshandover.reading.foreign.leaves import parts_of
from opshandover.reading.foreign.shapes import are_people, has_account, is_elsewhere, section_by_form


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("- [ ] 盘点\n- [x] 收货\n", "work_progress"),
        ("- 盘点\n- 收货\n", ""),
        ("| 任务 | 负责人 | 截止 |\n|---|---|---|\n| 盘点 | 周岩 | 5 月 3 日 |\n", "work_progress"),
        ("| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 | 2 | 3 |\n", ""),
        ("| 任务 | 负责人 | 截止 |\n|---|---|---|\n| | | |\n", ""),
        ("一行\n", ""),
    ],
)
def test_columns_and_boxes_tell_the_section(text: str, section: str) -> None:
    """A list of boxes is work, a table what most of its columns say; an empty one and a line are nothing."""
    (part,) = parts_of(imported(text).page.blocks)
    assert section_by_form(part) == section


def test_a_table_of_another_section_is_elsewhere() -> None:
    """A table of tasks below documents is none of them; below tasks it is at home, and a line is anywhere."""
    text = "| 任务 | 负责人 | 截止 |\n|---|---|---|\n| 盘点 | 周岩 | 5 月 3 日 |\n\n一行\n"
    table, line = parts_of(imported(text).page.blocks)
    assert is_elsewhere(table, "documents")
    assert not is_elsewhere(table, "work_progress")
    assert not is_elsewhere(line, "documents")


@pytest.mark.parametrize(
    ("text", "people", "account"),
    [
        ("- 周岩 13800000000\n- 柳絮 liu@example.com\n", True, False),
        ("- 周岩\n- 柳絮 liu@example.com\n", False, False),
        ("- 账号：kf01\n- 密码：见密码库\n", False, True),
        ("- 账号：kf01\n- 地址：三楼\n", False, False),
        ("", False, False),
    ],
)
def test_people_and_accounts_are_known_by_their_lines(text: str, people: bool, account: bool) -> None:
    """Each line with a way to reach somebody makes people, an account with its password one of a system."""
    parts = parts_of(imported(text).page.blocks)
    assert are_people(parts) is people
    assert has_account(parts) is account
