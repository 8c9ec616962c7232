"""Members of two sequences are paired by path, equal text, order and likeness."""

from opshandover.reading.returned.aligning import Pairs, aligned, likeness

Member = tuple[str, str]


def paired(first: list[Member], second: list[Member]) -> Pairs[Member]:
    """Pairs members with a path and a text each."""
    return aligned(first, second, path=_path, kind=len, text=_text)


def _path(one: Member) -> str:
    return one[0]


def _text(one: Member) -> str:
    return one[1]


def test_a_path_counts_more_than_text_and_place() -> None:
    """What was moved and changed is found by what it says it is."""
    a, b = ("p", "甲"), ("q", "乙")
    assert paired([a, b], [("q", "丁"), ("p", "丙")]) == [(b, ("q", "丁")), (a, ("p", "丙"))]


def test_of_two_with_one_path_the_one_with_the_same_text_is_meant() -> None:
    """The other was copied from it."""
    a = ("p", "甲")
    assert paired([a], [("p", "新"), ("p", "甲")]) == [(None, ("p", "新")), (a, ("p", "甲"))]


def test_without_paths_equal_text_and_order_count() -> None:
    """One is gone, one is new, one was changed where it stood."""
    first = [("", "甲甲甲"), ("", "乙乙乙"), ("", "丙丙丙丙")]
    assert paired(first, [("", "甲甲甲"), ("", "丙丙丙丙")]) == [
        (first[0], first[0]),
        (first[1], None),
        (first[2], first[2]),
    ]
    assert paired(first, [first[0], ("", "乙乙改"), first[2]])[1] == (first[1], ("", "乙乙改"))
    assert paired(first, [*first, ("", "丁")])[-1] == (None, ("", "丁"))


def test_likeness() -> None:
    """From 0 to 1."""
    assert likeness("一样", "一样") == 1
    assert likeness("完全不同", "abc") == 0
