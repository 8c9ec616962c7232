"""The width of text in the fonts of the themes, to measure columns and pages.

The widths are those of Helvetica and Times, which Arial and Times New Roman share, from the font
metrics. An unknown font is taken to be as wide as Arial, which is wider than most.
"""

import re
from collections.abc import Mapping
from math import ceil

from attrs import Factory, field, frozen

from opshandover.ooxml.xml import count_wide

_THOUSANDTHS_IN_UNIT = 4
"""The widest letter has 254 units, so that a width fits in one byte."""
_CHINESE = 250
_OTHER = 139
"""The width of a non-ASCII letter: most are vowels with an accent."""
_SCRIPT_GAP = 62
"""The gap that Word inserts between a Chinese character and a Latin letter."""

_SYMBOL = re.compile("[\u2190-\u27bf]")
"""Arrows and shapes, which are as wide as a Chinese character."""
_DATE_AND_TIME = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)")
_PIECE = re.compile(r"[!-~]+\s*|[^!-~]\s*")
"""An unbreakable piece: a word, or a character of a script that breaks anywhere."""
_SCRIPT_CHANGE = re.compile("[A-Za-z0-9](?:(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff].))")

_SANS = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r", 334: "{}", 355: '"',
    389: "*", 469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu", 584: "+<=>~",
    611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W",
    1015: "@",
}  # fmt: skip
_SANS_BOLD = {
    238: "'", 278: " ,./I\\ijl", 280: "|", 333: "!()-:;[]`ft", 389: "*r{}", 474: '"', 500: "z",
    556: "#$0123456789J_aceksvxy", 584: "+<=>^~", 611: "?FLTZbdghnopqu", 667: "EPSVXY",
    722: "&ABCDHKNRU", 778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@",
}  # fmt: skip
_SERIF = {
    180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr", 389: "Js", 408: '"',
    444: "?acez", 469: "^", 480: "{}", 500: "#$*0123456789_bdghknopquvxy", 541: "~", 556: "FPS",
    564: "+<=>", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw", 778: "&m", 833: "%", 889: "M",
    921: "@", 944: "W",
}  # fmt: skip
_SERIF_BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt", 389: "Is", 394: "{}", 444: "cerz",
    500: "#$*0123456789?J_agovxy", 520: "~", 555: '"', 556: "Sbdhknpqu", 570: "+<=>", 581: "^",
    611: "FP", 667: "BELTZ", 722: "ACDNRUVXYw", 778: "GHKOQ", 833: "&m", 930: "@", 944: "M",
    1000: "%W",
}  # fmt: skip


@frozen
class Font:
    """A font in one weight; `widths` has the width of each ASCII character.

    `words` has the same for the characters of words, and a space for every other byte of UTF-8.
    """

    widths: bytes
    words: bytes = field(init=False, default=Factory(lambda self: _words(self.widths), takes_self=True))

    def width(self, text: str) -> float:
        """Return the width of a line of text, relative to the type size."""
        letters = text.encode("ascii", "ignore")
        units = sum(letters.translate(self.widths))
        if len(letters) < len(text):
            wide = count_wide(text) + len(_SYMBOL.findall(text))
            others = len(text) - len(letters) - wide
            units += wide * _CHINESE + others * _OTHER + len(_SCRIPT_CHANGE.findall(text)) * _SCRIPT_GAP
        return units / _CHINESE

    def widest_word(self, text: str) -> float:
        """Return the width of the widest word of a text, relative to the type size.

        A date and its time count as one word.
        """
        together = _DATE_AND_TIME.sub(r"\1,\2", text) if ":" in text else text
        words = together.encode("utf-8", "ignore").translate(self.words).split()
        return max(map(sum, words), default=0) / _CHINESE

    def lines(self, text: str, room: float, *, more: float = 0) -> int:
        """Return the number of lines of a text that is broken between words and at line feeds.

        Args:
            text: the text.
            room: the width of a line, relative to the type size.
            more: what is added to each character, relative to the type size.
        """
        return sum(self._broken(line, room, more) for line in text.split("\n"))

    def _broken(self, line: str, room: float, more: float) -> int:
        if self.width(line) + len(line) * more <= room:
            return 1
        count, used = 1, 0.0
        for piece in _PIECE.findall(line):
            word = piece.rstrip()
            needed = self.width(word) + len(word) * more
            if used and used + needed > room:
                count, used = count + 1, 0.0
            if needed > room:
                full = ceil(needed / room) - 1
                count, needed = count + full, needed - full * room
            used += needed + (len(piece) - len(word)) * self.width(" ")
        return count


def _words(widths: bytes) -> bytes:
    return bytes(width if chr(code) > " " and width else ord(" ") for code, width in enumerate(widths))


def _font(thousandths: Mapping[int, str]) -> Font:
    widths = bytearray(256)
    for width, letters in thousandths.items():
        for letter in letters:
            widths[ord(letter)] = ceil(width / _THOUSANDTHS_IN_UNIT)
    return Font(bytes(widths))


WIDEST = 1.016
"""The width of the widest character, relative to the type size."""
_ARIAL = _font(_SANS), _font(_SANS_BOLD)
_FONTS = {"Times New Roman": (_font(_SERIF), _font(_SERIF_BOLD))}


def find_font(font: str, *, bold: bool = False) -> Font:
    """Return a font by its name."""
    return _FONTS.get(font, _ARIAL)[bold]
