"""What stands directly below a heading: lists and tables become items of its section, and lines what they say they are."""

import re
from collections.abc import Sequence
from typing import Any, cast

from attrs import define, field

from opshandover.codec.names import absence_meant
from opshandover.continuity.ledger import Found
from opshandover.model import Record, Section
from opshandover.model.fields import Field, Kind, field_map, main_field
from opshandover.model.tasks import Task, TaskStatus
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import INDEX, Draft, field_for, finished, plain, understood
from opshandover.reading.foreign.homes import field_named, home_of
from opshandover.reading.foreign.items import (
    continues,
    from_item,
    inside,
    is_one_record,
    names_owner,
    people_in,
    record,
    tells_of_nobody,
)
from opshandover.reading.foreign.labels import is_to_sign, split_label, title_of
from opshandover.reading.foreign.leaves import Grid, Item, Leaf, Line, Listing, Part, Rule, leaves_of
from opshandover.reading.foreign.outline import Node
from opshandover.reading.foreign.prose import markdown
from opshandover.reading.foreign.rows import columns_of, from_row, main_column, told_by_cells
from opshandover.reading.foreign.values import is_empty, take
from opshandover.text import message

_NOTHING = re.compile(
    r"(?:本班|本周|今日|今天|目前|当前|暂时?|本次|本月|当日|均|一切)*(?:无|没有|未发生|未发现|未出现|正常)[^，,。；;\n\d]{0,12}[。.]?|"
    r"(?:no|none|nothing)\b[\w \-]{0,40}[.]?",
    re.IGNORECASE,
)
_SHORT = 30


@define(eq=False)
class SectionDraft:
    """A section that is being filled."""

    name: str
    of: type[Section]
    values: dict[str, Any] = field(factory=dict[str, Any])
    rest: list[Part] = field(factory=list[Part])
    absent: list[tuple[str, Leaf]] = field(factory=list[tuple[str, Leaf]])
    """Statements that there is nothing, each with the heading above it."""

    def add(self, name: str, *items: object) -> None:
        """Add items to a list of the section."""
        self.values.setdefault(name, []).extend(items)

    def filled(self) -> dict[str, Any]:
        """The values of the fields that are filled."""
        filled = {name: value for name, value in self.values.items() if value}
        return {name: tuple(cast("list[object]", v)) if isinstance(v, list) else v for name, v in filled.items()}

    def add_item(self, context: Context, target: Field, item: Draft, status: TaskStatus | None = None) -> None:
        """Add an item to a list, with the status that its heading gives it."""
        if status is not None and "status" in field_map(item.of) and field_map(item.of)["status"].type is TaskStatus:
            item.values.setdefault("status", status)
        self.add(target.name, finished(context, item))

    def next_path(self, name: str) -> str:
        """The path of the next item of a list."""
        return f"{self.name}.{name}[{len(self.values.get(name, ()))}]"


RANKS = re.compile(
    r"(?:(?:high|medium|low|top|highest|lowest|normal)(?: priority)?|priority \d|p[0-4]|urgent|critical|must(?: have)?|should|could|optional|nice to have|short term|long term|medium term|immediate(?:ly)?|today|tomorrow|this week|next week|later|soon|internal|external|other|general|misc"
    r"|[高中低]?优先级?|[高中低]|最高|紧急|重要|一般|普通|必须|可选|短期|中期|长期|近期|远期|今天|明天|本周|下周|下月|其他|其它|内部|外部|立即|尽快)(?: tasks| items)?"
)
"""Headings that gather items by their rank or time."""


