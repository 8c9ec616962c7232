"""The colour of a company's file, in which our labels and rules are written."""

import re
from collections.abc import Mapping

from opshandover.exporters.word.company.style_reset import base_chain
from opshandover.ooxml.tree import Element, W, parse, value

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{6}")
_SHOWING = ("heading 1", "title")
"""The styles that show a company's colour, by their names."""
_OFFICE = frozenset("4F81BD 5B9BD5 4472C4 156082 0F4761".split())
"""The first accent colours that Office has, which say nothing about a company."""
_BLACK = "000000"
_NAMES = {"text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1", "background2": "lt2"}


def company_colour(styles: bytes | None, theme: bytes | None) -> str:
    """Return the colour of a company: that of its headings, or the first accent of its theme; "" if it has none.

    A file whose headings are black, and whose theme is that of Office, is black.

    Args:
        styles: the styles part of the company's file.
        theme: its theme part.
    """
    accents = _theme_colours(theme)
    accent = accents.get("accent1", "")
    by_id = {value(style, "styleId"): style for style in parse(styles).findall(f"{W}style")} if styles else {}
    headings = {value(style.find(f"{W}name")).casefold(): name for name, style in by_id.items()}
    shown = [_colour_of(headings[name], by_id, accents) for name in _SHOWING if name in headings]
    if found := next(filter(None, shown), ""):
        return found
    return _BLACK if shown and accent in _OFFICE else accent


def _colour_of(name: str, by_id: Mapping[str, Element], accents: Mapping[str, str]) -> str:
    """Return the colour that a style gives its text, "" if none or that of all text."""
    for style in base_chain(name, by_id):
        colour = style.find(f"{W}rPr/{W}color")
        if colour is not None:
            written = value(colour, "themeColor")
            named = accents.get(_NAMES.get(written, written), "")
            found = named or value(colour)
            return found.upper() if _HEXADECIMAL.fullmatch(found) else ""
    return ""


def _theme_colours(theme: bytes | None) -> dict[str, str]:
    """Return the colours of a theme by their names."""
    scheme = None if theme is None else parse(theme).find(f".//{_DRAWING}clrScheme")
    found: dict[str, str] = {}
    for each in () if scheme is None else scheme:
        colour = each.find(f"{_DRAWING}srgbClr")
        system = each.find(f"{_DRAWING}sysClr")
        written = str(colour.get("val", "")) if colour is not None else ""
        written = written or (str(system.get("lastClr", "")) if system is not None else "")
        if _HEXADECIMAL.fullmatch(written):
            found[str(each.tag).removeprefix(_DRAWING)] = written.upper()
    return found
