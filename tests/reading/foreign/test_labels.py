"""Tests of headings and labels as people write them."""

import pytest

from opshandover.pages.blocks import Run
from opshandover.reading.foreign.labels import halves, is_to_sign, pairs, split_label, title_of


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("一、工作概况", "工作概况"),
        ("（三）遗留问题", "遗留问题"),
        ("第三章 考核办法", "考核办法"),
        ("2.1 数据迁移：", "数据迁移"),
        ("📌 重点", "重点"),
        ("【备注】", "备注"),
        ("3月计划", "3月计划"),
        ("2026 年目标", "2026 年目标"),
    ],
)
def test_a_heading_loses_its_number_and_signs(written: str, text: str) -> None:
    """What counts and decorates is no part of what a heading says; years and months are."""
    assert title_of(written).text == text


def test_a_remark_in_brackets_is_kept_apart() -> None:
    """The words in brackets are no part of the name, and not lost."""
    title = title_of("联系人（内部）")
    assert (title.text, title.aside) == ("联系人", "内部")


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("负责人：周岩", "负责人", "周岩"),
        ("Owner: Ken Adams", "Owner", "Ken Adams"),
        ("【账号】kf01", "账号", "kf01"),
        ("联系方式:", "联系方式", ""),
    ],
)
def test_a_label_is_told_from_its_value(line: str, label: str, value: str) -> None:
    """Colons of either width part a label from its value."""
    found = split_label((Run(line),))
    assert found is not None
    assert (found.label, found.value) == (label, value)


@pytest.mark.parametrize("line", ["https://a.example", "10:30 开会", "D:\\访客", "他说，先别动：等我", "没有冒号"])
def test_times_addresses_and_sentences_have_no_label(line: str) -> None:
    """A colon alone makes no label."""
    assert split_label((Run(line),)) is None


def test_several_labels_on_one_line_are_pairs() -> None:
    """Blanks, commas and bars stand between them; the time of day is no label."""
    assert pairs("交班人：周岩　接班人：李娜") == [("交班人", "周岩"), ("接班人", "李娜")]
    assert pairs("时间：10:30") == []


def test_a_label_in_both_languages_has_two_halves() -> None:
    """Each half is looked up by itself."""
    assert halves("Date 日期") == ["date", "日期"]
    assert halves("日期") == []


def test_a_line_to_sign_on_is_known() -> None:
    """Blanks to write on make it one; a name does not."""
    assert is_to_sign("移交人签字：______ 日期：______")
    assert not is_to_sign("移交人：周岩")
