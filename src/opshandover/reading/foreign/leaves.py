"""The texts of a page that somebody wrote: each keeps its line and what became of it, so that none is lost.

A page of blocks becomes a tree of these, in which every line of text is a leaf of its own, because a line break is
what people put between two statements. The leaves of a page are counted apart from them: see `count_texts`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from attrs import define, evolve, field

from opshandover.continuity.ledger import Fate, Found
from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Divider,
    Fact,
    Facts,
    Flow,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    are_blank,
    text_of,
)
from opshandover.pages.facts import as_facts


@define(eq=False)
class Leaf:
    """One line of text.

    `path` is where it is in the document once it has a place, `fate` what became of it. `known` are its words that a
    declared name stands for now, such as a label, or a value that was understood, such as a date.
    """

    runs: Runs
    line: int
    path: str = ""
    fate: Fate | None = None
    found: Found | None = None
    known: list[str] = field(factory=list[str])
    shares: "Leaf | None" = None
    """The leaf with which it is counted, if it is the rest of a line that was split."""
    follows: "list[Leaf]" = field(factory=list["Leaf"])
    """Leaves that go where this one goes, such as its label in the cell before."""

    @property
    def text(self) -> str:
        """The plain text."""
        return text_of(self.runs).strip()

    def home(self, path: str, found: Found = Found.LABEL) -> None:
        """Note where the text is now; the first place counts."""
        if self.fate is None or self.fate is Fate.LEFT:
            self.path, self.fate, self.found = path, Fate.NEW, found
        for other in (*self.follows, *([self.shares] if self.shares else [])):
            other.home(path, found)

    def part(self, *runs: Run) -> "Leaf":
        """A part of this line, which is counted with it."""
        return Leaf(runs, self.line, shares=self)

    def leave(self) -> None:
        """Note that the text has no place of its own."""
        if self.fate is None:
            self.fate = Fate.LEFT
        for other in (*self.follows, *([self.shares] if self.shares else [])):
            other.leave()


@define(eq=False)
class Line:
    """A line of a paragraph; it `continues` one if it is not the first."""

    leaf: Leaf
    continues: bool = False


@define(eq=False)
class Head:
    """A heading, or a line that serves as one."""

    level: int
    leaf: Leaf


@define(eq=False)
class Item:
    """One item of a list."""

    blocks: "list[Part]"
    checked: bool | None
    line: int


@define(eq=False)
class Listing:
    """A list."""

    items: list[Item]
    ordered: bool = False
    start: int = 1


@define(eq=False)
class Grid:
    """A table; its head is the first row, empty if it has none."""

    head: list[Leaf]
    rows: "list[list[list[Part]]]"
    line: int

    @property
    def whole(self) -> "list[list[list[Part]]]":
        """All rows, its head too."""
        head: list[list[Part]] = [[Line(leaf)] if leaf.text else [] for leaf in self.head]
        return [head, *self.rows] if any(head) else list(self.rows)


@define(eq=False)
class Verbatim:
    """Preformatted text."""

    leaf: Leaf
    language: str


@define(eq=False)
class Quoted:
    """A quotation."""

    blocks: "list[Part]"


@define(eq=False)
class Rule:
    """A line across the page."""


Part = Line | Head | Listing | Grid | Verbatim | Quoted | Rule


def parts_of(blocks: Iterable[Block]) -> list[Part]:
    """The blocks of a page as parts with a leaf for each line of text."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> Iterator[Part]:
    block = as_facts(block) or block
    match block:
        case Heading():
            words = " ".join(block.text.split())
            yield from [Head(block.level, Leaf((Run(words),), block.line))] * bool(words)
        case Paragraph():
            lines = enumerate(lines_of(block.runs))
            yield from (Line(Leaf(runs, block.line + at if block.line else 0), at > 0) for at, runs in lines)
        case ListBlock():
            items = [Item(parts_of(item.blocks), item.checked, item.line) for item in block.items]
            yield Listing(items, block.ordered, block.start)
        case Table():
            yield _grid(block)
        case Facts():
            yield from (part for fact in block.items for part in _fact(fact))
        case Quote():
            yield Quoted(parts_of(block.blocks))
        case Code():
            yield from [Verbatim(Leaf((Run(block.text),), block.line), block.language)] * bool(block.text.strip())
        case Divider():
            yield Rule()
        case Flow():
            yield from _parts(_as_list(block))
        case Chart():
            pass
        case _:
            assert_never(block)


