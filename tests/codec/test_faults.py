"""What is no valid document is refused, with all faults at once, each with place and advice."""

import pytest
from tests.codec.faulty import faults, said

import opshandover as oh
from opshandover.reporting import Unreadable, write


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
        (11, 7, "work_progress.tasks[1].title"),
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


def test_paths_are_in_the_words_of_the_reader() -> None:
    """Whatever the file is written in: labels for Chinese, names for English; the path for programs is in names."""
    text = "文种: 每日工作\n问题反馈:\n  问题:\n    - 标题: 甲\n      due: 不知道\n      怪键: 1\n"
    with pytest.raises(oh.LoadError) as caught:
        oh.loads(text, format="yaml")
    assert [f.path for f in caught.value.faults] == ["issues.items[0].due", "issues.items[0].怪键"]
    chinese, english = caught.value.in_lang("zh"), caught.value.in_lang("en")
    assert "5:7  问题反馈.问题[0].截止日期  应为日期" in chinese
    assert "6:7  问题反馈.问题[0].怪键  未知字段" in chinese
    assert "5:7  issues.items[0].due  expected a date" in english
    assert "::error file=a.yaml,line=5,col=7,title=无法读取::问题反馈.问题[0].截止日期：" in write(
        "github", [Unreadable(name="a.yaml", error=caught.value, lang="zh")], "zh"
    )


def test_a_secret_in_a_shown_path_is_masked() -> None:
    """The path for people is cut and masked as the one for programs."""
    with pytest.raises(oh.LoadError) as caught:
        oh.loads('{"问题反馈": {"密码：Abc@12345xyz": 1}}', format="json")
    assert "Abc@12345xyz" not in caught.value.in_lang("zh") + caught.value.in_lang("en")
