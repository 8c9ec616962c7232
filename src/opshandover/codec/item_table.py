"""The tables of open items that we write ourselves: their guard against formulas, and the kinds of their rows."""

import re
from collections.abc import Sequence
from unicodedata import category

from opshandover.document.item_rows import KIND, PLACE, SECTION
from opshandover.model import Record
from opshandover.placeholders import is_blank
from opshandover.text import LANGUAGES

_SIGNS = frozenset("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, also behind characters that show nothing."""
_NEXT_CELL = re.compile(r";(?='*\s*(?:[=@＝＠]|[+\-＋－][^\s)]))")
"""A formula in a cell of its own, where a spreadsheet is set to separate cells by semicolons."""
_GUARDED = re.compile(rf";'(?={_NEXT_CELL.pattern[4:]}")


def guarded(text: str) -> str:
    """A text with an apostrophe before each sign that a spreadsheet would take for the beginning of a formula.

    It stands before apostrophes that look like such a guard as well, so that `unguarded` has the same text again.
    """
    apart = _NEXT_CELL.sub(";'", text)
    bare = text.lstrip("'")
    return f"'{apart}" if bare.startswith("\t") or _first_sign(bare) in _SIGNS else apart


def unguarded(cell: str) -> str:
    """The text in a cell, without the apostrophes that `guarded` puts there; any other cell stays as it is."""
    if "'" not in cell:
        return cell
    joined = _GUARDED.sub(";", cell)
    return next((text for text in (joined.removeprefix("'"), joined) if guarded(text) == cell), cell)


def _first_sign(text: str) -> str:
    """The first character that is neither a semicolon nor invisible."""
    return next((char for char in text if char != ";" and category(char) != "Mn" and not is_blank(char)), "")


_MARKS = (
    *((KIND[lang], SECTION[lang], PLACE[lang]) for lang in LANGUAGES),
    ("kind", "section", "paths"),
)
"""The columns by which such a table is known, that of the kind first."""


def marks_of(headings: Sequence[str]) -> tuple[str, ...]:
    """The columns that say what and where each item is; none if the table is another."""
    return next((marks for marks in _MARKS if set(marks) <= set(headings)), ())


def is_of(kind: object, of: type[Record]) -> bool:
    """Whether the kind of a row, in either language, is that of a class."""
    return kind in [of.label[lang] for lang in LANGUAGES]
