"""A part of a form as a program: its text in pieces, and between them what a document puts there.

The file is taken apart once; then many documents are written by joining pieces of text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from opshandover.exporters.word.form.extent import FRESH_ID, Extents, instruction, make_repeatable, mark_containers
from opshandover.exporters.word.form.names import Name
from opshandover.exporters.word.form.place import TARGET, Placed
from opshandover.exporters.word.form.run_format import RunFormat
from opshandover.exporters.word.form.structure import Structure
from opshandover.model.fields import Kind
from opshandover.ooxml.tree import Element, W
from opshandover.text import message

_CELL, _TABLE, _BOX = f"{W}tc", f"{W}tbl", f"{W}txbxContent"
_TOKENS = re.compile(rf'<\?{TARGET} ?([^?]*)\?>|(?<=="){FRESH_ID}(?=")')
DOCUMENT = "here"
"""The instruction that stands for the document."""
_LEAST_WIDTH = 1000


@frozen
class Show:
    """Show a value in a line of text."""

    name: Name
    run_format: RunFormat
    in_link: bool = False
    in_box: bool = False


@frozen
class Paragraphs:
    """Show a value in a paragraph of its own, which more paragraphs, lists and tables may take the place of.

    `before` and `after` are the paragraph around the value; `width` is that of the cell around it (twips), 0
    for none. `label` is the text of the paragraph before; `ends_section` says that the paragraph has to stay.
    """

    show: Show
    before: str
    after: str
    width: int = 0
    label: str = ""
    ends_section: bool = False


@frozen
class Part:
    """Show some steps for each item, or on a condition."""

    name: Name
    each: bool
    negated: bool
    steps: "tuple[Step, ...]"


@frozen
class Container:
    """A cell or a box, which has to end in a paragraph; a table without rows is left out."""

    is_table: bool
    steps: "tuple[Step, ...]"


@frozen
class FreshId:
    """Write an id that the file does not have yet."""


@frozen
class Document:
    """Write the document, or what of it the form has not shown."""


Step = str | Show | Paragraphs | Part | Container | FreshId | Document


@frozen
class Program:
    """The steps that write a part of a form; `taken` are the sections that it shows itself."""

    steps: tuple[Step, ...]
    taken: frozenset[str] = frozenset()


def arrange(root: Element, marks: Iterable[Placed], structure: Structure) -> None:
    """Move the instructions of a part to where what they stand for begins and ends; adds to the faults."""
    marks = list(marks)
    lines = {placed.line.paragraph: placed.line for placed in marks}
    order = {placed.at: number for number, placed in enumerate(marks)}
    extents = Extents(lines, order)
    for number, region in reversed([*enumerate(structure.regions)]):
        if problem := extents.place(region):
            structure.fault(region.start, problem)
        elif region.end:
            region.start.at.text, region.end.at.text = f"r{number}", f"/r{number}"
    if structure.faults:
        return
    for region in structure.regions:
        if region.end:
            make_repeatable(region.start.at, region.end.at)
    for number, value in enumerate(structure.values):
        value.placed.at.text = f"v{number}"
        if value.placed.alone and may_be_blocks(value.name):
            value.placed.line.paragraph.addprevious(instruction(f"b{number}"))
            value.placed.line.paragraph.addnext(instruction(f"/b{number}"))
    mark_containers(extents.containers, extents.tables)


def may_be_blocks(name: Name) -> bool:
    """Whether a value may take more than a line: prose, records, a section."""
    return name.field is not None and name.field.kind in (Kind.PROSE, Kind.RECORD, Kind.SECTION)


def check_places(structure: Structure) -> None:
    """Add the faults of sections that are where a whole section cannot be."""
    for value in structure.values:
        if value.name.is_section and (structure.part or _is_in_box(value.placed) or not value.placed.alone):
            structure.fault(value.placed, _WHOLE)


def _is_in_box(placed: Placed) -> bool:
    return next(placed.line.paragraph.iterancestors(_BOX), None) is not None


_WHOLE = message(
    "整节内容要在正文或单元格中单独成段；只要其中一项，请写到项，如 问题反馈.概述",
    "a whole section needs a paragraph of its own in the text or in a cell; for one value of it, write which",
)


def widths_around(structure: Structure) -> Mapping[int, int]:
    """Return the widths of the cells around the marks that may be more than a line, by their number (twips)."""
    return {
        number: _width_of(cell)
        for number, value in enumerate(structure.values)
        if value.placed.alone
        and may_be_blocks(value.name)
        and (cell := next(value.placed.line.paragraph.iterancestors(_CELL), None)) is not None
    }


def _width_of(cell: Element) -> int:
    """Return the width of a cell: its own, or that of the columns of the grid that it spans."""
    own = cell.find(f"{W}tcPr/{W}tcW")
    if (
        own is not None
        and own.get(f"{W}type") == "dxa"
        and own.get(f"{W}w", "").isdecimal()
        and own.get(f"{W}w") != "0"
    ):
        return max(_LEAST_WIDTH, int(own.get(f"{W}w")[:6]))
    grid = [each.get(f"{W}w", "") for each in next(cell.iterancestors(_TABLE)).findall(f"{W}tblGrid/{W}gridCol")]
    before = sum(_span(each) for each in cell.itersiblings(_CELL, preceding=True))
    columns = [int(width[:6]) for width in grid[before : before + _span(cell)] if width.isdecimal()]
    return max(_LEAST_WIDTH, sum(columns))


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    number = "" if span is None else span.get(f"{W}val", "")
    return min(int(number), 63) if number.isdecimal() and len(number) < 4 else 1


def labels_before(structure: Structure) -> Mapping[int, str]:
    """Return the text of the paragraph before each section, by its number."""
    found: dict[int, str] = {}
    for number, value in enumerate(structure.values):
        before = value.placed.line.paragraph.getprevious() if value.name.is_section else None
        if before is not None and before.tag == f"{W}p":
            found[number] = "".join(each.text or "" for each in before.iter(f"{W}t"))
    return found


@frozen
class PartOfForm:
    """The marks of one part of a file, arranged in its tree.

    `widths` are those of the cells around some values, `labels` the texts before some sections, both by
    number; `place` is the paragraph that stands for the document.
    """

    structure: Structure
    widths: Mapping[int, int]
    labels: Mapping[int, str]
    place: Element | None = None

    @property
    def has_marks(self) -> bool:
        """Whether it has any marks besides that for the document, or any that are wrong."""
        return bool(self.structure.values or self.structure.regions or self.structure.faults)


def program_of(xml: str, form: PartOfForm) -> Program:
    """Take the text of a part apart, at the instructions in it."""
    steps = _Reader(form.structure, form.widths, form.labels).read(_tokens(xml), "")
    return Program(steps, form.structure.taken)


def _tokens(xml: str) -> Iterator[tuple[str, str]]:
    """Yield texts, and the instructions between them."""
    at = 0
    for found in _TOKENS.finditer(xml):
        yield xml[at : found.start()], found[1] if found[1] is not None else "id"
        at = found.end()
    yield xml[at:], ""


@frozen
class _Reader:
    structure: Structure
    widths: Mapping[int, int]
    labels: Mapping[int, str]

    def read(self, tokens: Iterator[tuple[str, str]], end: str) -> tuple[Step, ...]:
        steps: list[Step] = []
        for text, code in tokens:
            if text:
                steps.append(text)
            if code == end:
                break
            steps.append(self._step(code, tokens))
        return tuple(steps)

    def _step(self, code: str, tokens: Iterator[tuple[str, str]]) -> Step:
        if code == "id":
            return FreshId()
        if code == DOCUMENT:
            return Document()
        if code in ("c", "t"):
            return Container(code == "t", self.read(tokens, f"/{code}"))
        kind, number = code[0], int(code[1:])
        if kind == "r":
            region = self.structure.regions[number]
            return Part(region.name, region.each, region.negated, self.read(tokens, f"/{code}"))
        value = self.structure.values[number]
        placed = value.placed
        show = Show(value.name, placed.run_format, placed.in_link, in_box=_is_in_box(placed))
        if kind == "v":
            return show
        inner = self.read(tokens, f"/{code}")
        before, after = (each for each in inner if isinstance(each, str))
        return Paragraphs(
            show, before, after, self.widths.get(number, 0), self.labels.get(number, ""), "<w:sectPr" in before
        )
