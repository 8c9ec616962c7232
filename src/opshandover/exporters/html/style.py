"""The style sheet: one file, in the shades of a colour for light and for dark screens."""

from collections.abc import Mapping
from importlib.resources import files
from string import Template

from attrs import asdict

from opshandover.exporters.colours import READABLE, WHITE, Shades, contrast, mixed, shades_of

_NIGHT = "14181B"
"""The ground of a dark screen."""
_GREY = "9AA5AB"
_LIGHTER = 0.06


def style_sheet(colour: str) -> str:
    """Return the style sheet in shades of a colour."""
    source = (files("opshandover.exporters.html") / "style.css").read_text(encoding="utf-8")
    return Template(source).substitute(shades_by_name(colour))


def shades_by_name(colour: str) -> Mapping[str, str]:
    """The shades of a colour for light and for dark screens, by the names that style sheets call them."""
    light = shades_of(colour)
    dark = {f"dark_{name}": value for name, value in asdict(_on_dark(light.accent)).items()}
    return {**asdict(light), **dark, "night": _NIGHT}


def _on_dark(accent: str) -> Shades:
    """Return the shades on a dark ground of a colour that is dark enough for a light one."""
    tint = mixed(mixed(_NIGHT, accent, 0.34), WHITE, 0.06)
    light = _readable(mixed(accent, WHITE, 0.5), tint)
    quiet = _readable(mixed(light, _GREY, 0.8), tint)
    return Shades(
        accent=light,
        tint=tint,
        pale=mixed(mixed(_NIGHT, accent, 0.16), WHITE, 0.03),
        hairline=mixed(tint, WHITE, 0.14),
        link=_readable(mixed(light, WHITE, 0.1), tint),
        quiet=quiet,
        faint=quiet,
    )


def _readable(colour: str, ground: str) -> str:
    """Lighten a colour until text in it is readable on a dark background."""
    while contrast(colour, ground) < READABLE:
        colour = mixed(colour, WHITE, _LIGHTER)
    return colour
