"""The head of a document: who hands over what to whom, and when, in lines, lists, tables, titles and front matter."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from opshandover.model import Person
from opshandover.model.base import Shift
from opshandover.model.fields import Field, Kind, field_map
from opshandover.model.header import Header
from opshandover.pages.blocks import Property, Run, Runs, text_of
from opshandover.reading.dates import Lacks, day_of, find_dates
from opshandover.reading.foreign.context import Context
from opshandover.reading.foreign.drafts import Draft, field_for, labelled, plain
from opshandover.reading.foreign.homes import field_named, words_of
from opshandover.reading.foreign.labels import Label, behind, is_to_sign, normal, pairs, split_label, title_of
from opshandover.reading.foreign.leaves import Grid, Item, Leaf, Line, Listing, Part, Quoted, beside, leaves_of, text_in
from opshandover.reading.foreign.people import is_name, persons_of
from opshandover.reading.foreign.prose import inline
from opshandover.reading.foreign.sentences import said_in
from opshandover.reading.foreign.values import is_empty, says_more, take, take_part
from opshandover.remarks import RemarkKind
from opshandover.text import message

_SHIFT = re.compile(
    r"(?:早|中|晚|夜|白|大夜|小夜|日)班|(?:day|night|early|late|morning|evening|afternoon|graveyard) shift|(?:D|N)班",
    re.IGNORECASE,
)
_OWN = {"phone", "role", "email", "im", "department"}
"""What a line below a person says of that person."""
_SAID_ELSEWHERE = ("title", "lang")
_NOT_OURS = (*_SAID_ELSEWHERE, "kind")
_GROUP = re.compile(r"[^\d，。；,;:：!！?？|@]{2,30}")
"""A party that is no person: the afternoon reception, 运维二组全体."""
_SIDES = ("giver", "receivers", "witness")
_POST = re.compile(
    r"[\u4e00-\u9fff]{0,3}(?:师|员|长|士|生|人|者|方|工|主管|经理|领班|同事|主任|代表|姓名|名字|签名|签字)"
    r"| (?:\w+ )?[a-z]+"
)
"""What a person is, behind the side on which the person stands."""
_TITLE_GIVER = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?:同志)?(?:的)?(?:离职|调岗|休假|转岗)?(?:工作|岗位|运营)?交接"
)


def header_field(label: str) -> Field | None:
    """The field of the header that a label names, or the words in brackets behind it: Owner (outgoing)."""
    aside = title_of(label).aside
    return (field_named(Header, aside) if aside else None) or field_named(Header, label) or _side(normal(label))


def names_head(heading: str) -> bool:
    """Whether a heading is what people call the head of a document: 基本信息, “handover details”."""
    word = normal(title_of(heading).text)
    called = (Header.label, Header.synonyms)
    return any(normal(name) == word for words in called for name in words_of(words))


def _side(label: str) -> Field | None:
    """The side that a label begins with, if the rest only says what that person is: 接班护士, outgoing nurse."""
    for name in (*_SIDES, "prepared_by"):
        field = field_map(Header)[name]
        for word in (*field.spec.synonyms, *_PREFIXES.get(name, ())):
            if label.startswith(word) and _POST.fullmatch(label[len(word) :]):
                return field
    return None


_PREFIXES = {"giver": ("current", "previous", "departing", "leaving"), "receivers": ("new", "next", "taking over")}


def _spaced(runs: Runs) -> Label | None:
    """A label of the header with a space before its value, as hasty people write: 交班人 阿鹏."""
    found = re.match(r"([\u4e00-\u9fff]{2,6})[ \u3000]+(?=\S)", text_of(runs))
    if found is None or header_field(found[1]) is None:
        return None
    rest = behind(runs, found.end())
    return Label(label=found[1], value=text_of(rest).strip(), runs=rest)


def _name_in(text: str) -> str:
    """The name that a text is, or ends with behind a post: 社长季明."""
    return next((name for name in (text, text[-3:], text[-2:]) if is_name(name) or name.istitle()), "")


class Head:
    """Takes the lines of the head; `values` are the fields of the header, `meeting` those of a meeting, if it is one."""

    def __init__(self, context: Context, meeting: Draft | None) -> None:
        """Begin with an empty header."""
        self.context = context
        self.values: dict[str, Any] = {}
        self.meeting = meeting
        self._person = ""

    def take(self, parts: Sequence[Part]) -> list[Part]:
        """Take what the parts say of the header; what is left of them."""
        return [left for part in parts for left in self._part(part)]

    def _part(self, part: Part) -> list[Part]:
        match part:
            case Line():
                return self._line(part)
            case Listing():
                items = [left for item in part.items for left in self._item(item)]
                return [Listing(items, part.ordered, part.start)] if items else []
            case Grid():
                return self._grid(part)
            case Quoted():
                left = self.take(part.blocks)
                return [Quoted(left)] if left else []
            case _:
                return [part]

    def _item(self, item: Item) -> list[Item]:
        first = item.blocks[0] if len(item.blocks) == 1 else None
        if not isinstance(first, Line):
            return [item]
        left = self._line(first)
        return [Item(left, item.checked, item.line)] if left else []

    def _line(self, line: Line) -> list[Part]:
        leaf = line.leaf
        several = pairs(leaf.text)
        if is_to_sign(leaf.text):
            self.context.signatures.append(line)
            return []
        if several and sum(self._known(name) for name, _ in several) * 2 >= len(several):
            left: list[Part] = []
            for name, value in several:
                part = leaf.part(Run(value))
                if self._pair(part, name, part.runs):
                    leaf.known += [name, *part.known]
                elif is_empty(value) and self._known(name):
                    leaf.known += [name, value]
                else:
                    left.append(Line(leaf.part(Run(f"{name}：{value}"))))
            if all(is_empty(value) for _, value in several):  # labels without values
                leaf.known.append(leaf.text)
                leaf.leave()
            return left
        label = split_label(leaf.runs) or _spaced(leaf.runs)
        if label and self._pair(leaf, label.label, label.runs):
            return []
        return [line]

    def late(self, leaf: Leaf) -> bool:
        """Take a line further down that names the giver, the receiver or the witness, if nothing did before."""
        found = pairs(leaf.text) or [(label.label, label.value) for label in [split_label(leaf.runs)] if label]
        fields = [header_field(label) for label, _ in found]
        if not found or not all(field and field.name in _SIDES and not self.values.get(field.name) for field in fields):
            return False
        if any(is_empty(value) or not persons_of(value) for _, value in found):
            return False
        return not self._line(Line(leaf))

    def _known(self, label: str) -> bool:
        return (
            header_field(label) is not None
            or (self.meeting is not None and field_for(self.meeting.of, label) is not None)
            or bool(self._of_person(label))
        )

    def _pair(self, leaf: Leaf, label: str, runs: Runs) -> bool:
        """Take one value beside its label."""
        text = plain(runs)
        if is_empty(text):
            return False
        if (
            self.meeting is not None
            and field_for(self.meeting.of, label)
            and labelled(self.context, self.meeting, leaf, label, runs)
        ):
            if self.meeting.values.get("on") and "prepared_on" not in self.values and leaf.path.endswith(".on"):
                self.values["prepared_on"] = day_of(self.meeting.values["on"])
            return True
        field = header_field(label)
        own = self._of_person(label)
        if own and (field is None or self.values.get(field.name)):
            person = self._last()
            self._set_last({**{name: getattr(person, name) for name in field_map(Person)}, own: text})
            leaf.home(f"{self._person}.{own}")
            leaf.known.append(label)
            return True
        return field is not None and self._field(field, leaf, label, text, inline(runs))

    def _field(self, field: Field, leaf: Leaf, label: str, text: str, markdown: str) -> bool:
        if field.name == "profile" or (self.values.get(field.name) and not field.many):
            return False
        shift = _SHIFT.search(text) if field.name == "prepared_on" else None
        bare = (text[: shift.start()] + text[shift.end() :]).strip(" ，,;；（）()/|") if shift else text
        taken = take(field, bare, markdown, self.context.clock)
        path = field.name
        if taken.value is None and field.name in ("prepared_on", "period"):
            period = take(field_map(Header)["period"], text, text, self.context.clock).value
            if period is not None:
                self.values.setdefault("period", period)
                leaf.known += [label, text]
                leaf.home("period")
                return True
        whole = taken.value is not None and not says_more(field, bare)
        if taken.value is None and taken.asked is None:
            taken = take_part(field, bare, self.context.clock)
        self.context.settled(taken, leaf, path)
        is_group = len(text.split()) <= 4 and _GROUP.fullmatch(text) and field_named(Header, label) is field
        if taken.value is None and field.name in _SIDES and is_group:
            taken.value, whole = (Person(name=text),) if field.many else Person(name=text), True
        if taken.value is None:
            return False
        if shift and "shift" not in self.values:
            self.values["shift"] = Shift(name=shift[0])
        elif shift:
            return False
        self.values[field.name] = (*self.values.get(field.name, ()), *taken.value) if field.many else taken.value
        if field.kind is Kind.RECORD and field.record is Person:
            self._person = f"{field.name}[{len(taken.value) - 1}]" if field.many else field.name
        leaf.home(path)
        leaf.known += [label, *([] if field.kind in (Kind.TEXT, Kind.PROSE) else [text])]
        said = message("“{label}”归入{home}", "'{label}' went to {home}", label=label, home=field.label)
        self.context.remark(RemarkKind.MAPPED, said, leaf, path)
        return whole

    def _of_person(self, label: str) -> str:
        """The field of the person named last that a label tells, if it is not filled yet."""
        found = field_named(Person, label) if self._person else None
        last = self._last() if found and found.name in _OWN else None
        return found.name if found and last is not None and not getattr(last, found.name) else ""

    def _last(self) -> Person | None:
        name, _, several = self._person.partition("[")
        value = self.values.get(name)
        return (value[-1] if several and value else value) or None

    def _set_last(self, values: dict[str, Any]) -> None:
        name, _, several = self._person.partition("[")
        person = Person(**values)
        self.values[name] = (*self.values[name][:-1], person) if several else person

    def _grid(self, grid: Grid) -> list[Part]:
        """Take a table of labels and values beside each other, or with the values in the one row below."""
        head: list[list[Part]] = [[Line(leaf)] if leaf.text else [] for leaf in grid.head]
        names = [leaf.text for leaf in grid.head]
        if (
            names
            and len(grid.rows) == 1
            and sum(self._known(name) for name in names if name) * 2 > sum(map(bool, names))
            and not self._across(head)
        ):
            return self._cells([(name, value) for name, value in zip(head, grid.rows[0], strict=False)])
        rows = grid.whole
        if not rows or sum(self._across(row) for row in rows) * 2 < len(rows):
            return [grid]
        return [
            left
            for row in rows
            for left in self._cells(list(zip(_merged(row)[::2], [*_merged(row)[1::2], []], strict=False)))
        ]

    def _across(self, row: Sequence[Sequence[Part]]) -> bool:
        """Whether a row has a label in its first cell, and no label where its value should be."""
        cells = _merged(row)
        return len(cells) >= 2 and self._known(text_in(cells[0])) and not self._known(text_in(cells[1]))

    def _cells(self, found: Sequence[tuple[Sequence[Part], Sequence[Part]]]) -> list[Part]:
        left: list[Part] = []
        for name, value in found:
            label, leaves = text_in(name).strip(" :："), list(leaves_of(value))
            names = list(leaves_of(name))
            if not leaves:
                if names and header_field(label):
                    for leaf in names:
                        leaf.known.append(leaf.text)
                        leaf.leave()
                else:
                    left += [Line(leaf) for leaf in names]
                continue
            whole = Leaf((Run(" ".join(plain(leaf.runs) for leaf in leaves)),), leaves[0].line)
            if label and self._pair(whole, label, whole.runs):
                for leaf in (*names, *leaves):
                    leaf.home(whole.path)
                    leaf.known += whole.known
            elif label and len(names) == 1:
                left += beside(names[0], label, leaves)
            else:
                left += [*(Line(leaf) for leaf in names), *value]
        return left

    def title(self, leaf: Leaf | None, text: str) -> None:
        """Take the day, the shift and the giver that a title names; the title keeps its words."""
        field = field_map(Header)["prepared_on"]
        for found in find_dates(text):
            if found.lacks in (Lacks.NOTHING, Lacks.YEAR) and not found.until and "prepared_on" not in self.values:
                taken = take_part(field, text[found.start : found.end], self.context.clock)
                if leaf is not None and (value := self.context.settled(taken, leaf, "prepared_on")) is not None:
                    self.values["prepared_on"] = value
        shift = _SHIFT.search(text)
        if shift and "shift" not in self.values:
            self.values["shift"] = Shift(name=shift[0])
        giver = _TITLE_GIVER.search(text)
        if giver and is_name(giver["name"]) and "giver" not in self.values:
            self.values["giver"] = Person(name=giver["name"])
            said = message(
                "标题里的“{name}”当作移交人", "'{name}' in the title is taken for who hands over", name=giver["name"]
            )
            self.context.guess(leaf, "giver", 0.7, said)

    def sentences(self, parts: Sequence[Part]) -> None:
        """Copy the giver, the receiver and the last day that a sentence names; the sentence stays as it is."""
        for leaf in leaves_of(parts):
            for name, found in said_in(leaf.text):
                if self.values.get(name):
                    continue
                value: Any = None
                if name == "effective_on":
                    day = find_dates(leaf.text[found.end() : found.end() + 40])
                    if day and isinstance(day[0].value, date) and day[0].start <= 6:
                        value = day_of(day[0].value)
                elif called := _name_in(next(filter(None, found.groups()), "")):
                    person = Person(name=called)
                    value = (person,) if name == "receivers" else person
                if value is not None:
                    self.values[name] = value
                    said = message(
                        "从这一句推测出{what}",
                        "{what} is guessed from this sentence",
                        what=field_map(Header)[name].label,
                    )
                    self.context.guess(leaf, name, 0.7, said)

    def author_gives(self) -> None:
        """Take who wrote the document for who hands over, if it names only who receives."""
        if self.values.get("receivers") and not self.values.get("giver") and self.values.get("prepared_by"):
            self.values["giver"] = self.values["prepared_by"]
            said = message("编制人当作移交人", "who wrote it is taken for who hands over")
            self.context.guess(None, "giver", 0.7, said)

    def properties(self, found: Sequence[tuple[str, Property]], title: str) -> list[Part]:
        """Take front matter; what names no field of the header is left as lines, and so is another title."""
        left: list[Part] = []
        for key, value in found:
            for text in _said(value):
                leaf = Leaf((Run(text),), 0)
                taken = key not in _NOT_OURS and self._pair(leaf, key.replace("_", " "), leaf.runs)
                if not taken and (key not in _SAID_ELSEWHERE or (key == "title" and title not in ("", text))):
                    left.append(Line(Leaf((Run(f"{key}: {text}"),), 0)))
        return left


def _said(value: Property) -> list[str]:
    match value:
        case tuple():
            return ["、".join(text for one in value for text in _said(one))] if value else []
        case dict():
            return [f"{key}: {text}" for key, one in value.items() for text in _said(one)]
        case bool():
            return [str(value).lower()]
        case date():
            return [value.isoformat()]
        case _:
            return [str(value)] if str(value).strip() else []


def _merged(row: Sequence[Sequence[Part]]) -> list[list[Part]]:
    """The cells of a row without those that repeat the one before, as merged cells are read."""
    cells: list[list[Part]] = []
    for cell in row:
        if cells and text_in(cell) and text_in(cell) == text_in(cells[-1]):
            for leaf, first in zip(leaves_of(cell), leaves_of(cells[-1]), strict=False):
                first.follows.append(leaf)
                leaf.known.append(leaf.text)
            continue
        cells.append(list(cell))
    return cells
