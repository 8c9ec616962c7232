"""Walks a page and tells of each text under which path it stands, and whether it is derived."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from opshandover.pages.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Divider,
    Facts,
    Flow,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Row,
    Table,
    is_derived,
    text_of,
)


@frozen
class Placed:
    """A text of a page: the path under which it stands, its block, and what is around it."""

    text: str
    path: str
    block: Block
    derived: bool = False
    signed: bool = False


def placed(blocks: Iterable[Block], path: str = "", *, derived: bool = False, signed: bool = False) -> Iterator[Placed]:
    """All texts of some blocks; a block without a path of its own stands under that around it."""
    for block in blocks:
        inside = derived or is_derived(block)
        yield from _of(block, path, inside, signed)


def _of(block: Block, path: str, derived: bool, signed: bool) -> Iterator[Placed]:
    match block:
        case Chart() | Flow() | Divider():
            pass
        case Heading():
            yield Placed(block.text, block.path, block, derived, signed)
        case Paragraph():
            yield Placed(text_of(block.runs), block.path or path, block, derived, signed)
        case Code():
            yield Placed(block.text, block.path or path, block, derived, signed)
        case Quote():
            yield from placed(block.blocks, block.path or path, derived=derived, signed=signed)
        case ListBlock():
            for item in block.items:
                yield from placed(item.blocks, block.path or path, derived=derived, signed=signed)
        case Table():
            signed = signed or block.role is Role.SIGNATURE
            for row in block.rows:
                yield from _in_cells(row.cells, row.path or block.path or path, derived, signed)
        case Facts():
            yield from _in_cells([fact.cell for fact in block.items], block.path or path, derived, signed)


def _in_cells(cells: Iterable[Cell], path: str, derived: bool, signed: bool) -> Iterator[Placed]:
    for cell in cells:
        inside = derived or is_derived(cell)
        yield from placed(cell.blocks, cell.path or path, derived=inside, signed=signed)


def own_paths(blocks: Iterable[Block], *, derived: bool = False) -> Iterator[str]:
    """The paths that derived blocks carry; there should be none."""
    for block in blocks:
        yield from _own(block, derived or is_derived(block))


def _own(block: Block, derived: bool) -> Iterator[str]:
    if derived:
        yield getattr(block, "path", "")
    match block:
        case Quote():
            yield from own_paths(block.blocks, derived=derived)
        case ListBlock():
            yield from own_paths((one for item in block.items for one in item.blocks), derived=derived)
        case Table():
            rows: tuple[Row, ...] = block.rows
            yield from (row.path for row in rows if derived)
            yield from _own_of_cells((cell for row in rows for cell in row.cells), derived)
        case Facts():
            yield from _own_of_cells((fact.cell for fact in block.items), derived)
        case _:
            pass


def _own_of_cells(cells: Iterable[Cell], derived: bool) -> Iterator[str]:
    for cell in cells:
        inside = derived or is_derived(cell)
        if inside:
            yield cell.path
        yield from own_paths(cell.blocks, derived=inside)
