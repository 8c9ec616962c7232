"""One typed view of the model's classes, and one walk over their values.

Loader, schema, starter files, layout, rules, score and reference all ask here what a class holds,
so that a field is declared once and known everywhere.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import compress
from operator import attrgetter, is_not
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

import attrs
from attrs import define, frozen

from opshandover.caching import per_class
from opshandover.model.base import Choice, Markup, NotApplicable, Nothing, Record, Section
from opshandover.spec import SPEC, Spec
from opshandover.text import Text


class Kind(Enum):
    """What sort of value a field holds (each value of it, when it holds many)."""

    TEXT = "text"
    PROSE = "prose"
    PROFILE = "profile"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    CHOICE = "choice"
    RECORD = "record"
    SECTION = "section"


_PLAIN: dict[object, Kind] = {
    str: Kind.TEXT,
    int: Kind.INTEGER,
    Decimal: Kind.DECIMAL,
    bool: Kind.BOOLEAN,
    date: Kind.DATE,
    datetime: Kind.DATETIME,
}
RecordClass = type[Record]
ChoiceClass = type[Choice]
_MARKUP = {Markup.PROSE: Kind.PROSE, Markup.PROFILE: Kind.PROFILE}


@frozen(kw_only=True)
class Field:
    """One field of a record: its name, its declaration, and what it may hold.

    `type` is the class of one value: `str`, a `Choice`, a `Record` …; `many` says that the field
    holds a tuple of them. `default` is what stands there when nothing was given; `attrs.NOTHING`
    marks the few fields that must be given.
    """

    name: str
    spec: Spec
    kind: Kind
    type: type[Any]
    many: bool
    default: object

    @property
    def label(self) -> Text:
        """The field's label in both languages."""
        return self.spec.label

    @property
    def record(self) -> RecordClass:
        """The class of the records that the field holds; only for such fields."""
        return cast("type[Record]", self.type)

    @property
    def choice(self) -> ChoiceClass:
        """The enumeration that the field's values come from; only for such fields."""
        return cast("type[Choice]", self.type)


@per_class
def fields_of(cls: type[Record]) -> tuple[Field, ...]:
    """Gives the fields of a record class, in the order in which people read them."""
    all_fields = list(attrs.fields(cls))
    if cls.inherited_last:
        all_fields.sort(key=lambda a: a.inherited)
    return tuple(_field(cls, a) for a in all_fields)


@per_class
def field_map(cls: type[Record]) -> dict[str, Field]:
    """Gives the fields of a record class by name."""
    return {f.name: f for f in fields_of(cls)}


def _field(cls: type[Record], attribute: "attrs.Attribute[Any]") -> Field:
    declared = attribute.metadata.get(SPEC)
    if not isinstance(declared, Spec):
        raise TypeError(f"{cls.__name__}.{attribute.name} has no spec() in its metadata")
    kind, of, many = _sort_out(attribute.type, f"{cls.__name__}.{attribute.name}")
    return Field(name=attribute.name, spec=declared, kind=kind, type=of, many=many, default=attribute.default)


def _sort_out(declared: Any, where: str) -> tuple[Kind, type[Any], bool]:
    """Takes an annotation apart into kind, class of one value, and whether there are many."""
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        return _MARKUP[args[1]], args[0], False
    if origin is tuple:
        kind, of, _ = _sort_out(args[0], where)
        return kind, of, True
    if origin in (UnionType, Union):
        rest = [a for a in args if a not in (NoneType, Nothing, NotApplicable)]
        if len(rest) == 1:
            kind, of, many = _sort_out(rest[0], where)
            return (Kind.SECTION if Nothing in args else kind), of, many
    if declared in _PLAIN:
        return _PLAIN[declared], declared, False
    if isinstance(declared, type) and issubclass(declared, Choice):
        return Kind.CHOICE, declared, False
    if isinstance(declared, type) and issubclass(declared, Record):
        return Kind.RECORD, declared, False
    raise TypeError(f"{where}: a field of the model cannot hold {declared!r}")


