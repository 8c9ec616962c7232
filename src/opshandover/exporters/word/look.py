"""What a Word file looks like: fonts, sizes of type, colours and page, and the fixed measures.

Lengths are in twips, a twentieth of a point (1 mm is 56.7); sizes of type are in half points;
lines of a border are in eighths of a point. Colours are RGB in hexadecimal.
"""

from attrs import frozen


@frozen(kw_only=True)
class Look:
    """What a designer would want to change, and what a theme is made of."""

    page_width: int = 11906
    page_height: int = 16838
    margin_top: int = 1134
    margin_right: int = 1247
    margin_bottom: int = 1134
    margin_left: int = 1247
    edge: int = 624

    latin: str = "Arial"
    chinese: str = "微软雅黑"
    chinese_emphasis: str = "楷体"
    monospace: str = "Consolas"
    symbols: str = "Segoe UI Symbol"

    body_size: int = 21
    table_size: int = 18
    small_size: int = 16
    aside_size: int = 15

    accent: str = "1F4E63"
    ink: str = "22292E"
    quiet: str = "6B777E"
    hairline: str = "CBD5DA"
    tint: str = "EAF0F3"
    pale: str = "F5F8F9"
    link: str = "2A6A86"
    faint: str = "98A3A9"

    @property
    def text_width(self) -> int:
        """How wide the text may be, from margin to margin."""
        return self.page_width - self.margin_left - self.margin_right


CELL_SIDE = 90
CELL_TOP = 28
WIDEST_WORD = 1900
"""A column need not be wider than this for a word's sake: an address may be broken."""
LEAST_TEXT = 1700
"""What is longer than this should still find so much room, or it stands tall and thin."""
BOX_SIDE, BOX_TOP, BOX_BOTTOM = 200, 80, 0

LIST_STEP, TABLE_LIST_STEP = 400, 220
QUOTE_STEP = 340
CODE_STEP = 120
LEAST_ROOM = 900
LEAST_LABEL = 1250
"""Labels of facts under one another line up from table to table when they are this wide."""
SIGNATURE_HEIGHT = 680
WIDEST_LABEL = 27
"""The percentage of the width that labels of facts under one another take at most."""
KEPT_ROWS = 3
"""A table of no more rows than this stays whole on a page."""
SPLIT_AT_LINES, SPLIT_FACTS_AT_LINES = 16, 6
"""A row with a cell of more lines than this may be split between two pages."""

TAGS = {"zh": "zh-CN", "en": "en-US"}
"""What Word calls the languages."""

FLOW_ACROSS, FLOW_LEAST, FLOW_ARROW, FLOW_SIDE = 4, 2100, 380, 40
"""So many boxes of a flow stand side by side, if each with its arrow gets the second as its room."""

HEADING_LEVELS = 6
NUMBERED_LEVELS = 4
HEADING_NUMBERS, NO_NUMBERS, BULLETS = 1, 2, 3
"""The ids of the numberings that every document has; ordered lists get the ones after them."""
