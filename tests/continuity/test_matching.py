"""Which items of two lists are the same."""

import pytest

from opshandover.continuity.matching import is_same, moved_between, name_of, same_items
from opshandover.model import Contact, Note, Person, Task

A, B = Task(id="T-1", title="核对退款单"), Task(id="T-2", title="更新价目表")


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ((A, B), (B, A), {0: 1, 1: 0}),
        ((A,), (Task(id="T-1", title="全新的标题"),), {0: 0}),
        ((A,), (Task(id="T-9", title="核对退款单"),), {}),
        ((A,), (Task(title="核对退款单", progress=5),), {0: 0}),
        ((Task(title="a"), Task(title="a", progress=1)), (Task(title="a", progress=1),), {1: 0}),
        ((Task(title="a"), Task(title="a")), (Task(title="a"),), {0: 0}),
        ((Task(title="核对退款单"),), (Task(title="核对全部退款单"),), {0: 0}),
        ((Task(title="核对退款单", progress=5),), (Task(title="call Ann", progress=6),), {}),
        (
            (Task(title="核对", progress=5, owner=Person(name="周岩")),),
            (Task(title="call Ann", progress=5, owner=Person(name="周岩")),),
            {0: 0},
        ),
        (("a", "b", "c"), ("a", "x", "c"), {0: 0, 1: 1, 2: 2}),
        (("a", "b", "c"), ("a", "x", "y", "c"), {0: 0, 2: 3}),
        (("a",), ("b",), {0: 0}),
        ((Person(name="周岩"),), (Person(name="林晓雯"),), {0: 0}),
        ((Person(name="周岩", phone="1"),), (Person(name="林晓雯", phone="2"),), {}),
        ((Note(text="注意 3 号门"),), (Note(text="注意 3 号门的锁"),), {0: 0}),
        (("", ""), ("", "", ""), {0: 0, 1: 1}),
        ((), (A,), {}),
    ],
)
def test_pairs(old: tuple[object, ...], new: tuple[object, ...], pairs: dict[int, int]) -> None:
    """By ID, equality, name, words and place, in this order."""
    assert same_items(old, new) == pairs
    assert same_items(new, old) == {j: i for i, j in pairs.items()}


def test_without_guessing() -> None:
    """Two items that were written apart are one only by ID, equality or name."""
    assert same_items(("联系客户甲",), ("联系客户乙",), guess=False) == {}
    assert same_items((A,), (A,), guess=False) == {0: 0}


def test_one_in_the_place_of_another() -> None:
    """A record is the same if it has the same ID or name or most words, unless two IDs differ."""
    assert is_same(A, Task(id="T-1", title="完全不同"))
    assert not is_same(A, Task(id="T-1", title="完全不同"), by_number=False)
    assert not is_same(A, Task(id="T-2", title=A.title))
    assert not is_same(Person(name="周岩"), Person(name="林晓雯"))
    assert is_same(Person(name="Ann Brook"), Person(name="Ann M. Brook"))
    assert not is_same(A, Person(name="核对退款单"))


def test_from_one_list_to_another() -> None:
    """Only an ID or equal content that nothing else has shows that a record was moved."""
    bare = Task(title="盘点")
    assert moved_between([A, bare, B], [bare, Task(id="T-1")]) == {0: 1, 1: 0}
    assert moved_between([A, A], [A]) == {}
    assert moved_between([Task()], [Task()]) == {}


def test_names() -> None:
    """A record is called by its main field, also where this is a record."""
    assert name_of(Contact(person=Person(name="周岩"))) == "周岩"
    assert name_of("text") == ""
