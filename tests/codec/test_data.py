"""Data of a program is loaded as a file with the same content is, and as strictly."""

import json
from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from tests.support.documents import documents

import opshandover as oh
from opshandover.codec.data import read, scalar
from opshandover.codec.raw import HugeNumber
from opshandover.errors import ArgumentError, LoadError
from opshandover.model import Task, TaskStatus, WorkProgress


def data(**more: Any) -> dict[str, Any]:
    """A document as a program holds it, with keys of both kinds."""
    task = {"标题": "上线活动页", "status": "已完成", "progress": 60, "due": "2026-11-28", "owner": "周岩"}
    return {"profile": "daily_work", "标题": "日报", "工作进展": {"任务": [task]}, **more}


def test_data_is_a_document() -> None:
    """Names and labels, short forms, texts for dates: all as in a file."""
    document = oh.from_data(data(prepared_on=date(2026, 11, 28), receivers=("张凯",)))
    assert document.prepared_on == date(2026, 11, 28)
    assert [person.name for person in document.receivers] == ["张凯"]
    assert isinstance(document.work_progress, WorkProgress)
    (task,) = document.work_progress.tasks
    assert (task.status, task.due, task.owner and task.owner.name) == (TaskStatus.DONE, date(2026, 11, 28), "周岩")


@given(documents())
def test_data_says_what_a_file_says(document: oh.OpsDocument) -> None:
    """What JSON parses to is the same document as the JSON."""
    assert oh.from_data(json.loads(oh.dumps(document, format="json"))) == document


@pytest.mark.parametrize("mapping", [dict, OrderedDict, lambda d: MappingProxyType(dict(d))])
def test_any_mapping_will_do(mapping: Callable[[Any], Any]) -> None:
    """The class of a mapping does not matter."""
    assert oh.from_data(mapping(data())) == oh.from_data(data())


def test_the_data_is_not_changed() -> None:
    """Whoever gives data keeps it."""
    given = data(schema_version=1)
    oh.from_data(given)
    assert given == data(schema_version=1)


def test_all_faults_come_at_once() -> None:
    """Each has its path, in field names and as people type it."""
    wrong = data(titel="x", work_progress=None, risks={3: "x"}, data_analysis={"metrics": [{"value": float("nan")}]})
    with pytest.raises(LoadError) as caught:
        oh.from_data(wrong)
    said = str(caught.value)
    assert "titel  unknown field; did you mean 'title'?" in said
    assert "risks  expected a text as key, got int 3" in said
    assert "data_analysis.metrics[0].value  expected a number of at most 40 digits" in said
    assert "数据分析.关键指标[0].当前值" in caught.value.in_lang("zh")


def test_data_that_holds_itself() -> None:
    """It is nested too deep, and ends there."""
    loop = data()
    loop["extra"] = [loop]
    with pytest.raises(LoadError, match="nested deeper than 64 levels"):
        oh.from_data(loop)


def test_data_without_end() -> None:
    """No more values are taken than a file may have."""
    with pytest.raises(LoadError, match="more than 300000 keys and values"):
        oh.from_data(data(extra=[["x"] * 1000] * 400))


@pytest.mark.parametrize("given", [[], "{}", b"{}", None, Task()])
def test_something_else_than_a_mapping(given: Any) -> None:
    """The error says what reads a text or a file."""
    with pytest.raises(ArgumentError, match=r"argument data: expected a mapping .*; read a text with oh\.loads"):
        oh.from_data(given)


def test_loads_sends_a_mapping_here() -> None:
    """With a format or without, the error names the function that is meant."""
    loads: Any = oh.loads
    for more in ({}, {"format": "json"}):
        with pytest.raises(ArgumentError, match=r"oh\.from_data\(data\)"):
            loads({}, **more)
    with pytest.raises(ArgumentError, match=r"oh\.from_data\(data\)"):
        oh.load({})  # type: ignore[arg-type]


class Timestamp(datetime):
    """A date of another library, as that of pandas."""


class NoDate(datetime):
    """A date that is none, as that of pandas."""

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = datetime.__hash__


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (1.5, Decimal("1.5")),
        (3, 3),
        (True, True),
        (10**30, 10**30),
        (TaskStatus.DONE, "done"),
        (Timestamp.fromisoformat("2026-11-28T09:30"), datetime.fromisoformat("2026-11-28T09:30")),
        (NoDate.fromisoformat("2026-11-28T09:30"), None),
        (float("inf"), HugeNumber("inf")),
    ],
)
def test_a_scalar_of_another_library(given: object, taken: object) -> None:
    """Numbers and dates come as those that readers know."""
    found = scalar(given)
    assert found == taken
    assert type(found) is type(taken)


def test_a_text_is_no_list() -> None:
    """Sequences are lists, except texts and bytes."""
    assert read({"a": ("x", range(2)), "b": "xy"}).data == {"a": ["x", [0, 1]], "b": "xy"}
