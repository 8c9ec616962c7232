"""The sections of a file: portrait pages, and landscape pages for tables that are too wide for them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from opshandover.exporters.word.alt_text import is_label
from opshandover.exporters.word.design import Design
from opshandover.exporters.word.tables import GAP
from opshandover.ooxml.xml import template
from opshandover.pages.blocks import Block, Heading, Table

END_OF_PORTRAIT, END_OF_LANDSCAPE = "\0portrait", "\0landscape"
"""Mark the ends of sections in the body until the headers and footers of the file are known."""

_BREAK = '<w:p><w:pPr><w:pStyle w:val="TableGap"/>{}</w:pPr></w:p>'


def stretches(blocks: Sequence[Block], is_wide: Callable[[Table], bool]) -> Iterator[tuple[bool, Sequence[Block]]]:
    """Yield blocks by sections, each with whether it is landscape; headings and labels stay with their table."""
    wide = [isinstance(block, Table) and is_wide(block) for block in blocks]
    for at in range(len(blocks) - 2, -1, -1):
        wide[at] = wide[at] or (wide[at + 1] and (isinstance(blocks[at], Heading) or is_label(blocks[at])))
    for landscape, group in groupby(zip(wide, blocks, strict=True), key=lambda each: each[0]):
        yield landscape, [block for _, block in group]


def section_xml(design: Design, references: str = "", *, landscape: bool = False) -> str:
    """Return the properties of a section.

    A landscape page has the margins and the grid lines of the others, so that headers and footers stay in
    place and lines as far apart.
    """
    values = dict(design.values())
    if landscape:
        values |= {"page_width": design.page_height, "page_height": design.page_width}
    turned = ' w:orient="landscape"' if landscape else ""
    return template("section.xml").substitute(values, references=references, orientation=turned).strip()


@frozen(kw_only=True)
class Sections:
    """The section properties of one file.

    `references` name the headers and footers; a landscape section names in `landscape_references` only those
    that differ, and has the others from the section before it.
    """

    design: Design
    references: str
    landscape_references: str = ""

    def put_into(self, body: Sequence[str]) -> tuple[list[str], str]:
        """Return a body with its section breaks, and the properties of the last section.

        The break takes the place of the gap after a table: one empty line less that could need a page of its own.
        """
        ends = {END_OF_PORTRAIT: self._portrait, END_OF_LANDSCAPE: self._landscape}
        written: list[str] = []
        for piece in body:
            if piece in ends:
                if written and written[-1] == GAP:
                    written.pop()
                written.append(_BREAK.format(ends[piece]))
            else:
                written.append(piece)
        if body and body[-1] == END_OF_LANDSCAPE:
            return [*written[:-1], GAP], self._landscape
        return written, self._portrait

    @property
    def _portrait(self) -> str:
        return section_xml(self.design, self.references)

    @property
    def _landscape(self) -> str:
        return section_xml(self.design, self.landscape_references, landscape=True)
