"""The table of what needs attention first: urgent open items from all sections."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, time
from typing import Any

from attrs import frozen

from opshandover.caching import per_class
from opshandover.document.dates import day_of, due_order, has_come
from opshandover.document.identity import identity
from opshandover.document.open import is_high
from opshandover.document.walk import records_in
from opshandover.layout.headings import heading
from opshandover.layout.tables.cells import Blocks
from opshandover.layout.words.labels import (
    A_DAY_OVERDUE,
    AND_MORE,
    DUE_TODAY,
    FIRST_THINGS,
    HIGH_RISK,
    IN_FOCUS,
    ITEM,
    OPEN_ISSUE,
    OVERDUE,
    PUNCTUATION,
    WHY,
)
from opshandover.layout.words.scalars import format_choice
from opshandover.layout.words.short import due_text
from opshandover.layout.words.values import title_of
from opshandover.model.base import Priority, When
from opshandover.model.document import OpsDocument
from opshandover.model.fields import field_map
from opshandover.model.issues import Issue
from opshandover.model.items import OpenItem
from opshandover.model.risks import Risk
from opshandover.pages.blocks import Cell, Column, Paragraph, Role, Row, Run, Table, derived
from opshandover.text import Lang, Message, Text

MOST = 7
"""The maximum number of entries in the table."""

_URGENT = (Priority.URGENT_IMPORTANT, Priority.URGENT)


@frozen(kw_only=True)
class AttentionEntry:
    """An item with the reasons why it needs attention, and its rank among the others."""

    item: OpenItem
    reasons: tuple[Text | Message, ...]
    rank: tuple[int, tuple[date, time]]


def attention_blocks(
    entries: Sequence[AttentionEntry], lang: Lang, *, handover: bool, most: int = MOST, more: Text = AND_MORE
) -> Blocks:
    """Return the table of the items that need attention; nothing if there are none."""
    if not entries:
        return ()
    rows = [_row(entry, lang) for entry in entries[:most]]
    if len(entries) > most:
        rows.append(_cells(more[lang].format(number=len(entries) - most), "", "", ""))
    columns = (
        Column(label=ITEM[lang], share=30),
        Column(label=WHY[lang], share=30),
        Column(label=field_map(Issue)["owner"].label[lang], share=14),
        Column(label=field_map(Issue)["due"].label[lang], share=14),
    )
    return derived(
        heading((FIRST_THINGS if handover else IN_FOCUS)[lang], 1, role=Role.ATTENTION),
        Table(columns=columns, rows=tuple(rows), role=Role.ATTENTION),
    )


def attention_entries(document: OpsDocument) -> list[AttentionEntry]:
    """All items that need attention, the most urgent first: overdue and urgent items, high risks, open issues."""
    return sorted(_entries(document), key=lambda entry: entry.rank)


def _entries(document: OpsDocument) -> Iterator[AttentionEntry]:
    today = document.as_of
    seen: set[object] = set()
    for _, item in records_in(document, OpenItem):
        if not item.open:
            continue
        found = [(rank, said) for rank, why in _reasons(type(item)) if (said := why(item, today))]
        # Without an ID an item is identified by its content, and equal items have equal reasons.
        if not (found or item.id) or (known := identity(item)) in seen:
            continue
        seen.add(known)
        if found:
            rank = (found[0][0], due_order(item.due))
            yield AttentionEntry(item=item, reasons=tuple(said for _, said in found), rank=rank)


_Reason = Callable[[Any, date | None], Text | Message | None]


def overdue_text(due: When, today: date) -> Text | Message:
    """A text that says by how many days something is overdue, or that it is due today."""
    days = (today - day_of(due)).days
    if days == 0:
        return DUE_TODAY
    return A_DAY_OVERDUE if days == 1 else Message(OVERDUE, {"days": days})


def _due(item: OpenItem, today: date | None) -> Text | Message | None:
    due = item.due
    return overdue_text(due, today) if today and due and has_come(due, today) else None


def _urgent(item: OpenItem, _today: date | None) -> Text | None:
    priority = getattr(item, "priority", None)
    return Text(*(format_choice(priority, lang) for lang in ("zh", "en"))) if priority in _URGENT else None


def _high_risk(risk: Risk, _today: date | None) -> Text | None:
    return HIGH_RISK if is_high(risk) else None


def _open_issue(_issue: Issue, _today: date | None) -> Text | None:
    return OPEN_ISSUE


_REASONS: tuple[tuple[type[OpenItem], _Reason], ...] = (
    (OpenItem, _due),
    (OpenItem, _urgent),
    (Risk, _high_risk),
    (Issue, _open_issue),
)
"""The reasons of each class of items; the first that applies decides the rank of an item."""


@per_class
def _reasons(cls: type[OpenItem]) -> tuple[tuple[int, _Reason], ...]:
    """The reasons that items of a class may have, each with its rank."""
    return tuple((rank, why) for rank, (of, why) in enumerate(_REASONS) if issubclass(cls, of))


def _row(entry: AttentionEntry, lang: Lang) -> Row:
    item = entry.item
    name = title_of(item, lang) or type(item).label[lang]
    why = PUNCTUATION[lang].comma.join(reason[lang] for reason in entry.reasons)
    owner = item.new_owner or getattr(item, "owner", None)
    return _cells(name, why, title_of(owner, lang) if owner else "", due_text(item.due))


def _cells(*texts: str) -> Row:
    paragraphs = ((Paragraph(runs=(Run(text=text),)),) if text else () for text in texts)
    return Row(cells=tuple(Cell(blocks=blocks) for blocks in paragraphs))
