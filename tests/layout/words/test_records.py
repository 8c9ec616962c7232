"""Records with a customary written form."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from opshandover.layout.words.records import RECORD_FORMATTERS
from opshandover.model.base import Money, Period, Record, Shift
from opshandover.model.people import Person
from opshandover.pages.blocks import text_of

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
    ],
)
def test_records_have_their_customary_form(record: Record, zh: str, en: str) -> None:
    """A person, an amount, a period or a shift drops nothing and keeps the punctuation of the language."""
    assert text_of(RECORD_FORMATTERS[type(record)](record, "zh")) == zh
    assert text_of(RECORD_FORMATTERS[type(record)](record, "en")) == en


def test_every_part_has_its_own_path() -> None:
    """A reader of the page is led to the value that was written, and not to the marks round it."""
    runs = RECORD_FORMATTERS[Person](ZHOU, "zh")
    said = {run.path: run.text for run in runs if run.path != "."}
    assert said == {".name": "周岩", ".role": "运营主管", ".department": "客服部", ".phone": "138"}
