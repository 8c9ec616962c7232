"""Headers and footers, and the confidentiality label above the title."""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from opshandover.errors import OptionError
from opshandover.exporters.pictures import EMU_PER_MM
from opshandover.exporters.word.drawing import Drawings
from opshandover.exporters.word.package import add_part, new_part
from opshandover.exporters.word.paragraphs import BlockContext, paragraph
from opshandover.exporters.word.runs import RunWriter
from opshandover.ooxml.part import TextPart
from opshandover.ooxml.xml import field_xml, template
from opshandover.pages.blocks import Page
from opshandover.plain_text import shortened
from opshandover.redaction import excerpt_path
from opshandover.text import Lang, Text, message

WIDEST_LOGO, HIGHEST_LOGO = 50, 10
"""The maximum size of a logo in the header (mm)."""


@frozen(kw_only=True)
class PageOptions:
    """The options for everything outside the body.

    `header_text` is at the top of every page, in place of organisation and kind, `footer_text` above the
    page number. `mark` is the confidentiality label: at the right of each header and above the title.
    `watermark` prints DRAFT across each page. `logo` is a picture file in `folder`, where the pictures
    of the text are as well. `contents` adds a table of contents, `refresh` makes Word update its page
    numbers when it opens the file.
    """

    header_text: str = ""
    footer_text: str = ""
    page_numbers: bool = True
    mark: str = ""
    watermark: bool = False
    logo: str = ""
    folder: str = ""
    contents: bool = False
    refresh: bool = False

    def above_title(self, runs: RunWriter) -> Iterator[str]:
        """Yield what is on the first page before everything else."""
        if mark := _one_line(self.mark):
            yield paragraph(runs.plain(mark), BlockContext(), style="Mark")

    def on_opening(self) -> str:
        """Return the setting that makes Word update all fields when it opens the file."""
        return '<w:updateFields w:val="true"/>' if self.refresh else ""

    def references(self, document: TextPart, page: Page, runs: RunWriter) -> str:
        """Add the header and footer parts, and return their references for the section properties.

        Raises:
            OptionError: the logo is not a picture that can be shown.
        """
        references = ""
        for kind, over, under, style in _SIDES[: 2 if runs.design.even_pages_differ else 1]:
            references += self._header_reference(document, kind, over, page, runs, width=runs.design.text_width)
            if lines := "".join(self._footer(runs, style)):
                footer = template("footer.xml").substitute(paragraphs=lines)
                number = add_part(document, under, footer)
                references += f'<w:footerReference w:type="{kind}" r:id="{number}"/>'
        return references

    def landscape_references(self, document: TextPart, page: Page, runs: RunWriter) -> str:
        """Add the header parts of landscape pages, and return their references, if they differ: by the label's place."""
        if not _one_line(self.mark):
            return ""
        width = runs.design.landscape_width
        return "".join(
            self._header_reference(document, kind, over, page, runs, width=width)
            for kind, over in _LANDSCAPE[: 2 if runs.design.even_pages_differ else 1]
        )

    def _header_reference(
        self, document: TextPart, kind: str, name: str, page: Page, runs: RunWriter, *, width: int
    ) -> str:
        part, number = new_part(document, name)
        part.pieces = (self._header(part, page, runs, width),)
        return f'<w:headerReference w:type="{kind}" r:id="{number}"/>'

    def _header(self, part: TextPart, page: Page, runs: RunWriter, width: int) -> str:
        """Return the header: logo and text at the left, the label at the right, on one line of a width."""
        usual = _default_header(page) if runs.design.running_header else ""
        text, mark = _one_line(self.header_text) or usual, _one_line(self.mark)
        logo = self._logo(part, page, runs.drawings) if self.logo else ""
        content = [logo, runs.plain(_GAP) if logo and text else "", runs.plain(text)]
        # An empty line in the header style would be a border with nothing above it.
        properties = ['<w:pStyle w:val="Header"/>' if logo or text or mark else ""]
        if mark:
            content += [_TAB, runs.plain(mark, strong=True)]
            properties.append(f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>')
        if logo:
            properties.append(_AROUND_LOGO)
        if self.watermark:
            content.append(_watermark(runs))
        return template("header.xml").substitute(properties="".join(properties), runs="".join(content))

    def _logo(self, part: TextPart, page: Page, drawings: Drawings) -> str:
        found = drawings.pictures.read(self.logo)
        if isinstance(found, Text):
            raise OptionError(
                message(
                    "选项 logo：不能使用“{logo}”：{why}；请使用图片文件夹（选项 folder，默认为当前"
                    "文件夹）中的 PNG 或 JPEG 图片",
                    "option logo: '{logo}' cannot be used: {why}; use a PNG or JPEG in the picture "
                    "folder (option folder, by default the working directory)",
                    logo=excerpt_path(self.logo, _LONGEST_PATH),
                    why=found,
                )
            )
        width, height = found.within(WIDEST_LOGO * EMU_PER_MM, HIGHEST_LOGO * EMU_PER_MM)
        owner = shortened(page.text_property("organisation"), _LONGEST_USUAL)
        says = _LOGO_OF[page.lang].format(owner) if owner else _LOGO[page.lang]
        return drawings.inline(part, found, width, height, says=says)

    def _footer(self, runs: RunWriter, style: str) -> Iterator[str]:
        if text := _one_line(self.footer_text):
            yield paragraph(runs.plain(text), BlockContext(), style=style)
        if self.page_numbers:
            yield paragraph("".join(_page_number(runs)), BlockContext(), style=style)


_SIDES = (
    ("default", "header.xml", "footer.xml", "Footer"),
    ("even", "header_even.xml", "footer_even.xml", "FooterEven"),
)
"""The parts of all or odd pages, and those of even pages, with the style of the page number."""
_LANDSCAPE = (("default", "header_landscape.xml"), ("even", "header_landscape_even.xml"))
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_GAP, _TAB = "\u2003", "<w:r><w:tab/></w:r>"
_AROUND_LOGO = '<w:spacing w:after="120" w:line="240" w:lineRule="auto"/><w:textAlignment w:val="center"/>'
_LONGEST_USUAL, _LONGEST_PATH = 80, 120
_LOGO, _LOGO_OF = Text("标志", "Logo"), Text("{}标志", "Logo of {}")
_DRAFT = Text("草稿", "DRAFT")
_DRAFT_SHAPE: Mapping[Lang, tuple[float, float]] = {"zh": (0.72, 0.36), "en": (0.92, 0.27)}
"""Width and height of the watermark before rotation, relative to the text width."""
_FIRST_SHAPE = 2049
"""Word numbers the shapes in headers from here."""


def _page_number(runs: RunWriter) -> Iterator[str]:
    """Yield the page number format of the design with its fields, each part in a run of its own."""
    for piece in re.split(r"(\{pages?\})", runs.design.page_number_form):
        yield field_xml(_FIELDS[piece], runs.plain("1")) if piece in _FIELDS else runs.plain(piece)


def _watermark(runs: RunWriter) -> str:
    design, number = runs.design, runs.drawings.ids.next()
    width, height = (round(part * design.text_width / 20) for part in _DRAFT_SHAPE[runs.lang])
    return template("watermark.xml").substitute(
        text=_DRAFT[runs.lang],
        font=design.chinese if runs.lang == "zh" else design.latin,
        width=width,
        height=height,
        number=number,
        shape=_FIRST_SHAPE + number,
    )


def _default_header(page: Page) -> str:
    organisation = page.text_property("organisation")
    return " · ".join(part for part in (shortened(organisation, _LONGEST_USUAL), page.kind) if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())
