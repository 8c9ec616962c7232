"""The body of the document: blocks become paragraphs and tables."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import assert_never

from attrs import Factory, evolve, field, frozen

from opshandover.exporters.word import design as look
from opshandover.exporters.word.chart import Charts
from opshandover.exporters.word.contents import PLACE, Contents
from opshandover.exporters.word.flow import flow_table
from opshandover.exporters.word.measure import Ruler
from opshandover.exporters.word.numbering import GREATEST_START, LEVELS, Numbering
from opshandover.exporters.word.position import (
    KEPT_GAP,
    TABLE_START,
    Marker,
    Place,
    numbered,
    paragraph,
)
from opshandover.exporters.word.runs import RunWriter
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
    tables: TableWriter = field(
        init=False,
        default=Factory(
            lambda self: TableWriter(self.runs, self.blocks, Ruler.of(self.runs.look), self.anchors),
            takes_self=True,
        ),
    )

    charts: Charts = field(init=False, default=Factory(lambda self: Charts(self.runs), takes_self=True))

    def page(self, page: Page) -> Iterator[str]:
        """Yield the whole body: title, kind of document, and the blocks."""
        own = self.runs.look
        place = Place(width=own.text_width, style="BodyText", step=own.list_step)
        title = page.title or page.kind
        path = "title" if dict(page.properties).get("title") else ""
        content = self._carried(self.runs.plain(title), path, place)
        yield paragraph(content, place, style="Title")
        kind = page.kind if page.kind != title else ""
        yield paragraph(self.runs.plain(kind), place, style="Subtitle")
        blocks = page.blocks
        if self.contents:
            head = tuple(takewhile(_comes_first, blocks))
            yield from self.blocks(head, place)
            yield PLACE
            blocks = blocks[len(head) :]
        yield from self.blocks(blocks, place)

    def blocks(self, blocks: Iterable[Block], place: Place) -> Iterator[str]:
        """Yield the XML of blocks, with a gap after each table.

        A numbered heading has its own space before it, and would not be at the top of a page if a gap
        preceded it.
        """
        match blocks:
            case (Paragraph() as only,) if place.inside:
                yield self._paragraph(only, place)
                return
            case _:
                pass
        gap_is_due = False
        pieces = list(_pieces(blocks, boxed=not place.inside))
        kept = _kept(pieces)
        for number, piece in enumerate(pieces):
            if gap_is_due and (place.inside or not isinstance(piece, Heading)):
                yield KEPT_GAP if number - 1 in kept else GAP
            if isinstance(piece, tuple):
                parts = self.tables.box(piece, place)
            else:
                within = evolve(place, keep=True) if number in kept else place
                parts = self.block(piece, within)
            # Lines in a grid have all their spacing above them.
            hangs = number > 0 and not gap_is_due and not place.inside
            first = part = next(parts, "")
            if hangs and self.runs.look.body.grid and first.startswith(TABLE_START):
                yield KEPT_GAP
            yield first
            for part in parts:
                yield part
            gap_is_due = part.endswith(TABLE_END)
        if gap_is_due:
            yield GAP

    def block(self, block: Block, place: Place) -> Iterator[str]:
        """Yield the XML of one block."""
        match block:
            case Heading():
                yield self._heading(block, place)
            case Paragraph():
                yield self._paragraph(block, place)
            case ListBlock():
                yield from self._list(block, place)
            case Table():
                yield from self.tables.table(block, place)
            case Facts():
                yield from self.tables.facts(block, place)
            case Quote():
                left = place.indented(look.QUOTE_STEP)
                style = place.style if place.inside else "Quote"
                path = block.path or place.path
                yield from self.blocks(block.blocks, evolve(place, left=left, style=style, inside=True, path=path))
            case Code():
                within = evolve(place, left=place.indented(look.CODE_STEP))
                content = self._carried(self.runs.plain(block.text), block.path, place)
                yield paragraph(content, within, style="Code")
            case Flow():
                yield from flow_table(block, place, self.runs)
            case Chart():
                yield from self.charts.written(block, place)
            case Divider():
                yield paragraph("", place, style="Divider")
            case _:
                assert_never(block)

    def _heading(self, heading: Heading, place: Place) -> str:
        content = self.runs.plain(heading.text)
        if heading.is_value:
            content = self._carried(content, heading.path, place)
        content = self.anchors.bookmark(content, SECTION, heading.path)
        if place.inside:
            return paragraph(content, place, style="Subheading")
        if self.contents:
            content = self.contents.marked(content, heading)
        level = min(max(heading.level, 1), look.HEADING_LEVELS)
        aside = heading.role is Role.ATTENTION and level <= look.NUMBERED_LEVELS
        return paragraph(content, place, style=f"Heading{level}", unnumbered=aside)

    def _paragraph(self, block: Paragraph, place: Place, marker: Marker | None = None) -> str:
        role = block.role if block.role is not Role.NONE else place.role
        asks = role is Role.PLACEHOLDER
        label, runs = _led(block.runs) if asks else ((), block.runs)
        content = self.runs.xml(runs, role, place.room)
        content = self._carried(content, block.path, place, prompt=asks)
        if label:
            content = self.runs.xml(label, room=place.room) + content
        style = "Risk" if block.role is Role.RISK and not place.inside else ""
        return paragraph(content, place, style=style, marker=marker)

    def _carried(self, content: str, path: str, place: Place, *, prompt: bool = False) -> str:
        """Put a content control around the runs of a paragraph that shows a value."""
        path = path or place.path
        if not path or place.by_grid:
            return content
        return self.anchors.control(content, path, label=place.label, prompt=prompt)

    def _list(self, block: ListBlock, place: Place) -> Iterator[str]:
        level = min(place.depth, LEVELS - 1)
        within = evolve(
            place,
            left=place.indented(place.step),
            depth=place.depth + 1,
            style=place.list_style,
            inside=True,
            path=block.path or place.path,
        )
        literal = block.start + len(block.items) > GREATEST_START or block.start < 0
        number = look.BULLETS
        if block.ordered and not literal:
            number = self.numbering.new_list(level, block.start)
        for place_in_list, item in enumerate(block.items, start=block.start):
            sign = f"{place_in_list}." if block.ordered and literal else ""
            yield from self._item(item, within, self._marker(item, level, number, sign))

    def _marker(self, item: ListItem, level: int, number: int, sign: str) -> Marker:
        box = "" if item.checked is None else self.anchors.checkbox(checked=item.checked)
        suffix = box + _SPACE if box else ""
        if sign:
            return Marker(sign=self.runs.plain(sign) + _TAB + suffix)
        if box and number == look.BULLETS:
            return Marker(sign=box + _TAB)
        return Marker(numbering=numbered(level, number), sign=suffix)

    def _item(self, item: ListItem, place: Place, marker: Marker) -> Iterator[str]:
        first, rest = item.blocks[:1], item.blocks[1:]
        match first:
            case (Paragraph() as lead,):
                yield self._paragraph(lead, place, marker)
            case _:
                yield paragraph("", place, marker=marker)
                rest = item.blocks
        yield from self.blocks(rest, place)


def _comes_first(block: Block) -> bool:
    """Whether a block belongs to the opening: the metadata, and what asks for attention."""
    return not isinstance(block, Heading) or block.role is Role.ATTENTION


def _led(runs: Runs) -> tuple[Runs, Runs]:
    """Split the runs of a placeholder into its label and the text that the reader replaces."""
    end = next((at for at, run in enumerate(runs) if not run.strong and run.text.strip()), 0)
    return runs[:end], runs[end:]


def _kept(pieces: Sequence[Block | tuple[Block, ...]]) -> Collection[int]:
    """Return the indices of blocks that stay on the page of the next: labels, and what is signed."""
    kept = {number for number, piece in enumerate(pieces[:-1]) if _is_label(piece)}
    for number, piece in enumerate(pieces):
        if isinstance(piece, Table) and piece.role is Role.SIGNATURE:
            before = range(number - 1, -1, -1)
            kept.update(takewhile(lambda at: not isinstance(pieces[at], Heading), before))
    return kept


def _is_label(block: Block | tuple[Block, ...]) -> bool:
    """Whether a paragraph is only a label."""
    runs = block.runs if isinstance(block, Paragraph) else ()
    return bool(runs) and all(run.strong for run in runs)


def _pieces(blocks: Iterable[Block], *, boxed: bool) -> Iterator[Block | tuple[Block, ...]]:
    """Group blocks that share a box; a table that asks for attention is not in one."""
    for urgent, group in groupby(blocks, _asks_for_attention):
        if urgent and boxed:
            yield tuple(group)
        else:
            yield from group


def _asks_for_attention(block: Block) -> bool:
    return isinstance(block, Paragraph | Facts) and block.role is Role.ATTENTION
