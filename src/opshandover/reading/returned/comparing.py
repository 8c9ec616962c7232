"""Compare the page that was laid out with the one that came back, and note what a person changed."""

from collections.abc import Sequence
from typing import Any

from attrs import Factory, define, evolve, field

from opshandover.continuity.ledger import Fate, Found
from opshandover.model.base import Money
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Kind
from opshandover.model.handover import HandoverItem, HandoverStatus
from opshandover.pages.blocks import Block, Cell, Chart, Facts, Flow, Heading, Paragraph, Run, Runs, Table, text_of
from opshandover.reading.returned.account import Account, leaves
from opshandover.reading.returned.additions import add_line
from opshandover.reading.returned.aligning import aligned
from opshandover.reading.returned.edits import Edits
from opshandover.reading.returned.lines import Line, is_placeholder, lines_of, same_text
from opshandover.reading.returned.long_texts import compare_prose, is_prose
from opshandover.reading.returned.prose import prose_of
from opshandover.reading.returned.rows import compare_facts, compare_tables
from opshandover.reading.returned.targets import Target, target_of
from opshandover.reading.returned.typed import value_from
from opshandover.reading.returned.units import Segment, Whole, divided, last_index, segments_of
from opshandover.redaction import excerpt
from opshandover.remarks import RemarkKind
from opshandover.text import Lang, message

Left = list[tuple[str, list[Block]]]
"""Texts without a home: the heading that a person gave them, and what stands below it."""


