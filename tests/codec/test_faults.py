"""What is no valid document is refused, with all faults at once, each with place and advice."""

import pytest
from tests.codec.faulty import faults, said


def test_all_faults_come_at_once_in_the_order_of_the_text() -> None:
    """Seven faults of different kinds are reported together, each with line and column."""
    text = """\
文种: 日常交接
标提: 夜班
编制日期: 2026-13-45
移交人: [周岩]
工作进展:
  任务:
    - 标题: 对账
      状态: 差不多了
      负责人: {姓名: 王五, 手机号: 1}
    - 标题: 发货
      标题: 再发货
    -
风险与应急: 没有新的
"""
    assert [(f.line, f.column, f.path) for f in faults(text)] == [
        (2, 1, "标提"),
        (3, 1, "prepared_on"),
        (4, 1, "giver"),
        (8, 7, "work_progress.tasks[0].status"),
        (9, 21, "work_progress.tasks[0].owner.手机号"),
        (11, 7, "工作进展.任务[1].标题"),
        (12, 6, "work_progress.tasks[2]"),
        (13, 1, "risks"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("[" * 100_000, "yaml", "nested deeper than 64 levels"),
        ("[" * 100_000, "json", "nested deeper than 64 levels"),
        ("a = " + "[" * 100_000, "toml", "nested deeper than 64 levels"),
        ("{" * 100_000, "yaml", "nested deeper than 64 levels"),
        ("", "yaml", "the file is empty"),
        (" \n\n", "json", "the file is empty"),
        ("{", "json", "JSON syntax"),
        ('{"profile": NaN}', "json", "expected a text, got NaN"),
        ("a: b: c", "yaml", "means the end of a key"),
        ("profile: x\n密码：abc", "yaml", "use ': ' (ASCII colon and space) after a key"),
        ("a:\n\t- b", "yaml", "indent with spaces"),
        ("a: b\n---\nc: d", "yaml", "expected a single YAML document"),
        ("a = ", "toml", "TOML syntax"),
        ('标题 = "x"', "toml", "put non-ASCII keys in quotes"),
        ("一句话", "yaml", "expected keys and values at the top level"),
        ("标题：夜班交接", "yaml", "use ': ' (ASCII colon and space) after a key"),
    ],
)
def test_text_that_cannot_be_understood_is_one_clear_fault(text: str, name: str, expected: str) -> None:
    """Whatever the text is, the answer is a fault, never another exception."""
    (one,) = said(text, name)
    assert expected in one
