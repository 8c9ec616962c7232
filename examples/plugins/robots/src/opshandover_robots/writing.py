"""Blocks as the lines of a message."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from opshandover.pages import (
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
    Run,
    Table,
)
from opshandover_robots.marks import Dialect, coloured, lines, text

_INDENT = "\u3000"
_COLON = {"zh": "：", "en": ": "}
_SEMICOLON = {"zh": "；", "en": "; "}


def written(page: Page, dialect: Dialect) -> str:
    """A page as the text of a message, its title first."""
    writer = _Writer(dialect, _COLON[page.lang], _SEMICOLON[page.lang])
    title = Heading(level=0, text=" ".join(page.title.split()))
    return dialect.between.join(writer.blocks((title, *page.blocks)))


class _Writer:
    """Writes blocks line by line; `colon` and `semicolon` are those of the language."""

    def __init__(self, dialect: Dialect, colon: str, semicolon: str) -> None:
        self.dialect, self.colon, self.semicolon = dialect, colon, semicolon

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The lines of some blocks."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                label = " ".join(text(block.text).split())
                yield from (
                    f"{'#' * min(block.level + 2, 6)} {line}" for line in coloured([label], block.role, self.dialect)
                )
            case Paragraph():
                yield from coloured(lines(block.runs, self.dialect), block.role, self.dialect)
            case ListBlock():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Facts():
                yield from self._facts(block)
            case Quote():
                yield from (f"> {line}" for line in self.blocks(block.blocks))
            case Code():
                yield from lines((Run(text=block.text, code=True),), self.dialect)
            case Flow():
                steps = " → ".join(" / ".join(filter(None, (step.label, step.note))) for step in block.steps)
                yield from lines((Run(text=f"{block.title}{self.colon}{steps}"),), self.dialect)
            case Chart():  # its figures stand in a table as well
                return
            case Divider():
                yield "———"
            case _:
                assert_never(block)

    def _list(self, block: ListBlock) -> Iterator[str]:
        for number, item in enumerate(block.items, block.start):
            yield from self._item(item, f"{number}. " if block.ordered else self.dialect.bullet)

    def _item(self, item: ListItem, mark: str) -> Iterator[str]:
        box = "" if item.checked is None else "☑ " if item.checked else "☐ "
        first, *others = [*self.blocks(item.blocks)] or [""]
        yield f"{mark}{box}{first}"
        yield from (f"{_INDENT}{line}" for line in others)

    def _table(self, table: Table) -> Iterator[str]:
        """A line for each row, with the label of each column before its value."""
        labels = [f"{text(column.label)}{self.colon}" if column.label else "" for column in table.columns]
        for row in table.rows:
            values = (self._in_a_line(cell.blocks) for cell in row.cells)
            shown = (f"{label}{value}" for label, value in zip(labels, values, strict=True) if value)
            yield self.dialect.bullet + self.semicolon.join(shown)

    def _facts(self, facts: Facts) -> Iterator[str]:
        for fact in facts.items:
            label = " ".join(lines((Run(text=fact.label, strong=True),), self.dialect))
            yield f"{label}{self.colon}{self._in_a_line(fact.cell.blocks)}"

    def _in_a_line(self, blocks: Iterable[Block]) -> str:
        return self.semicolon.join(filter(None, self.blocks(blocks)))
