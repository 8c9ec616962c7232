"""Measures, fonts and colours of the Word files: what a designer would want to change.

Lengths are in twips, a twentieth of a point (1 mm is 56.7); sizes of type are in half points;
lines of a border are in eighths of a point. Colours are RGB in hexadecimal.
"""

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
MARGIN, MARGIN_TOP = 1247, 1134
EDGE = 624
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

LATIN = "Arial"
CHINESE = "微软雅黑"
CHINESE_EMPHASIS = "楷体"
MONOSPACE = "Consolas"
SYMBOLS = "Segoe UI Symbol"

BODY_SIZE = 21
TABLE_SIZE = 18
SMALL_SIZE = 16
ASIDE_SIZE = 15

ACCENT = "1F4E63"
INK = "22292E"
QUIET = "6B777E"
HAIRLINE = "CBD5DA"
TINT = "EAF0F3"
PALE = "F5F8F9"
LINK = "2A6A86"
FAINT = "98A3A9"

CELL_SIDE = 90
CELL_TOP = 28
CHARACTER, LETTER, BOLD_LETTER = 180, 106, 137
"""How wide a Chinese character and a Latin letter are in a table, in a broad font at that."""
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
