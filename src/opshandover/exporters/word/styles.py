"""The styles part: one table of styles, each with its fonts in all four slots."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from opshandover.exporters.word.design import (
    CODE_STEP,
    HEADING_LEVELS,
    HEADING_NUMBERS,
    QUOTE_STEP,
    Across,
    Lettering,
    Look,
)
from opshandover.exporters.word.style import (
    Style,
    bar,
    borders,
    fonts,
    line,
    off_grid,
    shading,
    spacing,
)
from opshandover.exporters.word.table_styles import table_styles
from opshandover.ooxml.xml import DECLARATION, NAMESPACES
from opshandover.text import Lang

_OTHER_SIDE: Mapping[Across, Across] = {"left": "right", "right": "left"}


@lru_cache(maxsize=16)
def styles_xml(look: Look, lang: Lang) -> str:
    """Return the whole part for a document in a language."""
    loose = off_grid(look)
    size = f'<w:sz w:val="{look.body_size}"/><w:szCs w:val="{look.body_size}"/>'
    # Latin text is English in a Chinese document, too, or Word would break lines within words.
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(look.latin, look.chinese)}{loose}{size}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault>{f'<w:pPr>{loose}</w:pPr>' if loose else ''}</w:pPrDefault></w:docDefaults>"
    )
    body = "".join(style.xml(look) for style in every_style(look, lang))
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{body}</w:styles>"


def every_style(look: Look, lang: Lang) -> tuple[Style, ...]:
    """Return all styles that a document in a language may use."""
    look = _in_english(look) if lang == "en" else _in_chinese(look)
    return (
        *_text(look),
        *_headings(look, len(look.heading_numbers(lang))),
        *_in_tables(look),
        *_around(look),
        *_contents(look),
        *_characters(look),
        *table_styles(look),
    )


def _in_english(look: Look) -> Look:
    def stout(lettering: Lettering) -> Lettering:
        return evolve(lettering, bold=lettering.bold or lettering.bold_in_english)

    return evolve(
        look,
        body=evolve(look.body, align="left"),
        title=stout(look.title),
        headings=tuple(map(stout, look.headings)),
        subheading=stout(look.subheading),
        caption=stout(look.caption),
        table_head=stout(look.table_head),
    )


def _in_chinese(look: Look) -> Look:
    text, head = (evolve(each, even=True) for each in (look.table_text, look.table_head))
    return evolve(look, table_text=text, table_head=head)


def _text(look: Look) -> tuple[Style, ...]:
    normal = evolve(look.body, indent=0, align="left")
    return (
        Style(id="Normal", name="Normal", lettering=normal),
        Style(
            id="BodyText",
            name="Body Text",
            based="Normal",
            paragraph='<w:widowControl w:val="0"/>' if look.grid_lines else "",
            lettering=look.body,
        ),
        Style(
            id="Title",
            name="Title",
            based="Normal",
            next="Subtitle",
            paragraph="<w:keepNext/>",
            lettering=look.title,
        ),
        Style(
            id="Subtitle",
            name="Subtitle",
            based="Normal",
            next="BodyText",
            paragraph=borders(line("bottom", look.accent, look.title_rule, 6)),
            lettering=look.subtitle,
        ),
        Style(
            id="Subheading",
            name="Subheading",
            based="Normal",
            next="Normal",
            paragraph="<w:keepNext/>",
            lettering=look.subheading,
        ),
        Style(
            id="ListParagraph",
            name="List Paragraph",
            based="Normal",
            lettering=normal,
            tail="<w:contextualSpacing/>",
        ),
        Style(
            id="Quote",
            name="Quote",
            based="Normal",
            paragraph=bar(look.hairline, min(18, look.bar)) + f'<w:ind w:left="{QUOTE_STEP}"/>',
            colour=look.quiet,
        ),
        Style(
            id="Risk",
            name="Risk",
            based="Normal",
            paragraph=bar(look.accent, look.bar) + '<w:ind w:left="240"/>',
        ),
        Style(
            id="Code",
            name="Code",
            based="Normal",
            paragraph=(
                borders(*(line(side, look.pale or look.hairline, 4, 6) for side in ("top", "left", "bottom", "right")))
                + shading(look.pale)
            ),
            lettering=Lettering(size=look.table_size, before=120, after=180),
            tail=f'<w:ind w:left="{CODE_STEP}" w:right="{CODE_STEP}"/>',
            run="<w:noProof/>",
            latin=look.monospace,
        ),
        Style(
            id="Divider",
            name="Divider",
            based="Normal",
            paragraph=borders(line("bottom", look.hairline, 6, 1)) + spacing(60, 180, 240),
            size=12,
        ),
        Style(
            id="Caption",
            name="caption",
            based="Normal",
            next="BodyText",
            lettering=look.caption,
        ),
    )


def _headings(look: Look, numbered: int) -> list[Style]:
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
            lettering=look.heading(level),
            tail=f'<w:outlineLvl w:val="{level}"/>',
        )
        for level in range(HEADING_LEVELS)
    ]


def _in_tables(look: Look) -> tuple[Style, ...]:
    centred = '<w:jc w:val="center"/>'
    return (
        Style(
            id="TableText",
            name="Table Text",
            based="Normal",
            lettering=look.table_text,
        ),
        Style(
            id="TableHead",
            name="Table Head",
            based="TableText",
            paragraph="<w:keepNext/>",
            lettering=look.table_head,
        ),
        Style(id="TableLabel", name="Table Label", based="TableText", lettering=look.table_head),
        Style(
            id="FlowLabel",
            name="Flow Label",
            based="TableText",
            lettering=evolve(look.table_head, align="center"),
        ),
        Style(
            id="FlowArrow",
            name="Flow Arrow",
            based="TableText",
            paragraph=centred,
            latin=look.symbols,
            chinese=look.symbols,
            colour=look.accent,
            size=look.table_size + 3,
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
    )


def _around(look: Look) -> tuple[Style, ...]:
    """Return the styles of headers and footers; only some designs tell even pages from odd ones."""
    across = look.footer.align
    even = evolve(look.footer, align=_OTHER_SIDE.get(across, across))
    return (
        Style(
            id="Mark",
            name="Mark",
            based="Normal",
            next="Title",
            lettering=evolve(look.subheading, indent=0, after=120, bold=True),
        ),
        Style(
            id="Header",
            name="header",
            based="Normal",
            paragraph=borders(line("bottom", look.hairline, look.header_rule, 6)),
            lettering=look.header,
            listed=False,
        ),
        Style(
            id="Footer",
            name="footer",
            based="Normal",
            lettering=look.footer,
            listed=False,
        ),
        Style(
            id="FooterEven",
            name="Footer Even",
            based="Normal",
            lettering=even,
            listed=False,
        ),
    )


def _contents(look: Look) -> tuple[Style, ...]:
    """Return the styles of the table of contents: dots lead from each heading to its page."""
    lines = evolve(look.body, before=0, after=40, height=264, indent=0, align="left")
    tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{look.text_width}"/>'
    return (
        Style(
            id="TOCHeading",
            name="TOC Heading",
            based="Normal",
            next="Normal",
            paragraph="<w:keepNext/>",
            lettering=evolve(look.heading(0), indent=0),
        ),
        *(
            Style(
                id=f"TOC{level}",
                name=f"toc {level}",
                based="Normal",
                next="Normal",
                paragraph=f"<w:tabs>{tab}</w:tabs>",
                lettering=evolve(lines, inset=200 * (level - 1)),
                listed=False,
            )
            for level in (1, 2)
        ),
    )


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
