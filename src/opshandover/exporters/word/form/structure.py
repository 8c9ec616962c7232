"""The structure of a form: which marks belong together, and what each leads to. All faults are found at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import define, evolve, field, frozen

from opshandover.document.paths import narrow_path
from opshandover.exporters.word.form.marks import BODY, Mark, Sign
from opshandover.exporters.word.form.names import (
    DOCUMENT,
    Name,
    Scope,
    Special,
    UnknownNameError,
    main_list,
    resolve,
    shows_item,
)
from opshandover.exporters.word.form.place import NearMiss, Placed, place_of
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind
from opshandover.ooxml.tree import Element
from opshandover.spelling import fold
from opshandover.text import Message, Text, joined, message

_DEEPEST = 10
"""The maximum number of parts within one another."""
_MOST = 20
"""The maximum number of faults that are told."""
ENOUGH = 100
"""The number of faults after which no more are looked for: near names take time."""


@define(eq=False)
class Region:
    """A part of the form between two marks, shown for each item or on a condition.

    `each` says that it is shown for each item, and `negated` that it is shown if there is nothing.
    """

    start: Placed
    name: Name
    each: bool = False
    negated: bool = False
    end: Placed | None = None


@frozen(kw_only=True)
class Value:
    """A mark that stands for a value."""

    placed: Placed
    name: Name


@define
class Structure:
    """The marks of one part of the file, by what they are."""

    part: Text | None
    values: list[Value] = field(factory=list[Value])
    regions: list[Region] = field(factory=list[Region])
    faults: list[Message] = field(factory=list[Message])

    def fault(self, placed: Placed, problem: Message) -> None:
        """Note that a mark is wrong."""
        if len(self.faults) >= ENOUGH:
            return
        place = place_of(placed.line.paragraph, placed.mark.written, self.part)
        self.faults.append(message("{place}：{problem}", "{place}: {problem}", place=place, problem=problem))

    @property
    def taken(self) -> frozenset[str]:
        """The names of the sections that the form shows itself: as a whole, or item by item."""
        shown = [v.name for v in self.values if v.name.is_section or (v.name.listed and _holds_records(v.name))]
        shown += [region.name for region in self.regions if region.each]
        return frozenset(name.section.name for name in shown if name.section)


def _holds_records(name: Name) -> bool:
    return name.field is not None and name.field.kind is Kind.RECORD


Meant = Callable[[Element, str, Text | None], Message | None]
"""Returns the fault of a mark that leads nowhere, but was probably meant as the place of the document."""


def structure_of(marks: Sequence[Placed], part: Text | None, meant: Meant) -> Structure:
    """Resolve the marks of a part in order, and pair those that begin and end something."""
    found = Structure(part)
    scopes, open_regions = [DOCUMENT], list[Region | Placed]()
    for at, placed in enumerate(marks):
        if len(found.faults) >= ENOUGH:
            return found
        mark = placed.mark
        if mark.fault:
            _unknown(found, placed, mark.fault, meant)
        if mark.sign is Sign.END:
            _close(found, placed, open_regions, scopes)
            continue
        name = None if mark.fault else _resolved(found, placed, scopes, meant)
        if mark.sign is Sign.VALUE:
            if name:
                found.values.append(Value(placed=placed, name=name))
            continue
        if len(open_regions) >= _DEEPEST:
            found.fault(placed, message("嵌套超过 {n} 层", "more than {n} parts within one another", n=_DEEPEST))
            return found
        if name is None:
            open_regions.append(placed)
            scopes.append(_UNKNOWN)
            continue
        region = Region(placed, name, negated=mark.sign is Sign.NONE)
        scopes.append(_begin(region, _names_within(marks, at + 1), mark))
        open_regions.append(region)
        found.regions.append(region)
    for left in reversed(open_regions):
        begun = left.start if isinstance(left, Region) else left
        found.fault(begun, message("没有结束标记", "nothing ends it"))
    return found


_UNKNOWN = Scope(of=object, alias="\0")
"""The scope of a part whose name leads nowhere: what is in it cannot be judged."""


def _unknown(found: Structure, placed: Placed, problem: Message, meant: Meant) -> None:
    """Note that a mark leads nowhere."""
    fault = meant(placed.line.paragraph, placed.mark.written, found.part)
    if fault:
        found.faults.append(fault)
    else:
        found.fault(placed, problem)


def _resolved(found: Structure, placed: Placed, scopes: Sequence[Scope], meant: Meant) -> Name | None:
    try:
        name = resolve(placed.mark.name, scopes)
    except UnknownNameError as cause:
        if _UNKNOWN not in scopes:
            _unknown(found, placed, cause.problem, meant)
        return None
    if name.special is Special.BODY and any(scope.repeats for scope in scopes):
        found.fault(placed, message("它不能重复", "it cannot be repeated"))
    if placed.mark.sign is not Sign.VALUE and name.special:
        found.fault(placed, message("它不能重复，也不能作条件", "it can neither be repeated nor asked for"))
        return None
    return name


def _begin(region: Region, within: Iterable[str], mark: Mark) -> Scope:
    """Decide whether a region is shown for each item, and return the scope within it.

    A list repeats what shows something of its items; what does not is shown once if there are any.
    """
    name = region.name
    items = main_list(name.field.type) if name.is_section and name.field else None
    many = name.listed or name.spread
    of: type[Any] = name.field.type if name.field else object
    if mark.sign is Sign.EACH and (many or items):
        item = Scope(of=items.type if items else of, field=_one(items or name.field), alias=mark.alias, repeats=True)
        section = Scope(of=of)
        if mark.alias or any(shows_item(one, item) and not (items and shows_item(one, section)) for one in within):
            if items:
                region.name = evolve(name, steps=(*name.steps, items.name), field=items, listed=True)
            region.each = True
            return item
    if many or region.negated:
        return Scope(of=object)
    return Scope(of=of if issubclass(of, Record) else object, field=name.field)


def _one(of_list: Field | None) -> Field | None:
    return evolve(of_list, many=False) if of_list else None


def _names_within(marks: Sequence[Placed], at: int) -> Iterator[str]:
    """Yield the names that a region shows or asks for itself, not within other regions."""
    depth = 0
    for number in range(at, len(marks)):
        mark = marks[number].mark
        if mark.sign is Sign.END:
            if depth == 0:
                return
            depth -= 1
            continue
        if depth == 0 and mark.name:
            yield mark.name
        depth += mark.sign is not Sign.VALUE


def _close(found: Structure, placed: Placed, open_regions: list[Region | Placed], scopes: list[Scope]) -> None:
    if not open_regions:
        found.fault(placed, message("前面没有开始标记", "nothing begins before it"))
        return
    begun = open_regions.pop()
    scopes.pop()
    start = begun.start if isinstance(begun, Region) else begun
    if placed.mark.name and not _same(placed.mark.name, start.mark):
        found.fault(
            placed,
            message("最后开始的是 {begun}", "what was begun last is {begun}", begun=start.mark.written),
        )
    if isinstance(begun, Region):
        begun.end = placed


def _same(name: str, mark: Mark) -> bool:
    return fold(narrow_path(name)) == fold(narrow_path(mark.name))


def miss_fault(miss: NearMiss, part: Text | None) -> Message | None:
    """Return the fault of what looks like a mark, with what was probably meant; `None` if it is a text."""
    name = miss.name.lstrip("#^/ ")
    try:
        found = resolve(name, [DOCUMENT]) if name else None
    except UnknownNameError:
        found = None
    if not miss.sure and not (found and found.special is None and len(found.steps) > 1):
        return None
    return message(
        "{place}像是标记，但写法不对；请写成 {meant}",
        "{place} looks like a mark, but is not written like one; write {meant}",
        place=place_of(miss.paragraph, miss.text, part),
        meant=f"{{{{{miss.name}}}}}" if found or not miss.sure else BODY,
    )


def told(faults: Sequence[Message]) -> tuple[Message, Message]:
    """Return what is wrong with a form, and what to do; several faults are told one in a line."""
    if len(faults) == 1:
        return faults[0], _MEND
    lines = list(faults[:_MOST])
    if more := len(faults) - len(lines):
        lines.append(message("……另有 {n} 处", "… and {n} more", n=more))
    return (
        message("有 {n} 处标记不对", "{n} marks in it are wrong", n=len(faults)),
        message("{mend}：\n  {lines}", "{mend}:\n  {lines}", mend=_MEND, lines=joined(lines, "\n  ", "\n  ")),
    )


_MEND = message("请在 Word 中改正后重新保存", "correct it in Word and save it again")
