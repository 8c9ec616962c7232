"""The lines of a table's cell as blocks: what begins with the mark of an item or a quotation is one."""

from collections.abc import Sequence
from typing import TypeGuard

from attrs import evolve

from opshandover.exporters.markdown.cells import INDENT, MARK, Line
from opshandover.pages.blocks import Block, ListBlock, ListItem, Paragraph, Quote

_BOXES = {"☑": True, "☐": False}


def blocks_of_lines(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks that lines of a cell show; adjacent items of one kind are one list."""
    found: list[Block] = []
    at = 0
    while at < len(lines):
        first = lines[at]
        mark = MARK.match(first.marks)
        if mark is None or mark[1] == INDENT:
            found.append(Paragraph(first.runs))
            at += 1
            continue
        end = at + 1
        while end < len(lines) and lines[end].marks.startswith(INDENT):
            end += 1
        inner = [Line(line.marks.removeprefix(INDENT), line.runs) for line in lines[at + 1 : end]]
        _add(found, mark[1], Line(first.marks[mark.end() :], first.runs), inner)
        at = end
    return tuple(found)


def _add(found: list[Block], mark: str, first: Line, below: Sequence[Line]) -> None:
    """Add a quotation or an item, which joins the list before it if it goes on there."""
    ordered, checked = mark[0].isdigit(), _BOXES.get(mark)
    if ordered and first.marks[:1] in _BOXES:
        checked, first = _BOXES[first.marks[0]], Line(first.marks[2:], first.runs)
    lines = (first, *below) if first.marks or first.runs else below
    content = blocks_of_lines(lines)
    if mark == ">":
        found.append(Quote(content))
        return
    item = ListItem(content, checked)
    number = int(mark[:-1]) if ordered else 1
    before = found[-1] if found else None
    if _goes_on(before, number if ordered else None):
        found[-1] = evolve(before, items=(*before.items, item))
    else:
        found.append(ListBlock((item,), ordered, number))


def _goes_on(before: Block | None, number: int | None) -> TypeGuard[ListBlock]:
    """Whether an item, with a number or without, belongs to the block before it."""
    if not isinstance(before, ListBlock) or before.ordered is (number is None):
        return False
    return number is None or before.start + len(before.items) == number
