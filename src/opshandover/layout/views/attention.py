"""What cannot wait, as the box of first things, and the texts that other views say of it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from opshandover.document.dates import day_of
from opshandover.document.paths import Path, steps_of
from opshandover.document.people import holders_of, new_owner_of
from opshandover.document.pressing import Pressing, Why
from opshandover.layout.headings import heading
from opshandover.layout.tables.cells import Blocks
from opshandover.layout.words.labels import (
    A_DAY_OVERDUE,
    AND_MORE,
    DELAYED,
    DUE_NEXT_DAY,
    DUE_NEXT_SHIFT,
    DUE_TODAY,
    FIRST_THINGS,
    HIGH_RISK,
    IN_FOCUS,
    ITEM,
    OPEN_ISSUE,
    OVERDUE,
    PUNCTUATION,
    TIME_HAS_PASSED,
    WHY,
)
from opshandover.layout.words.scalars import format_choice
from opshandover.layout.words.short import (
    due_text,
    filled_table,
    name_of,
    number_of,
    owner_of,
    person_name,
    plain_paragraph,
    sentence,
)
from opshandover.model.base import Priority
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.items import OpenItem
from opshandover.model.keydates import KeyDate
from opshandover.model.people import Person
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Role, Run, derived
from opshandover.plain_text import LONGEST
from opshandover.text import Lang, Message, Text

MOST = 20
"""The maximum number of entries in the box of the full document, which has all of them below."""

NEXT_STEP, NEXT_STEP_BRIEF, _NAME = 60, 24, 64


def attention_blocks(
    entries: Sequence[Pressing],
    document: OpsDocument,
    lang: Lang,
    *,
    handover: bool,
    most: int = MOST,
    more: Text = AND_MORE,
    room: int = NEXT_STEP,
) -> Blocks:
    """Return the table of what cannot wait, without columns that are empty; nothing if there are no entries.

    A next step is cut to a width of `room`.
    """
    if not entries:
        return ()
    labels = field_map(Task)
    columns = (
        (ITEM[lang], 31),
        (WHY[lang], 18),
        (labels[owner_field(handover)].label[lang], 9),
        (labels["due"].label[lang], 14),
        (labels["next_step"].label[lang], 28),
    )
    rows = [_row(entry, document, lang, room) for entry in entries[:most]]
    rest = entries[most:]
    return derived(
        heading((FIRST_THINGS if handover else IN_FOCUS)[lang], 1, role=Role.ATTENTION),
        filled_table(columns, rows, Role.ATTENTION),
        *((plain_paragraph(Run(text=more_text(rest, more, lang))),) if rest else ()),
    )


def _row(entry: Pressing, document: OpsDocument, lang: Lang, room: int) -> Sequence[str]:
    return (
        named(entry, lang, _NAME),
        why_text(entry, document, lang),
        person_name(responsible_for(entry, document)),
        due_text(entry.due),
        next_step_of(entry, lang, room),
    )


def named(entry: Pressing, lang: Lang, room: int = LONGEST) -> str:
    """The name of an entry, cut to a width of `room`, with its number, such as that of a ticket."""
    name, number = name_of(entry.record, lang, room), number_of(entry.record)
    marks = PUNCTUATION[lang]
    return f"{name}{marks.opening}{number}{marks.closing}".rstrip() if number and number not in name else name


def responsible_for(entry: Pressing, document: OpsDocument) -> Person | None:
    """Who sees to an entry from now on."""
    record = entry.record
    if not isinstance(record, OpenItem) or not document.receivers:
        return owner_of(record)
    holders = holders_of(entry.path, lambda place: Path.parse(place).get(document))
    return new_owner_of(record, document, holders) or owner_of(record)


def owner_field(handover: bool) -> str:
    """The field by whose label people know whoever sees to an item."""
    return "new_owner" if handover else "owner"


def next_step_of(entry: Pressing, lang: Lang, room: int) -> str:
    """What is to be done next about an entry, in one line."""
    record = entry.record
    step = record.action if isinstance(record, KeyDate) else getattr(record, "next_step", "")
    return sentence(step, lang, room)


def why_text(entry: Pressing, document: OpsDocument, lang: Lang) -> str:
    """Why an entry cannot wait."""
    return PUNCTUATION[lang].comma.join(_reason(why, entry, document)[lang] for why in entry.reasons)


def _reason(why: Why, entry: Pressing, document: OpsDocument) -> Text | Message:
    match why:
        case Why.OVERDUE if entry.due and document.as_of:
            return _overdue(day_of(entry.due), document.as_of)
        case Why.URGENT:
            return Text(
                *(
                    format_choice(getattr(entry.record, "priority", Priority.URGENT_NOT_IMPORTANT), lang)
                    for lang in ("zh", "en")
                )
            )
        case Why.DUE_SOON:
            return DUE_NEXT_SHIFT if document.shift or document.next_shift else DUE_NEXT_DAY
        case _:
            return _REASONS[why]


_REASONS = {
    Why.DUE_TODAY: DUE_TODAY,
    Why.DELAYED: DELAYED,
    Why.HIGH_RISK: HIGH_RISK,
    Why.OPEN_ISSUE: OPEN_ISSUE,
}


def _overdue(due: date, today: date) -> Text | Message:
    """By how many days something is overdue; none if only its time of day has passed."""
    days = (today - due).days
    if days < 1:
        return TIME_HAS_PASSED
    return A_DAY_OVERDUE if days == 1 else Message(OVERDUE, {"days": days})


def more_text(rest: Sequence[Pressing], more: Text, lang: Lang) -> str:
    """How many more entries there are, and in which sections."""
    sections = Counter(str(next(iter(steps_of(entry.path)))) for entry in rest)
    labels = field_map(OpsDocument)
    where = PUNCTUATION[lang].pause.join(f"{labels[key].label[lang]} {number}" for key, number in sections.items())
    return more[lang].format(number=len(rest), where=where)
