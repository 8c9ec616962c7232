"""What is saved loads as the same document."""

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import documents, texts

from opshandover.codec import dump, dumps, load, loads
from opshandover.codec import yaml as yaml_format
from opshandover.model import (
    Metric,
    NotApplicable,
    Nothing,
    OpsDocument,
    Person,
    Shift,
    Task,
    WorkProgress,
)
from opshandover.model.data import DataAnalysis
from opshandover.text import Lang

SLOW = settings(
    max_examples=60,
)


@SLOW
@given(documents(), st.sampled_from(["json", "yaml"]), st.sampled_from([None, "zh", "en"]))
def test_dumped_document_loads_as_the_same(document: OpsDocument, name: str, lang: Lang | None) -> None:
    """Any document, in either format and any way of naming, comes back equal."""
    assert loads(dumps(document, format=name, lang=lang), format=name) == document


@SLOW
@given(texts(), texts(), texts())
def test_yaml_gives_back_every_text(one: str, two: str, key: str) -> None:
    """Texts of any kind survive being written as YAML, as values, items and beside each other."""
    data = {"a": one, "b": [two, one], "c": {"d": two, "e": key}}
    raw = yaml_format.read(yaml_format.write(data))
    assert raw.faults == ()
    assert raw.data == data


def test_dump_leaves_out_what_is_not_filled_in() -> None:
    """A file holds what was filled in, and the version of its format first."""
    document = OpsDocument(profile="daily_work", title="一天")
    assert json.loads(dumps(document, format="json")) == {
        "schema_version": 1,
        "profile": "daily_work",
        "title": "一天",
    }


def test_yaml_writes_short_forms_and_labels() -> None:
    """A person known by name alone is written as the name; labels replace names on request."""
    document = OpsDocument(
        profile="daily_handover",
        giver=Person(name="周岩"),
        receivers=(Person(name="李雯", phone="8012"),),
        issues=Nothing(reason="本班没有新问题"),
        risks=NotApplicable(reason="由安全组统一登记"),
    )
    assert dumps(document, format="yaml", lang="zh") == (
        "格式版本: 1\n"
        "文种: 运营日常交接\n"
        "移交人: 周岩\n"
        "接收人:\n"
        "  - 姓名: 李雯\n"
        "    电话: 8012\n"
        "问题反馈:\n"
        "  无内容: 本班没有新问题\n"
        "风险与应急:\n"
        "  不适用: 由安全组统一登记\n"
    )


@pytest.mark.parametrize("value", ["0", "-12.5", "0.1", "12345678901234567890.123456789", "1E+30", "1e-7", "98.60"])
@pytest.mark.parametrize("name", ["json", "yaml"])
def test_decimals_stay_exact(value: str, name: str) -> None:
    """No number loses a digit, not even one that no float can hold."""
    document = OpsDocument(
        profile="daily_work",
        data_analysis=DataAnalysis(metrics=(Metric(name="x", value=Decimal(value)),)),
    )
    assert loads(dumps(document, format=name), format=name) == document


def test_dates_and_times_come_back() -> None:
    """Dates are written as ISO dates, moments with their time and offset."""
    document = OpsDocument(
        profile="daily_handover",
        prepared_on=date(2026, 1, 2),
        shift=Shift(name="夜班", start=datetime.fromisoformat("2026-01-02T22:30:00+08:00")),
    )
    written = dumps(document, format="yaml")
    assert "prepared_on: 2026-01-02\n" in written
    assert "start: 2026-01-02 22:30:00+08:00\n" in written
    assert loads(written, format="yaml") == document


def test_person_whose_name_looks_like_a_key_is_written_in_full() -> None:
    """A short form that would be read back as something else is not used."""
    document = OpsDocument(profile="daily_work", giver=Person(name="姓名：周岩"))
    assert loads(dumps(document, format="yaml"), format="yaml") == document


def test_files_are_told_by_suffix_or_by_name(tmp_path: Path) -> None:
    """A file is saved and loaded by its suffix, or by the format that is named."""
    document = OpsDocument(profile="daily_work", work_progress=WorkProgress(tasks=(Task(title="上架"),)))
    for name, given_format in (("a.json", None), ("a.yaml", None), ("a.YML", None), ("a", "json")):
        path = dump(document, tmp_path / name, format=given_format)
        assert load(path, format=given_format) == document
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["a", "a.YML", "a.json", "a.yaml"]


def test_toml_is_read() -> None:
    """A TOML file may hold the same document, with dates of its own."""
    text = """
        "文种" = "日常交接"
        prepared_on = 2026-11-21
        [["工作进展"."任务"]]
        "标题" = "对账"
        "进度" = 60
        ["班次"]
        "开始" = 2026-11-20T22:30:00
    """
    document = loads(text, format="toml")
    assert document.prepared_on == date(2026, 11, 21)
    assert isinstance(document.work_progress, WorkProgress)
    assert document.work_progress.tasks == (Task(title="对账", progress=60),)
    assert document.shift == Shift(start=datetime.fromisoformat("2026-11-20T22:30:00"))