@define(eq=False)
class Content:
    """Takes the content below a heading: lists and tables become items, and lines what they say they are."""

    context: Context
    draft: SectionDraft
    target: Field | None
    node: Node
    status: TaskStatus | None = None
    lines: list[Part] = field(factory=list[Part])
    facts: list[Line] = field(factory=list[Line])
    made: int = 0
    last: Draft | None = None

    @property
    def of(self) -> type[Record] | None:
        """The class of the items."""
        return self.target.record if self.target and self.target.kind is Kind.RECORD and self.target.many else None

    def take(self, parts: Sequence[Part]) -> None:
        """Take the parts directly below the heading."""
        if self.target is not None and self.of is None:
            self._value(self.target, list(parts))
            return
        for part in parts:
            self._part(part)
        self.flush()

    def _value(self, target: Field, parts: list[Part]) -> None:
        """Take all parts as the value of a field that holds no records: texts, prose, persons."""
        path = f"{self.draft.name}.{target.name}"
        leaves = list(leaves_of(parts))
        if not leaves:
            return
        if target.many and target.kind is Kind.TEXT:
            self.draft.add(target.name, *texts_of(parts))
        elif target.kind is Kind.PROSE:
            before = self.draft.values.get(target.name, "")
            self.draft.values[target.name] = "\n\n".join(filter(None, (before, markdown(parts))))
        elif len(leaves) == 1 and (value := take(target, leaves[0].text, leaves[0].text, self.context.clock).value):
            self.draft.values.setdefault(target.name, value)
            leaves[0].known.append(leaves[0].text)
        elif target.kind is Kind.RECORD and not target.many and not self.draft.values.get(target.name):
            self.draft.values[target.name] = finished(self.context, Draft(target.record, path, rest=parts))
        else:
            self.lines += parts
            return
        for leaf in leaves:
            leaf.home(path)

    def _part(self, part: Part) -> None:
        of, target = self.of, self.target
        if of is None or target is None:
            if isinstance(part, Rule):
                return
            self._line(part) if isinstance(part, Line) else self.lines.append(part)
            return
        match part:
            case Rule():
                pass
            case Listing() if is_one_record(of, part):
                draft = Draft(of, self._next())
                inside(self.context, draft, part)
                self._name(draft)
                self._add(draft)
            case Listing() if not tells_of_nobody(of, part):
                for item in part.items:
                    self._item(of, target, item)
            case Grid():
                self._grid(of, target, part)
            case Line():
                self._line(part)
            case _:
                self.lines.append(part)

    def _item(self, of: type[Record], target: Field, item: Any) -> None:
        first = item.blocks[0] if item.blocks else None
        if len(item.blocks) == 1 and isinstance(first, Line) and (several := people_in(of, first)):
            for line in several:
                self._add(record(self.context, of, self._next(), line, []))
            return
        if len(item.blocks) == 1 and isinstance(first, Line) and _says_nothing(first.leaf):
            self.draft.absent.append((self.node.heading, first.leaf))
            return
        if first is None:
            return
        nested = [one for one in item.blocks[1:] if isinstance(one, Listing)]
        label = split_label(first.leaf.runs) if isinstance(first, Line) else None
        if label and not label.value and len(nested) == 1 and len(item.blocks) == 2:
            state = home_of(label.label)
            if state and state.status and of is Task:
                first.leaf.home(f"{self.draft.name}.{target.name}")
                first.leaf.known.append(first.leaf.text)
                self.flush()
                before, self.status = self.status, state.status
                for inner in nested[0].items:
                    self._item(of, target, inner)
                self.flush()
                self.status = before
                return
        if self.last is not None and continues(self.last, item):
            inside(self.context, self.last, Listing([item]))
            return
        self._add(from_item(self.context, of, self._next(), item))

    def _next(self) -> str:
        """The path of the next item, once the last one is finished."""
        self.flush()
        return self.draft.next_path(self.target.name if self.target else "")

    def _add(self, item: Draft) -> None:
        self.last = item
        self.made += 1

    def flush(self) -> None:
        """Finish the last item, which later lines may have told more of."""
        if self.last is not None and self.target is not None:
            self.draft.add_item(self.context, self.target, self.last, self.status)
        self.last = None

    def _name(self, draft: Draft) -> None:
        """Give a record without a name that of the heading above it."""
        main = main_field(draft.of)
        if main and main.kind in (Kind.TEXT, Kind.PROSE) and not draft.has(main.name):
            draft.values[main.name] = title_of(self.node.heading).text or self.node.heading

    def _grid(self, of: type[Record], target: Field, grid: Grid) -> None:
        """Take a table: a record in each row, or the values of one record."""
        heads = [leaf.text for leaf in grid.head]
        columns = columns_of(of, heads)
        main = main_column(of, heads, columns)
        known = len(columns)
        if main is None or not known or known * 3 < sum(map(bool, heads)) or not _is_named(of):
            probe = Draft(of, self._next())
            inside(self.context, probe, grid)
            if probe.values:
                self._name(probe)
                self._add(probe)
            elif main is not None and _is_named(of) and sum(map(bool, heads)) >= 2:
                self._rows(of, target, grid, main)
            else:
                self.lines.append(grid)
            return
        self._rows(of, target, grid, main)

    def _rows(self, of: type[Record], target: Field, grid: Grid, main: int) -> None:
        if all(is_empty(leaf.text) for row in grid.rows for cell in row for leaf in leaves_of(cell)):
            self.lines.append(grid)
            return
        heads = [leaf.text for leaf in grid.head]
        columns = columns_of(of, heads)
        told = told_by_cells(of, grid, {**columns, main: ""}, self.context.clock)
        names = [told[at].label.zh if at in told else head for at, head in enumerate(heads)]
        filled: set[int] = set()
        for number, row in enumerate(grid.rows, start=1):
            cells = {at for at, cell in enumerate(row) if any(True for _ in leaves_of(cell))}
            filled |= cells
            leaves = [leaf for cell in row for leaf in leaves_of(cell)]
            if leaves and all(is_empty(leaf.text) and leaf.text for leaf in leaves):
                for leaf in leaves:
                    leaf.home(f"{self.draft.name}.{target.name}")
            elif cells:
                self._add(from_row(self.context, Draft(of, self._next()), names, row, main, number=number))
        path = f"{self.draft.name}.{target.name}"
        for at, leaf in enumerate(grid.head):
            if not leaf.text:
                continue
            if at in columns or at in told or at == main or INDEX.fullmatch(leaf.text.strip()):
                leaf.known += understood(of, leaf.text)
            if at in filled or at in columns:
                leaf.home(path, Found.GRID)
            else:
                leaf.leave()
        guessed = {at: one.label for at, one in told.items()}
        if main not in columns:
            guessed[main] = field_map(of)[of.main].label
        for at, home in guessed.items():
            said = message(
                "“{column}”这一列当作{home}", "the column '{column}' is taken for {home}", column=heads[at], home=home
            )
            self.context.guess(grid.head[at], path, 0.7, said)

    def _line(self, line: Line) -> None:
        leaf = line.leaf
        if is_to_sign(leaf.text):
            self.context.signatures.append(line)
            return
        if _says_nothing(leaf):
            self.draft.absent.append((self.node.heading, leaf))
            return
        if self.context.late(leaf):
            return
        label = split_label(leaf.runs)
        field = field_named(self.draft.of, label.label) if label and label.value else None
        if label and field and field is not self.target and self._take_field(field, leaf, label):
            return
        self.lines.append(line)

    def _take_field(self, field: Field, leaf: Leaf, label: Any) -> bool:
        text = plain(label.runs)
        taken = take(field, text, text, self.context.clock)
        if taken.value is None or (self.draft.values.get(field.name) and not field.many):
            return False
        if field.many:
            self.draft.add(field.name, *taken.value)
        else:
            self.draft.values[field.name] = taken.value
        leaf.home(f"{self.draft.name}.{field.name}")
        leaf.known += [label.label, text]
        return True

    def prose(self, parts: Sequence[Part]) -> None:
        """Keep parts as the text of the section."""
        self.lines += parts

    def group(self, node: Node, title: str) -> None:
        """Take the items below a heading that gathers them; each keeps its name."""
        name = self.target.name if self.target else ""
        node.leaf.home(f"{self.draft.name}.{name}")
        before = len(self.draft.values.get(name, ()))
        self.take(node.content)
        items: list[Any] = self.draft.values.get(name, [])
        main = main_field(self.of) if self.of else None
        if main is not None and main.kind in (Kind.TEXT, Kind.PROSE):
            items[before:] = [_renamed(item, main, title) for item in items[before:]]

    def close(self) -> None:
        """Find a place for the lines that are left."""
        if not self.lines:
            return
        of, target = self.of, self.target
        if of is not None and target is not None and not self.made:
            only = all(isinstance(part, Line) for part in self.lines)
            if only and is_one_record(of, _as_listing(self.lines)):
                self._part(_as_listing(self.lines))
                self.flush()
                self.lines = []
                return
            if not self.draft.of.rest or (only and (len(self.lines) > 1 or names_owner(of, self.lines[0]))):
                self.as_items(of)
                return
        if self.draft.of.rest and (target is None or of is not None):
            self.draft.rest += self.lines
        else:
            self.context.keep(self.node.leaf, self.lines)
        self.lines = []

    def as_items(self, of: type[Record]) -> None:
        """Each line as an item; what is no line belongs to the item before it."""
        item: Draft | None = None
        main = main_field(of)
        one = (main is not None and main.kind is Kind.PROSE) or not any(
            len(leaf.text) < 80 for leaf in leaves_of(self.lines)
        )
        for part in [one for line in self.lines for one in _people_of(of, line)]:
            if item is not None and (not isinstance(part, Line) or _continues(of, part)):
                inside(self.context, item, part)
                continue
            self._end(item, named=not one)
            first = part if isinstance(part, Line) else None
            item = record(self.context, of, self._next(), first, [] if first else [part])
        self._end(item, named=not one)
        self.flush()
        self.lines = []

    def _end(self, item: Draft | None, *, named: bool) -> None:
        """Add an item; if `named`, one without a name has that of the heading."""
        if item is not None:
            if named:
                self._name(item)
            self._add(item)


