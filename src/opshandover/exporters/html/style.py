"""The style sheet: one file, in the shades of a colour for light and for dark screens."""

from collections.abc import Mapping
from importlib.resources import files
from string import Template

from attrs import asdict

from opshandover.colours import NIGHT, dark_shades_of, shades_of


def style_sheet(colour: str) -> str:
    """Return the style sheet in shades of a colour."""
    source = (files("opshandover.exporters.html") / "style.css").read_text(encoding="utf-8")
    return Template(source).substitute(shades_by_name(colour))


def shades_by_name(colour: str) -> Mapping[str, str]:
    """The shades of a colour for light and for dark screens, by the names that style sheets call them."""
    light = shades_of(colour)
    dark = {f"dark_{name}": value for name, value in asdict(dark_shades_of(light.accent)).items()}
    return {**asdict(light), **dark, "night": NIGHT}
