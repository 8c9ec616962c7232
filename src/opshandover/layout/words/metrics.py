"""Values computed from the numbers of a record, shown next to them."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal
from typing import Any

from attrs import frozen

from opshandover.layout.words.scalars import format_number
from opshandover.model.base import Record
from opshandover.model.data import Metric
from opshandover.text import Message, Text, message

_CONTEXT = Context(prec=28, traps=[])
_MOST = Decimal("1e6")
"""The maximum change (percent); a greater one is meaningless and left out."""

_LONGEST = 12
"""The maximum length of a difference and of a unit; longer ones are not shown."""

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")


@frozen(kw_only=True)
class Derived:
    """A text computed from a record, to be shown after the field `after`."""

    label: Text
    after: str
    text: Message


def derived_of(record: Record) -> tuple[Derived, ...]:
    """Return the texts computed from a record; for most records there are none."""
    work_out = _DERIVED.get(type(record))
    return work_out(record) if work_out else ()


def percentage(value: Decimal | None, target: Decimal | None) -> Decimal | None:
    """Return a value in percent of its target; `None` where that is meaningless."""
    if value is None or target is None or not (value.is_finite() and target.is_finite()):
        return None
    if value < 0 or target <= 0:
        return None
    share = _CONTEXT.divide(_CONTEXT.multiply(value, _HUNDRED), target)
    rounded = _CONTEXT.quantize(share, _TENTH)
    return _whole(rounded) if rounded.is_finite() else None


def _whole(value: Decimal) -> Decimal:
    """Return a number without trailing zeros after the decimal point."""
    return value.to_integral_value() if value == value.to_integral_value() else value


_CHANGE, _AGAINST_TARGET = Text("较上期", "Change"), Text("达标情况", "Against target")

LABELS: Mapping[type[Record], Sequence[Text]] = {Metric: (_CHANGE, _AGAINST_TARGET)}
"""The labels of all texts computed from records of a class."""


def _of_metric(metric: Metric) -> tuple[Derived, ...]:
    """Compare a metric with its previous value and its target."""
    change, target = _change(metric), _against_target(metric)
    found = ((_CHANGE, "previous", change), (_AGAINST_TARGET, "target", target))
    return tuple(Derived(label=label, after=name, text=text) for label, name, text in found if text)


def _change(metric: Metric) -> Message | None:
    """Return by how much a metric changed, and whether for the worse, if the metric says which way is better."""
    value, previous = metric.value, metric.previous
    if value is None or previous is None or not (value.is_finite() and previous.is_finite()):
        return None
    if value == previous:
        return message("持平", "unchanged")
    change = _compared(value, previous, is_percentage=_is_percentage(metric))
    is_directed = metric.lower_is_better or metric.target is not None
    if change is None or not is_directed or (value > previous) is not metric.lower_is_better:
        return change
    return message("{change} × 变差", "{change} × worse", change=change)


def _against_target(metric: Metric) -> Message | None:
    """Return whether a metric reached its target, or by how much it missed it."""
    value, target = metric.value, metric.target
    if value is None or target is None or not (value.is_finite() and target.is_finite()):
        return None
    missing = _CONTEXT.subtract(target, value)
    if metric.lower_is_better:
        missing = _CONTEXT.minus(missing)
    if missing <= 0:
        return message("√ 已达标", "√ reached")
    by = _amount(missing, metric)
    if by is None:
        return message("× 未达标", "× missed")
    if metric.lower_is_better:
        return message("× 超出 {by}", "× over by {by}", by=by)
    return message("× 还差 {by}", "× short by {by}", by=by)


def _amount(difference: Decimal, metric: Metric) -> Message | None:
    """Return a difference in the unit of the metric; `None` if it has too many digits."""
    written = format_number(_CONTEXT.normalize(difference))
    if not difference.is_finite() or len(written) > _LONGEST:
        return None
    if _is_percentage(metric):
        return message("{by} 个百分点", "{by} points", by=written)
    unit = metric.unit.strip()
    return message("{by}{unit}", "{by}{unit}", by=written, unit=f" {unit}" if _fits(unit) else "")


def _fits(unit: str) -> bool:
    return bool(unit) and unit.isprintable() and len(unit) <= _LONGEST


def _is_percentage(metric: Metric) -> bool:
    return metric.unit.strip() in {"%", "％"}


def _compared(value: Decimal, previous: Decimal, *, is_percentage: bool) -> Message | None:
    """Return a change in percent, or in percentage points where the metric is a percentage."""
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


_DERIVED: Mapping[type[Record], Callable[[Any], tuple[Derived, ...]]] = {Metric: _of_metric}
"""The classes of records with derived texts."""