_NAMED = (Kind.TEXT, Kind.PROSE, Kind.RECORD)


def _continues(of: type[Record], line: Line) -> bool:
    """Whether a line is a value of the item before it."""
    label = split_label(line.leaf.runs)
    found = field_for(of, label.label) if label else None
    return found is not None and found[0].name != of.main


def _renamed(item: Record, main: Field, title: str) -> Record:
    values = {name: getattr(item, name) for name in field_map(type(item))}
    return type(item)(**{**values, main.name: f"{title} / {values[main.name]}"})


def _as_listing(parts: Sequence[Part]) -> Listing:
    return Listing([Item([part], None, 0) for part in parts])


def _people_of(of: type[Record], part: Part) -> Sequence[Part]:
    return (isinstance(part, Line) and people_in(of, part)) or [part]


def texts_of(parts: Sequence[Part]) -> list[str]:
    """Parts as texts for a list of such: one for each item of a list, and for each other part."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, Listing):
            texts += [markdown(item.blocks) for item in part.items if item.blocks]
        else:
            texts.append(markdown([part]))
    return [text for text in texts if text]


def _says_nothing(leaf: Leaf) -> bool:
    text = leaf.text.strip("*_ ")
    return absence_meant(text) is not None or (len(text) <= _SHORT and bool(_NOTHING.fullmatch(text)))


def _is_named(of: type[Record]) -> bool:
    """Whether records of a class have a name that a column can hold."""
    return (main := main_field(of)) is not None and main.kind in _NAMED
