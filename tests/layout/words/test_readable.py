"""What would be misread is known, and nothing else."""

import pytest

from opshandover.layout.words.readable import (
    begins_with_label,
    can_be_title,
    counted_phase,
    delimited,
    is_heading_of,
    is_label,
    is_plain_prose,
    is_taken_for_absence,
    numbered,
    principal,
    reads_as_line,
)
from opshandover.model.fields import field_map
from opshandover.model.people import Contact, Person
from opshandover.model.planning import WorkPlan
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Paragraph, Quote, Run
from opshandover.pages.markdown import blocks_of


@pytest.mark.parametrize(
    "text", ["负责人", "Owner：", "风险与应急", "优先级矩阵", "不适用", "以下各项相同：甲", "待填写"]
)
def test_labels_of_the_page_are_no_titles(text: str) -> None:
    """A title that is a label is shown with its own label."""
    assert is_label(text)
    assert not can_be_title(field_map(Task)["title"], text, "zh")


@pytest.mark.parametrize("text", ["上线八月活动页", "第 2 阶段", "Phase 2", "确认（8 月 3 日）", ""])
def test_ordinary_titles_are_no_labels(text: str) -> None:
    """Titles as people write them stay where they are."""
    assert not is_label(text)
    assert not is_heading_of(Task, text)


def test_headings_with_numbers_are_those_of_records_without_titles() -> None:
    """A number is understood behind the label of the class alone."""
    assert numbered(Task, "任务 3") == numbered(Task, "Task 3") == 3
    assert numbered(Task, "项目 3") is None
    assert counted_phase("准备（已确认 1 / 2）") == "准备"
    assert counted_phase("Preparation (1 of 2 confirmed)") == "Preparation"
    assert counted_phase("准备（8 月 3 日）") is None


@pytest.mark.parametrize(
    ("prose", "is_quoted"),
    [
        ("一段", False),
        ("**负责人** 在第一段", False),
        ("一段\n\n**重点** 又一段", False),
        ("一段\n\n**负责人** 又一段", True),
        ("一段\n\n**Owner：** 又一段", True),
        ("> 引文", True),
        ("一段\n\n| 甲 |\n|---|", True),
    ],
)
def test_prose_that_would_end_too_early_is_quoted(prose: str, is_quoted: bool) -> None:
    """Among other values, a bold label would begin another."""
    blocks = delimited(blocks_of(prose), Task)
    assert (blocks != blocks_of(prose)) is is_quoted
    assert blocks == ((Quote(blocks_of(prose)),) if is_quoted else blocks_of(prose))


def test_labels_begin_a_block_in_bold() -> None:
    """Plain text is none, and neither is a label of another class."""
    assert begins_with_label(Paragraph((Run("负责人", strong=True), Run(" 周岩"))), Task)
    assert not begins_with_label(Paragraph((Run("负责人 周岩"),)), Task)
    assert not begins_with_label(Paragraph((Run("负责人", strong=True),)), Person)


def test_prose_within_a_line_has_no_markup() -> None:
    """One paragraph in one style can stand there."""
    assert is_plain_prose("一句，带 3 * 4。")
    assert not is_plain_prose("**粗**")
    assert not is_plain_prose("一\n\n二")


def test_records_read_from_a_line_unless_their_texts_have_its_signs() -> None:
    """A label behind a semicolon would begin another value."""
    assert reads_as_line(Contact(person=Person(name="周岩"), relationship="退款；发票"), "zh")
    assert not reads_as_line(Contact(person=Person(name="周岩"), relationship="退款；类别：客户"), "zh")


def test_words_for_nothing_are_no_records() -> None:
    """A line alone in a section that says so is the statement of an absence."""
    assert is_taken_for_absence("无：原因")
    assert not is_taken_for_absence("周岩")


def test_the_list_that_matters_most_is_required() -> None:
    """Its records may stand without a label."""
    assert principal(WorkPlan) == "tasks"
