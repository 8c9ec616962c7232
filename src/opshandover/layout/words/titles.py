"""The title of a record in a heading or a label."""

from opshandover.layout.words.labels import NUMBERED
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record
from opshandover.plain_text import fits_width
from opshandover.text import Lang

LONGEST_LABEL = 100
_LONGEST_TITLE = 60


def is_title(text: str, longest: int = _LONGEST_TITLE) -> bool:
    """Whether a text is short enough for a heading."""
    return bool(text.strip()) and "\n" not in text and fits_width(text, longest)


def short_title(record: Record, lang: Lang, number: int, longest: int = _LONGEST_TITLE) -> str:
    """Return the title of a record for a heading, numbered if its own title is too long."""
    title = title_of(record, lang)
    if is_title(title, longest):
        return title
    return NUMBERED[lang].format(label=type(record).label[lang], number=number)
