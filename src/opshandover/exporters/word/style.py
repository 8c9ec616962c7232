"""One style of Word, and the pieces of XML that styles are made of."""

from math import ceil

from attrs import frozen

from opshandover.exporters.word.design import Lettering, Look

_CHINESE_LINE = 14.6
"""A little more than the height of a line in any Chinese font, in twips for each half point."""


@frozen(kw_only=True)
class Style:
    """One style. `paragraph` and `run` are XML of its properties, in the schema's order.

    `lettering` comes behind `paragraph`, and `tail` behind that. `run` holds what follows the fonts;
    size and colour come after it. The fonts are the look's own unless the style names others.
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
        """Gives the style's element."""
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
    """Names the fonts in all four slots: one left out falls back to what Word likes."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def line(side: str, colour: str, size: int = 4, space: int = 0) -> str:
    """Gives one line of a border; of no size there is none."""
    if not size:
        return ""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def spacing(before: int, after: int, line_height: int = 0, rule: str = "auto") -> str:
    """Gives the space round a paragraph; by the rule `auto` a line is so many 240ths of itself high.

    By `atLeast` the height is in twips.
    """
    height = f' w:line="{line_height}" w:lineRule="{rule}"' if line_height else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def laid_out(lettering: Lettering, look: Look) -> str:
    """Gives the properties of a paragraph that its lettering asks for."""
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
    """Gives the distance of characters: as the grid has it where they are as large as the body."""
    if not look.grid_characters:
        return ""
    in_grid = lettering.grid and lettering.size == look.body_size
    return f'<w:spacing w:val="{look.letter_spacing if in_grid else 0}"/>'


def borders(*lines: str) -> str:
    """Gives the border of a paragraph, if any line of it is there."""
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>" if any(lines) else ""


def bar(colour: str, size: int) -> str:
    """Gives the border of a paragraph that has a bar at its left."""
    return borders(line("left", colour, size, 10))


def shading(fill: str) -> str:
    """Gives the ground of a paragraph; without a fill it stays white."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def off_grid(look: Look) -> str:
    """Keeps a program from putting everything into the grid by itself, tables and all."""
    return '<w:snapToGrid w:val="0"/>' if look.grid_lines else ""