def _as_list(flow: Flow) -> ListBlock:
    """The steps of a flow, each with its note below."""
    texts = ((step.label, step.note) for step in flow.steps)
    return ListBlock(tuple(ListItem(tuple(Paragraph((Run(text),)) for text in both if text.strip())) for both in texts))


def _grid(table: Table) -> Grid:
    """A table; one without a head, as programs write them, has that of its first row."""
    head = [Leaf((Run(column.label),), table.line) for column in table.columns]
    rows = [[_cell(cell, row.line) for cell in row.cells] for row in table.rows]
    first = [cell[0].leaf if len(cell) == 1 and isinstance(cell[0], Line) else None for cell in rows[0]] if rows else []
    named = [leaf for leaf in first if leaf is not None and leaf.text]
    if any(leaf.text for leaf in head) or len(rows) < 2 or len(named) < max(2, len(first)):
        return Grid(head, rows, table.line)
    return Grid(named, rows[1:], table.line)


def _fact(fact: Fact) -> list[Part]:
    """A label and its content as a line, or as a line above it."""
    inside = parts_of(fact.cell.blocks)
    label = Run(f"{fact.label}：", strong=True)
    first = inside[0] if len(inside) == 1 else None
    if isinstance(first, Line):
        return [Line(Leaf((label, *first.leaf.runs), first.leaf.line))]
    return [Line(Leaf((label,), 0)), *inside]


def _cell(cell: Cell, line: int) -> list[Part]:
    inside = parts_of(cell.blocks)
    for leaf in leaves_of(inside):
        leaf.line = leaf.line or line
    return inside


def lines_of(runs: Runs) -> list[Runs]:
    """The lines that show something, each with its runs."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        if first or _is_picture(run):
            lines[-1].append(evolve(run, text=first))
        lines.extend([evolve(run, text=text)] if text else [] for text in more)
    return [tuple(line) for line in lines if line and not are_blank(tuple(line))]


def _is_picture(run: Run) -> bool:
    """Whether a run shows a picture, and not one that leads nowhere and says nothing."""
    return run.image is not None and bool(run.image.address or run.image.title or run.text.strip())


def leaves_of(parts: Iterable[Part]) -> Iterator[Leaf]:
    """All leaves of parts, in order."""
    for part in parts:
        match part:
            case Line() | Head() | Verbatim():
                yield part.leaf
            case Listing():
                for item in part.items:
                    yield from leaves_of(item.blocks)
            case Grid():
                yield from (leaf for leaf in part.head if leaf.text)
                for row in part.rows:
                    for cell in row:
                        yield from leaves_of(cell)
            case Quoted():
                yield from leaves_of(part.blocks)
            case Rule():
                pass
            case _:
                assert_never(part)


def text_in(parts: Iterable[Part]) -> str:
    """The texts of parts on one line, such as those of a cell."""
    return " ".join(leaf.text for leaf in leaves_of(parts))


def beside(name: Leaf, label: str, values: Sequence[Leaf]) -> list[Part]:
    """A label and its value from cells beside each other, as lines; the account of the label goes with its value."""
    name.known.append(name.text)
    values[0].follows.append(name)
    first = Leaf((Run(f"{label}："), *values[0].runs), name.line, shares=values[0])
    return [Line(first), *map(Line, values[1:])]


def count_texts(blocks: Iterable[Block]) -> int:
    """The number of lines of text in blocks, counted from the blocks alone."""
    count = 0
    for one in blocks:
        block = as_facts(one) or one
        match block:
            case Heading():
                count += bool(block.text.strip())
            case Paragraph():
                text = "".join("\ufffc" if _is_picture(run) else run.text for run in block.runs)
                count += sum(bool(line.strip()) for line in text.split("\n"))
            case ListBlock():
                count += sum(count_texts(item.blocks) for item in block.items)
            case Table():
                count += sum(bool(column.label.strip()) for column in block.columns)
                count += sum(count_texts(cell.blocks) for row in block.rows for cell in row.cells)
            case Facts():
                for fact in block.items:
                    alone = len(fact.cell.blocks) == 1 and isinstance(fact.cell.blocks[0], Paragraph)
                    inside = count_texts(fact.cell.blocks)
                    count += inside if alone and inside == 1 else inside + 1
            case Quote():
                count += count_texts(block.blocks)
            case Code():
                count += bool(block.text.strip())
            case Flow():
                count += count_texts((_as_list(block),))
            case Chart() | Divider():
                pass
            case _:
                assert_never(block)
    return count
