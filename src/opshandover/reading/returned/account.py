"""The account of a returned file: what became of each value that was shown, and of each text that is there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import define, field

from opshandover.continuity.ledger import Entry, Fate, Found, Ledger
from opshandover.model.document import OpsDocument
from opshandover.pages.blocks import Block, Cell, Facts, Flow, Paragraph, Table
from opshandover.reading.returned.lines import Line, is_placeholder, lines_of, shows_something
from opshandover.reading.returned.units import Whole, segments_of
from opshandover.remarks import Remark, RemarkKind
from opshandover.text import Lang, Message


@define
class Account:
    """Keeps the entries while two pages are compared."""

    found: Mapping[str, Found]
    fates: dict[str, set[Fate]] = field(factory=lambda: defaultdict(set), init=False)
    ways: dict[str, Found] = field(factory=dict[str, Found], init=False)
    entries: list[Entry] = field(factory=list[Entry], init=False)
    """Of texts that are new or have no home."""
    matched: set[int] = field(factory=set[int], init=False)
    """The blocks of the returned page that show what was expected, by identity."""
    entered: set[int] = field(factory=set[int], init=False)
    remarks: list[Remark] = field(factory=list[Remark], init=False)

    def expect(self, path: str, fate: Fate, way: Found) -> None:
        """Enter what became of a value that was shown, or a part of it."""
        self.fates[path].add(fate)
        self.ways.setdefault(path, self.found.get(path, way))

    def match(self, line: Line) -> None:
        """Enter a line that shows what was expected there."""
        self.matched.add(id(line.block))

    def enter(self, line: Line, fate: Fate, path: str = "", way: Found | None = None) -> None:
        """Enter a line that is new, or has no home."""
        if id(line.block) not in self.entered | self.matched:
            self.entered.add(id(line.block))
            self.entries.append(Entry(fate=fate, path=path, found=way))

    def remark(self, kind: RemarkKind, message: Message, path: str = "", place: str = "") -> None:
        """Keep a remark."""
        self.remarks.append(Remark(kind=kind, message=message, path=path, place=place))

    def ledger(self, shown: int, texts: Collection[int], removed: Iterable[str]) -> Ledger:
        """Add up: each value that was shown has an entry, and each text that came back and shows none of them.

        Args:
            shown: the number of values on the page that was laid out.
            texts: the identities of the texts on the page that came back.
            removed: the paths of items that were deleted.
        """
        gone = tuple(removed)
        kept = [Entry(_fate(fates, path, gone), path, self.ways[path]) for path, fates in self.fates.items()]
        return Ledger(entries=(*kept, *self.entries), taken_in=shown + len(set(texts) - self.matched))


def _fate(fates: set[Fate], path: str, gone: Sequence[str]) -> Fate:
    if gone and any(path == item or path.startswith((f"{item}.", f"{item}[")) for item in gone):
        return Fate.CLOSED
    return next(iter(fates)) if len(fates) == 1 else Fate.CHANGED


def values_on(blocks: Sequence[Block], document: OpsDocument, lang: Lang) -> set[str]:
    """The paths of all values that blocks show."""
    whole = Whole(document)
    found: set[str] = set()
    for line in leaves(blocks):
        if line.derived or is_placeholder(line):
            continue
        if path := whole.path_of(line.block, line.path):
            found.add(path)
        else:
            found |= {part.path for part in segments_of(line, document, lang) if part.path}
    return found


def texts_on(blocks: Sequence[Block]) -> set[int]:
    """The identities of all texts of blocks."""
    return {id(line.block) for line in leaves(blocks)}


def leaves(blocks: Iterable[Block], path: str = "", *, derived: bool = False) -> Iterator[Line]:
    """All lines with a text of their own, those within tables as well."""
    for line in lines_of(blocks, path):
        gone = derived or line.derived
        match line.block:
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _in_cell(cell, cell.path or row.path or line.path, derived=gone or cell.derived)
            case Facts(items=items):
                for fact in items:
                    yield from leaves(fact.cell.blocks, fact.cell.path or line.path, derived=gone or fact.cell.derived)
            case Flow():
                pass
            case _:
                yield Line(
                    block=line.block,
                    path=line.path,
                    top=line.top,
                    derived=gone,
                    item=line.item,
                    checked=line.checked,
                    listed=line.listed,
                )


def _in_cell(cell: Cell, path: str, *, derived: bool) -> Iterator[Line]:
    """Yield the lines in a cell; nearly all cells hold one."""
    match cell.blocks:
        case ():
            pass
        case (Paragraph() as only,) if shows_something(only.runs):
            yield Line(only, only.path or path, 0, derived or only.derived)
        case blocks:
            yield from leaves(blocks, path, derived=derived)
