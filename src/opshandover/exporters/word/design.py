"""What a Word file looks like: fonts, sizes of type, colours and page, and the fixed measures.

Lengths are in twips, a twentieth of a point (1 mm is 56.7); sizes of type are in half points;
lines of a border are in eighths of a point, 0 for none. Colours are RGB in hexadecimal.
"""

from collections.abc import Mapping
from enum import Enum
from math import floor
from typing import Literal

from attrs import fields, frozen

from opshandover.text import Lang

WHITE = "FFFFFF"


class Tone(Enum):
    """Which of the look's colours a kind of line is set in."""

    ACCENT = "accent"
    INK = "ink"
    QUIET = "quiet"


Across = Literal["left", "center", "right", "both"]
"""Where lines stand, in Word's words."""


@frozen(kw_only=True)
class Lettering:
    """How one kind of line is set.

    `height` is the distance of lines in 240ths of their natural height; `even` lines are all as high
    as a Chinese one, so that a date stands level with the words in the next cell. `indent` is that
    of the first line, `inset` that of the side on which the line stands, both in hundredths of a
    character. Fonts that are not named are the look's own; `bold_in_english` helps where only the
    Chinese one stands out. With `grid` lines and characters stand as the look's grid has them.
    """

    size: int
    before: int = 0
    after: int = 0
    height: int = 264
    indent: int = 0
    inset: int = 0
    align: Across = "left"
    tone: Tone = Tone.INK
    bold: bool = False
    bold_in_english: bool = False
    even: bool = False
    grid: bool = False
    latin: str = ""
    chinese: str = ""


@frozen(kw_only=True)
class Number:
    """How one level of headings is counted: Word's kind of number, its form, what follows it."""

    kind: str
    form: str
    after: str = "nothing"


CHINESE_NUMBERS = (
    Number(kind="chineseCountingThousand", form="%1、"),
    Number(kind="chineseCountingThousand", form="（%2）"),
    Number(kind="decimal", form="%3.", after="space"),
    Number(kind="decimal", form="（%4）"),
)
ENGLISH_NUMBERS = (
    Number(kind="decimal", form="%1.", after="space"),
    Number(kind="decimal", form="%1.%2", after="space"),
    Number(kind="decimal", form="%1.%2.%3", after="space"),
    Number(kind="decimal", form="%1.%2.%3.%4", after="space"),
)


