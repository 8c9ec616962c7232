"""Records as tables and blocks."""

from datetime import date
from decimal import Decimal

import pytest

from opshandover.blocks import Align, Facts, Heading, ListBlock, Paragraph, Role, Table, text_of
from opshandover.layout.records import Blocks, list_blocks
from opshandover.layout.tables import MOST_COLUMNS, columns_of
from opshandover.model.assets import Asset
from opshandover.model.base import Level
from opshandover.model.data import Metric
from opshandover.model.people import Contact, Person
from opshandover.model.projects import Project
from opshandover.model.risks import Risk
from opshandover.model.tasks import Milestone, Task

LONG = "很长的说明。" * 20


def labels(blocks: Blocks) -> list[str]:
    """Gives the heads of the first table."""
    return [
        column.label for block in blocks if isinstance(block, Table) for column in block.columns
    ]


def test_what_is_compared_is_a_table() -> None:
    """Short values stand side by side, the title first; empty columns are left out."""
    tasks = (Task(title="甲", due=date(2026, 11, 21)), Task(title="乙", progress=60))
    assert labels(list_blocks(tasks, "x", "zh", 2)) == ["标题", "进度", "截止日期"]


def test_numbers_stand_at_the_end_of_their_column() -> None:
    """Numbers are aligned so that their digits can be compared."""
    table = list_blocks(
        (Task(title="甲", progress=5), Task(title="乙", progress=60)), "x", "zh", 2
    )[0]
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == [Align.START, Align.END]


def test_what_is_read_stands_below_the_table() -> None:
    """A long text is no column: it stands below, under the title of its record."""
    tasks = (Task(title="甲", progress=1, result=LONG), Task(title="乙", progress=2))
    table, heading, facts = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    assert isinstance(heading, Heading)
    assert (heading.text, heading.level, heading.path) == ("甲", 2, "x[0]")
    assert isinstance(facts, Facts)
    assert [fact.label for fact in facts.items] == ["成果"]


def test_a_table_is_never_too_wide() -> None:
    """However much is short, no more than seven columns come; the rest stands below."""
    person = Person(name="周岩")
    asset = Asset(
        name="电脑", number="1", quantity=1, keeper=person, return_to=person, condition="好",
        return_by=date(2026, 11, 21), returned_on=date(2026, 11, 21),
    )  # fmt: skip
    assert len(columns_of((asset, asset), "zh")) == MOST_COLUMNS
    assert len(list_blocks((asset, asset), "x", "zh", 2)) == 5


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


def test_long_titles_are_not_headings() -> None:
    """A title too long for a heading is given in full below a number."""
    tasks = (Task(title=LONG + "\n一", result=LONG), Task(title=LONG + "\n二", result=LONG))
    blocks = list_blocks(tasks, "x", "zh", 2)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings == ["任务 1", "任务 2"]


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
