"""The style sheet: one file, in the shades of a colour for light and for dark screens."""

from importlib.resources import files
from string import Template

from attrs import asdict

from opshandover.colours import NIGHT, dark_shades_of, shades_of


def style_sheet(colour: str) -> str:
    """Return the style sheet in shades of a colour."""
    source = (files("opshandover.exporters.html") / "style.css").read_text(encoding="utf-8")
    light = shades_of(colour)
    dark = {f"dark_{name}": value for name, value in asdict(dark_shades_of(light.accent)).items()}
    return Template(source).substitute(asdict(light), night=NIGHT, **dark)
