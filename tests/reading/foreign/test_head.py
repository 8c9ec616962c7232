"""Tests of the head of a document."""

from datetime import date

import pytest
from tests.support.foreign import imported

from opshandover.codec import dumps
from opshandover.model import OpsDocument
from opshandover.reading.foreign import read_foreign
from opshandover.reading.foreign.head import header_field

HEADS = {
    "lines": "移交人：周岩\n接收人：李娜\n监交人：王磊\n日期：2026年11月28日\n",
    "one line": "移交人：周岩　接收人：李娜　监交人：王磊　日期：2026-11-28\n",
    "bold": "**移交人：** 周岩\n\n**接收人：** 李娜\n\n**监交人：** 王磊\n\n**日期：** 2026/11/28\n",
    "list": "- 移交人：周岩\n- 接收人：李娜\n- 监交人：王磊\n- 日期：2026.11.28\n",
    "pairs": "| 移交人 | 周岩 | 接收人 | 李娜 |\n|---|---|---|---|\n| 监交人 | 王磊 | 日期 | 2026-11-28 |\n",
    "column": "| 项目 | 内容 |\n|---|---|\n| 移交人 | 周岩 |\n| 接收人 | 李娜 |\n| 监交人 | 王磊 |\n| 日期 | 2026-11-28 |\n",
    "row": "| 移交人 | 接收人 | 监交人 | 日期 |\n|---|---|---|---|\n| 周岩 | 李娜 | 王磊 | 2026-11-28 |\n",
    "headings": "## 移交人\n\n周岩\n\n## 接收人\n\n李娜\n\n## 监交人\n\n王磊\n\n## 日期\n\n2026-11-28\n",
    "section": "## 基本信息\n\n- 移交人：周岩\n- 接收人：李娜\n- 监交人：王磊\n- 日期：2026-11-28\n",
    "english": "Handed over by: 周岩\nReceived by: 李娜\nWitness: 王磊\nDate: 28 November 2026\n",
    "front matter": "---\noutgoing: 周岩\nincoming: 李娜\nwitness: 王磊\ndate: 2026-11-28\n---\n",
    "end": "## 待办\n\n- 收货\n\n## 签字\n\n移交人：周岩　接收人：李娜　监交人：王磊\n\n日期：2026-11-28\n",
}


def read(text: str) -> OpsDocument:
    """The one document in a text."""
    (part,) = read_foreign(imported(text))
    return part.document


@pytest.mark.parametrize("form", HEADS)
def test_who_and_when_are_found_in_every_form(form: str) -> None:
    """Lines, lists, tables, headings, front matter and the lines for signatures."""
    found = read(HEADS[form] if form == "front matter" else f"# 工作交接\n\n{HEADS[form]}")
    assert found.giver is not None
    assert found.witness is not None
    assert (found.giver.name, [one.name for one in found.receivers], found.witness.name) == ("周岩", ["李娜"], "王磊")
    assert found.prepared_on == date(2026, 11, 28)


def test_a_title_names_the_day_the_shift_and_the_giver() -> None:
    """What a title says is copied; the title keeps its words."""
    found = read("# 2026-11-28 夜班交班记录\n\n## 待办\n\n- a\n")
    assert (found.prepared_on, found.shift and found.shift.name) == (date(2026, 11, 28), "夜班")
    giver = read("# 周岩离职交接\n\n## 待办\n\n- a\n").giver
    assert giver is not None
    assert giver.name == "周岩"


def test_lines_to_sign_that_are_blank_add_up() -> None:
    """Labels with wide blanks behind them are no persons, and are in the account."""
    text = "# 交接\n\n## 待办\n\n- a\n\n## 确认\n\n交接人签字：\u3000\u3000接手人签字：\u3000\u3000监交人签字：\n"
    (part,) = read_foreign(imported(text))
    assert part.document.giver is None
    assert part.ledger.adds_up


def test_another_title_in_front_matter_is_kept() -> None:
    """The heading is the title; what the front matter calls the document stays in it."""
    found = read("---\ntitle: 第 37 周\n---\n# 周报\n\n## 待办\n\n- a\n")
    assert found.title == "周报"
    assert "第 37 周" in dumps(found, format="yaml")


def test_a_sentence_names_the_receiver_and_the_last_day() -> None:
    """A sentence stays as it is, and what it says of the handover is copied."""
    found = read("# 交接\n\n我叫田甜，最后工作日 2026年12月31日，由苏醒接手。\n\n## 待办\n\n- a\n")
    assert found.giver is not None
    assert (found.giver.name, [one.name for one in found.receivers]) == ("田甜", ["苏醒"])
    assert found.effective_on == date(2026, 12, 31)


def test_a_line_about_a_person_belongs_to_the_person_before() -> None:
    """A post and a number below a name are those of the person."""
    found = read("# 交接\n\n移交人：周岩\n岗位：采购专员\n电话：13800138000\n\n接收人：李娜\n")
    assert found.giver is not None
    assert (found.giver.role, found.giver.phone) == ("采购专员", "13800138000")


def test_words_of_a_title_are_no_labels_of_the_header() -> None:
    """Only declared words name a field."""
    assert header_field("天气") is None
