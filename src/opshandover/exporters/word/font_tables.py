"""The tables of a font, unpacked and reduced by fontTools, which comes with the extra `fonts`.

What they claim to hold is checked first wherever a few bytes can stand for gigabytes.
"""

import logging
from collections.abc import Iterable
from importlib import import_module
from io import BytesIO
from itertools import pairwise
from struct import iter_unpack, pack, unpack_from
from typing import Any

_LONGEST_NAME = 63
_MOST_NAMES = 2_000
_MOST_CHARACTERS = 0x110000
_WINDOWS, _ENGLISH, _FAMILY = 3, 0x409, 1
_UNICODE = (1, 10)
"""The encodings under which Windows looks for characters."""
_KEPT_NAMES = [*range(7), 13, 14]
"""Names, version, copyright and licence."""
_SHAPING = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
"""Tables that Chinese text on horizontal lines does without, and that take most of the time."""

logging.getLogger("fontTools").addHandler(logging.NullHandler())  # else its remarks on odd tables go to the prompt


def open_font(data: bytes, number: int = -1) -> Any:
    """Return the font in a file, or one of a collection; its tables are read when they are asked for.

    Raises:
        ImportError: fontTools is missing.
    """
    library: Any = import_module("fontTools.ttLib")
    return library.TTFont(BytesIO(data), fontNumber=number, lazy=True, recalcBBoxes=False, recalcTimestamp=False)


def family_names(font: Any) -> tuple[str, ...]:
    """Return the names of the family that can stand in a document, the English one first.

    Raises:
        ValueError: there are too many.
    """
    if unpack_from(">H", font.reader["name"], 2)[0] > _MOST_NAMES:
        raise ValueError("too many names")
    found = [each for each in font["name"].names if (each.platformID, each.nameID) == (_WINDOWS, _FAMILY)]
    found.sort(key=lambda each: bool(each.langID != _ENGLISH))
    names = dict.fromkeys(str(each.toUnicode()).strip() for each in found)
    return tuple(name for name in names if _is_usable(name))


def _is_usable(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and name.isprintable() and not set(name) & set('<>&",')


def subset(font: Any, characters: Iterable[str], *, shaping: bool) -> None:
    """Leave only what some characters need in a font; `shaping` keeps ligatures and kerning.

    Raises:
        ValueError: its tables are not what they claim to be.
    """
    library: Any = import_module("fontTools.subset")
    _check_glyphs(font)
    _limit_characters(font)
    options = library.Options(name_languages=["*"], name_IDs=_KEPT_NAMES)
    options.drop_tables += [] if shaping else _SHAPING
    subsetter = library.Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)


def _check_glyphs(font: Any) -> None:
    """Ensure that no part of the file belongs to two glyphs."""
    if "loca" in font and any(before > after for before, after in pairwise(font["loca"].locations)):
        raise ValueError("overlapping glyphs")


def _limit_characters(font: Any) -> None:
    """Leave only the tables of characters that Windows looks at, once it is known how many they hold."""
    library: Any = import_module("fontTools.ttLib")
    raw: bytes = font.reader["cmap"]
    (count,) = unpack_from(">H", raw, 2)
    offsets = {
        encoding: offset
        for platform, encoding, offset in iter_unpack(">HHL", raw[4 : 4 + 8 * count])
        if platform == _WINDOWS and encoding in _UNICODE
    }
    if not offsets or any(_claimed(raw, offset) > _MOST_CHARACTERS for offset in offsets.values()):
        raise ValueError("no usable table of characters")
    head = pack(">HH", 0, len(offsets)) + b"".join(pack(">HHL", _WINDOWS, *each) for each in sorted(offsets.items()))
    table = library.newTable("cmap")
    table.decompile(head + raw[len(head) :], font)
    font["cmap"] = table


def _claimed(raw: bytes, at: int) -> int:
    """Return how many characters a table claims to hold, without unpacking it."""
    (kind,) = unpack_from(">H", raw, at)
    if kind == 4:
        number = unpack_from(">H", raw, at + 6)[0] // 2
        ends = unpack_from(f">{number}H", raw, at + 14)
        starts = unpack_from(f">{number}H", raw, at + 16 + 2 * number)
        return sum(max(0, end - start + 1) for start, end in zip(starts, ends, strict=True))
    if kind == 12:
        (number,) = unpack_from(">L", raw, at + 12)
        groups = iter_unpack(">LLL", raw[at + 16 : at + 16 + 12 * number])
        return sum(max(0, end - start + 1) for start, end, _ in groups)
    raise ValueError("unknown kind of table")
