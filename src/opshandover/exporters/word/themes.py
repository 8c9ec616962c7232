"""The themes, the paper sizes, and the designs made of them."""

from collections.abc import Mapping

from attrs import evolve

from opshandover.colours import colour_of
from opshandover.errors import OptionError
from opshandover.exporters.word.design import CHINESE_NUMBERS, Design, TextFormat
from opshandover.model.base import Choice
from opshandover.text import message


class Theme(Choice):
    """The style of a document."""

    MODERN = "modern", "现代", "Modern"
    FORMAL = "formal", "公文", "Formal"
    PLAIN = "plain", "素净", "Plain"


class Paper(Choice):
    """The paper size."""

    A4 = "a4", "A4 纸", "A4"
    LETTER = "letter", "信纸", "Letter"


class Landscape(Choice):
    """Whether a table that is too wide for the page gets landscape pages."""

    AUTO = "auto", "自动", "Automatic"
    NEVER = "never", "从不", "Never"


_SIZES: Mapping[Paper, tuple[int, int]] = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}

_BLACK_ON_WHITE = Design(
    latin="Times New Roman",
    takes_colour=False,
    accent="000000",
    ink="000000",
    quiet="000000",
    hairline="000000",
    tint="",
    pale="",
    link="000000",
    faint="000000",
)

_SONG, _HEI, _KAI, _FANGSONG, _TITLE_SONG = "宋体", "黑体", "楷体", "仿宋", "方正小标宋简体"
_SECOND, _THIRD, _FOURTH, _FIFTH = 44, 32, 28, 21
"""Chinese type sizes, 二号 to 五号, in half points."""
_IN_LINE = TextFormat(size=_THIRD, indent=200, grid=True)
_SMALL = TextFormat(size=_FIFTH, before=10, after=10, height=252)
_SMALL_HEAD = evolve(_SMALL, chinese=_HEI, bold_in_english=True)

_FORMAL = evolve(
    _BLACK_ON_WHITE,
    margin_top=2098,
    margin_left=1588,
    margin_right=1474,
    margin_bottom=1984,
    header_edge=1134,
    footer_edge=1417,
    grid_lines=22,
    grid_characters=28,
    chinese=_FANGSONG,
    chinese_emphasis=_KAI,
    aside_size=18,
    title=TextFormat(size=_SECOND, align="center", chinese=_TITLE_SONG, grid=True, bold_in_english=True),
    subtitle=evolve(_IN_LINE, after=579, indent=0, align="center", chinese=_KAI),
    headings=(
        evolve(_IN_LINE, chinese=_HEI, bold_in_english=True),
        evolve(_IN_LINE, chinese=_KAI, bold_in_english=True),
        _IN_LINE,
        _IN_LINE,
    ),
    subheading=evolve(_SMALL_HEAD, before=60, after=40),
    body=evolve(_IN_LINE, align="both"),
    caption=evolve(_SMALL_HEAD, before=60, after=120, align="center"),
    table_text=_SMALL,
    table_head=_SMALL_HEAD,
    header=evolve(_SMALL, before=0, after=0),
    footer=TextFormat(size=_FOURTH, height=240, inset=100, align="right", latin=_SONG, chinese=_SONG),
    chinese_numbers=tuple(evolve(number, after="nothing") for number in CHINESE_NUMBERS),
    list_step=640,
    title_rule=0,
    header_rule=0,
    table_top=4,
    table_sides=4,
    bar=12,
    box_frame=4,
    page_number_form="— {page} —",
    even_pages_differ=True,
    running_header=False,
)
"""The format that GB/T 9704-2012 prescribes for official documents, with tables to match."""

_PLAIN = evolve(
    _BLACK_ON_WHITE,
    chinese=_SONG,
    title=TextFormat(size=36, after=40, height=276, align="center", bold=True),
    subtitle=TextFormat(size=21, after=200, height=252, align="center"),
    title_rule=4,
    table_sides=4,
    bar=12,
    box_frame=4,
)

_DESIGNS: Mapping[Theme, Design] = {Theme.MODERN: Design(), Theme.FORMAL: _FORMAL, Theme.PLAIN: _PLAIN}


def design_of(theme: Theme, paper: Paper, colour: str) -> Design:
    """Return the design of a theme on a paper, in shades of a colour if one is given.

    Raises:
        OptionError: the colour is invalid, or the theme is black and white.
    """
    width, height = _SIZES[paper]
    design = evolve(_DESIGNS[theme], page_width=width, page_height=height)
    if not colour:
        return design
    tone = colour_of(colour)
    if not design.takes_colour:
        raise OptionError(
            message(
                "选项 colour：主题“{theme}”只用黑色；请去掉 colour，或改用主题“{other}”",
                "option colour: the theme '{theme}' is black only; remove colour, or use the theme '{other}'",
                theme=theme.value,
                other=Theme.MODERN.value,
            )
        )
    return design.coloured(tone)
