"""The full date that is meant by what people write in short: `11月29日`, `明天`, `下周一`, `29 Nov`, `tomorrow`.

None of these is accepted, because a document is read on other days than it was written. They are answered
with a proposal, which counts from the document's own date, never from the clock.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from itertools import islice

from opshandover.model import When
from opshandover.spelling import fold
from opshandover.text import Message, Text, message

REFERENCES: ContextVar[tuple[date, ...]] = ContextVar("the date of the document that is read", default=())
"""More than one day for a shift over midnight: “tomorrow” may have been written on either."""

_LONGEST, _MOST = 40, 3
"""The longest text that is looked at, and the most dates that are proposed."""

_NUMBERS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
_WEEKDAYS = {
    **{day: number for number, day in enumerate("一二三四五六日")},
    "天": 6,
    **{day: number for number, day in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DAYS = {
    **dict.fromkeys(("大前天",), -3),
    **dict.fromkeys(("前天", "前日", "day before yesterday"), -2),
    **dict.fromkeys(("昨天", "昨日", "昨", "yesterday"), -1),
    **dict.fromkeys(("今天", "今日", "今", "当天", "当日", "本日", "today", "tonight"), 0),
    **dict.fromkeys(("明天", "明日", "明", "次日", "翌日", "第二天", "tomorrow", "next day"), 1),
    **dict.fromkeys(("后天", "后日", "day after tomorrow"), 2),
    **dict.fromkeys(("大后天",), 3),
}
_WEEKS = {"上上": -2, "上": -1, "上个": -1, "本": 0, "这": 0, "这个": 0, "下": 1, "下个": 1, "下下": 2, "下下个": 2}
_MONTHS_AWAY = {"上": -1, "上个": -1, "本": 0, "这个": 0, "当": 0, "下": 1, "下个": 1, "": 0}

_TIME = re.compile(
    r"(?P<part>凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|深夜|半夜|午夜|早|晚|tonight|afternoon|evening|night)?(?:[ ,]*|(?<=\d)t)(?:at )?"
    r"(?P<hour>\d{1,2})(?: ?(?::(?P<minute>\d{2})(?::\d{2})?|[点时](?:(?P<half>半)|(?P<minute_zh>\d{1,2})分?)?|(?=[ap]m)))"
    r" ?(?P<half_day>[ap]m)?\Z"
)
_AROUND = re.compile(
    r"\A(?:by|before|until|till|due|on|the|截至|截止|最迟|最晚|不晚于)[ :]*"
    r"|[ ,]*(?:之前|以前|前|为止|止|左右|上午|中午|下午|晚上|早|晚|morning|noon|afternoon|evening|night)\Z"
)
"""What stands around a date and does not change it."""
_WEEKDAY = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_WEEKDAY_BESIDE = re.compile(rf"[（(\[]?(?:(?:周|星期|礼拜)[一二三四五六日天]|\b(?:{_WEEKDAY})\b[.,]?)[)）\]]?")
_MONTH_NAME = "(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.,]?"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WHICH = "(?P<which>上个?|本|这个|当|下个?)?"

Match = re.Match[str]


def proposal(written: str, *, hours: bool, day_alone: bool = True) -> Message | None:
    """A hint with the full date that was meant, if that can be told.

    Args:
        written: the text in place of a date, in ASCII digits and signs.
        hours: whether the field takes a time of day.
        day_alone: whether it takes a day without one.
    """
    found = [
        one.isoformat(" ", "minutes") if isinstance(one, datetime) else one.isoformat()
        for one in islice(_meant(written, hours), _MOST)
        if day_alone or isinstance(one, datetime)
    ]
    if not found:
        return _with_a_day(written) if hours else None
    return message("是不是 {date}？", "did you mean {date}?", date=Text(" 或 ".join(found), " or ".join(found)))


def _with_a_day(written: str) -> Message | None:
    """A hint for a time of day that stands alone, where no date of the document says which day is meant."""
    at = _TIME.fullmatch(" ".join(fold(written).split())) if len(written) <= _LONGEST else None
    clocks = _clocks(at, of_a_night=False) if at else ()
    if not clocks:
        return None
    hour, minute = divmod(clocks[0].seconds // 60, 60)
    time = f"{hour:02}:{minute:02}"
    return message("请连同日期写：年-月-日 {time}", "write it with the date: YYYY-MM-DD {time}", time=time)


def _meant(written: str, hours: bool) -> Iterator[When]:
    """What a text may mean, the likeliest first, each once."""
    text = " ".join(fold(written).split()) if len(written) <= _LONGEST else ""
    at = _TIME.search(text) or _TIME.search(_AROUND.sub("", text))
    day = (at.string[: at.start()] if at else text).rstrip(" ,")
    clocks = _clocks(at, of_a_night=day.endswith(_NIGHT)) if at else ()
    if at and not clocks:
        return
    found: dict[date, None] = {}
    for reference in REFERENCES.get() or (None,):
        if clocks and not day and hours and reference:
            found[reference] = None
            continue
        attempts = (day, _AROUND.sub("", day), _AROUND.sub("", _WEEKDAY_BESIDE.sub("", day).strip()))
        found |= next(
            filter(None, (dict.fromkeys(_days(attempt, reference)) for attempt in attempts)), dict[date, None]()
        )
    if not clocks or not hours:
        yield from found
        return
    with suppress(OverflowError):
        yield from dict.fromkeys(datetime.combine(one, time()) + clock for one in found for clock in clocks)


def _clocks(at: Match, *, of_a_night: bool) -> tuple[timedelta, ...]:
    """The time of day that is meant, from the beginning of the day; that of a night may be of the next day."""
    hour, minute = int(at["hour"]), 30 if at["half"] else int(at["minute"] or at["minute_zh"] or 0)
    if minute > 59 or hour * 60 + minute > _DAY:
        return ()
    part, half_day = at["part"] or "", at["half_day"]
    if hour == 12 and (half_day == "am" or part == "凌晨"):
        hour = 0
    if half_day == "pm" and hour < 12:
        hour += 12
    found = [hour]
    if of_a_night or part in _NIGHT:
        if half_day or part == "凌晨":
            found = [hour + 24 * (hour < 12)]
        elif hour <= 12:
            found = [hour + 12] if hour > _SMALL_HOURS else [hour + 24]
    elif part in _SMALL and hour <= 12:
        found = [hour, hour + 24] if hour <= _SMALL_HOURS else [hour + 12]
    elif (part in _AFTERNOON and hour < 12) or (part == "中午" and hour < 3):
        found = [hour + 12]
    return tuple(timedelta(hours=one, minutes=minute) for one in found)


_DAY = 24 * 60
_SMALL_HOURS = 4
"""The hours from midnight that people call those of the night."""
_NIGHT = ("晚", "晚上", "夜", "tonight", "night", "evening")
"""Parts of a day that go on to the next."""
_SMALL = ("夜里", "夜间", "深夜", "半夜", "午夜")
"""Parts of a day that may be its beginning or its end."""
_AFTERNOON = ("下午", "傍晚", "afternoon")


def _days(text: str, reference: date | None) -> Iterator[date]:
    """The days that a text may mean; what is wanting in it comes from the reference."""
    for form, read in _FORMS:
        found = form.fullmatch(text)
        with suppress(ValueError, OverflowError):
            if found and reference:
                yield from read(found, reference)
            elif found and found.groupdict().get("year"):
                yield from _dated(found, None)


def _dated(found: Match, reference: date | None) -> Iterator[date]:
    """A month and a day, with a year or in the year that is nearest; in both orders where they may be meant.

    What is due is rarely long ago, so the next such day is named before one that is.
    """
    parts = found.groupdict()
    month, day = _MONTHS.get(parts.get("name") or "", 0) or int(parts["month"]), int(parts["day"])
    for one, other in ((month, day), (day, month)) if parts.get("either") else ((month, day),):
        if parts.get("year"):
            years = [int(parts["year"])]
        else:
            years = [reference.year + more for more in (0, -1, 1)] if reference else []
        valid = [date(year, one, other) for year in years if 1 <= one <= 12 and 1 <= other <= monthrange(year, one)[1]]
        if not reference or not valid:
            yield from valid
            continue
        near = min(valid, key=lambda on: abs(on - reference))
        if near < reference - _LONG_AGO:
            yield from (on for on in valid if 0 < (on - near).days <= _YEAR)
        yield near


_LONG_AGO, _YEAR = timedelta(days=60), 366


def _in_days(found: Match, reference: date) -> Iterator[date]:
    yield reference + timedelta(days=_DAYS[found["word"]])


def _later(found: Match, reference: date) -> Iterator[date]:
    count = int(found["count"]) if found["count"].isdecimal() else _NUMBERS[found["count"]]
    unit = 7 if found["unit"] in ("周", "星期", "礼拜", "week") else 1
    yield reference + timedelta(days=count * unit * (-1 if found["back"] else 1))


def _weekday(found: Match, reference: date) -> Iterator[date]:
    """A day of a week: of the week that is named, or the next such day."""
    wanted, which = _WEEKDAYS[found["weekday"][:3]], found["which"] or ""
    monday = reference - timedelta(days=reference.weekday())
    coming = reference + timedelta(days=(wanted - reference.weekday()) % 7)
    match which:
        case "":
            yield coming
        case "this":
            yield monday + timedelta(days=wanted)
        case "next":
            yield coming if coming > reference else coming + timedelta(days=7)
            yield monday + timedelta(days=wanted + 7)
        case "last":
            yield reference - timedelta(days=(reference.weekday() - wanted - 1) % 7 + 1)
        case _:
            yield monday + timedelta(days=wanted + 7 * _WEEKS[which])


def _of_month(found: Match, reference: date) -> Iterator[date]:
    """A day of this month, of the next if it is over, or of the month that is named; or its last day."""
    which = found["which"] or ""
    for away in (0, 1) if not which and found["day"] and int(found["day"]) < reference.day else (_MONTHS_AWAY[which],):
        year, month = divmod(reference.year * 12 + reference.month - 1 + away, 12)
        last = monthrange(year, month + 1)[1]
        yield date(year, month + 1, int(found["day"] or last))


def _end_of_year(_: Match, reference: date) -> Iterator[date]:
    yield date(reference.year, 12, 31)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Match, date], Iterator[date]]], ...] = tuple(
    (re.compile(form), read)
    for form, read in (
        (r"(?P<year>\d{4})[-./年 ](?P<month>\d{1,2})[-./月 ](?P<day>\d{1,2})[日号]?", _dated),
        (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", _dated),
        (r"(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?", _dated),
        (r"(?P<month>\d{1,2})-(?P<day>\d{1,2})", _dated),
        (r"(?P<month>\d{1,2})(?P<either>[/.])(?P<day>\d{1,2})(?:[/.](?P<year>\d{4}))?\.?", _dated),
        (rf"{_ORDINAL}[ -]?(?:of )?{_MONTH_NAME}(?:[ -](?P<year>\d{{4}}))?", _dated),
        (rf"{_MONTH_NAME}[ -]?{_ORDINAL}(?:,? (?P<year>\d{{4}}))?", _dated),
        (f"(?P<word>{'|'.join(_DAYS)})", _in_days),
        (
            r"(?P<count>\d{1,3}|[一二两三四五六七八九十])个?(?P<unit>天|日|周|星期|礼拜)(?:之|以)?(?:后|内|(?P<back>前))",
            _later,
        ),
        (r"(?:in |within )(?P<count>\d{1,3}) (?P<unit>day|week)s?(?P<back>)", _later),
        (r"(?P<count>\d{1,3}) (?P<unit>day|week)s? (?:from now|later|(?P<back>ago))", _later),
        (r"(?P<which>上上|上个?|本|这个?|下下个?|下个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])", _weekday),
        (rf"(?:(?P<which>this|next|last) |coming )?(?P<weekday>{_WEEKDAY})", _weekday),
        (rf"{_WHICH}月(?P<day>\d{{1,2}})[日号]", _of_month),
        (r"(?P<which>)(?P<day>\d{1,2})(?:[日号]|st|nd|rd|th)", _of_month),
        (rf"{_WHICH}月[底末](?P<day>)", _of_month),
        (r"(?P<which>)(?P<day>)(?:end of (?:the )?month|eom)", _of_month),
        (r"年[底末]|end of (?:the )?year", _end_of_year),
    )
)
"""The forms of dates in which something is wanting, or that are written in another order."""
