"""Plain text on one line: how wide it is, how it ends where there is no more room, bars of characters."""

import re
import unicodedata
from collections.abc import Iterable
from unicodedata import east_asian_width

AND_SO_ON = "…"
LONGEST = 120
"""What takes more room than this is shortened, where nothing else is said."""

FULL, LEFT = "█", "░"
"""The parts of a bar."""

# Control characters have no place in a text file: C0 is shown by its picture, the rest of what
# no character reference may name by the sign for "unreadable".
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_UNREADABLE = re.compile(
    "[\x80-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


def is_wide(char: str) -> bool:
    """Whether a character takes the room of two Latin letters, as a Chinese one does."""
    return east_asian_width(char) in "WF"


def width(text: str) -> int:
    """The room that a text takes on a line, in Latin letters; a Chinese one takes two."""
    if text.isascii():
        return len(text)
    widths = "".join(map(east_asian_width, text))
    return len(text) + widths.count("W") + widths.count("F")


def greatest_width(texts: Iterable[str]) -> int:
    """The room that the widest of some texts takes."""
    greatest = 0
    for text in texts:
        # Twice what the text takes at most, see `fits_width`: a call for each text would cost more.
        if len(text) + len(text.encode("utf-8", "surrogatepass")) > 2 * greatest:
            greatest = max(greatest, width(text))
    return greatest


def fits_width(text: str, room: int) -> bool:
    """Whether a text takes no more than some room.

    Most texts need not be taken apart for it: a letter that takes two places has at least two bytes
    more than a Latin one.
    """
    length = len(text)
    if length > room:
        return False
    more = len(text.encode(errors="surrogatepass")) - length
    return length + more // 2 <= room or width(text) <= room


def clean(text: str) -> str:
    """Makes control characters visible and line ends uniform; all other text stays as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub(lambda found: _picture(found[0]), text)
    return _UNREADABLE.sub("\ufffd", text)


def _picture(char: str) -> str:
    return "\u2421" if char == "\x7f" else chr(0x2400 + ord(char))


def shortened(text: str, room: int = LONGEST) -> str:
    """Puts a text on one line, and ends it, between two words or letters, where there is no more room."""
    line = " ".join(clean(text).split())
    if fits_width(line, room):
        return line
    at, left = 0, room - width(AND_SO_ON)
    while (left := left - width(line[at])) >= 0:
        at += 1
    while at and _clings(line, at):
        at -= 1
    head = line[:at]
    words, gap, rest = head.rpartition(" ")
    return (words if gap and len(rest) < room // 4 else head).rstrip() + AND_SO_ON


def _clings(text: str, at: int) -> bool:
    """Whether the letter at a place belongs to the one before it, as parts of emoji do."""
    if text[at] in _FLAGS:
        before = len(text[:at]) - len(text[:at].rstrip(_FLAGS))
        return before % 2 == 1
    joined = "\u200d" in (text[at], text[at - 1])
    return joined or unicodedata.category(text[at])[0] == "M" or text[at] in _SKINS


_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_SKINS = "".join(map(chr, range(0x1F3FB, 0x1F400)))


def bar(full: int, length: int, full_sign: str = FULL, rest_sign: str = LEFT) -> str:
    """Draws a share of a length with characters; what is beyond the length is drawn as well."""
    return full_sign * full + rest_sign * (length - full)
