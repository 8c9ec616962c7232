"""What all records share."""

from datetime import date
from decimal import Decimal

import pytest
from tests.layout.tables.tabled import labels

from opshandover.layout.records import list_blocks
from opshandover.layout.tables.cells import Blocks
from opshandover.layout.tables.common import common_fields
from opshandover.layout.tables.compared import compare_fields
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.model.people import Person
from opshandover.model.tasks import Task, TaskStatus
from opshandover.pages.blocks import ListBlock, Paragraph, run_path, text_of
from opshandover.text import LANGUAGES, Lang

WANG, LIN = Person(name="王敏", phone="138"), Person(name="林珊")
DAY = date(2026, 11, 29)
STATUSES = list(TaskStatus)


def tasks(*owners: Person | None) -> tuple[Task, ...]:
    """Tasks that differ in title and status, and are due on one day."""
    return tuple(Task(title=f"任务 {i}", status=STATUSES[i], owner=who, due=DAY) for i, who in enumerate(owners))


def names(records: tuple[Record, ...]) -> list[str]:
    """The names of the fields that some records share."""
    return [one.name for one in common_fields(compare_fields(records, "zh"))]


def lead(blocks: Blocks) -> str:
    """The text of the first block, a paragraph."""
    assert isinstance(blocks[0], Paragraph)
    return text_of(blocks[0].runs)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "以下各项相同：负责人 王敏（电话 138）；截止日期 2026-11-29"),
        ("en", "The same for all: Owner 王敏 (phone 138); Due 2026-11-29"),
    ],
)
def test_a_line_says_it_once(lang: Lang, said: str) -> None:
    """Columns of equal cells become a line above the table, in which each value has the path of all items."""
    blocks = list_blocks(tasks(WANG, WANG, WANG), "x", lang, 2)
    assert lead(blocks) == said
    assert labels(blocks) == [{"zh": "标题", "en": "Title"}[lang], {"zh": "状态", "en": "Status"}[lang]]
    assert isinstance(blocks[0], Paragraph)
    shown = {run_path(run, blocks[0].path): run.text for run in blocks[0].runs if run.path}
    assert shown["x[*].owner.name"] == "王敏"
    assert shown["x[*].due"] == "2026-11-29"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_more_than_what_all_share(lang: Lang) -> None:
    """One other or missing value keeps the column; so does a table of two rows, which is compared at a glance."""
    for owners in ((WANG, WANG, LIN), (WANG, None, WANG), (None, WANG, WANG)):
        assert names(tasks(*owners)) == ["due"]
        assert len(labels(list_blocks(tasks(*owners), "x", lang, 2))) == 3
    assert names(tasks(WANG, WANG)) == []
    assert names(tuple(Task(title="甲") for _ in range(3))) == []


def test_equal_figures_are_compared_with_their_units() -> None:
    """1 单 and 1 秒 are not the same, nor are 1.5 and 1.50; equal ones are."""
    units = ("单", "秒", "单")
    assert names(tuple(Metric(name=f"{i}", value=Decimal(1), unit=units[i]) for i in range(3))) == []
    assert names(tuple(Metric(name=f"{i}", value=Decimal("1.50" if i else "1.5")) for i in range(3))) == []
    assert names(tuple(Metric(name=f"{i}", value=Decimal(1), unit="单") for i in range(3))) == ["value"]


def test_names_below_the_line_are_a_list() -> None:
    """Records that differ only in their names need no table."""
    line, names_alone = list_blocks(tuple(Task(title=t, owner=WANG) for t in "甲乙丙"), "x", "zh", 2)
    assert lead((line,)) == "以下各项相同：负责人 王敏（电话 138）"
    assert isinstance(names_alone, ListBlock)


def test_no_line_without_a_table() -> None:
    """Records that are read one by one have all their values below their own headings."""
    drawn = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"
    same = tuple(Task(title=t, owner=WANG, result=drawn) for t in "甲乙丙")
    assert not any(isinstance(b, Paragraph) and "相同" in text_of(b.runs) for b in list_blocks(same, "x", "zh", 2))
