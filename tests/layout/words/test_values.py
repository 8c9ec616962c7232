"""Single values in words."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from opshandover.layout.words.scalars import format_choice, format_datetime, format_number
from opshandover.layout.words.values import has_content, inline_record, inline_value, title_of
from opshandover.model.base import Cadence, Money, Period, Priority, Record, ReviewCycle, Shift
from opshandover.model.data import Metric
from opshandover.model.fields import field_map
from opshandover.model.people import Contact, Person
from opshandover.model.tasks import Task
from opshandover.pages.blocks import text_of
from opshandover.plain_text import width
from opshandover.text import Lang

ZHOU = Person(name="周岩", role="运营主管", department="客服部", phone="138")


@pytest.mark.parametrize(
    ("record", "zh", "en"),
    [
        (ZHOU, "周岩（运营主管，客服部，电话 138）", "周岩 (运营主管, 客服部, phone 138)"),
        (Person(name="周岩"), "周岩", "周岩"),
        (Person(email="a@b.example"), "邮箱 a@b.example", "email a@b.example"),
        (Money(amount=Decimal(12000)), "12000 CNY", "12000 CNY"),
        (Money(amount=Decimal("1E+3"), currency="EUR"), "1000 EUR", "1000 EUR"),
        (
            Period(start=date(2026, 11, 20), end=date(2026, 11, 21)),
            "2026-11-20 至 2026-11-21",
            "2026-11-20 to 2026-11-21",
        ),
        (Period(start=date(2026, 11, 20)), "自 2026-11-20", "from 2026-11-20"),
        (Period(end=date(2026, 11, 20)), "至 2026-11-20", "until 2026-11-20"),
        (
            Shift(
                name="早班",
                start=datetime.fromisoformat("2026-11-21T08:00"),
                end=datetime.fromisoformat("2026-11-21T16:00"),
            ),
            "早班（2026-11-21 08:00 至 16:00）",
            "早班 (2026-11-21 08:00 to 16:00)",
        ),
        (
            Shift(
                start=datetime.fromisoformat("2026-11-21T20:00"),
                end=datetime.fromisoformat("2026-11-22T04:00"),
            ),
            "2026-11-21 20:00 至 2026-11-22 04:00",
            "2026-11-21 20:00 to 2026-11-22 04:00",
        ),
        (
            ReviewCycle(cadence=Cadence.WEEKLY, next=date(2026, 11, 27)),
            "每周；下次：2026-11-27",
            "Weekly; Next: 2026-11-27",
        ),
        (
            Contact(person=ZHOU, relationship="值班", emergency=True),
            "周岩（运营主管，客服部，电话 138）；关系：值班；紧急联系人",
            "周岩 (运营主管, 客服部, phone 138); Relationship: 值班; Emergency contact",
        ),
    ],
)
def test_records_read_naturally(record: Record, zh: str, en: str) -> None:
    """A record inside a line drops nothing and keeps the punctuation of the language."""
    assert text_of(inline_record(record, "zh")) == zh
    assert text_of(inline_record(record, "en")) == en


def test_dates_and_times() -> None:
    """Times have minutes, seconds only where there are any, and the zone if there is one."""
    zone = timezone(timedelta(hours=8))
    assert format_datetime(datetime.fromisoformat("2026-11-21T08:00")) == "2026-11-21 08:00"
    assert format_datetime(datetime.fromisoformat("2026-11-21T08:00:07")) == "2026-11-21 08:00:07"
    assert format_datetime(datetime(2026, 11, 21, 8, tzinfo=zone)) == "2026-11-21 08:00+08:00"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (60, "60"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E+999999"), "1E+999999"),
        (Decimal("NaN"), "NaN"),
    ],
)
def test_numbers(value: int | Decimal, text: str) -> None:
    """Numbers keep their digits; what would fill pages keeps its exponent."""
    assert format_number(value) == text


@pytest.mark.parametrize(("lang", "text"), [("zh", "▲▲ 紧急且重要"), ("en", "▲▲ Urgent and important")])
def test_what_ranks_has_a_sign_and_a_word(lang: Lang, text: str) -> None:
    """A priority is known by its shape and by its word, never by colour alone."""
    assert format_choice(Priority.URGENT_IMPORTANT, lang) == text


def test_units() -> None:
    """A percentage has its sign."""
    assert text_of(inline_value(field_map(Task)["progress"], 60, "zh")) == "60%"


def test_flags_that_nobody_set_are_not_shown() -> None:
    """A flag counts once it is set; a statement of fact counts when it says no, too."""
    assert not has_content(field_map(Contact)["emergency"], False)
    assert has_content(field_map(Contact)["emergency"], True)
    assert not has_content(field_map(Task)["owner"], None)
    assert not has_content(field_map(Task)["title"], " \n")


def test_titles_come_from_the_main_field() -> None:
    """A record is called by its main field, through other records if need be."""
    assert title_of(Contact(person=ZHOU), "zh") == "周岩"
    assert title_of(Metric(), "zh") == ""


def test_chinese_letters_take_two_places() -> None:
    """The width of a text counts Chinese letters twice."""
    assert width("周岩ab") == 6
