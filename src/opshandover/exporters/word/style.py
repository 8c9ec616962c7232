"""One Word style, and the XML fragments that styles are made of."""

from math import ceil

from attrs import frozen

from opshandover.exporters.word.design import Lettering, Look

_CHINESE_LINE = 14.6
"""Slightly more than the line height of any Chinese font, in twips for each half point."""


@frozen(kw_only=True)
class Style:
    """One style. `paragraph` and `run` are XML of its properties, in the schema's order.

    `lettering` follows `paragraph`, and `tail` follows that. `run` holds what follows the fonts; size and
    colour come after it. The fonts are those of the design unless the style names others.
    """

    id: str
    name: str
    kind: str = "paragraph"
    based: str = ""
    next: str = ""
    paragraph: str = ""
    lettering: Lettering | None = None
    tail: str = ""
    run: str = ""
    table: str = ""
    latin: str = ""
    chinese: str = ""
    colour: str = ""
    size: int = 0
    listed: bool = True

    def xml(self, look: Look) -> str:
        """Return the style element."""
        default = ' w:default="1"' if self.id in ("Normal", "TableNormal") else ""
        parts = [f'<w:style w:type="{self.kind}"{default} w:styleId="{self.id}">']
        parts.append(f'<w:name w:val="{self.name}"/>')
        parts.append(f'<w:basedOn w:val="{self.based}"/>' if self.based else "")
        parts.append(f'<w:next w:val="{self.next}"/>' if self.next else "")
        parts.append("<w:qFormat/>" if self.listed else "")
        layout = laid_out(self.lettering, look) if self.lettering else ""
        paragraph = self.paragraph + layout + self.tail
        parts.append(f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        parts.append(f"<w:rPr>{self._run(look)}</w:rPr>{self.table}</w:style>")
        return "".join(parts)

    def _run(self, look: Look) -> str:
        set_as = self.lettering or Lettering(size=0)
        tone = look.tone(set_as.tone) if self.lettering else ""
        shade, half_points = self.colour or tone, self.size or set_as.size
        colour = f'<w:color w:val="{shade}"/>' if shade else ""
        size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else ""
        language = '<w:lang w:val="en-US" w:eastAsia="en-US"/>' if self.id == "Tick" else ""
        underline = '<w:u w:val="single"/>' if self.id == "Hyperlink" else ""
        latin = self.latin or set_as.latin or look.latin
        chinese = self.chinese or set_as.chinese or look.chinese
        bold = BOLD if set_as.bold else ""
        apart = spaced_out(self.lettering, look) if self.lettering else ""
        described = bold + self.run + colour + apart + size + underline + language
        return fonts(latin, chinese) + described


BOLD = "<w:b/><w:bCs/>"


def fonts(latin: str, chinese: str) -> str:
    """Return the fonts in all four slots: for a missing one Word chooses its own."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def line(side: str, colour: str, size: int = 4, space: int = 0) -> str:
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


def laid_out(lettering: Lettering, look: Look) -> str:
    """Return the paragraph properties of a format."""
    side = "right" if lettering.align == "right" else "left"
    indents = "".join(
        f' w:{name}Chars="{hundredths}" w:{name}="{hundredths * lettering.size // 10}"'
        for name, hundredths in ((side, lettering.inset), ("firstLine", lettering.indent))
        if hundredths
    )
    indent = f"<w:ind{indents}/>" if indents else ""
    across = f'<w:jc w:val="{lettering.align}"/>' if lettering.align != "left" else ""
    return _lines(lettering, look) + indent + across


def _lines(lettering: Lettering, look: Look) -> str:
    before, after = lettering.before, lettering.after
    if lettering.grid:
        return spacing(before, after, look.line_pitch, "atLeast")
    if lettering.even:
        return spacing(before, after, ceil(lettering.size * _CHINESE_LINE), "atLeast")
    return spacing(before, after, lettering.height)


def spaced_out(lettering: Lettering, look: Look) -> str:
    """Return the character spacing: that of the grid if the text is as large as the body."""
    if not look.grid_characters:
        return ""
    in_grid = lettering.grid and lettering.size == look.body_size
    return f'<w:spacing w:val="{look.letter_spacing if in_grid else 0}"/>'


def borders(*lines: str) -> str:
    """Return the border of a paragraph, if it has any line."""
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>" if any(lines) else ""


def bar(colour: str, size: int) -> str:
    """Return the border of a paragraph with a bar at its left."""
    return borders(line("left", colour, size, 10))


def shading(fill: str) -> str:
    """Return the background of a paragraph; white without a fill."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def off_grid(look: Look) -> str:
    """Return the property that keeps text, including tables, off the grid by default."""
    return '<w:snapToGrid w:val="0"/>' if look.grid_lines else ""
