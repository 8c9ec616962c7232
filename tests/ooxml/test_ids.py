"""The ids within a Word file."""

from opshandover.ooxml.ids import Ids


def test_ids_go_on_from_the_start() -> None:
    """What a company's file uses is passed over, and the order alone decides what comes."""
    ids = Ids(7)
    assert [ids.next() for _ in range(3)] == [8, 9, 10]
