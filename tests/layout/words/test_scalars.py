"""Dates, numbers and choices in words."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from opshandover.layout.words.scalars import format_choice, format_datetime, format_number
from opshandover.model.base import Priority
from opshandover.text import Lang


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
