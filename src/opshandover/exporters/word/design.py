"""The design of a Word file: fonts, type sizes, colours and page, and the fixed measures.

Lengths are in twips, a twentieth of a point (1 mm is 56.7); type sizes are in half points; border
lines are in eighths of a point, 0 for none. Colours are RGB in hexadecimal.
"""

from collections.abc import Mapping
from enum import Enum
from math import floor
from typing import Literal

from attrs import asdict, evolve, fields, frozen

from opshandover.colours import ACCENT, WHITE, shades_of
from opshandover.text import Lang


class Tone(Enum):
    """The colours of a design that text can have."""

    ACCENT = "accent"
    INK = "ink"
    QUIET = "quiet"


Alignment = Literal["left", "center", "right", "both"]
"""Paragraph alignment, as Word names it."""


@frozen(kw_only=True)
class TextFormat:
    """The formatting of one kind of paragraph.

    `height` is the line spacing in 240ths of the natural line height; `even` lines are all as high as a
    Chinese one, so that a date is level with the words in the next cell. `indent` is that of the first
    line, `inset` that of the side to which the text is aligned, both in hundredths of a character. Fonts
    that are not named are those of the design; `bold_in_english` is for emphasis that in Chinese comes
    from the font. With `grid`, lines and characters follow the grid of the design.
    """

    size: int
    before: int = 0
    after: int = 0
    height: int = 264
    indent: int = 0
    inset: int = 0
    align: Alignment = "left"
    tone: Tone = Tone.INK
    bold: bool = False
    bold_in_english: bool = False
    even: bool = False
    grid: bool = False
    latin: str = ""
    chinese: str = ""


@frozen(kw_only=True)
class NumberFormat:
    """The numbering of one level of headings: Word's number format, its text, what follows it."""

    kind: str
    form: str
    after: str = "nothing"


CHINESE_NUMBERS = (
    NumberFormat(kind="chineseCountingThousand", form="%1、"),
    NumberFormat(kind="chineseCountingThousand", form="（%2）"),
    NumberFormat(kind="decimal", form="%3.", after="space"),
    NumberFormat(kind="decimal", form="（%4）"),
)
ENGLISH_NUMBERS = (
    NumberFormat(kind="decimal", form="%1.", after="space"),
    NumberFormat(kind="decimal", form="%1.%2", after="space"),
    NumberFormat(kind="decimal", form="%1.%2.%3", after="space"),
    NumberFormat(kind="decimal", form="%1.%2.%3.%4", after="space"),
)


