"""Records as tables and blocks."""

from datetime import date
from decimal import Decimal

import pytest

from opshandover.layout.records import list_blocks
from opshandover.layout.sections import content_blocks
from opshandover.layout.tables.cells import Blocks, details
from opshandover.layout.tables.columns import MOST_COLUMNS, columns_of
from opshandover.layout.tables.compared import compare_fields
from opshandover.layout.words.units import unit_of
from opshandover.layout.words.values import inline_record, shown_fields
from opshandover.model.assets import Asset
from opshandover.model.base import Level
from opshandover.model.data import Metric
from opshandover.model.people import Contact, Person
from opshandover.model.projects import Project
from opshandover.model.risks import Risk
from opshandover.model.tasks import Milestone, Task, WorkProgress
from opshandover.pages.blocks import (
    Align,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Run,
    Table,
    text_of,
)

LONG = "很长的说明。" * 20


def labels(blocks: Blocks) -> list[str]:
    """Gives the heads of the first table."""
    return [column.label for block in blocks if isinstance(block, Table) for column in block.columns]


def test_what_is_compared_is_a_table() -> None:
    """Short values stand side by side, the title first; empty columns are left out."""
    tasks = (Task(title="甲", due=date(2026, 11, 21)), Task(title="乙", progress=60))
    assert labels(list_blocks(tasks, "x", "zh", 2)) == ["标题", "进度", "截止日期"]


def test_numbers_stand_at_the_end_of_their_column() -> None:
    """Numbers are aligned so that their digits can be compared."""
    table = list_blocks((Task(title="甲", progress=5), Task(title="乙", progress=60)), "x", "zh", 2)[0]
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == [Align.START, Align.END]


def test_what_is_read_stands_below_the_table() -> None:
    """A long text is no column: it stands beside the title of its record, led in by its label."""
    tasks = (Task(title="甲", progress=1, result=LONG), Task(title="乙", progress=2))
    table, facts = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    assert isinstance(facts, Facts)
    (fact,) = facts.items
    assert (fact.label, fact.cell.path) == ("甲", "x[0]")
    (paragraph,) = fact.cell.blocks
    assert isinstance(paragraph, Paragraph)
    assert text_of(paragraph.runs) == f"成果 {LONG}"
    assert paragraph.runs[0].strong
    assert paragraph.path == "x[0].result"


def test_what_is_brief_shares_a_line() -> None:
    """Short values come first, all in one paragraph, which has the path of their record."""
    risk = Risk(
        title="甲", impact=Level.HIGH, owner=Person(name="周岩"), next_check=date(2026, 11, 22),
        description=LONG, warning_signs=("一", "二"),
    )  # fmt: skip
    (line, *others) = details(risk, "x[0]", "zh", without={"title"})
    assert isinstance(line, Paragraph)
    assert text_of(line.runs) == "影响程度 ▲ 高；负责人 周岩；下次检查 2026-11-22"
    assert line.path == "x[0]"
    said = {block.path: text_of(block.runs) for block in others if isinstance(block, Paragraph)}
    assert said["x[0].warning_signs"] == "预警信号 一；二"


def test_an_id_stands_small_below_the_title() -> None:
    """What ties an item to other documents is no column and no block of its own."""
    tasks = (
        Task(title="甲", id="T-1", carried_from="D-0", progress=1),
        Task(title="乙", progress=2),
    )
    (table,) = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    first = table.rows[0].cells[0]
    below = [b for b in first.blocks if isinstance(b, Paragraph) and b.role is Role.METADATA]
    assert [(text_of(b.runs), b.path) for b in below] == [
        ("T-1", "x[0].id"), ("沿自 D-0", "x[0].carried_from"),
    ]  # fmt: skip
    assert labels((table,)) == ["标题", "进度"]


def test_a_single_record_without_tables_needs_no_heading() -> None:
    """Beside other lists of a section, one record alone is a fact with its title in bold."""
    section = WorkProgress(summary="概述", tasks=(Task(title="甲", id="T-1", progress=60),), coordination=("乙",))
    blocks = content_blocks(section, "x", "zh")
    assert not any(isinstance(block, Heading) for block in blocks)
    facts = blocks[-1]
    assert isinstance(facts, Facts)
    title, aside, line = facts.items[0].cell.blocks
    assert title == Paragraph(runs=(Run(text="甲", strong=True),), path="x.tasks[0].title")
    assert isinstance(aside, Paragraph)
    assert aside.role is Role.METADATA
    assert isinstance(line, Paragraph)
    assert text_of(line.runs) == "进度 60%"


def test_what_is_read_alone_is_a_table_of_titles_and_details() -> None:
    """Records of which nothing is compared have their title on the left and the rest beside it."""
    faults = (Risk(title="甲", description=LONG), Risk(title="乙", description=LONG))
    (table,) = list_blocks(faults, "x", "en", 2)
    assert labels((table,)) == ["Title", "Details"]
    assert isinstance(table, Table)
    assert [cell.path for cell in table.rows[1].cells] == ["x[1].title", "x[1]"]


def test_what_needs_a_heading_has_one() -> None:
    """A text with a table in it is too much for a cell: its record keeps a heading."""
    drawn = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"
    tasks = (Task(title="甲", progress=1, result=drawn), Task(title="乙", progress=2, result=LONG))
    blocks = list_blocks(tasks, "x", "zh", 2)
    kinds = [type(block) for block in blocks]
    assert kinds == [Table, Facts, Heading, Heading, Table]


