"""Pages written as GitHub-flavoured Markdown.

Markdown has no blank paragraphs, no column widths, no headings below the sixth level, and only lines
in table cells. All text is kept, and so are the styles of prose.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from opshandover.exporters.markdown.cells import cell_text
from opshandover.exporters.markdown.chart import bar_table_blocks
from opshandover.exporters.markdown.flow import mermaid_blocks
from opshandover.exporters.markdown.front_matter import properties_as_yaml
from opshandover.exporters.markdown.prose_headings import set_apart
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Facts,
    Flow,
    Heading,
    Page,
    Paragraph,
    Role,
    Run,
    Table,
    are_blank,
)
from opshandover.pages.facts import as_list, styled
from opshandover.pages.writing.blocks import BlockWriter, quoted
from opshandover.pages.writing.inline import heading_text, paragraph_text
from opshandover.plain_text import clean
from opshandover.text import Text

_COLON = Text("：", ": ")


def render(page: Page, *, front_matter: bool = True) -> str:
    """Write a page as Markdown, with one line feed at its end."""
    properties = properties_as_yaml(page.properties) if front_matter and page.properties else ""
    title = f"# {heading_text(page.title)}" if page.title.strip() else ""
    named = not page.kind.strip() or page.kind in page.title
    kind = "" if named else paragraph_text((Run(text=page.kind, emphasis=True),))
    body = _Writer(colon=colon_of(page)).blocks(tuple(map(set_apart, page.blocks)))
    return "\n\n".join(part for part in (properties, title, kind, body) if part) + "\n"


@frozen
class _Writer(BlockWriter):
    """Writes the blocks of a page; `colon` goes between a label and its content."""

    colon: str

    def each(self, blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
        """Yield each block that has content, with its text; what asks for attention is quoted."""
        for block, text in super().each(blocks):
            alert = _role(block) is Role.ATTENTION and not isinstance(block, Heading)
            yield block, quoted(text) if alert else text

    def block(self, block: Block, *, other: bool = False) -> str:
        """Write a block; `other` asks for the other marks of lists."""
        match block:
            case Heading():
                text = heading_text(block.text)
                return f"{'#' * min(block.level + 1, 6)} {text}" if block.text.strip() else ""
            case Code():
                return super().block(Code(clean(block.text), clean(block.language)), other=other)
            case Facts():
                return self.list(as_list(block, self.colon), other=other)
            case Flow():
                return self.blocks(mermaid_blocks(block))
            case Chart():
                return self.blocks(bar_table_blocks(block))
            case _:
                return super().block(block, other=other)

    def paragraph(self, block: Paragraph) -> str:
        """Write a paragraph or a heading of a text, unless it shows nothing."""
        shown = evolve(block, runs=styled(block.runs, block.role))
        return "" if are_blank(shown.runs) else super().paragraph(shown)

    def cell(self, cell: Cell) -> str:
        """Write a cell with all that it holds on one line."""
        return cell_text(cell, self.colon)


def colon_of(page: Page) -> str:
    """What goes between a label and its content."""
    return _COLON[page.lang]


def _role(block: Block) -> Role:
    match block:
        case Heading() | Paragraph() | Table() | Facts():
            return block.role
        case _:
            return Role.NONE
