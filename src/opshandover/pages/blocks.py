"""The block tree between a document and every format that people read.

The layout builds the tree and exporters write it; it is independent of formats and has no raw output.
The `path` of a node says which value of the document it shows (`work_progress.tasks[0].title`), so that
edited files can be read back; it is empty if a node does not show a single value.

A `derived` node repeats content that is shown elsewhere, or is computed from it: counts, a matrix, what
needs attention first. Nothing in it has a path, and it is skipped when an edited file is read. Charts and
flows are always derived.

`line` is the line of the file that a block was read from, counted from 1; 0 if unknown. It is no part of what
a block is: blocks that show the same are equal.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from opshandover.text import Lang

if TYPE_CHECKING:
    from attrs import frozen as node
else:
    node = partial(define, unsafe_hash=True)
    """The decorator of the classes of nodes: frozen for type checkers only.

    A large table has tens of thousands of nodes, and creating a node takes twice as long if it is frozen
    at run time or takes keyword arguments only.
    """


class Role(Enum):
    """The purpose of a node, for formats that show it differently.

    A paragraph in the role of a placeholder is to be replaced by a value; strong runs before it are its label.
    """

    NONE = "none"
    METADATA = "metadata"
    ATTENTION = "attention"
    SECTION = "section"
    RISK = "risk"
    NOTHING = "nothing"
    PLACEHOLDER = "placeholder"
    SIGNATURE = "signature"
    FREE = "free"


class Align(Enum):
    """The alignment of a column."""

    START = "start"
    CENTER = "center"
    END = "end"


@node
class Image:
    """A picture at an address; `title` is a remark about it."""

    address: str
    title: str = ""


@node
class Run:
    """A stretch of text in one style. A line feed in `text` breaks the line.

    A run with an image shows that image, and its text, of one line, is the alternative text.

    A run has a path if its block shows several values, or a value of several parts. A path that begins
    with a dot or a bracket (`.due`, `[0].name`) is relative to the path of the block, so that equal cells
    can share their runs. The path `.` is the value of the block: such a run is text between its parts, such
    as a comma.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""
    image: Image | None = None
    path: str = ""


Runs = tuple[Run, ...]


def run_path(run: Run, path: str) -> str:
    """The full path of the value that a run shows, from the path of its block."""
    if run.path in ("", "."):
        return path
    return path + run.path if run.path[0] in ".[" else run.path


def nest_paths(runs: Runs, path: str) -> Runs:
    """Runs for a block with more content: their relative paths are put below a path."""
    return tuple([evolve(run, path=_path_below(run.path, path)) if run.path else run for run in runs])


def set_paths(runs: Runs, path: str) -> Runs:
    """Runs that all show the value at a path or a part of it: each gets a path."""
    return tuple([evolve(run, path=_path_below(run.path, path)) for run in runs])


def _path_below(path: str, above: str) -> str:
    if path in ("", "."):
        return above
    return above + path if path[0] in ".[" else path


def set_strong(runs: Iterable[Run], *, strong: bool = True) -> Runs:
    """Runs all of which are strong, or none of which is."""
    return tuple([evolve(run, strong=strong) for run in runs])