def test_a_table_is_never_too_wide() -> None:
    """However much is short, no more than seven columns come; the rest stands below."""
    person = Person(name="周岩")
    asset = Asset(
        name="电脑", number="1", quantity=1, keeper=person, return_to=person, condition="好",
        return_by=date(2026, 11, 21), returned_on=date(2026, 11, 21),
    )  # fmt: skip
    assert len(columns_of(compare_fields((asset, asset), "zh"))) == MOST_COLUMNS
    _, facts = list_blocks((asset, asset), "x", "zh", 2)
    assert isinstance(facts, Facts)
    assert len(facts.items) == 2


def test_one_record_alone_is_no_table() -> None:
    """A single record is read, with its title among its facts and no heading of its own."""
    (facts,) = list_blocks((Task(title="甲", progress=60),), "x", "zh", 2)
    assert isinstance(facts, Facts)
    assert [fact.cell.path for fact in facts.items] == ["x[0].title", "x[0].progress"]


def test_names_alone_are_a_list() -> None:
    """Records of which only the name is known are bullets."""
    (block,) = list_blocks((Milestone(name="甲"), Milestone(name="乙")), "x", "zh", 2)
    assert isinstance(block, ListBlock)
    assert len(block.items) == 2


def test_long_titles_are_not_labels() -> None:
    """A title too long for a label is given in full in the table, and has a number below it."""
    tasks = tuple(Task(title=LONG + end, progress=1, result=LONG) for end in ("\n一", "\n二"))
    table, facts = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    assert isinstance(facts, Facts)
    assert [fact.label for fact in facts.items] == ["任务 1", "任务 2"]


def test_an_empty_record_asks_to_be_filled_in() -> None:
    """A record in which nothing is filled is not passed over."""
    (block,) = list_blocks((Task(),), "x", "en", 2)
    assert isinstance(block, Paragraph)
    assert block.role is Role.PLACEHOLDER


def test_nested_lists_are_tables_inside() -> None:
    """What a record holds of records is shown in the same way, further down."""
    tasks = (Task(title="a", progress=1), Task(title="b", progress=2))
    projects = (Project(name="甲", tasks=tasks), Project(name="乙"))
    blocks = list_blocks(projects, "projects.items", "zh", 2)
    paths = [block.path for block in blocks if isinstance(block, Table)]
    assert paths == ["projects.items[0].tasks"]


def test_headings_go_down_one_by_one() -> None:
    """A record below its title has its lists one level further down."""
    project = Project(name="甲", tasks=(Task(title="a", progress=1), Task(title="b", progress=2)))
    blocks = list_blocks((project, project), "x", "zh", 2)
    headings = [(block.text, block.level) for block in blocks if isinstance(block, Heading)]
    assert headings == [("甲", 2), ("任务", 3)] * 2


def test_what_goes_deep_has_no_heading() -> None:
    """Below the fourth level a label is a line in bold."""
    project = Project(name="甲", tasks=(Task(title="a", progress=1), Task(title="b", progress=2)))
    blocks = list_blocks((project, project), "x", "zh", 4)
    bold = [block for block in blocks if isinstance(block, Paragraph)]
    assert {text_of(block.runs) for block in bold} == {"任务"}
    assert all(run.strong for block in bold for run in block.runs)


def test_figures_have_a_column_for_their_change() -> None:
    """The change stands right after the figure before."""
    metrics = (
        Metric(name="甲", value=Decimal(2), previous=Decimal(1)),
        Metric(name="乙", value=Decimal(1), previous=Decimal(1)),
    )
    assert labels(list_blocks(metrics, "x", "zh", 2)) == ["名称", "当前值", "上期值", "较上期"]


def test_figures_have_their_unit_beside_them() -> None:
    """A unit stands behind each figure; that less is better is a remark on the target."""
    fast = Metric(name="响应", value=Decimal(38), target=Decimal(30), unit="秒", lower_is_better=True)
    rate = Metric(name="应答率", value=Decimal("91.2"), target=Decimal(95), unit="%")
    table, _ = list_blocks((fast, rate), "x", "zh", 2)
    assert isinstance(table, Table)
    said = [
        ["/".join(text_of(b.runs) for b in c.blocks if isinstance(b, Paragraph)) for c in row.cells]
        for row in table.rows
    ]
    assert said == [
        ["响应", "38 秒", "30 秒/越低越好", "× 超出 8 秒"],
        ["应答率", "91.2%", "95%", "× 还差 3.8 个百分点"],
    ]
    assert text_of(inline_record(fast, "en")) == (
        "响应; Value: 38 秒; Target: 30 秒 (Lower is better); Against target: × over by 8 秒"
    )


@pytest.mark.parametrize("unit", ["一个长得放不进一格的计量单位", "单\n位"])
def test_an_odd_unit_has_a_place_of_its_own(unit: str) -> None:
    """A unit that would not read well behind a figure is shown like any other field."""
    metric = Metric(name="甲", value=Decimal(1), unit=unit)
    assert unit_of(metric, "value") == ""
    assert "unit" in {field.name for field, _ in shown_fields(metric)}


def test_flags_not_set_leave_their_cell_empty() -> None:
    """Only what somebody set is said in a table."""
    contacts = (Contact(relationship="a", emergency=True), Contact(relationship="b"))
    (table,) = list_blocks(contacts, "x", "en", 2)
    assert isinstance(table, Table)
    assert [bool(row.cells[-1].blocks) for row in table.rows] == [True, False]


@pytest.mark.parametrize("count", [2, 3])
def test_risks_are_marked(count: int) -> None:
    """A table of risks has their role, so that a format can mark it."""
    risks = tuple(Risk(title=f"{i}", impact=Level.HIGH) for i in range(count))
    table = list_blocks(risks, "x", "zh", 2)[0]
    assert isinstance(table, Table)
    assert table.role is Role.RISK
