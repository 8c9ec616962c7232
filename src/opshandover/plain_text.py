"""Plain text on one line: its width, shortening, and bars made of characters."""

import re
import unicodedata
from collections.abc import Iterable
from unicodedata import east_asian_width

ELLIPSIS = "…"
LONGEST = 120
"""The default width to which texts are shortened."""

FULL, LEFT = "█", "░"
"""The characters of a bar."""

# Control characters are not allowed in text files: C0 is replaced by its Unicode control picture, other
# characters that no character reference may name by the replacement character.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_UNREADABLE = re.compile(
    "[\x80-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
"""Invisible characters that scripts and emoji need; harmless to a terminal."""


def printable(text: str) -> str:
    """A text without line breaks and terminal control sequences."""
    if text.isprintable():
        return text
    return "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE:
        return char
    return char.encode("unicode_escape").decode("ascii")


def is_wide(char: str) -> bool:
    """Whether a character is as wide as two Latin letters, as Chinese characters are."""
    return east_asian_width(char) in "WF"


def width(text: str) -> int:
    """The width of a text in Latin letters; a Chinese character counts as two."""
    if text.isascii():
        return len(text)
    widths = "".join(map(east_asian_width, text))
    return len(text) + widths.count("W") + widths.count("F")


def greatest_width(texts: Iterable[str]) -> int:
    """The width of the widest of some texts."""
    greatest = 0
    for text in texts:
        # Twice the maximum width of the text, see `fits_width`: calling `width` for each text would cost more.
        if len(text) + len(text.encode("utf-8", "surrogatepass")) > 2 * greatest:
            greatest = max(greatest, width(text))
    return greatest


def fits_width(text: str, room: int) -> bool:
    """Whether a text is no wider than `room`.

    For most texts the number of bytes decides: a wide character has at least two bytes more than a Latin
    letter.
    """
    length = len(text)
    if length > room:
        return False
    more = len(text.encode(errors="surrogatepass")) - length
    return length + more // 2 <= room or width(text) <= room


def clean(text: str) -> str:
    """Make control characters visible and line ends uniform; all other text stays as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub(lambda found: _picture(found[0]), text)
    return _UNREADABLE.sub("\ufffd", text)


def _picture(char: str) -> str:
    return "\u2421" if char == "\x7f" else chr(0x2400 + ord(char))


def shortened(text: str, room: int = LONGEST) -> str:
    """Put a text on one line, cut to a width with an ellipsis, between words or characters."""
    line = " ".join(clean(text).split())
    if fits_width(line, room):
        return line
    at, left = 0, room - width(ELLIPSIS)
    while (left := left - width(line[at])) >= 0:
        at += 1
    while at and _is_combined(line, at):
        at -= 1
    head = line[:at]
    words, gap, rest = head.rpartition(" ")
    return (words if gap and len(rest) < room // 4 else head).rstrip() + ELLIPSIS


def clipped(text: str, room: int = LONGEST) -> str:
    """Shorten a text at the end of a sentence or clause if one ends in the second half of the room, else as `shortened`.

    Half a clause may say the opposite of the whole, or leave out the one word that matters.
    """
    short = shortened(text, room)
    if not short.endswith(ELLIPSIS) or short == " ".join(clean(text).split()):
        return short
    for ends in _ENDS:
        *_, last = (0, *(found.end() for found in ends.finditer(short)))
        if 2 * width(short[:last]) >= room:
            return short[:last].rstrip(" ，、；,;") + ELLIPSIS
    return short


_ENDS = (re.compile(r"[。！？；]|[.!?;](?= )"), re.compile("[，、]|,(?= )"))
"""Where sentences end, and where clauses do."""


def _is_combined(text: str, at: int) -> bool:
    """Whether the character at an index belongs to the one before it, as parts of an emoji do."""
    if text[at] in _FLAGS:
        before = len(text[:at]) - len(text[:at].rstrip(_FLAGS))
        return before % 2 == 1
    joined = "\u200d" in (text[at], text[at - 1])
    return joined or unicodedata.category(text[at])[0] == "M" or text[at] in _SKINS


_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_SKINS = "".join(map(chr, range(0x1F3FB, 0x1F400)))


def bar(full: int, length: int, full_sign: str = FULL, rest_sign: str = LEFT) -> str:
    """Draw a bar with characters; `full` may exceed the length."""
    return full_sign * full + rest_sign * (length - full)
