"""A document by columns: what all records of a kind hold in one field, looked at together.

Whoever goes from record to record pays for each of them; a column is asked once for all it holds.
Where a value stands is found out only for those that matter.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, compress, repeat
from operator import attrgetter, is_
from typing import Any

from attrs import frozen

from opshandover.document.paths import child_path
from opshandover.document.walk import Node
from opshandover.model.base import Record
from opshandover.model.fields import Field, Kind, fields_of


@frozen(slots=False, eq=False)
class Column:
    """What the records of one group hold in one field; `number` is the field's among its class's."""

    field: Field
    number: int
    owners: "Group"

    @cached_property
    def held(self) -> tuple[Any, ...]:
        """What the records hold, one after the other."""
        return tuple(map(attrgetter(self.field.name), self.owners.records))

    @cached_property
    def values(self) -> Sequence[Any]:
        """The same with the items of tuples one by one."""
        return tuple(chain.from_iterable(self.held)) if self.field.many else self.held

    def nodes(self) -> Iterator[Node[Any]]:
        """Gives every single value with where it stands."""
        field, name, number = self.field, self.field.name, self.number
        owners = zip(self.owners.nodes, self.owners.records, self.held, strict=True)
        for at, owner, held in owners:
            path = child_path(at.path, name)
            order = (*at.order, number)
            if not field.many:
                yield Node(path, held, field, owner, order)
            else:
                for i, value in enumerate(held):
                    yield Node(child_path(path, i), value, field, owner, (*order, i))


@frozen(slots=False, eq=False)
class Group:
    """Records of one class that hang on one field, such as all tasks of all projects.

    `held_in` is the column in which they stand; the root of all stands in none.
    """

    of: type[Record]
    records: Sequence[Record]
    held_in: Column | None = None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """What the records hold, field by field."""
        return tuple(Column(field, i, self) for i, field in enumerate(fields_of(self.of)))

    @cached_property
    def nodes(self) -> Sequence[Node[Any]]:
        """The records with where they stand."""
        if self.held_in is None:
            return [Node("", record) for record in self.records]
        return [node for node in self.held_in.nodes() if type(node.value) is self.of]


def groups(root: Record) -> Iterator[Group]:
    """Gives a record and all below it, in groups, each before those that hang on it."""
    waiting = [Group(type(root), (root,))]
    while waiting:
        group = waiting.pop()
        yield group
        for column in group.columns:
            if column.field.kind in _HOLDING:
                waiting += _groups_in(column)


_HOLDING = (Kind.RECORD, Kind.SECTION)


def _groups_in(column: Column) -> Iterator[Group]:
    types = list(map(type, column.values))
    for of in set(types):
        if issubclass(of, Record):
            here = compress(column.values, map(is_, types, repeat(of)))
            yield Group(of, tuple(here), column)
