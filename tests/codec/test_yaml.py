"""YAML without surprises: every scalar stays the text that was written, and nothing is lost."""

import pytest
from hypothesis import given, settings
from tests.codec.faulty import said, yaml_of
from tests.support.documents import texts

from opshandover import codec
from opshandover.codec.raw import Mark
from opshandover.codec.yaml import marks, read, write

SLOW = settings(max_examples=60)


@SLOW
@given(texts(), texts(), texts())
def test_yaml_gives_back_every_text(one: str, two: str, key: str) -> None:
    """Texts of any kind survive being written as YAML, as values, items and beside each other."""
    data = {"a": one, "b": [two, one], "c": {"d": two, "e": key}}
    raw = read(write(data))
    assert raw.faults == ()
    assert raw.data == data


def test_every_key_and_item_has_a_mark() -> None:
    """A mark is where the key or the item begins, also in brackets and below a comment."""
    root = marks("# x\na:\n  - b: 1\n  - {c: 2, d: 3}\ne: f\n")
    assert root is not None
    items = root.children["a"].children
    assert [(one.line, one.column) for one in (root.children["a"], items[0], items[1], root.children["e"])] == [
        (2, 1),
        (3, 5),
        (4, 5),
        (5, 1),
    ]
    assert items[1].children["d"] == Mark(line=4, column=12)


def test_a_text_that_breaks_off_has_marks_up_to_there() -> None:
    """Faults of what stands above a syntax error have their lines."""
    root = marks("a: 1\nb: [")
    assert root is not None
    assert root.children["a"] == Mark(line=1, column=1)


def test_yaml_scalars_stay_the_texts_they_are() -> None:
    """What other readers turn into numbers, truths and dates is the text that was written."""
    written = [
        "22:30",
        "1.10",
        "no",
        "0755",
        "+8610123",
        "2026-01-01",
        "1e3",
        ".inf",
        "0x1F",
        "1_0",
    ]
    for one in written:
        assert codec.loads(yaml_of(f"title: {one}"), format="yaml").title == one
        assert codec.loads(yaml_of(f"giver: {one}"), format="yaml").giver is not None


@pytest.mark.parametrize(
    "line",
    [
        "title: Refund order #4711 today",
        "title: #4711",
        "receivers:\n  - 李雯 #2",
        "title: 甲\t#乙",
    ],
)
def test_text_that_yaml_would_drop_as_a_comment_is_a_fault(line: str) -> None:
    """A number sign after a space ends a plain text; what was meant is not lost silently."""
    (one,) = said(yaml_of(line))
    assert "would be dropped as a comment" in one


def test_comments_stay_comments() -> None:
    """What is written as a comment, or is quoted, or stands in a block, is what it always was."""
    text = yaml_of("title: 甲 # 说明\n# 整行\n#整行\nversion: '1 #2'\nid: a#b\nreason: |\n  第 #1 条\n  # 标题")
    document = codec.loads(text, format="yaml")
    assert (document.title, document.version, document.id) == ("甲", "1 #2", "a#b")
    assert document.reason == "第 #1 条\n# 标题\n"
