"""What a record is called in a heading or in a label."""

from opshandover.layout.words.labels import NUMBERED
from opshandover.layout.words.values import title_of
from opshandover.model.base import Record
from opshandover.plain_text import fits
from opshandover.text import Lang

LONGEST_LABEL = 100
_LONGEST_TITLE = 60


def is_title(text: str, longest: int = _LONGEST_TITLE) -> bool:
    """Says whether a text is short enough to be a heading."""
    return bool(text.strip()) and "\n" not in text and fits(text, longest)


def short_title(record: Record, lang: Lang, number: int, longest: int = _LONGEST_TITLE) -> str:
    """Gives what a record is called in a heading, while its full title stands elsewhere."""
    title = title_of(record, lang)
    if is_title(title, longest):
        return title
    return NUMBERED[lang].format(label=type(record).label[lang], number=number)
