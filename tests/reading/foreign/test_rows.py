"""Tests of records from tables."""

from datetime import date

from tests.support.foreign import imported

from opshandover.model import Issues, Person, Task
from opshandover.model.people import Contact
from opshandover.reading.foreign import read_foreign
from opshandover.reading.foreign.rows import columns_of, main_column

TASKS = "| 序号 | 事项 | 负责人 | 完成时间 | 颜色 |\n|---|---|---|---|---|\n| 1 | 收货 | 周岩 | 2026-11-29 | 红 |\n"


def test_columns_are_found_by_label_and_synonym() -> None:
    """So are those of the person in a contact."""
    assert set(columns_of(Task, ["事项", "责任人", "截止", "颜色"])) == {0, 1, 2}
    heads = ["姓名", "电话", "备注"]
    assert main_column(Contact, heads, columns_of(Contact, heads)) == 0


def test_a_row_is_a_record_and_keeps_what_has_no_column() -> None:
    """The number of a row says nothing, and a column without a field stays with its head."""
    (part,) = read_foreign(imported(f"# 交接\n\n## 待办\n\n{TASKS}"))
    (task,) = part.document.work_progress.tasks  # type: ignore[union-attr]
    assert (task.title, task.owner, task.due, task.remaining) == (
        "收货",
        Person(name="周岩"),
        date(2026, 11, 29),
        "颜色：红",
    )


def test_numbers_of_tickets_are_no_numbers_of_rows() -> None:
    """A column that counts the rows says nothing; one with other numbers has those of the tickets."""
    for numbers in (("1", "2"), ("201", "207")):
        rows = "".join(f"| {number} | 断网 | 处理中 |\n" for number in numbers)
        (part,) = read_foreign(imported(f"# 交接\n\n## 问题\n\n| # | 问题 | 状态 |\n|---|---|---|\n{rows}"))
        assert isinstance(part.document.issues, Issues)
        assert [one.id for one in part.document.issues.items] == (["", ""] if numbers[0] == "1" else [*numbers])
        assert part.ledger.adds_up


def test_a_table_is_known_by_its_columns() -> None:
    """Without a heading that says so, three columns of tasks are tasks, and said to be guessed."""
    (part,) = read_foreign(imported(f"# 交接\n\n## 那些事\n\n{TASKS}"))
    assert part.document.work_progress is not None
    assert any(remark.certainty < 0.9 and remark.path == "work_progress" for remark in part.remarks)


def test_labels_in_the_first_column_are_one_record() -> None:
    """A table of labels and values below a heading is one thing."""
    text = "# 交接\n\n## 系统\n\n### 后台\n\n| 项 | 值 |\n|---|---|\n| 地址 | https://a.example |\n| 账号 | kf01 |\n"
    (part,) = read_foreign(imported(text))
    (system,) = part.document.systems.items  # type: ignore[union-attr]
    assert (system.name, system.addresses, system.credentials[0].account) == ("后台", ("https://a.example",), "kf01")
