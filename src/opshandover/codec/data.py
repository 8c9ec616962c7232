"""Data of a program in the form in which the readers of formats give it: dicts, lists and scalars."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral, Real
from typing import Any, cast

from attrs import define, field

from opshandover.codec.raw import HugeNumber, Raw, decimal_number, too_deep, too_many, whole_number
from opshandover.codec.scalars import show_value
from opshandover.document.paths import child_path
from opshandover.errors import Fault
from opshandover.limits import MOST_DEPTH, MOST_FAULTS, MOST_VALUES
from opshandover.model import Choice
from opshandover.text import message


def read(data: object) -> Raw:
    """Data of a program as if it came from a file; what no file can hold is a fault.

    Mappings and sequences of any class are taken, and the numbers and dates of other libraries.
    """
    reading = _Reading()
    try:
        taken = reading.taken(data, "", 0)
    except _TooMuchError as cause:
        return Raw(data=None, faults=(cause.fault,))
    return Raw(data=taken, faults=tuple(reading.faults))


class _TooMuchError(Exception):
    """Data beyond the limits of a file: perhaps it holds itself."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault."""
        super().__init__()
        self.fault = fault


@define
class _Reading:
    left: int = MOST_VALUES
    faults: list[Fault] = field(factory=list[Fault])

    def taken(self, value: object, path: str, depth: int) -> Any:
        self.left -= 1
        if self.left < 0:
            raise _TooMuchError(Fault(path="", problem=too_many()))
        if depth > MOST_DEPTH:
            raise _TooMuchError(Fault(path="", problem=too_deep()))
        if isinstance(value, Mapping):
            return self._mapping(cast("Mapping[object, object]", value), path, depth)
        if isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
            several = cast("Sequence[object]", value)
            return [self.taken(one, child_path(path, i), depth + 1) for i, one in enumerate(several)]
        return scalar(value)

    def _mapping(self, value: Mapping[object, object], path: str, depth: int) -> dict[str, Any]:
        taken: dict[str, Any] = {}
        for key, content in value.items():
            if isinstance(key, str):
                taken[key] = self.taken(content, child_path(path, key), depth + 1)
            elif len(self.faults) < MOST_FAULTS:
                problem = message("键应为文字", "expected a text as key")
                self.faults.append(Fault(path=path, problem=problem, got=f"{type(key).__name__} {show_value(key)}"))
        return taken


def scalar(value: object) -> object:
    """A single value with a type that readers know, if it has one; what is not equal to itself says nothing (`NaT`)."""
    match value:
        case str() | bool() | None | Decimal() | HugeNumber():
            return value
        case Choice():
            return value.value
        case datetime() if value == value:  # noqa: PLR0124 - that of pandas for no date is not equal to itself
            return datetime.combine(value.date(), value.timetz())
        case datetime():
            return None
        case date() | type():
            return value
        case Integral():
            return whole_number(str(int(value)))
        case Real():
            return decimal_number(repr(float(value)))
        case _:
            return value
