"""Plain data becomes a document without silent conversion, or all its faults."""

from typing import Any

import pytest
from tests.codec.faulty import json_of, said, yaml_of

from opshandover import codec
from opshandover.codec.structure import structure
from opshandover.model import Nothing, OpsDocument, Person, Task, WorkProgress


@pytest.mark.parametrize("textual", [False, True])
def test_data_becomes_a_document(*, textual: bool) -> None:
    """Records, lists, short forms and absent sections are built from keys in any spelling."""
    data = {
        "profile": "daily_work",
        "移交人": "周岩",
        "work_progress": {"tasks": [{"title": "对账"}, {"标题": "发货"}]},
        "issues": {"nothing": "本周没有"},
    }
    assert structure(data, OpsDocument, textual=textual) == (
        OpsDocument(
            profile="daily_work",
            giver=Person(name="周岩"),
            work_progress=WorkProgress(tasks=(Task(title="对账"), Task(title="发货"))),
            issues=Nothing(reason="本周没有"),
        ),
        (),
    )


@pytest.mark.parametrize("data", [None, [], "x", 3, {}, {"profile": None}])
def test_no_data_is_an_exception(data: Any) -> None:
    """What is no document is reported, and there is no document then."""
    document, faults = structure(data, OpsDocument, textual=False)
    assert document is None
    assert len(faults) == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('"title": 3', "expected a text, got 3"),
        ('"title": true', "expected a text, got true"),
        ('"receivers": "李雯、王敏"', "expected a list, got '李雯、王敏'; write several as [李雯, 王敏]"),
        ('"overview": {"focus": {"a": "b"}}', "expected a list, got {…}"),
        ('"receivers": [null]', "expected a non-empty item"),
        ('"manages_people": "false"', "expected true or false, got 'false'"),
        ('"manages_people": 0', "expected true or false, got 0"),
        ('"giver": []', "expected the keys and values of 'Person', got […]"),
        ('"shift": {"start": "2026-01-01"}', "expected a date and time, got '2026-01-01'"),
        ('"prepared_on": 20260101', "expected a date, got 20260101"),
        ('"period": "上周"', "expected the keys and values of 'Period', got '上周'"),
        ('"work_progress": {"tasks": [{"progress": 3.9}]}', "expected a whole number, got 3.9"),
        ('"work_progress": {"tasks": [{"progress": true}]}', "expected a whole number, got true"),
        ('"work_progress": {"tasks": [{"progress": "60"}]}', "expected a whole number, got '60'"),
        ('"work_progress": []', "expected a section (keys and values), got […]"),
        ('"data_analysis": {"metrics": [{"value": "1,200"}]}', "expected a number, got '1,200'"),
        ('"data_analysis": {"metrics": [{"value": true}]}', "expected a number, got true"),
        ('"state": ""', "expected one of draft, final, signed, got ''"),
        ('"risks": {"nothing": 3}', "expected a text, got 3"),
        ('"title": "\\ud800"', "contains a lone surrogate"),
    ],
)
def test_json_values_are_never_coerced(fields: str, expected: str) -> None:
    """A value of another type than the field's is a fault, however near it is."""
    (one,) = said(json_of(fields), "json")
    assert expected in one


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("work_progress: {tasks: [{progress: 3.9}]}", "expected a whole number, got '3.9'"),
        ("work_progress: {tasks: [{progress: ６０．５}]}", "expected a whole number, got '６０．５'"),
        ("manages_people: maybe", "expected true or false (yes / no), got 'maybe'"),
        ("prepared_on: 明天", "expected a date, got '明天'"),
        ("prepared_on: 2026-02-30", "expected a valid date, got '2026-02-30'"),
        ("shift: {start: 2026-02-28 25:00}", "expected a valid date and time"),
        ("giver: 姓名：周岩", "use ': ' (ASCII colon and space) after a key"),
        ("- 1", "expected keys and values at the top level, got […]"),
        ("!!python/object:os.system {}", "YAML tags (!) are not supported"),
        ("title: &a x", "YAML anchors (&) are not supported"),
        ("title: *a", "YAML aliases (*) are not supported"),
        ("title: !x y", "YAML tags (!) are not supported"),
        ("? [a, b]\n: c", "a key must be text"),
    ],
)
def test_yaml_texts_are_converted_by_their_field_or_refused(fields: str, expected: str) -> None:
    """A text that does not say what its field holds is a fault."""
    lines = said(fields if fields[0] in "-!" else yaml_of(fields))
    assert any(expected in line for line in lines), lines


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_left_empty_is_the_same_as_left_out(empty: str) -> None:
    """A key without a value counts as not given; a quoted empty text is one that is empty."""
    document = codec.loads(yaml_of(f"title: {empty}\ngiver: {empty}\nrisks: {empty}"), format="yaml")
    assert document == codec.loads("profile: daily_work", format="yaml")
    assert codec.loads(json_of('"title": null, "risks": null'), format="json") == document


def test_same_field_by_name_and_by_label_is_a_fault() -> None:
    """A file that gives a field twice under two spellings is faulty."""
    (one,) = said(yaml_of("title: a\n标题: b"))
    assert "same field as 'title'" in one


@pytest.mark.parametrize(
    "text", ["title:\ntitle: a", "title: a\ntitle:", "title:\n标题: a\nTitle: ~", "标题: a\ntitle:"]
)
def test_an_empty_key_may_stand_beside_the_filled_one(text: str) -> None:
    """A starter has the key already when somebody writes it elsewhere; two values are a fault none the less."""
    assert codec.loads(yaml_of(text), format="yaml").title == "a"
    assert len(said(yaml_of(f"{text}\ntitle: b"))) == 1


def test_profile_is_required_and_known() -> None:
    """A document must say what kind it is, by a name or label that a profile has."""
    assert "required field missing" in said("title: x")[0]
    assert "did you mean 'daily_work'?" in said("profile: daily_wrok")[0]
    for written in ("charter", "运营工作总则", "工作总则", "operating charter"):
        assert codec.loads(f"profile: {written}", format="yaml").profile == "charter"
