"""Paragraphs one after another as lists, quotations and code: what is indented below an item belongs to it."""

from attrs import define, evolve, field, frozen

from opshandover.pages.blocks import Block, Code, ListBlock, ListItem, Quote


@frozen(kw_only=True)
class Marker:
    """What makes a paragraph an item: its numbering and level, or a box.

    `left` is the indentation of its text in twips.
    """

    left: int
    number: str = ""
    depth: int = 0
    ordered: bool = False
    start: int = 1
    checked: bool | None = None


@define
class _Item:
    checked: bool | None
    blocks: "list[Block | _List]"


@define
class _List:
    marker: Marker
    items: list[_Item] = field(factory=list[_Item])

    def block(self) -> ListBlock:
        items = tuple(ListItem(blocks=_finished(item.blocks), checked=item.checked) for item in self.items)
        return ListBlock(
            items=items, ordered=self.marker.ordered, start=self.marker.start if self.marker.ordered else 1
        )


@define
class Outline:
    """The blocks of a cell or of the body while they are read."""

    _blocks: "list[Block | _List]" = field(factory=list["Block | _List"], init=False)
    _open: list[_List] = field(factory=list[_List], init=False)
    _counts: dict[tuple[str, int], int] = field(factory=dict[tuple[str, int], int], init=False)

    def add(self, block: Block, left: int = 0) -> None:
        """Add a block that is no item: to the innermost item whose text is indented no further, if it is indented."""
        while self._open and not 0 < self._open[-1].marker.left <= left:
            self._open.pop()
        blocks = self._open[-1].items[-1].blocks if self._open else self._blocks
        last = blocks[-1] if blocks else None
        match last, block:
            case Quote(), Quote():
                blocks[-1] = evolve(last, blocks=last.blocks + block.blocks)
            case Code(), Code() if last.path == block.path:
                blocks[-1] = evolve(last, text=f"{last.text}\n{block.text}")
            case _:
                blocks.append(block)

    def item(self, marker: Marker, blocks: tuple[Block, ...]) -> None:
        """Add an item, to the list that it goes on with or begins."""
        while self._open and _is_above(marker, self._open[-1].marker):
            self._open.pop()
        if self._open and not _is_below(marker, self._open[-1].marker) and not _goes_on(marker, self._open[-1].marker):
            self._open.pop()
        if not self._open or _is_below(marker, self._open[-1].marker):
            holder = self._open[-1].items[-1].blocks if self._open else self._blocks
            count = self._counts.get((marker.number, marker.depth), 0)
            begun = _List(evolve(marker, start=marker.start + count))
            holder.append(begun)
            self._open.append(begun)
        self._open[-1].items.append(_Item(marker.checked, list(blocks)))
        if marker.number:
            self._count(marker)

    def _count(self, marker: Marker) -> None:
        key = (marker.number, marker.depth)
        self._counts[key] = self._counts.get(key, 0) + 1
        for number, depth in list(self._counts):
            if number == marker.number and depth > marker.depth:
                del self._counts[number, depth]

    def blocks(self) -> tuple[Block, ...]:
        """All blocks."""
        return _finished(self._blocks)


def _finished(blocks: "list[Block | _List]") -> tuple[Block, ...]:
    return tuple(block.block() if isinstance(block, _List) else block for block in blocks)


def _is_above(marker: Marker, other: Marker) -> bool:
    if marker.number and marker.number == other.number:
        return marker.depth < other.depth
    return (
        (marker.left, marker.depth) < (other.left, other.depth)
        if marker.number and other.number
        else marker.left < other.left
    )


def _is_below(marker: Marker, other: Marker) -> bool:
    return _is_above(other, marker)


def _goes_on(marker: Marker, other: Marker) -> bool:
    """Whether an item of the same depth belongs to the same list: ordered ones only if they have one numbering."""
    if marker.ordered or other.ordered:
        return marker.number == other.number
    return True
