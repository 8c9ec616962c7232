"""Short forms of dates are answered with the full date, counted from the document's own."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.codec.faulty import faults

from opshandover.codec.dates_meant import REFERENCES, proposal
from opshandover.codec.scalars import when

SATURDAY = date(2026, 11, 28)


@pytest.fixture(autouse=True)
def _saturday() -> Iterator[None]:
    """The document is from this Saturday."""
    token = REFERENCES.set((SATURDAY,))
    yield
    REFERENCES.reset(token)


def proposed(written: str, *, hours: bool = True) -> list[str]:
    """The dates that are proposed for a text."""
    hint = proposal(written, hours=hours)
    return hint["en"].removeprefix("did you mean ").removesuffix("?").split(" or ") if hint else []


MEANT = {
    "2026-11-29": "11月29日, 11月29号, 11月29日前, 11月29日（周日）, 周日 11-29, 11-29, 11/29, 11.29, 29.11., 29 Nov, Nov 29, 29-Nov, "
    "November 29th, 29th of November, by 29 Nov, Sun 29 Nov, 29号, 29日, the 29th, 明天, 明日, 次日, 明天上午, 周日, 星期天, "
    "本周日, Sunday, tomorrow, by tomorrow, tomorrow morning, 一天后, 1天内, in 1 day, 2026.11.29, 20261129, "
    "2026年11月29号, 29 Nov 2026, Nov 29 2026, 29/11/2026, 11/29/2026",
    "2026-11-28": "今天, 当日, today, tonight, 周六, Sat",
    "2026-11-27": "昨天, 本周五, yesterday, last Friday, 1天前, 1 day ago",
    "2026-11-30": "后天, 下周一, 周一, Monday, next Monday, 月底, 本月底, 本月末, end of month, EOM",
    "2026-12-12": "2周后, 两星期后, in 2 weeks, 下下周六",
    "2026-12-05": "下个月5日, 下周六",
    "2026-12-31": "年底, 下月底, 12月31日, end of the year",
    "2027-01-15": "1月15日, 1/15, 15 Jan",
    "2026-11-29 09:30": "11月29日 9:30, 明天 9点半, 明早9点30分, tomorrow 9:30am, Nov 29 at 9:30, 2026-11-29 9点半, 11/29 09:30",
    "2026-11-29 15:00": "明天下午3点, 2026-11-29 3pm, tomorrow 3 pm, 2026-11-29 下午3点",
    "2026-11-28 20:30": "今晚8点半, 晚上8点30, 20:30, today 8:30pm, tonight 8:30, 夜里8点半",
    "2026-11-29 00:00": "今晚12点, 今天24点, 24:00, 今晚24:00, 晚上12点, 夜里12点, 半夜12点, 今晚0点, tonight 12am, tonight 12:00, 明天0点",
    "2026-11-30 00:00": "明晚12点, 明天24点, 明天24:00, 11月29日24点, 明天晚上12点, tomorrow night 12:00, 周日晚上12点",
    "2026-11-29 01:00": "今晚1点, 晚上1点, 明天凌晨1点, 今晚凌晨1点, tonight 1am, 明天1点",
    "2026-11-29 12:00": "明天12点, 明天中午12点, tomorrow 12pm",
}  # fmt: skip
EACH = [
    (one.replace("Nov 29 2026", "Nov 29, 2026"), full) for full, several in MEANT.items() for one in several.split(", ")
]


@pytest.mark.parametrize(("written", "full"), EACH)
def test_what_is_meant(written: str, full: str) -> None:
    """One date is proposed, and it can be loaded; a field without hours is offered the day, if one is named."""
    assert proposed(written) == [full]
    assert when(full)
    if full[10:]:
        named = (when(full) - timedelta(hours=5)).strftime("%Y-%m-%d")
        assert proposed(written, hours=False) in ([full[:10]], [named], [])


def test_two_dates_where_two_may_be_meant() -> None:
    """Day and month in either order; a day that is over this month, or that of the next; Friday of which week."""
    assert proposed("3/5") == ["2027-03-05", "2027-05-03"]
    assert proposed("12/05/2026") == ["2026-12-05", "2026-05-12"]
    assert proposed("5号") == ["2026-11-05", "2026-12-05"]
    assert proposed("夜里2点") == ["2026-11-28 02:00", "2026-11-29 02:00"]
    assert proposed("明天半夜1点半") == ["2026-11-29 01:30", "2026-11-30 01:30"]
    REFERENCES.set((date(2026, 3, 30),))
    for written in ("29 Nov", "11.29", "11月29日"):
        assert proposed(written) == ["2026-11-29", "2025-11-29"]
    REFERENCES.set((date(2026, 11, 25),))
    assert proposed("next Friday") == ["2026-11-27", "2026-12-04"]


@pytest.mark.parametrize(
    "written",
    ["", "尽快", "asap", "待定", "TBD", "Q4", "month", "夏天", "2月30日", "13月1日", "99/99", "25:00", "明天 25点", "今晚24:30", "晚上12:70", "下班前", "11", "1" * 500],
)  # fmt: skip
def test_nothing_is_proposed_for_a_guess(written: str) -> None:
    """What is no date has none, and neither has a day that does not exist."""
    assert proposed(written) == []


@given(
    st.dates(date(1000, 1, 1), date(9990, 1, 1)),
    st.integers(-180, 180),
    st.sampled_from(["{0.month}月{0.day}日", "{0:%m-%d}"]),
)
def test_the_year_is_the_nearest(reference: date, days: int, form: str) -> None:
    """A day and a month within half a year are found; one long ago comes after the next such day."""
    REFERENCES.set((reference,))
    on = reference + timedelta(days=days)
    if (on.month, on.day) == (2, 29):
        return
    found = proposed(form.format(on))
    assert found[-1] == on.isoformat()
    assert found[:-1] == ([on.replace(year=on.year + 1).isoformat()] if days < -60 else [])


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                "0 1 2 12 29 99 / - . : 年 月 日 号 周 一 下 上 个 明 天 前 后 半 点 pm nov mon next end of in day s".split()
            )
        ).map("".join),
    ),
    st.booleans(),
    st.dates(),
)
def test_any_text_is_safe_and_every_proposal_loads(written: str, hours: bool, reference: date) -> None:
    """No text is an error, on the first and the last of all days either; what is proposed is a date."""
    REFERENCES.set((reference,))
    for one in proposed(written, hours=hours):
        assert when(one)


@pytest.mark.parametrize(
    ("head", "full"),
    [
        ("编制日期: 2026-11-28", "2026-11-29"),
        ("班次: {结束: 2026-11-28 23:59}", "2026-11-29"),
        ("period: {end: 2026/11/28}", "2026-11-29"),
        ("updated_on: 2026-11-28", "2026-11-29"),
        ("编制日期: 2026-11-28\nshift: {end: 2026-12-05 08:00}", "2026-11-29"),
        ("shift: {start: 2026-11-28 20:00, end: 2026-11-29 08:00}", "2026-11-29 或 2026-11-30"),
        ("shift: {start: 2026-11-28 16:00, end: 2026-11-28 24:00}", "2026-11-29"),
        ("shift: {start: 2026-11-28 20:00}", "2026-11-29"),
        ("接班班次: {开始: 2026-11-28 20:00}", "2026-11-29"),
        ("编制日期: 2026-11-28\nshift: {start: 2026-11-28 20:00, end: 2026-11-29 08:00}", "2026-11-29"),
        ("标题: 没有日期", ""),
        ("编制日期: 明天", ""),
        ("shift: 早班", ""),
        ("shift: [1]", ""),
    ],
)
def test_counted_from_the_date_of_the_document(head: str, full: str) -> None:
    """The date is that by which a document is overdue; without one nothing is proposed, whatever today is."""
    found = faults(f"profile: daily_work\n{head}\nwork_progress: {{tasks: [{{title: x, due: 明天}}]}}")
    fault = next(one for one in found if one.path.endswith("due"))
    assert fault.hint["zh"] == (f"是不是 {full}？" if full else "写法如 2026-03-05 或 2026-03-05 18:30")


def test_a_time_of_a_shift_over_midnight_may_be_of_either_day() -> None:
    """Where the document does not say when it was written, both days are offered; a full day and month is one."""
    REFERENCES.set((SATURDAY, date(2026, 11, 29)))
    assert proposed("今晚") == proposed("today") == ["2026-11-28", "2026-11-29"]
    assert proposed("22:00") == ["2026-11-28 22:00", "2026-11-29 22:00"]
    assert proposed("11月30日") == proposed("周一") == ["2026-11-30"]


def test_a_moment_needs_its_hours() -> None:
    """A day alone is no proposal for a field that needs a time; an hour alone is one of the document's day."""
    text = "profile: daily_work\nprepared_on: 2026-11-28\nshift: {start: 11月28日, end: 18点}"
    start, end = faults(text)
    assert start.hint["en"] == "date and time are written like 2026-03-05 18:30"
    assert end.hint["en"] == "did you mean 2026-11-28 18:00?"


@pytest.mark.parametrize(
    ("written", "clock"),
    [("8:00", "08:00"), ("08：00", "08:00"), ("晚上8点", "20:00"), ("8点半", "08:30"), ("下午3点", "15:00")],
)
def test_a_time_alone_gets_the_day_of_the_document(written: str, clock: str) -> None:
    """Without any date in the document, the time is written out, and the date asked for."""
    (fault,) = faults(f"profile: shift_handover\nprepared_on: 2026-11-28\nshift: {{start: {written}}}")
    assert fault.hint["zh"] == f"是不是 2026-11-28 {clock}？"
    (fault,) = faults(f"profile: shift_handover\nshift: {{start: {written}}}")
    assert fault.hint["en"] == f"write it with the date: YYYY-MM-DD {clock}"