@define
class Comparison:
    """Compares blocks with blocks, cells with cells, and collects edits, entries and remarks."""

    document: OpsDocument
    lang: Lang
    account: Account
    only_tagged: bool = False
    """Whether what is not there was perhaps never shown, as in a company's form."""
    checked_again: bool = False
    """Whether findings are shown: a check of the document without its secrets may find others."""
    edits: Edits = field(init=False, default=Factory(lambda self: Edits(self.document), takes_self=True))
    whole: Whole = field(init=False, default=Factory(lambda self: Whole(self.document), takes_self=True))
    left: Left = field(factory=lambda: [("", [])], init=False)

    def blocks(
        self, expected: Sequence[Block], actual: Sequence[Block], path: str = "", way: Found = Found.LABEL
    ) -> None:
        """Compare blocks; `path` is that of the value that a cell around them shows."""
        first, second = lines_of(expected, path), lines_of(actual)
        pairs = aligned(first, second, path=_path, kind=_kind, text=_text)
        done: set[int] = set()
        for number, (line, other) in enumerate(pairs):
            if number in done:
                continue
            if line is not None and not line.derived and is_prose(self, line):
                done |= compare_prose(self, pairs, number, (expected, actual), way)
            elif line is not None:
                self._line(line, other, way)
            elif other is not None:
                add_line(self, pairs, number, other, path)

    def _line(self, line: Line, other: Line | None, way: Found) -> None:
        match line.block, other and other.block:
            case Table() as table, Table() as there if other:
                self._derived(line, other) if line.derived else self.table(table, there, line.path)
            case Facts() as facts, Facts() as there if other:
                self._derived(line, other) if line.derived else self.facts(facts, there, line.path)
            case ((Table() | Facts() | Flow()), _):
                self._missing_table(line)
            case _, None:
                self.missing(line, way)
            case _:
                if other:
                    self._text(line, other, way)

    def _derived(self, line: Line, other: Line) -> None:
        """Pass over a table that repeats other content; whoever edited it is told."""
        for leaf in leaves((other.block,)):
            self.account.match(leaf)
        if line.text.split() != other.text.split():
            self._say_derived(line, other)

    def _missing_table(self, line: Line) -> None:
        if line.derived or isinstance(line.block, Flow):
            return
        for leaf in leaves((line.block,), line.path):
            self.missing(leaf, Found.GRID)
        if isinstance(line.block, Table):
            for row in line.block.rows:
                self.remove(row.path)

    def remove(self, path: str) -> None:
        """Note that an item was deleted."""
        item = last_index(path) if path and not self.only_tagged else None
        if item:
            self.edits.lists[item[0]].removed.add(item[1])

    def missing(self, line: Line, way: Found) -> None:
        """Note that the values of a line are gone."""
        if line.derived or is_placeholder(line):
            return
        for part in segments_of(line, self.document, self.lang):
            if not part.path:
                continue
            self.account.expect(part.path, Fate.KEPT if self.only_tagged else Fate.CLOSED, way)
            target = target_of(self.document, part.path)
            if target and not self.only_tagged:
                self.edits.clear(part.path, target)

    def _text(self, line: Line, other: Line, way: Found) -> None:
        same = same_text(line, other)
        if line.derived or (isinstance(line.block, Heading) and not line.block.is_value):
            self.account.match(other)
            if not same:
                self._say_derived(line, other) if line.derived else self._say_renamed(line, other)
            return
        self._box(line, other)
        parts = segments_of(line, self.document, self.lang)
        texts = None if same else divided(parts, other.runs)
        if texts is not None:
            self._changed(line, other, tuple(zip(parts, texts, strict=True)), way)
            return
        for part in parts:
            if part.path and not is_placeholder(line):
                self.account.expect(part.path, Fate.KEPT, way)
        if same:
            self.account.match(other)
        elif any(part.path for part in parts):
            self.leave(other)
        else:
            self.account.match(other)
            self._say_renamed(line, other)

    def _changed(self, line: Line, other: Line, parts: Sequence[tuple[Segment, Runs]], way: Found) -> None:
        """Take what was typed in each part of a line for its value."""
        asks = is_placeholder(line)
        if not asks:
            self.account.match(other)
        for part, runs in parts:
            if not part.path:
                continue
            unchanged = text_of(runs).strip() == part.text.strip()
            if not asks:
                fate = Fate.KEPT if unchanged else self._set(part.path, runs)
                self.account.expect(part.path, fate, way)
            elif text_of(runs).strip():
                self.set_new(part.path, runs, other)

    def _set(self, path: str, runs: Runs) -> Fate:
        """Set a value to what was typed; what cannot be read as such stays as it was, and is said."""
        target = target_of(self.document, path)
        if target is None:
            return Fate.KEPT
        if not text_of(runs).strip() and not any(run.image for run in runs):
            self.edits.clear(path, target)
            return Fate.CLOSED
        try:
            value = self.value(target, (Paragraph(runs),))
        except ValueError:
            self.say_unread(target, path, runs)
            return Fate.KEPT
        old = self.edits.old(path)
        if isinstance(old, Money) and not old.currency and value.currency not in text_of(runs):
            value = evolve(value, currency="")  # none was shown that could have been edited
        if value == old:
            return Fate.KEPT  # such as 5.0 for 5, which means the same
        self.edits.put(path, value)
        return Fate.CHANGED

    def value(self, target: Target, blocks: Sequence[Block]) -> Any:
        """Return what was typed as a value of a field.

        Raises:
            ValueError: it is none.
        """
        if target.field.kind is Kind.PROSE:
            return prose_of(blocks)
        lines = [line.runs for line in lines_of(blocks)]
        runs = tuple(run for number, each in enumerate(lines) for run in ((Run("\n"),) if number else ()) + each)
        return value_from(target.owner, target.field, runs, self.lang, single=target.single)

    def set_new(self, path: str, runs: Runs, line: Line) -> None:
        """Set the value of a field that was empty."""
        target = target_of(self.document, path)
        if target is None:
            self.leave(line)
            return
        try:
            self.edits.put(path, self.value(target, (Paragraph(runs),)))
        except ValueError:
            self.say_unread(target, path, runs)
            self.leave(line)
            return
        self.account.enter(line, Fate.NEW, path, Found.GRID)

    def _box(self, line: Line, other: Line) -> None:
        """Note that a box was ticked or cleared; boxes in prose are part of it."""
        if line.checked is None or other.checked is None or line.checked is other.checked:
            return
        path = line.path
        while path and not (target := target_of(self.document, path)):
            path = path.rpartition(".")[0]
        while path and not (
            (target := target_of(self.document, path)) and target.field.type is HandoverItem and target.single
        ):
            path = path.rpartition(".")[0]
        if path:
            status = HandoverStatus.CONFIRMED if other.checked else HandoverStatus.PENDING
            self.edits.put(f"{path}.status", status)
            self.account.expect(f"{path}.status", Fate.CHANGED, Found.LABEL)

    def cell(self, cell: Cell, other: Cell, path: str, way: Found) -> None:
        """Compare two cells."""
        if self._is_same(cell, other, path, way):
            return
        if cell.derived:
            for leaf in leaves(other.blocks):
                self.account.match(leaf)
            return
        self.blocks(cell.blocks, other.blocks, cell.path or path, way)

    def _is_same(self, cell: Cell, other: Cell, path: str, way: Found) -> bool:
        """Whether a cell of one value is as it was; nearly all are in a large table, so that is found out first."""
        if len(cell.blocks) != 1 or len(other.blocks) != 1 or cell.derived:
            return not cell.blocks and not other.blocks
        block, there = cell.blocks[0], other.blocks[0]
        if not isinstance(block, Paragraph) or not isinstance(there, Paragraph):
            return False
        if len(block.runs) != 1 or len(there.runs) != 1 or not _looks_like(block.runs[0], there.runs[0]):
            return False
        path = self.whole.path_of(block, cell.path or path)
        if path:
            self.account.matched.add(id(there))
            self.account.expect(path, Fate.KEPT, way)
        return bool(path)

    def table(self, table: Table, other: Table, path: str) -> None:
        """Compare two tables row by row."""
        compare_tables(self, table, other, path)

    def facts(self, facts: Facts, other: Facts, path: str) -> None:
        """Compare two groups of labels and contents."""
        compare_facts(self, facts, other, path)

    def leave(self, line: Line) -> None:
        """Keep a line word for word, as nothing says what it is about."""
        if id(line.block) in self.account.entered | self.account.matched:
            return
        self.account.enter(line, Fate.LEFT)
        if isinstance(line.block, Heading):
            self.left.append((line.block.text, []))
        else:
            self.left[-1][1].append(line.block)
        said = message(
            "没有对应的位置，原样保留：{text}", "no place of its own, kept as it is: {text}", text=excerpt(line.text)
        )
        self.account.remark(RemarkKind.LEFT, said, place=excerpt(line.text))

    def _say_derived(self, line: Line, other: Line) -> None:
        if self.checked_again or isinstance(line.block, Chart):
            return
        said = message(
            "这一处由其他内容得出，对它的改动没有采用：{text}",
            "this is computed from other content, and its change was not taken over: {text}",
            text=excerpt(other.text),
        )
        self.account.remark(RemarkKind.DROPPED, said)

    def _say_renamed(self, line: Line, other: Line) -> None:
        said = message(
            "标签“{old}”改成了“{new}”，标签由库给出，没有采用",
            "the label '{old}' was changed to '{new}'; labels are given, so this was not taken over",
            old=excerpt(line.text),
            new=excerpt(other.text),
        )
        self.account.remark(RemarkKind.DROPPED, said, path=line.path)

    def say_unread(self, target: Target, path: str, runs: Runs) -> None:
        """Say that a text cannot be read as a value, and keep it."""
        said = message(
            "“{text}”不能作为“{label}”读取，保留原值",
            "'{text}' cannot be read as {label}; the old value is kept",
            text=excerpt(text_of(runs)),
            label=target.field.label,
        )
        self.account.remark(RemarkKind.ASKED, said, path=path)
        self.left[0][1].append(Paragraph(runs))


def _looks_like(run: Run, other: Run) -> bool:
    """Whether two runs show the same, whichever values that are."""
    return run.text == other.text and _style(run) == _style(other)


def _style(run: Run) -> tuple[object, ...]:
    return run.strong, run.emphasis, run.strike, run.code, run.link, run.image


def _path(line: Line) -> str:
    return line.path


def _text(line: Line) -> str:
    return line.text.strip()


def _kind(line: Line) -> str:
    match line.block:
        case Table():
            return "table"
        case Facts():
            return "facts"
        case Flow():
            return "flow"
        case _:
            return "text"
