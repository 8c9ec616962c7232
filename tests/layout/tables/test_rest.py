"""What the columns of a table leave over."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve
from tests.layout.shown import rows_of
from tests.layout.tables.tabled import LONG, labels

from opshandover.layout.records import list_blocks
from opshandover.layout.tables.compared import compare_fields
from opshandover.layout.tables.rest import arranged
from opshandover.model.people import Person
from opshandover.model.tasks import Task, TaskStatus
from opshandover.pages.blocks import Facts, Table

STEP, LEFT = "等质检结果出来后录入系统，并通知仓库领班。", "还剩一百四十个库位没有核对，分布在两个区。"


def task(i: int) -> Task:
    """One of several tasks that differ in everything."""
    return Task(
        title=f"把第 {i} 批退货按客户录入系统",
        status=list(TaskStatus)[i % 3],
        progress=i,
        owner=Person(name=f"王敏{i}"),
        due=date(2026, 11, i + 1),
    )


def table_of(tasks: Sequence[Task]) -> Table:
    """The table of some tasks, with nothing below it."""
    (table,) = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    return table


def test_what_most_rows_have_stands_in_the_row() -> None:
    """Next step and remaining work, for which there are no columns, share the last one; no task is named twice."""
    tasks = tuple(evolve(task(i), next_step=f"{STEP}{i}", remaining=f"{LEFT}{i}") for i in range(4))
    rows = rows_of(table_of(tasks))
    assert rows[0][-1] == "说明"
    assert rows[2][-1] == f"剩余工作 {LEFT}1/下一步 {STEP}1"
    assert table_of(tasks).rows[1].cells[-1].path == "x[1]"


def test_what_few_have_stands_below() -> None:
    """A reason for one of four is a line below the table for that one alone."""
    tasks = (evolve(task(0), reason_unfinished="质检员提前下班，没有人可以代替。"), *map(task, (1, 2, 3)))
    table, facts = list_blocks(tasks, "x", "zh", 2)
    assert "说明" not in labels((table,))
    assert isinstance(facts, Facts)
    assert [fact.label for fact in facts.items] == [tasks[0].title]


def test_a_long_text_does_not_move_the_others() -> None:
    """One long next step is below the table, which says so in its cell; the others stay in their rows."""
    tasks = (evolve(task(0), next_step=LONG), *(evolve(task(i), next_step=f"催办 {i}") for i in (1, 2, 3)))
    table, facts = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    rows = rows_of(table)
    at = rows[0].index("下一步")
    assert [row[at] for row in rows[1:]] == ["见下", "催办 1", "催办 2", "催办 3"]
    assert table.rows[0].cells[at].derived
    assert isinstance(facts, Facts)
    assert [fact.cell.path for fact in facts.items] == ["x[0]"]


def test_nothing_is_shown_twice_or_lost() -> None:
    """Each field of each record is in a column, in its row or below, once."""
    tasks = tuple(
        evolve(
            task(i), next_step=LONG if i == 2 else STEP, remaining=LEFT * (1 + i), result="见附件", feedback="好" * i
        )
        for i in range(6)
    )
    fields = compare_fields(tasks, "zh")
    found = arranged(fields)
    for i in range(len(tasks)):
        held = [one.name for one in found.columns if one.is_shown(i)]
        held += [one.name for left in (found.in_row, found.below) for one in left.get(i, ())]
        assert sorted(held) == sorted(one.name for one in fields if one.is_shown(i))
