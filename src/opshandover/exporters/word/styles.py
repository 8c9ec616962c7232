"""The styles part: one table of styles, each written with its fonts in all four slots."""

from attrs import frozen

from opshandover.exporters.word import look
from opshandover.exporters.word.xml import DECLARATION, NAMESPACES
from opshandover.text import Lang


@frozen(kw_only=True)
class Style:
    """One style. `paragraph` and `run` are XML of its properties, in the schema's order.

    `run` holds what follows the fonts; size and colour come after it.
    """

    id: str
    name: str
    kind: str = "paragraph"
    based: str = ""
    next: str = ""
    paragraph: str = ""
    run: str = ""
    table: str = ""
    latin: str = look.LATIN
    chinese: str = look.CHINESE
    colour: str = ""
    size: int = 0
    listed: bool = True

    def xml(self) -> str:
        """Gives the style's element."""
        default = ' w:default="1"' if self.id in ("Normal", "TableNormal") else ""
        parts = [f'<w:style w:type="{self.kind}"{default} w:styleId="{self.id}">']
        parts.append(f'<w:name w:val="{self.name}"/>')
        parts.append(f'<w:basedOn w:val="{self.based}"/>' if self.based else "")
        parts.append(f'<w:next w:val="{self.next}"/>' if self.next else "")
        parts.append("<w:qFormat/>" if self.listed else "")
        parts.append(f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
        parts.append(f"<w:rPr>{self._run()}</w:rPr>{self.table}</w:style>")
        return "".join(parts)

    def _run(self) -> str:
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        size = f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>' if self.size else ""
        language = '<w:lang w:val="en-US" w:eastAsia="en-US"/>' if self.id == "Tick" else ""
        underline = '<w:u w:val="single"/>' if self.id == "Hyperlink" else ""
        return fonts(self.latin, self.chinese) + self.run + colour + size + underline + language


def fonts(latin: str = look.LATIN, chinese: str = look.CHINESE) -> str:
    """Names the fonts in all four slots: one left out falls back to what Word likes."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def line(side: str, colour: str = look.HAIRLINE, size: int = 4, space: int = 0) -> str:
    """Gives one line of a border."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def styles_xml(lang: Lang) -> str:
    """Gives the whole part for a document in a language."""
    tag = look.TAGS[lang]
    size = f'<w:sz w:val="{look.BODY_SIZE}"/><w:szCs w:val="{look.BODY_SIZE}"/>'
    language = f'<w:lang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts()}{size}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )
    body = "".join(style.xml() for style in (*_TEXT, *_headings(), *_CHARACTERS, *_TABLES))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{body}</w:styles>"


def _spacing(before: int, after: int, line_height: int = 0) -> str:
    height = f' w:line="{line_height}" w:lineRule="auto"' if line_height else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _bar(colour: str, size: int) -> str:
    return f"<w:pBdr>{line('left', colour, size, 10)}</w:pBdr>"


def _shading(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


_BOLD = "<w:b/><w:bCs/>"
_TEXT = (
    Style(
        id="Normal",
        name="Normal",
        paragraph=_spacing(0, 100, 300),
        colour=look.INK,
        size=look.BODY_SIZE,
    ),
    Style(
        id="Title",
        name="Title",
        based="Normal",
        next="Subtitle",
        paragraph="<w:keepNext/>" + _spacing(0, 30, 252),
        run=_BOLD,
        colour=look.ACCENT,
        size=40,
    ),
    Style(
        id="Subtitle",
        name="Subtitle",
        based="Normal",
        next="Normal",
        paragraph=f"<w:pBdr>{line('bottom', look.ACCENT, 12, 6)}</w:pBdr>" + _spacing(0, 180, 252),
        colour=look.QUIET,
        size=22,
    ),
    Style(
        id="Subheading",
        name="Subheading",
        based="Normal",
        next="Normal",
        paragraph="<w:keepNext/>" + _spacing(60, 40, 264),
        run=_BOLD,
        colour=look.ACCENT,
        size=look.BODY_SIZE,
    ),
    Style(
        id="ListParagraph",
        name="List Paragraph",
        based="Normal",
        paragraph=_spacing(0, 100, 300) + "<w:contextualSpacing/>",
    ),
    Style(
        id="Quote",
        name="Quote",
        based="Normal",
        paragraph=_bar(look.HAIRLINE, 18) + f'<w:ind w:left="{look.QUOTE_STEP}"/>',
        colour=look.QUIET,
    ),
    Style(
        id="Risk",
        name="Risk",
        based="Normal",
        paragraph=_bar(look.ACCENT, 24) + '<w:ind w:left="240"/>',
    ),
    Style(
        id="Code",
        name="Code",
        based="Normal",
        paragraph=(
            "<w:pBdr>"
            + "".join(line(side, look.PALE, 4, 6) for side in ("top", "left", "bottom", "right"))
            + "</w:pBdr>"
            + _shading(look.PALE)
            + _spacing(120, 180, 264)
            + f'<w:ind w:left="{look.CODE_STEP}" w:right="{look.CODE_STEP}"/>'
        ),
        run="<w:noProof/>",
        latin=look.MONOSPACE,
        size=look.TABLE_SIZE,
    ),
    Style(
        id="Divider",
        name="Divider",
        based="Normal",
        paragraph=f"<w:pBdr>{line('bottom', look.HAIRLINE, 6, 1)}</w:pBdr>"
        + _spacing(60, 180, 240),
        size=12,
    ),
    Style(
        id="TableText",
        name="Table Text",
        based="Normal",
        paragraph=_spacing(6, 6, 246),
        size=look.TABLE_SIZE,
    ),
    Style(
        id="TableHead",
        name="Table Head",
        based="TableText",
        paragraph="<w:keepNext/>",
        run=_BOLD,
        colour=look.ACCENT,
    ),
    Style(id="TableLabel", name="Table Label", based="TableText", colour=look.ACCENT, run=_BOLD),
    Style(
        id="FlowLabel",
        name="Flow Label",
        based="TableText",
        paragraph='<w:jc w:val="center"/>',
        run=_BOLD,
        colour=look.ACCENT,
    ),
    Style(
        id="FlowArrow",
        name="Flow Arrow",
        based="TableText",
        paragraph='<w:jc w:val="center"/>',
        latin=look.SYMBOLS,
        chinese=look.SYMBOLS,
        colour=look.ACCENT,
        size=look.BODY_SIZE,
        listed=False,
    ),
    Style(
        id="TableGap",
        name="Table Gap",
        based="Normal",
        paragraph='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
        size=8,
        listed=False,
    ),
    Style(
        id="Header",
        name="header",
        based="Normal",
        paragraph=f"<w:pBdr>{line('bottom', look.HAIRLINE, 4, 6)}</w:pBdr>" + _spacing(0, 0, 240),
        colour=look.QUIET,
        size=look.SMALL_SIZE,
        listed=False,
    ),
    Style(
        id="Footer",
        name="footer",
        based="Normal",
        paragraph=_spacing(0, 0, 240) + '<w:jc w:val="center"/>',
        colour=look.QUIET,
        size=look.SMALL_SIZE,
        listed=False,
    ),
)

_HEADING_LOOK = (
    (30, 240, 80, look.ACCENT),
    (23, 160, 60, look.INK),
    (21, 140, 50, look.ACCENT),
    (21, 120, 40, look.INK),
)


def _headings() -> list[Style]:
    """Makes the headings; `numPr` binds the levels that are numbered to the numbering."""
    made: list[Style] = []
    for level in range(look.HEADING_LEVELS):
        size, before, after, colour = _HEADING_LOOK[min(level, len(_HEADING_LOOK) - 1)]
        numbered = level < look.NUMBERED_LEVELS
        number = (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{look.HEADING_NUMBERS}"/></w:numPr>'
        )
        made.append(
            Style(
                id=f"Heading{level + 1}",
                name=f"heading {level + 1}",
                based="Normal",
                next="Normal",
                paragraph=(
                    "<w:keepNext/><w:keepLines/>"
                    + (number if numbered else "")
                    + _spacing(before, after, 264)
                    + f'<w:outlineLvl w:val="{level}"/>'
                ),
                run=_BOLD,
                colour=colour,
                size=size,
            )
        )
    return made


_CHARACTERS = (
    Style(id="Hyperlink", name="Hyperlink", kind="character", colour=look.LINK, listed=False),
    Style(
        id="InlineCode",
        name="Inline Code",
        kind="character",
        latin=look.MONOSPACE,
        run="<w:noProof/>",
        colour=look.ACCENT,
    ),
    Style(id="Aside", name="Aside", kind="character", colour=look.QUIET, size=look.ASIDE_SIZE),
    Style(id="PlaceholderText", name="Placeholder Text", kind="character", colour=look.FAINT),
    Style(id="Nothing", name="Nothing To Report", kind="character", colour=look.QUIET),
    Style(
        id="Tick",
        name="Tick",
        kind="character",
        latin=look.SYMBOLS,
        chinese=look.SYMBOLS,
        colour=look.ACCENT,
    ),
)


def _margins(side: int, top: int, bottom: int) -> str:
    sizes = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    margins = "".join(f'<w:{name} w:w="{size}" w:type="dxa"/>' for name, size in sizes)
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


_CELL_MARGINS = _margins(look.CELL_SIDE, look.CELL_TOP, look.CELL_TOP)


def _borders(*sides: str, margins: str = _CELL_MARGINS) -> str:
    return f"<w:tblPr><w:tblBorders>{''.join(sides)}</w:tblBorders>{margins}</w:tblPr>"


_GRID = (line("insideH"), line("insideV"))
_TABLES = (
    Style(
        id="TableNormal",
        name="Normal Table",
        kind="table",
        table=(f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELL_MARGINS}</w:tblPr>'),
        listed=False,
    ),
    Style(
        id="Things",
        name="Things",
        kind="table",
        based="TableNormal",
        table=_borders(
            line("top", look.ACCENT, 8),
            line("left"),
            line("bottom"),
            line("right"),
            *_GRID,
        ),
    ),
    Style(
        id="Marked",
        name="Marked Things",
        kind="table",
        based="TableNormal",
        table=_borders(
            line("top", look.ACCENT, 8),
            line("left", look.ACCENT, 24),
            line("bottom"),
            line("right"),
            *_GRID,
        ),
    ),
    Style(
        id="Form",
        name="Form",
        kind="table",
        based="TableNormal",
        table=_borders(line("top"), line("left"), line("bottom"), line("right"), *_GRID),
    ),
    Style(
        id="Flow",
        name="Flow",
        kind="table",
        based="TableNormal",
        table=f"<w:tblPr>{_margins(look.FLOW_SIDE, look.CELL_TOP, look.CELL_TOP)}</w:tblPr>",
    ),
    Style(
        id="Facts",
        name="Facts",
        kind="table",
        based="TableNormal",
        table=_borders(line("top"), line("bottom"), line("insideH")),
    ),
    Style(
        id="Box",
        name="Box",
        kind="table",
        based="TableNormal",
        table=_borders(
            line("left", look.ACCENT, 24),
            margins=_margins(look.BOX_SIDE, look.BOX_TOP, look.BOX_BOTTOM),
        ),
    ),
)
