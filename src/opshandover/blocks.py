"""The neutral tree between a document and every format that people read.

A layout builds the tree, an exporter writes it. Nothing here knows a format, and no node holds
raw output. A `path` says which value of the document a node shows (`work_progress.tasks[0].title`),
so that what people edit can be read back; it is empty where a node shows no single value.
"""

from enum import Enum

from attrs import field, frozen

from opshandover.text import Lang


class Role(Enum):
    """What a node is there for, as far as a format may want to honour it."""

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


@frozen(kw_only=True)
class Run:
    """A stretch of text in one style. A line feed in `text` breaks the line."""

    text: str
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is a section, the document's title is not a heading of the tree."""

    level: int
    text: str
    path: str = ""
    role: Role = Role.NONE


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of text."""

    runs: Runs
    path: str = ""
    role: Role = Role.NONE


@frozen(kw_only=True)
class ListItem:
    """One item of a list; `checked` makes it a box that is ticked or not."""

    blocks: "tuple[Block, ...]"
    checked: bool | None = None


@frozen(kw_only=True)
class ListBlock:
    """A list, with bullets or numbered from `start`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    path: str = ""


@frozen(kw_only=True)
class Column:
    """The head of a table's column. `share` is its part of the table's width, a relative number."""

    label: str
    align: Align = Align.START
    share: int = 1


@frozen(kw_only=True)
class Cell:
    """One cell of a table, or the content of a fact."""

    blocks: "tuple[Block, ...]"
    path: str = ""
    role: Role = Role.NONE


@frozen(kw_only=True)
class Row:
    """One row of a table, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    path: str = ""


@frozen(kw_only=True)
class Table:
    """A table of things that are compared."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    path: str = ""
    role: Role = Role.NONE


@frozen(kw_only=True)
class Fact:
    """A label with what it stands for."""

    label: str
    cell: Cell


@frozen(kw_only=True)
class Facts:
    """Labels and their contents, read one after another.

    `across` asks for so many facts side by side, where the format can.
    """

    items: tuple[Fact, ...]
    path: str = ""
    role: Role = Role.NONE
    across: int = 1


@frozen(kw_only=True)
class Quote:
    """Something quoted."""

    blocks: "tuple[Block, ...]"


@frozen(kw_only=True)
class Code:
    """Text to be shown letter by letter, in the language named."""

    text: str
    language: str = ""


@frozen(kw_only=True)
class FlowStep:
    """One step of a flow; `note` is what stands below its label, such as who does it."""

    label: str
    note: str = ""


@frozen(kw_only=True)
class Flow:
    """Steps that follow one another, to be drawn as boxes with arrows between them."""

    steps: tuple[FlowStep, ...]
    title: str = ""
    path: str = ""


@frozen(kw_only=True)
class Divider:
    """A line across the page."""


Block = Heading | Paragraph | ListBlock | Table | Facts | Quote | Code | Flow | Divider


@frozen(kw_only=True)
class Page:
    """A whole document, laid out; `kind` names its kind of document, in `lang`.

    `properties` are facts that a format keeps beside the text, by field name.
    """

    title: str
    kind: str
    lang: Lang
    blocks: tuple[Block, ...]
    properties: tuple[tuple[str, str], ...] = field(default=())


def text_of(runs: Runs) -> str:
    """Gives the bare text of some runs."""
    return "".join(run.text for run in runs)
