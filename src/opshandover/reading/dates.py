"""The dates in what people write, in Chinese and English: where each stands, and which day it is, if that is said.

Only where a date stands and whether it is whole is decided here; which day it is, `codec.dates_meant` says, as for
files. A date without a year, a relative one and one that reads two ways are found, but have no value: a person has to
say which day is meant. Numbers that only look like dates (versions, addresses, ratios) are not found.
"""

import re
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from itertools import islice

from attrs import frozen

from opshandover.codec.dates_meant import REFERENCES, meant
from opshandover.codec.scalars import WrongValueError, when
from opshandover.model import When


class Lacks(Enum):
    """What a date does not say."""

    NOTHING = "nothing"
    YEAR = "year"
    ORDER = "order"
    """Which number is the month and which the day."""
    DAY = "day"
    """It names a longer time, such as a month or a quarter."""
    REFERENCE = "reference"
    """It counts from the day on which it was written."""


@frozen(kw_only=True)
class FoundDate:
    """A date in a text: its place, what it lacks, and its value if it lacks nothing.

    `until` is the last day of a range. `plain` is the date in ASCII digits, as `codec.dates_meant` reads it.
    """

    start: int
    end: int
    lacks: Lacks
    plain: str
    value: When | None = None
    until: When | None = None

    def near(self, reference: date) -> tuple[When, ...]:
        """What is meant if it was written on a day, the likeliest first; no more than three."""
        token = REFERENCES.set((reference,))
        try:
            return tuple(islice(meant(self.plain, hours=True), 3))
        finally:
            REFERENCES.reset(token)


def day_of(value: When) -> date:
    """The day of a moment."""
    return value.date() if isinstance(value, datetime) else value


