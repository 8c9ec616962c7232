"""The measures of the company's page, from the properties of the section that we write into."""

import re

from attrs import evolve

from opshandover.exporters.word.design import Design
from opshandover.ooxml.tree import Element, W, value

LEAST_WIDTH, LEAST_HEIGHT = 2500, 2000
"""The minimum text area (twips; 44 by 35 mm), below which no table fits."""
_LARGEST = 32_000
_BETWEEN_COLUMNS = 720
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi|)")
_UNITS = {"": 1, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240}


class MeasureError(Exception):
    """A page whose measures cannot be read, or leave no room for text."""


def with_page_of(design: Design, section: Element) -> Design:
    """Return the design with the page of a section; of several text columns, with the width of one.

    Raises:
        MeasureError: the measures cannot be read, or leave no room.
    """
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = _length(size, "w"), _length(size, "h")
    left, right, top, bottom, gutter = (
        _length(margins, name, 0) for name in ("left", "right", "top", "bottom", "gutter")
    )
    room = _column(section.find(f"{W}cols"), width - left - right - gutter)
    top, bottom = abs(top), abs(bottom)
    if room < LEAST_WIDTH or height - top - bottom < LEAST_HEIGHT or max(width, height) > _LARGEST:
        raise MeasureError
    return evolve(
        design,
        page_width=width,
        page_height=height,
        margin_left=left,
        margin_right=width - left - room,
        margin_top=top,
        margin_bottom=bottom,
        grid_lines=0,
        grid_characters=0,
    )


def _column(columns: Element | None, room: int) -> int:
    """Return the width of the narrowest text column."""
    if columns is None:
        return room
    own = [_length(column, "w") for column in columns.findall(f"{W}col")]
    if own and value(columns, "equalWidth") in ("0", "false", "off"):
        return min(own)
    number = max(1, _length(columns, "num", 1))
    return (room - (number - 1) * _length(columns, "space", _BETWEEN_COLUMNS)) // number


def _length(element: Element | None, name: str, otherwise: int | None = None) -> int:
    """Return a length in twips; it may be written with a unit."""
    written = value(element, name)
    if not written and otherwise is not None:
        return otherwise
    found = _LENGTH.fullmatch(written)
    if found is None:
        raise MeasureError
    return round(float(found[1]) * _UNITS[found[2]])
