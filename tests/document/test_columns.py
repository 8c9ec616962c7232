"""The columns of a document hold what a walk over it meets, with the same places."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from tests.support.documents import documents

from opshandover.document.columns import RecordGroup, record_groups
from opshandover.document.required import empty
from opshandover.document.walk import Node, walk
from opshandover.model import Issue, Issues, Nothing, OpsDocument, Person, Task, WorkProgress
from opshandover.model.base import Record
from opshandover.model.fields import Kind, fields_of

DOCUMENT = OpsDocument(
    profile="daily_work",
    receivers=(Person(name="甲"), Person(name="乙")),
    work_progress=WorkProgress(
        tasks=(
            Task(title="a", owner=Person(name="丙"), support_needed=("b", "", "c")),
            Task(title="d"),
        )
    ),
    issues=Issues(items=(Issue(title="e", owner=Person(name="丁")),)),
    risks=Nothing(reason="f"),
)


def group_of(cls: type[Record], path: str) -> RecordGroup:
    """The group of a class of which one record stands there."""
    return next(
        group for group in record_groups(DOCUMENT) if group.of is cls and path in {node.path for node in group.nodes}
    )


def test_what_hangs_on_one_field_is_one_group() -> None:
    """All owners of tasks are together, and apart from those of issues."""
    persons = [[node.path for node in group.nodes] for group in record_groups(DOCUMENT) if group.of is Person]
    assert sorted(persons) == [
        ["issues.items[0].owner"],
        ["receivers[0]", "receivers[1]"],
        ["work_progress.tasks[0].owner"],
    ]


def test_a_column_has_every_single_value() -> None:
    """Tuples are taken apart; a field that is empty in all records is left out, in some it is not."""
    columns = {c.field.name: c for c in group_of(Task, "work_progress.tasks[0]").columns}
    assert columns["title"].values == ("a", "d")
    assert columns["owner"].values == (Person(name="丙"), None)
    assert "due" not in columns
    assert columns["support_needed"].contents == (("b", "", "c"), ())
    assert columns["support_needed"].values == ("b", "", "c")
    assert [node.path for node in columns["support_needed"].nodes()] == [
        f"work_progress.tasks[0].support_needed[{i}]" for i in range(3)
    ]


def test_an_absence_is_a_group_of_its_own() -> None:
    """A section that has nothing to report stands where the section would."""
    assert [node.path for node in group_of(Nothing, "risks").nodes] == ["risks"]


def without_order(node: Node[Any]) -> tuple[str, int, object, int]:
    """What a walk says of a value as well; values are compared by identity."""
    return node.path, id(node.value), node.field, id(node.owner)


@settings(max_examples=40)
@given(documents())
def test_columns_hold_what_a_walk_meets_in_the_order_of_reading(document: OpsDocument) -> None:
    """Each record and each filled text is met once, and sorted by their order they read as in a walk."""
    nodes: list[Node[Any]] = []
    for group in record_groups(document):
        nodes += group.nodes
        for column in group.columns:
            nodes += (node for node in column.nodes() if isinstance(node.value, str) and node.value)
    nodes.sort(key=lambda node: node.order)
    met: list[Node[Any]] = [
        Node("", document),
        *(node for node in walk(document, object) if isinstance(node.value, (str, Record)) and node.value != ""),
    ]
    assert [without_order(node) for node in nodes] == [without_order(node) for node in met]


@settings(max_examples=40)
@given(documents())
def test_columns_say_which_fields_are_empty(document: OpsDocument) -> None:
    """A column is empty where its contents are, and a record lacks what is empty or has no column."""
    for group in record_groups(document):
        for column in group.columns:
            assert list(column.empty) == [empty(content) for content in column.contents]
        for one, other in pairwise(f.name for f in fields_of(group.of) if f.kind is not Kind.BOOLEAN):
            lacking = [n for n, r in enumerate(group.records) if empty(getattr(r, one)) and empty(getattr(r, other))]
            assert list(group.lacking(one, other)) == lacking
    assert not list(RecordGroup(Person, (Person(name="周岩"),)).lacking("name", "no_such_field"))
