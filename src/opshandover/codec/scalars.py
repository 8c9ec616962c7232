"""Parsing of a scalar in a file as the type of its field, without silent conversion.

A value of a typed format must have the right type already; a text from YAML, a Markdown table or a
Word form is converted to the type of its field.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from opshandover.codec.dates_meant import proposal
from opshandover.codec.names import choice_meant, choice_names, listing
from opshandover.codec.raw import HugeNumber, decimal_number, whole_number
from opshandover.document.verify import is_unicode
from opshandover.limits import DECIMAL_DIGITS, INTEGER_DIGITS, MOST_CHARACTERS, is_bounded
from opshandover.model import Choice, When
from opshandover.model.choice import choice_for
from opshandover.redaction import excerpt
from opshandover.spelling import fold
from opshandover.text import NO_MESSAGE, Message, Text, message, shown


class WrongValueError(Exception):
    """A value does not fit its field. Becomes a `Fault` once its path is known."""

    def __init__(self, problem: Message, got: object = None, hint: Message = NO_MESSAGE) -> None:
        """Keep what was expected and what was found."""
        super().__init__()
        self.problem = problem
        self.got = "" if got is None else show_value(got)
        self.hint = hint


class WrongKeyError(WrongValueError):
    """An unknown key, or a key that gives a field a second time; knows its own path."""

    def __init__(self, key: str, fault: WrongValueError) -> None:
        """Keep the key, and what is wrong with it."""
        super().__init__(fault.problem, hint=fault.hint)
        self.key = key


def show_value(value: object) -> str:
    """A value as an error message shows it: shortened, and without secrets."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str():
            return f"'{excerpt(value)}'"
        case dict():
            return "{…}"
        case list():
            return "[…]"
        case int():
            return excerpt(str(value) if value.bit_length() <= _SHOWN_BITS else hex(value))
        case _:
            return excerpt(shown(value))


_SHOWN_BITS = 1_000
"""Integers up to this size are shown as decimals, which takes long for larger ones."""


def expected(what: Text | Message, got: object, hint: Message = NO_MESSAGE) -> WrongValueError:
    """The error that says what was expected."""
    return WrongValueError(message("应为{what}", "expected {what}", what=what), got, hint)


def text(value: Any) -> str:
    """Accept a text; numbers, dates and booleans are rejected."""
    if not isinstance(value, str):
        raise expected(Text("文字", "a text"), value, message("文字请加引号", "put the text in quotes"))
    if len(value) > MOST_CHARACTERS:
        raise WrongValueError(
            message("文字超过 {n} 个字符", "the text has more than {n} characters", n=MOST_CHARACTERS),
            hint=message("请写入单独的文件，并注明存放位置", "put it into a file of its own, and say where that is"),
        )
    if not is_unicode(value):
        raise WrongValueError(
            message(
                "含有孤立的代理字符（\\ud800–\\udfff），不是有效的 Unicode 文本",
                "contains a lone surrogate (\\ud800 to \\udfff), which is not valid Unicode",
            ),
            hint=message("请删除或改正该字符", "remove or correct the character"),
        )
    return value


_BLANKS = " \t\r\n"
_NARROW = {**{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}, 0x3000: 0x20, 0x2212: 0x2D}
"""The ASCII character for each full-width one, as Chinese keyboards write them."""


def narrow(written: str) -> str:
    """A number, date or time as written, without blanks around it, and with ASCII digits and signs.

    Only for values that are converted: texts stay as they were typed.
    """
    return (written if written.isascii() else written.translate(_NARROW)).strip(_BLANKS)


_DIGITS = re.compile(r"[+-]?[0-9]+")
_NO_FRACTION = re.compile(r"(?<=[0-9])\.0+\Z")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = Text("整数", "a whole number")
_TOO_LONG = message("不超过 {n} 位的整数", "a whole number of at most {n} digits", n=INTEGER_DIGITS)
_TOO_EXACT = message(
    "小数点前后各不超过 {n} 位的数字", "a number of at most {n} digits on either side of its point", n=DECIMAL_DIGITS
)