_WIDE = {**{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}, 0x3000: 0x20}
_FIGURES = {**{char: number for number, char in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0}
_MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ZONE = r"(?:Z|[+-]\d{2}:\d{2})"
_TIME = (
    r"(?: ?[(]?(?:周|星期|礼拜)[一二三四五六日天][)]?,?)?(?:(?:T| {0,2},? ?)(?:at )?"
    r"(?:凌晨|清早|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|夜间|深夜)? ?"
    rf"\d{{1,2}}(?::\d{{2}}(?::\d{{2}})?(?:{_ZONE})?(?: ?[AaPp][Mm])?|[点时](?:半|\d{{1,2}}分?)?| ?[AaPp][Mm]\b))?"
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_CJK_DAY = "(?:[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]|[0-9]{1,2})"
_APART = r"(?<![\w./+-])(?<![0-9A-Za-z]:)"
"""Not behind a letter, a digit or a sign of a number: no part of a version, an address, a phone number."""
_BEHIND_TEXT = r"(?<![0-9A-Za-z./+-])(?<![0-9]:)"
_WORD = "(?<![A-Za-z0-9])"
_ENDS = r"(?![0-9A-Za-z%]|[.:/][0-9]|-[0-9](?!\d{3}[-./年]))"

_FULL = (
    rf"{_BEHIND_TEXT}(?:19|20)\d{{2}}(?P<sep>[-/.])\d{{1,2}}(?P=sep)\d{{1,2}}{_TIME}{_ENDS}",
    rf"{_BEHIND_TEXT}(?:(?:19|20)\d{{2}} ?年|\d{{2}}年|[一二][〇零○一二三四五六七八九]{{3}}年) ?(?:\d{{1,2}}|{_CJK_DAY}) ?月 ?(?:\d{{1,2}}|{_CJK_DAY}) ?[日号]?{_TIME}(?!\d)",
    rf"{_WORD}{_DAY}[ -](?:of )?{_MONTH}[.,]?[ -](?:19|20)\d{{2}}{_TIME}{_ENDS}",
    rf"{_WORD}{_MONTH}[. ] ?{_DAY},? (?:19|20)\d{{2}}{_TIME}{_ENDS}",
    rf"{_BEHIND_TEXT}\d{{1,2}}(?P<sep2>[/.])\d{{1,2}}(?P=sep2)(?:19|20)\d{{2}}{_TIME}{_ENDS}",
)
_NO_YEAR = (
    rf"(?<![0-9A-Za-z.年])\d{{1,2}} ?月 ?\d{{1,2}} ?[日号]{_TIME}(?!\d)",
    r"(?<![0-9A-Za-z.年])\d{1,2}月\d{1,2}(?![\d个份家台人天项次件条点年%.])",
    rf"(?<![一二三四五六七八九十年])(?:十[一二]?|[一二三四五六七八九])月(?:{_CJK_DAY})[日号]{_TIME}",
    rf"{_WORD}{_DAY}[ -](?:of )?{_MONTH}(?![A-Za-z])(?!,? \d{{4}}|-\d){_TIME}",
    rf"{_WORD}{_MONTH}[. ] ?{_DAY}(?![\d:%]|,? \d{{4}}|\.\d){_TIME}",
    rf"{_APART}(?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])(?![\w%]|[.:/-]\d){_TIME}",
)
_PERIODS = (
    r"(?:(?:19|20)?\d{2}年)?(?<![\d.])\d{1,2}月(?:份?[上中下]旬|份?[初底末中])",
    r"(?:19|20)\d{2} ?年 ?\d{1,2} ?月(?:份)?(?! ?\d)",
    r"(?:(?:19|20)?\d{2} ?年?)?(?<![A-Za-z0-9])Q[1-4](?![A-Za-z0-9])(?: (?:19|20)\d{2})?",
    r"(?:(?:19|20)?\d{2}年)?(?:第?[一二三四1-4]季度|[上下]半年)",
    rf"{_WORD}{_MONTH} (?:19|20)\d{{2}}(?!\d)",
)
_RELATIVE = (
    r"(?:大前天|大后天|前天|昨天|昨日|今天|今日|明天|明日|后天|次日|翌日|当天|当日)(?:早上|上午|中午|下午|晚上|早|晚)?(?:\d{1,2}(?::\d{2}|[点时]半?))?",
    r"(?:昨晚|今晚|明晚|今早|明早)(?:上)?(?:\d{1,2}(?::\d{2}|[点时]半?))?",
    r"(?:(?:上上|下下)个?|上个?|下个?|本|这个?)(?:周|星期|礼拜)[一二三四五六日天末初]?",
    r"(?<![每一二三四五六日天至到~-])(?:周|星期|礼拜)[一二三四五六日天末](?!愉快|[至到~-](?:周|星期)?[一二三四五六日天])",
    r"(?:本|下个?|上个?|这个)月(?:\d{1,2}[日号]|[初底末中])?",
    r"(?<![\d一二三四五六七八九十])[月年季][底末](?![余线薪])",
    r"(?<![0-9A-Za-z.月])\d{1,2}[日号](?=前|之前|以前|上午|下午|晚|截止|完成|$)",
    r"(?:\d{1,3}|[一两三四五六七八九十]{1,2})个?(?:天|日|周|星期|礼拜|月)(?:之|以)?[后内](?!部)",
    rf"{_WORD}(?:(?:today|tonight|tomorrow|yesterday)|(?:this|next|last) (?:week(?:end)?|month|{_WEEKDAY})|(?<!every ){_WEEKDAY}|EOD|EOM|EOW|end of (?:the )?(?:day|week|month|quarter|year)|in \d{{1,3}} (?:days?|weeks?))(?![A-Za-z])",
)
_FINDERS = tuple(
    (lacks, re.compile("|".join(forms), re.IGNORECASE if lacks is Lacks.REFERENCE else 0))
    for lacks, forms in (
        (Lacks.NOTHING, _FULL),
        (Lacks.YEAR, _NO_YEAR),
        (Lacks.DAY, _PERIODS),
        (Lacks.REFERENCE, _RELATIVE),
    )
)
_LUNAR = re.compile(r"农历[^\n，。；,;]{0,16}|[腊正]月[初十廿]?[一二三四五六七八九十]*")
_RANGE = re.compile(r" {0,2}(?:至|到|~|～|—{1,2}|–|-{1,2}| to | until ) {0,2}")
_REST = re.compile(r"(?:(?:\d{1,2}月)?\d{1,2}[日号]|(?:\d{1,2}[-/.])?\d{1,2})(?![0-9A-Za-z%:]|[.:/]\d)")
_SHORT_RANGE = re.compile(r"(?P<a>\d{1,2}[./-]\d{1,2}) ?[-~～至到—] ?(?P<b>\d{1,2}[./-]\d{1,2})(?:[日号])?")
_SHORT = re.compile(r"\d{1,2}[-/.]\d{1,2}")
_COMPACT = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_AROUND = re.compile(
    r"\A(?:by|before|until|due|on|from|the|截至|截止到?|最迟|最晚|预计|计划|约|于|在)[ :]*|"
    r"[ ,]*(?:之前|以前|前|为止|止|左右|起|开始|下班前|生效|before|at the latest)\Z",
    re.IGNORECASE,
)
DAY_OF_WEEK = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]|(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
_LONGEST = 60


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """All dates in a text, in order and without overlap."""
    written = text.translate(_WIDE)
    if not _MAY_HOLD.search(written):
        return ()
    taken = bytearray(len(written))
    for lunar in _LUNAR.finditer(written):
        taken[lunar.start() : lunar.end()] = b"\1" * (lunar.end() - lunar.start())
    found: list[FoundDate] = []
    for lacks, finder in _FINDERS:
        for match in finder.finditer(written):
            if any(taken[match.start() : match.end()]):
                continue
            one = _dated(written, match.start(), match.end(), lacks)
            if one:
                found.append(one)
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return tuple(sorted(found, key=lambda one: one.start))


_MAY_HOLD = re.compile(
    r"\d[-/.年月日号天周星个]|\d (?:年|月|of|[JFMASOND][a-z]{2})|[一二十][月年〇零○]|[天日晚早底末周月旬度年]|week|month|day|quarter|year|night|morrow|EO|Q\d|[JFMASOND][a-z]{2,8}[. ] ?\d|\d(?:st|nd|rd|th)",
    re.IGNORECASE,
)


def date_of(text: str, *, field: bool = False) -> FoundDate | None:
    """The date that a whole text is, with words such as “by” around it, or `None`.

    Args:
        text: such as a heading or a cell.
        field: whether it stands where a date is to stand, so that `3/5` and `3.5` are dates.
    """
    written = text.translate(_WIDE).strip(" \t\n*#[]()【】")
    if not written or len(written) > _LONGEST:
        return None
    inner = _AROUND.sub("", written).strip(" ,;:。")
    short = _SHORT_RANGE.fullmatch(inner)
    if short and (field or "." in short["a"] or "/" in short["a"]):
        return _short(text, short["a"], Lacks.YEAR)
    if _COMPACT.fullmatch(inner):
        return _dated(inner, 0, len(inner), Lacks.NOTHING)
    if _SHORT.fullmatch(inner) and (field or "." not in inner):
        return _short(text, inner, Lacks.YEAR)
    found = find_dates(inner)
    if len(found) != 1:
        return None
    rest = inner[: found[0].start] + inner[found[0].end :]
    return found[0] if not re.sub(rf"[\W_]|{DAY_OF_WEEK.pattern}", "", rest) else None


def _short(text: str, plain: str, lacks: Lacks) -> FoundDate | None:
    parts = [int(part) for part in re.split("[-/.]", plain)]
    if not (1 <= min(parts) <= 12 and max(parts) <= 31):
        return None
    return FoundDate(start=0, end=len(text), lacks=lacks, plain=plain)


def _dated(written: str, start: int, end: int, lacks: Lacks) -> FoundDate | None:
    """The date at a place, if its numbers may be one."""
    plain = _plain(written[start:end])
    value: When | None = None
    if lacks is Lacks.NOTHING:
        values = _values(plain)
        if not values:
            return None
        lacks, value = (Lacks.NOTHING, values[0]) if len(values) == 1 else (Lacks.ORDER, None)
    elif lacks is Lacks.YEAR and not _may_be(plain):
        return None
    until, end = _until(written, end, value) if lacks in (Lacks.NOTHING, Lacks.YEAR) else (None, end)
    return FoundDate(start=start, end=end, lacks=lacks, plain=plain, value=value, until=until)


def _may_be(plain: str) -> bool:
    """Whether there is such a day in some year, leap years among them."""
    return bool(FoundDate(start=0, end=0, lacks=Lacks.YEAR, plain=plain).near(date(2024, 7, 1)))


def _values(plain: str) -> tuple[When, ...]:
    with suppress(WrongValueError):
        return (when(plain),)
    return tuple(dict.fromkeys(meant(plain, hours=True)))


def _plain(written: str) -> str:
    """A date with ASCII digits, four of them for its year, and without a day of the week."""
    text = (
        re.sub(r" ?[（(]?(?:周|星期|礼拜)[一二三四五六日天][)）]?,?", "", written)
        if "年" in written or "月" in written or "-" in written
        else written
    )
    text = re.sub(
        "[一二][〇零○一二三四五六七八九]{3}(?=年)", lambda found: "".join(str(_FIGURES[c]) for c in found[0]), text
    )
    text = re.sub(f"{_CJK_DAY}(?=[月日号])", lambda found: str(_number(found[0])), text)
    text = re.sub(r"(?<!\d)\d{2}(?=年)", lambda found: f"20{found[0]}", text)
    text = re.sub(r"(?<=[年月日号\d]) (?=[年月日号])|(?<=[年月]) (?=\d)", "", text)
    text = re.sub(r"(?<=[日号])(?=\d)", " ", text)
    return re.sub(r"(\d{4}年\d{1,2}月\d{1,2})(?![\d日号])", r"\1日", text)


def _number(figures: str) -> int:
    """A number up to 39 in Chinese figures."""
    if figures.isdecimal():
        return int(figures)
    tens, ten, ones = figures.replace("廿", "二十").partition("十")
    return (_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones] if ones else 0) if ten else _FIGURES[tens]


def _until(written: str, end: int, first: When | None) -> tuple[When | None, int]:
    """The last day of a range that begins with a date, and where it ends."""
    to = _RANGE.match(written, end)
    if to is None:
        return None, end
    after = written[to.end() :]
    if whole := _FINDERS[0][1].match(after):
        values = _values(_plain(whole[0]))
        return (values[0] if len(values) == 1 else None), to.end() + whole.end()
    rest = _FINDERS[1][1].match(after) or _REST.match(after)
    if rest is None:
        return None, end
    if not first:
        return None, to.end() + rest.end()
    numbers = [int(number) for number in re.findall(r"\d+", _plain(rest[0]))][:2]
    month, day = numbers if len(numbers) == 2 else (first.month, *numbers)
    with suppress(ValueError):
        last = date(first.year, month, day)
        return (last if last >= date(first.year, first.month, first.day) else None), to.end() + rest.end()
    return None, end
