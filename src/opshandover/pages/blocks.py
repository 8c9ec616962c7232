"""The neutral tree between a document and every format that people read.

A layout builds the tree, an exporter writes it. Nothing here knows a format, and no node holds
raw output. A `path` says which value of the document a node shows (`work_progress.tasks[0].title`),
so that what people edit can be read back; it is empty where a node shows no single value.

A node that is `derived` shows a second time what stands elsewhere, or what follows from it: first
things first, counts, a matrix. Nothing in it has a path, and who reads an edited file passes over
it. Charts and flows are always derived.
"""

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
    """What makes the class of a node, frozen for checkers of types alone.

    A large table has tens of thousands of nodes, and one that is frozen when the program runs, or
    can be made by keywords alone, takes twice as long to be made.
    """


class Role(Enum):
    """What a node is there for, as far as a format may want to honour it.

    A paragraph in the role of a placeholder asks for a value; strong runs before it are its label.
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
    """Where the text of a column stands."""

    START = "start"
    CENTER = "center"
    END = "end"


@node
class Image:
    """A picture at an address; `title` is what stands beside it as a remark."""

    address: str
    title: str = ""


@node
class Run:
    """A stretch of text in one style. A line feed in `text` breaks the line.

    A run with an image is that image, and its text, of one line, says what can be seen there.

    A run has a path where its block shows several values, or a value of several parts. One that
    begins with a dot or a bracket goes on from the path of the block (`.due`, `[0].name`), so that
    equal cells can share their runs; `.` is the value there itself, of which the run says nothing
    by itself, such as the comma between two of its parts.
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
    """The path of the value that a run shows, in a block with a path."""
    if run.path in ("", "."):
        return path
    return path + run.path if run.path[0] in ".[" else run.path


def below(runs: Runs, path: str) -> Runs:
    """Some runs in a block that shows more than they do: what has a path stands below another."""
    return tuple([evolve(run, path=_below(run.path, path)) if run.path else run for run in runs])


def standing_at(runs: Runs, path: str) -> Runs:
    """Some runs that all show the value at a path, or a part of it."""
    return tuple([evolve(run, path=_below(run.path, path)) for run in runs])


def _below(path: str, above: str) -> str:
    if path in ("", "."):
        return above
    return above + path if path[0] in ".[" else path


def one_stretch(runs: Runs) -> Runs:
    """Some runs with the parts of a value of one style put together: for formats without paths."""
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
    """Whether two neighbours are a part of a value and the value itself, in one style."""
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
    """A heading; level 1 is a section, the document's title is not a heading of the tree.

    `is_value` says that the text is the value at the path, not what the value there is called.
    """

    level: int
    text: str
    path: str = ""
    role: Role = Role.NONE
    is_value: bool = False
    derived: bool = False


@node
class Paragraph:
    """A paragraph of text."""

    runs: Runs
    path: str = ""
    role: Role = Role.NONE
    derived: bool = False


@node
class ListItem:
    """One item of a list; `checked` makes it a box that is ticked or not."""

    blocks: "tuple[Block, ...]"
    checked: bool | None = None


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
    """The head of a table's column. `share` is its part of the table's width, a relative number."""

    label: str
    align: Align = Align.START
    share: int = 1


@node
class Cell:
    """One cell of a table, or the content of a fact.

    Its path is also that of the blocks in it that have none, so that equal cells can share them.
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


@node
class Table:
    """A table of things that are compared."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    path: str = ""
    role: Role = Role.NONE
    derived: bool = False


@node
class Fact:
    """A label with what it stands for."""

    label: str
    cell: Cell


@node
class Facts:
    """Labels and their contents, read one after another.

    `across` asks for so many facts side by side, where the format can.
    """

    items: tuple[Fact, ...]
    path: str = ""
    role: Role = Role.NONE
    across: int = 1
    derived: bool = False


@node
class Quote:
    """Something quoted."""

    blocks: "tuple[Block, ...]"
    path: str = ""
    derived: bool = False


@node
class Code:
    """Text to be shown letter by letter, in the language named."""

    text: str
    language: str = ""
    path: str = ""
    derived: bool = False


@node
class FlowStep:
    """One step of a flow; `note` is what stands below its label, such as who does it."""

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
    """One row of figures in a chart, a number for each category or `None` where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


@node
class Chart:
    """Figures that a table says already, to be drawn as bars on one scale that begins at 0.

    `unit` follows each number; at `reference` stands the line that the bars are measured by. `says`
    is for those who cannot see the chart, `note` tells what is not in it. A format that has no
    drawings may leave it out.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    reference: Decimal | None = None
    says: str = ""
    note: str = ""


@node
class Divider:
    """A line across the page."""


Block = Heading | Paragraph | ListBlock | Table | Facts | Quote | Code | Flow | Chart | Divider


@node
class Page:
    """A whole document, laid out; `kind` names its kind of document, in `lang`.

    `properties` are facts that a format keeps beside the text, by field name.
    """

    title: str
    kind: str
    lang: Lang
    blocks: tuple[Block, ...]
    properties: tuple[tuple[str, str], ...] = field(default=())


def is_derived(node: Block | Cell) -> bool:
    """Whether a node shows nothing for the first time."""
    return isinstance(node, Chart | Flow | Divider) or node.derived


def derived(*blocks: Block) -> tuple[Block, ...]:
    """The same blocks, marked as showing nothing for the first time."""
    return tuple(
        block if isinstance(block, Chart | Flow | Divider) else evolve(block, derived=True) for block in blocks
    )


def is_blank(runs: Runs) -> bool:
    """Whether some runs show nothing."""
    return not any(run.image or run.text.strip() for run in runs)


def text_of(runs: Runs) -> str:
    """Return the plain text of some runs."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
