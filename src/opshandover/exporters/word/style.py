"""One Word style, and the XML fragments that styles are made of."""

from math import ceil

from attrs import frozen

from opshandover.exporters.word.design import Design, TextFormat

_CHINESE_LINE = 14.6
"""Slightly more than the line height of any Chinese font, in twips for each half point."""


@frozen(kw_only=True)
class Style:
    """One style. `paragraph` and `run` are XML of its properties, in the schema's order.

    `text_format` follows `paragraph`, and `tail` follows that. `run` holds what follows the fonts; size and
    colour come after it. The fonts are those of the design unless the style names others.
    """

    id: str
    name: str
    kind: str = "paragraph"
    based: str = ""
    next: str = ""
    paragraph: str = ""
    text_format: TextFormat | None = None
    tail: str = ""
    run: str = ""
    table: str = ""
    latin: str = ""
    chinese: str = ""
    colour: str = ""
    size: int = 0
    listed: bool = True

    def xml(self, design: Design) -> str:
        """Return the style element."""
        default = ' w:default="1"' if self.id in ("Normal", "TableNormal") else ""
        parts = [f'<w:style w:type="{self.kind}"{default} w:styleId="{self.id}">']
        parts.append(f'<w:name w:val="{self.name}"/>')
        parts.append(f'<w:basedOn w:val="{self.based}"/>' if self.based else "")
        parts.append(f'<w:next w:val="{self.next}"/>' if self.next else "")
        parts.append("<w:qFormat/>" if self.listed else "")
        layout = paragraph_properties(self.text_format, design) if self.text_format else ""
        paragraph = self.paragraph + layout + self.tail
        parts.append(f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        parts.append(f"<w:rPr>{self._run(design)}</w:rPr>{self.table}</w:style>")
        return "".join(parts)

    def _run(self, design: Design) -> str:
        set_as = self.text_format or TextFormat(size=0)
        tone = design.tone(set_as.tone) if self.text_format else ""
        shade, half_points = self.colour or tone, self.size or set_as.size
        colour = f'<w:color w:val="{shade}"/>' if shade else ""
        size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else ""
        language = '<w:lang w:val="en-US" w:eastAsia="en-US"/>' if self.id == "Tick" else ""
        underline = '<w:u w:val="single"/>' if self.id == "Hyperlink" else ""
        latin = self.latin or set_as.latin or design.latin
        chinese = self.chinese or set_as.chinese or design.chinese
        bold = BOLD if set_as.bold else ""
        apart = character_spacing(self.text_format, design) if self.text_format else ""
        described = bold + self.run + colour + apart + size + underline + language
        return fonts(latin, chinese) + described


BOLD = "<w:b/><w:bCs/>"


def fonts(latin: str, chinese: str) -> str:
    """Return the fonts in all four slots: for a missing one Word chooses its own."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def border_line(side: str, colour: str, size: int = 4, space: int = 0) -> str:
    """Return one border line; nothing if its size is 0."""
    if not size:
        return ""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def spacing(before: int, after: int, line_height: int = 0, rule: str = "auto") -> str:
    """Return the spacing of a paragraph; with the rule `auto` the line height is in 240ths of a line.

    With `atLeast` it is in twips.
    """
    height = f' w:line="{line_height}" w:lineRule="{rule}"' if line_height else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def paragraph_properties(text_format: TextFormat, design: Design) -> str:
    """Return the paragraph properties of a format."""
    side = "right" if text_format.align == "right" else "left"
    indents = "".join(
        f' w:{name}Chars="{hundredths}" w:{name}="{hundredths * text_format.size // 10}"'
        for name, hundredths in ((side, text_format.inset), ("firstLine", text_format.indent))
        if hundredths
    )
    indent = f"<w:ind{indents}/>" if indents else ""
    across = f'<w:jc w:val="{text_format.align}"/>' if text_format.align != "left" else ""
    return _lines(text_format, design) + indent + across


def _lines(text_format: TextFormat, design: Design) -> str:
    before, after = text_format.before, text_format.after
    if text_format.grid:
        return spacing(before, after, design.line_pitch, "atLeast")
    if text_format.even:
        return spacing(before, after, ceil(text_format.size * _CHINESE_LINE), "atLeast")
    return spacing(before, after, text_format.height)


def character_spacing(text_format: TextFormat, design: Design) -> str:
    """Return the character spacing: that of the grid if the text is as large as the body."""
    if not design.grid_characters:
        return ""
    in_grid = text_format.grid and text_format.size == design.body_size
    return f'<w:spacing w:val="{design.letter_spacing if in_grid else 0}"/>'


def borders(*lines: str) -> str:
    """Return the border of a paragraph, if it has any line."""
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>" if any(lines) else ""


def left_bar(colour: str, size: int, space: int = 10) -> str:
    """Return the border of a paragraph with a bar at its left, some points from its text."""
    return borders(border_line("left", colour, size, space))


def shading(fill: str) -> str:
    """Return the background of a paragraph; white without a fill."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def off_grid(design: Design) -> str:
    """Return the property that keeps text, including tables, off the grid by default."""
    return '<w:snapToGrid w:val="0"/>' if design.grid_lines else ""