@per_class
def values_of(cls: type[Record]) -> Callable[[Record], tuple[Any, ...]]:
    """Gives what takes all values out of a record of a class at once, in the order of its fields."""
    names = [f.name for f in fields_of(cls)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


@per_class
def empty_defaults(cls: type[Record]) -> tuple[object, ...]:
    """For each field of a class the value that stands there when nothing was given, if it is an empty one."""
    return tuple(attrs.NOTHING if f.default else f.default for f in fields_of(cls))


def given(record: Record) -> Iterator[tuple[Field, Any]]:
    """Gives the fields of a record with their values, without those left at an empty default."""
    cls = type(record)
    values = values_of(cls)(record)
    return compress(zip(fields_of(cls), values, strict=True), map(is_not, values, empty_defaults(cls)))


def every(record: Record) -> Iterator[tuple[Field, Any]]:
    """Gives all fields of a record with their values."""
    cls = type(record)
    return zip(fields_of(cls), values_of(cls)(record), strict=True)


def section_fields(cls: type[Record]) -> tuple[Field, ...]:
    """Gives the fields of a document class that hold its sections, in order."""
    return tuple(f for f in fields_of(cls) if f.kind is Kind.SECTION)


@define
class Node:
    """One value and its place; not frozen, which would double what it costs to make one.

    `path` is where it stands (`work_progress.tasks[0].title`), `field` the field that holds it
    and `owner` the record that has this field; both are `None` for the root. `order` is the path in
    numbers, by which the nodes of columns are sorted.
    """

    path: str
    value: object
    field: Field | None = None
    owner: Record | None = None
    order: tuple[int, ...] = ()


_NOTHING: tuple[object, ...] = (None, "", ())
"""What stands in a field that was given nothing."""


def walk(root: Record, *, filled: bool = False) -> Iterator[Node]:
    """Visits a record and all values below it, each before what it holds, in reading order.

    Values that were not given (defaults, `None`, empty texts and tuples) are visited too, as the
    single value of their field, unless only what is `filled` is asked for; the items of a tuple are
    visited one by one after the tuple itself.
    """
    nodes = [Node("", root)]
    _collect(root, "", nodes, filled)
    return iter(nodes)


def _collect(owner: Record, path: str, nodes: list[Node], filled: bool) -> None:
    """Adds a node for every value below a record; a list, as generators in generators are slow."""
    prefix = f"{path}." if path else ""
    for field, value in given(owner) if filled else every(owner):
        if filled and (value is field.default or (not value and value in _NOTHING)):
            continue
        place = prefix + field.name
        nodes.append(Node(place, value, field, owner))
        if field.many and isinstance(value, tuple):
            for i, item in enumerate(cast("tuple[object, ...]", value)):
                at = f"{place}[{i}]"
                if not filled or item != "":
                    nodes.append(Node(at, item, field, owner))
                if isinstance(item, Record):
                    _collect(item, at, nodes, filled)
        elif isinstance(value, Record):
            _collect(value, place, nodes, filled)


Kept = TypeVar("Kept", bound=Record)


def records_in(root: Record, of: type[Kept]) -> list[tuple[str, Kept]]:
    """Gives all records of a class below a record, each with its path, in reading order."""
    found: list[tuple[str, Kept]] = []
    _gather(root, "", of, found)
    return found


def _gather(owner: Record, path: str, of: type[Kept], found: list[tuple[str, Kept]]) -> None:
    prefix = f"{path}." if path else ""
    for field in _ways_to((type(owner), of)):
        value = getattr(owner, field.name)
        if value is field.default:
            continue
        place = prefix + field.name
        items: tuple[object, ...] = value if field.many else (value,)
        leads_on = bool(_ways_to((field.record, of)))
        for i, item in enumerate(items):
            at = f"{place}[{i}]" if field.many else place
            if isinstance(item, of):
                found.append((at, item))
            if leads_on and isinstance(item, Record):
                _gather(item, at, of, found)


@per_class
def _ways_to(pair: tuple[type[Record], type[Record]]) -> tuple[Field, ...]:
    """Gives the fields of the first class in which records of the second may be, however deep."""
    cls, of = pair
    holders = (f for f in fields_of(cls) if f.kind in (Kind.RECORD, Kind.SECTION))
    return tuple(f for f in holders if issubclass(f.record, of) or _ways_to((f.record, of)))


Change = Callable[[str, Field, Record], str]


def transform(root: Record, change: Change, *, filled: bool = False) -> Record:
    """Gives a copy of a record in which every text was passed through a change.

    That is given the text, its field and the record which holds it.

    What holds no text that changed is no copy, but the very same object. Texts that were not given
    are passed through as well, unless only what is `filled` is asked for.
    """
    changes: dict[str, object] = {}
    for field, value in given(root) if filled else every(root):
        new = _changed(value, field, root, change, filled)
        if new is not value:
            changes[field.name] = new
    return attrs.evolve(root, **changes) if changes else root


def _changed(value: object, field: Field, owner: Record, change: Change, filled: bool) -> object:
    if isinstance(value, str):
        return change(value, field, owner)
    if isinstance(value, Record):
        return transform(value, change, filled=filled)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        new = tuple([_changed(item, field, owner, change, filled) for item in items])
        return new if any(map(is_not, new, items)) else items
    return value


Whole = TypeVar("Whole", bound=Record)


def replace_all(root: Whole, of: type[Kept], change: Callable[[Kept, Record], Kept]) -> Whole:
    """Gives a copy of a record in which `change(record, owner)` stands for each record of a class.

    What holds no record that changed is no copy, but the very same object.
    """
    changes: dict[str, object] = {}
    for field in _ways_to((type(root), of)):
        value = getattr(root, field.name)
        new = value if value is field.default else _replaced(value, root, of, change)
        if new is not value:
            changes[field.name] = new
    return attrs.evolve(root, **changes) if changes else root


def _replaced(value: object, owner: Record, of: type[Kept], change: Callable[[Kept, Record], Kept]) -> object:
    if isinstance(value, of):
        return change(value, owner)
    if isinstance(value, Record):
        return replace_all(value, of, change)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        new = tuple([_replaced(item, owner, of, change) for item in items])
        return new if any(map(is_not, new, items)) else items
    return value


def is_section(value: object) -> bool:
    """Says whether a value is a section with content, not the statement that there is none."""
    return isinstance(value, Section)
