"""What cannot wait, one line each."""

from collections.abc import Iterator
from datetime import date

from opshandover.exporters.digest.records import is_high
from opshandover.exporters.digest.words import (
    BULLET,
    bracketed,
    labelled,
    name_of,
    person_name,
    sentence,
)
from opshandover.layout.views import attention
from opshandover.layout.words.labels import PUNCTUATION, SYMBOLS
from opshandover.layout.words.scalars import format_date
from opshandover.model import Level, OpsDocument, Risk, Task
from opshandover.model.items import OpenItem
from opshandover.text import Lang


def pressing(document: OpsDocument, lang: Lang) -> Iterator[str]:
    """Says each item that cannot wait in a line: its mark, why, whose, until when, what next."""
    for entry in attention.pressing(document):
        item, sign = entry.item, _sign(entry.item)
        why = PUNCTUATION[lang].comma.join(said[lang].removeprefix(f"{sign} ") for said in entry.reasons)
        owner = person_name(item.new_owner) or person_name(getattr(item, "owner", None))
        due = "due" if item.due else "next_check"
        on: date | None = getattr(item, due)
        parts = (
            f"{sign} {name_of(item, lang)}{bracketed(why, lang)}",
            labelled(Task, "owner", owner, lang),
            labelled(OpenItem, due, format_date(on) if on else "", lang),
            labelled(OpenItem, "next_step", sentence(item.next_step, lang), lang),
        )
        yield PUNCTUATION[lang].semicolon.join(filter(None, parts))


def _sign(item: OpenItem) -> str:
    """Gives the sign of an item's rank, which stands for the eye at the head of the line."""
    high = isinstance(item, Risk) and is_high(item)
    rank = Level.HIGH if high else getattr(item, "priority", None)
    return SYMBOLS.get(rank, BULLET) if rank else BULLET
