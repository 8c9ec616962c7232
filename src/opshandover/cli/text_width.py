"""How wide text is on a terminal, and where its lines may be broken.

Chinese has no spaces, and its characters take two cells each, so that breaking at spaces and
counting characters, as the standard library does, tears it apart.
"""

import unicodedata

from opshandover.plain_text import is_wide

_OPENING = "（【《“‘「『([{<"
_CLOSING = "）】》”’」』)]}>，。；：、！？…—,.;:!?%"


def cells(text: str) -> int:
    """Counts the cells that a text takes."""
    return sum(map(_cells_of, text))


def padded(text: str, width: int) -> str:
    """Gives a text filled with spaces up to a number of cells."""
    return text + " " * (width - cells(text))


def lines_of(text: str, width: int, hang: int = 0) -> list[tuple[int, int]]:
    """Breaks one line of text, and gives start and end of each part.

    Args:
        text: the text, without line breaks.
        width: the cells that there are in a line.
        hang: the cells by which all lines but the first are indented.
    """
    found: list[tuple[int, int]] = []
    start, used, room = 0, 0, width
    chance = 0
    for i, char in enumerate(text):
        if i > start and _may_break(text, i):
            chance = i
        size = _cells_of(char)
        if used + size > room and not char.isspace() and i > start:
            stop = chance if chance > start else i
            found.append((start, stop))
            start, room = stop, max(width - hang, 2)
            used = cells(text[stop:i])
        used += size
    found.append((start, len(text)))
    return [(a, a + len(text[a:b].rstrip())) for a, b in found]


def wrapped(text: str, width: int, hang: int = 0) -> str:
    """Gives one line of text broken into lines."""
    indent = "\n" + " " * hang
    return indent.join(text[a:b] for a, b in lines_of(text, width, hang))


def _may_break(text: str, i: int) -> bool:
    """Says whether a line may end before the character at `i`."""
    before, after = text[i - 1], text[i]
    if after.isspace() or before.isspace():
        return before.isspace() and not after.isspace()
    if after in _CLOSING or before in _OPENING:
        return False
    return _cells_of(before) == 2 or _cells_of(after) == 2


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 1 + is_wide(char)
