"""Turns what stands in a file into one value of a field's type, and never into another.

A value of a typed format must have the right type already; a text of YAML, of a Markdown table or
of a Word form is converted by the type that its field has.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from opshandover.codec.names import choice_names, choices_of, fold, listing, nearest
from opshandover.document.verify import is_unicode
from opshandover.model import Choice
from opshandover.redaction import excerpt
from opshandover.text import SILENCE, Message, Text, message


class WrongValueError(Exception):
    """A value does not fit its field. Becomes a `Fault` once its place is known."""

    def __init__(self, problem: Message, got: object = None, hint: Message = SILENCE) -> None:
        """Keeps what was expected, and what was found instead."""
        super().__init__()
        self.problem = problem
        self.got = "" if got is None else described(got)
        self.hint = hint


def described(value: object) -> str:
    """Says what was found, shortened and without secrets."""
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


def expected(what: Text | Message, got: object, hint: Message = SILENCE) -> WrongValueError:
    """Gives the error that says what was expected in a place."""
    return WrongValueError(message("应为{what}", "expected {what}", what=what), got, hint)


def text(value: Any) -> str:
    """Takes a text; numbers, dates and booleans are none."""
    if not isinstance(value, str):
        raise expected(
            Text("文字", "a text"),
            value,
            message("文字要加引号", "put the text in quotes"),
        )
    if not is_unicode(value):
        raise WrongValueError(
            message(
                "含有孤立的代理字符（\\ud800–\\udfff），不是有效的 Unicode 文本",
                "holds a lone surrogate (\\ud800 to \\udfff), so it is no Unicode text",
            ),
            hint=message("删掉或改正这个字符", "remove or correct that character"),
        )
    return value


_INTEGER = re.compile(r"[+-]?\d{1,18}")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?")


def integer(value: Any) -> int:
    """Takes a whole number."""
    if type(value) is int:
        return value
    raise expected(Text("整数", "a whole number"), value)


def integer_text(value: Any) -> int:
    """Takes a whole number written as text, a percent sign behind it allowed."""
    written = text(value).strip()
    written = written.removesuffix("%").removesuffix("％").rstrip()
    if written.isascii() and _INTEGER.fullmatch(written):
        return int(written)
    raise expected(Text("整数", "a whole number"), value)


def decimal(value: Any) -> Decimal:
    """Takes a number; as a text too, since no JSON number can hold every decimal exactly."""
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
        message("只写数字，不写单位和千分位", "the number alone, without unit or thousands separator"),
    )


def boolean(value: Any) -> bool:
    """Takes true or false."""
    if isinstance(value, bool):
        return value
    raise expected(Text("true 或 false", "true or false"), value)


_TRUTH: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "是"), True),
    **dict.fromkeys(("false", "no", "否"), False),
}


def boolean_text(value: Any) -> bool:
    """Takes true or false written as text."""
    truth = _TRUTH.get(fold(text(value)))
    if truth is None:
        raise expected(Text("是 或 否（true / false）", "true or false (yes / no)"), value)
    return truth


_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})?")
_DATE_HINT = message("写成 2026-03-05", "write it as 2026-03-05")
_DATETIME_HINT = message("写成 2026-03-05 18:30", "write it as 2026-03-05 18:30")


def day(value: Any) -> date:
    """Takes a date: `2026-03-05`, `2026/3/5` or `2026年3月5日`."""
    if type(value) is date:
        return value
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) and value.isprintable() else None
    if found:
        year, month, of_month = (int(part) for part in found.groups() if part)
        try:
            return date(year, month, of_month)
        except ValueError:
            raise expected(Text("存在的日期", "a day that exists"), value, _DATE_HINT) from None
    raise expected(Text("日期", "a date"), value, _DATE_HINT)


def moment(value: Any) -> datetime:
    """Takes a date with a time: `2026-03-05 18:30`, also with `T`, seconds and an offset."""
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
                raise expected(Text("存在的日期和时间", "a day and time that exist"), value, _DATETIME_HINT) from None
    raise expected(Text("日期和时间", "a date and time"), value, _DATETIME_HINT)


def choice(cls: type[Choice], value: Any) -> Choice:
    """Takes a value of an enumeration, by name or by label in either language."""
    known = choices_of(cls).get(fold(value)) if isinstance(value, str) else None
    if known is None:
        names = choice_names(cls)
        near = nearest(value, names) if isinstance(value, str) else None
        one_of = message("以下之一：{names}", "one of {names}", names=listing(names, limit=40))
        raise WrongValueError(message("应为{one_of}", "expected {one_of}", one_of=one_of), value, near or SILENCE)
    return known


Take = Callable[[Any], Any]
TYPED: Mapping[type, Take] = {
    str: text,
    int: integer,
    Decimal: decimal,
    bool: boolean,
    date: day,
    datetime: moment,
}
"""How each type is taken from a format that has types of its own."""

TEXTUAL: Mapping[type, Take] = {**TYPED, int: integer_text, bool: boolean_text}
"""How each type is taken from a format in which everything is text."""
