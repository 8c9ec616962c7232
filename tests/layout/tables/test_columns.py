"""Which fields become columns, and what stands in them."""

from datetime import date
from decimal import Decimal

import pytest
from tests.layout.tables.tabled import LONG, labels

from opshandover.layout.records import list_blocks
from opshandover.layout.tables.columns import MOST_COLUMNS, columns_of
from opshandover.layout.tables.compared import compare_fields
from opshandover.model.assets import Asset
from opshandover.model.base import Level
from opshandover.model.data import Metric
from opshandover.model.people import Person
from opshandover.model.risks import Risk
from opshandover.model.tasks import Task
from opshandover.pages.blocks import (
    Align,
    Role,
    Table,
)


def test_what_is_compared_is_a_table() -> None:
    """Short values stand side by side, the title first; empty columns are left out."""
    tasks = (Task(title="甲", due=date(2026, 11, 21)), Task(title="乙", progress=60))
    assert labels(list_blocks(tasks, "x", "zh", 2)) == ["标题", "进度", "截止日期"]


def test_numbers_stand_at_the_end_of_their_column() -> None:
    """Numbers are aligned so that their digits can be compared."""
    table = list_blocks((Task(title="甲", progress=5), Task(title="乙", progress=60)), "x", "zh", 2)[0]
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == [Align.START, Align.END]


def test_what_is_read_alone_is_a_table_of_titles_and_details() -> None:
    """Records of which nothing is compared have their title on the left and the rest beside it."""
    faults = (Risk(title="甲", description=LONG), Risk(title="乙", description=LONG))
    (table,) = list_blocks(faults, "x", "en", 2)
    assert labels((table,)) == ["Title", "Details"]
    assert isinstance(table, Table)
    assert [cell.path for cell in table.rows[1].cells] == ["x[1].title", "x[1]"]


def test_a_table_is_never_too_wide() -> None:
    """However much is short, no more than seven columns come, the last of them for what is left."""
    person = Person(name="周岩")
    asset = Asset(
        name="电脑", number="1", quantity=1, keeper=person, return_to=person, condition="好",
        return_by=date(2026, 11, 21), returned_on=date(2026, 11, 21),
    )  # fmt: skip
    assert len(columns_of(compare_fields((asset, asset), "zh"))) == MOST_COLUMNS
    blocks = list_blocks((asset, asset), "x", "zh", 2)
    assert len(blocks) == 1
    assert len(labels(blocks)) == MOST_COLUMNS
    assert labels(blocks)[-1] == "说明"


def test_figures_have_a_column_for_their_change() -> None:
    """The change stands right after the figure before."""
    metrics = (
        Metric(name="甲", value=Decimal(2), previous=Decimal(1)),
        Metric(name="乙", value=Decimal(1), previous=Decimal(1)),
    )
    assert labels(list_blocks(metrics, "x", "zh", 2)) == ["名称", "当前值", "上期值", "较上期"]


@pytest.mark.parametrize("count", [2, 3])
def test_risks_are_marked(count: int) -> None:
    """A table of risks has their role, so that a format can mark it."""
    risks = tuple(Risk(title=f"{i}", impact=list(Level)[i]) for i in range(count))
    table = list_blocks(risks, "x", "zh", 2)[0]
    assert isinstance(table, Table)
    assert table.role is Role.RISK


def test_a_reference_too_long_for_its_cell_is_below() -> None:
    """Without titles, references to other documents are columns as any other, and nothing of them is lost."""
    tasks = (
        Task(id="T-1", carried_from="D-1"),
        Task(id="T-2", carried_from="两\n行"),
        Task(id="T-3", carried_from="D-3"),
    )
    table, facts = list_blocks(tasks, "x", "zh", 2)
    assert isinstance(table, Table)
    assert labels((table,)) == ["编号", "沿自"]
    assert repr("两\n行") in str(facts)
