"""The width of text on a terminal, and where lines may break.

Chinese has no spaces, and its characters take two cells each: breaking at spaces and counting
characters, as the standard library does, does not work for it.
"""

import unicodedata

from opshandover.plain_text import is_wide

_OPENING = "（【《“‘「『([{<"
_CLOSING = "）】》”’」』)]}>，。；：、！？…—,.;:!?%"


def cells(text: str) -> int:
    """The number of cells that a text takes."""
    return sum(map(_char_cells, text))


def padded(text: str, width: int) -> str:
    """A text padded with spaces to a number of cells."""
    return text + " " * (width - cells(text))


def break_lines(text: str, width: int, hang: int = 0) -> list[tuple[int, int]]:
    """Where one line of text is broken: start and end of each part.

    Args:
        text: the text, without line breaks.
        width: the cells in a line.
        hang: the indentation of all lines but the first, in cells.
    """
    found: list[tuple[int, int]] = []
    start, used, room = 0, 0, width
    break_at = 0
    for i, char in enumerate(text):
        if i > start and _may_break(text, i):
            break_at = i
        size = _char_cells(char)
        while used + size > room and not char.isspace() and i > start:
            stop = break_at if break_at > start else i
            found.append((start, stop))
            start, room = stop, max(width - hang, 2)
            used = cells(text[stop:i])
        used += size
    found.append((start, len(text)))
    return [(a, a + len(text[a:b].rstrip())) for a, b in found]


def wrapped(text: str, width: int, hang: int = 0) -> str:
    """One line of text broken into lines."""
    indent = "\n" + " " * hang
    return indent.join(text[a:b] for a, b in break_lines(text, width, hang))


def _may_break(text: str, i: int) -> bool:
    """Whether a line may end before the character at `i`."""
    before, after = text[i - 1], text[i]
    if after.isspace() or before.isspace():
        return before.isspace() and not after.isspace()
    if after in _CLOSING or before in _OPENING:
        return False
    return _char_cells(before) == 2 or _char_cells(after) == 2


def _char_cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 1 + is_wide(char)
