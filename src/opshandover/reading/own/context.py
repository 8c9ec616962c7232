"""What readers of the parts of a page share: the language, what is left over, and where records were found."""

from typing import Any

from attrs import define, field

from opshandover.layout.words.customary import Values
from opshandover.layout.words.inverse import made
from opshandover.layout.words.settled import holds_something
from opshandover.model.base import Record
from opshandover.pages.blocks import Block, Cell, Fact, Facts
from opshandover.reading.result import Place
from opshandover.text import Lang


@define
class Context:
    """The reading of one page, while it lasts.

    Args:
        lang: the language of the labels and signs of the page.
        left: what has no home in the document.
        found: the records that were read, with their places; a record is known by its identity while it is kept here.
        heading: the heading that was passed last.
        line: the line of the block that was passed last.
        row: the row of a table that was passed last, counted below its head; 0 outside of tables.
    """

    lang: Lang
    left: list[Block] = field(factory=list[Block])
    found: dict[int, tuple[Record, Place]] = field(factory=dict[int, "tuple[Record, Place]"])
    heading: str = ""
    line: int = 0
    row: int = 0

    def leave(self, *blocks: Block) -> None:
        """Keep blocks that have no home."""
        self.left.extend(blocks)

    def leave_cell(self, label: str, cell: Cell) -> None:
        """Keep the content of a cell that has no home, with its label."""
        if cell.blocks:
            self.left.append(Facts(items=(Fact(label, cell),)))

    def passing(self, line: int, heading: str = "", row: int = 0) -> None:
        """Note where the reading is."""
        self.line = line or self.line
        self.heading = heading or self.heading
        self.row = row

    @property
    def place(self) -> Place:
        """Where the reading is."""
        return Place(self.line, self.heading, self.row)

    def make(self, cls: type[Record], values: Values, place: Place | None = None) -> Any:
        """The record of some values, or nothing if it holds nothing; without a place it is where the reading is."""
        record = made(cls, values)
        if not holds_something(record):
            return None
        self.found[id(record)] = (record, place or self.place)
        return record