@frozen(kw_only=True)
class Design:
    """What a theme consists of and a designer would change.

    The defaults are those of the modern theme in A4. An empty `tint` or `pale` leaves the background
    white. With `grid_lines` and `grid_characters` Word fits that many lines on a page and that many
    Chinese characters of the body on a line, whatever the paper.
    """

    page_width: int = 11906
    page_height: int = 16838
    margin_top: int = 1134
    margin_right: int = 1247
    margin_bottom: int = 1134
    margin_left: int = 1247
    header_edge: int = 624
    footer_edge: int = 624
    grid_lines: int = 0
    grid_characters: int = 0

    latin: str = "Arial"
    chinese: str = "微软雅黑"
    chinese_emphasis: str = "楷体"
    monospace: str = "Consolas"
    symbols: str = "Segoe UI Symbol"

    aside_size: int = 15

    takes_colour: bool = True
    accent: str = ACCENT
    ink: str = "22292E"
    quiet: str = "52656D"
    hairline: str = "C9D5DA"
    tint: str = "EBEFF1"
    pale: str = "F5F7F8"
    link: str = "3A6376"
    faint: str = "5C6D72"

    title: TextFormat = TextFormat(size=36, after=40, height=276, tone=Tone.ACCENT, bold=True)
    subtitle: TextFormat = TextFormat(size=21, after=200, height=252, tone=Tone.QUIET)
    headings: tuple[TextFormat, ...] = (
        TextFormat(size=28, before=320, after=100, tone=Tone.ACCENT, bold=True),
        TextFormat(size=24, before=200, after=70, tone=Tone.INK, bold=True),
        TextFormat(size=22, before=160, after=60, tone=Tone.ACCENT, bold=True),
        TextFormat(size=21, before=140, after=50, tone=Tone.INK, bold=True),
    )
    """One for each level; deeper levels look like the last."""
    subheading: TextFormat = TextFormat(size=21, before=60, after=40, tone=Tone.ACCENT, bold=True)
    body: TextFormat = TextFormat(size=21, after=100, height=300)
    caption: TextFormat = TextFormat(size=18, before=40, after=160, align="center", tone=Tone.QUIET)
    table_text: TextFormat = TextFormat(size=18, before=6, after=6, height=252)
    table_head: TextFormat = TextFormat(size=18, before=6, after=6, height=252, tone=Tone.ACCENT, bold=True)
    header: TextFormat = TextFormat(size=16, height=240, tone=Tone.QUIET)
    footer: TextFormat = TextFormat(size=16, height=240, tone=Tone.QUIET, align="center")
    chinese_numbers: tuple[NumberFormat, ...] = CHINESE_NUMBERS
    english_numbers: tuple[NumberFormat, ...] = ENGLISH_NUMBERS
    list_step: int = 400
    facts_finer: int = 1
    """Into how many places each place for a fact is divided, where facts are side by side."""
    cell_top: int = 28
    table_gap: int = 120
    signature_height: int = 680

    title_rule: int = 12
    header_rule: int = 4
    table_top: int = 8
    table_sides: int = 0
    bar: int = 24
    box_frame: int = 0

    page_number_form: str = "{page} / {pages}"
    """The text of the footer; `{pages}`, the number of pages, may be left out."""
    even_pages_differ: bool = False
    """Whether even pages have their number on the other side, in the style FooterEven."""
    running_header: bool = True
    """Whether each page names organisation and kind of document if there is no header text."""

    @property
    def text_width(self) -> int:
        """The width of the text area (twips)."""
        return self.page_width - self.margin_left - self.margin_right

    @property
    def landscape_width(self) -> int:
        """The width of the text area on a landscape page (twips)."""
        return self.page_height - self.margin_left - self.margin_right

    @property
    def text_height(self) -> int:
        """The height of the text area (twips)."""
        return self.page_height - self.margin_top - self.margin_bottom

    @property
    def body_size(self) -> int:
        """The type size of the body (half points)."""
        return self.body.size

    @property
    def table_size(self) -> int:
        """The type size in tables (half points)."""
        return self.table_text.size

    @property
    def line_pitch(self) -> int:
        """The distance of grid lines (twips), 0 without a grid."""
        return self.text_height // self.grid_lines if self.grid_lines else 0

    @property
    def character_space(self) -> int:
        """What the grid adds to each character of the body, in 4096ths of a point."""
        return floor(self._wider * 4096 / 20) if self.grid_characters else 0

    @property
    def letter_spacing(self) -> int:
        """What text in the grid adds to each character (twips), less one so that no line breaks early.

        LibreOffice 7 gives two grid cells to a character that is wider than one. So lines and characters
        have explicit distances, and the grid is only what Word shows of it.
        """
        return floor(self._wider) - 1 if self.grid_characters else 0

    @property
    def _wider(self) -> float:
        """How much wider a grid cell is than a character (twips)."""
        return self.text_width / self.grid_characters - self.body.size * HALF_POINT

    def coloured(self, colour: str) -> "Design":
        """Return the design in shades of a colour, which is darkened until text in it is readable."""
        return evolve(self, **asdict(shades_of(colour)))

    def tone(self, tone: Tone) -> str:
        """Return the colour of a tone."""
        return {Tone.ACCENT: self.accent, Tone.INK: self.ink, Tone.QUIET: self.quiet}[tone]

    def heading(self, level: int) -> TextFormat:
        """Return the format of headings of a level, counted from 0."""
        return self.headings[min(level, len(self.headings) - 1)]

    def heading_numbers(self, lang: Lang) -> tuple[NumberFormat, ...]:
        """Return the numbering of headings in a language, top level first."""
        return self.chinese_numbers if lang == "zh" else self.english_numbers

    def values(self) -> Mapping[str, object]:
        """Return the values of the placeholders in part templates."""
        grid = (
            f'<w:docGrid w:type="linesAndChars" w:linePitch="{self.line_pitch}" w:charSpace="{self.character_space}"/>'
        )
        own = {attribute.name: getattr(self, attribute.name) for attribute in fields(Design)}
        return {
            **own,
            "tint": self.tint or WHITE,
            "pale": self.pale or WHITE,
            "heading_latin": self.heading(0).latin or self.latin,
            "heading_chinese": self.heading(0).chinese or self.chinese,
            "grid": grid if self.grid_lines else "",
            "even_and_odd": "<w:evenAndOddHeaders/>" if self.even_pages_differ else "",
            "punctuation": "doNotCompress" if self.grid_characters else "compressPunctuation",
        }


HALF_POINT = 10
"""Half a point in twips."""
CELL_SIDE = 90
WIDEST_WORD = 1900
"""The maximum width that a single word makes a column; longer ones such as addresses are broken."""
LEAST_TEXT = 1700
"""The minimum width of a column of longer text, which would otherwise be tall and thin."""
BOX_SIDE, BOX_TOP, BOX_BOTTOM = 200, 80, 0

TABLE_LIST_STEP = 220
QUOTE_STEP = 340
CODE_STEP = 120
LEAST_ROOM = 900
LEAST_SHARE = 0.1
"""The part of a step that is left where what is indented has no room."""
LEAST_LABEL = 1250
"""The minimum width of fact labels, so that they line up from table to table."""
WIDEST_LABEL = 27
"""The maximum percentage of the width that fact labels take."""
MOST_COLUMNS = 63
"""Word does not open a file that has a table of more columns."""
KEPT_ROWS = 3
"""A table of at most this many rows stays whole on a page."""
SPLIT_AT_LINES, SPLIT_FACTS_AT_LINES = 16, 12
"""A row with a cell of more lines than this may be split between two pages."""

TAGS = {"zh": "zh-CN", "en": "en-US"}
"""Word's language tags."""

FLOW_ACROSS, FLOW_LEAST, FLOW_ARROW, FLOW_SIDE = 4, 2100, 380, 40
"""The maximum number of flow boxes side by side; the minimum width of one with its arrow; of an
arrow; the cell padding."""

HEADING_LEVELS = 6
NUMBERED_LEVELS = 4
TEXT_HEADINGS = (4, 3, 2, 1, 0, -1)
"""How much larger than the text a heading within it is, by its level, in half points."""
HEADING_NUMBERS, NO_NUMBERS, BULLETS = 1, 2, 3
"""The ids of the numberings that every document has; those of ordered lists follow."""