def integer(value: Any) -> int:
    """Accept an integer, which some programs write as `40.0`."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, HugeNumber)):
        raise expected(_WHOLE, value)
    if isinstance(value, HugeNumber) or not is_bounded(value):
        raise expected(_TOO_LONG if isinstance(value, int) or _DIGITS.fullmatch(value.written) else _WHOLE, value)
    return value


def integer_text(value: Any) -> int:
    """Accept an integer as text; a trailing percent sign is allowed."""
    written = _NO_FRACTION.sub("", narrow(text(value)).removesuffix("%").rstrip(_BLANKS))
    if not _DIGITS.fullmatch(written):
        raise expected(_WHOLE, value)
    number = whole_number(written)
    if isinstance(number, HugeNumber) or not is_bounded(number):
        raise expected(_TOO_LONG, value)
    return number


def decimal(value: Any) -> Decimal:
    """Accept a number; also as text, since a JSON number cannot hold every decimal exactly."""
    if isinstance(value, str) and _DECIMAL.fullmatch(narrow(value)):
        value = decimal_number(narrow(value))
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, HugeNumber)):
        raise expected(
            Text("数字", "a number"),
            value,
            message("只写数字，不带单位和千分位", "write the number only, without unit or thousands separator"),
        )
    if isinstance(value, HugeNumber) or not is_bounded(Decimal(value)):
        raise expected(_TOO_EXACT, value)
    return Decimal(value)


def boolean(value: Any) -> bool:
    """Accept true or false."""
    if isinstance(value, bool):
        return value
    raise expected(Text("true 或 false", "true or false"), value)


_TRUTH: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "是"), True),
    **dict.fromkeys(("false", "no", "否"), False),
}


def boolean_text(value: Any) -> bool:
    """Accept true or false as text."""
    truth = _TRUTH.get(fold(text(value)))
    if truth is None:
        raise expected(Text("是 或 否（true / false）", "true or false (yes / no)"), value)
    return truth


_DATE = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)"
)
_TIME = re.compile(
    r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6}))?)?(Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)?"
)
_DATE_HINT = message("写法如 2026-03-05", "a date is written like 2026-03-05")
_DATETIME_HINT = message("写法如 2026-03-05 18:30", "date and time are written like 2026-03-05 18:30")

_WHEN_HINT = message("写法如 2026-03-05 或 2026-03-05 18:30", "write it like 2026-03-05 or 2026-03-05 18:30")


def day(value: Any) -> date:
    """Accept a date: `2026-03-05`, `2026/3/5` or `2026年3月5日`."""
    if type(value) is date:
        return value
    found = _DATE.fullmatch(narrow(value)) if isinstance(value, str) else None
    if found:
        return _date_of(found, value)
    raise expected(Text("日期", "a date"), value, _meant(value, hours=False) or _DATE_HINT)


def _date_of(found: re.Match[str], value: str) -> date:
    """The date that a value has the form of, if there is such a day."""
    year, month, of_month = filter(None, found.groups())
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        raise expected(Text("有效的日期", "a valid date"), value, _DATE_HINT) from None


def moment(value: Any) -> datetime:
    """Accept a date and time: `2026-03-05 18:30`, also with `T`, seconds and a UTC offset.

    `24:00` is the end of a day, which is the beginning of the next.
    """
    if isinstance(value, datetime):
        return value
    if isinstance(value, str):
        written = narrow(value)
        on, _, at = written.partition("T" if "T" in written else " ")
        time = _TIME.fullmatch(at.strip(_BLANKS))
        if time:
            hour, minute, second, fraction, offset = time.groups()
            rest = f"{minute}:{second or '00'}.{(fraction or '').ljust(6, '0')}"
            is_end = hour == "24" and not rest.strip("0:.")
            try:
                begin = datetime.fromisoformat(f"{day(on)}T{'00' if is_end else hour.zfill(2)}:{rest}{offset or ''}")
                return begin + timedelta(days=is_end)
            except (ValueError, OverflowError, WrongValueError):
                raise expected(Text("有效的日期和时间", "a valid date and time"), value, _DATETIME_HINT) from None
    raise expected(
        Text("日期和时间", "a date and time"), value, _meant(value, hours=True, day_alone=False) or _DATETIME_HINT
    )


def when(value: Any) -> When:
    """Accept a date, which may carry a time of day."""
    if type(value) is date:
        return value
    found = _DATE.match(narrow(value)) if isinstance(value, str) else None
    if found and found.end() == len(found.string):
        return _date_of(found, value)
    if found or isinstance(value, datetime):
        return moment(value)
    raise expected(
        Text("日期，可带时间", "a date, with or without a time"), value, _meant(value, hours=True) or _WHEN_HINT
    )


def _meant(value: Any, *, hours: bool, day_alone: bool = True) -> Message | None:
    """A hint with the date that a text means, if it is the short form of one."""
    return proposal(narrow(value), hours=hours, day_alone=day_alone) if isinstance(value, str) else None


def choice(cls: type[Choice], value: Any) -> Choice:
    """Accept a value of an enumeration, by name, by label in either language, or by a synonym."""
    known = choice_for(cls, value) if isinstance(value, str) else None
    if known is None:
        names = choice_names(cls)
        suggestion = choice_meant(cls, value) if isinstance(value, str) else None
        one_of = message("以下之一：{names}", "one of {names}", names=listing(names, limit=40))
        raise WrongValueError(
            message("应为{one_of}", "expected {one_of}", one_of=one_of), value, suggestion or NO_MESSAGE
        )
    return known


Parser = Callable[[Any], Any]
TYPED: Mapping[type, Parser] = {str: text, int: integer, Decimal: decimal, bool: boolean, date: day, datetime: moment}
"""The parser of each type for formats with types of their own."""

TEXTUAL: Mapping[type, Parser] = {**TYPED, int: integer_text, bool: boolean_text}
"""The parser of each type for formats in which everything is text."""
