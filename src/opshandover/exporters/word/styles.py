"""The styles part: one table of styles, each with its fonts in all four slots."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from opshandover.exporters.word.design import (
    CODE_STEP,
    HEADING_LEVELS,
    HEADING_NUMBERS,
    QUOTE_STEP,
    TEXT_HEADINGS,
    Alignment,
    Design,
    TextFormat,
)
from opshandover.exporters.word.style import (
    BOLD,
    Style,
    border_line,
    borders,
    fonts,
    left_bar,
    off_grid,
    shading,
    spacing,
)
from opshandover.exporters.word.table_styles import table_styles
from opshandover.ooxml.xml import DECLARATION, NAMESPACES
from opshandover.text import Lang

_OTHER_SIDE: Mapping[Alignment, Alignment] = {"left": "right", "right": "left"}


@lru_cache(maxsize=16)
def styles_xml(design: Design, lang: Lang) -> str:
    """Return the whole part for a document in a language."""
    loose = off_grid(design)
    size = f'<w:sz w:val="{design.body_size}"/><w:szCs w:val="{design.body_size}"/>'
    # Latin text is English in a Chinese document, too, or Word would break lines within words.
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(design.latin, design.chinese)}{loose}{size}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault>{f'<w:pPr>{loose}</w:pPr>' if loose else ''}</w:pPrDefault></w:docDefaults>"
    )
    body = "".join(style.xml(design) for style in every_style(design, lang))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{body}</w:styles>"


def every_style(design: Design, lang: Lang) -> tuple[Style, ...]:
    """Return all styles that a document in a language may use."""
    design = _in_english(design) if lang == "en" else _in_chinese(design)
    return (
        *_text(design),
        *_headings(design, len(design.heading_numbers(lang))),
        *_in_tables(design),
        *_around(design),
        *_contents(design),
        *_characters(design),
        *table_styles(design),
    )


def _in_english(design: Design) -> Design:
    def stout(text_format: TextFormat) -> TextFormat:
        return evolve(text_format, bold=text_format.bold or text_format.bold_in_english)

    return evolve(
        design,
        body=evolve(design.body, align="left"),
        title=stout(design.title),
        headings=tuple(map(stout, design.headings)),
        subheading=stout(design.subheading),
        caption=stout(design.caption),
        table_head=stout(design.table_head),
    )


def _in_chinese(design: Design) -> Design:
    text, head = (evolve(each, even=True) for each in (design.table_text, design.table_head))
    return evolve(design, table_text=text, table_head=head)


def _text(design: Design) -> tuple[Style, ...]:
    normal = evolve(design.body, indent=0, align="left")
    return (
        Style(id="Normal", name="Normal", text_format=normal),
        Style(
            id="BodyText",
            name="Body Text",
            based="Normal",
            paragraph='<w:widowControl w:val="0"/>' if design.grid_lines else "",
            text_format=design.body,
        ),
        Style(
            id="Title",
            name="Title",
            based="Normal",
            next="Subtitle",
            paragraph="<w:keepNext/>",
            text_format=design.title,
        ),
        Style(
            id="Subtitle",
            name="Subtitle",
            based="Normal",
            next="BodyText",
            paragraph=borders(border_line("bottom", design.accent, design.title_rule, 6)),
            text_format=design.subtitle,
        ),
        Style(
            id="Subheading",
            name="Subheading",
            based="Normal",
            next="Normal",
            paragraph="<w:keepNext/>",
            text_format=design.subheading,
        ),
        Style(
            id="ListParagraph", name="List Paragraph", based="Normal", text_format=normal, tail="<w:contextualSpacing/>"
        ),
        Style(
            id="Quote",
            name="Quote",
            based="Normal",
            paragraph=left_bar(design.hairline, min(18, design.bar)) + f'<w:ind w:left="{QUOTE_STEP}"/>',
            colour=design.quiet,
        ),
        Style(
            id="Risk",
            name="Risk",
            based="Normal",
            paragraph=left_bar(design.accent, design.bar) + '<w:ind w:left="240"/>',
        ),
        Style(
            id="Code",
            name="Code",
            based="Normal",
            paragraph=(
                borders(
                    *(
                        border_line(side, design.pale or design.hairline, 4, 6)
                        for side in ("top", "left", "bottom", "right")
                    )
                )
                + shading(design.pale)
            ),
            text_format=TextFormat(size=design.table_size, before=120, after=180),
            tail=f'<w:ind w:left="{CODE_STEP}" w:right="{CODE_STEP}"/>',
            run="<w:noProof/>",
            latin=design.monospace,
        ),
        Style(
            id="Divider",
            name="Divider",
            based="Normal",
            paragraph=borders(border_line("bottom", design.hairline, 6, 1)) + spacing(60, 180, 240),
            size=12,
        ),
        Style(id="Caption", name="caption", based="Normal", next="BodyText", text_format=design.caption),
    )


def _headings(design: Design, numbered: int) -> list[Style]:
    """Return the heading styles; `numPr` binds the numbered levels to the numbering."""
    numbers = [
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{HEADING_NUMBERS}"/></w:numPr>' for level in range(numbered)
    ]
    return [
        Style(
            id=f"Heading{level + 1}",
            name=f"heading {level + 1}",
            based="Normal",
            next="BodyText",
            paragraph="<w:keepNext/><w:keepLines/>" + "".join(numbers[level : level + 1]),
            text_format=design.heading(level),
            tail=f'<w:outlineLvl w:val="{level}"/>',
        )
        for level in range(HEADING_LEVELS)
    ]


def _in_tables(design: Design) -> tuple[Style, ...]:
    centred = '<w:jc w:val="center"/>'
    return (
        Style(id="TableText", name="Table Text", based="Normal", text_format=design.table_text),
        Style(
            id="TableHead",
            name="Table Head",
            based="TableText",
            paragraph="<w:keepNext/>",
            text_format=design.table_head,
        ),
        Style(
            id="TableQuote",
            name="Table Quote",
            based="TableText",
            paragraph=left_bar(design.hairline, min(18, design.bar), 5),
            colour=design.quiet,
        ),
        Style(id="TableLabel", name="Table Label", based="TableText", text_format=design.table_head),
        Style(
            id="FlowLabel", name="Flow Label", based="TableText", text_format=evolve(design.table_head, align="center")
        ),
        Style(
            id="FlowArrow",
            name="Flow Arrow",
            based="TableText",
            paragraph=centred,
            latin=design.symbols,
            chinese=design.symbols,
            colour=design.accent,
            size=design.table_size + 3,
            listed=False,
        ),
        Style(
            id="TableGap",
            name="Table Gap",
            based="Normal",
            paragraph=spacing(0, 0, design.table_gap, "exact"),
            size=8,
            listed=False,
        ),
    )


def _around(design: Design) -> tuple[Style, ...]:
    """Return the styles of headers and footers; only some designs tell even pages from odd ones."""
    across = design.footer.align
    even = evolve(design.footer, align=_OTHER_SIDE.get(across, across))
    return (
        Style(
            id="Mark",
            name="Mark",
            based="Normal",
            next="Title",
            text_format=evolve(design.subheading, indent=0, after=120, bold=True),
        ),
        Style(
            id="Header",
            name="header",
            based="Normal",
            paragraph=borders(border_line("bottom", design.hairline, design.header_rule, 6)),
            text_format=design.header,
            listed=False,
        ),
        Style(id="Footer", name="footer", based="Normal", text_format=design.footer, listed=False),
        Style(id="FooterEven", name="Footer Even", based="Normal", text_format=even, listed=False),
    )


def _contents(design: Design) -> tuple[Style, ...]:
    """Return the styles of the table of contents: dots lead from each heading to its page."""
    lines = evolve(design.body, before=0, after=40, height=264, indent=0, align="left")
    tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{design.text_width}"/>'
    return (
        Style(
            id="TOCHeading",
            name="TOC Heading",
            based="Normal",
            next="Normal",
            paragraph="<w:keepNext/>",
            text_format=evolve(design.heading(0), indent=0),
        ),
        *(
            Style(
                id=f"TOC{level}",
                name=f"toc {level}",
                based="Normal",
                next="Normal",
                paragraph=f"<w:tabs>{tab}</w:tabs>",
                text_format=evolve(lines, inset=200 * (level - 1)),
                listed=False,
            )
            for level in (1, 2)
        ),
    )


def _characters(design: Design) -> tuple[Style, ...]:
    return (
        Style(id="Hyperlink", name="Hyperlink", kind="character", colour=design.link, listed=False),
        Style(
            id="InlineCode",
            name="Inline Code",
            kind="character",
            latin=design.monospace,
            run="<w:noProof/>",
            colour=design.accent,
        ),
        *(
            Style(
                id=f"TextHeading{level}",
                name=f"Text Heading {level}",
                kind="character",
                run=BOLD,
                colour=design.ink,
                size=design.body_size + larger,
            )
            for level, larger in enumerate(TEXT_HEADINGS, start=1)
        ),
        Style(id="Aside", name="Aside", kind="character", colour=design.quiet, size=design.aside_size),
        Style(id="PlaceholderText", name="Placeholder Text", kind="character", colour=design.faint),
        Style(id="Nothing", name="Nothing To Report", kind="character", colour=design.quiet),
        Style(
            id="NothingLatin",
            name="Nothing To Report Latin",
            kind="character",
            based="Nothing",
            run="<w:i/><w:iCs/>",
            colour=design.quiet,
        ),
        Style(
            id="Tick", name="Tick", kind="character", latin=design.symbols, chinese=design.symbols, colour=design.accent
        ),
    )
