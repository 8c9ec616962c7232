"""Tests of the dates in what people write."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.growth import growth

from opshandover.reading.dates import Lacks, date_of, find_dates

DAY = date(2024, 3, 5)
EVENING = datetime.fromisoformat("2024-03-05T18:30")
FORMS = {
    "2024年3月5日": DAY,
    "2024-03-05": DAY,
    "2024/3/5": DAY,
    "2024.3.5": DAY,
    "二〇二四年三月五日": DAY,
    "２０２４年３月５日": DAY,
    "24年3月5日": DAY,
    "2024 年 3 月 5 日（周二）": DAY,
    "20240305": DAY,
    "5 Mar 2024": DAY,
    "March 5th, 2024": DAY,
    "25/12/2024": date(2024, 12, 25),
    "2024年3月5日 18:30": EVENING,
    "2024年3月5日晚上6点半": EVENING,
    "2024-3-5 下午3点": datetime.fromisoformat("2024-03-05T15:00"),
    "2024-03-05T18:30": EVENING,
    "2024-03-05T18:30:00Z": datetime(2024, 3, 5, 18, 30, tzinfo=UTC),
    "3月5日": Lacks.YEAR,
    "三月五日": Lacks.YEAR,
    "03-05": Lacks.YEAR,
    "3/5": Lacks.YEAR,
    "3.5-3.8": Lacks.YEAR,
    "3月5日至8日": Lacks.YEAR,
    "Mar 5": Lacks.YEAR,
    "5/3/2024": Lacks.ORDER,
    "Q3": Lacks.DAY,
    "3月上旬": Lacks.DAY,
    "2024年3月": Lacks.DAY,
    "下周五": Lacks.REFERENCE,
    "明天": Lacks.REFERENCE,
    "周五": Lacks.REFERENCE,
    "月底": Lacks.REFERENCE,
    "三天内": Lacks.REFERENCE,
    "tonight": Lacks.REFERENCE,
    "next Friday": Lacks.REFERENCE,
}
TRAPS = (
    "版本 1.2.3",
    "10.0.0.1",
    "138-1234-5678",
    "金额 2024.03 元",
    "完成 3/5",
    "ID 20240305001",
    "24/7 值班",
    "1-2天",
    "port 8080",
    "db1:03-05",
    "打3.5折",
    "2.0版本",
    "比分 3-2",
    "v2024.3.5.1",
    "农历三月初五",
    "5月5个任务",
    "010-8765-4321",
    "2024-99-99",
    "每周五例会",
    "周一至周五",
    "月底薪",
)


@pytest.mark.parametrize("written", FORMS)
def test_usual_forms_are_read_and_what_they_lack_is_said(written: str) -> None:
    """A whole date has its value; one that lacks something has none, and says what it lacks."""
    found = date_of(written, field=True)
    assert found is not None
    assert (found.value or found.lacks) == FORMS[written]


@pytest.mark.parametrize("written", TRAPS)
def test_numbers_that_look_like_dates_are_none(written: str) -> None:
    """Versions, addresses, amounts, ratios, numbers of things and the lunar calendar are left alone."""
    assert find_dates(written) == ()
    assert date_of(written) is None


@pytest.mark.parametrize(
    ("text", "until"),
    [("2024年3月5日至8日", date(2024, 3, 8)), ("2024-03-05 ~ 2024-03-08", date(2024, 3, 8))],
)
def test_a_range_has_its_last_day(text: str, until: date) -> None:
    """The second day of a range may leave out what the first one says."""
    found = date_of(text)
    assert found is not None
    assert (found.value, found.until) == (DAY, until)


def test_dates_stand_where_they_are_in_a_sentence() -> None:
    """Words around a date stay around it; several are found in order."""
    text = "请于3月5日前交初稿，2024-03-08 定稿，版本 1.2.3"
    assert [text[one.start : one.end] for one in find_dates(text)] == ["3月5日", "2024-03-08"]


def test_what_a_date_may_mean_depends_on_a_day() -> None:
    """Without the year a date is asked for, with the day of the document at hand as a proposal."""
    found = date_of("11月29日")
    assert found is not None
    assert found.near(date(2026, 11, 28)) == (date(2026, 11, 29),)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_each_whole_form(day: date) -> None:
    """No day of a century is read as another one."""
    for text in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%d %B %Y}",
    ):
        assert [one.value for one in find_dates(f"见{text}。")] == [day]


@given(st.text("0123456789-/.年月日号 Mar至一二十周", max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Signs of dates in any order give dates within the text, or none."""
    assert all(0 <= one.start < one.end <= len(text) for one in find_dates(text))
    date_of(text, field=True)


@pytest.mark.parametrize("unit", ["3月5日", "2024-", "1", "一", "Mar 5 ", "周"])
def test_time_grows_with_the_length(unit: str) -> None:
    """No pattern takes longer than in proportion to the text."""
    assert growth(lambda size: lambda: find_dates(unit * size), 1000) < 10


@pytest.mark.parametrize("written", ["责任人：莫飞，截止：2026年5月15日", "截止日期:2026-05-15", "due:2026/05/15"])
def test_a_date_may_stand_right_behind_a_colon(written: str) -> None:
    """A label with its colon, of either width, is no part of a number or an address."""
    assert [found.value for found in find_dates(written)] == [date(2026, 5, 15)]
