"""What people type where a value is shown, in either language and in the forms of pages."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import records

from opshandover import model
from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.layout.words.values import has_content, inline_value
from opshandover.model.base import Money, Period, Record
from opshandover.model.data import Metric
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Kind, field_map
from opshandover.model.people import Person
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Run, text_of
from opshandover.reading.returned.typed import labelled_fields, value_from


def typed(owner: Any, name: str, text: str) -> Any:
    """The value of a field for a text."""
    return value_from(owner, field_map(owner)[name], (Run(text),), "zh")


@pytest.mark.parametrize(
    ("owner", "name", "text", "value"),
    [
        (Task, "title", " 标题 ", "标题"),
        (Task, "progress", "59 %", 59),
        (Task, "status", "√ 已完成", "done"),
        (Task, "status", "in progress", "in_progress"),
        (Task, "due", "2026年11月13日 9:00", datetime.fromisoformat("2026-11-13 09:00")),
        (Task, "due", "2026/11/13", date(2026, 11, 13)),
        (Task, "owner", "张三", Person(name="张三")),
        (
            Task,
            "owner",
            "张三（客服，运营部，电话 123，邮箱：a@b.cn）",
            Person(name="张三", role="客服", department="运营部", phone="123", email="a@b.cn"),
        ),
        (Task, "owner", "Ann (lead, phone 12)", Person(name="Ann", role="lead", phone="12")),
        (Task, "support_needed", "甲；乙\n丙", ("甲", "乙", "丙")),
        (Metric, "value", "1,234.50 单", Decimal("1234.50")),
        (Metric, "value", "-2.0150", Decimal("-2.0150")),
        (Task, "due", "", None),
    ],
)
def test_a_text_is_read_by_its_field(owner: Any, name: str, text: str, value: Any) -> None:
    """Dates, numbers with units, labels with their signs, people with details, several of them."""
    found = typed(owner, name, text)
    assert (found.value if isinstance(value, str) and name == "status" else found) == value


@pytest.mark.parametrize(("name", "text"), [("due", "下周三"), ("progress", "一半"), ("status", "差不多")])
def test_what_is_no_value_is_none(name: str, text: str) -> None:
    """It is not guessed."""
    with pytest.raises(ValueError, match=name):
        typed(Task, name, text)


SIMPLE = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.DATETIME, Kind.WHEN, Kind.CHOICE)


@settings(max_examples=100)
@given(st.sampled_from(("zh", "en")), records(Task), records(Metric))
def test_what_a_page_shows_is_read_as_it_was(lang: Any, task: Task, metric: Metric) -> None:
    """Of every field that is a number, a date or a choice."""
    for record in (task, metric):
        for field in field_map(type(record)).values():
            value = getattr(record, field.name)
            if field.kind in SIMPLE and not field.many and has_content(field, value):
                shown = text_of(inline_value(field, value, lang))
                assert value_from(type(record), field, (Run(shown),), lang) == value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_spans_and_amounts(lang: Any) -> None:
    """Both ends, one of them, or a single day."""
    start, end = date(2026, 11, 1), date(2026, 11, 30)
    fields = [field for field in field_map(_owner(Period)).values() if field.type is Period]
    for value in (Period(start=start, end=end), Period(start=start), Period(end=end), Period(start=start, end=start)):
        shown = text_of(RECORD_FORMATTERS[Period](value, lang))
        assert value_from(_owner(Period), fields[0], (Run(shown),), lang) == value
    money = Money(amount=Decimal("12.5"), currency="元")
    (field, *_) = [field for field in field_map(_owner(Money)).values() if field.type is Money]
    assert value_from(_owner(Money), field, (Run("12.5 元"),), lang) == money


def _owner(of: Any) -> Any:
    """A class with a field of a class, which holds one value."""
    waiting: list[Any] = list(Record.__subclasses__())
    while waiting:
        cls = waiting.pop()
        waiting += cls.__subclasses__()
        if cls is OpsDocument or not cls.__module__.startswith(f"{model.__name__}."):
            continue  # other tests declare records of their own
        if any(field.type is of and not field.many for field in field_map(cls).values()):
            return cls
    raise AssertionError(of)


def test_labels_in_a_line() -> None:
    """Several values of a record in one line, each behind its label."""
    runs = (Run("优先级", strong=True), Run(" ▲▲ 紧急且重要；"), Run("接手人", strong=True), Run("：何佳"))
    found = labelled_fields(Task, runs)
    assert [(field.name, text_of(rest)) for field, rest in found] == [
        ("priority", "▲▲ 紧急且重要"),
        ("new_owner", "何佳"),
    ]
    assert labelled_fields(Task, (Run("没有标签"),)) == []
