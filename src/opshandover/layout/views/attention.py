"""What cannot wait, as the box of first things, and the texts that other views say of it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from opshandover.document.dates import day_of
from opshandover.document.paths import Path, steps_of
from opshandover.document.people import NO_NEW_OWNER, holders_of, responsible_for, same_person, unnamed
from opshandover.document.pressing import Pressing, Why
from opshandover.document.walk import records_in
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
    TAKES_OVER,
    TIME_HAS_PASSED,
    WHY,
)
from opshandover.layout.words.scalars import format_choice
from opshandover.layout.words.short import (
    due_text,
    filled_table,
    name_of,
    number_of,
    person_name,
    plain_paragraph,
    sentence,
)
from opshandover.model.base import Priority
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.items import OpenItem
from opshandover.model.people import Person
from opshandover.model.risks import Risk
from opshandover.model.tasks import Task
from opshandover.pages.blocks import Role, Run, derived
from opshandover.plain_text import LONGEST
from opshandover.text import Lang, Message, Text

MOST = 20
"""The maximum number of entries in the box of the full document, which has all of them below."""

NEXT_STEP, _NAME = 105, 64
"""The maximum widths of a next step, which are three lines of its column, and of a name."""


def attention_blocks(
    entries: Sequence[Pressing],
    document: OpsDocument,
    lang: Lang,
    *,
    handover: bool,
    most: int = MOST,
    more: Text = AND_MORE,
) -> Blocks:
    """Return the table of what cannot wait, without columns that are empty; nothing if there are no entries."""
    if not entries:
        return ()
    labels = field_map(Task)
    columns = (
        (ITEM[lang], 26),
        (WHY[lang], 17),
        (labels[owner_field(handover)].label[lang], 9),
        (labels["due"].label[lang], 13),
        (labels["next_step"].label[lang], 35),
    )
    rows = [_row(entry, document, lang) for entry in entries[:most]]
    rest = entries[most:]
    return derived(
        heading((FIRST_THINGS if handover else IN_FOCUS)[lang], 1, role=Role.ATTENTION),
        filled_table(columns, rows, Role.ATTENTION),
        *((plain_paragraph(Run(text=more_text(rest, more, lang))),) if rest else ()),
    )


def takeover_blocks(document: OpsDocument, lang: Lang) -> Blocks:
    """Return who takes over what the giver owns, if there are such items that name no new owner."""
    giver = document.giver
    items = dict(records_in(document, OpenItem))
    for path, item in items.items():
        owner: Person | None = getattr(item, "owner", None)
        if item.open and giver and owner and unnamed(item.new_owner) and same_person(owner, giver):
            taker = responsible_for(item, document, holders_of(path, items.get))
            if taker in document.receivers:
                said = TAKES_OVER[lang].format(giver=person_name(giver), receiver=person_name(taker))
                return (plain_paragraph(Run(text=said)),)
    return ()


def _row(entry: Pressing, document: OpsDocument, lang: Lang) -> Sequence[str]:
    return (
        named(entry, lang, _NAME),
        why_text(entry, document, lang),
        person_name(who_sees_to(entry, document)),
        due_text(entry.due),
        next_step_of(entry, lang, NEXT_STEP),
    )


def named(entry: Pressing, lang: Lang, room: int = LONGEST) -> str:
    """The name of an entry, cut to a width of `room`, with its number, such as that of a ticket."""
    name, number = name_of(entry.record, lang, room), number_of(entry.record)
    marks = PUNCTUATION[lang]
    return f"{name}{marks.opening}{number}{marks.closing}".rstrip() if number and number not in name else name


def who_sees_to(entry: Pressing, document: OpsDocument) -> Person | None:
    """Who sees to an entry from now on, if that can be told."""
    if Why.NO_NEW_OWNER in entry.reasons:
        return None
    holders = holders_of(entry.path, lambda place: Path.parse(place).get(document))
    return responsible_for(entry.record, document, holders)


def owner_field(handover: bool) -> str:
    """The field by whose label people know whoever sees to an item."""
    return "new_owner" if handover else "owner"


_NEXT = ("next_step", "action", "approach", "remaining")
"""The fields that say what comes next, the most specific first."""
_NEXT_OF_RISK = ("next_step", "response", "contingency")


def next_step_of(entry: Pressing, lang: Lang, room: int) -> str:
    """What is to be done next about an entry, in one line."""
    fields = _NEXT_OF_RISK if isinstance(entry.record, Risk) else _NEXT
    said = (getattr(entry.record, name, "") for name in fields)
    return sentence(next((text for text in said if isinstance(text, str) and text.strip()), ""), lang, room)


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
    Why.NO_NEW_OWNER: NO_NEW_OWNER,
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
