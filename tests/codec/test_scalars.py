"""Numbers, dates and times are read as people write them, wide or narrow; texts stay as they are."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opshandover.codec import dumps, loads
from opshandover.codec.scalars import WrongValueError, day, decimal, integer_text, moment, when
from opshandover.model import OpsDocument, Shift, Task, WorkProgress

WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789-+./:%TZeE"} | {ord(" "): 0x3000}


@given(st.integers(-(10**18) + 1, 10**18 - 1), st.sampled_from(["", "%", " %"]), st.booleans())
def test_whole_numbers_wide_and_narrow(number: int, percent: str, wide: bool) -> None:
    """Wide digits, signs and percent signs are read as the narrow ones."""
    written = f"{number}{percent}"
    assert integer_text(written.translate(WIDE) if wide else written) == number


@given(st.decimals(-(10**9), 10**9, places=4), st.booleans())
def test_numbers_wide_and_narrow(number: Decimal, wide: bool) -> None:
    """The same with points and exponents."""
    assert decimal(str(number).translate(WIDE) if wide else str(number)) == number


@given(st.dates(), st.sampled_from(["{:%Y-%m-%d}", "{:%Y/%m/%d}", "{0.year:04}年{0.month}月{0.day}日"]), st.booleans())
def test_dates_wide_and_narrow(on: date, form: str, wide: bool) -> None:
    """The same with all forms of a date."""
    written = form.format(on) if on.year >= 1000 else on.isoformat()
    assert day(written.translate(WIDE) if wide else written) == on


@given(st.datetimes(), st.sampled_from(["T", " "]), st.booleans())
def test_moments_wide_and_narrow(at: datetime, sep: str, wide: bool) -> None:
    """The same with dates and times."""
    written = at.isoformat(sep=sep)
    assert moment(written.translate(WIDE) if wide else written) == at


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("2026-03-05 24:00", "2026-03-06 00:00"),
        ("2026-12-31T24:00:00", "2027-01-01 00:00"),
        ("2026/2/28 ２４：００", "2026-03-01 00:00"),
        ("2026-03-05 24:00:00.000+08:00", "2026-03-06 00:00+08:00"),
    ],
)
def test_the_end_of_a_day_is_the_beginning_of_the_next(written: str, end: str) -> None:
    """Shifts end at 24:00, which is a moment like any other."""
    assert moment(written) == datetime.fromisoformat(end)


@pytest.mark.parametrize("written", ["2026-03-05 24:01", "2026-03-05 24:00:01", "2026-03-05 25:00", "9999-12-31 24:00"])
def test_what_is_no_moment(written: str) -> None:
    """Only midnight itself has two names, and there is none after the last day."""
    with pytest.raises(WrongValueError):
        moment(written)


@pytest.mark.parametrize("written", ["10²", "①", "½", "٥٠", "5 0", "五十", "５，０００", ""])
def test_what_only_looks_like_digits(written: str) -> None:
    """No sign becomes a digit that a reader would take for something else."""
    for take in (integer_text, decimal, day, moment):
        with pytest.raises(WrongValueError):
            take(written)


def test_texts_stay_as_they_are_typed() -> None:
    """Wide digits in a text are what was typed."""
    document = loads("profile: daily_work\ntitle: ２０２６－０３：５０％\nid: ５０", format="yaml")
    assert (document.title, document.id) == ("２０２６－０３：５０％", "５０")


@pytest.mark.parametrize("offset", ["+08:05:43", "-00:00:01", "+23:59:59.999999", "Z", "+08:00"])
def test_offsets_come_back(offset: str) -> None:
    """An offset with seconds, as old time zones have it, is written and read."""
    document = OpsDocument(
        profile="daily_work", shift=Shift(start=datetime.fromisoformat(f"1900-01-01 08:00:00{offset}"))
    )
    for name in ("json", "yaml"):
        assert loads(dumps(document, format=name), format=name) == document


@given(st.one_of(st.dates(), st.datetimes()), st.sampled_from(["yaml", "json", "toml"]))
def test_a_due_date_may_carry_a_time(at: date | datetime, form: str) -> None:
    """A day stays a day and a moment a moment, as a text of any format and as a value of TOML."""
    assert when(str(at)) == when(at) == at
    assert type(when(str(at))) is type(at)
    text = {
        "yaml": f"profile: daily_work\nwork_progress: {{tasks: [{{title: x, due: {at}}}]}}\n",
        "json": f'{{"profile": "daily_work", "work_progress": {{"tasks": [{{"title": "x", "due": "{at}"}}]}}}}',
        "toml": f'profile = "daily_work"\n[[work_progress.tasks]]\ntitle = "x"\ndue = {at}\n',
    }[form]
    progress = loads(text, format=form).work_progress
    assert isinstance(progress, WorkProgress)
    assert progress.tasks == (Task(title="x", due=at),)


@pytest.mark.parametrize("written", ["", "明日", "2026-13-01", "2026-11-29 25:00", "2026-11-29 上班前", 20261129, True])
def test_what_is_no_due_date(written: object) -> None:
    """The error shows how it is written."""
    with pytest.raises(WrongValueError) as caught:
        when(written)
    assert "2026-03-05" in caught.value.hint["zh"]