def merge_runs(runs: Runs) -> Runs:
    """Runs with adjacent parts of one value in one style merged, for formats without paths."""
    if len(runs) < 2:
        return runs
    found = [runs[0]]
    for before, run in pairwise(runs):
        if _is_one(before, run):
            found[-1] = evolve(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def _is_one(one: Run, other: Run) -> bool:
    """Whether two adjacent runs are a value and a part of it, in one style."""
    short, long = sorted((one.path, other.path), key=len)
    if not short or short == long or one.image or other.image:
        return False
    if not (long.startswith(short) and (short == "." or long[len(short)] in ".[")):
        return False
    return _style(one) == _style(other)


def _style(run: Run) -> tuple[object, ...]:
    return run.strong, run.emphasis, run.strike, run.code, run.link


@node
class Heading:
    """A heading; level 1 is a section, and the document's title is not a heading of the tree.

    `is_value` means that the text is the value at the path, not a label of it.
    """

    level: int
    text: str
    path: str = ""
    role: Role = Role.NONE
    is_value: bool = False
    derived: bool = False
    line: int = field(default=0, eq=False, repr=False)


@node
class Paragraph:
    """A paragraph of text.

    With a `level` from 1 to 6 it is a heading within a text, and all its runs are strong. It stands below all headings
    of the page, and is not part of its outline.
    """

    runs: Runs
    path: str = ""
    role: Role = Role.NONE
    derived: bool = False
    line: int = field(default=0, eq=False, repr=False)
    level: int = 0


@node
class ListItem:
    """One item of a list; with `checked` it has a box, ticked or not."""

    blocks: "tuple[Block, ...]"
    checked: bool | None = None
    line: int = field(default=0, eq=False, repr=False)


@node
class ListBlock:
    """A list, with bullets or numbered from `start`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    path: str = ""
    derived: bool = False


@node
class Column:
    """The head of a table's column; `share` is its relative width."""

    label: str
    align: Align = Align.START
    share: int = 1


@node
class Cell:
    """One cell of a table, or the content of a fact.

    Blocks without a path have that of the cell, so that equal cells can share blocks.
    """

    blocks: "tuple[Block, ...]"
    path: str = ""
    role: Role = Role.NONE
    derived: bool = False


@node
class Row:
    """One row of a table, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    path: str = ""
    line: int = field(default=0, eq=False, repr=False)


@node
class Table:
    """A table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    path: str = ""
    role: Role = Role.NONE
    derived: bool = False
    line: int = field(default=0, eq=False, repr=False)


@node
class Fact:
    """A label with its content."""

    label: str
    cell: Cell


@node
class Facts:
    """Labels and their contents, one after another.

    `across` is the number of facts in a row, in formats that can do so.
    """

    items: tuple[Fact, ...]
    path: str = ""
    role: Role = Role.NONE
    across: int = 1
    derived: bool = False


@node
class Quote:
    """A quotation."""

    blocks: "tuple[Block, ...]"
    path: str = ""
    derived: bool = False


@node
class Code:
    """Preformatted text in a programming language."""

    text: str
    language: str = ""
    path: str = ""
    derived: bool = False
    line: int = field(default=0, eq=False, repr=False)


@node
class FlowStep:
    """One step of a flow; `note` is shown below its label, such as the owner."""

    label: str
    note: str = ""


@node
class Flow:
    """Steps that follow one another, to be drawn as boxes with arrows between them."""

    steps: tuple[FlowStep, ...]
    title: str = ""
    path: str = ""


@node
class Series:
    """A series of figures in a chart: a number or `None` for each category."""

    name: str
    values: tuple[Decimal | None, ...]


@node
class Chart:
    """Figures of a table, to be drawn as bars on one scale that begins at 0.

    `unit` follows each number, and a line is drawn at `reference`. `description` is the alternative text,
    `note` says what is not in the chart. Formats without drawings may leave charts out.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    reference: Decimal | None = None
    description: str = ""
    note: str = ""


@node
class Divider:
    """A line across the page."""


Block = Heading | Paragraph | ListBlock | Table | Facts | Quote | Code | Flow | Chart | Divider


Property = str | bool | int | Decimal | date | tuple["Property", ...] | dict[str, "Property"]
"""A value for programs: a text, a number, a day or a moment, or several of them, one after another or by name."""


@node
class Page:
    """A document that is laid out; `kind` is the label of its profile or view, in `lang`.

    `properties` are values for the metadata of a file, by field name: as data, since programs read them. A `compact`
    page is meant for one sheet of paper: formats with sizes and margins write it small.
    """

    title: str
    kind: str
    lang: Lang
    blocks: tuple[Block, ...]
    properties: tuple[tuple[str, Property], ...] = field(default=(), hash=False)
    compact: bool = False

    def text_property(self, name: str) -> str:
        """A property that is one text, or has one as its name; empty if there is none."""
        value = dict(self.properties).get(name)
        if isinstance(value, dict):
            value = value.get("name")
        return value if isinstance(value, str) else ""


def unquoted(blocks: "Sequence[Block]") -> "Sequence[Block]":
    """Blocks without the quotations that stand around all of them."""
    while len(blocks) == 1 and isinstance(blocks[0], Quote):
        blocks = blocks[0].blocks
    return blocks


def is_derived(node: Block | Cell) -> bool:
    """Whether a node only repeats or summarises other content."""
    return isinstance(node, Chart | Flow | Divider) or node.derived


def derived(*blocks: Block) -> tuple[Block, ...]:
    """The same blocks, marked as derived."""
    return tuple(
        block if isinstance(block, Chart | Flow | Divider) else evolve(block, derived=True) for block in blocks
    )


def are_blank(runs: Runs) -> bool:
    """Whether runs show nothing."""
    return not any(run.image or run.text.strip() for run in runs)


def text_of(runs: Runs) -> str:
    """The plain text of runs."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
