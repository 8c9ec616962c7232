"""The colours of a document derived from one, so that all text in them is readable.

Contrast is that of the Web Content Accessibility Guidelines 2.2: the ratio of the relative
luminances, from 1 to 21; text requires 4.5.
"""

import re

from attrs import frozen

from opshandover.errors import OptionError
from opshandover.redaction import excerpt
from opshandover.text import message

ACCENT, WHITE = "1F4E63", "FFFFFF"
NIGHT = "14181B"
"""The ground of a dark screen."""
READABLE = 4.5
_HEXADECIMAL = re.compile(r"#?([0-9A-Fa-f]{6})")
_DARKER = 0.97
_TINT, _PALE, _HAIRLINE, _LINK = 0.91, 0.955, 0.76, 0.12
"""The share of white that is mixed into the accent."""
_GREY = "5F6B70"
_GREYED, _FAINT = 0.8, 0.09
_LIGHT_GREY, _LIGHTER = "9AA5AB", 0.06

Channels = tuple[int, int, int]


def colour_of(given: str) -> str:
    """Return a colour as six capital hexadecimal digits.

    Raises:
        OptionError: it is not six hexadecimal digits.
    """
    found = _HEXADECIMAL.fullmatch(given)
    if found is None:
        raise OptionError(
            message(
                "选项 colour：应为六位十六进制颜色，例如 1F4E63 或 #1F4E63，实际为“{got}”",
                "option colour: expected a colour of six hexadecimal digits such as 1F4E63 or #1F4E63, got '{got}'",
                got=excerpt(given),
            )
        )
    return found[1].upper()


@frozen
class Shades:
    """A colour and what is derived from it: grounds (tint, pale), lines, and tones for text on any of them."""

    accent: str
    tint: str
    pale: str
    hairline: str
    link: str
    quiet: str
    faint: str


def shades_of(colour: str) -> Shades:
    """Return the shades of a colour, which is darkened until text in it is readable."""
    accent = colour
    while contrast(accent, mixed(accent, WHITE, _TINT)) < READABLE:
        accent = mixed(accent, "000000", 1 - _DARKER)
    tint = mixed(accent, WHITE, _TINT)
    quiet = mixed(accent, _GREY, _GREYED)
    return Shades(
        accent=accent,
        tint=tint,
        pale=mixed(accent, WHITE, _PALE),
        hairline=mixed(accent, WHITE, _HAIRLINE),
        link=readable(mixed(accent, WHITE, _LINK), tint),
        quiet=readable(quiet, tint),
        faint=readable(mixed(quiet, WHITE, _FAINT), tint),
    )


def dark_shades_of(accent: str) -> Shades:
    """Return the shades on a dark ground of a colour that is dark enough for a light one."""
    tint = mixed(mixed(NIGHT, accent, 0.34), WHITE, 0.06)
    light = _readable_on_dark(mixed(accent, WHITE, 0.5), tint)
    quiet = _readable_on_dark(mixed(light, _LIGHT_GREY, 0.8), tint)
    return Shades(
        accent=light,
        tint=tint,
        pale=mixed(mixed(NIGHT, accent, 0.16), WHITE, 0.03),
        hairline=mixed(tint, WHITE, 0.14),
        link=_readable_on_dark(mixed(light, WHITE, 0.1), tint),
        quiet=quiet,
        faint=quiet,
    )


def readable(colour: str, ground: str) -> str:
    """Darken a colour until text in it is readable on a light background."""
    while contrast(colour, ground) < READABLE:
        colour = mixed(colour, "000000", 1 - _DARKER)
    return colour


def _readable_on_dark(colour: str, ground: str) -> str:
    """Lighten a colour until text in it is readable on a dark background."""
    while contrast(colour, ground) < READABLE:
        colour = mixed(colour, WHITE, _LIGHTER)
    return colour


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, part: float) -> str:
    """Mix a share of another colour into one."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "".join(f"{round(one + (two - one) * part):02X}" for one, two in pairs)


def _channels(colour: str) -> Channels:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
