"""A page as lines: paragraphs, headings and items one below the other, whatever is around them.

Formats show quotations, boxes and nesting in their own ways; the lines are the same in all of them. Tables and facts
are one line each, since their rows and cells are compared as such.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from attrs import define, evolve

from opshandover.ooxml.xml import visible
from opshandover.pages.addresses import safe_address
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
    Paragraph,
    Quote,
    Role,
    Run,
    Runs,
    Table,
    is_derived,
    text_of,
)

Written = Heading | Paragraph | Code
"""The blocks that are one text."""


@define
class Line:
    """One line of a page; not frozen, which would double the cost of making one.

    `path` is that of the block or of the list or quotation around it; `top` is the place of the block that it belongs to
    among those around it. `item` says that an item of a list begins with it, and `checked` is its box.
    """

    block: Block
    path: str
    top: int
    derived: bool = False
    item: bool = False
    checked: bool | None = None
    listed: str = ""
    """The path of the list that it is an item of."""

    @property
    def runs(self) -> Runs:
        """Its text with its styles."""
        return runs_of_block(self.block)

    @property
    def text(self) -> str:
        """Its text, as all formats can show it."""
        return shown_text(self.block)


def runs_of_block(block: Block) -> Runs:
    """The runs of a text, whatever kind of block it is."""
    match block:
        case Paragraph(runs=runs):
            return runs
        case Heading(text=text) | Code(text=text):
            return (Run(text),)
        case _:
            return ()


def level_of(block: Block) -> int:
    """The level of a heading within a text; 0 for anything else."""
    return min(max(block.level, 0), 6) if isinstance(block, Paragraph | Heading) else 0


def shown_text(block: Block) -> str:
    """The text of a block, its parts one below the other, in characters that can be shown."""
    match block:
        case Paragraph(runs=runs):
            return visible("".join([run.text or run.link for run in runs]))
        case Heading(text=text) | Code(text=text):
            return visible(text)
        case Table():
            cells = [cell for row in block.rows for cell in row.cells]
            heads = [column.label for column in block.columns]
            return "\n".join([*heads, *(shown_text(inner) for cell in cells for inner in cell.blocks)])
        case Facts():
            return "\n".join(text for fact in block.items for text in (fact.label, *map(shown_text, fact.cell.blocks)))
        case Flow():
            return "\n".join(text for step in block.steps for text in (step.label, step.note))
        case Chart():
            return visible(block.title)
        case Divider():
            return ""
        case Quote():
            return "\n".join(map(shown_text, block.blocks))
        case ListBlock():
            return "\n".join(shown_text(inner) for item in block.items for inner in item.blocks)


def lines_of(blocks: Iterable[Block], path: str = "") -> list[Line]:
    """The lines of some blocks, without those that show nothing; code below code is one, as files show no border."""
    return list(_in_order((block, _lines(block, path, top, derived=False)) for top, block in enumerate(blocks)))


def _in_order(parts: Iterable[tuple[Block, Iterable[Line]]]) -> Iterator[Line]:
    """Yield the lines of blocks one below the other, code below code with the same path as one."""
    for is_code, group in groupby(parts, key=lambda part: isinstance(part[0], Code)):
        lines = chain.from_iterable(inside for _, inside in group)
        yield from _joined(lines) if is_code else lines


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    for path, same in groupby(lines, key=lambda line: line.path):
        first, *more = same
        text = "\n".join(line.text for line in (first, *more))
        yield evolve(first, block=Code(text, path=path)) if more else first


def _lines(block: Block, path: str, top: int, *, derived: bool) -> Iterator[Line]:
    derived = derived or is_derived(block)
    own = getattr(block, "path", "") or path
    match block:
        case Quote():
            yield from _in_order((inner, _lines(inner, own, top, derived=derived)) for inner in block.blocks)
        case ListBlock():
            for item in block.items:
                yield from _item(item, block.path, Line(block=Paragraph(()), path=own, top=top, derived=derived))
        case Flow() | Chart():
            yield from _drawn(block, top)
        case Divider():
            pass
        case _:
            line = Line(block=block, path=own, top=top, derived=derived)
            if isinstance(block, Table | Facts) or shows_something(line.runs):
                yield line


def _item(item: ListItem, listed: str, blank: Line) -> Iterator[Line]:
    """Yield the lines of an item; one that is but a box has a blank line."""
    parts = ((block, _lines(block, blank.path, blank.top, derived=blank.derived)) for block in item.blocks)
    lines = list(_in_order(parts))
    if not lines and item.checked is not None:
        lines = [blank]
    for number, line in enumerate(lines):
        first = number == 0 and not line.item
        listed = line.listed or listed
        yield evolve(line, item=True, checked=item.checked, listed=listed) if first else line


def _drawn(block: Flow | Chart, top: int) -> Iterator[Line]:
    """Yield what formats show of a drawing; some have its title as a line of its own."""
    if isinstance(block, Flow) and block.title.strip():
        yield Line(block=Paragraph((Run(block.title),)), path="", top=top, derived=True)
    if isinstance(block, Chart) or block.steps:
        yield Line(block=block, path="", top=top, derived=True)


def styled(runs: Sequence[Run]) -> Runs:
    """Runs as all formats can show them: adjacent ones in one style as one, links only where they say something."""
    found: list[Run] = []
    for run in runs:
        link = safe_address(run.link) if run.link else ""
        text = visible(run.text)
        if link and link == safe_address(text):
            link = ""
        plain = evolve(run, text=text, link=link, path="")
        if found and not plain.image and evolve(found[-1], text="") == evolve(plain, text=""):
            found[-1] = evolve(plain, text=found[-1].text + text)
        elif text or plain.image:
            found.append(plain)
    return tuple(found)


def is_placeholder(line: Line) -> bool:
    """Whether a line asks for a value."""
    return isinstance(line.block, Paragraph) and line.block.role is Role.PLACEHOLDER


def shows_something(runs: Runs) -> bool:
    """Whether runs show anything; a control character, which Python takes for a blank, is shown as a sign."""
    return any(run.text.strip() or run.image or run.link or visible(run.text).strip() for run in runs)


def same_text(expected: Line, line: Line) -> bool:
    """Whether two lines show the same text, blanks around it aside.

    Word shows the address beside a link that it must not follow, and the reason beside a picture that it does not have.
    """
    shown = line.text.strip()
    if expected.text.strip() == shown:
        return True
    runs = expected.runs
    if not any(run.link or run.image for run in runs):
        return False
    return re.fullmatch("".join(map(_as_shown, runs)).strip(), shown, re.DOTALL) is not None


def _as_shown(run: Run) -> str:
    """A pattern of what Word shows of a run."""
    text = re.escape(visible(run.text))
    if run.image:
        return f"{text}[^\\n]*"
    beside = re.escape(visible(run.link))
    return f"(?:{text}|{beside})(?:（{beside}）| \\({beside}\\))?" if run.link else text


def plain(runs: Runs) -> str:
    """The text of runs, in characters that can be shown."""
    return visible(text_of(runs))
