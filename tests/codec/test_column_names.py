"""The columns of tables are found by the words of teams and ticket systems."""

import pytest

from opshandover.codec.column_names import field_at, folded, matched, target_of
from opshandover.model import Goal, Issue, Metric, OpenItem, Project, Risk, Task
from opshandover.model.fields import field_map, fields_of


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("截止日期", "due"),
        (" DUE ", "due"),
        ("Ｄｕｅ", "due"),
        ("Due Date", "due"),
        ("due_date", "due"),
        ("进度（%）", "progress"),
        ("*标题", "title"),
        ("任务名称：", "title"),
        ("Summary", "title"),
        ("Assignee", "owner"),
        ("经办人", "owner"),
        ("Issue key", "id"),
    ],
)
def test_a_heading_is_a_field(heading: str, name: str) -> None:
    """By name, label or usual word; case, width, signs and a unit in brackets do not matter."""
    target = target_of(Task, heading)
    assert target is not None
    assert target.path == (name,)


@pytest.mark.parametrize("heading", ["owner.name", "负责人.姓名", "Owner.Name", "assignee.姓名"])
def test_a_part_of_a_record(heading: str) -> None:
    """A dot leads into the record in a field."""
    target = target_of(Task, heading)
    assert target is not None
    assert target.path == ("owner", "name")
    assert field_at(Task, target.path) is field_map(field_map(Task)["owner"].record)["name"]


@pytest.mark.parametrize("heading", ["", ".", "x", "title.name", "resources_needed.name", "owner.x", "(…)"])
def test_no_field(heading: str) -> None:
    """Nothing is guessed."""
    assert target_of(Task, heading) is None


def test_the_usual_word_counts() -> None:
    """Of two columns that mean a field by other words one is taken, the one that people mean; names win over words."""
    assert set(matched(Task, ["Issue id", "Issue key", "Summary", "Name"])) == {"Issue key", "Summary"}
    assert set(matched(Task, ["Summary", "标题"])) == {"标题"}
    assert set(matched(Task, ["Title", "标题"])) == {"Title", "标题"}, "both are faulty, not one of them silently left"


@pytest.mark.parametrize("cls", [Task, Issue, Risk, Project, Metric])
def test_names_and_labels_are_never_taken_by_words(cls: type[OpenItem]) -> None:
    """A word for one field does not hide another field of its class."""
    for field in fields_of(cls):
        for written in (field.name, field.label.zh, field.label.en):
            target = target_of(cls, written)
            assert target is not None
            assert (target.rank, target.path) == (0, (field.name,))


@pytest.mark.parametrize("cls", [Task, Issue])
def test_no_word_is_declared_twice(cls: type[OpenItem]) -> None:
    """A field whose words hold everywhere has each of them once."""
    words = [(field.name, folded(word)) for field in fields_of(cls) for word in field.spec.synonyms]
    assert [word for word in words if words.count(word) > 1] == []


def test_words_of_tasks_hold_for_fields_of_the_same_name() -> None:
    """What tasks call a field is known in a class that declares no words for it, behind its own."""
    assert not field_map(Goal)["owner"].spec.synonyms
    found = [target_of(Goal, word) for word in ("经办人", "assignee")]
    assert [one and one.path for one in found] == [("owner",), ("owner",)]
