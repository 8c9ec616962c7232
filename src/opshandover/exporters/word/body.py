"""The body of the document: blocks become paragraphs and tables."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial, reduce
from itertools import groupby, takewhile
from typing import assert_never

from attrs import Factory, evolve, field, frozen

from opshandover.exporters.word import design
from opshandover.exporters.word.alt_text import below, is_label
from opshandover.exporters.word.chart import Charts
from opshandover.exporters.word.comments import Comments
from opshandover.exporters.word.contents import CONTENTS_PLACEHOLDER, Contents
from opshandover.exporters.word.flow import flow_table
from opshandover.exporters.word.measure import TextMeasurer
from opshandover.exporters.word.numbering import GREATEST_START, LEVELS, Numbering
from opshandover.exporters.word.paragraphs import (
    KEPT_GAP,
    TABLE_START,
    BlockContext,
    ListMarker,
    numbering_properties,
    paragraph,
)
from opshandover.exporters.word.runs import RunWriter
from opshandover.exporters.word.sections import END_OF_LANDSCAPE, END_OF_PORTRAIT, stretches
from opshandover.exporters.word.tables import GAP, TABLE_END, TableWriter
from opshandover.ooxml.anchors import SECTION, Anchors
from opshandover.pages.blocks import (
    Block,
    Chart,
    Code,
    Divider,
    Facts,
    Flow,
    Heading,
    ListBlock,
    ListItem,
    Page,
    Paragraph,
    Quote,
    Role,
    Runs,
    Table,
)

_TAB = "<w:r><w:tab/></w:r>"
_SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


@frozen
class BodyWriter:
    """Writes the blocks of a page."""

    runs: RunWriter
    numbering: Numbering
    anchors: Anchors
    contents: Contents | None = None
    turns: bool = field(default=False, kw_only=True)
    """Whether tables that are too wide get landscape pages."""
    comments: Comments | None = field(default=None, kw_only=True)
    tables: TableWriter = field(
        init=False,
        default=Factory(
            lambda self: TableWriter(
                self.runs, self.blocks, TextMeasurer.of(self.runs.design), self.anchors, bool(self.comments)
            ),
            takes_self=True,
        ),
    )

    charts: Charts = field(init=False, default=Factory(lambda self: Charts(self.runs), takes_self=True))

    def page(self, page: Page, *, titled: bool = True) -> Iterator[str]:
        """Yield the whole body: title and kind of document, unless they are shown elsewhere, and the blocks."""
        own = self.runs.design
        context = BlockContext(width=own.text_width, style="BodyText", step=own.list_step)
        title = page.title if page.title.strip() else page.kind
        context = evolve(context, above=((0, title),))
        if titled:
            path = "title" if page.text_property("title") else ""
            content = self.marked(self._carried(self.runs.plain(title), path, context), "")
            yield paragraph(content, context, style="Title")
            kind = page.kind if page.kind != title else ""
            yield paragraph(self.runs.plain(kind), context, style="Subtitle")
        blocks = page.blocks
        if self.contents:
            head = tuple(takewhile(_comes_first, blocks))
            yield from self._sections(head, context)
            yield CONTENTS_PLACEHOLDER
            blocks = blocks[len(head) :]
        yield from self._sections(blocks, context)

    def _sections(self, blocks: Sequence[Block], context: BlockContext) -> Iterator[str]:
        """Yield the XML of blocks, with marks where sections end."""
        if not self.turns:
            yield from self.blocks(blocks, context)
            return
        for landscape, stretch in stretches(blocks, partial(self.tables.is_wide, width=context.room)):
            if landscape:
                yield END_OF_PORTRAIT
                yield from self.blocks(stretch, evolve(context, width=self.runs.design.landscape_width))
                yield END_OF_LANDSCAPE
            else:
                yield from self.blocks(stretch, context)
            context = evolve(context, above=reduce(below, stretch, context.above))

    def blocks(self, blocks: Iterable[Block], context: BlockContext) -> Iterator[str]:
        """Yield the XML of blocks, with a gap after each table.

        A numbered heading has its own space before it, and would not be at the top of a page if a gap
        preceded it.
        """
        match blocks:
            case (Paragraph() as only,) if context.inside:
                yield self._paragraph(only, context)
                return
            case _:
                pass
        gap_is_due = False
        pieces = list(_pieces(blocks, boxed=not context.inside))
        kept, last = _kept(pieces), _before_signatures(pieces)
        for number, piece in enumerate(pieces):
            if gap_is_due and (context.inside or not isinstance(piece, Heading)):
                yield KEPT_GAP if number - 1 in kept else GAP
            if isinstance(piece, tuple):
                parts = self.tables.box(piece, context)
            else:
                within = evolve(context, keep=True) if number in kept else context
                within = evolve(within, keep_end=True) if number == last else within
                parts = self.block(piece, within)
            # Lines in a grid have all their spacing above them.
            hangs = number > 0 and not gap_is_due and not context.inside
            first = part = next(parts, "")
            if hangs and self.runs.design.body.grid and first.startswith(TABLE_START):
                yield KEPT_GAP
            yield first
            for part in parts:
                yield part
            gap_is_due = part.endswith(TABLE_END)
            context = evolve(context, above=below(context.above, piece))
        if gap_is_due:
            yield GAP

    def block(self, block: Block, context: BlockContext) -> Iterator[str]:
        """Yield the XML of one block."""
        match block:
            case Heading():
                yield self._heading(block, context)
            case Paragraph():
                yield self._paragraph(block, context)
            case ListBlock():
                yield from self._list(block, context)
            case Table():
                yield from self.tables.table(block, context)
            case Facts():
                yield from self.tables.facts(block, context)
            case Quote():
                yield from self._quote(block, evolve(context.quoted(), path=block.path or context.path))
            case Code():
                within = evolve(context, left=context.indented(design.CODE_STEP))
                content = self._carried(self.runs.plain(block.text), block.path, context)
                yield paragraph(content, within, style="Code")
            case Flow():
                yield from flow_table(block, context, self.runs)
            case Chart():
                yield from self.charts.paragraphs(block, context)
            case Divider():
                yield paragraph("", context, style="Divider")
            case _:
                assert_never(block)

    def _quote(self, quote: Quote, context: BlockContext) -> Iterator[str]:
        """Yield a quotation; if it does not begin with text in its style, a blank line does."""
        match quote.blocks[:1]:
            case (Paragraph() | Heading() | ListBlock(items=(_, *_)),):
                pass
            case _:
                yield paragraph("", evolve(context, keep=True))
        yield from self.blocks(quote.blocks, context)

    def _heading(self, heading: Heading, context: BlockContext) -> str:
        content = self.runs.plain(heading.text, strong=context.is_quoted)
        if heading.is_value:
            content = self._carried(content, heading.path, context)
        elif heading.path:
            content = self.marked(content, heading.path)
        content = self.anchors.bookmark(content, SECTION, heading.path)
        if context.is_quoted:
            return paragraph(content, evolve(context, keep=True))
        if context.inside:
            return paragraph(content, context, style="Subheading")
        if self.contents:
            content = self.contents.marked(content, heading)
        level = min(max(heading.level, 1), design.HEADING_LEVELS)
        aside = heading.role is Role.ATTENTION and level <= design.NUMBERED_LEVELS
        return paragraph(content, context, style=f"Heading{level}", unnumbered=aside)

    def _paragraph(self, block: Paragraph, context: BlockContext, marker: ListMarker | None = None) -> str:
        if context.keep_end:
            context = evolve(context, keep=True)
        role = block.role if block.role is not Role.NONE else context.role
        asks = role is Role.PLACEHOLDER
        label, runs = _led(block.runs) if asks else ((), block.runs)
        content = self.runs.xml(runs, role, context.room, block.level)
        content = self._carried(content, block.path, context, prompt=asks)
        if label:
            content = self.runs.xml(label, room=context.room) + content
        style = "Risk" if block.role is Role.RISK and not context.inside else ""
        return paragraph(content, context, style=style, marker=marker)

    def _carried(self, content: str, path: str, context: BlockContext, *, prompt: bool = False) -> str:
        """Put a content control around the runs of a paragraph that shows a value."""
        path = path or context.path
        if not path:
            return content
        if not context.by_grid:
            content = self.anchors.control(content, path, label=context.label, prompt=prompt)
        return self.marked(content, path) if content else content

    def marked(self, content: str, path: str) -> str:
        """Mark runs as a place for comments on a value."""
        return self.comments.mark(content, path) if self.comments else content

    def _list(self, block: ListBlock, context: BlockContext) -> Iterator[str]:
        level = min(context.depth, LEVELS - 1)
        left = context.indented(context.step)
        within = evolve(
            context,
            left=left,
            hanging=left - context.left,
            depth=context.depth + 1,
            style=context.list_style,
            inside=True,
            path=block.path or context.path,
        )
        literal = block.start + len(block.items) > GREATEST_START or block.start < 0
        number = design.BULLETS
        if block.ordered and not literal:
            number = self.numbering.new_list(level, block.start)
        for number_in_list, item in enumerate(block.items, start=block.start):
            sign = f"{number_in_list}." if block.ordered and literal else ""
            end = context.keep_end and item is block.items[-1]
            around = evolve(within, keep=within.keep or end, keep_end=end)
            yield from self._item(item, around, self._marker(item, level, number, sign))

    def _marker(self, item: ListItem, level: int, number: int, sign: str) -> ListMarker:
        box = "" if item.checked is None else self.anchors.checkbox(checked=item.checked)
        suffix = box + _SPACE if box else ""
        if sign:
            return ListMarker(sign=self.runs.plain(sign) + _TAB + suffix)
        if box and number == design.BULLETS:
            return ListMarker(sign=box + _TAB)
        return ListMarker(numbering=numbering_properties(level, number), sign=suffix)

    def _item(self, item: ListItem, context: BlockContext, marker: ListMarker) -> Iterator[str]:
        first, rest = item.blocks[:1], item.blocks[1:]
        match first:
            case (Paragraph() as lead,):
                yield self._paragraph(lead, context, marker)
            case _:
                yield paragraph("", context, marker=marker)
                rest = item.blocks
        yield from self.blocks(rest, context)


def _comes_first(block: Block) -> bool:
    """Whether a block belongs to the opening: the metadata, and what asks for attention."""
    return not isinstance(block, Heading) or block.role is Role.ATTENTION


def _led(runs: Runs) -> tuple[Runs, Runs]:
    """Split the runs of a placeholder into its label and the text that the reader replaces."""
    end = next((at for at, run in enumerate(runs) if not run.strong and run.text.strip()), 0)
    return runs[:end], runs[end:]


def _kept(pieces: Sequence[Block | tuple[Block, ...]]) -> Collection[int]:
    """Return the indices of blocks that stay on the page of the next: labels, and what is signed."""
    kept = {number for number, piece in enumerate(pieces[:-1]) if is_label(piece)}
    for number, piece in enumerate(pieces):
        if isinstance(piece, Table) and piece.role is Role.SIGNATURE:
            before = range(number - 1, -1, -1)
            kept.update(takewhile(lambda at: not isinstance(pieces[at], Heading), before))
    return kept


def _before_signatures(pieces: Sequence[Block | tuple[Block, ...]]) -> int:
    """Return the index of the block whose end is on the page of signatures that would be alone there; -1 for none."""
    for number, piece in enumerate(pieces):
        if isinstance(piece, Table) and piece.role is Role.SIGNATURE:
            return number - 2 if isinstance(pieces[number - 1], Heading) else -1
    return -1


def _pieces(blocks: Iterable[Block], *, boxed: bool) -> Iterator[Block | tuple[Block, ...]]:
    """Group blocks that share a box; a table that asks for attention is not in one."""
    for urgent, group in groupby(blocks, _asks_for_attention):
        if urgent and boxed:
            yield tuple(group)
        else:
            yield from group


def _asks_for_attention(block: Block) -> bool:
    return isinstance(block, Paragraph | Facts) and block.role is Role.ATTENTION
