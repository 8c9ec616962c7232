"""What follows from the figures of a record, and is shown beside them."""

from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from typing import Any

from attrs import frozen

from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.text import Message, Text, message

_CONTEXT = Context(prec=28, traps=[])
_MOST = Decimal("1e6")
"""A change by more than so many percent says nothing, and is left out."""

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")


@frozen(kw_only=True)
class Derived:
    """A text worked out from a record, to be shown after the field named."""

    label: Text
    after: str
    text: Message


def derived_of(record: Record) -> tuple[Derived, ...]:
    """Gives what follows from the values of a record; mostly nothing."""
    work_out = _DERIVED.get(type(record))
    return work_out(record) if work_out else ()


def _change(metric: Metric) -> tuple[Derived, ...]:
    """Compares a figure with the one before, in percent, or in points where it is a percentage."""
    text = _compared(
        metric.value, metric.previous, is_percentage=metric.unit.strip() in {"%", "％"}
    )
    return (Derived(label=Text("较上期", "Change"), after="previous", text=text),) if text else ()


def _compared(
    value: Decimal | None, previous: Decimal | None, *, is_percentage: bool
) -> Message | None:
    if value is None or previous is None or not (value.is_finite() and previous.is_finite()):
        return None
    if value == previous:
        return message("持平", "unchanged")
    difference = _CONTEXT.subtract(value, previous)
    if is_percentage:
        return _directed(difference, message(" 个百分点", " points"))
    if previous == 0:
        return None
    share = _CONTEXT.divide(difference, _CONTEXT.abs(previous))
    return _directed(_CONTEXT.multiply(share, _HUNDRED), message("%", "%"))


def _directed(change: Decimal, unit: Message) -> Message | None:
    if not change.is_finite() or abs(change) > _MOST:
        return None
    rounded = format(_CONTEXT.quantize(change, _TENTH), "+f")
    if change > 0:
        return message("▲ 上升 {by}{unit}", "▲ up {by}{unit}", by=rounded, unit=unit)
    return message("▼ 下降 {by}{unit}", "▼ down {by}{unit}", by=rounded, unit=unit)


_DERIVED: Mapping[type[Record], Callable[[Any], tuple[Derived, ...]]] = {Metric: _change}
"""The records of which something is worked out."""
