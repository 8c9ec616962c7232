"""Parsing of a scalar in a file as the type of its field, without silent conversion.

A value of a typed format must have the right type already; a text from YAML, a Markdown table or a
Word form is converted to the type of its field.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from opshandover.codec.names import choice_names, choices_of, did_you_mean, fold, listing
from opshandover.document.verify import is_unicode
from opshandover.model import Choice
from opshandover.redaction import excerpt
from opshandover.text import NO_MESSAGE, Message, Text, message


class WrongValueError(Exception):
    """A value does not fit its field. Becomes a `Fault` once its path is known."""

    def __init__(self, problem: Message, got: object = None, hint: Message = NO_MESSAGE) -> None:
        """Keep what was expected and what was found."""
        super().__init__()
        self.problem = problem
        self.got = "" if got is None else show_value(got)
        self.hint = hint


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
        case _:
            return excerpt(str(value))


def expected(what: Text | Message, got: object, hint: Message = NO_MESSAGE) -> WrongValueError:
    """The error that says what was expected."""
    return WrongValueError(message("应为{what}", "expected {what}", what=what), got, hint)


def text(value: Any) -> str:
    """Accept a text; numbers, dates and booleans are rejected."""
    if not isinstance(value, str):
        raise expected(Text("文字", "a text"), value, message("文字请加引号", "put the text in quotes"))
    if not is_unicode(value):
        raise WrongValueError(
            message(
                "含有孤立的代理字符（\\ud800–\\udfff），不是有效的 Unicode 文本",
                "contains a lone surrogate (\\ud800 to \\udfff), which is not valid Unicode",
            ),
            hint=message("请删除或改正该字符", "remove or correct the character"),
        )
    return value


_INTEGER = re.compile(r"[+-]?\d{1,18}")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?")


def integer(value: Any) -> int:
    """Accept an integer."""
    if type(value) is int:
        return value
    raise expected(Text("整数", "a whole number"), value)


def integer_text(value: Any) -> int:
    """Accept an integer, also as text; a trailing percent sign is allowed."""
    written = text(value).strip()
    written = written.removesuffix("%").removesuffix("％").rstrip()
    if written.isascii() and _INTEGER.fullmatch(written):
        return int(written)
    raise expected(Text("整数", "a whole number"), value)


def decimal(value: Any) -> Decimal:
    """Accept a number; also as text, since a JSON number cannot hold every decimal exactly."""
    if type(value) is int or isinstance(value, Decimal):
        number = Decimal(value)
        if number.is_finite():
            return number
    elif isinstance(value, str):
        written = value.strip()
        if written.isascii() and _DECIMAL.fullmatch(written):
            try:
                return Decimal(written)
            except InvalidOperation:
                pass
    raise expected(
        Text("数字", "a number"),
        value,
        message("只写数字，不带单位和千分位", "write the number only, without unit or thousands separator"),
    )


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


_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})?")
_DATE_HINT = message("写成 2026-03-05", "write it as 2026-03-05")
_DATETIME_HINT = message("写成 2026-03-05 18:30", "write it as 2026-03-05 18:30")


def day(value: Any) -> date:
    """Accept a date: `2026-03-05`, `2026/3/5` or `2026年3月5日`."""
    if type(value) is date:
        return value
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) and value.isprintable() else None
    if found:
        year, month, of_month = (int(part) for part in found.groups() if part)
        try:
            return date(year, month, of_month)
        except ValueError:
            raise expected(Text("有效的日期", "a valid date"), value, _DATE_HINT) from None
    raise expected(Text("日期", "a date"), value, _DATE_HINT)


def moment(value: Any) -> datetime:
    """Accept a date and time: `2026-03-05 18:30`, also with `T`, seconds and a UTC offset."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, str):
        written = value.strip()
        on, _, at = written.partition("T" if "T" in written else " ")
        time = _TIME.fullmatch(at.strip()) if at.isascii() else None
        if time:
            hour, minute, second, fraction, offset = time.groups()
            clock = f"{int(hour):02}:{minute}:{second or '00'}.{(fraction or '').ljust(6, '0')}"
            try:
                return datetime.fromisoformat(f"{day(on).isoformat()}T{clock}{offset or ''}")
            except (ValueError, WrongValueError):
                raise expected(Text("有效的日期和时间", "a valid date and time"), value, _DATETIME_HINT) from None
    raise expected(Text("日期和时间", "a date and time"), value, _DATETIME_HINT)


def choice(cls: type[Choice], value: Any) -> Choice:
    """Accept a value of an enumeration, by name or by label in either language."""
    known = choices_of(cls).get(fold(value)) if isinstance(value, str) else None
    if known is None:
        names = choice_names(cls)
        suggestion = did_you_mean(value, names) if isinstance(value, str) else None
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
