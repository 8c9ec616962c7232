"""The style sheet: one file, in the shades of a colour for light and for dark screens."""

from importlib.resources import files
from string import Template

from attrs import asdict

from opshandover.exporters.colours import READABLE, WHITE, Shades, contrast, mixed, shades_of

_NIGHT = "14181B"
"""The ground of a dark screen."""
_LIGHTER = 0.03


def style_sheet(colour: str) -> str:
    """Return the style sheet in shades of a colour."""
    source = (files("opshandover.exporters.html") / "style.css").read_text(encoding="utf-8")
    dark = {f"dark_{name}": value for name, value in asdict(_dark_shades_of(colour)).items()}
    return Template(source).substitute(asdict(shades_of(colour)), night=_NIGHT, **dark)


def _dark_shades_of(colour: str) -> Shades:
    """Return the shades of a colour on a dark ground, which is lightened until text in it is readable."""
    tint, pale = mixed(_NIGHT, colour, 0.34), mixed(_NIGHT, colour, 0.16)
    tint, pale = mixed(tint, WHITE, 0.06), mixed(pale, WHITE, 0.03)
    accent = _readable(mixed(colour, WHITE, 0.5), tint)
    quiet = _readable(mixed(accent, "9AA5AB", 0.8), tint)
    return Shades(
        accent=accent,
        tint=tint,
        pale=pale,
        hairline=mixed(tint, WHITE, 0.14),
        link=_readable(mixed(accent, WHITE, 0.1), tint),
        quiet=quiet,
        faint=quiet,
    )


def _readable(colour: str, ground: str) -> str:
    while contrast(colour, ground) < READABLE + 1:
        colour = mixed(colour, WHITE, _LIGHTER)
    return colour
