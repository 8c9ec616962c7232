"""The title of a record in a heading or a label."""

from collections.abc import Collection

from opshandover.layout.words.labels import NUMBERED
from opshandover.layout.words.readable import can_name, is_heading_of, is_label
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record
from opshandover.plain_text import fits_width
from opshandover.text import Lang

LONGEST_LABEL = 100
_LONGEST_TITLE = 60


def is_title(text: str, longest: int = _LONGEST_TITLE) -> bool:
    """Whether a text is short enough for a heading."""
    return bool(text.strip()) and "\n" not in text and fits_width(text, longest)


def heads(record: Record, title: str) -> bool:
    """Whether the title of a record can be its heading: short enough, and no label or heading of the page."""
    return is_title(title) and not is_label(title) and not is_heading_of(type(record), title)


def short_title(
    record: Record, lang: Lang, number: int, longest: int = _LONGEST_TITLE, doubtful: Collection[str] = ()
) -> str:
    """Return the title of a record for a heading, numbered if its own title is too long or could be another's.

    `doubtful` are titles that several records have.
    """
    title = title_of(record, lang)
    is_own = title not in doubtful and not is_label(title) and not is_heading_of(type(record), title)
    if is_title(title, longest) and is_own and can_name(record, lang):
        return title
    return NUMBERED[lang].format(label=type(record).label[lang], number=number)
