"""One style of Word, and the pieces of XML that styles are made of."""

from attrs import frozen

from opshandover.exporters.word.look import Look


@frozen(kw_only=True)
class Style:
    """One style. `paragraph` and `run` are XML of its properties, in the schema's order.

    `run` holds what follows the fonts; size and colour come after it. The fonts are the look's
    own unless the style names others.
    """

    id: str
    name: str
    kind: str = "paragraph"
    based: str = ""
    next: str = ""
    paragraph: str = ""
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
        parts.append(f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
        parts.append(f"<w:rPr>{self._run(look)}</w:rPr>{self.table}</w:style>")
        return "".join(parts)

    def _run(self, look: Look) -> str:
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        size = f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>' if self.size else ""
        language = '<w:lang w:val="en-US" w:eastAsia="en-US"/>' if self.id == "Tick" else ""
        underline = '<w:u w:val="single"/>' if self.id == "Hyperlink" else ""
        named = fonts(self.latin or look.latin, self.chinese or look.chinese)
        return named + self.run + colour + size + underline + language


BOLD = "<w:b/><w:bCs/>"


def fonts(latin: str, chinese: str) -> str:
    """Names the fonts in all four slots: one left out falls back to what Word likes."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def line(side: str, colour: str, size: int = 4, space: int = 0) -> str:
    """Gives one line of a border."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def spacing(before: int, after: int, line_height: int = 0) -> str:
    """Gives the space round a paragraph; lines are so many 240ths of a line high."""
    height = f' w:line="{line_height}" w:lineRule="auto"' if line_height else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def bar(colour: str, size: int) -> str:
    """Gives the border of a paragraph that has a bar at its left."""
    return f"<w:pBdr>{line('left', colour, size, 10)}</w:pBdr>"


def shading(fill: str) -> str:
    """Gives the ground of a paragraph."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
