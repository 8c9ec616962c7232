"""The one walk over the values of a document, and the one way to rewrite them.

Both visit only fields that can lead to values of the class wanted, so that finding the few people of
a large document does not cost a visit to each of its texts.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import compress, starmap
from operator import is_not
from typing import Generic, TypeVar, cast

import attrs
from attrs import define

from opshandover.caching import per_class
from opshandover.document.paths import child_path
from opshandover.model.base import Record, attributes
from opshandover.model.fields import Field, fields_of, value_types

Value = TypeVar("Value")
Root = TypeVar("Root", bound=Record)
Found = TypeVar("Found", bound=Record)


@define
class Node(Generic[Value]):
    """A value with its path; not frozen, which would double the cost of making one.

    `path` leads to it (`work_progress.tasks[0].title`), `field` holds it and `owner` is the record
    that has this field. `order` is the path as numbers, to sort nodes by.
    """

    path: str
    value: Value
    field: Field | None = None
    owner: Record | None = None
    order: tuple[int, ...] = ()


def walk(root: Record, of: type[Value], *, filled: bool = False) -> Iterator[Node[Value]]:
    """All values of a class below a record, each before what it holds, in reading order.

    The items of a tuple are visited one by one, the tuple itself is not.

    Args:
        root: a document, or any part of it; not visited itself.
        of: the class of the values, or a base of it: `Task`, `Record`, `str`, `object`.
        filled: whether defaults, `None` and empty texts are left out.
    """
    return starmap(Node[Value], _visits(root, of, filled))


def records_in(root: Record, of: type[Found]) -> list[tuple[str, Found]]:
    """All records of a class below a record, each with its path, in reading order."""
    return [(path, record) for path, record, _, _ in _visits(root, of, filled=False)]


def filled_paths(root: Record) -> list[str]:
    """The paths of all values below a record that are filled in, in reading order, without a node for each."""
    return [path for path, _, _, _ in _visits(root, object, filled=True)]


_Visit = tuple[str, Value, Field, Record]


def _visits(root: Record, of: type[Value], filled: bool) -> list[_Visit[Value]]:
    """The visits of a walk: a list of plain tuples, which is faster than nested generators of nodes."""
    visits: list[_Visit[Value]] = []

    def collect(owner: Record, path: str) -> None:
        leading, values_of, passed_over = _plan((type(owner), of, filled))
        values = values_of(owner)
        for (field, leads_on), value in compress(zip(leading, values, strict=True), map(is_not, values, passed_over)):
            place = child_path(path, field.name)
            parts: Iterable[tuple[str, object]] = ((place, value),)
            if field.many and isinstance(value, tuple):
                parts = [(child_path(place, i), item) for i, item in enumerate(cast("tuple[object, ...]", value))]
            for at, item in parts:
                if isinstance(item, of) and (item or not filled or item not in ("", None)):
                    visits.append((at, item, field, owner))
                if leads_on and isinstance(item, Record):
                    collect(item, at)

    collect(root, "")
    return visits


Change = Callable[[Value, Field, Record], Value]


def rewrite(root: Root, of: type[Value], change: Change[Value], *, filled: bool = False) -> Root:
    """A copy of a record with each value of a class replaced by `change(value, field, owner)`.

    Records without a changed value are the same objects as before. A replacement is not searched for
    further values.

    Args:
        root: a document, or any part of it; not changed itself.
        of: the class of the values, or a base of it.
        change: takes a value, the field that holds it and the record that has the field.
        filled: whether fields left at their default are skipped.
    """

    def record(owner: Record) -> Record:
        changes: dict[str, object] = {}
        for field, _ in _fields_leading_to((type(owner), of)):
            old = getattr(owner, field.name)
            if old is field.default and (filled or not isinstance(old, of)):
                continue
            if (new := value(old, field, owner)) is not old:
                changes[field.name] = new
        return attrs.evolve(owner, **changes) if changes else owner

    def value(old: object, field: Field, owner: Record) -> object:
        if isinstance(old, of):
            return change(old, field, owner)
        if isinstance(old, Record):
            return record(old)
        if isinstance(old, tuple):
            items = cast("tuple[object, ...]", old)
            new = tuple([value(item, field, owner) for item in items])
            return new if any(map(is_not, new, items)) else items
        return old

    return cast("Root", record(root))


_Leading = tuple[tuple[Field, bool], ...]


@per_class
def _plan(
    key: tuple[type[Record], type[object], bool],
) -> tuple[_Leading, Callable[[Record], tuple[object, ...]], tuple[object, ...]]:
    """The fields of a class that a walk visits, a function for their values, and the defaults that it passes over.

    A record has thirty fields and few values: all are read at once, which takes half the time of asking for each.
    """
    cls, of, filled = key
    leading = _fields_leading_to((cls, of))
    passed_over = (
        field.default if filled or not isinstance(field.default, of) else attrs.NOTHING for field, _ in leading
    )
    return leading, attributes([field.name for field, _ in leading]), tuple(passed_over)


@per_class
def _fields_leading_to(pair: tuple[type[Record], type[object]]) -> _Leading:
    """The fields of a class that can lead to values of another, and whether such values can be further below."""
    cls, of = pair
    found = ((field, any(_leads_to(type_, of) for type_ in value_types(field))) for field in fields_of(cls))
    return tuple(
        (field, further)
        for field, further in found
        if further or any(_may_be(type_, of) for type_ in value_types(field))
    )


def _may_be(type_: type[object], of: type[object]) -> bool:
    return issubclass(type_, of) or issubclass(of, type_)


def _leads_to(type_: type[object], of: type[object]) -> bool:
    return issubclass(type_, Record) and bool(_fields_leading_to((type_, of)))
