"""Paragraphs one after another as lists, quotations and code: what is indented below an item belongs to it."""

from collections.abc import Iterable

from attrs import define, evolve, field, frozen

from opshandover.pages.blocks import Block, Code, ListBlock, ListItem, Quote


@frozen(kw_only=True)
class Marker:
    """What makes a paragraph an item: its numbering and level, or a box.

    `left` is the indentation of its text in twips, `hanging` how far before it the number is; `quoted` says whether it
    looks like a part of a quotation. An ordered item whose numbering does not start `anew` goes on with any of its `kind`.
    """

    left: int
    hanging: int = 0
    quoted: bool = False
    number: str = ""
    depth: int = 0
    ordered: bool = False
    start: int = 1
    kind: str = ""
    anew: bool = True
    checked: bool | None = None

    @property
    def base(self) -> int:
        """The indentation of what its list is in."""
        return self.left - self.hanging


_ROUNDED = 2
"""By how much a difference of two lengths may differ, in twips: other programs count in hundredths of millimetres."""


@define
class _Item:
    checked: bool | None
    blocks: "list[Block | _Container]"


@define
class _List:
    marker: Marker
    items: list[_Item] = field(factory=list[_Item])

    @property
    def left(self) -> int:
        return self.marker.left

    @property
    def inside(self) -> "list[Block | _Container]":
        """Where a block is added that belongs to it."""
        return self.items[-1].blocks

    def block(self) -> ListBlock:
        items = tuple(ListItem(blocks=_finished(item.blocks), checked=item.checked) for item in self.items)
        return ListBlock(
            items=items, ordered=self.marker.ordered, start=self.marker.start if self.marker.ordered else 1
        )


@define
class _Quotation:
    left: int
    inside: "list[Block | _Container]" = field(factory=list["Block | _Container"])

    def block(self) -> Quote:
        return Quote(_finished(self.inside))


_Container = _List | _Quotation


@define
class Outline:
    """The blocks of a cell or of the body while they are read.

    Indentation says what belongs to what: a block is in the innermost item or quotation whose text is indented no
    further. Paragraphs and items say by their style whether they are quoted; other blocks go on with what is open.
    """

    _blocks: "list[Block | _Container]" = field(factory=list["Block | _Container"], init=False)
    _open: list[_Container] = field(factory=list[_Container], init=False)
    _begun: list[int] = field(factory=list[int], init=False)
    """How far quotations are indented of which only a blank line was read."""
    _counts: dict[tuple[str, int], int] = field(factory=dict[tuple[str, int], int], init=False)

    def add(self, block: Block, left: int = 0) -> None:
        """Add a block that is no item, nor a paragraph."""
        for begun in self._begun:
            if begun <= left:
                self._quote(begun)
        self._begun.clear()
        self._put(block, left)

    def paragraph(self, block: Block | None, left: int = 0, *, quoted: bool = False) -> None:
        """Add a paragraph, or a heading; a blank one begins a quotation if another block follows in it."""
        if block and not quoted:
            self._leave_quotations()
            self._put(block, left)
        elif block:
            self._begin(left)
            self._quote(left)
            self._here.append(block)
        elif quoted:
            self._begun = [*(begun for begun in self._begun if begun < left), left]

    def item(self, marker: Marker, blocks: tuple[Block, ...]) -> None:
        """Add an item, to the list that it goes on with or begins."""
        if marker.quoted:
            self._begin(marker.base)
            self._reach(marker)
        else:
            self._leave_quotations()
            self._leave_lists(marker)
        above = self._open[-1] if self._open else None
        if not isinstance(above, _List) or _is_below(marker, above.marker):
            count = self._counts.get((marker.number, marker.depth), 0)
            above = _List(evolve(marker, start=marker.start + count))
            self._enter(above)
        above.items.append(_Item(marker.checked, list(blocks)))
        if marker.number:
            self._count(marker)

    @property
    def _here(self) -> "list[Block | _Container]":
        return self._open[-1].inside if self._open else self._blocks

    def _enter(self, container: _Container) -> None:
        self._here.append(container)
        self._open.append(container)

    def _put(self, block: Block, left: int) -> None:
        while self._open and not 0 < self._open[-1].left <= left:
            self._open.pop()
        self._here.append(block)

    def _begin(self, left: int) -> None:
        """Enter the quotations that blank lines began outside of one that is indented so far."""
        for begun in self._begun:
            if begun < left:
                self._quote(begun)
        self._begun.clear()

    def _quote(self, left: int) -> None:
        """Enter the quotation whose text is indented so far, unless an item in a quotation has its text there."""
        while self._open and self._open[-1].left > left:
            self._open.pop()
        if not (self._is_quoted and self._open[-1].left == left):
            self._enter(_Quotation(left))

    @property
    def _is_quoted(self) -> bool:
        return any(isinstance(each, _Quotation) for each in self._open)

    def _leave_quotations(self) -> None:
        self._begun.clear()
        at = next((at for at, each in enumerate(self._open) if isinstance(each, _Quotation)), len(self._open))
        del self._open[at:]

    def _leave_lists(self, marker: Marker) -> None:
        """Leave the lists that an item is not in, in a stretch without quotations."""
        lists = [each.marker for each in self._open if isinstance(each, _List)]
        while lists and _is_above(marker, lists[-1]):
            lists.pop()
        if lists and not _is_below(marker, lists[-1]) and not _goes_on(marker, lists[-1]):
            lists.pop()
        del self._open[len(lists) :]

    def _reach(self, marker: Marker) -> None:
        """Leave what an item in a quotation is not in, and enter its quotation."""
        while self._open and self._open[-1].left > marker.base + _ROUNDED:
            top = self._open[-1]
            if (
                isinstance(top, _List)
                and top.left == marker.left
                and top.marker.quoted
                and _goes_on(marker, top.marker)
            ):
                return
            self._open.pop()
        if not self._is_quoted or self._open[-1].left < marker.base - _ROUNDED:
            self._enter(_Quotation(marker.base))

    def _count(self, marker: Marker) -> None:
        key = (marker.number, marker.depth)
        self._counts[key] = self._counts.get(key, 0) + 1
        for number, depth in list(self._counts):
            if number == marker.number and depth > marker.depth:
                del self._counts[number, depth]

    def blocks(self) -> tuple[Block, ...]:
        """All blocks."""
        return _finished(self._blocks)


def _finished(blocks: "list[Block | _Container]") -> tuple[Block, ...]:
    return _joined(block.block() if isinstance(block, _List | _Quotation) else block for block in blocks)


def _joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of which those are joined between which nothing shows a border."""
    joined: list[Block] = []
    for block in blocks:
        match joined[-1:], block:
            case [Quote() as last], Quote():
                joined[-1] = evolve(last, blocks=_joined(last.blocks + block.blocks))
            case [Code() as last], Code() if last.path == block.path:
                joined[-1] = evolve(last, text=f"{last.text}\n{block.text}")
            case [ListBlock(ordered=False) as last], ListBlock(ordered=False):
                joined[-1] = evolve(last, items=last.items + block.items)
            case _:
                joined.append(block)
    return tuple(joined)


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
    """Whether an item of the same depth belongs to the same list: ordered ones only if they are counted together.

    LibreOffice gives the first item of a list that starts anew a numbering of its own.
    """
    if marker.ordered or other.ordered:
        return marker.number == other.number or (not marker.anew and marker.kind == other.kind)
    return True
