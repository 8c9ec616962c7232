"""The fields of the model's classes, with their types and declarations.

Loader, schema, starter files, layout, rules, score and reference all read the fields from here, so that
a field is declared only once.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import compress
from operator import is_not
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

import attrs
from attrs import frozen

from opshandover.caching import per_class
from opshandover.model.base import Choice, Markup, NotApplicable, Nothing, Record, Section, attributes
from opshandover.spec import SPEC, Spec
from opshandover.spelling import fold
from opshandover.text import LANGUAGES, Text


class Kind(Enum):
    """The kind of a field's value (of each of its values, if it holds many)."""

    TEXT = "text"
    PROSE = "prose"
    PROFILE = "profile"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    WHEN = "when"
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
_MARKUP = {Markup.PROSE: Kind.PROSE, Markup.PROFILE: Kind.PROFILE, Markup.WHEN: Kind.WHEN}


@frozen(kw_only=True)
class Field:
    """One field of a record: its name, its declaration and its type.

    `type` is the class of one value: `str`, a `Choice`, a `Record` …; `many` means that the field holds a
    tuple of them. `default` is `attrs.NOTHING` for the few fields without a default.
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
    """The fields of a record class in reading order."""
    all_fields = list(attrs.fields(cls))
    if cls.inherited_last:
        all_fields.sort(key=lambda a: a.inherited)
    return tuple(_field(cls, a) for a in all_fields)


@per_class
def field_map(cls: type[Record]) -> dict[str, Field]:
    """The fields of a record class by name."""
    return {f.name: f for f in fields_of(cls)}


def main_field(cls: type[Record]) -> Field | None:
    """The field that names the records of a class, if they have names."""
    return field_map(cls).get(cls.main)


@per_class
def keys_of(cls: type[Record]) -> Mapping[str, Field]:
    """All spellings of the fields of a class, folded, with the fields."""
    known: dict[str, Field] = {}
    for field in fields_of(cls):
        for written in (field.name, *(field.label[lang] for lang in LANGUAGES)):
            known[fold(written)] = field
    return known


def field_for_key(cls: type[Record], written: str) -> Field | None:
    """The field that a key stands for, or `None`."""
    known = keys_of(cls)
    return known.get(written) or known.get(fold(written))


def _field(cls: type[Record], attribute: "attrs.Attribute[Any]") -> Field:
    declared = attribute.metadata.get(SPEC)
    if not isinstance(declared, Spec):
        raise TypeError(f"{cls.__name__}.{attribute.name} has no spec() in its metadata")
    kind, of, many = _sort_out(attribute.type, f"{cls.__name__}.{attribute.name}")
    return Field(name=attribute.name, spec=declared, kind=kind, type=of, many=many, default=attribute.default)


def _sort_out(declared: Any, where: str) -> tuple[Kind, type[Any], bool]:
    """Return the kind, the class of one value and whether there are many, from an annotation."""
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
    """A function that returns all values of a record of a class at once, in the order of its fields."""
    return attributes([f.name for f in fields_of(cls)])


@per_class
def empty_defaults(cls: type[Record]) -> tuple[object, ...]:
    """The defaults of the fields of a class; `attrs.NOTHING` in place of a default that is not empty."""
    return tuple(attrs.NOTHING if f.default else f.default for f in fields_of(cls))


def filled_values(record: Record) -> Iterator[tuple[Field, Any]]:
    """The fields of a record with their values, without those left at an empty default."""
    cls = type(record)
    values = values_of(cls)(record)
    return compress(zip(fields_of(cls), values, strict=True), map(is_not, values, empty_defaults(cls)))


def field_values(record: Record) -> Iterator[tuple[Field, Any]]:
    """All fields of a record with their values."""
    cls = type(record)
    return zip(fields_of(cls), values_of(cls)(record), strict=True)


def value_types(field: Field) -> tuple[type[Any], ...]:
    """The classes of the values that a field may hold: for a section, those of its absence as well."""
    match field.kind:
        case Kind.SECTION:
            return field.type, Nothing, NotApplicable
        case Kind.WHEN:
            return date, datetime
        case _:
            return (field.type,)


def section_fields(cls: type[Record]) -> tuple[Field, ...]:
    """The fields of a document class that hold its sections, in order."""
    return tuple(f for f in fields_of(cls) if f.kind is Kind.SECTION)


def is_section(value: object) -> bool:
    """Whether a value is a section, not a statement that it is absent."""
    return isinstance(value, Section)
