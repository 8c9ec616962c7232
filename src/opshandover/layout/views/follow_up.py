"""The follow-up list: what is overdue, due for a check or unanswered, except what needs attention first."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from opshandover.document.dates import due_order, has_come
from opshandover.document.identity import identity
from opshandover.document.open import is_out, is_unanswered, is_undone
from opshandover.document.walk import records_in
from opshandover.layout.headings import heading
from opshandover.layout.path_labels import path_label
from opshandover.layout.views.attention import MOST, AttentionEntry, overdue_text
from opshandover.layout.words.labels import ALSO_TO_FOLLOW_UP, CHECK_DUE, ITEM, TO_FOLLOW_UP, UNANSWERED, WHY
from opshandover.layout.words.short import due_text, name_of, owner_of, person_name, text_table
from opshandover.model.assets import AccessChange, Asset
from opshandover.model.base import Record, ReviewCycle, When
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.model.routine import Question
from opshandover.model.tasks import Milestone, Task
from opshandover.pages.blocks import Block, Role, derived
from opshandover.plain_text import shortened
from opshandover.text import Lang, Message, Text

_NEXT_STEP = 60
_LATE, _TO_CHECK, _TO_ANSWER = range(3)


@frozen(kw_only=True)
class _Entry:
    """Something to follow up; a record without a name is shown by its `path`."""

    record: Record
    why: Text | Message
    rank: int
    due: When | None = None
    owner: Person | None = None
    next_step: str = ""
    path: str = ""


def follow_up_blocks(document: OpsDocument, first: Sequence[AttentionEntry], lang: Lang) -> tuple[Block, ...]:
    """Return the list of what is overdue or due for a check on the document's date, or unanswered.

    Items shown in the table of what comes `first` are not repeated. The clock is not read: of a document
    without a date only unanswered questions are listed.
    """
    seen = {identity(entry.item) for entry in first[:MOST]}
    entries: list[_Entry] = []
    for entry in _entries(document):
        known = identity(entry.record)
        if known not in seen:
            seen.add(known)
            entries.append(entry)
    if not entries:
        return ()
    entries.sort(key=lambda entry: (entry.rank, due_order(entry.due)))
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
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    table = text_table([columns[at] for at in used], [[row[at] for at in used] for row in rows])
    return derived(heading(title, 1, role=Role.ATTENTION), table)


def _entries(document: OpsDocument) -> Iterator[_Entry]:
    today = document.as_of
    if today:
        yield from _items(document, today)
        yield from _commitments(document, today)
    for _, question in records_in(document, Question):
        if is_unanswered(question):
            yield _Entry(record=question, why=UNANSWERED, rank=_TO_ANSWER)


def _items(document: OpsDocument, today: date) -> Iterator[_Entry]:
    """Open items that are overdue or due for a check."""
    for _, item in records_in(document, OpenItem):
        late = has_come(item.due, today)
        check = has_come(item.next_check, today)
        if item.open and (late or check):
            due = item.due if late else item.next_check
            yield _Entry(
                record=item,
                why=overdue_text(item.due, today) if item.due and late else CHECK_DUE,
                rank=_LATE if late else _TO_CHECK,
                due=due,
                owner=owner_of(item),
                next_step=item.next_step,
            )


def _commitments(document: OpsDocument, today: date) -> Iterator[_Entry]:
    """Access changes, assets, milestones and reviews with a date that has come."""
    open_ones: list[tuple[Record, When | None, Person | None]] = []
    open_ones += [
        (change, change.due, change.person) for _, change in records_in(document, AccessChange) if is_undone(change)
    ]
    open_ones += [(asset, asset.return_by, asset.keeper) for _, asset in records_in(document, Asset) if is_out(asset)]
    open_ones += [(m, m.due, None) for _, m in records_in(document, Milestone) if not m.done]
    for record, due, owner in open_ones:
        if due and has_come(due, today):
            why = overdue_text(due, today)
            yield _Entry(record=record, why=why, rank=_LATE, due=due, owner=owner)
    for path, cycle in records_in(document, ReviewCycle):
        if has_come(cycle.next, today):
            yield _Entry(record=cycle, why=CHECK_DUE, rank=_TO_CHECK, due=cycle.next, path=path)


def _row(entry: _Entry, document: OpsDocument, lang: Lang) -> Sequence[str]:
    return (
        path_label(entry.path, document, lang) if entry.path else name_of(entry.record, lang),
        entry.why[lang],
        person_name(entry.owner),
        due_text(entry.due),
        shortened(entry.next_step, _NEXT_STEP),
    )
