"""A document as plain data: what was filled in, in values that every format has."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from opshandover.codec import dumps, loads
from opshandover.codec.plain import plain
from opshandover.model import Metric, NotApplicable, Nothing, OpsDocument, Person, Shift, Task, WorkProgress
from opshandover.model.tasks import TaskStatus


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


@pytest.mark.parametrize("name", ["姓名：周岩", "姓名:周岩", "name:周岩", "电话:8012", "甲:乙", "http://a.cn"])
def test_a_name_that_looks_like_a_key_is_read_back(name: str) -> None:
    """A short form that would be read back as something else is not used, whichever colon it has."""
    document = OpsDocument(
        profile="daily_work",
        giver=Person(name=name),
        work_progress=WorkProgress(tasks=(Task(title=name), Task(title=name, owner=Person(name=name)))),
    )
    for format in ("yaml", "json"):
        assert loads(dumps(document, format=format), format=format) == document


def test_records_of_a_list_keep_their_own_fields() -> None:
    """What one task lacks and another has does not move between them, although fields are encoded together."""
    tasks = (
        Task(title="a", progress=0, owner=Person(name="甲")),
        Task(title="b"),
        Task(status=TaskStatus.DONE, due=date(2026, 3, 5)),
    )
    document = OpsDocument(profile="daily_work", work_progress=WorkProgress(tasks=tasks))
    assert plain(document)["work_progress"] == {
        "tasks": [
            {"title": "a", "progress": 0, "owner": {"name": "甲"}},
            {"title": "b"},
            {"status": "done", "due": "2026-03-05"},
        ]
    }
    assert plain(tasks[0], "zh", brief=True) == {"标题": "a", "负责人": "甲", "进度": 0}


@pytest.mark.parametrize(
    ("value", "written"),
    [("12", 12), ("12.0", 12), ("1E+3", 1000), ("0.5", 0.5), ("9007199254740993", "9007199254740993"),
     ("0.10000000000000000001", "0.10000000000000000001")],
)  # fmt: skip
def test_a_number_is_one_only_if_all_readers_agree(value: str, written: Any) -> None:
    """Other programs read numbers as floats: what these do not hold exactly is a text."""
    found = plain(Metric(name="x", value=Decimal(value)))["value"]
    assert (found, type(found)) == (written, type(written))


def test_moments_are_iso_texts() -> None:
    """Date and time are parted by a space, with the offset if there is one."""
    shift = Shift(start=datetime.fromisoformat("2026-01-02T22:30:00+08:00"))
    assert plain(shift) == {"start": "2026-01-02 22:30:00+08:00"}
