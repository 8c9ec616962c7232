"""What the name in a mark leads to, by the declarations of the model alone: the document need not be known."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, cast

from attrs import evolve, frozen

from opshandover.document.paths import Step, child_path, field_in, is_path, narrow_path, steps_of
from opshandover.model.base import Nothing, Record, Section
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import Field, Kind, field_for_key, field_map, fields_of, section_fields
from opshandover.spec import Need
from opshandover.spelling import fold, nearest
from opshandover.text import Message, Text, joined, message

BODY_NAMES = frozenset(("opshandover", "content", "内容", "正文"))
"""The names that stand for the whole document, or for what of it is not elsewhere in the form."""
_NUMBER_NAMES = frozenset(("序号", "index", "loop.index"))
_ITEM_NAMES = frozenset((".", "this", "本项"))
DATE_KINDS = (Kind.DATE, Kind.DATETIME, Kind.WHEN)


class Part(Enum):
    """A part of a date, for forms that have 年, 月 and 日 printed; the value has its names."""

    YEAR = ("year", "年")
    MONTH = ("month", "月")
    DAY = ("day", "日")
    TIME = ("time", "时间")
    ISO = ("iso", "iso")


class Special(Enum):
    """What a name may lead to besides a value."""

    BODY = "body"
    NUMBER = "number"


@frozen(kw_only=True)
class Scope:
    """Where names are looked up: in the document, or in what a part of the form is shown for."""

    of: type[Any]
    field: Field | None = None
    alias: str = ""
    repeats: bool = False


DOCUMENT = Scope(of=OpsDocument)


@frozen(kw_only=True)
class Name:
    """The way from a scope to a value; `level` is the number of the scope, 0 is the document.

    `field` is the last field on the way. With `listed` the value is the whole list that this field holds;
    a list that is passed through without an index leads to the values of all its items: `spread`.
    """

    level: int
    steps: tuple[Step, ...] = ()
    field: Field | None = None
    listed: bool = False
    spread: bool = False
    part: Part | None = None
    special: Special | None = None

    @property
    def is_section(self) -> bool:
        """Whether it leads to a section."""
        return self.field is not None and self.field.kind is Kind.SECTION

    @property
    def section(self) -> Field | None:
        """The section to which it leads, or in which the value is; the free sections are one."""
        own = field_map(OpsDocument).get(str(self.steps[0])) if self.level == 0 and self.steps else None
        return own if own and (own.kind is Kind.SECTION or own.type is FreeSection) else None

    def follow(self, value: object, path: str) -> list[tuple[str, Any, Any]]:
        """Return all values to which it leads from the value of its scope, each with its path and the record around."""
        here: list[tuple[str, Any, Any]] = [(path, value, None)]
        for step in self.steps:
            here = [found for place in here for found in _step(place[0], place[1], step)]
        return here


def _step(path: str, value: object, step: Step) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        if isinstance(step, str):
            for i, item in enumerate(items):
                yield from _step(child_path(path, i), item, step)
        elif step < len(items):
            yield child_path(path, step), items[step], None
    elif isinstance(step, str) and isinstance(value, Record) and step in field_map(type(value)):
        yield child_path(path, step), getattr(value, step), value


class UnknownNameError(Exception):
    """A name that leads nowhere; carries what is wrong with it."""

    def __init__(self, problem: Message) -> None:
        """Keep the problem."""
        super().__init__(problem)
        self.problem = problem


def resolve(written: str, scopes: Sequence[Scope]) -> Name:
    """Return what a name leads to from within some scopes, the innermost last.

    Raises:
        UnknownNameError: it leads nowhere, or to several places.
    """
    path = narrow_path(written)
    last = len(scopes) - 1
    if path.casefold() in _ITEM_NAMES and last:
        return Name(level=last, field=scopes[last].field)
    if not is_path(path):
        raise UnknownNameError(message("不是路径", "it is not a path"))
    first, *rest = steps_of(path)
    for level in range(last, -1, -1):
        scope = scopes[level]
        if scope.alias and first == scope.alias and path != "loop.index":
            return _followed(Name(level=level, field=scope.field), scope.of, rest)
        field = field_in(scope.of, str(first))
        if field:
            return _followed(_led(Name(level=level), field), field.type, rest)
        if scope.repeats and path.casefold() in _NUMBER_NAMES:
            return Name(level=level, special=Special.NUMBER)
    if path.casefold() in BODY_NAMES:
        return Name(level=0, special=Special.BODY)
    section, field = _in_a_section(str(first), scopes)
    return _followed(_led(_led(Name(level=0), section), field), field.type, rest)


def _led(name: Name, field: Field) -> Name:
    spread = name.spread or name.listed
    return evolve(name, steps=(*name.steps, field.name), field=field, listed=field.many, spread=spread)


def _followed(name: Name, of: type[Any], rest: Sequence[Step]) -> Name:
    for step in rest:
        items = main_list(of) if isinstance(step, int) and issubclass(of, Section) else None
        if items:
            name, of = _led(name, items), items.type
        if isinstance(step, int):
            if not name.listed:
                raise UnknownNameError(message("[{step}] 前面不是列表", "what precedes [{step}] is no list", step=step))
            name = evolve(name, steps=(*name.steps, step), listed=False)
            continue
        field = field_in(of, step)
        part = _part(step) if name.field and name.field.kind in DATE_KINDS and not name.part else None
        if field:
            name, of = _led(name, field), field.type
        elif part:
            name, of = evolve(name, part=part), object
        else:
            raise _unknown(step, [of])
    return name


def _part(step: str) -> Part | None:
    return next((part for part in Part if fold(step) in part.value), None)


def shows_item(written: str, item: Scope) -> bool:
    """Whether a name is one of an item, or its number."""
    path = narrow_path(written)
    first = str(next(steps_of(path), ""))
    own = path.casefold() in _NUMBER_NAMES or path.casefold() in _ITEM_NAMES
    return own or bool(item.alias and first == item.alias) or field_in(item.of, first) is not None


def main_list(section: type[Any]) -> Field | None:
    """The list of records that a section is about: the required one, or its only one."""
    lists = [field for field in fields_of(section) if field.many and field.kind is Kind.RECORD]
    required = [field for field in lists if field.spec.need is Need.REQUIRED]
    found = required or lists
    return found[0] if len(found) == 1 else None


def _in_a_section(key: str, scopes: Sequence[Scope]) -> tuple[Field, Field]:
    """Return the section that has a field of a name, and the field.

    Of lists of the same items, such as tasks, the first one is meant.
    """
    found = [(section, own) for section in section_fields(OpsDocument) if (own := field_for_key(section.type, key))]
    lists = [(section, own) for section, own in found if own == main_list(section.type)]
    if len({own.type for _, own in lists}) == 1:
        return lists[0]
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(key, [scope.of for scope in scopes])
    places = [
        Message(Text(f"{section.label.zh}.{own.label.zh}", f"{section.name}.{own.name}"))
        for section, own in found[:_MOST_PROPOSED]
    ]
    raise UnknownNameError(
        message(
            "几个部分都有“{key}”，请写明是哪一个：{places}",
            "several sections have '{key}'; say which: {places}",
            key=key,
            places=joined(places, "、", ", "),
        )
    )


_MOST_PROPOSED = 8


def _unknown(key: str, classes: Sequence[type[Any]]) -> UnknownNameError:
    """The error for a key that no field of some classes has, with the names that are nearest to it."""
    records = [of for of in reversed(classes) if issubclass(of, Record)]
    names = [[_name(field, key) for of in _shown_classes([record]) for field in fields_of(of)] for record in records]
    near = list(dict.fromkeys(filter(None, (nearest(key, known) for known in names))))
    if OpsDocument in records:
        lists = [own for s in section_fields(OpsDocument) if (own := main_list(s.type))]
        near += filter(None, [nearest(key, [_name(own, key) for own in lists])])
    if near:
        near = list(dict.fromkeys(near))
        problem = message(
            "没有“{key}”；是不是 {near}？", "there is no '{key}'; was {near} meant?", key=key, near=_list(near)
        )
        return UnknownNameError(problem)
    if not records:
        return UnknownNameError(message("没有“{key}”", "there is no '{key}'", key=key))
    some = _list([name for known in names[:1] for name in known][:_MOST_PROPOSED])
    return UnknownNameError(
        message("没有“{key}”；有的是 {some} 等", "there is no '{key}'; there are {some} and others", key=key, some=some)
    )


def _shown_classes(classes: Sequence[type[Any]]) -> Iterator[type[Any]]:
    for of in classes:
        yield of
        if issubclass(of, Section):
            yield Nothing


def _name(field: Field, like: str) -> str:
    return field.name if like.isascii() else field.label.zh


def _list(names: Sequence[str]) -> Message:
    return joined([message("{name}", "{name}", name=name) for name in names], "、", ", ")
