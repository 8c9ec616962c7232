"""The follow-up list: what is late or due for a check or unanswered, except what the box of first things shows."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import islice

from attrs import frozen

from opshandover.document.dates import due_order, has_come
from opshandover.document.identity import item_keys
from opshandover.document.open import is_unanswered
from opshandover.document.pressing import Pressing
from opshandover.document.walk import records_in
from opshandover.layout.headings import heading
from opshandover.layout.path_labels import path_label
from opshandover.layout.views.attention import MOST, NEXT_STEP, named, next_step_of, who_sees_to, why_text
from opshandover.layout.words.labels import ALSO_TO_FOLLOW_UP, CHECK_DUE, ITEM, TO_FOLLOW_UP, UNANSWERED, WHY
from opshandover.layout.words.short import due_text, filled_table, person_name
from opshandover.model.base import Record, ReviewCycle, When
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.items import OpenItem
from opshandover.model.routine import Question
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Block, Role, derived
from opshandover.text import Lang, Text

_LATE, _TO_CHECK, _TO_ANSWER = range(3)


@frozen(kw_only=True)
class _Entry:
    """Something to follow up; its `why` if it is not pressing."""

    pressing: Pressing
    rank: int
    why: Text | None = None

    @property
    def order(self) -> tuple[int, date, time]:
        return (self.rank, *due_order(self.pressing.due))


def follow_up_blocks(document: OpsDocument, first: Sequence[Pressing], lang: Lang) -> tuple[Block, ...]:
    """Return the list of what is due or due for a check by the document's date, or unanswered.

    Items shown in the box of what comes `first` are not repeated. The clock is not read: of a document
    without a date only unanswered questions are listed.
    """
    found = list(_entries(document, first))
    shown = first[:MOST]
    keys = item_keys((one.path, one.record) for one in (*shown, *(entry.pressing for entry in found)))
    seen = set(islice(keys, len(shown)))
    entries: list[_Entry] = []
    for key, entry in zip(keys, found, strict=True):
        if key not in seen:
            seen.add(key)
            entries.append(entry)
    if not entries:
        return ()
    entries.sort(key=lambda entry: entry.order)
    labels = field_map(Task)
    columns = (
        (ITEM[lang], 30),
        (WHY[lang], 18),
        (labels["owner"].label[lang], 12),
        (labels["due"].label[lang], 13),
        (labels["next_step"].label[lang], 27),
    )
    title = (ALSO_TO_FOLLOW_UP if first else TO_FOLLOW_UP)[lang]
    rows = [_row(entry, document, lang) for entry in entries]
    return derived(heading(title, 1, role=Role.ATTENTION), filled_table(columns, rows))


def _entries(document: OpsDocument, first: Sequence[Pressing]) -> Iterator[_Entry]:
    for entry in first[MOST:]:
        if entry.is_dated:
            yield _Entry(pressing=entry, rank=_LATE)
    if today := document.as_of:
        for path, item in records_in(document, OpenItem):
            if item.open and has_come(item.next_check, today):
                yield _to_check(path, item, item.next_check)
        for path, cycle in records_in(document, ReviewCycle):
            if has_come(cycle.next, today):
                yield _to_check(path, cycle, cycle.next)
    for path, question in records_in(document, Question):
        if is_unanswered(question):
            asked = Pressing(path=path, record=question, due=None, reasons=())
            yield _Entry(pressing=asked, rank=_TO_ANSWER, why=UNANSWERED)


def _to_check(path: str, record: Record, on: When | None) -> _Entry:
    return _Entry(pressing=Pressing(path=path, record=record, due=on, reasons=()), rank=_TO_CHECK, why=CHECK_DUE)


def _row(entry: _Entry, document: OpsDocument, lang: Lang) -> Sequence[str]:
    said = entry.pressing
    return (
        path_label(said.path, document, lang) if isinstance(said.record, ReviewCycle) else named(said, lang),
        entry.why[lang] if entry.why else why_text(said, document, lang),
        person_name(who_sees_to(said, document)),
        due_text(said.due),
        next_step_of(said, lang, NEXT_STEP),
    )
