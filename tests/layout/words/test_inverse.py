"""Single values read back from what shows them."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from opshandover.layout.words.inverse import read_figure, read_record, read_text
from opshandover.layout.words.readable import reads_inline
from opshandover.layout.words.scalars import format_choice
from opshandover.layout.words.values import inline_record, inline_value
from opshandover.model.base import Choice, Money, Period, Record, Shift
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, Kind, field_map, fields_of
from opshandover.model.people import Contact, Person
from opshandover.model.tasks import Task
from opshandover.pages.blocks import text_of
from opshandover.text import LANGUAGES

MORNING = datetime.fromisoformat("2026-11-21T08:00")
EAST = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    "record",
    [
        Person(name="周岩", role="主管", department="客服部", phone="138", email="z@a.cn", im="zhou"),
        Person(name="周岩", department="客服部"),
        Person(name="Ann Brook", role="Operations lead"),
        Period(start=date(2026, 1, 1), end=date(2026, 1, 2)),
        Period(start=date(2026, 1, 1)),
        Period(end=date(999, 1, 2)),
        Period(start=date(2026, 1, 1), end=date(2026, 1, 1)),
        Shift(name="早班", start=MORNING, end=MORNING + timedelta(hours=8)),
        Shift(start=MORNING, end=MORNING + timedelta(days=1, microseconds=1)),
        Shift(name="夜班（一）", start=MORNING.replace(tzinfo=EAST), end=MORNING.replace(tzinfo=UTC)),
        Shift(name="早班"),
        Money(amount=Decimal("12.50")),
        Money(amount=Decimal("1E+60"), currency=""),
        Money(currency="USD"),
        Contact(person=Person(name="周岩", phone="138"), relationship="退款"),
    ],
)
def test_records_read_back_from_their_line(record: Record) -> None:
    """Persons, spans, shifts and amounts, and records with labels, in both languages."""
    for lang in LANGUAGES:
        assert read_record(type(record), text_of(inline_record(record, lang)), lang) == record


@pytest.mark.parametrize(
    "person",
    [
        Person(name="周岩（主管）"),
        Person(name="Ann (lead)", role="主管"),
        Person(role="主管"),
        Person(name="周岩", role="电话 138"),
        Person(name="周岩", role="甲，乙"),
        Person(name="Ann", role="Head, Sales"),
    ],
)
def test_persons_that_would_be_misread_are_known(person: Person) -> None:
    """What is no inverse in some language is found to be none there."""
    field = field_map(Contact)["person"]
    for lang in LANGUAGES:
        same = read_record(Person, text_of(inline_record(person, lang)), lang) == person
        assert reads_inline(field, person, lang) is same
    assert not all(reads_inline(field, person, lang) for lang in LANGUAGES)


def _classes(cls: type[Record], known: dict[type[Record], None]) -> dict[type[Record], None]:
    if cls not in known:
        known[cls] = None
        for field in fields_of(cls):
            if issubclass(field.type, Record):
                _classes(field.type, known)
    return known


def _choices() -> list[tuple[Field, Choice]]:
    classes = _classes(OpsDocument, {})
    fields = [field for cls in classes for field in fields_of(cls) if field.kind is Kind.CHOICE]
    return [(field, choice) for field in fields for choice in field.choice]


def test_every_choice_reads_back_from_its_label() -> None:
    """No label of a value is that of another, with or without its symbol."""
    for field, choice in _choices():
        for lang in LANGUAGES:
            value: Any = (choice,) if field.many else choice
            assert read_text(field, format_choice(choice, lang), lang) == value


def test_several_choices_read_back_although_a_label_has_a_comma() -> None:
    """Labels are told by what they are, not by the signs between them."""
    for field in {field.type: field for field, _ in _choices() if field.many}.values():
        value = tuple(field.choice)
        for lang in LANGUAGES:
            assert read_text(field, text_of(inline_value(field, value, lang)), lang) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("98.60%", {"value": Decimal("98.60"), "unit": "%"}),
        ("-12 万元（越低越好）", {"value": Decimal(-12), "unit": "万元", "lower_is_better": True}),
        ("12", {"value": Decimal(12)}),
        ("12 3", {"value": Decimal(12), "unit": "3"}),
        ("约 12", {}),
    ],
)
def test_a_figure_has_its_unit_behind_it(text: str, values: dict[str, object]) -> None:
    """The number ends where its unit begins."""
    assert read_figure("value", text, "zh") == values


@pytest.mark.parametrize(
    ("name", "text"), [("due", "下周"), ("progress", "大半"), ("status", "差不多"), ("title", " ")]
)
def test_what_is_not_understood_is_no_value(name: str, text: str) -> None:
    """Nothing is guessed."""
    assert read_text(field_map(Task)[name], text, "zh") is None
