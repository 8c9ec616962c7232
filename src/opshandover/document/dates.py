"""Days and moments together: a due date may carry a time of day, and Python does not compare the two."""

from datetime import date, datetime, time

from opshandover.model.base import When


def day_of(when: When) -> date:
    """The day of a date, with or without a time of day."""
    return when.date() if isinstance(when, datetime) else when


def is_before(one: When, other: When) -> bool:
    """Whether one point in time is before another, by what both have: instant, clock time or day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        if (one.utcoffset() is None) is (other.utcoffset() is None):
            return one < other
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return day_of(one) < day_of(other)


def has_come(when: When | None, today: date) -> bool:
    """Whether a day or moment is on this day or before it."""
    return when is not None and day_of(when) <= today


def due_order(when: When | None) -> tuple[date, time]:
    """The sort key of a due date: by day and clock; a day alone ends with the day, and no date comes last."""
    if when is None:
        return date.max, time.max
    return day_of(when), when.time() if isinstance(when, datetime) else time.max