@frozen(kw_only=True)
class Look:
    """What a designer would want to change, and what a theme is made of.

    The values here are those of the modern theme in A4. A `tint` or `pale` that is empty leaves
    the ground white. With `grid_lines` and `grid_characters` Word fits so many lines on a page and
    so many Chinese characters of the body on a line, whatever the paper.
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
    accent: str = "1F4E63"
    ink: str = "22292E"
    quiet: str = "52656D"
    hairline: str = "C9D5DA"
    tint: str = "EBEFF1"
    pale: str = "F5F7F8"
    link: str = "3A6376"
    faint: str = "5C6D72"

    title: Lettering = Lettering(size=36, after=40, height=276, tone=Tone.ACCENT, bold=True)
    subtitle: Lettering = Lettering(size=21, after=200, height=252, tone=Tone.QUIET)
    headings: tuple[Lettering, ...] = (
        Lettering(size=28, before=320, after=100, tone=Tone.ACCENT, bold=True),
        Lettering(size=24, before=200, after=70, tone=Tone.INK, bold=True),
        Lettering(size=22, before=160, after=60, tone=Tone.ACCENT, bold=True),
        Lettering(size=21, before=140, after=50, tone=Tone.INK, bold=True),
    )
    """One for each level; deeper levels look like the last."""
    subheading: Lettering = Lettering(size=21, before=60, after=40, tone=Tone.ACCENT, bold=True)
    body: Lettering = Lettering(size=21, after=100, height=300)
    caption: Lettering = Lettering(size=18, before=40, after=160, align="center", tone=Tone.QUIET)
    table_text: Lettering = Lettering(size=18, before=6, after=6, height=252)
    table_head: Lettering = Lettering(size=18, before=6, after=6, height=252, tone=Tone.ACCENT, bold=True)
    header: Lettering = Lettering(size=16, height=240, tone=Tone.QUIET)
    footer: Lettering = Lettering(size=16, height=240, tone=Tone.QUIET, align="center")
    chinese_numbers: tuple[Number, ...] = CHINESE_NUMBERS
    english_numbers: tuple[Number, ...] = ENGLISH_NUMBERS
    list_step: int = 400

    title_rule: int = 12
    header_rule: int = 4
    table_top: int = 8
    table_sides: int = 0
    bar: int = 24
    box_frame: int = 0

    page_number_form: str = "{page} / {pages}"
    """What the footer shows; `{pages}`, how many there are, may be left out."""
    even_pages_differ: bool = False
    """Even pages have their number on the other side, in the style FooterEven."""
    running_header: bool = True
    """Each page names organisation and kind of document when the caller gives no other text."""

    @property
    def text_width(self) -> int:
        """How wide the text may be, from margin to margin."""
        return self.page_width - self.margin_left - self.margin_right

    @property
    def text_height(self) -> int:
        """How high the text may be, from margin to margin."""
        return self.page_height - self.margin_top - self.margin_bottom

    @property
    def body_size(self) -> int:
        """The size of type of what people wrote (half points)."""
        return self.body.size

    @property
    def table_size(self) -> int:
        """The size of type in tables (half points)."""
        return self.table_text.size

    @property
    def line_pitch(self) -> int:
        """How far apart the lines of the grid are (twips), 0 without a grid."""
        return self.text_height // self.grid_lines if self.grid_lines else 0

    @property
    def character_space(self) -> int:
        """What the grid adds to each character of the body, in 4096ths of a point."""
        return floor(self._wider * 4096 / 20) if self.grid_characters else 0

    @property
    def letter_spacing(self) -> int:
        """What lettering in the grid adds to each character (twips), one less lest a line break.

        LibreOffice 7 gives two cells of a grid to a character that is wider than one. So lines and
        characters are told their distances themselves, and the grid is but what Word shows of it.
        """
        return floor(self._wider) - 1 if self.grid_characters else 0

    @property
    def _wider(self) -> float:
        """How much wider a cell of the grid is than a character (twips)."""
        return self.text_width / self.grid_characters - self.body.size * HALF_POINT

    def tone(self, tone: Tone) -> str:
        """Gives the colour of a tone."""
        return {Tone.ACCENT: self.accent, Tone.INK: self.ink, Tone.QUIET: self.quiet}[tone]

    def heading(self, level: int) -> Lettering:
        """Gives how headings of a level are set, counted from 0."""
        return self.headings[min(level, len(self.headings) - 1)]

    def heading_numbers(self, lang: Lang) -> tuple[Number, ...]:
        """Gives how headings are counted in a language, the highest level first."""
        return self.chinese_numbers if lang == "zh" else self.english_numbers

    def values(self) -> Mapping[str, object]:
        """Gives what the ready-made parts name with a `$`."""
        grid = (
            f'<w:docGrid w:type="linesAndChars" w:linePitch="{self.line_pitch}" w:charSpace="{self.character_space}"/>'
        )
        own = {attribute.name: getattr(self, attribute.name) for attribute in fields(Look)}
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
"""In twips: sizes of type are in the one, lengths in the other."""
CELL_SIDE = 90
CELL_TOP = 28
WIDEST_WORD = 1900
"""A column need not be wider than this for a word's sake: an address may be broken."""
LEAST_TEXT = 1700
"""What is longer than this should still find so much room, or it stands tall and thin."""
BOX_SIDE, BOX_TOP, BOX_BOTTOM = 200, 80, 0

TABLE_LIST_STEP = 220
QUOTE_STEP = 340
CODE_STEP = 120
LEAST_ROOM = 900
LEAST_LABEL = 1250
"""Labels of facts under one another line up from table to table when they are this wide."""
SIGNATURE_HEIGHT = 680
WIDEST_LABEL = 27
"""The percentage of the width that labels of facts under one another take at most."""
MOST_COLUMNS = 63
"""Word opens no file that has a table of more columns."""
KEPT_ROWS = 3
"""A table of no more rows than this stays whole on a page."""
SPLIT_AT_LINES, SPLIT_FACTS_AT_LINES = 16, 12
"""A row with a cell of more lines than this may be split between two pages."""

TAGS = {"zh": "zh-CN", "en": "en-US"}
"""What Word calls the languages."""

FLOW_ACROSS, FLOW_LEAST, FLOW_ARROW, FLOW_SIDE = 4, 2100, 380, 40
"""So many boxes of a flow stand side by side, if each with its arrow gets the second as its room."""

HEADING_LEVELS = 6
NUMBERED_LEVELS = 4
HEADING_NUMBERS, NO_NUMBERS, BULLETS = 1, 2, 3
"""The ids of the numberings that every document has; ordered lists get the ones after them."""
