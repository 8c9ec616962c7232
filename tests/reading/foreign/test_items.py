"""Tests of records from what people list."""

from datetime import date

import pytest
from tests.support.foreign import imported

from opshandover.model import OpsDocument, Person
from opshandover.model.issues import IssueStatus
from opshandover.model.systems import System
from opshandover.reading.foreign import read_foreign
from opshandover.reading.foreign.items import is_known, is_one_record
from opshandover.reading.foreign.leaves import Listing, parts_of


def read(text: str) -> OpsDocument:
    """The one document in a text."""
    (part,) = read_foreign(imported(f"# 交接\n\n{text}"))
    return part.document


def test_the_first_sentence_is_the_title_and_no_word_is_cut() -> None:
    """What follows a sentence is the description."""
    issue = read("## 问题\n\n- 冷柜温度偏高。早上量到 9 度，已经报修。\n").issues.items[0]  # type: ignore[union-attr]
    assert (issue.title, issue.description) == ("冷柜温度偏高", "早上量到 9 度，已经报修。")


def test_labels_below_an_item_are_its_fields() -> None:
    """A list below an item or a heading fills its fields; what fits none stays in its prose."""
    text = "## 问题\n\n### 冷柜\n\n- 状态：处理中\n- 负责人：周岩\n- 发现时间：2026-11-28\n- 颜色：红\n"
    issue = read(text).issues.items[0]  # type: ignore[union-attr]
    assert (issue.title, issue.status, issue.reported_on) == ("冷柜", IssueStatus.HANDLING, date(2026, 11, 28))
    assert issue.description == "- 颜色：红"


def test_boxes_are_states() -> None:
    """A ticked box is done, an empty one says nothing of the state."""
    tasks = read("## 待办\n\n- [x] 收货\n- [ ] 发货\n").work_progress.tasks  # type: ignore[union-attr]
    assert [task.open for task in tasks] == [False, True]


@pytest.mark.parametrize(
    ("line", "name", "phone", "what"),
    [
        ("周岩：13800138000", "周岩", "13800138000", ""),
        ("周岩 13800138000，负责仓库", "周岩", "13800138000", "负责仓库"),
        ("仓库：周岩 13800138000", "周岩", "13800138000", "仓库"),
        ("Tom Baker - prints the flyers, +44 20 7946 0018", "Tom Baker", "+44 20 7946 0018", "prints the flyers"),
    ],
)
def test_contacts_are_read_from_one_line(line: str, name: str, phone: str, what: str) -> None:
    """The name, the number and what for stand in any order."""
    (contact,) = read(f"## 联系人\n\n- {line}\n").contacts.items  # type: ignore[union-attr]
    assert (contact.person, contact.relationship) == (Person(name=name, phone=phone), what)


def test_a_name_and_a_value_have_their_fields() -> None:
    """Behind a name a number is a figure, an address an address, a day a day."""
    found = read(
        "## 数据\n\n- 营业额：18,640元\n\n## 系统\n\n- 后台：https://a.example\n\n## 关键日期\n\n- 续保：2027-01-15\n"
    )
    metric = found.data_analysis.metrics[0]  # type: ignore[union-attr]
    assert (metric.name, str(metric.value), metric.unit) == ("营业额", "18640", "元")
    assert found.systems.items[0].addresses == ("https://a.example",)  # type: ignore[union-attr]
    assert found.key_dates.items[0].on == date(2027, 1, 15)  # type: ignore[union-attr]


def test_items_that_only_tell_more_belong_to_the_one_before() -> None:
    """Labels that are not filled yet continue a record; the same label again begins the next."""
    text = "## 账号\n\n- 后台：https://a.example\n- 账号：kf01\n- 前台：https://b.example\n- 账号：kf02\n"
    systems = read(text).systems.items  # type: ignore[union-attr]
    assert [(one.name, one.credentials[0].account) for one in systems] == [("后台", "kf01"), ("前台", "kf02")]


def test_a_list_of_different_labels_is_one_record() -> None:
    """Known labels, each once, are the values of one thing."""
    (one,) = parts_of(imported("- 地址：https://a.example\n- 账号：kf01\n").page.blocks)
    assert isinstance(one, Listing)
    assert is_one_record(System, one)
    assert is_known(System, "密码")
