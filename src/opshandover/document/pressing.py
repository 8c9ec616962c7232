"""What cannot wait: open items and commitments that are late, or due before the receiver's next shift ends.

It is one question for all that show it: the box of first things, the digest, the memo and the follow-up list.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from typing import Any

from attrs import frozen

from opshandover.document.dates import day_of, due_order, has_come, is_before
from opshandover.document.identity import item_keys
from opshandover.document.open import is_high, is_open, is_out, is_undone
from opshandover.document.people import has_no_new_owner, has_one_receiver, holders_of
from opshandover.document.walk import records_in
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Priority, Record, When, last_day
from opshandover.model.changes import Change, ChangeStatus
from opshandover.model.document import OpsDocument
from opshandover.model.issues import Issue
from opshandover.model.items import OpenItem
from opshandover.model.keydates import KeyDate
from opshandover.model.projects import ProjectStatus
from opshandover.model.risks import Risk
from opshandover.model.tasks import Milestone, TaskStatus


class Why(IntEnum):
    """Why something cannot wait; the lowest reason that applies comes first."""

    OVERDUE = 0
    DUE_TODAY = 1
    DUE_SOON = 2
    DELAYED = 3
    URGENT = 4
    HIGH_RISK = 5
    NO_NEW_OWNER = 6
    OPEN_ISSUE = 7


@frozen(kw_only=True)
class Pressing:
    """Something open with its path, when it is due, and why it cannot wait; without a reason it can."""

    path: str
    record: Record
    due: When | None
    reasons: tuple[Why, ...]

    @property
    def order(self) -> tuple[int, date, time]:
        """What comes first, as a sort key: by reason, then by due date."""
        return (self.reasons[0] if self.reasons else len(Why), *due_order(self.due))

    @property
    def is_dated(self) -> bool:
        """Whether it cannot wait because of its date."""
        return not {Why.OVERDUE, Why.DUE_TODAY, Why.DUE_SOON}.isdisjoint(self.reasons)


@frozen(kw_only=True)
class _Kind:
    """A class of records that may be pressing: its open ones, and the field with their date.

    What is only `planned` for its date is never overdue.
    """

    of: type[Record]
    due: str
    is_open: Callable[[Any], bool]
    planned: bool = False


_KINDS = (
    _Kind(of=OpenItem, due="due", is_open=is_open),
    _Kind(of=Milestone, due="due", is_open=lambda milestone: not milestone.done),
    _Kind(of=AccessChange, due="due", is_open=is_undone),
    _Kind(of=Asset, due="return_by", is_open=is_out),
    _Kind(of=Change, due="scheduled_on", is_open=lambda change: change.status is not ChangeStatus.DONE, planned=True),
    _Kind(of=KeyDate, due="on", is_open=lambda key_date: True, planned=True),
)


def next_shift_end(document: OpsDocument) -> When | None:
    """When the receiver's next shift ends: what is due until then cannot wait.

    If its hours are not given, it is taken to follow the shift that hands over and to last as long; without a
    shift, it is the end of the next day. `None` for a document without any date.
    """
    if document.next_shift and document.next_shift.end:
        return document.next_shift.end
    if document.shift and document.shift.end:
        start, end = document.shift.start, document.shift.end
        if start and is_before(start, end):
            return _later(end, end.replace(tzinfo=None) - start.replace(tzinfo=None))
        return _later(end, _DAY)
    return _later(document.as_of, _DAY) if document.as_of else None


_DAY = timedelta(days=1)


def _later(when: date, time: timedelta) -> date:
    """A day or moment later; at the end of the calendar, the same."""
    with suppress(OverflowError):
        return when + time
    return when


def open_entries(document: OpsDocument, *, lasting: bool = False) -> tuple[list[Pressing], list[Pressing]]:
    """What cannot wait, the most urgent first, and all other open items, such as tasks and risks, by their due date.

    Each item is there once, however often it is listed. In a `lasting` document, such as a charter, risks are standing
    ones, which nobody has to see to before others unless one has a date.
    """
    entries = _sorted(_open(document), lasting)
    others = [entry for entry in entries if not entry.reasons and isinstance(entry.record, OpenItem)]
    return [entry for entry in entries if entry.reasons], others


def pressing(document: OpsDocument, *, lasting: bool = False) -> list[Pressing]:
    """All that cannot wait, the most urgent first; see `open_entries`."""
    return _sorted(_open(document, only_pressing=True), lasting)


def _sorted(entries: Iterable[Pressing], lasting: bool) -> list[Pressing]:
    ordered = sorted(entries, key=lambda entry: entry.order)
    return [entry for entry in ordered if not lasting or not isinstance(entry.record, Risk) or entry.is_dated]


def _open(document: OpsDocument, *, only_pressing: bool = False) -> Iterator[Pressing]:
    """Each open record once: of one that is listed in two places, the more urgent entry."""
    today, until = document.as_of, next_shift_end(document)
    now = document.shift.end if document.shift else None
    alone = has_one_receiver(document)  # asked here once: for each of 1,000 tasks it is a twentieth of the layout
    known: dict[str, Pressing] = {}
    items = dict(records_in(document, OpenItem))
    for kind in _KINDS:
        of_kind = items.items() if kind.of is OpenItem else records_in(document, kind.of)
        entries: list[Pressing] = []
        for path, record in of_kind:
            if not kind.is_open(record):
                continue
            due: When | None = getattr(record, kind.due)
            reasons = [*_by_content(record)]
            if (by_date := _by_date(due, today, now, until)) is not None:
                reasons.append(by_date)
            if isinstance(record, OpenItem) and not (alone and record.new_owner is None):
                reasons += _by_owner(path, record, document, items)
            if (reasons or not only_pressing) and not (kind.planned and Why.OVERDUE in reasons):
                entries.append(Pressing(path=path, record=record, due=due, reasons=tuple(sorted(reasons))))
        for key, entry in zip(item_keys((one.path, one.record) for one in entries), entries, strict=True):
            if key not in known or entry.order < known[key].order:
                known[key] = entry
    yield from known.values()


def _by_date(due: When | None, today: date | None, now: datetime | None, until: When | None) -> Why | None:
    """Why something cannot wait by its date: the day of the document, and the moments when both shifts end."""
    if due is None or today is None:
        return None
    if has_come(due, today):
        late = day_of(due) < today or (now is not None and isinstance(due, datetime) and is_before(due, now))
        return Why.OVERDUE if late else Why.DUE_TODAY
    if until is not None and not is_before(until if isinstance(due, datetime) else last_day(until), due):
        return Why.DUE_SOON
    return None


_URGENT = (Priority.URGENT_IMPORTANT, Priority.URGENT_NOT_IMPORTANT)
_DELAYED = (TaskStatus.DELAYED, ProjectStatus.DELAYED)


def _by_owner(path: str, item: OpenItem, document: OpsDocument, items: Mapping[str, OpenItem]) -> Iterator[Why]:
    """What nobody takes over gets lost; of a risk, which asks for attention rather than work, all take note."""
    if not isinstance(item, Risk) and has_no_new_owner(item, document, holders_of(path, items.get)):
        yield Why.NO_NEW_OWNER


def _by_content(record: Record) -> Iterator[Why]:
    if getattr(record, "status", None) in _DELAYED:
        yield Why.DELAYED
    if getattr(record, "priority", None) in _URGENT and isinstance(record, OpenItem):
        yield Why.URGENT
    if isinstance(record, Risk) and is_high(record):
        yield Why.HIGH_RISK
    if isinstance(record, Issue):
        yield Why.OPEN_ISSUE
