"""The styles part: one table of styles, each written with its fonts in all four slots."""

from opshandover.exporters.word.look import (
    CODE_STEP,
    HEADING_LEVELS,
    HEADING_NUMBERS,
    NUMBERED_LEVELS,
    QUOTE_STEP,
    TAGS,
    Look,
)
from opshandover.exporters.word.style import BOLD, Style, bar, fonts, line, shading, spacing
from opshandover.exporters.word.table_styles import table_styles
from opshandover.exporters.word.xml import DECLARATION, NAMESPACES
from opshandover.text import Lang


def styles_xml(look: Look, lang: Lang) -> str:
    """Gives the whole part for a document in a language."""
    tag = TAGS[lang]
    size = f'<w:sz w:val="{look.body_size}"/><w:szCs w:val="{look.body_size}"/>'
    language = f'<w:lang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(look.latin, look.chinese)}{size}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )
    every = (*_text(look), *_headings(look), *_characters(look), *table_styles(look))
    body = "".join(style.xml(look) for style in every)
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{body}</w:styles>"


def _text(look: Look) -> tuple[Style, ...]:
    return (
        Style(
            id="Normal",
            name="Normal",
            paragraph=spacing(0, 100, 300),
            colour=look.ink,
            size=look.body_size,
        ),
        Style(
            id="Title",
            name="Title",
            based="Normal",
            next="Subtitle",
            paragraph="<w:keepNext/>" + spacing(0, 30, 252),
            run=BOLD,
            colour=look.accent,
            size=40,
        ),
        Style(
            id="Subtitle",
            name="Subtitle",
            based="Normal",
            next="Normal",
            paragraph=f"<w:pBdr>{line('bottom', look.accent, 12, 6)}</w:pBdr>"
            + spacing(0, 180, 252),
            colour=look.quiet,
            size=22,
        ),
        Style(
            id="Subheading",
            name="Subheading",
            based="Normal",
            next="Normal",
            paragraph="<w:keepNext/>" + spacing(60, 40, 264),
            run=BOLD,
            colour=look.accent,
            size=look.body_size,
        ),
        Style(
            id="ListParagraph",
            name="List Paragraph",
            based="Normal",
            paragraph=spacing(0, 100, 300) + "<w:contextualSpacing/>",
        ),
        Style(
            id="Quote",
            name="Quote",
            based="Normal",
            paragraph=bar(look.hairline, 18) + f'<w:ind w:left="{QUOTE_STEP}"/>',
            colour=look.quiet,
        ),
        Style(
            id="Risk",
            name="Risk",
            based="Normal",
            paragraph=bar(look.accent, 24) + '<w:ind w:left="240"/>',
        ),
        Style(
            id="Code",
            name="Code",
            based="Normal",
            paragraph=(
                "<w:pBdr>"
                + "".join(
                    line(side, look.pale, 4, 6) for side in ("top", "left", "bottom", "right")
                )
                + "</w:pBdr>"
                + shading(look.pale)
                + spacing(120, 180, 264)
                + f'<w:ind w:left="{CODE_STEP}" w:right="{CODE_STEP}"/>'
            ),
            run="<w:noProof/>",
            latin=look.monospace,
            size=look.table_size,
        ),
        Style(
            id="Divider",
            name="Divider",
            based="Normal",
            paragraph=f"<w:pBdr>{line('bottom', look.hairline, 6, 1)}</w:pBdr>"
            + spacing(60, 180, 240),
            size=12,
        ),
        Style(
            id="TableText",
            name="Table Text",
            based="Normal",
            paragraph=spacing(6, 6, 246),
            size=look.table_size,
        ),
        Style(
            id="TableHead",
            name="Table Head",
            based="TableText",
            paragraph="<w:keepNext/>",
            run=BOLD,
            colour=look.accent,
        ),
        Style(id="TableLabel", name="Table Label", based="TableText", colour=look.accent, run=BOLD),
        Style(
            id="FlowLabel",
            name="Flow Label",
            based="TableText",
            paragraph='<w:jc w:val="center"/>',
            run=BOLD,
            colour=look.accent,
        ),
        Style(
            id="FlowArrow",
            name="Flow Arrow",
            based="TableText",
            paragraph='<w:jc w:val="center"/>',
            latin=look.symbols,
            chinese=look.symbols,
            colour=look.accent,
            size=look.body_size,
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
            paragraph=f"<w:pBdr>{line('bottom', look.hairline, 4, 6)}</w:pBdr>"
            + spacing(0, 0, 240),
            colour=look.quiet,
            size=look.small_size,
            listed=False,
        ),
        Style(
            id="Footer",
            name="footer",
            based="Normal",
            paragraph=spacing(0, 0, 240) + '<w:jc w:val="center"/>',
            colour=look.quiet,
            size=look.small_size,
            listed=False,
        ),
    )


def _headings(look: Look) -> list[Style]:
    """Makes the headings; `numPr` binds the levels that are numbered to the numbering."""
    looks = (
        (30, 240, 80, look.accent),
        (23, 160, 60, look.ink),
        (21, 140, 50, look.accent),
        (21, 120, 40, look.ink),
    )
    made: list[Style] = []
    for level in range(HEADING_LEVELS):
        size, before, after, colour = looks[min(level, len(looks) - 1)]
        numbered = level < NUMBERED_LEVELS
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{HEADING_NUMBERS}"/></w:numPr>'
        made.append(
            Style(
                id=f"Heading{level + 1}",
                name=f"heading {level + 1}",
                based="Normal",
                next="Normal",
                paragraph=(
                    "<w:keepNext/><w:keepLines/>"
                    + (number if numbered else "")
                    + spacing(before, after, 264)
                    + f'<w:outlineLvl w:val="{level}"/>'
                ),
                run=BOLD,
                colour=colour,
                size=size,
            )
        )
    return made


def _characters(look: Look) -> tuple[Style, ...]:
    return (
        Style(id="Hyperlink", name="Hyperlink", kind="character", colour=look.link, listed=False),
        Style(
            id="InlineCode",
            name="Inline Code",
            kind="character",
            latin=look.monospace,
            run="<w:noProof/>",
            colour=look.accent,
        ),
        Style(id="Aside", name="Aside", kind="character", colour=look.quiet, size=look.aside_size),
        Style(id="PlaceholderText", name="Placeholder Text", kind="character", colour=look.faint),
        Style(id="Nothing", name="Nothing To Report", kind="character", colour=look.quiet),
        Style(
            id="Tick",
            name="Tick",
            kind="character",
            latin=look.symbols,
            chinese=look.symbols,
            colour=look.accent,
        ),
    )
